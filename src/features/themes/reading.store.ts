import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../../platform/db/database.ts'
import { newId } from '../../platform/db/id.ts'
import '../comments/comment.store.ts'
import type { ReadComment } from './agreement.ts'
import type { GivenCode, Reading, Stance } from './reading.ts'

type CodingTable = {
  agencyId: string
  id: string
  engagementId: string
  commentId: string
  readingId: string
  codeId: string
  stance: Stance
  answerId: string | null
  quoteStart: number | null
  quoteEnd: number | null
}

declare module '../../platform/db/database.ts' {
  interface Tables {
    reading: Reading
    coding: CodingTable
  }
}

/** Comments that the agency must read; what is spam, withdrawn or erased is neither coded nor counted. */
export const toBeRead = sql`('waiting', 'published', 'held')`

/** When the words of a comment were last changed by its author or redacted by staff; null when never. `comment` is the alias. */
export function wordsChangedAt(comment: 'comment'): RawBuilder<Date | null> {
  return sql<Date | null>`(
    select max(event.at) from comment_event event
    where event.agency_id = ${sql.ref(comment)}.agency_id and event.comment_id = ${sql.ref(comment)}.id
      and event.act in ('corrected', 'redacted')
  )`
}

/** Keeps a coder's reading in place of their earlier one. */
export async function saveReading(
  db: Db,
  reading: Omit<Reading, 'id'>,
  given: readonly GivenCode[],
): Promise<string> {
  const { agencyId, engagementId, commentId, memo, finishedAt } = reading
  const { id } = await db
    .insertInto('reading')
    .values({ ...reading, id: newId() })
    .onConflict((conflict) =>
      conflict.columns(['agencyId', 'commentId', 'coderId']).doUpdateSet({ memo, finishedAt, engagementId }),
    )
    .returning('id')
    .executeTakeFirstOrThrow()
  await db.deleteFrom('coding').where('agencyId', '=', agencyId).where('readingId', '=', id).execute()
  if (given.length > 0) {
    await db
      .insertInto('coding')
      .values(
        given.map(({ codeId, stance, quote }) => ({
          agencyId,
          id: newId(),
          engagementId,
          commentId,
          readingId: id,
          codeId,
          stance,
          answerId: quote?.answerId ?? null,
          quoteStart: quote?.start ?? null,
          quoteEnd: quote?.end ?? null,
        })),
      )
      .execute()
  }
  return id
}

export type KeptReading = Reading & { given: GivenCode[] }

/** Everyone's readings of one comment. */
export async function listReadings(db: Db, agencyId: string, commentId: string): Promise<KeptReading[]> {
  const readings = await db
    .selectFrom('reading')
    .selectAll()
    .where('agencyId', '=', agencyId)
    .where('commentId', '=', commentId)
    .orderBy('finishedAt')
    .execute()
  if (readings.length === 0) return []
  const codings = await db
    .selectFrom('coding')
    .selectAll()
    .where('agencyId', '=', agencyId)
    .where('commentId', '=', commentId)
    .execute()
  const byReading = Map.groupBy(codings, (coding) => coding.readingId)
  return readings.map((reading) => ({ ...reading, given: (byReading.get(reading.id) ?? []).map(asGiven) }))
}

function asGiven(coding: CodingTable): GivenCode {
  const { codeId, stance, answerId, quoteStart, quoteEnd } = coding
  const quote =
    answerId === null || quoteStart === null || quoteEnd === null
      ? null
      : { answerId, start: quoteStart, end: quoteEnd }
  return { codeId, stance, quote }
}

/** When the words of one comment last changed; null when they are as they came. */
export async function findWordsChange(db: Db, agencyId: string, commentId: string): Promise<Date | null> {
  const { rows } = await sql<{ at: Date | null }>`
    select ${wordsChangedAt('comment')} as at from comment where agency_id = ${agencyId} and id = ${commentId}
  `.execute(db)
  return rows[0]?.at ?? null
}

export type CoderProgress = { coderId: string; read: number; codes: number }

export type CodingProgress = {
  comments: number
  /** Read by nobody, by one coder, by two or more. */
  unread: number
  once: number
  twice: number
  /** Read before their words changed. */
  changed: number
}

