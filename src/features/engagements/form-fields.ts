import { isLanguage, type Language } from '../../platform/i18n/language.ts'
import type { Written } from '../../platform/i18n/written.ts'
import { type Typed, typedText } from '../../platform/http/typed.ts'
import type { TypedText } from './translations.ts'

/** What can be wrong with a field; the page says it in the reader's language. */
export type Problem =
  | 'titleMissing'
  | 'titleLong'
  | 'textLong'
  | 'lineLong'
  | 'address'
  | 'phone'
  | 'day'
  | 'dayMissing'
  | 'daysOrder'
  | 'time'
  | 'timesOrder'
  | 'timeMissing'
  | 'responseDays'
  | 'moderation'
  | 'source'
  | 'keyword'
  | 'keywordTaken'

export type FieldProblem = { field: string; problem: Problem }

export const longestTitle = 150
export const longestText = 4000
export const longestLine = 200

/** The name of the field for one text in one language: `purpose-es`. */
export function textField(field: string, language: Language): string {
  return `${field}-${language}`
}

/** The name of the box that says a translation was checked: `purpose-es-checked`. */
export function checkedField(field: string, language: Language): string {
  return `${field}-${language}-checked`
}

/** A text of several lines in each of these languages, trimmed. */
export function typedTexts(typed: Typed, field: string, languages: readonly Language[]): TypedText[] {
  return languages.map((language) => ({
    language,
    text: typedText(typed, textField(field, language)).trim(),
    checked: typedText(typed, checkedField(field, language)) === 'yes',
  }))
}

/** What is too long among texts. */
export function lengthProblems(
  field: string,
  texts: readonly TypedText[],
  longest: number,
  problem: Problem,
): FieldProblem[] {
  return texts
    .filter(({ text }) => text.length > longest)
    .map(({ language }) => ({ field: textField(field, language), problem }))
}

/** The fields of a text as a form shows it. */
export function writtenFields(field: string, written: Written): Record<string, string> {
  const fields: Record<string, string> = {}
  for (const [language, own] of Object.entries(written.texts)) {
    if (!isLanguage(language)) continue
    fields[textField(field, language)] = own.text
    if (own.status === 'reviewed') fields[checkedField(field, language)] = 'yes'
  }
  return fields
}

/** A calendar day that exists, in this century; undefined for anything else. */
export function readDay(text: string): string | undefined {
  if (!/^20\d{2}-\d{2}-\d{2}$/.test(text)) return undefined
  const at = new Date(`${text}T00:00:00Z`)
  return Number.isNaN(at.getTime()) || at.toISOString().slice(0, 10) !== text ? undefined : text
}

/** A time of day such as '18:30'; undefined for anything else. Browsers may add seconds. */
export function readClock(text: string): string | undefined {
  return /^((?:[01]\d|2[0-3]):[0-5]\d)(?::00(?:\.0+)?)?$/.exec(text)?.[1]
}

/** A text on one line: line breaks and control characters, which mail subjects must not hold, become spaces. */
export function oneLine(text: string): string {
  return text.replace(/[\s\p{Cc}]+/gu, ' ').trim()
}

export function readLine(typed: Typed, field: string): string {
  return oneLine(typedText(typed, field))
}
