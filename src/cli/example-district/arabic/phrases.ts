import type { Phrases } from '../phrase.ts'
import { morePhrases } from './more-phrases.ts'
import { peoplePhrases } from './people-phrases.ts'
import { schoolPhrases } from './school-phrases.ts'

/** Everything that people say in Arabic. */
export const arabicPhrases: readonly Phrases[] = [...schoolPhrases, ...peoplePhrases, ...morePhrases]
