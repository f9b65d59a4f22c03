import type { Phrases } from '../phrase.ts'
import { costPhrases } from './cost.ts'
import { experiencePhrases } from './experience.ts'
import { familyStories } from './family-stories.ts'
import { languagePhrases } from './language.ts'
import { opinions } from './opinions.ts'
import { regularTeacherPhrases } from './regular-teacher.ts'
import { staffStories } from './staff-stories.ts'
import { stayingPhrases } from './staying.ts'
import { subjectPhrases } from './subject.ts'
import { toldPhrases } from './told.ts'

/** Everything that people say in English. */
export const englishPhrases: readonly Phrases[] = [
  ...experiencePhrases,
  ...regularTeacherPhrases,
  ...subjectPhrases,
  ...stayingPhrases,
  ...costPhrases,
  ...languagePhrases,
  ...toldPhrases,
  ...familyStories,
  ...staffStories,
  ...opinions,
]
