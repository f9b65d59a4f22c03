import { sql } from 'kysely'
import type { Db } from '../../platform/db/database.ts'
import type { ConversationResult } from './conversation-result.ts'
import './statement.store.ts'
import './vote.store.ts'

declare module '../../platform/db/database.ts' {
  interface Tables {
    conversationResult: ConversationResult
  }
}

type Ids = { agencyId: string; conversationId: string }

/** What the votes showed when they were last counted; undefined before the first count. */
export async function findConversationResult(
  db: Db,
  agencyId: string,
  conversationId: string,
): Promise<ConversationResult | undefined> {
  return db
    .selectFrom('conversationResult')
    .selectAll()
    .where('agencyId', '=', agencyId)
    .where('conversationId', '=', conversationId)
    .executeTakeFirst()
}

/** Keeps a count unless a newer one is there already; says whether it was kept. */
export async function saveConversationResult(db: Db, result: ConversationResult): Promise<boolean> {
  const { agencyId: _agency, conversationId: _conversation, ...changes } = result
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('conversationResult')
    .values(result)
    .onConflict((conflict) =>
      conflict
        .columns(['agencyId', 'conversationId'])
        .doUpdateSet(changes)
        .where('conversationResult.countedAt', '<=', result.countedAt),
    )
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}

/**
 * Only one count of a kind at a time per conversation, over all processes: held until the transaction ends. Quick counts
 * wait for each other; a full one that finds another at work leaves it to that, unless it comes `in turn`.
 */
export async function lockCount(
  db: Db,
  conversationId: string,
  kind: 'quick' | 'full' | 'full-in-turn',
): Promise<boolean> {
  const key = sql`hashtextextended(${`count ${kind === 'quick' ? 'quick' : 'full'} ${conversationId}`}, 0)`
  if (kind !== 'full') {
    await sql`select pg_advisory_xact_lock(${key})`.execute(db)
    return true
  }
  const { rows } = await sql<{ locked: boolean }>`select pg_try_advisory_xact_lock(${key}) as locked`.execute(
    db,
  )
  return rows[0]!.locked
}

/** The votes that stand on shown statements, as the counting thread reads them. */
export type VotesToCount = {
  statements: { id: string; number: number; isMeta: boolean }[]
  voters: string[]
  /** Beside each voter: `number:value:second` of each vote in order, with `:chance` when it was drawn; commas between. */
  ballots: string[]
  stamp: string
}

/** Reads what a count needs and nothing more: one short text per voter. Votes on statements that are not shown do not count. */
export async function readVotesToCount(db: Db, { agencyId, conversationId }: Ids): Promise<VotesToCount> {
  const stamp = await readStamp(db, { agencyId, conversationId })
  const statements = await db
    .selectFrom('statement')
    .select(['id', 'number', 'isMeta'])
    .where('agencyId', '=', agencyId)
    .where('conversationId', '=', conversationId)
    .where('state', '=', 'shown')
    .orderBy('number')
    .execute()
  const { rows } = await sql<{ voterId: string; ballot: string }>`
    select vote.voter_id, string_agg(
      statement.number || ':' || vote.value || ':' || extract(epoch from vote.cast_at)::bigint
        || coalesce(':' || round(vote.propensity::numeric, 6), ''), ',' order by vote.cast_at, statement.number) as ballot
    from latest_vote vote
    join statement on statement.agency_id = vote.agency_id and statement.id = vote.statement_id
    where vote.agency_id = ${agencyId} and vote.conversation_id = ${conversationId} and statement.state = 'shown'
    group by vote.voter_id order by vote.voter_id
  `.execute(db)
  return {
    statements,
    voters: rows.map((row) => row.voterId),
    ballots: rows.map((row) => row.ballot),
    stamp,
  }
}

/** The same for the same votes on the same statements: how many, which sum, the latest, and what moderation did. */
export async function readStamp(db: Db, { agencyId, conversationId }: Ids): Promise<string> {
  const { rows } = await sql<{ stamp: string }>`
    select concat_ws(' ', votes.count, votes.sum, votes.instants, statements.states) as stamp from
      (select count(*) as count, coalesce(sum(value), 0) as sum, coalesce(sum(extract(epoch from cast_at)), 0) as instants
        from latest_vote where agency_id = ${agencyId} and conversation_id = ${conversationId}) votes,
      (select md5(coalesce(string_agg(number || state || is_meta, ',' order by number), '')) as states
        from statement where agency_id = ${agencyId} and conversation_id = ${conversationId}) statements
  `.execute(db)
  return rows[0]!.stamp
}

/** Gives voters without a number the next ones, in the order in which they joined. Call it while `quick` is locked. */
export async function numberVoters(db: Db, { agencyId, conversationId }: Ids): Promise<void> {
  await sql`
    with fresh as (
      select id, row_number() over (order by joined_at, id) as place from voter
      where agency_id = ${agencyId} and conversation_id = ${conversationId} and number is null
    ), given as (
      select coalesce(max(number), 0) as most from voter
      where agency_id = ${agencyId} and conversation_id = ${conversationId}
    )
    update voter set number = given.most + fresh.place from fresh, given
    where voter.agency_id = ${agencyId} and voter.id = fresh.id
  `.execute(db)
}

/** What was asked for in the ordinary way gets so much time before the sweeper asks again. */
const grace = 60_000

/** Conversations that were voted on since they were counted, or whose full count is still to come, for a while already. */
export async function listUncounted(db: Db, now: Date): Promise<(Ids & { provisional: boolean })[]> {
  const since = new Date(now.getTime() - grace)
  const { rows } = await sql<Ids & { provisional: boolean }>`
    select c.agency_id, c.id as conversation_id,
      coalesce(r.provisional and last.cast_at <= r.counted_at, false) as provisional
    from conversation c
    left join conversation_result r on r.agency_id = c.agency_id and r.conversation_id = c.id
    cross join lateral (
      select max(cast_at) as cast_at from vote where vote.agency_id = c.agency_id and vote.conversation_id = c.id
    ) last
    where c.status <> 'draft' and last.cast_at < ${since}
      and (r.counted_at is null or last.cast_at > r.counted_at or (r.provisional and r.counted_at < ${since}))
  `.execute(db)
  return rows
}

/** Open conversations whose closing time has come. */
export async function listDueToClose(db: Db, now: Date): Promise<Ids[]> {
  return db
    .selectFrom('conversation')
    .select(['agencyId', 'id as conversationId'])
    .where('status', '=', 'open')
    .where('closesAt', '<=', now)
    .execute()
}

/** Closed conversations whose closing report was asked for some time ago and is not there. */
export async function listUnfrozen(db: Db, now: Date): Promise<Ids[]> {
  const { rows } = await sql<Ids>`
    select c.agency_id, c.id as conversation_id from conversation c
    where c.status = 'closed' and c.closed_at < ${new Date(now.getTime() - grace * 5)}
      and not exists (select from conversation_report r where r.agency_id = c.agency_id and r.conversation_id = c.id)
  `.execute(db)
  return rows
}
