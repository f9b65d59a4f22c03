import { isLanguage, type Language } from './language.ts'

/** How a text came to be in a language. `stale`: the source has changed since. */
export type WrittenStatus = 'source' | 'machine' | 'human' | 'reviewed' | 'stale'

/** Text that an agency wrote, in one source language and any others; kept as jsonb. */
export type Written = {
  source: Language
  texts: Partial<Record<Language, { text: string; status: WrittenStatus }>>
}

/** A text as one reader gets it; `language` is what it is really in. */
export type WrittenIn = { text: string; language: Language; status: WrittenStatus }

export const nothingWritten: Written = { source: 'en', texts: {} }

/** The text in the reader's language, else in its source language. Empty when nothing was written. */
export function inLanguage(written: Written, language: Language): WrittenIn {
  const own = written.texts[language]
  if (own?.text) return { ...own, language }
  const source = written.texts[written.source]
  return { text: source?.text ?? '', language: written.source, status: 'source' }
}

/** Just the words, for titles and messages. */
export function wordsIn(written: Written, language: Language): string {
  return inLanguage(written, language).text
}

/**
 * A text changed in one language. Changing the source makes every other language stale until someone looks at it again;
 * an empty text removes a translation.
 */
export function rewrite(
  written: Written,
  language: Language,
  text: string,
  status: WrittenStatus = 'human',
): Written {
  const before = written.texts[language]
  if (
    (before?.text ?? '') === text &&
    before?.status !== 'stale' &&
    (text === '' || before?.status !== 'machine')
  )
    return written
  const texts = { ...written.texts }
  if (text === '') delete texts[language]
  else texts[language] = { text, status: language === written.source ? 'source' : status }
  if (language === written.source && before && before.text !== text) {
    for (const other of Object.keys(texts).filter(isLanguage)) {
      const translation = texts[other]
      if (other !== language && translation) texts[other] = { ...translation, status: 'stale' }
    }
  }
  return { source: written.source, texts }
}

/** A text given in several languages at once, the source first. */
export function written(source: Language, texts: Partial<Record<Language, string>>): Written {
  let result: Written = { source, texts: {} }
  for (const [language, text] of Object.entries(texts)) {
    if (isLanguage(language) && text) result = rewrite(result, language, text)
  }
  return result
}
