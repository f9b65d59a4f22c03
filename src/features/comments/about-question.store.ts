import type { Db } from '../../platform/db/database.ts'
import { newId } from '../../platform/db/id.ts'
import type { AboutQuestion, AboutYou } from './about-question.ts'

type AboutYouTable = {
  agencyId: string
  id: string
  commentId: string
  aboutQuestionId: string
  value: string
}

declare module '../../platform/db/database.ts' {
  interface Tables {
    aboutQuestion: AboutQuestion
    aboutYou: AboutYouTable
  }
}

export async function listAboutQuestions(
  db: Db,
  agencyId: string,
  engagementId: string,
  { removed = false }: { removed?: boolean } = {},
): Promise<AboutQuestion[]> {
  let query = db
    .selectFrom('aboutQuestion')
    .selectAll()
    .where('agencyId', '=', agencyId)
    .where('engagementId', '=', engagementId)
  if (!removed) query = query.where('removedAt', 'is', null)
  return query.orderBy('position').orderBy('key').execute()
}

export async function findAboutQuestion(
  db: Db,
  agencyId: string,
  id: string,
): Promise<AboutQuestion | undefined> {
  return db
    .selectFrom('aboutQuestion')
    .selectAll()
    .where('agencyId', '=', agencyId)
    .where('id', '=', id)
    .executeTakeFirst()
}

/** Adds a question about the person; undefined when its key is taken in this engagement. */
export async function addAboutQuestion(
  db: Db,
  question: Omit<AboutQuestion, 'id' | 'removedAt'> & { id?: string },
): Promise<string | undefined> {
  const id = question.id ?? newId()
  const added = await db
    .insertInto('aboutQuestion')
    .values({ ...asRow(question), id, removedAt: null })
    .onConflict((conflict) => conflict.columns(['agencyId', 'engagementId', 'key']).doNothing())
    .returning('id')
    .executeTakeFirst()
  return added?.id
}

export async function saveAboutQuestion(
  db: Db,
  agencyId: string,
  id: string,
  changes: Partial<Pick<AboutQuestion, 'position' | 'prompt' | 'options' | 'removedAt'>>,
): Promise<void> {
  await db
    .updateTable('aboutQuestion')
    .set(asRow(changes))
    .where('agencyId', '=', agencyId)
    .where('id', '=', id)
    .execute()
}

/**
 * What the authors of these comments said about themselves. For the author's own page and for counting; no list shows it per
 * comment, and every count passes through analysis/disclosure.
 */
export async function listAboutYou(
  db: Db,
  agencyId: string,
  commentIds: readonly string[],
): Promise<(AboutYou & { commentId: string })[]> {
  if (commentIds.length === 0) return []
  return db
    .selectFrom('aboutYou')
    .select(['commentId', 'aboutQuestionId', 'value'])
    .where('agencyId', '=', agencyId)
    .where('commentId', 'in', commentIds)
    .execute()
}

/** Replaces what one author said about themselves. */
export async function replaceAboutYou(
  db: Db,
  agencyId: string,
  commentId: string,
  aboutYou: readonly AboutYou[],
): Promise<void> {
  await db
    .deleteFrom('aboutYou')
    .where('agencyId', '=', agencyId)
    .where('commentId', '=', commentId)
    .execute()
  if (aboutYou.length === 0) return
  await db
    .insertInto('aboutYou')
    .values(aboutYou.map((said) => ({ agencyId, id: newId(), commentId, ...said })))
    .execute()
}

// pg would write a list as a PostgreSQL array, and the column is jsonb.
function asRow<Row extends { options?: AboutQuestion['options'] }>(row: Row): Row {
  return row.options === undefined
    ? row
    : { ...row, options: JSON.stringify(row.options) as unknown as AboutQuestion['options'] } // as: jsonb text
}
