import { type Typed, typedList, typedText } from '../../platform/http/typed.ts'
import { aboutField } from './about-question.ts'
import {
  type Asked,
  type CommentForm,
  type FormFault,
  readCommentForm,
  typedByPerson,
} from './comment-form.ts'
import { answerField, rankField } from './question.ts'

/** The ways in which staff and partners bring in what somebody said. */
export const enteredChannels = ['paper', 'meeting', 'phone'] as const
export type EnteredChannel = (typeof enteredChannels)[number]

export const enterProblems = [
  'channelMissing',
  'dayMissing',
  'dayFuture',
  'languageMissing',
  'paperNumberMissing',
  'paperNumberWrong',
  'noteLong',
] as const
export type EnterProblem = (typeof enterProblems)[number]
export type EnterFault = { field: string; problem: EnterProblem }

/** A comment entered for someone: what they said, and how it came to us. */
export type EnteredForm = {
  channel: EnteredChannel
  /** The calendar day on which it was said or the paper came in. */
  receivedOn: string
  language: string
  /** Printed on the paper form; the same paper counts once. Empty when there is none. */
  paperNumber: string
  note: string
  form: CommentForm
}

/** A paper number as it is kept: in capitals, without spaces and dashes. */
export function readPaperNumber(typed: string): string | undefined {
  const number = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s–—-]+/g, '')
  return /^[A-Z0-9]{1,20}$/.test(number) ? number : undefined
}

/** Whether a text is a day of the calendar, as a date field sends it. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const day = new Date(`${text}T12:00:00Z`)
  return !Number.isNaN(day.getTime()) && day.toISOString().slice(0, 10) === text
}

/**
 * Reads the form of those who enter comments for others. `paperNumberNeeded` where each paper is keyed in twice: the number is
 * what brings both keyings together.
 */
export function readEnterForm(
  asked: Asked,
  typed: Typed,
  {
    today,
    paperNumberNeeded = false,
    mustTellAge = false,
  }: { today: string; paperNumberNeeded?: boolean; mustTellAge?: boolean },
):
  | { outcome: 'read'; entered: EnteredForm }
  | { outcome: 'faulty'; faults: EnterFault[]; formFaults: FormFault[] } {
  const faults: EnterFault[] = []
  const channel = enteredChannels.find((one) => one === typedText(typed, 'channel'))
  if (!channel) faults.push({ field: 'channel', problem: 'channelMissing' })
  const receivedOn = typedText(typed, 'receivedOn').trim()
  if (!isDay(receivedOn)) faults.push({ field: 'receivedOn', problem: 'dayMissing' })
  else if (receivedOn > today) faults.push({ field: 'receivedOn', problem: 'dayFuture' })
  const language = typedText(typed, 'language')
  if (!/^[a-z]{2,3}$/.test(language)) faults.push({ field: 'language', problem: 'languageMissing' })
  const typedNumber = channel === 'paper' ? typedText(typed, 'paperNumber').trim() : ''
  const paperNumber = typedNumber === '' ? '' : readPaperNumber(typedNumber)
  if (paperNumber === undefined) faults.push({ field: 'paperNumber', problem: 'paperNumberWrong' })
  else if (paperNumber === '' && channel === 'paper' && paperNumberNeeded)
    faults.push({ field: 'paperNumber', problem: 'paperNumberMissing' })
  const note = typedText(typed, 'note').trim()
  if (note.length > 500) faults.push({ field: 'note', problem: 'noteLong' })
  const form = readCommentForm(asked, typed, { mustTellAge })
  if (faults.length > 0 || form.outcome === 'faulty' || !channel || paperNumber === undefined) {
    return { outcome: 'faulty', faults, formFaults: form.outcome === 'faulty' ? form.faults : [] }
  }
  return { outcome: 'read', entered: { channel, receivedOn, language, paperNumber, note, form: form.form } }
}

const metaFields = ['receivedOn', 'language', 'note'] as const

/** The fields of a form that a second keying must give alike; with what the paper says and how it came. */
export function keyedFields(asked: Asked, typed: Typed): Record<string, string | string[]> {
  const kept: Record<string, string | string[]> = {}
  for (const [field, value] of Object.entries(typedByPerson(asked, typed)))
    if (value !== undefined) kept[field] = value
  for (const field of metaFields) kept[field] = typed[field] ?? ''
  return kept
}

/** One field in which two keyings of the same paper differ. */
export type KeyingDifference = { field: string; first: string[]; second: string[] }

/** What two people typed from the same paper and where they differ. White space, and the case of choices, tell nothing. */
export function compareKeyings(asked: Asked, first: Typed, second: Typed): KeyingDifference[] {
  const fields = [
    'receivedOn',
    'language',
    ...asked.questions.flatMap((question) =>
      question.kind === 'ranking'
        ? question.options.map((option) => rankField(question, option.id))
        : [answerField(question)],
    ),
    ...asked.aboutQuestions.map(aboutField),
    'age',
    'guardianConsent',
    'contact',
    'contactMail',
    'contactPhone',
  ]
  return fields.flatMap((field) => {
    const [a, b] = [plainValues(first, field), plainValues(second, field)]
    return a.join('\n') === b.join('\n') ? [] : [{ field, first: a, second: b }]
  })
}

function plainValues(typed: Typed, field: string): string[] {
  const values = typedList(typed, field)
    .map((value) => value.normalize('NFC').replace(/\s+/g, ' ').trim())
    .filter((value) => value !== '')
  // "No" and not asked are the same answer here.
  const said =
    field === 'contact'
      ? values.filter((value) => value !== 'none')
      : field === 'age'
        ? values.filter((value) => value !== 'adult')
        : values
  return said.toSorted()
}

export function pickField(field: string): string {
  return `pick-${field}`
}

export function ownField(field: string): string {
  return `own-${field}`
}

/** The form as it was settled: where the two differ, what was picked; the fields of differences that nobody settled. */
export function settleKeyings(
  differences: readonly KeyingDifference[],
  first: Typed,
  second: Typed,
  picks: Typed,
): { outcome: 'settled'; typed: Typed } | { outcome: 'open'; fields: string[] } {
  const settled: Record<string, string | string[] | undefined> = { ...first }
  const open: string[] = []
  for (const { field } of differences) {
    const pick = typedText(picks, pickField(field))
    if (pick === 'first') settled[field] = first[field]
    else if (pick === 'second') settled[field] = second[field]
    else if (pick === 'own') settled[field] = typedText(picks, ownField(field))
    else open.push(field)
  }
  return open.length > 0 ? { outcome: 'open', fields: open } : { outcome: 'settled', typed: settled }
}
