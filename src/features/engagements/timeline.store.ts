import type { Db } from '../../platform/db/database.ts'
import type { TimelineEntry } from './timeline.ts'

declare module '../../platform/db/database.ts' {
  interface Tables {
    timelineEntry: TimelineEntry
  }
}

/** The timeline of an engagement in order, cancelled entries included. */
export async function listTimeline(db: Db, agencyId: string, engagementId: string): Promise<TimelineEntry[]> {
  return db
    .selectFrom('timelineEntry')
    .selectAll()
    .where('agencyId', '=', agencyId)
    .where('engagementId', '=', engagementId)
    .orderBy('day')
    .orderBy('startsAt', (order) => order.asc().nullsFirst())
    .orderBy('id')
    .execute()
}

/** What is still to come in an agency's engagements, one list in order of day. */
export async function listComingEntries(db: Db, agencyId: string, today: string): Promise<TimelineEntry[]> {
  return db
    .selectFrom('timelineEntry')
    .selectAll()
    .where('agencyId', '=', agencyId)
    .where('day', '>=', today)
    .where('cancelledAt', 'is', null)
    .orderBy('day')
    .orderBy('startsAt', (order) => order.asc().nullsFirst())
    .execute()
}

export async function findTimelineEntry(
  db: Db,
  agencyId: string,
  engagementId: string,
  id: string,
): Promise<TimelineEntry | undefined> {
  return db
    .selectFrom('timelineEntry')
    .selectAll()
    .where('agencyId', '=', agencyId)
    .where('engagementId', '=', engagementId)
    .where('id', '=', id)
    .executeTakeFirst()
}

export async function addTimelineEntry(db: Db, entry: TimelineEntry): Promise<void> {
  await db.insertInto('timelineEntry').values(entry).execute()
}

/** Saves a change made on the version numbered `sequence`; undefined when someone else's came first. */
export async function saveTimelineEntry(
  db: Db,
  {
    agencyId,
    engagementId,
    id,
    sequence,
  }: Pick<TimelineEntry, 'agencyId' | 'engagementId' | 'id' | 'sequence'>,
  changes: Partial<Omit<TimelineEntry, 'agencyId' | 'id' | 'engagementId' | 'sequence' | 'changedAt'>>,
  now: Date,
): Promise<TimelineEntry | undefined> {
  return db
    .updateTable('timelineEntry')
    .set({ ...changes, sequence: sequence + 1, changedAt: now })
    .where('agencyId', '=', agencyId)
    .where('engagementId', '=', engagementId)
    .where('id', '=', id)
    .where('sequence', '=', sequence)
    .returningAll()
    .executeTakeFirst()
}
