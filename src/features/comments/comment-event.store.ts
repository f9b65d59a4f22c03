import type { Db } from '../../platform/db/database.ts'
import { newId } from '../../platform/db/id.ts'
import type { CommentAct, CommentEvent } from './comment-event.ts'

declare module '../../platform/db/database.ts' {
  interface Tables {
    commentEvent: CommentEvent
  }
}

/** Notes what was done with a comment, by staff (`byPerson`) or by its author (null). */
export async function addCommentEvent(
  db: Db,
  event: {
    agencyId: string
    engagementId: string
    commentId: string
    act: CommentAct
    byPerson?: string | null
    reason?: string
    note?: string
  },
  now: Date,
): Promise<string> {
  const id = newId()
  await db
    .insertInto('commentEvent')
    .values({ byPerson: null, reason: '', note: '', ...event, id, at: now })
    .execute()
  return id
}

/** What was done with one comment, in order. */
export async function listCommentEvents(
  db: Db,
  agencyId: string,
  commentId: string,
): Promise<CommentEvent[]> {
  return db
    .selectFrom('commentEvent')
    .selectAll()
    .where('agencyId', '=', agencyId)
    .where('commentId', '=', commentId)
    .orderBy('at')
    .orderBy('id')
    .execute()
}

/** What was done with the comments of an engagement, oldest first; `after` goes on from an event's id. */
export async function listEngagementEvents(
  db: Db,
  agencyId: string,
  engagementId: string,
  {
    acts,
    after,
    limit = 1000,
  }: { acts?: readonly CommentAct[]; after?: { at: Date; id: string }; limit?: number } = {},
): Promise<CommentEvent[]> {
  let query = db
    .selectFrom('commentEvent')
    .selectAll()
    .where('agencyId', '=', agencyId)
    .where('engagementId', '=', engagementId)
  if (acts) query = query.where('act', 'in', acts)
  if (after) {
    query = query.where((row) =>
      row.or([row('at', '>', after.at), row.and([row('at', '=', after.at), row('id', '>', after.id)])]),
    )
  }
  return query.orderBy('at').orderBy('id').limit(limit).execute()
}
