/** What the retention schedule tells apart, in the order in which it is shown. */
export const retentionKinds = [
  'contact-addresses',
  'about-you',
  'comments',
  'messages',
  'drafts',
  'audit',
] as const
export type RetentionKind = (typeof retentionKinds)[number]

/** Those whose time begins when their engagement has ended; all of an engagement go together. */
export const engagementKinds = ['contact-addresses', 'about-you', 'comments'] as const
export type EngagementKind = (typeof engagementKinds)[number]

/** Those whose time begins for each record on its own. */
export const runningKinds = ['messages', 'drafts'] as const
export type RunningKind = (typeof runningKinds)[number]

export type DeletableKind = EngagementKind | RunningKind

/**
 * How long one kind of record is kept, and on what ground. Null days: until the agency sets a time. The audit log has no days:
 * without its first lines nobody could tell whether the rest is whole, and it holds hashes in place of people's words.
 */
export type RetentionRule = {
  agencyId: string
  kind: RetentionKind
  keepDays: number | null
  basis: string
  changedAt: Date
}

/** A rule that can lead to deletion. */
export type DeletingRule = RetentionRule & { kind: DeletableKind; keepDays: number }

export function isDeleting(rule: RetentionRule): rule is DeletingRule {
  return rule.keepDays !== null && rule.kind !== 'audit'
}

/** A stop to all deletion in one engagement, or in the whole agency when it names none. */
export type Hold = {
  agencyId: string
  id: string
  engagementId: string | null
  reason: string
  placedBy: string
  placedAt: Date
  liftedBy: string | null
  liftedAt: Date | null
}

export const longestKeepDays = 36_500
export const longestBasis = 500
export const longestHoldReason = 500

/** Administrators hear this long before anything is deleted. */
export const noticeDays = 30

const day = 86_400_000

export function daysAfter(at: Date, days: number): Date {
  return new Date(at.getTime() + days * day)
}

/** Whether a hold stands over an engagement now, or over the whole agency; `engagementId` undefined asks for the latter only. */
export function isHeld(holds: readonly Hold[], engagementId?: string): boolean {
  return holds.some(
    (hold) => hold.liftedAt === null && (hold.engagementId === null || hold.engagementId === engagementId),
  )
}

/** When the last hold over this was lifted; undefined when there was none. */
export function lastLifted(holds: readonly Hold[], engagementId?: string): Date | undefined {
  const lifted = holds
    .filter((hold) => hold.engagementId === null || hold.engagementId === engagementId)
    .flatMap((hold) => hold.liftedAt ?? [])
  return lifted.sort((a, b) => b.getTime() - a.getTime())[0]
}

/** What is to be done about records that a rule speaks of. */
export type RetentionStep =
  | { step: 'nothing' }
  /** Tell the administrators; the deletion follows on `on` at the earliest. */
  | { step: 'notify'; on: Date }
  | { step: 'delete' }

/**
 * What a rule asks for today. Nothing is ever deleted without a notice that came thirty days before, after the rule was last
 * changed, after the records' time began, and after the last hold was lifted: whoever changes one of these starts it anew.
 * `dueAt` is when the first record's time is over; undefined when there is none.
 */
export function retentionStep(
  {
    dueAt,
    since,
    lastNotice,
    held,
  }: { dueAt: Date | undefined; since: Date; lastNotice: Date | undefined; held: boolean },
  now: Date,
): RetentionStep {
  if (dueAt === undefined || held) return { step: 'nothing' }
  if (lastNotice === undefined || lastNotice < since) {
    if (now < daysAfter(dueAt, -noticeDays)) return { step: 'nothing' }
    const earliest = daysAfter(now, noticeDays)
    return { step: 'notify', on: dueAt > earliest ? dueAt : earliest }
  }
  return now >= dueAt && now >= daysAfter(lastNotice, noticeDays) ? { step: 'delete' } : { step: 'nothing' }
}

/** The latest of several moments, those that are not there left out. */
export function latest(first: Date, ...others: (Date | undefined)[]): Date {
  return others.reduce<Date>((found, other) => (other && other > found ? other : found), first)
}
