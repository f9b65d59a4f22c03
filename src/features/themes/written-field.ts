import { type Fault, type Typed, typedText } from '../../platform/http/typed.ts'
import type { Language } from '../../platform/i18n/language.ts'
import { rewrite, type Written } from '../../platform/i18n/written.ts'

/** The form field of a text in one language. */
export function writtenName(name: string, language: Language): string {
  return `${name}-${language}`
}

export type WrittenRule = {
  name: string
  before: Written
  most: number
  /** The source is needed. The message is a message key. */
  missing?: string
  /** The source has been published and stays; other languages may still be added or put right. */
  sourceStays?: boolean
}

/** The languages of a text on a form: its own source first, then the others of the engagement. */
export function languagesOf(written: Written, languages: readonly Language[]): Language[] {
  return [written.source, ...languages.filter((language) => language !== written.source)]
}

/** Reads a text that was typed in several languages, one field each; fields that were not sent leave their language as it is. */
export function readWritten(
  typed: Typed,
  { name, before, most, missing, sourceStays }: WrittenRule,
  languages: readonly Language[],
): { value: Written; faults: Fault[] } {
  let value = before
  const faults: Fault[] = []
  for (const language of languagesOf(before, languages)) {
    const field = writtenName(name, language)
    if (typed[field] === undefined || (sourceStays && language === before.source)) continue
    const text = typedText(typed, field).trim()
    if (text.length > most) faults.push({ field, message: 'themes.fault.long' })
    value = rewrite(value, language, text)
  }
  const source = writtenName(name, before.source)
  if (missing && !sourceStays && typedText(typed, source).trim() === '')
    faults.unshift({ field: source, message: missing })
  return { value, faults }
}
