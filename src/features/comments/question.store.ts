import type { Db } from '../../platform/db/database.ts'
import { newId } from '../../platform/db/id.ts'
import type { Question } from './question.ts'

type QuestionTable = Question

declare module '../../platform/db/database.ts' {
  interface Tables {
    question: QuestionTable
  }
}

/** The questions of an engagement in their order. Removed ones are left out unless their old answers are to be read. */
export async function listQuestions(
  db: Db,
  agencyId: string,
  engagementId: string,
  { removed = false }: { removed?: boolean } = {},
): Promise<Question[]> {
  let query = db
    .selectFrom('question')
    .selectAll()
    .where('agencyId', '=', agencyId)
    .where('engagementId', '=', engagementId)
  if (!removed) query = query.where('removedAt', 'is', null)
  return query.orderBy('position').orderBy('code').execute()
}

export async function findQuestion(db: Db, agencyId: string, id: string): Promise<Question | undefined> {
  return db
    .selectFrom('question')
    .selectAll()
    .where('agencyId', '=', agencyId)
    .where('id', '=', id)
    .executeTakeFirst()
}

/** Questions by id, whatever their engagement: a comment that was moved keeps the answers to the questions it was asked. */
export async function listQuestionsById(
  db: Db,
  agencyId: string,
  ids: readonly string[],
): Promise<Question[]> {
  if (ids.length === 0) return []
  return db
    .selectFrom('question')
    .selectAll()
    .where('agencyId', '=', agencyId)
    .where('id', 'in', ids)
    .orderBy('position')
    .execute()
}

/** Adds a question; undefined when its code is taken in this engagement. */
export async function addQuestion(
  db: Db,
  question: Omit<Question, 'id' | 'removedAt'> & { id?: string },
): Promise<string | undefined> {
  const id = question.id ?? newId()
  const added = await db
    .insertInto('question')
    .values({ ...asRow(question), id, removedAt: null })
    .onConflict((conflict) => conflict.columns(['agencyId', 'engagementId', 'code']).doNothing())
    .returning('id')
    .executeTakeFirst()
  return added?.id
}

/** Changes a question. Its code stays, because paper forms carry it. */
export async function saveQuestion(
  db: Db,
  agencyId: string,
  id: string,
  changes: Partial<
    Pick<Question, 'position' | 'kind' | 'prompt' | 'hint' | 'options' | 'required' | 'removedAt'>
  >,
): Promise<void> {
  await db
    .updateTable('question')
    .set(asRow(changes))
    .where('agencyId', '=', agencyId)
    .where('id', '=', id)
    .execute()
}

// pg would write a list as a PostgreSQL array, and the column is jsonb.
function asRow<Row extends { options?: Question['options'] }>(row: Row): Row {
  return row.options === undefined
    ? row
    : { ...row, options: JSON.stringify(row.options) as unknown as Question['options'] } // as: jsonb text
}
