import type { Db } from '../../platform/db/database.ts'
import './conversation-result.store.ts'

/** The class model of the last count, without all that else was counted; undefined before the first count. */
export async function findRouting(db: Db, agencyId: string, conversationId: string): Promise<unknown> {
  const found = await db
    .selectFrom('conversationResult')
    .select('routing')
    .where('agencyId', '=', agencyId)
    .where('conversationId', '=', conversationId)
    .executeTakeFirst()
  return found?.routing
}
