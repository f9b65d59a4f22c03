import type { VoteMatrix } from './vote-matrix.ts'

/** Everything that the engine is told about a conversation. */
export interface OpinionInput {
  /**
   * Rows are the people with at least one vote, in the order of their first votes; columns are the statements in the order
   * of their numbers. A statement that nobody has voted on may be among the columns.
   */
  matrix: VoteMatrix
  /** By column: 1 when the statement is moderated out or meta (a question about the person), so that it shapes no map. */
  modOut: Uint8Array
  /** By column: 1 for a question about the person; such a statement is also in `modOut`. Left out when there are none. */
  meta?: Uint8Array
  /** Instant of each vote in milliseconds, aligned with `matrix.column`; needed only to find near duplicates. */
  votedAt?: Float64Array
  /** Superseded repeats that were left out. */
  deduplicated: number
}

/** What the caller may decide about the answer. */
export interface OpinionOptions {
  mode: 'compat' | 'best'
  /** Fixes the number of groups, even where the null test finds none. */
  groups?: number
  /** Groups are the plain unweighted k-means optimum on the published places. */
  cluster?: 'kmeans'
  /** Groups are given; everything that follows from them is computed. */
  labels?: GivenLabels
  /** For whatever is drawn by lot; the same seed gives the same answer. */
  seed: number
  /** Length of the short list. */
  slate: number
  /** Share of the votes that is hidden before anything is fitted, to see how well they are foretold. */
  holdout?: number
  /** Id of the person whose next statement is wanted. */
  route?: string
}

/** Groups by row of the matrix. */
export interface GivenLabels {
  ids: readonly string[]
  /** Index into `ids` by row; −1 for people in no group. */
  label: Int32Array
}
