import type { Phrases } from '../phrase.ts'
import { costPhrases } from './cost.ts'
import { experiencePhrases } from './experience.ts'
import { languagePhrases } from './language.ts'
import { moreStories } from './more-stories.ts'
import { opinions } from './opinions.ts'
import { regularTeacherPhrases } from './regular-teacher.ts'
import { stayingPhrases } from './staying.ts'
import { subjectPhrases } from './subject.ts'
import { toldPhrases } from './told.ts'

/** Everything that people say in Spanish. */
export const spanishPhrases: readonly Phrases[] = [
  ...experiencePhrases,
  ...regularTeacherPhrases,
  ...subjectPhrases,
  ...stayingPhrases,
  ...costPhrases,
  ...languagePhrases,
  ...toldPhrases,
  ...moreStories,
  ...opinions,
]
