import {
  type DisclosurePolicy,
  type SafeCell,
  checkCount,
  checkPolicy,
  defaultPolicy,
  isSmall,
  shown,
  withheld,
} from './cell.ts'
import { protectList } from './protect-list.ts'

/** One attribute by which the same people are told apart: channel, role, school. */
export type Breakdown = {
  counts: readonly number[]
  /** True when a person can be in several parts at once (languages spoken, themes raised). */
  overlapping?: boolean
}

/**
 * The same people broken down by several attributes beside one another, each as far as it may be told.
 * The total is told unless it is small; then nothing is. With the total public the breakdowns share nothing else,
 * so each is protected by itself, and no further number follows from having them side by side.
 * For one attribute within another (channel by school) use protectTable.
 */
export function safeBreakdowns(
  total: number,
  breakdowns: readonly Breakdown[],
  policy: DisclosurePolicy = defaultPolicy,
): { total: SafeCell; breakdowns: SafeCell[][] } {
  checkPolicy(policy)
  checkCount(total)
  return {
    total: isSmall(total, policy) ? withheld('below-minimum') : shown(total),
    breakdowns: breakdowns.map(({ counts, overlapping }) =>
      overlapping
        ? counts.map((count) => safeShareOf(total, count, policy))
        : protectList(counts, policy, total).cells,
    ),
  }
}

/**
 * A part that overlaps others can tell only of itself and of those who are not in it. One reason for both: a second
 * one would tell "all ten of ten".
 */
function safeShareOf(total: number, count: number, policy: DisclosurePolicy): SafeCell {
  checkCount(count)
  if (count > total) throw new RangeError(`The part is larger than its total: ${count} of ${total}`)
  const safe = !isSmall(total, policy) && !isSmall(count, policy) && !isSmall(total - count, policy)
  return safe ? shown(count) : withheld('below-minimum')
}
