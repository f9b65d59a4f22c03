import type { Written } from '../../platform/i18n/written.ts'

/** Whose words these are: the agency's own, someone's who takes part, or brought along from another tool. */
export type StatementOrigin = 'agency' | 'voter' | 'import'

/** `waiting` for moderation, `shown` to voters, `rejected` with a reason, `withdrawn` by whoever wrote it. */
export const statementStates = ['waiting', 'shown', 'rejected', 'withdrawn'] as const
export type StatementState = (typeof statementStates)[number]

/** One sentence that people can agree or disagree with. */
export type Statement = {
  agencyId: string
  id: string
  conversationId: string
  /** Counts from 1 within the conversation; shown, printed and exported. */
  number: number
  words: Written
  origin: StatementOrigin
  /** Who wrote it, when a voter did. */
  voterId: string | null
  state: StatementState
  /** Why it was rejected, in words for its author and the public log. */
  reason: string
  /** About the voter ("I am a parent") rather than about the question: kept out of the map. */
  isMeta: boolean
  fingerprint: string
  addedBy: string | null
  addedAt: Date
  moderatedBy: string | null
  moderatedAt: Date | null
  version: number
}
