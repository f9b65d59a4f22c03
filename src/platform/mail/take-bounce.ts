import { type Db, inTransaction } from '../db/database.ts'
import type { Bounce } from './bounce.ts'
import { addUnreachable, type Message, saveMessageState } from './message.store.ts'

export type TakeBounce = { outcome: 'noted'; message: Message } | { outcome: 'no-such-message' }

/**
 * Notes that a message came back. Staff see the reason in the outbox; after a lasting failure the address is not written
 * to again, so that our mail keeps its good name with the servers of everyone else.
 */
export async function takeBounce(
  db: Db,
  messageId: string,
  bounce: Pick<Bounce, 'status' | 'permanent' | 'diagnostic'>,
  now: Date,
): Promise<TakeBounce> {
  return inTransaction(db, async (db) => {
    const message = await db
      .selectFrom('message')
      .selectAll()
      .where('id', '=', messageId)
      .forUpdate()
      .executeTakeFirst()
    if (!message) return { outcome: 'no-such-message' }
    const problem = `${bounce.status} ${bounce.diagnostic ?? ''}`.trim().slice(0, 500)
    if (!bounce.permanent) {
      await saveMessageState(db, message, { problem })
      return { outcome: 'noted', message }
    }
    await saveMessageState(db, message, { state: 'refused', problem })
    await addUnreachable(
      db,
      { agencyId: message.agencyId, channel: 'mail', address: message.toAddress, reason: 'bounced' },
      now,
    )
    return { outcome: 'noted', message }
  })
}
