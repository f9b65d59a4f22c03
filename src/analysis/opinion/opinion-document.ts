/**
 * What the opinion engine answers, as one JSON document (`bin/longtable opinion --json`); the product stores and shows the
 * same document. Ids are text everywhere. Votes by group are [agree, disagree, all including pass].
 */
export interface OpinionDocument {
  mode: 'compat' | 'best'
  /** People with at least one vote. */
  participants: number
  /** Statements with at least one vote; in best mode only those that are not moderated out. */
  statements: number
  /** Votes after repeats were settled. */
  votes: number
  /** Superseded repeats that were left out. */
  deduplicated: number
  clear_groups: boolean
  /** Number of groups; 1 when there are no clear groups. */
  k: number
  null_test: NullTestDocument | null
  components: { singular_value: number; explained: number; loadings: Record<string, number> }[]
  people: Record<string, PersonDocument>
  groups: GroupDocument[]
  statement_stats: Record<string, StatementDocument>
  consensus: { agree: ConsensusDocument[]; disagree: ConsensusDocument[] }
  slate: SlateDocument
  manipulation?: ManipulationDocument
  holdout?: HoldoutDocument
  route?: RouteDocument
  timings_ms: Record<string, number>
  memory_mb: number
}

export interface NullTestDocument {
  /** Eigenvalue of each tested component divided by the largest of its permuted twins. */
  ratios: number[]
  p_values: number[]
  permutations: number
  level: number
  /** Components that stand out from chance. */
  significant: number
}

export interface PersonDocument {
  /** Null: between groups, or too few votes to say. */
  group: string | null
  membership: Record<string, number>
  x: number
  y: number
}

export interface GroupDocument {
  id: string
  size: number
  /** Mean Jaccard similarity with the best matching group in subsamples, 0 to 1; null when it was not measured. */
  stability: number | null
  representative: RepresentativeDocument[]
}

export interface RepresentativeDocument {
  statement_id: string
  direction: 'agree' | 'disagree'
  n_success: number
  n_trials: number
  p_success: number
  p_test: number
  repness: number
  repness_test: number
}

export interface StatementDocument {
  agree: number
  disagree: number
  pass: number
  by_group: Record<string, [agree: number, disagree: number, seen: number]>
  group_aware_consensus: number
  consensus: number
  consensus_lower: number
  priority: number
  extremity: number
}

export interface ConsensusDocument {
  statement_id: string
  n_success: number
  n_trials: number
  p_success: number
  p_test: number
  /** Best mode only: lower bound of agreement in the least agreeing group. */
  lower?: number
}

export interface SlateDocument {
  statement_ids: string[]
  /** Share of the electorate who agree with at least one statement of the slate. */
  coverage: number
  /** Largest group that agrees on a left-out statement and with nothing in the slate, in units of n/N; below 1 is the guarantee. */
  largest_unrepresented: number
}

export interface ManipulationDocument {
  /** Fewest identical added voters that would change whether a statement counts as common ground; null when none up to the limit. */
  voters_to_change: Record<string, number | null>
  /** Clusters of people whose votes are nearly the same and came close together in time. */
  near_duplicates: string[][]
  /** Statements whose common-ground status changes when only one of each near-duplicate cluster is counted. */
  changed_without_duplicates: string[]
}

export interface HoldoutDocument {
  share: number
  hidden: number
  log_loss: number
  log_loss_column_rate: number
  log_loss_reference_groups: number
}

export interface RouteDocument {
  participant: string
  /** Null when nothing is left to ask. */
  statement_id: string | null
  probability: number
}
