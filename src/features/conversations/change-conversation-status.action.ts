import { recordAct } from '../../platform/audit/audit.store.ts'
import { type Db, inTransaction } from '../../platform/db/database.ts'
import { enqueue } from '../../platform/jobs/enqueue.ts'
import type { Engagement } from '../engagements/engagement.ts'
import { countConversations } from './conversation-count.store.ts'
import { nothingCounted } from './conversation-counts.ts'
import { type ConversationNeed, mayBecome, missingToOpen } from './conversation-opening.ts'
import { lockConversation, saveConversation } from './conversation.store.ts'
import type { Conversation, ConversationStatus } from './conversation.ts'
import { freezeReport } from './freeze-report.action.ts'
import './recount-conversation.job.ts'

export type ChangeConversationStatus =
  | { outcome: 'changed'; conversation: Conversation }
  | { outcome: 'not-there' }
  | { outcome: 'incomplete'; missing: ConversationNeed[] }
  /** It is so already, or it would lead back behind its closing report. */
  | { outcome: 'not-possible' }

/** Opens a conversation, or closes it for good: closing freezes its report, and no way leads back. */
export async function changeConversationStatus(
  db: Db,
  { engagement, actorId }: { engagement: Engagement; actorId: string },
  { id, next }: { id: string; next: ConversationStatus },
  now: Date,
): Promise<ChangeConversationStatus> {
  const { agencyId } = engagement
  return inTransaction(db, async (db) => {
    const current = await lockConversation(db, agencyId, id)
    if (!current || current.engagementId !== engagement.id) return { outcome: 'not-there' }
    if (!mayBecome(current.status, next)) return { outcome: 'not-possible' }
    if (next === 'open') {
      const { shown } = (await countConversations(db, agencyId, [id])).get(id) ?? nothingCounted
      const missing = missingToOpen(current, { engagement, shown, now })
      if (missing.length > 0) return { outcome: 'incomplete', missing }
    }
    const closedAt = next === 'closed' ? now : current.closedAt
    const conversation = await saveConversation(db, current, { status: next, closedAt }, now)
    if (!conversation) throw new Error(`The conversation ${id} changed while it was locked`)
    if (next === 'closed') await freezeReport(db, { agencyId, conversationId: id, by: actorId }, now)
    // An imported conversation opens with votes; whoever comes first should see what they show.
    else await enqueue(db, 'recount-conversation', { agencyId, conversationId: id })
    await recordAct(
      db,
      {
        agencyId,
        actorId,
        act: next === 'closed' ? 'conversation closed' : 'conversation opened',
        subjectKind: 'conversation',
        subjectId: id,
        details: { engagement: engagement.slug },
      },
      now,
    )
    return { outcome: 'changed', conversation }
  })
}
