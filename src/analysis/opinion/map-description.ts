import type { GroupVotes } from './group-votes.ts'
import type { MajorityStatement } from './majority.ts'
import type {
  ConsensusDocument,
  OpinionDocument,
  RepresentativeDocument,
  StatementDocument,
} from './opinion-document.ts'
import type { Components } from './principal-components.ts'
import type { RepresentativeStatement } from './representative.ts'
import type { VoteMatrix } from './vote-matrix.ts'

/** Components as the document names them: loadings by statement id. */
export function describeComponents(
  components: Components,
  statements: readonly string[],
): OpinionDocument['components'] {
  return components.loadings.map((loadings, q) => ({
    singular_value: components.singularValues[q]!,
    explained: components.explained[q]!,
    loadings: Object.fromEntries(statements.map((id, j) => [id, loadings[j]!])),
  }))
}

/** A group's representative statements as the document names them. */
export function describeRepresentative(
  list: readonly RepresentativeStatement[],
  statements: readonly string[],
): RepresentativeDocument[] {
  return list.map((entry) => ({
    statement_id: statements[entry.column]!,
    direction: entry.direction,
    n_success: entry.success,
    n_trials: entry.trials,
    p_success: entry.share,
    p_test: entry.shareTest,
    repness: entry.ratio,
    repness_test: entry.ratioTest,
  }))
}

/** A consensus list as the document names it. */
export function describeMajority(
  list: readonly MajorityStatement[],
  statements: readonly string[],
): ConsensusDocument[] {
  return list.map((entry) => ({
    statement_id: statements[entry.column]!,
    n_success: entry.success,
    n_trials: entry.trials,
    p_success: entry.share,
    p_test: entry.shareTest,
  }))
}

/** What was computed about each statement, by column. */
export interface StatementMeasures {
  groupAwareConsensus: Float64Array
  consensus: Float64Array
  consensusLower: Float64Array
  priority: Float64Array
  extremity: Float64Array
}

/** Votes and measures by statement id. `everybody` holds all people as one group, `byGroup` people in groups. */
export function describeStatements(
  matrix: VoteMatrix,
  everybody: GroupVotes,
  byGroup: GroupVotes,
  groupIds: readonly string[],
  measures: StatementMeasures,
): Record<string, StatementDocument> {
  const described = matrix.statements.map((id, j): [string, StatementDocument] => {
    const agree = everybody.agree[j]!
    const disagree = everybody.disagree[j]!
    const votes = groupIds.map((group, g): [string, [number, number, number]] => {
      const place = g * byGroup.statements + j
      return [group, [byGroup.agree[place]!, byGroup.disagree[place]!, byGroup.seen[place]!]]
    })
    return [
      id,
      {
        agree,
        disagree,
        pass: everybody.seen[j]! - agree - disagree,
        by_group: Object.fromEntries(votes),
        group_aware_consensus: measures.groupAwareConsensus[j]!,
        consensus: measures.consensus[j]!,
        consensus_lower: measures.consensusLower[j]!,
        priority: measures.priority[j]!,
        extremity: measures.extremity[j]!,
      },
    ]
  })
  return Object.fromEntries(described)
}
