import type { Db } from '../../platform/db/database.ts'
import '../agencies/agency.store.ts'
import type { Engagement } from './engagement.ts'

declare module '../../platform/db/database.ts' {
  interface Tables {
    engagement: Engagement
  }
}

export async function findEngagement(
  db: Db,
  agencyId: string,
  slug: string,
): Promise<Engagement | undefined> {
  return db
    .selectFrom('engagement')
    .selectAll()
    .where('agencyId', '=', agencyId)
    .where('slug', '=', slug)
    .executeTakeFirst()
}

export async function getEngagement(db: Db, agencyId: string, id: string): Promise<Engagement> {
  return db
    .selectFrom('engagement')
    .selectAll()
    .where('agencyId', '=', agencyId)
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
}

/** An agency's engagements, newest first. */
export async function listEngagements(db: Db, agencyId: string): Promise<Engagement[]> {
  return db
    .selectFrom('engagement')
    .selectAll()
    .where('agencyId', '=', agencyId)
    .orderBy('createdAt', 'desc')
    .execute()
}

export async function addEngagement(db: Db, engagement: Engagement): Promise<void> {
  await db.insertInto('engagement').values(engagement).execute()
}

/** Saves a change made on this version; undefined when someone else's came first. */
export async function saveEngagement(
  db: Db,
  { agencyId, id, version }: Pick<Engagement, 'agencyId' | 'id' | 'version'>,
  changes: Partial<
    Omit<Engagement, 'agencyId' | 'id' | 'slug' | 'version' | 'changedAt' | 'createdAt' | 'createdBy'>
  >,
  now: Date,
): Promise<Engagement | undefined> {
  return db
    .updateTable('engagement')
    .set({ ...changes, version: version + 1, changedAt: now })
    .where('agencyId', '=', agencyId)
    .where('id', '=', id)
    .where('version', '=', version)
    .returningAll()
    .executeTakeFirst()
}

/**
 * The questions changed, so whoever went through them for protected topics does so again before students answer. False where
 * students are not asked, or nobody has checked yet.
 */
export async function askToCheckTopics(
  db: Db,
  { agencyId, id }: Pick<Engagement, 'agencyId' | 'id'>,
  now: Date,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('engagement')
    .set((row) => ({ protectedTopicsCheckedAt: null, version: row('version', '+', 1), changedAt: now }))
    .where('agencyId', '=', agencyId)
    .where('id', '=', id)
    .where('asksStudents', '=', true)
    .where('protectedTopicsCheckedAt', 'is not', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** The slugs of an agency that begin with this one. */
export async function listSlugs(db: Db, agencyId: string, start: string): Promise<string[]> {
  const rows = await db
    .selectFrom('engagement')
    .select('slug')
    .where('agencyId', '=', agencyId)
    .where('slug', 'like', `${start}%`) // slugs hold neither % nor _
    .execute()
  return rows.map((row) => row.slug)
}

/** Another engagement of the agency that listens to this keyword and is not closed. */
export async function findByKeyword(
  db: Db,
  agencyId: string,
  keyword: string,
): Promise<Engagement | undefined> {
  return db
    .selectFrom('engagement')
    .selectAll()
    .where('agencyId', '=', agencyId)
    .where('smsKeyword', '=', keyword)
    .where('status', '!=', 'closed')
    .executeTakeFirst()
}

/** Every open engagement of agencies that are not archived, over the whole installation, newest first. */
export async function listOpenEngagements(db: Db): Promise<Engagement[]> {
  return db
    .selectFrom('engagement')
    .selectAll('engagement')
    .innerJoin('agency', 'agency.id', 'engagement.agencyId')
    .where('engagement.status', '=', 'open')
    .where('agency.archivedAt', 'is', null)
    .orderBy('engagement.createdAt', 'desc')
    .limit(200)
    .execute()
}
