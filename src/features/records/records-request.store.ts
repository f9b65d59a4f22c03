import { sql } from 'kysely'
import type { Db } from '../../platform/db/database.ts'
import { newId } from '../../platform/db/id.ts'
import '../comments/comment.store.ts'
import type { Comment } from '../comments/comment.ts'
import type { RecordsRedaction, RecordsRequest } from './records-request.ts'

declare module '../../platform/db/database.ts' {
  interface Tables {
    recordsRequest: RecordsRequest
    recordsRedaction: RecordsRedaction
  }
}

export async function listRequests(
  db: Db,
  agencyId: string,
  engagementId: string,
): Promise<RecordsRequest[]> {
  return db
    .selectFrom('recordsRequest')
    .selectAll()
    .where('agencyId', '=', agencyId)
    .where('engagementId', '=', engagementId)
    .orderBy('openedAt', 'desc')
    .execute()
}

export async function findRequest(
  db: Db,
  agencyId: string,
  engagementId: string,
  id: string,
): Promise<RecordsRequest | undefined> {
  return db
    .selectFrom('recordsRequest')
    .selectAll()
    .where('agencyId', '=', agencyId)
    .where('engagementId', '=', engagementId)
    .where('id', '=', id)
    .executeTakeFirst()
}

export async function addRequest(
  db: Db,
  request: Omit<RecordsRequest, 'id' | 'releasedAt'>,
): Promise<string> {
  const id = newId()
  await db
    .insertInto('recordsRequest')
    .values({ ...request, id, releasedAt: null })
    .execute()
  return id
}

/** Notes that a request was answered; the first time stays. */
export async function markReleased(db: Db, agencyId: string, id: string, now: Date): Promise<void> {
  await db
    .updateTable('recordsRequest')
    .set({ releasedAt: now })
    .where('agencyId', '=', agencyId)
    .where('id', '=', id)
    .where('releasedAt', 'is', null)
    .execute()
}

export async function listRedactions(
  db: Db,
  agencyId: string,
  requestId: string,
): Promise<RecordsRedaction[]> {
  return db
    .selectFrom('recordsRedaction')
    .selectAll()
    .where('agencyId', '=', agencyId)
    .where('requestId', '=', requestId)
    .orderBy('answerId')
    .orderBy('rangeStart')
    .orderBy('id')
    .execute()
}

export async function addRedactions(
  db: Db,
  redactions: readonly Omit<RecordsRedaction, 'id'>[],
): Promise<void> {
  if (redactions.length === 0) return
  await db
    .insertInto('recordsRedaction')
    .values(redactions.map((redaction) => ({ ...redaction, id: newId() })))
    .execute()
}

/** Takes redactions away: one, or all of an answer. Gives how many there were. */
export async function removeRedactions(
  db: Db,
  { agencyId, requestId }: { agencyId: string; requestId: string },
  which: { id: string } | { answerId: string },
): Promise<number> {
  let query = db
    .deleteFrom('recordsRedaction')
    .where('agencyId', '=', agencyId)
    .where('requestId', '=', requestId)
  query = 'id' in which ? query.where('id', '=', which.id) : query.where('answerId', '=', which.answerId)
  const { numDeletedRows } = await query.executeTakeFirst()
  return Number(numDeletedRows)
}

/**
 * The comments that a request asks for, oldest first: everything that came in between its two days, also what was held back,
 * withdrawn or set aside. Erased ones are no longer there to be given. `answerId` asks for the comment of that answer only.
 */
export async function listRequested(
  db: Db,
  request: RecordsRequest,
  timeZone: string,
  { offset = 0, limit, answerId }: { offset?: number; limit?: number; answerId?: string } = {},
): Promise<Comment[]> {
  let query = db
    .selectFrom('comment')
    .selectAll()
    .where('agencyId', '=', request.agencyId)
    .where('engagementId', '=', request.engagementId)
    .where('state', '!=', 'erased')
    .where(
      sql<boolean>`(received_at at time zone ${timeZone})::date between ${request.fromDay}::date and ${request.toDay}::date`,
    )
    .orderBy('receivedAt')
    .orderBy('id')
  if (limit !== undefined) query = query.limit(limit).offset(offset)
  if (answerId !== undefined) {
    query = query.where(({ exists, selectFrom }) =>
      exists(
        selectFrom('answer')
          .select('answer.id')
          .whereRef('answer.agencyId', '=', 'comment.agencyId')
          .whereRef('answer.commentId', '=', 'comment.id')
          .where('answer.id', '=', answerId),
      ),
    )
  }
  return query.execute()
}

export async function countRequested(db: Db, request: RecordsRequest, timeZone: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from comment
    where agency_id = ${request.agencyId} and engagement_id = ${request.engagementId} and state <> 'erased'
      and (received_at at time zone ${timeZone})::date between ${request.fromDay}::date and ${request.toDay}::date
  `.execute(db)
  return rows[0]?.count ?? 0
}