/** How far the reading is. */
export async function countProgress(db: Db, agencyId: string, engagementId: string): Promise<CodingProgress> {
  const { rows } = await sql<CodingProgress>`
    select count(*) as comments,
      count(*) filter (where coalesce(readers, 0) = 0) as unread,
      count(*) filter (where readers = 1) as once,
      count(*) filter (where readers > 1) as twice,
      count(*) filter (where changed.at > first_read) as changed
    from comment
    left join (
      select comment_id, count(*) as readers, min(finished_at) as first_read
      from reading where agency_id = ${agencyId} group by comment_id
    ) read on read.comment_id = comment.id
    left join (
      select comment_id, max(at) as at from comment_event
      where agency_id = ${agencyId} and engagement_id = ${engagementId} and act in ('corrected', 'redacted') group by comment_id
    ) changed on changed.comment_id = comment.id
    where comment.agency_id = ${agencyId} and comment.engagement_id = ${engagementId} and comment.state in ${toBeRead}
  `.execute(db)
  return rows[0]!
}

/** How much each coder has read, and how many codes they gave. */
export async function listCoderProgress(
  db: Db,
  agencyId: string,
  engagementId: string,
): Promise<CoderProgress[]> {
  const { rows } = await sql<CoderProgress>`
    select reading.coder_id, count(distinct reading.comment_id) as read, count(coding.id) as codes
    from reading
    join comment on comment.agency_id = reading.agency_id and comment.id = reading.comment_id
      and comment.engagement_id = ${engagementId} and comment.state in ${toBeRead}
    left join coding on coding.agency_id = reading.agency_id and coding.reading_id = reading.id
    where reading.agency_id = ${agencyId}
    group by reading.coder_id order by 2 desc
  `.execute(db)
  return rows
}

/** Which comments a coder is given: those nobody has read, those one other coder has read, or their own whose words changed. */
export const rounds = ['first', 'second', 'changed'] as const
export type Round = (typeof rounds)[number]

const fits: Record<Round, (agencyId: string, coderId: string) => RawBuilder<boolean>> = {
  first: (agencyId) => sql`not exists (
    select from reading where reading.agency_id = ${agencyId} and reading.comment_id = comment.id
  )`,
  second: (agencyId, coderId) => sql`comment.id in (
    select comment_id from reading where agency_id = ${agencyId}
    group by comment_id having count(*) = 1 and not bool_or(coder_id = ${coderId})
  )`,
  changed: (agencyId, coderId) => sql`comment.id in (
    select reading.comment_id from reading
    join comment_event event on event.agency_id = ${agencyId} and event.comment_id = reading.comment_id
      and event.act in ('corrected', 'redacted') and event.at > reading.finished_at
    where reading.agency_id = ${agencyId} and reading.coder_id = ${coderId}
  )`,
}

/** The next comment for a coder, in the order in which they came; after the last one, the search begins anew at the first. */
export async function findNextToRead(
  db: Db,
  {
    agencyId,
    engagementId,
    coderId,
    round,
    after,
  }: { agencyId: string; engagementId: string; coderId: string; round: Round; after?: string },
): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`
    select id from comment
    where agency_id = ${agencyId} and engagement_id = ${engagementId} and state in ${toBeRead} and ${fits[round](agencyId, coderId)}
      and id <> ${after ?? '00000000-0000-0000-0000-000000000000'}
    order by (id < ${after ?? '00000000-0000-0000-0000-000000000000'}), id
    limit 1
  `.execute(db)
  return rows[0]?.id
}

/** How many comments wait for a coder in one round. */
export async function countToRead(
  db: Db,
  {
    agencyId,
    engagementId,
    coderId,
    round,
  }: { agencyId: string; engagementId: string; coderId: string; round: Round },
): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from comment
    where agency_id = ${agencyId} and engagement_id = ${engagementId} and state in ${toBeRead}
      and ${fits[round](agencyId, coderId)}
  `.execute(db)
  return rows[0]!.count
}

/** Every reading of the engagement with its codes, for measuring agreement. */
export async function listReadComments(
  db: Db,
  agencyId: string,
  engagementId: string,
): Promise<ReadComment[]> {
  const { rows } = await sql<ReadComment>`
    select reading.comment_id, reading.coder_id,
      coalesce(array_agg(coding.code_id::text) filter (where coding.code_id is not null), '{}') as code_ids
    from reading
    join comment on comment.agency_id = reading.agency_id and comment.id = reading.comment_id
      and comment.engagement_id = ${engagementId} and comment.state in ${toBeRead}
    left join coding on coding.agency_id = reading.agency_id and coding.reading_id = reading.id
    where reading.agency_id = ${agencyId}
    group by reading.id, reading.comment_id, reading.coder_id
  `.execute(db)
  return rows
}
