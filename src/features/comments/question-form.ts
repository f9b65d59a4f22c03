import { type Typed, typedText } from '../../platform/http/typed.ts'
import type { Language } from '../../platform/i18n/language.ts'
import { nothingWritten, rewrite, type Written } from '../../platform/i18n/written.ts'
import { answerLimits, type Question, type QuestionKind, type QuestionOption } from './question.ts'

export const questionProblems = [
  'promptMissing',
  'tooLong',
  'optionsTooFew',
  'optionsTooMany',
  'optionInUse',
  'optionsUneven',
  'scalePoints',
  'scaleInUse',
] as const
export type QuestionProblem = (typeof questionProblems)[number]
export type QuestionFault = { field: string; problem: QuestionProblem; detail?: string }

/** A question as staff write it: its words per language, its options, whether it must be answered. */
export type WrittenQuestion = { prompt: Written; hint: Written; options: QuestionOption[]; required: boolean }

export type QuestionContext = {
  kind: QuestionKind
  /** The languages of the engagement; the first is written first. */
  languages: readonly Language[]
  before?: Pick<Question, 'prompt' | 'hint' | 'options'>
  /** The ids of options that somebody chose already; on a scale, the points. */
  usedOptions?: ReadonlySet<string>
}

const longestPrompt = 1000
const longestOption = 200

/** The fields of the form, per language. */
export const questionFields = {
  prompt: (language: Language) => `prompt-${language}`,
  hint: (language: Language) => `hint-${language}`,
  option: (id: string, language: Language) => `option-${id}-${language}`,
  more: (language: Language) => `more-${language}`,
  low: (language: Language) => `low-${language}`,
  high: (language: Language) => `high-${language}`,
  points: 'points',
  required: 'required',
} as const

/**
 * Reads the form in which staff write a question. Options keep their ids when their words change, because answers hold the ids;
 * an option that somebody chose stays. New options come one per line, line by line the same in each language.
 */
export function readQuestionForm(
  context: QuestionContext,
  typed: Typed,
): { outcome: 'read'; question: WrittenQuestion } | { outcome: 'faulty'; faults: QuestionFault[] } {
  const faults: QuestionFault[] = []
  const { kind, before } = context
  const source = sourceOf(context)
  const prompt = readWritten(context, before?.prompt, (language) =>
    typedText(typed, questionFields.prompt(language)),
  )
  const hint = readWritten(context, before?.hint, (language) =>
    typedText(typed, questionFields.hint(language)),
  )
  if (!prompt.texts[source]?.text)
    faults.push({ field: questionFields.prompt(source), problem: 'promptMissing' })
  for (const language of context.languages) {
    for (const field of [questionFields.prompt(language), questionFields.hint(language)]) {
      if (typedText(typed, field).length > longestPrompt)
        faults.push({ field, problem: 'tooLong', detail: String(longestPrompt) })
    }
  }
  const options =
    kind === 'text'
      ? []
      : kind === 'scale'
        ? readScale(context, typed, faults)
        : readOptions(context, typed, faults)
  if (faults.length > 0) return { outcome: 'faulty', faults }
  return {
    outcome: 'read',
    question: { prompt, hint, options, required: typedText(typed, questionFields.required) === 'yes' },
  }
}

/** The language in which a question is written first. */
export function sourceOf({ languages, before }: Pick<QuestionContext, 'languages' | 'before'>): Language {
  const own = before?.prompt.source
  return own && languages.includes(own) ? own : (languages[0] ?? 'en')
}

function readWritten(
  context: QuestionContext,
  before: Written | undefined,
  typedIn: (language: Language) => string,
): Written {
  const source = sourceOf(context)
  let result: Written = before && before.source === source ? before : { ...nothingWritten, source }
  // The source first: changing it makes the others stale, and those typed anew now are fresh.
  for (const language of [source, ...context.languages.filter((other) => other !== source)]) {
    result = rewrite(
      result,
      language,
      typedIn(language)
        .replace(/[ \t]+/g, ' ')
        .trim(),
    )
  }
  return result
}

