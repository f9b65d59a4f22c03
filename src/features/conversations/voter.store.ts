import { sql } from 'kysely'
import type { Db } from '../../platform/db/database.ts'
import { newId } from '../../platform/db/id.ts'
import { nothingWritten } from '../../platform/i18n/written.ts'
import type { AboutYou } from '../comments/about-question.ts'
import type { Contact } from '../comments/contact.ts'
import type { Statement } from './statement.ts'
import './statement.store.ts'
import type { Voter, VoteValue } from './voter.ts'
import './vote.store.ts'

/** The voter who holds a code, by its hash. */
export async function findVoter(
  db: Db,
  agencyId: string,
  conversationId: string,
  codeHash: string,
): Promise<Voter | undefined> {
  return db
    .selectFrom('voter')
    .selectAll()
    .where('agencyId', '=', agencyId)
    .where('conversationId', '=', conversationId)
    .where('codeHash', '=', codeHash)
    .executeTakeFirst()
}

/** A vote that stands. */
export type StandingVote = { statementId: string; value: VoteValue; castAt: Date }

/** The voter who holds a code with everything they have voted and not taken back, newest first, in one trip. */
export async function findVisit(
  db: Db,
  agencyId: string,
  conversationId: string,
  codeHash: string,
): Promise<{ voter: Voter; votes: StandingVote[] } | undefined> {
  const found = await db
    .selectFrom('voter')
    .selectAll('voter')
    .select(
      sql<string | null>`(
        select string_agg(said.statement_id::text || ' ' || said.value || ' ' || extract(epoch from said.cast_at) * 1000, ','
          order by said.cast_at desc, said.statement_id)
        from latest_vote said
        where said.agency_id = voter.agency_id and said.conversation_id = voter.conversation_id and said.voter_id = voter.id
      )`.as('said'),
    )
    .where('agencyId', '=', agencyId)
    .where('conversationId', '=', conversationId)
    .where('codeHash', '=', codeHash)
    .executeTakeFirst()
  if (!found) return undefined
  const { said, ...voter } = found
  const votes = (said?.split(',') ?? []).map((one) => {
    const [statementId = '', value, at] = one.split(' ')
    return { statementId, value: Number(value) as VoteValue, castAt: new Date(Number(at)) } // as: the table holds no other
  })
  return { voter, votes }
}

export type LoggedVote = {
  statementId: string
  value: VoteValue | null
  propensity: number | null
  castAt: Date
}

/** Every vote of a voter as it was cast, in order. */
export async function listLoggedVotes(
  db: Db,
  { agencyId, id }: Pick<Voter, 'agencyId' | 'id'>,
): Promise<LoggedVote[]> {
  return db
    .selectFrom('vote')
    .select(['statementId', 'value', 'propensity', 'castAt'])
    .where('agencyId', '=', agencyId)
    .where('voterId', '=', id)
    .orderBy('castAt')
    .orderBy('id')
    .execute()
}

/** The statements that a voter wrote, by number. */
export async function listStatementsOfVoter(
  db: Db,
  { agencyId, id }: Pick<Voter, 'agencyId' | 'id'>,
): Promise<Statement[]> {
  return db
    .selectFrom('statement')
    .selectAll()
    .where('agencyId', '=', agencyId)
    .where('voterId', '=', id)
    .orderBy('number')
    .execute()
}

/** The id of the statement with this number. */
export async function findStatementNumber(
  db: Db,
  agencyId: string,
  conversationId: string,
  number: number,
): Promise<string | undefined> {
  const found = await db
    .selectFrom('statement')
    .select('id')
    .where('agencyId', '=', agencyId)
    .where('conversationId', '=', conversationId)
    .where('number', '=', number)
    .executeTakeFirst()
  return found?.id
}

/** What a voter said about themselves. For their own page only; counts pass through analysis/disclosure. */
export async function listVoterAbout(
  db: Db,
  { agencyId, id }: Pick<Voter, 'agencyId' | 'id'>,
): Promise<AboutYou[]> {
  return db
    .selectFrom('voterAbout')
    .select(['aboutQuestionId', 'value'])
    .where('agencyId', '=', agencyId)
    .where('voterId', '=', id)
    .execute()
}

/** Replaces what a voter said about themselves; nothing takes it all back. */
export async function replaceVoterAbout(
  db: Db,
  { agencyId, id }: Pick<Voter, 'agencyId' | 'id'>,
  about: readonly AboutYou[],
): Promise<void> {
  await db.deleteFrom('voterAbout').where('agencyId', '=', agencyId).where('voterId', '=', id).execute()
  if (about.length === 0) return
  await db
    .insertInto('voterAbout')
    .values(about.map((said) => ({ agencyId, id: newId(), voterId: id, ...said })))
    .execute()
}

/** Locks a voter until the transaction ends, so that two changes do not meet; undefined when they have left. */
export async function lockVoter(db: Db, agencyId: string, id: string): Promise<Voter | undefined> {
  return db
    .selectFrom('voter')
    .selectAll()
    .where('agencyId', '=', agencyId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
}

/** Where a voter wants to be told; undefined takes the wish back. */
export async function saveVoterContact(
  db: Db,
  { agencyId, id }: Pick<Voter, 'agencyId' | 'id'>,
  contact: Contact | undefined,
): Promise<void> {
  await db
    .updateTable('voter')
    .set({ contactChannel: contact?.channel ?? null, contactAddress: contact?.address ?? null })
    .where('agencyId', '=', agencyId)
    .where('id', '=', id)
    .execute()
}

/**
 * Takes a voter out of a conversation as if they had never been there. Their statements lose every tie to them; with
 * `statementsToo`, and wherever nobody has seen them yet, their words go as well. The rows stay, because others voted on them.
 */
export async function eraseVoter(
  db: Db,
  { agencyId, id }: Pick<Voter, 'agencyId' | 'id'>,
  { statementsToo }: { statementsToo: boolean },
): Promise<void> {
  for (const table of ['vote', 'latestVote', 'voterAbout'] as const)
    await db.deleteFrom(table).where('agencyId', '=', agencyId).where('voterId', '=', id).execute()
  await sql`delete from told_voter where agency_id = ${agencyId} and voter_id = ${id}`.execute(db)
  await sql`
    update message set to_address = '', subject = '', text = '', html = '',
      state = case when state = 'waiting' then 'refused' else state end
    where agency_id = ${agencyId} and about_kind = 'voter' and about_id = ${id}
  `.execute(db)
  let emptied = db
    .updateTable('statement')
    .set((row) => ({
      words: nothingWritten,
      state: 'withdrawn',
      // It may say what the words were.
      reason: '',
      fingerprint: '',
      version: row('version', '+', 1),
    }))
    .where('agencyId', '=', agencyId)
    .where('voterId', '=', id)
  if (!statementsToo) emptied = emptied.where('state', '!=', 'shown')
  await emptied.execute()
  await db
    .updateTable('statement')
    .set({ voterId: null })
    .where('agencyId', '=', agencyId)
    .where('voterId', '=', id)
    .execute()
  await db.deleteFrom('voter').where('agencyId', '=', agencyId).where('id', '=', id).execute()
}
