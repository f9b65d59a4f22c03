import { sql } from 'kysely'
import type { Db } from '../../platform/db/database.ts'
import { newId } from '../../platform/db/id.ts'
import type { VoteValue } from '../conversations/voter.ts'
import '../conversations/theme-statement.store.ts'
import type { Occasion } from './told.store.ts'

type ToldVoterTable = {
  agencyId: string
  id: string
  voterId: string
  decisionId: string
  occasion: Occasion
  dispositionId: string | null
  channel: 'mail' | 'sms' | 'code'
  toldAt: Date
}

declare module '../../platform/db/database.ts' {
  interface Tables {
    toldVoter: ToldVoterTable
  }
}

export type ToldVoter = ToldVoterTable

/** A voter to be told: how, if at all, and which statements of which themes they voted on or wrote. */
export type ConcernedVoter = {
  voterId: string
  conversationId: string
  language: string
  contactChannel: 'mail' | 'sms' | null
  contactAddress: string | null
  themeIds: string[]
  statementIds: string[]
}

type Which = { decisionId: string; dispositionId?: string }

/** Who voted on, or wrote, a statement that one of these themes rests on: [voter, theme, statement]. `among`: only these voters. */
const touched = (agencyId: string, themeIds: readonly string[], among?: readonly string[]) => {
  const one = (voter: string) =>
    among ? sql`${sql.ref(voter)} = any(${among as string[]}::uuid[])` : sql`${sql.ref(voter)} is not null`
  const taken = sql`
    theme_statement join statement on statement.agency_id = ${agencyId}
      and statement.id = theme_statement.statement_id and statement.state = 'shown'`
  const ofThemes = sql`theme_statement.agency_id = ${agencyId} and theme_statement.theme_id = any(${themeIds as string[]}::uuid[])`
  return sql`
    select latest_vote.voter_id, theme_statement.theme_id, theme_statement.statement_id
    from ${taken} join latest_vote on latest_vote.agency_id = ${agencyId}
      and latest_vote.conversation_id = statement.conversation_id and latest_vote.statement_id = statement.id
    where ${ofThemes} and ${one('latest_vote.voter_id')}
    union
    select statement.voter_id, theme_statement.theme_id, theme_statement.statement_id
    from ${taken} where ${ofThemes} and ${one('statement.voter_id')}
  `
}

/**
 * The voters whom these themes concern and who have not been told on this occasion; `among` looks at these only. Whoever was
 * brought along from another tool holds no code and left no address, so there is no way to tell them.
 */
export async function listUntoldVoters(
  db: Db,
  agencyId: string,
  themeIds: readonly string[],
  { decisionId, dispositionId }: Which,
  among?: readonly string[],
): Promise<ConcernedVoter[]> {
  if (themeIds.length === 0 || among?.length === 0) return []
  const before = dispositionId
    ? sql`told_voter.disposition_id = ${dispositionId} and told_voter.occasion = 'followed-up'`
    : sql`told_voter.decision_id = ${decisionId} and told_voter.occasion = 'published'`
  const { rows } = await sql<ConcernedVoter>`
    select voter.id as voter_id, voter.conversation_id, voter.language, voter.contact_channel, voter.contact_address,
      array_agg(distinct touched.theme_id::text) as theme_ids, array_agg(distinct touched.statement_id::text) as statement_ids
    from (${touched(agencyId, themeIds, among)}) touched
    join voter on voter.agency_id = ${agencyId} and voter.id = touched.voter_id
    where voter.source <> 'import'
      and not exists (select from told_voter where told_voter.agency_id = ${agencyId} and told_voter.voter_id = voter.id and ${before})
    group by voter.agency_id, voter.id order by voter.id
  `.execute(db)
  return rows
}

/** How many voters who asked to be told a decision on these themes concerns. */
export async function countAskingVoters(
  db: Db,
  agencyId: string,
  themeIds: readonly string[],
): Promise<number> {
  if (themeIds.length === 0) return 0
  const { rows } = await sql<{ count: number }>`
    select count(distinct voter.id) as count from (${touched(agencyId, themeIds)}) touched
    join voter on voter.agency_id = ${agencyId} and voter.id = touched.voter_id
    where voter.contact_address is not null
  `.execute(db)
  return rows[0]?.count ?? 0
}

