import { hashToken, normalCode } from '../../platform/session/session.ts'

/** Someone who votes in one conversation, known only by a code that they hold. */
export type Voter = {
  agencyId: string
  id: string
  conversationId: string
  /** Given when votes are counted; null until then. Exports name people by it. */
  number: number | null
  codeHash: string
  source: 'web' | 'embed' | 'import'
  language: string
  contactChannel: 'mail' | 'sms' | null
  contactAddress: string | null
  joinedAt: Date
}

/** Agree, disagree or pass. */
export type VoteValue = 1 | -1 | 0

/** Votes as forms and addresses name them. */
export const votes = ['agree', 'disagree', 'pass'] as const
export type Vote = (typeof votes)[number]

const values: Record<Vote, VoteValue> = { agree: 1, disagree: -1, pass: 0 }

/** What is kept for a vote that was chosen on a form; undefined for anything else. */
export function voteValueOf(typed: string): VoteValue | undefined {
  return votes.some((vote) => vote === typed) ? values[typed as Vote] : undefined // as: just checked
}

export function voteOf(value: VoteValue): Vote {
  return value === 1 ? 'agree' : value === -1 ? 'disagree' : 'pass'
}

/** About 54 bits: nobody finds another's votes by trying, and a person can still read it out. */
export const voterCodeLength = 12

/** What a person typed, or their browser kept, as their code; undefined when it cannot be one. */
export function readVoterCode(typed: string): string | undefined {
  if (typed.length > 100) return undefined
  const code = normalCode(typed)
  return /^[34679ACDEFGHJKMNPQRTWXY]{12}$/.test(code) ? code : undefined
}

/** How a code is kept: whoever reads the table cannot vote with it. */
export function hashVoterCode(code: string): string {
  return hashToken(code).toString('hex')
}
