import type { Stance } from './reading.ts'
import { quotedWords, wordsChangedSince } from './reading.ts'

/** Words of a comment that staff chose to stand for a theme. */
export type Quote = {
  agencyId: string
  id: string
  engagementId: string
  themeId: string
  commentId: string
  answerId: string
  quoteStart: number
  quoteEnd: number
  stance: Stance
  chosenBy: string | null
  chosenAt: Date
}

/** A quote with what is needed to show it. */
export type QuoteInPlace = {
  id: string
  themeId: string
  commentId: string
  answerId: string
  start: number
  end: number
  stance: Stance
  at: Date
  /** The whole answer, and what it is written in. */
  text: string | null
  language: string
  state: string
  /** When the comment's words were last changed by its author or redacted by staff. */
  wordsChangedAt: Date | null
}

/** The words, and whether they can be shown: not when they changed since, nor when the comment is not public. */
export type ShownQuote = { id: string; themeId: string; words: string; language: string; stance: Stance }

/** Those quotes that everyone may read. */
export function shownQuotes(quotes: readonly QuoteInPlace[]): ShownQuote[] {
  return quotes.flatMap((quote) => {
    if (quote.state !== 'published' || wordsChangedSince(quote.at, quote.wordsChangedAt)) return []
    const words = wordsOf(quote)
    const { id, themeId, language, stance } = quote
    return words === '' ? [] : [{ id, themeId, words, language, stance }]
  })
}

/** The quoted words as the answer has them now. */
export function wordsOf(quote: Pick<QuoteInPlace, 'answerId' | 'text' | 'start' | 'end'>): string {
  return quotedWords([{ id: quote.answerId, text: quote.text }], quote)
}
