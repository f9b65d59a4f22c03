import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../../platform/db/database.ts'
import { newId } from '../../platform/db/id.ts'
import { toBeRead } from './reading.store.ts'

type AdjudicationTable = {
  agencyId: string
  id: string
  engagementId: string
  commentId: string
  codeId: string
  applies: boolean
  note: string
  settledBy: string
  settledAt: Date
}

declare module '../../platform/db/database.ts' {
  interface Tables {
    adjudication: AdjudicationTable
  }
}

export type Adjudication = AdjudicationTable

/** Everything that was settled in an engagement. */
export async function listAdjudications(
  db: Db,
  agencyId: string,
  engagementId: string,
): Promise<Adjudication[]> {
  return db
    .selectFrom('adjudication')
    .selectAll()
    .where('agencyId', '=', agencyId)
    .where('engagementId', '=', engagementId)
    .execute()
}

export async function findAdjudication(
  db: Db,
  agencyId: string,
  commentId: string,
  codeId: string,
): Promise<Adjudication | undefined> {
  return db
    .selectFrom('adjudication')
    .selectAll()
    .where('agencyId', '=', agencyId)
    .where('commentId', '=', commentId)
    .where('codeId', '=', codeId)
    .executeTakeFirst()
}

/** Keeps what was settled in place of what was settled before. */
export async function saveAdjudication(db: Db, adjudication: Omit<Adjudication, 'id'>): Promise<void> {
  const { applies, note, settledBy, settledAt } = adjudication
  await db
    .insertInto('adjudication')
    .values({ ...adjudication, id: newId() })
    .onConflict((conflict) =>
      conflict
        .columns(['agencyId', 'commentId', 'codeId'])
        .doUpdateSet({ applies, note, settledBy, settledAt }),
    )
    .execute()
}

/**
 * The codes that stand on each comment of an engagement, as `settled-codes.ts` says: given by everyone who read it, or settled in
 * favour. A piece of a query that gives `comment_id`, `code_id`, and whether any coder gave it `for` or `against`.
 */
export function settledCodings(agencyId: string, engagementId: string): RawBuilder<unknown> {
  return sql`
    select coalesce(given.comment_id, adjudication.comment_id) as comment_id,
      coalesce(given.code_id, adjudication.code_id) as code_id, given.is_for, given.is_against
    from (
      select coding.comment_id, coding.code_id, count(*) as times,
        bool_or(coding.stance = 'for') as is_for, bool_or(coding.stance = 'against') as is_against
      from coding where coding.agency_id = ${agencyId} and coding.engagement_id = ${engagementId}
      group by coding.comment_id, coding.code_id
    ) given
    full join (
      select comment_id, code_id, applies from adjudication
      where agency_id = ${agencyId} and engagement_id = ${engagementId}
    ) adjudication on adjudication.comment_id = given.comment_id and adjudication.code_id = given.code_id
    join (
      select reading.comment_id, count(*) as readers from reading
      where reading.agency_id = ${agencyId} and reading.engagement_id = ${engagementId} group by reading.comment_id
    ) readers on readers.comment_id = coalesce(given.comment_id, adjudication.comment_id)
    join comment on comment.agency_id = ${agencyId} and comment.id = readers.comment_id
      and comment.engagement_id = ${engagementId} and comment.state in ${toBeRead}
    where coalesce(adjudication.applies, given.times = readers.readers)
  `
}
