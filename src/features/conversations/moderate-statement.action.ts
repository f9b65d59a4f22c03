import { recordAct } from '../../platform/audit/audit.store.ts'
import { type Db, inTransaction } from '../../platform/db/database.ts'
import { enqueue } from '../../platform/jobs/enqueue.ts'
import type { Engagement } from '../engagements/engagement.ts'
import { lockConversation } from './conversation.store.ts'
import './recount-conversation.job.ts'
import { afterAct, type StatementAct } from './statement-moderation.ts'
import { findStatements, saveStatement } from './statement.store.ts'
import type { Statement } from './statement.ts'

export type SeenStatement = { id: string; version: number }

export type ModerateStatements =
  { outcome: 'done'; done: Statement[]; changedMeanwhile: number; unfit: number } | { outcome: 'not-there' }

const acts: Record<StatementAct, string> = {
  approve: 'statement approved',
  reject: 'statement rejected',
  undo: 'statement moderation undone',
  meta: 'statement marked as about people',
  'not-meta': 'statement no longer about people',
}

/**
 * One act on one or many statements, each on the version that was seen; what changed meanwhile or does not fit is left alone
 * and counted. Whatever leaves or enters the map has it counted anew.
 */
export async function moderateStatements(
  db: Db,
  { engagement, actorId }: { engagement: Engagement; actorId: string },
  conversationId: string,
  { act, reason, statements }: { act: StatementAct; reason: string; statements: readonly SeenStatement[] },
  now: Date,
): Promise<ModerateStatements> {
  const { agencyId } = engagement
  return inTransaction(db, async (db) => {
    const conversation = await lockConversation(db, agencyId, conversationId)
    if (!conversation || conversation.engagementId !== engagement.id) return { outcome: 'not-there' }
    const seen = new Map(statements.map(({ id, version }) => [id, version]))
    const done: Statement[] = []
    let changedMeanwhile = 0
    let unfit = 0
    for (const statement of await findStatements(db, agencyId, conversationId, [...seen.keys()])) {
      const changes = afterAct(statement, act, {
        moderation: conversation.moderation,
        reason,
        by: actorId,
        now,
      })
      if (statement.version !== seen.get(statement.id)) changedMeanwhile++
      else if (!changes) unfit++
      else {
        const saved = await saveStatement(db, statement, changes)
        if (saved) done.push(saved)
        else changedMeanwhile++
      }
    }
    if (done.length === 0 && changedMeanwhile === 0 && unfit === 0) return { outcome: 'not-there' }
    if (done.length > 0) await enqueue(db, 'recount-conversation', { agencyId, conversationId })
    const one = done.length === 1 ? done[0] : undefined
    if (done.length > 0) {
      await recordAct(
        db,
        {
          agencyId,
          actorId,
          act: acts[act],
          subjectKind: one ? 'statement' : 'conversation',
          subjectId: one ? one.id : conversationId,
          details: {
            engagement: engagement.slug,
            numbers: done.map(({ number }) => number).join(' '),
            count: done.length,
          },
        },
        now,
      )
    }
    return { outcome: 'done', done, changedMeanwhile, unfit }
  })
}