/** Which of these addresses have been written to on this occasion because of a comment: nobody gets two messages. */
export async function listAddressesToldAsAuthors(
  db: Db,
  agencyId: string,
  { decisionId, dispositionId }: Which,
  addresses: readonly string[],
): Promise<Set<string>> {
  if (addresses.length === 0) return new Set()
  const occasion = dispositionId
    ? sql`told.disposition_id = ${dispositionId} and told.occasion = 'followed-up'`
    : sql`told.decision_id = ${decisionId} and told.occasion = 'published'`
  const { rows } = await sql<{ address: string }>`
    select distinct lower(comment.contact_address) as address from told
    join comment on comment.agency_id = told.agency_id and comment.id = told.comment_id
    where told.agency_id = ${agencyId} and told.channel in ('mail', 'sms') and ${occasion}
      and lower(comment.contact_address) = any(${addresses.map((one) => one.toLowerCase())}::text[])
  `.execute(db)
  return new Set(rows.map((row) => row.address))
}

/** Notes that these voters are told; gives those who had not been, also when two do this at once. */
export async function addToldVoters(
  db: Db,
  { agencyId, decisionId, dispositionId }: Which & { agencyId: string },
  told: readonly { voterId: string; channel: ToldVoterTable['channel'] }[],
  now: Date,
): Promise<string[]> {
  if (told.length === 0) return []
  const rows = await db
    .insertInto('toldVoter')
    .values(
      told.map(({ voterId, channel }) => ({
        agencyId,
        id: newId(),
        voterId,
        decisionId,
        occasion: dispositionId ? ('followed-up' as const) : ('published' as const),
        dispositionId: dispositionId ?? null,
        channel,
        toldAt: now,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .returning('voterId')
    .execute()
  return rows.map((row) => row.voterId)
}

/** When and how a voter was told. */
export async function listToldVoter(db: Db, agencyId: string, voterId: string): Promise<ToldVoter[]> {
  return db
    .selectFrom('toldVoter')
    .selectAll()
    .where('agencyId', '=', agencyId)
    .where('voterId', '=', voterId)
    .orderBy('toldAt')
    .execute()
}

/** How many voters have been told of a decision, and by which way. */
export async function countToldVoters(
  db: Db,
  agencyId: string,
  decisionId: string,
): Promise<{ channel: ToldVoterTable['channel']; count: number }[]> {
  return db
    .selectFrom('toldVoter')
    .select((row) => ['channel', row.fn.countAll<number>().as('count')])
    .where('agencyId', '=', agencyId)
    .where('decisionId', '=', decisionId)
    .where('occasion', '=', 'published')
    .groupBy('channel')
    .orderBy('channel')
    .execute()
}

/** A statement in a theme that someone voted on (null when not) or wrote. */
export type TouchedStatement = {
  themeId: string
  statementId: string
  value: VoteValue | null
  isOwn: boolean
}

/** Which statements that became part of a theme someone voted on or wrote. */
export async function listTouchedStatements(
  db: Db,
  agencyId: string,
  voterId: string,
): Promise<TouchedStatement[]> {
  const { rows } = await sql<TouchedStatement>`
    select theme_statement.theme_id, theme_statement.statement_id, latest_vote.value,
      coalesce(statement.voter_id = ${voterId}, false) as is_own
    from theme_statement
    join statement on statement.agency_id = ${agencyId} and statement.id = theme_statement.statement_id and statement.state = 'shown'
    left join latest_vote on latest_vote.agency_id = ${agencyId} and latest_vote.conversation_id = statement.conversation_id
      and latest_vote.voter_id = ${voterId} and latest_vote.statement_id = statement.id
    where theme_statement.agency_id = ${agencyId} and (statement.voter_id = ${voterId} or latest_vote.value is not null)
    order by statement.number
  `.execute(db)
  return rows
}
