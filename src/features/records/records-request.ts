import { createHash } from 'node:crypto'
import { blackout, mergedRanges, type Range } from '../comments/redaction.ts'

/** Someone's request for what an agency received, and what is left out of the answer. */
export type RecordsRequest = {
  agencyId: string
  id: string
  engagementId: string
  askedBy: string
  /** Calendar days where the agency is, both included. */
  fromDay: string
  toDay: string
  note: string
  openedBy: string
  openedAt: Date
  releasedAt: Date | null
}

/** Why something is left out. The ground in law differs from state to state and is written beside it. */
export const redactionReasons = [
  'student',
  'privacy',
  'health',
  'personnel',
  'safety',
  'legal-advice',
  'other',
] as const
export type RedactionReason = (typeof redactionReasons)[number]

export function isRedactionReason(text: string): text is RedactionReason {
  return redactionReasons.some((reason) => reason === text)
}

/** A stretch of an answer that is left out, or the whole of it. */
export type RecordsRedaction = {
  agencyId: string
  id: string
  requestId: string
  answerId: string
  rangeStart: number
  rangeEnd: number
  /** The reason, the mark of the words it was given for, and its ground in law; see `reasonText`. */
  reason: string
  madeBy: string
  madeAt: Date
}

/** The end of a redaction that leaves out the whole answer, whatever its length. */
export const wholeEnd = 2_147_483_647
export const wholeAnswer: Range = { start: 0, end: wholeEnd }

export function isWhole(redaction: Pick<RecordsRedaction, 'rangeStart' | 'rangeEnd'>): boolean {
  return redaction.rangeStart === 0 && redaction.rangeEnd === wholeEnd
}

export const longestGround = 200

/** A reason as it is kept: with the mark of the words in which something is left out, and its ground in law. */
export function reasonText(reason: RedactionReason, mark: string, ground: string): string {
  return `${reason} ${mark}${ground === '' ? '' : `: ${ground}`}`
}

export function readReason(kept: string): { reason: RedactionReason; mark: string; ground: string } {
  const [, reason = '', mark = '', ground = ''] = /^(\S+)(?: (\S+?))?(?:: (.*))?$/s.exec(kept) ?? []
  return { reason: isRedactionReason(reason) ? reason : 'other', mark, ground }
}

/**
 * Whether something is left out of words that have changed since (their author corrected them, or staff took out personal
 * information): the stretches may now lie elsewhere, so someone must look again before anything is released.
 */
export function hasMoved(
  answer: Pick<RequestedAnswer, 'id' | 'words'>,
  redactions: readonly RecordsRedaction[],
): boolean {
  const mark = markOf(answer.words)
  return redactions.some(
    (one) => one.answerId === answer.id && !isWhole(one) && readReason(one.reason).mark !== mark,
  )
}

/**
 * A text as it is released: each stretch that is left out becomes ████ and its reason, always of the same length, so that
 * nothing can be told from it. Stretches that touch become one, with every reason.
 */
export function releasedText(
  text: string,
  redactions: readonly Pick<RecordsRedaction, 'rangeStart' | 'rangeEnd' | 'reason'>[],
  inWords: (reason: RedactionReason) => string,
): string {
  const ranges = redactions.map(({ rangeStart: start, rangeEnd: end }) => ({ start, end }))
  let result = ''
  let at = 0
  for (const merged of mergedRanges(ranges, text.length)) {
    const reasons = redactions
      .filter(({ rangeStart, rangeEnd }) => rangeStart < merged.end && rangeEnd > merged.start)
      .map(({ reason }) => inWords(readReason(reason).reason))
    result += `${text.slice(at, merged.start)}${blackout} [${[...new Set(reasons)].join(', ')}]`
    at = merged.end
  }
  return result + text.slice(at)
}

/** A text in pieces, for staff to see what is left out and what stays. */
export function piecesOf(
  text: string,
  redactions: readonly Pick<RecordsRedaction, 'rangeStart' | 'rangeEnd'>[],
): { text: string; out: boolean }[] {
  const pieces: { text: string; out: boolean }[] = []
  let at = 0
  for (const { start, end } of mergedRanges(
    redactions.map(({ rangeStart, rangeEnd }) => ({ start: rangeStart, end: rangeEnd })),
    text.length,
  )) {
    if (start > at) pieces.push({ text: text.slice(at, start), out: false })
    pieces.push({ text: text.slice(start, end), out: true })
    at = end
  }
  if (at < text.length) pieces.push({ text: text.slice(at), out: false })
  return pieces
}

/** An answer as it stands in a request, in words; choices and points of a scale too. */
export type RequestedAnswer = {
  id: string
  questionCode: string
  question: string
  words: string
  /** Typed by a person; a choice is left out as a whole or not at all. */
  isText: boolean
}

/** A comment as it stands in a request: what was said and how it came in, nothing of its author. */
export type RequestedComment = {
  id: string
  /** From 1, in the order in which they came. */
  number: number
  receivedOn: string
  channel: string
  language: string
  state: string
  answers: readonly RequestedAnswer[]
}

/** Tells whether words are still those that somebody saw: ranges fit no others. */
export function markOf(words: string): string {
  return createHash('sha256').update(words).digest('base64url').slice(0, 16)
}
