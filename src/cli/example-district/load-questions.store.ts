import { addAboutQuestion } from '../../features/comments/about-question.store.ts'
import type { QuestionOption } from '../../features/comments/question.ts'
import { addQuestion } from '../../features/comments/question.store.ts'
import type { Db } from '../../platform/db/database.ts'
import { newId } from '../../platform/db/id.ts'
import { nothingWritten, written } from '../../platform/i18n/written.ts'
import type { ExampleDistrict, ExampleOption, ExampleQuestion } from './district-model.ts'
import { agencyIdOf, idOf, keepId, type Keys } from './keys.ts'

/** The questions of every engagement, numbered as on paper, and what people are asked about themselves. */
export async function loadQuestions(db: Db, district: ExampleDistrict, keys: Keys): Promise<void> {
  const next = new Map<string, number>()
  const position = (kind: string, engagement: string) => {
    const number = (next.get(kind + engagement) ?? 0) + 1
    next.set(kind + engagement, number)
    return number
  }
  for (const question of district.questions) {
    const number = position('question', question.engagement)
    await addQuestion(db, {
      agencyId: agencyIdOf(keys, question.engagement),
      id: keepId(keys, 'question', question.key, newId()),
      engagementId: idOf(keys, 'engagement', question.engagement),
      code: `Q${number}`,
      position: number,
      kind: question.kind,
      prompt: written('en', question.text),
      hint: question.hint ? written('en', question.hint) : nothingWritten,
      options: optionsOf(question),
      required: question.required,
    })
  }
  for (const attribute of district.attributes) {
    const id = await addAboutQuestion(db, {
      agencyId: agencyIdOf(keys, attribute.engagement),
      engagementId: idOf(keys, 'engagement', attribute.engagement),
      key: attribute.key,
      position: position('attribute', attribute.engagement),
      prompt: written('en', attribute.label),
      options: attribute.options.map(asOption),
    })
    keepId(keys, 'attribute', `${attribute.engagement}/${attribute.key}`, String(id))
  }
}

function asOption(option: ExampleOption): QuestionOption {
  return { id: option.key, label: written('en', option.label) }
}

/** A scale's points are its options; only the two ends have words. */
function optionsOf({ options, scale }: ExampleQuestion): QuestionOption[] {
  if (!scale) return options.map(asOption)
  const points: QuestionOption[] = []
  for (let point = scale.from; point <= scale.to; point++) {
    const end = point === scale.from ? scale.low : point === scale.to ? scale.high : undefined
    const number = String(point)
    points.push({ id: number, label: written('en', end ?? { en: number, es: number, ar: number }) })
  }
  return points
}