function readOptions(context: QuestionContext, typed: Typed, faults: QuestionFault[]): QuestionOption[] {
  const { before, languages, usedOptions = new Set() } = context
  const source = sourceOf(context)
  const options: QuestionOption[] = []
  for (const option of before?.options ?? []) {
    const label = readWritten(context, option.label, (language) =>
      typedText(typed, questionFields.option(option.id, language)),
    )
    const field = questionFields.option(option.id, source)
    if (label.texts[source]?.text) options.push({ id: option.id, label })
    else if (usedOptions.has(option.id)) faults.push({ field, problem: 'optionInUse' })
  }
  const lines = new Map(
    languages.map((language) => [language, linesOf(typedText(typed, questionFields.more(language)))]),
  )
  const added = lines.get(source) ?? []
  for (const [language, others] of lines) {
    if (others.length > 0 && others.length !== added.length)
      faults.push({
        field: questionFields.more(language),
        problem: 'optionsUneven',
        detail: String(added.length),
      })
  }
  const taken = new Set([...(before?.options ?? []).map((option) => option.id), ...usedOptions])
  for (const [index] of added.entries()) {
    const id = freeId(taken)
    taken.add(id)
    options.push({
      id,
      label: readWritten(context, undefined, (language) => lines.get(language)?.[index] ?? ''),
    })
  }
  const field = before?.options[0]
    ? questionFields.option(before.options[0].id, source)
    : questionFields.more(source)
  if (options.length < 2) faults.push({ field, problem: 'optionsTooFew' })
  if (options.length > answerLimits.mostOptions)
    faults.push({ field, problem: 'optionsTooMany', detail: String(answerLimits.mostOptions) })
  const tooLong = options.find((option) =>
    Object.values(option.label.texts).some((text) => text.text.length > longestOption),
  )
  if (tooLong) faults.push({ field, problem: 'tooLong', detail: String(longestOption) })
  return options
}

function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}

/** a, b, … z, a2, b2 …: never one that was used before, or an old answer would tell something else. */
function freeId(taken: ReadonlySet<string>): string {
  for (let round = 1; ; round++) {
    for (const letter of 'abcdefghijklmnopqrstuvwxyz') {
      const id = round === 1 ? letter : `${letter}${round}`
      if (!taken.has(id)) return id
    }
  }
}

function readScale(context: QuestionContext, typed: Typed, faults: QuestionFault[]): QuestionOption[] {
  const typedPoints = typedText(typed, questionFields.points).trim()
  const points = /^\d{1,2}$/.test(typedPoints) ? Number(typedPoints) : 0
  const { fewestScalePoints, mostScalePoints } = answerLimits
  if (points < fewestScalePoints || points > mostScalePoints) {
    faults.push({
      field: questionFields.points,
      problem: 'scalePoints',
      detail: `${fewestScalePoints}–${mostScalePoints}`,
    })
    return []
  }
  const highestUsed = Math.max(0, ...[...(context.usedOptions ?? [])].map(Number))
  const before = context.before?.options ?? []
  // The end of a scale that was answered stays its end: a 5 of 5 must not become a 5 of 7.
  if (highestUsed > 0 && points !== before.length) {
    faults.push({ field: questionFields.points, problem: 'scaleInUse', detail: String(before.length) })
    return []
  }
  return Array.from({ length: points }, (_, index) => {
    const id = String(index + 1)
    const end = index === 0 ? questionFields.low : index === points - 1 ? questionFields.high : undefined
    const label = readWritten(
      context,
      before.length === points ? before[index]?.label : undefined,
      (language) => (end ? typedText(typed, end(language)).slice(0, longestOption) : ''),
    )
    return { id, label }
  })
}

/** The fields that would give this question back, to fill the form with it. */
export function typedQuestion(
  question: Pick<Question, 'kind' | 'prompt' | 'hint' | 'options' | 'required'>,
  languages: readonly Language[],
): Typed {
  const typed: Record<string, string> = { required: question.required ? 'yes' : '' }
  const say = (text: Written, language: Language) => text.texts[language]?.text ?? ''
  for (const language of languages) {
    typed[questionFields.prompt(language)] = say(question.prompt, language)
    typed[questionFields.hint(language)] = say(question.hint, language)
    for (const option of question.options)
      typed[questionFields.option(option.id, language)] = say(option.label, language)
    const [first, last] = [question.options[0], question.options.at(-1)]
    if (first && last) {
      typed[questionFields.low(language)] = say(first.label, language)
      typed[questionFields.high(language)] = say(last.label, language)
    }
  }
  if (question.kind === 'scale') typed[questionFields.points] = String(question.options.length)
  return typed
}

/** The next code: Q1, Q2, …; removed questions keep theirs, because old paper forms carry them. */
export function nextCode(prefix: string, taken: readonly string[]): string {
  const numbers = taken
    .map((code) => (code.startsWith(prefix) ? Number(code.slice(prefix.length)) : 0))
    .filter(Number.isInteger)
  return `${prefix}${Math.max(0, ...numbers) + 1}`
}

/** The list with one moved up or down by one place. */
export function moved<Item extends { id: string }>(items: readonly Item[], id: string, step: -1 | 1): Item[] {
  const from = items.findIndex((item) => item.id === id)
  const to = from + step
  if (from < 0 || to < 0 || to >= items.length) return [...items]
  const result = [...items]
  const [item] = result.splice(from, 1)
  result.splice(to, 0, item!)
  return result
}
