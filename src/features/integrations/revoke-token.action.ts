import { recordAct } from '../../platform/audit/audit.store.ts'
import { type Db, inTransaction } from '../../platform/db/database.ts'
import { revokeToken } from './api-token.store.ts'

export type TakeTokenBack = { outcome: 'revoked' | 'not-there' }

/** Takes a token back: from the next request on it opens nothing. */
export async function takeTokenBack(
  db: Db,
  { agencyId, tokenId, by }: { agencyId: string; tokenId: string; by: string },
  now: Date,
): Promise<TakeTokenBack> {
  return inTransaction(db, async (db) => {
    if (!(await revokeToken(db, agencyId, tokenId, now))) return { outcome: 'not-there' }
    const act = { act: 'token revoked', subjectKind: 'token', subjectId: tokenId }
    await recordAct(db, { agencyId, actorId: by, ...act }, now)
    return { outcome: 'revoked' }
  })
}
