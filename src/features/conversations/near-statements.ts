import type { Language } from '../../platform/i18n/language.ts'
import { wordsIn } from '../../platform/i18n/written.ts'
import { findNearlySame } from './statement-fingerprint.ts'
import type { Statement } from './statement.ts'

/** Finds what says nearly the same as a statement, in the language that it was written in. */
export function nearStatements(others: readonly Statement[]): (statement: Statement) => Statement[] {
  const finders = new Map<Language, ReturnType<typeof findNearlySame<Statement>>>()
  return (statement) => {
    const { source } = statement.words
    const find = finders.get(source) ?? findNearlySame(others, (other) => wordsIn(other.words, source))
    finders.set(source, find)
    return find(wordsIn(statement.words, source))
      .map(({ item }) => item)
      .filter((item) => item.id !== statement.id)
  }
}
