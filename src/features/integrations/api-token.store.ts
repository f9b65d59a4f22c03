import type { Db } from '../../platform/db/database.ts'
import { hashToken } from '../../platform/session/session.ts'
import type { ApiToken } from './api-token.ts'

declare module '../../platform/db/database.ts' {
  interface Tables {
    apiToken: ApiToken
  }
}

/** The tokens of an agency, newest first, those of the past included. */
export async function listTokens(db: Db, agencyId: string): Promise<ApiToken[]> {
  return db
    .selectFrom('apiToken')
    .selectAll()
    .where('agencyId', '=', agencyId)
    .orderBy('createdAt', 'desc')
    .execute()
}

export async function addToken(db: Db, token: ApiToken): Promise<void> {
  await db.insertInto('apiToken').values(token).execute()
}

/** The token of this agency that has this secret, whatever its state. */
export async function findTokenBySecret(
  db: Db,
  agencyId: string,
  secret: string,
): Promise<ApiToken | undefined> {
  return db
    .selectFrom('apiToken')
    .selectAll()
    .where('tokenHash', '=', hashToken(secret))
    .where('agencyId', '=', agencyId)
    .executeTakeFirst()
}

/** Takes a token back; false when there is none, or it was taken back before. */
export async function revokeToken(db: Db, agencyId: string, id: string, now: Date): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('apiToken')
    .set({ revokedAt: now })
    .where('agencyId', '=', agencyId)
    .where('id', '=', id)
    .where('revokedAt', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Notes that a token was used; at most once a minute, because a busy program would otherwise write one row all day long. */
export async function noteTokenUse(db: Db, { agencyId, id, lastUsedAt }: ApiToken, now: Date): Promise<void> {
  if (lastUsedAt !== null && now.getTime() - lastUsedAt.getTime() < 60_000) return
  await db
    .updateTable('apiToken')
    .set({ lastUsedAt: now })
    .where('agencyId', '=', agencyId)
    .where('id', '=', id)
    .execute()
}
