import { recordAct } from '../../platform/audit/audit.store.ts'
import { type Db, inTransaction } from '../../platform/db/database.ts'
import { enqueue } from '../../platform/jobs/enqueue.ts'
import { getAgency } from '../agencies/agency.store.ts'
import { findConversationById } from './conversation.store.ts'
import type { CountVotes } from './count-votes.action.ts'
import { addFrozenReport, findFrozenReport, readOpinionReport } from './opinion-report.store.ts'
import { refineConversation } from './recount-conversation.action.ts'

declare module '../../platform/jobs/enqueue.ts' {
  interface Jobs {
    'freeze-report': { agencyId: string; conversationId: string; by: string | null }
  }
}

/**
 * Asks for the closing report, in the transaction that closes the conversation. A last full count takes seconds, so the
 * report itself is made right after by the job 'freeze-report'; until then its page says that it is being prepared.
 * Asking twice freezes once. `by` is the person who closed it, or null when its time had come.
 */
export async function freezeReport(
  db: Db,
  { agencyId, conversationId, by }: { agencyId: string; conversationId: string; by: string | null },
  now: Date,
): Promise<void> {
  await enqueue(db, 'freeze-report', { agencyId, conversationId, by }, { startAfter: now })
}

/**
 * Counts one last time and keeps what everyone may see, word for word and figure for figure. What moderation or erasure
 * changes later leaves it as it is.
 */
export async function fixReport(
  { db, now, count }: { db: Db; now: () => Date; count: CountVotes },
  { agencyId, conversationId, by }: { agencyId: string; conversationId: string; by: string | null },
): Promise<{ outcome: 'fixed' | 'there-already' | 'not-closed' }> {
  const conversation = await findConversationById(db, agencyId, conversationId)
  if (conversation?.status !== 'closed') return { outcome: 'not-closed' }
  if (await findFrozenReport(db, agencyId, conversationId)) return { outcome: 'there-already' }
  await refineConversation({ db, now, count }, { agencyId, conversationId }, { wait: true })
  const minimum = (await getAgency(db, agencyId)).minimum
  return inTransaction(db, async (db) => {
    const read = await readOpinionReport(db, { minimum }, conversation)
    if (!read) throw new Error(`The conversation ${conversationId} has no count after its last count`)
    const { added, hash } = await addFrozenReport(db, { agencyId, conversationId, by }, read.report, now())
    if (!added) return { outcome: 'there-already' }
    await recordAct(
      db,
      {
        agencyId,
        actorId: by,
        act: 'closing report fixed',
        subjectKind: 'conversation',
        subjectId: conversationId,
        contentHash: Buffer.from(hash, 'hex'),
      },
      now(),
    )
    return { outcome: 'fixed' }
  })
}
