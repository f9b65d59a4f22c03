export const commentActs = [
  'approved',
  'held',
  'released',
  'spam',
  'redacted',
  'moved',
  'duplicate',
  'not-duplicate',
  'answered',
  'corrected',
  'withdrawn',
  'erased',
  'translated',
] as const
export type CommentAct = (typeof commentActs)[number]

/** Something that was done with a comment: by staff, or by its author when `byPerson` is null. */
export type CommentEvent = {
  agencyId: string
  id: string
  commentId: string
  engagementId: string
  at: Date
  byPerson: string | null
  act: CommentAct
  /** Told to the author and shown in the public moderation log. */
  reason: string
  /** For staff only. */
  note: string
}

/** The last time its author changed the words, if they did: codes and quotes made before that may no longer fit. */
export function correctedAt(events: readonly Pick<CommentEvent, 'act' | 'at'>[]): Date | undefined {
  return events.findLast((event) => event.act === 'corrected')?.at
}
