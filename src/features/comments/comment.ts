import type { Age } from './age.ts'

export const channels = ['web', 'mail', 'sms', 'paper', 'meeting', 'phone', 'import', 'api'] as const
export type Channel = (typeof channels)[number]

export const commentStates = ['waiting', 'published', 'held', 'spam', 'withdrawn', 'erased'] as const
export type CommentState = (typeof commentStates)[number]

export type ContactChannel = 'mail' | 'sms'

/** What one person said, through whatever channel; its answers and what they said about themselves are kept beside it. */
export type Comment = {
  agencyId: string
  id: string
  engagementId: string
  receiptCode: string
  channel: Channel
  /** What it is written in: two letters such as `en`, or three where a language has no two. */
  language: string
  state: CommentState
  age: Age
  guardianConsent: boolean
  receivedAt: Date
  /** When staff first answered it; stops the clock of the response promise. */
  answeredAt: Date | null
  changedAt: Date
  version: number
  /** Made when the form was shown: the same comment sent twice has the same key. */
  submissionKey: string
  fingerprint: string
  duplicateOf: string | null
  importId: string | null
  enteredBy: string | null
  enteredNote: string
  personId: string | null
  contactChannel: ContactChannel | null
  contactAddress: string | null
  /** Where it came from: file and row, message id, paper number. */
  provenance: Provenance
}

export type Provenance = Record<string, string | number | boolean | null>

/** Whether everyone may read it. */
export function visibleToPublic(comment: Pick<Comment, 'state'>): boolean {
  return comment.state === 'published'
}

/** Whether it is part of what the agency must read, code and answer. */
export function counts(comment: Pick<Comment, 'state'>): boolean {
  return comment.state === 'published' || comment.state === 'held' || comment.state === 'waiting'
}

/** Whether its author may still change its words. */
export function mayCorrect(comment: Pick<Comment, 'state'>): boolean {
  return counts(comment)
}

/** Whether its author may take it back; what is already gone cannot go again. */
export function mayWithdraw(comment: Pick<Comment, 'state'>): boolean {
  return comment.state !== 'withdrawn' && comment.state !== 'erased'
}

/** The state of a comment that comes in. Suspected spam is kept aside for staff, never refused: it may be a person. */
export function firstState(
  moderation: 'before' | 'after',
  spamSuspect: boolean,
): 'waiting' | 'published' | 'spam' {
  if (spamSuspect) return 'spam'
  return moderation === 'before' ? 'waiting' : 'published'
}

/** Where a list goes on: after this comment, in the order newest first. */
export type CommentCursor = { receivedAt: Date; id: string }

/** A cursor as it stands in an address. */
export function cursorText({ receivedAt, id }: CommentCursor): string {
  return `${receivedAt.getTime()}_${id}`
}

/** A cursor out of an address; undefined when it is none, so that the list starts at its head. */
export function readCursor(text: string | undefined): CommentCursor | undefined {
  const found = /^(\d{1,14})_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(text ?? '')
  return found ? { receivedAt: new Date(Number(found[1])), id: found[2]! } : undefined
}
