import { type Fault, type Typed, typedList, typedText } from '../../platform/http/typed.ts'

export const stances = ['for', 'against', 'neutral'] as const
export type Stance = (typeof stances)[number]

export function isStance(text: string): text is Stance {
  return stances.some((stance) => stance === text)
}

/** One coder's reading of one comment: that it was read, and what the coder noted for themselves. */
export type Reading = {
  agencyId: string
  id: string
  engagementId: string
  commentId: string
  coderId: string
  memo: string
  finishedAt: Date
}

/** Words of an answer: from the character `start` up to, not including, `end`. */
export type QuoteRange = { answerId: string; start: number; end: number }

/** One code that a reading gave, for or against what it names, with the words it rests on. */
export type GivenCode = { codeId: string; stance: Stance; quote: QuoteRange | null }

export type TextAnswer = { id: string; text: string | null }

export const readingLimits = { memo: 4000, quote: 2000 } as const

/** The fields of the workbench form for one code. */
export function stanceField(codeId: string): string {
  return `stance-${codeId}`
}
export function quoteField(codeId: string): string {
  return `quote-${codeId}`
}

export type ReadCodes =
  { outcome: 'read'; given: GivenCode[]; memo: string } | { outcome: 'faulty'; faults: Fault[] }

/**
 * What a coder ticked and typed. No code at all is an answer too: nothing in the codebook fits. Words to quote must stand in the
 * comment. Messages are message keys; the fault's field names the code.
 */
export function readCodes(
  typed: Typed,
  codeIds: readonly string[],
  answers: readonly TextAnswer[],
): ReadCodes {
  const ticked = new Set(typedList(typed, 'code'))
  const faults: Fault[] = []
  const given: GivenCode[] = []
  for (const codeId of codeIds.filter((id) => ticked.has(id))) {
    const stance = typedText(typed, stanceField(codeId))
    const words = typedText(typed, quoteField(codeId)).trim()
    const quote = words === '' ? null : findWords(answers, words)
    if (quote === undefined) faults.push({ field: quoteField(codeId), message: 'themes.fault.quote' })
    given.push({ codeId, stance: isStance(stance) ? stance : 'neutral', quote: quote ?? null })
  }
  if ([...ticked].some((id) => id !== '' && !codeIds.includes(id)))
    faults.push({ field: 'code', message: 'themes.fault.codeGone' })
  const memo = typedText(typed, 'memo').trim()
  if (memo.length > readingLimits.memo) faults.push({ field: 'memo', message: 'themes.fault.long' })
  return faults.length > 0 ? { outcome: 'faulty', faults } : { outcome: 'read', given, memo }
}

/**
 * Where these words stand: in the first answer that has them, as they are or with other spaces and quotation marks around them,
 * which pasting brings. Undefined when they stand nowhere.
 */
export function findWords(answers: readonly TextAnswer[], words: string): QuoteRange | undefined {
  if (words.length > readingLimits.quote) return undefined
  for (const wanted of [words, words.replace(/^[\s"“”«»„'‘’…]+|[\s"“”«»„'‘’…]+$/gu, '')]) {
    if (wanted === '') continue
    for (const answer of answers) {
      const at = answer.text?.indexOf(wanted) ?? -1
      if (at >= 0) return { answerId: answer.id, start: at, end: at + wanted.length }
    }
    const loose = new RegExp(wanted.split(/\s+/).map(literally).join('\\s+'), 'iu')
    for (const answer of answers) {
      const found = loose.exec(answer.text ?? '')
      if (found) return { answerId: answer.id, start: found.index, end: found.index + found[0].length }
    }
  }
  return undefined
}

function literally(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, (character) => `\\${character}`)
}

/** The quoted words; empty when the answer has changed so that the range lies outside it. */
export function quotedWords(answers: readonly TextAnswer[], range: QuoteRange): string {
  const text = answers.find((answer) => answer.id === range.answerId)?.text ?? ''
  return range.start >= 0 && range.start < range.end && range.end <= text.length
    ? text.slice(range.start, range.end)
    : ''
}

/** Whether the comment's words changed after they were read, so that codes and quotes may no longer fit. */
export function wordsChangedSince(at: Date, lastChange: Date | null | undefined): boolean {
  return lastChange !== null && lastChange !== undefined && lastChange > at
}

/**
 * Whether a coder may still change their reading. Once two have read the same words, changing one of them would spoil the
 * measure of how well they agree; what differs is settled in the open instead.
 */
export function mayReadAgain(
  readings: readonly Pick<Reading, 'coderId' | 'finishedAt'>[],
  coderId: string,
  lastChange: Date | null | undefined,
): boolean {
  const own = readings.find((reading) => reading.coderId === coderId)
  return own === undefined || readings.length === 1 || wordsChangedSince(own.finishedAt, lastChange)
}
