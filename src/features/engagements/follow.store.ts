import type { Db } from '../../platform/db/database.ts'
import type { Follow } from './follow.ts'

declare module '../../platform/db/database.ts' {
  interface Tables {
    follow: Follow
  }
}

export async function findFollow(
  db: Db,
  agencyId: string,
  engagementId: string,
  address: string,
): Promise<Follow | undefined> {
  return db
    .selectFrom('follow')
    .selectAll()
    .where('agencyId', '=', agencyId)
    .where('engagementId', '=', engagementId)
    .where('address', '=', address)
    .executeTakeFirst()
}

export async function findFollowToConfirm(
  db: Db,
  agencyId: string,
  engagementId: string,
  confirmHash: Buffer,
): Promise<Follow | undefined> {
  return db
    .selectFrom('follow')
    .selectAll()
    .where('agencyId', '=', agencyId)
    .where('engagementId', '=', engagementId)
    .where('confirmHash', '=', confirmHash)
    .executeTakeFirst()
}

/** By the secret that stands in each mail; the address of that page names no agency. */
export async function findFollowToStop(db: Db, stopToken: string): Promise<Follow | undefined> {
  return db.selectFrom('follow').selectAll().where('stopToken', '=', stopToken).executeTakeFirst()
}

/** A new wish to follow; one that is there already starts over, unconfirmed, with the new secrets. */
export async function addFollow(db: Db, follow: Follow): Promise<void> {
  await db
    .insertInto('follow')
    .values(follow)
    .onConflict((conflict) =>
      conflict.columns(['agencyId', 'engagementId', 'address']).doUpdateSet({
        language: follow.language,
        confirmHash: follow.confirmHash,
        stopToken: follow.stopToken,
        createdAt: follow.createdAt,
        confirmedAt: null,
        stoppedAt: null,
      }),
    )
    .execute()
}

export async function saveFollow(
  db: Db,
  { agencyId, id }: Pick<Follow, 'agencyId' | 'id'>,
  changes: Partial<Pick<Follow, 'confirmedAt' | 'stoppedAt'>>,
): Promise<void> {
  await db.updateTable('follow').set(changes).where('agencyId', '=', agencyId).where('id', '=', id).execute()
}

/** Everyone who hears of news, in order of id; `after` continues a listing. */
export async function listFollowers(
  db: Db,
  agencyId: string,
  engagementId: string,
  { after, limit = 200 }: { after?: string; limit?: number } = {},
): Promise<Follow[]> {
  let query = db
    .selectFrom('follow')
    .selectAll()
    .where('agencyId', '=', agencyId)
    .where('engagementId', '=', engagementId)
    .where('confirmedAt', 'is not', null)
    .where('stoppedAt', 'is', null)
  if (after !== undefined) query = query.where('id', '>', after)
  return query.orderBy('id').limit(limit).execute()
}

export async function countFollowers(db: Db, agencyId: string, engagementId: string): Promise<number> {
  const { count } = await db
    .selectFrom('follow')
    .select((row) => row.fn.countAll<number>().as('count'))
    .where('agencyId', '=', agencyId)
    .where('engagementId', '=', engagementId)
    .where('confirmedAt', 'is not', null)
    .where('stoppedAt', 'is', null)
    .executeTakeFirstOrThrow()
  return count
}
