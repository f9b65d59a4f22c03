import type { DisclosurePolicy, SafeCell } from '../../analysis/disclosure/cell.ts'
import { safeBreakdowns } from '../../analysis/disclosure/safe-breakdowns.ts'

/** One way of telling the people behind a theme apart, with the number in each part. */
export type Parts = { key: string; parts: readonly { key: string; count: number }[] }

export type SafeParts = { key: string; parts: { key: string; cell: SafeCell }[] }

/** The people behind a theme as far as they may be told: the total and each breakdown beside it. */
export type SafeThemeCounts = { total: SafeCell; breakdowns: SafeParts[] }

/**
 * Counts of the comments of a theme, and of who wrote them, as they may be published. Each comment is one person's; within one
 * breakdown a person is in one part at most. A small theme tells no numbers at all; its words stay in sight.
 */
export function safeThemeCounts(
  total: number,
  breakdowns: readonly Parts[],
  policy: DisclosurePolicy,
): SafeThemeCounts {
  const safe = safeBreakdowns(
    total,
    breakdowns.map(({ parts }) => ({ counts: parts.map((part) => part.count) })),
    policy,
  )
  return {
    total: safe.total,
    breakdowns: breakdowns.map(({ key, parts }, row) => ({
      key,
      parts: parts.map((part, column) => ({ key: part.key, cell: safe.breakdowns[row]![column]! })),
    })),
  }
}

/** A breakdown with a place for everyone who could be in it: leaving a part out would tell that nobody is there. */
export function withEveryPart(counted: Parts | undefined, key: string, every: readonly string[]): Parts {
  const counts = new Map(counted?.parts.map((part) => [part.key, part.count]))
  return { key, parts: every.map((part) => ({ key: part, count: counts.get(part) ?? 0 })) }
}
