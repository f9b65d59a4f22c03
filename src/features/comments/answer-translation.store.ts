import type { Db } from '../../platform/db/database.ts'
import { newId } from '../../platform/db/id.ts'
import type { AnswerTranslation } from './answer-translation.ts'

declare module '../../platform/db/database.ts' {
  interface Tables {
    answerTranslation: AnswerTranslation
  }
}

export type { AnswerTranslation }

/** The translations of these answers, into one language or into all. */
export async function listTranslations(
  db: Db,
  agencyId: string,
  answerIds: readonly string[],
  language?: string,
): Promise<AnswerTranslation[]> {
  if (answerIds.length === 0) return []
  let query = db
    .selectFrom('answerTranslation')
    .selectAll()
    .where('agencyId', '=', agencyId)
    .where('answerId', 'in', answerIds)
  if (language) query = query.where('language', '=', language)
  return query.execute()
}

/** Keeps a translation in place of an earlier one into the same language. */
export async function saveTranslation(db: Db, translation: Omit<AnswerTranslation, 'id'>): Promise<void> {
  const { text, origin, madeBy, madeAt } = translation
  await db
    .insertInto('answerTranslation')
    .values({ ...translation, id: newId() })
    .onConflict((conflict) =>
      conflict.columns(['agencyId', 'answerId', 'language']).doUpdateSet({ text, origin, madeBy, madeAt }),
    )
    .execute()
}
