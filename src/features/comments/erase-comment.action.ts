import { recordAct } from '../../platform/audit/audit.store.ts'
import { type Db, inTransaction } from '../../platform/db/database.ts'
import { addCommentEvent } from './comment-event.store.ts'
import { emptyComment } from './comment-traces.store.ts'
import { lockComment } from './staff-list.store.ts'

export type EraseComment = { outcome: 'erased' } | { outcome: 'not-there' }

/**
 * Erases a comment for good: its content goes, the row stays as "erased" so that counts, codes and the audit chain hold.
 * `reason` says who asked: its author, or the retention schedule. Erasing twice changes nothing.
 */
export async function eraseComment(
  db: Db,
  {
    agencyId,
    commentId,
    reason,
    actorId,
  }: { agencyId: string; commentId: string; reason: 'author' | 'retention'; actorId?: string },
  now: Date,
): Promise<EraseComment> {
  return inTransaction(db, async (db) => {
    const comment = await lockComment(db, agencyId, commentId)
    if (!comment) return { outcome: 'not-there' }
    if (comment.state === 'erased') return { outcome: 'erased' }
    await emptyComment(db, comment, now)
    await addCommentEvent(db, { agencyId, engagementId: comment.engagementId, commentId, act: 'erased' }, now)
    await recordAct(
      db,
      {
        agencyId,
        actorId: actorId ?? null,
        act: 'comment erased',
        subjectKind: 'comment',
        subjectId: commentId,
        details: { reason },
      },
      now,
    )
    return { outcome: 'erased' }
  })
}
