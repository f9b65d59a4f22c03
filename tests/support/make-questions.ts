import { addAboutQuestion, findAboutQuestion } from '../../src/features/comments/about-question.store.ts'
import type { AboutQuestion } from '../../src/features/comments/about-question.ts'
import { addQuestion, findQuestion } from '../../src/features/comments/question.store.ts'
import type { Question } from '../../src/features/comments/question.ts'
import type { Engagement } from '../../src/features/engagements/engagement.ts'
import type { Db } from '../../src/platform/db/database.ts'
import { newId } from '../../src/platform/db/id.ts'
import { nothingWritten, written } from '../../src/platform/i18n/written.ts'

/** A question of an engagement; an open one unless told otherwise, with options a, b, c or points 1 to 5. */
export async function makeQuestion(
  db: Db,
  engagement: Engagement,
  changes: Partial<Question> = {},
): Promise<Question> {
  const kind = changes.kind ?? 'text'
  const ids = {
    text: [],
    single: ['a', 'b', 'c'],
    multiple: ['a', 'b', 'c'],
    ranking: ['a', 'b', 'c'],
    scale: ['1', '2', '3', '4', '5'],
  }[kind]
  const id = newId()
  await addQuestion(db, {
    agencyId: engagement.agencyId,
    id,
    engagementId: engagement.id,
    code: 'Q1',
    position: Number(/\d+/.exec(changes.code ?? '')?.[0] ?? 1),
    kind,
    prompt: written('en', {
      en: `What about ${changes.code ?? 'Q1'}?`,
      es: `¿Qué dice de ${changes.code ?? 'Q1'}?`,
    }),
    hint: nothingWritten,
    options: ids.map((option) => ({
      id: option,
      label: written('en', { en: `Option ${option}`, es: `Opción ${option}` }),
    })),
    required: false,
    ...changes,
  })
  return (await findQuestion(db, engagement.agencyId, id))!
}

/** A question about the person, with options a, b, c. */
export async function makeAboutQuestion(
  db: Db,
  engagement: Engagement,
  changes: Partial<AboutQuestion> = {},
): Promise<AboutQuestion> {
  const id = newId()
  await addAboutQuestion(db, {
    agencyId: engagement.agencyId,
    id,
    engagementId: engagement.id,
    key: 'role',
    position: 1,
    prompt: written('en', { en: 'Your role', es: 'Su papel' }),
    options: ['a', 'b', 'c'].map((option) => ({
      id: option,
      label: written('en', { en: `Role ${option}` }),
    })),
    ...changes,
  })
  return (await findAboutQuestion(db, engagement.agencyId, id))!
}
