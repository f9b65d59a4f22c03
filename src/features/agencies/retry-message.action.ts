import { recordAct } from '../../platform/audit/audit.store.ts'
import { type Db, inTransaction } from '../../platform/db/database.ts'
import { enqueue } from '../../platform/jobs/enqueue.ts'
import { findMessage, saveMessageState } from '../../platform/mail/message.store.ts'

export type RetryMessage = { outcome: 'waiting' | 'on-its-way' | 'not-there' }

/** Sends a message that was refused or kept in the outbox once more. */
export async function retryMessage(
  db: Db,
  given: { agencyId: string; messageId: string; by: string },
  now: Date,
): Promise<RetryMessage> {
  const { agencyId, messageId, by } = given
  return inTransaction(db, async (db) => {
    const message = await findMessage(db, agencyId, messageId)
    if (!message) return { outcome: 'not-there' }
    if (message.state === 'sent' || message.state === 'waiting') return { outcome: 'on-its-way' }
    await saveMessageState(db, message, { state: 'waiting', problem: '' })
    await enqueue(db, 'send-message', { agencyId, messageId })
    const act = { act: 'message retried', subjectKind: 'message', subjectId: messageId }
    await recordAct(db, { agencyId, actorId: by, ...act }, now)
    return { outcome: 'waiting' }
  })
}
