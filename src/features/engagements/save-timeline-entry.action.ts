import { isDeepStrictEqual } from 'node:util'
import { contentHash } from '../../platform/audit/audit.ts'
import { recordAct } from '../../platform/audit/audit.store.ts'
import { type Db, inTransaction } from '../../platform/db/database.ts'
import { newId } from '../../platform/db/id.ts'
import type { Engagement } from './engagement.ts'
import { tellFollowers } from './tell-followers.action.ts'
import { addTimelineEntry, findTimelineEntry, saveTimelineEntry } from './timeline.store.ts'
import type { TimelineEntry } from './timeline.ts'
import type { TimelineChanges } from './timeline-form.ts'

/** News of days that are over would only fill mailboxes. */
function isNews(engagement: Engagement, entry: TimelineEntry, today: string): boolean {
  return engagement.status !== 'draft' && entry.day >= today
}

type Author = { personId: string; today: string }

/** Puts a new entry on the timeline; followers hear of it when it is still to come. */
export async function addEntry(
  db: Db,
  { engagement, changes, personId, today }: { engagement: Engagement; changes: TimelineChanges } & Author,
  now: Date,
): Promise<TimelineEntry> {
  return inTransaction(db, async (db) => {
    const { agencyId, id: engagementId } = engagement
    const entry: TimelineEntry = {
      agencyId,
      id: newId(),
      engagementId,
      ...changes,
      sequence: 0,
      cancelledAt: null,
      changedAt: now,
    }
    await addTimelineEntry(db, entry)
    if (isNews(engagement, entry, today)) {
      await tellFollowers(db, {
        agencyId,
        engagementId,
        news: { kind: 'timeline', entryId: entry.id, sequence: 0, change: 'added' },
      })
    }
    const act = {
      agencyId,
      actorId: personId,
      act: 'save-timeline-entry',
      subjectKind: 'timeline-entry',
      subjectId: entry.id,
    }
    await recordAct(
      db,
      { ...act, details: { sequence: 0, day: entry.day }, contentHash: contentHash(changes) },
      now,
    )
    return entry
  })
}

export type SaveEntry =
  | { outcome: 'saved'; entry: TimelineEntry }
  | { outcome: 'unchanged'; entry: TimelineEntry }
  | { outcome: 'changed-meanwhile'; current: TimelineEntry }
  | { outcome: 'no-such-entry' }

/** Changes an entry, on the version that its writer saw; followers hear of it when it is still to come. */
export async function saveEntry(
  db: Db,
  {
    engagement,
    entryId,
    sequence,
    changes,
    personId,
    today,
  }: { engagement: Engagement; entryId: string; sequence: number; changes: TimelineChanges } & Author,
  now: Date,
): Promise<SaveEntry> {
  return inTransaction(db, async (db) => {
    const { agencyId, id: engagementId } = engagement
    const current = await findTimelineEntry(db, agencyId, engagementId, entryId)
    if (!current) return { outcome: 'no-such-entry' }
    if (current.sequence !== sequence) return { outcome: 'changed-meanwhile', current }
    const same = (Object.keys(changes) as (keyof TimelineChanges)[]) // as: the keys of the form's own type
      .every((field) => isDeepStrictEqual(changes[field], current[field]))
    if (same) return { outcome: 'unchanged', entry: current }
    const entry = await saveTimelineEntry(db, current, changes, now)
    if (!entry)
      return {
        outcome: 'changed-meanwhile',
        current: (await findTimelineEntry(db, agencyId, engagementId, entryId)) ?? current,
      }
    if (isNews(engagement, entry, today) && entry.cancelledAt === null) {
      await tellFollowers(db, {
        agencyId,
        engagementId,
        news: { kind: 'timeline', entryId, sequence: entry.sequence, change: 'changed' },
      })
    }
    const act = {
      agencyId,
      actorId: personId,
      act: 'save-timeline-entry',
      subjectKind: 'timeline-entry',
      subjectId: entryId,
    }
    await recordAct(
      db,
      { ...act, details: { sequence: entry.sequence, day: entry.day }, contentHash: contentHash(changes) },
      now,
    )
    return { outcome: 'saved', entry }
  })
}

export type CancelEntry =
  { outcome: 'done'; entry: TimelineEntry } | { outcome: 'no-such-entry' } | { outcome: 'as-it-was' }

/** Calls an entry off, or puts it back. It stays on the timeline, marked, so that nobody comes in vain. */
export async function cancelEntry(
  db: Db,
  {
    engagement,
    entryId,
    cancelled,
    personId,
    today,
  }: { engagement: Engagement; entryId: string; cancelled: boolean } & Author,
  now: Date,
): Promise<CancelEntry> {
  return inTransaction(db, async (db) => {
    const { agencyId, id: engagementId } = engagement
    const current = await findTimelineEntry(db, agencyId, engagementId, entryId)
    if (!current) return { outcome: 'no-such-entry' }
    if ((current.cancelledAt !== null) === cancelled) return { outcome: 'as-it-was' }
    const entry = await saveTimelineEntry(db, current, { cancelledAt: cancelled ? now : null }, now)
    if (!entry) return { outcome: 'as-it-was' }
    if (isNews(engagement, entry, today)) {
      const change = cancelled ? ('cancelled' as const) : ('restored' as const)
      await tellFollowers(db, {
        agencyId,
        engagementId,
        news: { kind: 'timeline', entryId, sequence: entry.sequence, change },
      })
    }
    const act = {
      agencyId,
      actorId: personId,
      act: cancelled ? 'cancel' : 'restore',
      subjectKind: 'timeline-entry',
      subjectId: entryId,
    }
    await recordAct(db, { ...act, details: { sequence: entry.sequence, day: entry.day } }, now)
    return { outcome: 'done', entry }
  })
}
