import { type Typed, typedText } from '../../platform/http/typed.ts'
import type { Language } from '../../platform/i18n/language.ts'
import { nothingWritten, rewrite, type Written } from '../../platform/i18n/written.ts'
import { oneLine } from '../engagements/form-fields.ts'
import { writtenName } from '../themes/written-field.ts'
import { statementFingerprint } from './statement-fingerprint.ts'

export type StatementProblem = 'missing' | 'long' | 'uneven' | 'twice' | 'there' | 'many' | 'wordless'
/** `line`: which line of the field, from 1; `detail`: a number that the message names. */
export type StatementFault = { field: string; problem: StatementProblem; line?: number; detail?: number }

export const mostStatementsAtOnce = 100

export type WrittenStatement = { words: Written; fingerprint: string }

/**
 * Reads statements of the agency: one per line, line by line the same in each language. A language whose field is left empty is
 * not translated yet. `there`: fingerprints of the statements that stand in the conversation already.
 */
export function readNewStatements(
  {
    source,
    languages,
    longest,
    there,
  }: {
    source: Language
    languages: readonly Language[]
    longest: number
    there: ReadonlySet<string>
  },
  typed: Typed,
): { outcome: 'read'; statements: WrittenStatement[] } | { outcome: 'faulty'; faults: StatementFault[] } {
  const faults: StatementFault[] = []
  const ordered = [source, ...languages.filter((language) => language !== source)]
  const lines = new Map(
    ordered.map((language) => [language, linesOf(typedText(typed, writtenName('words', language)))]),
  )
  const sources = lines.get(source) ?? []
  const field = writtenName('words', source)
  if (sources.length === 0) faults.push({ field, problem: 'missing' })
  if (sources.length > mostStatementsAtOnce)
    faults.push({ field, problem: 'many', detail: mostStatementsAtOnce })
  for (const [language, own] of lines) {
    const name = writtenName('words', language)
    if (language !== source && own.length > 0 && own.length !== sources.length)
      faults.push({ field: name, problem: 'uneven', detail: sources.length })
    const long = own.findIndex((line) => line.length > longest)
    if (long >= 0) faults.push({ field: name, problem: 'long', line: long + 1, detail: longest })
  }
  const seen = new Set<string>()
  const statements = sources.map((_, index): WrittenStatement => {
    let words: Written = { ...nothingWritten, source }
    for (const language of ordered) words = rewrite(words, language, lines.get(language)?.[index] ?? '')
    return { words, fingerprint: statementFingerprint(sources[index]!) }
  })
  for (const [index, { fingerprint }] of statements.entries()) {
    if (fingerprint === '') faults.push({ field, problem: 'wordless', line: index + 1 })
    else if (there.has(fingerprint)) faults.push({ field, problem: 'there', line: index + 1 })
    else if (seen.has(fingerprint)) faults.push({ field, problem: 'twice', line: index + 1 })
    seen.add(fingerprint)
  }
  return faults.length > 0 ? { outcome: 'faulty', faults } : { outcome: 'read', statements }
}

function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map(oneLine)
    .filter((line) => line !== '')
}

/** The fields of the form that changes one statement's words. */
export function statementFields(words: Written, languages: readonly Language[]): Typed {
  return Object.fromEntries(
    [words.source, ...languages].map((language) => [
      writtenName('words', language),
      words.texts[language]?.text ?? '',
    ]),
  )
}

/**
 * Reads one statement in its languages. `sourceStays`: somebody wrote or voted on the original, which stays what it was; only
 * its translations may be written.
 */
export function readStatementWords(
  before: Written,
  {
    languages,
    longest,
    sourceStays,
  }: { languages: readonly Language[]; longest: number; sourceStays: boolean },
  typed: Typed,
): { outcome: 'read'; words: Written } | { outcome: 'faulty'; faults: StatementFault[] } {
  const faults: StatementFault[] = []
  const { source } = before
  let words = before
  for (const language of [source, ...languages.filter((other) => other !== source)]) {
    const field = writtenName('words', language)
    if (typed[field] === undefined || (language === source && sourceStays)) continue
    const text = oneLine(typedText(typed, field))
    if (language === source && statementFingerprint(text) === '') faults.push({ field, problem: 'missing' })
    // A translation may need more letters than the original was allowed.
    const most = language === source ? longest : Math.ceil(longest * 1.5)
    if (text.length > most) faults.push({ field, problem: 'long', line: 1, detail: most })
    words = rewrite(words, language, text)
  }
  return faults.length > 0 ? { outcome: 'faulty', faults } : { outcome: 'read', words }
}
