import type { DisclosurePolicy } from '../../analysis/disclosure/cell.ts'
import type { AboutQuestion } from '../comments/about-question.ts'
import { stances } from './reading.ts'
import { type Parts, safeThemeCounts, type SafeThemeCounts, withEveryPart } from './theme-counts.ts'

/** The people behind a theme, as counted. */
export type CountedParts = { total: number; stances: Parts; channels: Parts; about: readonly Parts[] }

/** The same as everyone may see it: each breakdown with all its parts, small numbers withheld. */
export function allParts(
  counted: CountedParts,
  aboutQuestions: readonly AboutQuestion[],
  policy: DisclosurePolicy,
): SafeThemeCounts {
  const about = aboutQuestions.map((question) =>
    withEveryPart(
      counted.about.find((parts) => parts.key === question.id),
      question.id,
      question.options.map((option) => option.id),
    ),
  )
  return safeThemeCounts(
    counted.total,
    [withEveryPart(counted.stances, 'stance', stances), counted.channels, ...about],
    policy,
  )
}
