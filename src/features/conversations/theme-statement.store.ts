import type { Db } from '../../platform/db/database.ts'
import { newId } from '../../platform/db/id.ts'
import '../themes/theme.store.ts'
import type { Theme } from '../themes/theme.ts'
import './conversation.store.ts'
import './statement.store.ts'
import type { StatementInTheme, ThemeStatement } from './theme-statement.ts'

declare module '../../platform/db/database.ts' {
  interface Tables {
    themeStatement: ThemeStatement
  }
}

/** The statements that these themes rest on, by conversation and number. */
export async function listStatementsOfThemes(
  db: Db,
  agencyId: string,
  themeIds: readonly string[],
): Promise<StatementInTheme[]> {
  if (themeIds.length === 0) return []
  const rows = await db
    .selectFrom('themeStatement')
    .innerJoin('statement', (join) =>
      join
        .onRef('statement.agencyId', '=', 'themeStatement.agencyId')
        .onRef('statement.id', '=', 'themeStatement.statementId'),
    )
    .innerJoin('conversation', (join) =>
      join
        .onRef('conversation.agencyId', '=', 'statement.agencyId')
        .onRef('conversation.id', '=', 'statement.conversationId'),
    )
    .selectAll('themeStatement')
    .select([
      'statement.conversationId',
      'statement.number',
      'statement.words',
      'statement.origin',
      'statement.state',
      'conversation.question',
      'conversation.engagementId',
      'conversation.status',
      'conversation.opensAt',
      'conversation.closesAt',
      'conversation.resultsShown',
    ])
    .where('themeStatement.agencyId', '=', agencyId)
    .where('themeStatement.themeId', 'in', themeIds)
    .orderBy('conversation.position')
    .orderBy('statement.number')
    .execute()
  return rows.map(({ engagementId, status, opensAt, closesAt, resultsShown, ...row }) => ({
    ...row,
    conversation: { engagementId, status, opensAt, closesAt, resultsShown },
  }))
}

/** The themes that a statement was taken into, in their order. */
export async function listThemesOfStatement(
  db: Db,
  agencyId: string,
  statementId: string,
): Promise<(ThemeStatement & Pick<Theme, 'title' | 'publishedAt'>)[]> {
  return db
    .selectFrom('themeStatement')
    .innerJoin('theme', (join) =>
      join
        .onRef('theme.agencyId', '=', 'themeStatement.agencyId')
        .onRef('theme.id', '=', 'themeStatement.themeId'),
    )
    .selectAll('themeStatement')
    .select(['theme.title', 'theme.publishedAt'])
    .where('themeStatement.agencyId', '=', agencyId)
    .where('themeStatement.statementId', '=', statementId)
    .orderBy('theme.position')
    .execute()
}

/** Which statements of a conversation were taken into which themes, for marks in lists. */
export async function listTakenStatements(
  db: Db,
  agencyId: string,
  conversationId: string,
): Promise<{ statementId: string; themeId: string; title: Theme['title'] }[]> {
  return db
    .selectFrom('themeStatement')
    .innerJoin('statement', (join) =>
      join
        .onRef('statement.agencyId', '=', 'themeStatement.agencyId')
        .onRef('statement.id', '=', 'themeStatement.statementId'),
    )
    .innerJoin('theme', (join) =>
      join
        .onRef('theme.agencyId', '=', 'themeStatement.agencyId')
        .onRef('theme.id', '=', 'themeStatement.themeId'),
    )
    .select(['themeStatement.statementId', 'themeStatement.themeId', 'theme.title'])
    .where('themeStatement.agencyId', '=', agencyId)
    .where('statement.conversationId', '=', conversationId)
    .orderBy('theme.position')
    .execute()
}

/** Puts a statement into a theme; false when it is there already, also when two do this at once. */
export async function addThemeStatement(db: Db, row: Omit<ThemeStatement, 'id'>): Promise<boolean> {
  const added = await db
    .insertInto('themeStatement')
    .values({ ...row, id: newId() })
    .onConflict((conflict) => conflict.columns(['agencyId', 'themeId', 'statementId']).doNothing())
    .returning('id')
    .executeTakeFirst()
  return added !== undefined
}

/** Takes a statement out of a theme; false when it was not in it. */
export async function removeThemeStatement(
  db: Db,
  { agencyId, themeId, statementId }: Pick<ThemeStatement, 'agencyId' | 'themeId' | 'statementId'>,
): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('themeStatement')
    .where('agencyId', '=', agencyId)
    .where('themeId', '=', themeId)
    .where('statementId', '=', statementId)
    .executeTakeFirst()
  return numDeletedRows > 0n
}
