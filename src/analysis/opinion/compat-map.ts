import { seededRandom } from '../numbers/seeded-random.ts'
import { bridgingConsensus } from './bridging.ts'
import { compatGroups, plainKMeansGroups, rowsInConversation } from './compat-groups.ts'
import { groupAwareConsensus } from './group-aware-consensus.ts'
import { countAllVotes, countGroupVotes } from './group-votes.ts'
import { majorityStatements } from './majority.ts'
import {
  describeComponents,
  describeMajority,
  describeRepresentative,
  describeStatements,
} from './map-description.ts'
import type { OpinionDocument, PersonDocument, RouteDocument } from './opinion-document.ts'
import type { OpinionInput, OpinionOptions } from './opinion-input.ts'
import { principalComponents } from './principal-components.ts'
import { statementPriorities } from './priority.ts'
import { projectParticipants, statementExtremity } from './projection.ts'
import { representativeStatements } from './representative.ts'
import { chooseSlate } from './slate.ts'
import { keepStatements } from './vote-matrix.ts'

/**
 * The opinion map of the reference algorithm, so that results can be compared with those of other engines: columns of
 * moderated statements count as 0 for everybody, the start depends on the order of first votes, groups are always found.
 */
export function drawCompatMap(input: OpinionInput, options: OpinionOptions): OpinionDocument {
  const { matrix, modOut } = input
  const everybody = countAllVotes(matrix)
  const statementCount = everybody.seen.reduce((sum, seen) => sum + (seen > 0 ? 1 : 0), 0)
  // A moderated statement that nobody voted on is not part of the conversation, zeroed or not.
  const zeroed = modOut.map((out, j) => (out && everybody.seen[j]! > 0 ? 1 : 0))
  const components = principalComponents(matrix, { count: 2, zeroed })
  const positions = projectParticipants(matrix, components, statementCount, zeroed)
  const { label, groups, ids } = groupsOf(input, options, positions, statementCount)

  const votes = countGroupVotes(matrix, label, groups)
  const extremity = statementExtremity(components, statementCount)
  const consensus = groupAwareConsensus(votes)
  const priority = statementPriorities(votes, extremity, input.meta)
  const representative = representativeStatements(votes, modOut)
  const sizes = new Uint32Array(groups)
  const people: Record<string, PersonDocument> = {}
  for (let i = 0; i < label.length; i++) {
    const group = ids[label[i]!] ?? null
    if (group !== null) sizes[label[i]!]!++
    people[matrix.participants[i]!] = {
      group,
      membership: group === null ? {} : { [group]: 1 },
      x: positions.x[i]!,
      y: positions.y[i]!,
    }
  }
  const live = matrix.statements.map((_, j) => j).filter((j) => !modOut[j])
  const open = live.length === modOut.length ? matrix : keepStatements(matrix, live)
  const slate = chooseSlate(open, options.slate)
  return {
    mode: 'compat',
    participants: matrix.participants.length,
    statements: statementCount,
    votes: matrix.column.length,
    deduplicated: input.deduplicated,
    clear_groups: groups > 1,
    k: groups,
    null_test: null,
    components: describeComponents(components, matrix.statements),
    people,
    groups: ids.map((id, g) => ({
      id,
      size: sizes[g]!,
      stability: null,
      representative: describeRepresentative(representative[g]!, matrix.statements),
    })),
    statement_stats: describeStatements(matrix, everybody, votes, ids, {
      groupAwareConsensus: consensus,
      consensus,
      consensusLower: bridgingConsensus(votes).lower,
      priority,
      extremity,
    }),
    consensus: {
      agree: describeMajority(majorityStatements(everybody, modOut, 'agree'), matrix.statements),
      disagree: describeMajority(majorityStatements(everybody, modOut, 'disagree'), matrix.statements),
    },
    slate: {
      statement_ids: slate.columns.map((c) => matrix.statements[live[c]!]!),
      coverage: slate.coverage,
      largest_unrepresented: slate.largestUnrepresented,
    },
    ...(options.route === undefined
      ? {}
      : { route: drawByPriority(input, options.route, priority, options.seed) }),
    timings_ms: {},
    memory_mb: 0,
  }
}

function groupsOf(
  { matrix }: OpinionInput,
  options: OpinionOptions,
  positions: { x: Float64Array; y: Float64Array },
  statementCount: number,
): { label: Int32Array; groups: number; ids: readonly string[] } {
  if (options.labels) {
    return { label: options.labels.label, groups: options.labels.ids.length, ids: options.labels.ids }
  }
  const rows = rowsInConversation(matrix, statementCount)
  if (rows.length === 0)
    return { label: new Int32Array(matrix.participants.length).fill(-1), groups: 0, ids: [] }
  let found
  if (options.cluster === 'kmeans') {
    const groups = options.groups ?? compatGroups(rows, positions, undefined).groups
    found = plainKMeansGroups(rows, positions, groups, options.seed)
  } else {
    found = compatGroups(rows, positions, options.groups)
  }
  return { ...found, ids: Array.from({ length: found.groups }, (_, g) => String(g)) }
}

/** The next statement for a person, drawn in proportion to priority among live ones they have not voted on. */
function drawByPriority(
  { matrix, modOut }: OpinionInput,
  participant: string,
  priority: Float64Array,
  seed: number,
): RouteDocument {
  const row = matrix.participants.indexOf(participant)
  const weight = priority.map((value, j) => (modOut[j] ? 0 : value))
  if (row >= 0) {
    for (let v = matrix.rowStart[row]!; v < matrix.rowStart[row + 1]!; v++) weight[matrix.column[v]!] = 0
  }
  const total = weight.reduce((sum, value) => sum + value, 0)
  if (!(total > 0)) return { participant, statement_id: null, probability: 1 }
  let draw = seededRandom(seed)() * total
  let chosen = -1
  for (let j = 0; j < weight.length && draw >= 0; j++) {
    if (weight[j] === 0) continue
    chosen = j
    draw -= weight[j]!
  }
  return { participant, statement_id: matrix.statements[chosen]!, probability: weight[chosen]! / total }
}
