import { type Typed, typedList, typedText } from '../../platform/http/typed.ts'
import type { Language } from '../../platform/i18n/language.ts'
import { type Written, wordsIn } from '../../platform/i18n/written.ts'

export const questionKinds = ['text', 'single', 'multiple', 'scale', 'ranking'] as const
export type QuestionKind = (typeof questionKinds)[number]

/** One thing to choose. On a scale the ids are '1', '2', … from its lower to its upper end. */
export type QuestionOption = { id: string; label: Written }

/** One question of an engagement; every channel asks the same ones, known on paper by their short code. */
export type Question = {
  agencyId: string
  id: string
  engagementId: string
  code: string
  position: number
  kind: QuestionKind
  prompt: Written
  hint: Written
  options: QuestionOption[]
  required: boolean
  removedAt: Date | null
}

/** What was answered to one question: words, chosen options (for a ranking: best first), or a point on a scale. */
export type Answer = {
  questionId: string
  text: string | null
  choices: string[] | null
  number: number | null
}

/** An answer as it is kept: with its own id, for translations and quotes, and whether staff took out personal information. */
export type KeptAnswer = Answer & {
  agencyId: string
  id: string
  engagementId: string
  commentId: string
  redacted: boolean
}

/** Whether nothing is left of an answer, because it was erased or corrected away. */
export function isEmptyAnswer({
  text,
  choices,
  number,
}: Pick<Answer, 'text' | 'choices' | 'number'>): boolean {
  return text === null && choices === null && number === null
}

export const answerLimits = {
  characters: 10_000,
  fewestScalePoints: 2,
  mostScalePoints: 11,
  mostOptions: 50,
} as const

export const answerProblems = [
  'missing',
  'tooLong',
  'noSuchChoice',
  'oneOnly',
  'rankTwice',
  'noSuchRank',
] as const
export type AnswerProblem = (typeof answerProblems)[number]
export type AnswerFault = { field: string; problem: AnswerProblem; question: Question }

export type ReadAnswers =
  { outcome: 'read'; answers: Answer[] } | { outcome: 'faulty'; faults: AnswerFault[] }

/** The form field of a question. */
export function answerField(question: Pick<Question, 'code'>): string {
  return `q-${question.code}`
}

/** The form field that holds the place of one option in a ranking. */
export function rankField(question: Pick<Question, 'code'>, optionId: string): string {
  return `q-${question.code}-${optionId}`
}

type ReadOne = Omit<Answer, 'questionId'> | AnswerProblem | undefined
type Reader = (question: Question, typed: Typed) => ReadOne

function nothingBut(answer: Partial<Omit<Answer, 'questionId'>>): Omit<Answer, 'questionId'> {
  return { text: null, choices: null, number: null, ...answer }
}

function isOption(question: Question, id: string): boolean {
  return question.options.some((option) => option.id === id)
}

/** How each kind of question is read: its answer, what is wrong with it, or undefined when it was skipped. */
const readers: Record<QuestionKind, Reader> = {
  text(question, typed) {
    const text = typedText(typed, answerField(question)).trim()
    if (text === '') return undefined
    return text.length > answerLimits.characters ? 'tooLong' : nothingBut({ text })
  },
  single(question, typed) {
    const chosen = [...new Set(typedList(typed, answerField(question)).filter((id) => id !== ''))]
    if (chosen.length === 0) return undefined
    if (chosen.length > 1) return 'oneOnly'
    return isOption(question, chosen[0]!) ? nothingBut({ choices: chosen }) : 'noSuchChoice'
  },
  multiple(question, typed) {
    const chosen = new Set(typedList(typed, answerField(question)).filter((id) => id !== ''))
    if (chosen.size === 0) return undefined
    if (![...chosen].every((id) => isOption(question, id))) return 'noSuchChoice'
    // In the order of the question, so that the same answer always reads the same.
    const choices = question.options.map((option) => option.id).filter((id) => chosen.has(id))
    return nothingBut({ choices })
  },
  scale(question, typed) {
    const typedPoint = typedText(typed, answerField(question)).trim()
    if (typedPoint === '') return undefined
    return isOption(question, typedPoint) ? nothingBut({ number: Number(typedPoint) }) : 'noSuchChoice'
  },
  ranking(question, typed) {
    const inOrder = typedList(typed, answerField(question)).filter((id) => id !== '')
    if (inOrder.length > 0) {
      if (!inOrder.every((id) => isOption(question, id))) return 'noSuchChoice'
      return new Set(inOrder).size === inOrder.length ? nothingBut({ choices: inOrder }) : 'rankTwice'
    }
    const places = new Map<number, string>()
    for (const option of question.options) {
      const place = typedText(typed, rankField(question, option.id)).trim()
      if (place === '') continue
      if (!/^\d{1,2}$/.test(place)) return 'noSuchRank'
      const number = Number(place)
      if (number < 1 || number > question.options.length) return 'noSuchRank'
      if (places.has(number)) return 'rankTwice'
      places.set(number, option.id)
    }
    if (places.size === 0) return undefined
    const choices = [...places].sort(([a], [b]) => a - b).map(([, id]) => id)
    return nothingBut({ choices })
  },
}

