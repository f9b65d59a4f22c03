import { seededRandom } from '../numbers/seeded-random.ts'
import { bridgingConsensus, isCommonGround, leastAgreementBound } from './bridging.ts'
import type { CanonicalOrder } from './canonical-order.ts'
import { groupAwareConsensus } from './group-aware-consensus.ts'
import { countAllVotes, countGroupVotes, type GroupVotes } from './group-votes.ts'
import { describeComponents, describeRepresentative, describeStatements } from './map-description.ts'
import type { NullTest } from './null-test.ts'
import type {
  ConsensusDocument,
  NullTestDocument,
  OpinionDocument,
  PersonDocument,
  RouteDocument,
} from './opinion-document.ts'
import type { OpinionInput, OpinionOptions } from './opinion-input.ts'
import type { Components } from './principal-components.ts'
import { statementPriorities } from './priority.ts'
import { type Positions, statementExtremity } from './projection.ts'
import { representativeStatements } from './representative.ts'
import { quickSlate } from './quick-slate.ts'
import { drawNextStatement } from './routing.ts'
import { fitRoutingModel } from './routing-model.ts'
import { chooseSlate } from './slate.ts'
import { majorityTest, smoothedShare } from './statement-tests.ts'
import type { VoteMatrix, VoteValue } from './vote-matrix.ts'

/** Groups by canonical row. */
export interface MappedGroups {
  groups: number
  /** The group in which a person is shown; −1 for between groups, or too few votes. */
  label: Int32Array
  /** At row × groups + group; all 0 for people who were not clustered. */
  membership: Float64Array
  stability: number[] | null
  ids: readonly string[]
  clear: boolean
}

export interface BestMap {
  canonical: CanonicalOrder
  /** Votes in canonical order, without those that were withheld. */
  matrix: VoteMatrix
  statementCount: number
  components: Components
  positions: Positions
  groups: MappedGroups
  nullTest: NullTest | null
}

/** The map as a document, and everything that follows from the groups by formula. */
export function describeBestMap(
  input: OpinionInput,
  map: BestMap,
  options: OpinionOptions,
): Omit<OpinionDocument, 'timings_ms' | 'memory_mb' | 'holdout'> {
  const { matrix, statementCount, components, groups } = map
  const everybody = countAllVotes(matrix)
  const votes = countGroupVotes(matrix, groups.label, groups.groups)
  const noneOut = new Uint8Array(matrix.statements.length)
  const extremity = statementExtremity(components, statementCount)
  const bridging = bridgingConsensus(votes)
  const representative = groups.groups > 1 ? representativeStatements(votes, noneOut) : []
  const sizes = new Uint32Array(groups.groups)
  for (const g of groups.label) if (g >= 0) sizes[g]!++
  // Before the null test, what takes long is done among some of the people.
  const slate = (map.nullTest === null ? quickSlate : chooseSlate)(matrix, options.slate)
  return {
    mode: 'best',
    participants: input.matrix.participants.length,
    statements: statementCount,
    votes: input.matrix.column.length,
    deduplicated: input.deduplicated,
    clear_groups: groups.clear,
    k: groups.groups,
    null_test: map.nullTest === null ? null : describeNullTest(map.nullTest),
    components: describeComponents(components, matrix.statements),
    people: describePeople(input.matrix, map),
    groups: groups.ids.map((id, g) => ({
      id,
      size: sizes[g]!,
      stability: groups.stability?.[g] ?? null,
      representative: describeRepresentative(representative[g] ?? [], matrix.statements),
    })),
    statement_stats: describeStatements(matrix, everybody, votes, groups.ids, {
      groupAwareConsensus: groupAwareConsensus(votes),
      consensus: bridging.consensus,
      consensusLower: bridging.lower,
      priority: statementPriorities(votes, extremity),
      extremity,
    }),
    consensus: {
      agree: commonGround(matrix, everybody, bridging.lower, 'agree'),
      disagree: commonGround(matrix, everybody, rejectionBounds(votes), 'disagree'),
    },
    slate: {
      statement_ids: slate.columns.map((c) => matrix.statements[c]!),
      coverage: slate.coverage,
      largest_unrepresented: slate.largestUnrepresented,
    },
    ...(options.route === undefined ? {} : { route: drawRoute(matrix, options.route, options.seed) }),
  }
}

function describeNullTest(test: NullTest): NullTestDocument {
  return {
    ratios: test.ratios,
    p_values: test.pValues,
    permutations: test.permutations,
    level: test.level,
    significant: test.significant,
  }
}

/** People in the order in which they were given. */
function describePeople(
  given: VoteMatrix,
  { canonical, positions, groups }: BestMap,
): Record<string, PersonDocument> {
  const rowOf = new Uint32Array(canonical.rows.length)
  for (let r = 0; r < rowOf.length; r++) rowOf[canonical.rows[r]!] = r
  const ids = groups.ids.slice(0, groups.groups)
  const people = given.participants.map((id, i): [string, PersonDocument] => {
    const r = rowOf[i]!
    const membership: Record<string, number> = {}
    let sum = 0
    for (let g = 0; g < groups.groups; g++) sum += groups.membership[r * groups.groups + g]!
    if (sum > 0)
      for (const [g, name] of ids.entries()) membership[name] = groups.membership[r * groups.groups + g]!
    const group = ids[groups.label[r]!] ?? null
    return [id, { group, membership, x: positions.x[r]!, y: positions.y[r]! }]
  })
  return Object.fromEntries(people)
}

/** The lower bound of shared disagreement where it may be common ground; 0 where some group does not even lean to it. */
function rejectionBounds(votes: GroupVotes): Float64Array {
  return Float64Array.from({ length: votes.statements }, (_, j) => {
    for (let g = 0; g < votes.groups; g++) {
      const place = g * votes.statements + j
      if (votes.disagree[place]! * 2 < votes.seen[place]!) return 0
    }
    return leastAgreementBound(votes, j, 'disagree')
  })
}

/** Statements on which, very probably, most of every group agree (or disagree), surest first. */
function commonGround(
  matrix: VoteMatrix,
  everybody: GroupVotes,
  lower: Float64Array,
  direction: 'agree' | 'disagree',
): ConsensusDocument[] {
  const list: ConsensusDocument[] = []
  for (let j = 0; j < lower.length; j++) {
    if (!isCommonGround(lower[j]!)) continue
    const success = everybody[direction][j]!
    const trials = everybody.seen[j]!
    list.push({
      statement_id: matrix.statements[j]!,
      n_success: success,
      n_trials: trials,
      p_success: smoothedShare(success, trials),
      p_test: majorityTest(success, trials),
      lower: lower[j]!,
    })
  }
  return list.sort((a, b) => b.lower! - a.lower!)
}

/** What to ask a person next, among the live statements that they have not voted on. */
function drawRoute(matrix: VoteMatrix, participant: string, seed: number): RouteDocument {
  const random = seededRandom(seed)
  const answered = new Map<number, VoteValue>()
  const row = matrix.participants.indexOf(participant)
  if (row >= 0) {
    for (let v = matrix.rowStart[row]!; v < matrix.rowStart[row + 1]!; v++) {
      answered.set(matrix.column[v]!, matrix.value[v] as VoteValue) // the matrix holds nothing else
    }
  }
  const model = fitRoutingModel(matrix, { random })
  const open = new Uint8Array(matrix.statements.length).fill(1)
  const drawn = drawNextStatement(model, answered, open, random)
  return drawn === null
    ? { participant, statement_id: null, probability: 1 }
    : { participant, statement_id: matrix.statements[drawn.column]!, probability: drawn.probability }
}
