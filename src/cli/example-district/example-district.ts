import { seededRandom } from '../../analysis/numbers/seeded-random.ts'
import { exampleAgencies } from './agencies.ts'
import { exampleCodes, exampleThemes } from './codebook.ts'
import { exampleComments } from './comments.ts'
import { exampleConversations } from './conversation.ts'
import { exampleDecisions } from './decisions.ts'
import type { ExampleDistrict } from './district-model.ts'
import { earlierEngagementComments } from './earlier-engagement-comments.ts'
import { mainEngagement } from './main-engagement.ts'
import { aidesEngagement, mentorsEngagement } from './other-engagements.ts'
import { exampleAttributes, exampleQuestions } from './questions.ts'
import { examplePeople } from './staff.ts'

export type * from './district-model.ts'

/**
 * A whole invented district in the middle of an engagement, for people who want to look around. The same seed and day
 * give the same district; everything is dated from `today` ('YYYY-MM-DD'), so that it always looks alive.
 */
export function exampleDistrict({ seed, today }: { seed: number; today: string }): ExampleDistrict {
  return {
    agencies: exampleAgencies(),
    people: examplePeople(),
    engagements: [mainEngagement(today), mentorsEngagement(today), aidesEngagement(today)],
    questions: exampleQuestions(),
    attributes: exampleAttributes(),
    codes: exampleCodes(),
    themes: exampleThemes(),
    comments: exampleComments(today, seededRandom(seed)),
    earlierComments: earlierEngagementComments(today, seededRandom(seed + 1)),
    decisions: exampleDecisions(today),
    conversations: exampleConversations(today, seededRandom(seed + 2)),
  }
}
