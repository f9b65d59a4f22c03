import { recordAct } from '../../platform/audit/audit.store.ts'
import { type Db, inTransaction } from '../../platform/db/database.ts'
import { mayWithdraw } from './comment.ts'
import { addCommentEvent } from './comment-event.store.ts'
import { saveComment } from './comment.store.ts'
import { lockComment } from './staff-list.store.ts'

export type WithdrawComment = { outcome: 'withdrawn' } | { outcome: 'too-late' }

/** Takes a comment back: it is no longer shown or counted. Staff still see that there was one, until its author erases it. */
export async function withdrawComment(
  db: Db,
  { agencyId, commentId, actorId }: { agencyId: string; commentId: string; actorId?: string },
  now: Date,
): Promise<WithdrawComment> {
  return inTransaction(db, async (db) => {
    const comment = await lockComment(db, agencyId, commentId)
    if (!comment || !mayWithdraw(comment)) return { outcome: 'too-late' }
    await saveComment(db, { agencyId, id: commentId }, { state: 'withdrawn', changedAt: now })
    await addCommentEvent(
      db,
      { agencyId, engagementId: comment.engagementId, commentId, act: 'withdrawn' },
      now,
    )
    await recordAct(
      db,
      {
        agencyId,
        actorId: actorId ?? null,
        act: 'comment withdrawn',
        subjectKind: 'comment',
        subjectId: commentId,
      },
      now,
    )
    return { outcome: 'withdrawn' }
  })
}
