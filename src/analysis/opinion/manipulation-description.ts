import { manipulationReport } from './manipulation.ts'
import { findNearDuplicates } from './near-duplicates.ts'
import type { ManipulationDocument, OpinionDocument } from './opinion-document.ts'
import type { OpinionInput } from './opinion-input.ts'

/** What could have tilted the common ground, in the groups of the map or, without clear groups, among everybody. */
export function describeManipulation(
  { matrix, votedAt }: OpinionInput,
  map: Pick<OpinionDocument, 'clear_groups' | 'groups' | 'people' | 'statement_stats'>,
): ManipulationDocument {
  const { participants, statements } = matrix
  const ids = map.clear_groups ? map.groups.map((group) => group.id) : []
  const groups = Math.max(1, ids.length)
  const membership = new Float64Array(participants.length * groups)
  for (const [i, participant] of participants.entries()) {
    const known = map.people[participant]?.membership ?? {}
    if (ids.length === 0) membership[i] = 1
    else for (const [g, id] of ids.entries()) membership[i * groups + g] = known[id] ?? 0
  }
  const clusters = findNearDuplicates(matrix, votedAt)
  const found = manipulationReport(matrix, membership, groups, clusters)
  const isLive = (id: string) => map.statement_stats[id] !== undefined
  return {
    voters_to_change: Object.fromEntries(
      statements.flatMap((id, j): [string, number | null][] => {
        const needed = found.votersToChange[j]!
        return isLive(id) ? [[id, needed < 0 ? null : needed]] : []
      }),
    ),
    near_duplicates: clusters.map((rows) => rows.map((row) => participants[row]!)),
    changed_without_duplicates: found.changedWithoutDuplicates.map((j) => statements[j]!).filter(isLive),
  }
}
