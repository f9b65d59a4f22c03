import { recordAct } from '../../platform/audit/audit.store.ts'
import { type Db, inTransaction } from '../../platform/db/database.ts'
import { enqueue } from '../../platform/jobs/enqueue.ts'
import type { Job } from '../../platform/jobs/jobs.ts'
import type { Services } from '../../platform/services.ts'
import { lockConversation, saveConversation } from './conversation.store.ts'
import { listDueToClose, listUncounted, listUnfrozen } from './conversation-result.store.ts'
import { freezeReport } from './freeze-report.action.ts'
import './recount-conversation.action.ts'
import './recount-conversation.job.ts'

declare module '../../platform/jobs/enqueue.ts' {
  interface Jobs {
    'sweep-conversations': Record<string, never>
  }
}

/** Closes a conversation whose time has come, as its staff would by hand. */
async function closeInTime(
  db: Db,
  { agencyId, conversationId }: { agencyId: string; conversationId: string },
  now: Date,
): Promise<void> {
  await inTransaction(db, async (db) => {
    const current = await lockConversation(db, agencyId, conversationId)
    if (current?.status !== 'open' || current.closesAt === null || current.closesAt > now) return
    await saveConversation(db, current, { status: 'closed', closedAt: current.closesAt }, now)
    await freezeReport(db, { agencyId, conversationId, by: null }, now)
    await recordAct(
      db,
      {
        agencyId,
        actorId: null,
        act: 'conversation closed',
        subjectKind: 'conversation',
        subjectId: conversationId,
        details: { by: 'its closing time' },
      },
      now,
    )
  })
}

/** Each minute: closes what is due, and asks again for counts and reports that were asked for and never came. */
export const sweepConversationsJob: Job<Services, 'sweep-conversations'> = {
  name: 'sweep-conversations',
  cron: '* * * * *',
  async run({ db, now }) {
    for (const due of await listDueToClose(db, now())) await closeInTime(db, due, now())
    for (const { agencyId, conversationId, provisional } of await listUncounted(db, now())) {
      const ids = { agencyId, conversationId }
      if (provisional) await enqueue(db, 'refine-conversation', ids)
      else await enqueue(db, 'recount-conversation', ids)
    }
    for (const { agencyId, conversationId } of await listUnfrozen(db, now()))
      await freezeReport(db, { agencyId, conversationId, by: null }, now())
  },
}
