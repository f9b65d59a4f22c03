import { sql } from 'kysely'
import type { Db } from '../../platform/db/database.ts'
import type { Statement, StatementState } from './statement.ts'
import './vote.store.ts'
import type { VoteTally } from './vote-tally.ts'

declare module '../../platform/db/database.ts' {
  interface Tables {
    statement: Statement
  }
}

/** The statements of a conversation by number; all of them, or only those in some states. */
export async function listStatements(
  db: Db,
  agencyId: string,
  conversationId: string,
  states?: readonly StatementState[],
): Promise<Statement[]> {
  let query = db
    .selectFrom('statement')
    .selectAll()
    .where('agencyId', '=', agencyId)
    .where('conversationId', '=', conversationId)
  if (states) query = query.where('state', 'in', states)
  return query.orderBy('number').execute()
}

/** A statement of this conversation. */
export async function findStatement(
  db: Db,
  agencyId: string,
  conversationId: string,
  id: string,
): Promise<Statement | undefined> {
  return db
    .selectFrom('statement')
    .selectAll()
    .where('agencyId', '=', agencyId)
    .where('conversationId', '=', conversationId)
    .where('id', '=', id)
    .executeTakeFirst()
}

export type NewStatement = Omit<Statement, 'number' | 'version'>

/**
 * Adds statements with the next numbers, in the order given. Lock the conversation first (lockConversation), so that two
 * writers do not take the same number.
 */
export async function addStatements(
  db: Db,
  agencyId: string,
  conversationId: string,
  statements: readonly NewStatement[],
): Promise<Statement[]> {
  if (statements.length === 0) return []
  const last = await db
    .selectFrom('statement')
    .select((e) => e.fn.max('number').as('number'))
    .where('agencyId', '=', agencyId)
    .where('conversationId', '=', conversationId)
    .executeTakeFirst()
  const first = (last?.number ?? 0) + 1
  const numbered = statements.map((statement, index) => ({ ...statement, number: first + index, version: 1 }))
  await db.insertInto('statement').values(numbered).execute()
  return numbered
}

export type StatementChanges = Partial<
  Pick<Statement, 'words' | 'state' | 'reason' | 'isMeta' | 'fingerprint' | 'moderatedBy' | 'moderatedAt'>
>

/** Saves changes on the version that was seen; undefined when somebody else was faster. */
export async function saveStatement(
  db: Db,
  { agencyId, id, version }: Pick<Statement, 'agencyId' | 'id' | 'version'>,
  changes: StatementChanges,
): Promise<Statement | undefined> {
  return db
    .updateTable('statement')
    .set({ ...changes, version: version + 1 })
    .where('agencyId', '=', agencyId)
    .where('id', '=', id)
    .where('version', '=', version)
    .returningAll()
    .executeTakeFirst()
}

/** Statements of this conversation by their ids. */
export async function findStatements(
  db: Db,
  agencyId: string,
  conversationId: string,
  ids: readonly string[],
): Promise<Statement[]> {
  if (ids.length === 0) return []
  return db
    .selectFrom('statement')
    .selectAll()
    .where('agencyId', '=', agencyId)
    .where('conversationId', '=', conversationId)
    .where('id', 'in', ids)
    .orderBy('number')
    .execute()
}

/** How the votes that stand are cast, by statement; a statement without votes is not there. */
export async function countVotes(
  db: Db,
  agencyId: string,
  statementIds: readonly string[],
): Promise<Map<string, VoteTally>> {
  if (statementIds.length === 0) return new Map()
  const { rows } = await sql<VoteTally & { statementId: string }>`
    select statement_id, count(*) filter (where value = 1) as agree, count(*) filter (where value = -1) as disagree,
      count(*) filter (where value = 0) as pass
    from latest_vote where agency_id = ${agencyId} and statement_id = any(${statementIds}) group by statement_id
  `.execute(db)
  return new Map(rows.map(({ statementId, ...counts }) => [statementId, counts]))
}
