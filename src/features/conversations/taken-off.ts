import { type Language, languages } from '../../platform/i18n/language.ts'
import { speak } from '../../platform/i18n/speak.ts'
import { type Written, written } from '../../platform/i18n/written.ts'
import type { Statement } from './statement.ts'
import type { Voter } from './voter.ts'

/** What stands in place of the words of a statement that was taken off. */
export const takenOffWords: Written = written(
  'en',
  Object.fromEntries(languages.map((language) => [language, speak(language)('voting.mine.takenOff')])),
)

/** Statements as a voter may read them: what was taken off no more, not even by those who voted on it; their own words always. */
export function asSeenBy(
  voter: Pick<Voter, 'id'>,
  statements: readonly Statement[],
  language: Language,
): Statement[] {
  const words = { ...takenOffWords, source: language }
  return statements.map((one) =>
    one.state === 'shown' || one.voterId === voter.id ? one : { ...one, words },
  )
}
