import type { Typed } from '../../platform/http/typed.ts'
import { aboutField, type AboutQuestion } from '../comments/about-question.ts'
import { answerField, type Question, rankField } from '../comments/question.ts'
import type { NewCommentBody } from './api-schema.ts'

export type BodyFault = { pointer: string; detail: string }

type Asked = { questions: readonly Question[]; aboutQuestions: readonly AboutQuestion[] }

/** What a kind of question is answered with. */
const answeredBy = {
  text: 'text',
  single: 'choices',
  multiple: 'choices',
  scale: 'number',
  ranking: 'choices',
} as const

/**
 * A comment of a program as the fields of our form, so that every channel is read by the same rules. `fields` says where in
 * the body each field came from, for faults that the form finds.
 */
export function typedFrom(
  body: NewCommentBody,
  asked: Asked,
): { typed: Typed; fields: ReadonlyMap<string, string>; faults: BodyFault[] } {
  const typed: Record<string, string | string[]> = Object.create(null)
  const fields = new Map<string, string>()
  const faults: BodyFault[] = []
  for (const [index, answer] of body.answers.entries()) {
    const pointer = `/answers/${index}`
    const question = asked.questions.find((candidate) => candidate.code === answer.question)
    if (!question) {
      faults.push({ pointer: `${pointer}/question`, detail: 'There is no question with this code.' })
      continue
    }
    const field = answerField(question)
    const wanted = answeredBy[question.kind]
    const given = (['text', 'choices', 'number'] as const).filter((kind) => answer[kind] !== undefined)
    if (given.length !== 1 || given[0] !== wanted) {
      faults.push({ pointer, detail: `This question is answered with "${wanted}" and nothing else.` })
    } else if (field in typed) {
      faults.push({ pointer, detail: 'This question is answered twice.' })
    }
    typed[field] = answer.text ?? answer.choices ?? String(answer.number ?? '')
    fields.set(field, pointer)
    for (const option of question.options) fields.set(rankField(question, option.id), pointer)
  }
  for (const [index, said] of (body.about_you ?? []).entries()) {
    const pointer = `/about_you/${index}`
    const question = asked.aboutQuestions.find((candidate) => candidate.key === said.key)
    if (!question) {
      faults.push({ pointer: `${pointer}/key`, detail: 'There is no such question about people.' })
      continue
    }
    typed[aboutField(question)] = said.value
    fields.set(aboutField(question), pointer)
  }
  if (body.age !== undefined) typed['age'] = body.age
  if (body.guardian_consent) typed['guardianConsent'] = 'yes'
  if (body.contact) {
    typed['contact'] = body.contact.channel
    typed[body.contact.channel === 'sms' ? 'contactPhone' : 'contactMail'] = body.contact.address
  }
  fields.set('age', '/age')
  fields.set('guardianConsent', '/guardian_consent')
  for (const field of ['contact', 'contactMail', 'contactPhone']) fields.set(field, '/contact')
  return { typed, fields, faults }
}

/** A text as PostgreSQL and every reader can keep it: without NUL, half characters and foreign line ends. */
export function cleanText(text: string): string {
  return text.replaceAll('\u0000', '').replace(/\r\n?/g, '\n').toWellFormed()
}

/** Every text inside a JSON value, cleaned. */
export function cleanTexts(value: unknown): unknown {
  if (typeof value === 'string') return cleanText(value)
  if (Array.isArray(value)) return value.map(cleanTexts)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, cleanTexts(inner)]))
}