/**
 * Reads the answers out of the fields of a form, a paper form keyed in, or an import row, all of which name them alike.
 * A skipped question has no answer; a required one that was skipped is a fault.
 */
export function readAnswers(questions: readonly Question[], typed: Typed): ReadAnswers {
  const answers: Answer[] = []
  const faults: AnswerFault[] = []
  for (const question of questions) {
    const field = answerField(question)
    const read = readers[question.kind](question, typed)
    if (typeof read === 'string') faults.push({ field: faultField(question), problem: read, question })
    else if (read) answers.push({ questionId: question.id, ...read })
    else if (question.required)
      faults.push({
        field: question.kind === 'ranking' ? faultField(question) : field,
        problem: 'missing',
        question,
      })
  }
  return faults.length ? { outcome: 'faulty', faults } : { outcome: 'read', answers }
}

/** Where the error summary leads: a ranking has one field per option, so to its first. */
function faultField(question: Question): string {
  const first = question.options[0]
  return question.kind === 'ranking' && first ? rankField(question, first.id) : answerField(question)
}

/** The fields that would give this answer back, to fill a form with it. */
export function typedAnswer(
  question: Question,
  answer: Pick<Answer, 'text' | 'choices' | 'number'>,
): Record<string, string | string[]> {
  const field = answerField(question)
  switch (question.kind) {
    case 'text':
      return { [field]: answer.text ?? '' }
    case 'single':
      return { [field]: answer.choices?.[0] ?? '' }
    case 'multiple':
      return { [field]: answer.choices ?? [] }
    case 'scale':
      return { [field]: answer.number === null ? '' : String(answer.number) }
    case 'ranking':
      return Object.fromEntries(
        (answer.choices ?? []).map((id, index) => [rankField(question, id), String(index + 1)]),
      )
  }
}

/** An answer in words, for pages, documents and exports; a ranking comes as "1. … 2. …". */
export function answerInWords(
  question: Pick<Question, 'kind' | 'options'>,
  answer: Pick<Answer, 'text' | 'choices' | 'number'>,
  language: Language,
): string {
  const labels = new Map(question.options.map((option) => [option.id, wordsIn(option.label, language)]))
  if (answer.text !== null) return answer.text
  if (answer.number !== null) {
    const label = labels.get(String(answer.number))
    return label && label !== String(answer.number) ? `${answer.number} – ${label}` : String(answer.number)
  }
  const chosen = (answer.choices ?? []).map((id) => labels.get(id) ?? id)
  return question.kind === 'ranking'
    ? chosen.map((label, index) => `${index + 1}. ${label}`).join('; ')
    : chosen.join('; ')
}

/** All free text of a comment in one piece, for its language, its fingerprint and the search for links. */
export function freeText(answers: readonly Pick<Answer, 'text'>[]): string {
  return answers.flatMap((answer) => answer.text ?? []).join('\n\n')
}
