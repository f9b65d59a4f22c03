import type { Language } from '../../platform/i18n/language.ts'
import { nothingWritten, rewrite, type Written } from '../../platform/i18n/written.ts'
import { type Fault, type Typed, typedText } from '../../platform/http/typed.ts'
import type { Disposition } from './disposition.ts'

export const methods = ['consensus', 'vote', 'advisory'] as const
export type Method = (typeof methods)[number]

export const thresholds = ['majority', 'two-thirds', 'three-quarters'] as const
export type Threshold = (typeof thresholds)[number]

/** How it was decided: the level of consensus in words, the counts of a vote, or who advised whom. */
export type MethodDetail = {
  level?: string
  for?: number
  against?: number
  abstained?: number
  threshold?: Threshold
  body?: string
}

export type DecisionOption = { id: string; label: Written }

/** One question that the agency answers, with what became of each theme that it rests on. */
export type Decision = {
  agencyId: string
  id: string
  engagementId: string
  question: Written
  options: DecisionOption[]
  method: Method
  methodDetail: MethodDetail
  result: Written
  minorityStatement: Written
  responsible: string
  decidedOn: string | null
  reviewOn: string | null
  status: 'draft' | 'published'
  publishedAt: Date | null
  version: number
  createdBy: string | null
  changedAt: Date
}

export const decisionLimits = {
  question: 300,
  result: 3000,
  minority: 3000,
  option: 300,
  options: 12,
  line: 300,
} as const

/** Whether a vote reached its threshold; abstentions do not count. Undefined when nothing was counted. */
export function votePassed({
  for: ayes = 0,
  against = 0,
  threshold = 'majority',
}: MethodDetail): boolean | undefined {
  const voting = ayes + against
  if (voting === 0) return undefined
  // In whole numbers, so that two thirds of three is exactly two.
  if (threshold === 'two-thirds') return ayes * 3 >= voting * 2
  if (threshold === 'three-quarters') return ayes * 4 >= voting * 3
  return ayes * 2 > voting
}

export type Missing =
  | { what: 'question' | 'result' | 'method' | 'responsible' | 'decidedOn' | 'themes' }
  | { what: 'outcome' | 'reason'; themeId: string }

/** What keeps a decision from being published; empty when nothing does. Nobody is told "no" without a reason. */
export function missingBeforePublication(
  decision: Pick<Decision, 'question' | 'result' | 'method' | 'methodDetail' | 'responsible' | 'decidedOn'>,
  dispositions: readonly Pick<Disposition, 'themeId' | 'outcome' | 'reason'>[],
): Missing[] {
  const missing: Missing[] = []
  if (isEmpty(decision.question)) missing.push({ what: 'question' })
  if (isEmpty(decision.result)) missing.push({ what: 'result' })
  if (!saysHow(decision)) missing.push({ what: 'method' })
  if (decision.responsible.trim() === '') missing.push({ what: 'responsible' })
  if (decision.decidedOn === null) missing.push({ what: 'decidedOn' })
  if (dispositions.length === 0) missing.push({ what: 'themes' })
  for (const { themeId, outcome, reason } of dispositions) {
    if (outcome === null) missing.push({ what: 'outcome', themeId })
    if (isEmpty(reason)) missing.push({ what: 'reason', themeId })
  }
  return missing
}

function isEmpty(text: Written): boolean {
  return (text.texts[text.source]?.text ?? '').trim() === ''
}

function saysHow({ method, methodDetail: detail }: Pick<Decision, 'method' | 'methodDetail'>): boolean {
  switch (method) {
    case 'consensus':
      return (detail.level ?? '').trim() !== ''
    case 'vote':
      return votePassed(detail) !== undefined
    case 'advisory':
      return (detail.body ?? '').trim() !== ''
  }
}

/** Reads how it was decided; nothing is needed before publication. */
export function readMethod(typed: Typed): { method: Method; methodDetail: MethodDetail; faults: Fault[] } {
  const method = methods.find((one) => one === typedText(typed, 'method')) ?? 'consensus'
  const faults: Fault[] = []
  const line = (field: string) => {
    const text = typedText(typed, field).trim()
    if (text.length > decisionLimits.line) faults.push({ field, message: 'themes.fault.long' })
    return text
  }
  const count = (field: string): number | undefined => {
    const text = typedText(typed, field).trim()
    if (text === '') return undefined
    if (/^\d{1,6}$/.test(text)) return Number(text)
    faults.push({ field, message: 'decisions.fault.count' })
    return undefined
  }
  switch (method) {
    case 'consensus':
      return { method, methodDetail: { level: line('level') }, faults }
    case 'advisory':
      return { method, methodDetail: { body: line('body') }, faults }
    case 'vote': {
      const threshold = thresholds.find((one) => one === typedText(typed, 'threshold')) ?? 'majority'
      const counted = { for: count('for'), against: count('against'), abstained: count('abstained') }
      const given = Object.fromEntries(Object.entries(counted).filter(([, value]) => value !== undefined))
      return { method, methodDetail: { threshold, ...given }, faults }
    }
  }
}

/** A day of the calendar, such as '2027-03-01'; null when left empty, undefined when it is none. */
export function readDay(text: string): string | null | undefined {
  const day = text.trim()
  if (day === '') return null
  if (!/^(19|20)\d\d-\d\d-\d\d$/.test(day)) return undefined
  const at = new Date(`${day}T12:00:00Z`)
  return Number.isNaN(at.getTime()) || at.toISOString().slice(0, 10) !== day ? undefined : day
}

/**
 * Options as they are typed: one a line, in each language, the same line meaning the same option. An option keeps its id by its
 * place. Lines of a translation beyond those of the source are a fault.
 */
export function readOptions(
  typed: Typed,
  before: readonly DecisionOption[],
  source: Language,
  languages: readonly Language[],
): { options: DecisionOption[]; faults: Fault[] } {
  const faults: Fault[] = []
  const linesOf = (language: Language) =>
    typedText(typed, `options-${language}`)
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '')
  const labels = linesOf(source)
  if (labels.length > decisionLimits.options)
    faults.push({ field: `options-${source}`, message: 'decisions.fault.options' })
  let options = labels.slice(0, decisionLimits.options).map((label, index): DecisionOption => {
    const old = before[index]
    const known = old && old.label.source === source ? old.label : { ...nothingWritten, source }
    return { id: old?.id ?? `option-${index + 1}`, label: rewrite(known, source, label) }
  })
  for (const language of languages.filter((one) => one !== source)) {
    const lines = linesOf(language)
    if (lines.length > labels.length)
      faults.push({ field: `options-${language}`, message: 'decisions.fault.optionLines' })
    options = options.map((option, index) => ({
      ...option,
      label: rewrite(option.label, language, lines[index] ?? ''),
    }))
  }
  for (const language of languages) {
    if (linesOf(language).some((line) => line.length > decisionLimits.option)) {
      faults.push({ field: `options-${language}`, message: 'themes.fault.long' })
    }
  }
  return { options, faults }
}
