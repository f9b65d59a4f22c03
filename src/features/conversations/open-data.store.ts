import { sql } from 'kysely'
import type { Db } from '../../platform/db/database.ts'
import { newId } from '../../platform/db/id.ts'
import type { VoteColumns } from './imported-rows.ts'
import './statement.store.ts'
import type { Statement } from './statement.ts'
import type { Voter } from './voter.ts'
import './vote.store.ts'

/** One vote as it was cast; `value` is null where a vote was taken back. */
export type LoggedVote = {
  id: string
  statementId: string
  voterId: string
  value: number | null
  /** Milliseconds since 1970. */
  at: number
}

const perRead = 20_000

/** The whole vote log of a conversation in the order of its votes, read in pieces so that no other request waits long. */
export async function* readVoteLog(
  db: Db,
  agencyId: string,
  conversationId: string,
): AsyncGenerator<LoggedVote[]> {
  let after = { at: '-infinity', id: '00000000-0000-0000-0000-000000000000' }
  for (;;) {
    const { rows } = await sql<LoggedVote & { exact: string }>`
      select id, statement_id, voter_id, value, round(extract(epoch from cast_at) * 1000)::float8 as at, cast_at::text as exact
      from vote where agency_id = ${agencyId} and conversation_id = ${conversationId}
        and (cast_at, id) > (${after.at}::timestamptz, ${after.id}::uuid)
      order by cast_at, id limit ${perRead}
    `.execute(db)
    yield rows
    const last = rows.at(-1)
    if (!last || rows.length < perRead) return
    after = { at: last.exact, id: last.id }
  }
}

/** Everyone in a conversation, in the order in which they joined. */
export async function listVoters(
  db: Db,
  agencyId: string,
  conversationId: string,
): Promise<Pick<Voter, 'id' | 'number' | 'source'>[]> {
  return db
    .selectFrom('voter')
    .select(['id', 'number', 'source'])
    .where('agencyId', '=', agencyId)
    .where('conversationId', '=', conversationId)
    .orderBy('joinedAt')
    .orderBy('id')
    .execute()
}

const perInsert = 500

/** Keeps people and statements of an imported conversation under the numbers that they had. */
export async function addImported(
  db: Db,
  { voters, statements }: { voters: readonly Voter[]; statements: readonly Statement[] },
): Promise<void> {
  for (let start = 0; start < voters.length; start += perInsert)
    await db
      .insertInto('voter')
      .values(voters.slice(start, start + perInsert))
      .execute()
  for (let start = 0; start < statements.length; start += perInsert)
    await db
      .insertInto('statement')
      .values(statements.slice(start, start + perInsert))
      .execute()
}

/** Writes imported votes into the log, in their order: ids of one moment sort as the rows stood. */
export async function addImportedVotes(
  db: Db,
  { agencyId, conversationId }: { agencyId: string; conversationId: string },
  votes: VoteColumns,
  now: Date,
): Promise<void> {
  const ids = votes.value.map(() => newId(now.getTime())).sort()
  await sql`
    insert into vote (agency_id, id, conversation_id, statement_id, voter_id, value, cast_at)
    select ${agencyId}, given.id, ${conversationId}, given.statement_id, given.voter_id, given.value, given.cast_at
    from unnest(${ids}::uuid[], ${votes.statementId}::uuid[], ${votes.voterId}::uuid[], ${votes.value}::smallint[],
      ${votes.castAt}::timestamptz[]) as given (id, statement_id, voter_id, value, cast_at)
  `.execute(db)
}

/** Keeps imported votes as those that stand. */
export async function addImportedLatest(
  db: Db,
  { agencyId, conversationId }: { agencyId: string; conversationId: string },
  votes: VoteColumns,
): Promise<void> {
  await sql`
    insert into latest_vote (agency_id, conversation_id, voter_id, statement_id, value, cast_at)
    select ${agencyId}, ${conversationId}, given.voter_id, given.statement_id, given.value, given.cast_at
    from unnest(${votes.statementId}::uuid[], ${votes.voterId}::uuid[], ${votes.value}::smallint[],
      ${votes.castAt}::timestamptz[]) as given (statement_id, voter_id, value, cast_at)
  `.execute(db)
}
