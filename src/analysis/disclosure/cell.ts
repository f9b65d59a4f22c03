/**
 * Why a number is withheld: it is small itself, or a small one could be worked out from it. Where telling the two
 * apart would tell a number, all are given as 'protects-another': say "withheld so that no small number can be
 * worked out", never "at least the minimum".
 */
export type HiddenReason = 'below-minimum' | 'protects-another'

/** A number as it may be published. */
export type SafeCell = { shown: true; value: number } | { shown: false; reason: HiddenReason }

/** An agency's rule for small numbers. */
export type DisclosurePolicy = {
  /** The smallest number of people that may be told. At least 3, or the word "below" would itself tell the number. */
  minimum: number
  /** Whether a true zero is told. If not, which is the default, nobody counts as a small number too. */
  zeros?: 'hidden' | 'shown'
}

/** The rule where an agency has set none: the usual number among the states (NCES 2011-603). */
export const defaultPolicy: DisclosurePolicy = { minimum: 10, zeros: 'hidden' }

/** Fails on a rule that cannot protect anyone. */
export function checkPolicy({ minimum }: DisclosurePolicy): void {
  if (!Number.isSafeInteger(minimum) || minimum < 3) {
    throw new RangeError(`The minimum is a whole number of at least 3, not ${minimum}`)
  }
}

/** Fails on what is not a number of people. */
export function checkCount(count: number): void {
  if (!Number.isSafeInteger(count) || count < 0) throw new RangeError(`Not a number of people: ${count}`)
}

/** Whether a count may not be told by itself. */
export function isSmall(count: number, { minimum, zeros = 'hidden' }: DisclosurePolicy): boolean {
  return count < minimum && (count > 0 || zeros === 'hidden')
}

/** The smallest number a withheld cell can hold, as far as its reader knows: 1 where every zero would have been told. */
export function leastHidden({ zeros = 'hidden' }: DisclosurePolicy): number {
  return zeros === 'shown' ? 1 : 0
}

/** A number that may be told. */
export function shown(value: number): SafeCell {
  return { shown: true, value }
}

/** A number that is withheld. */
export function withheld(reason: HiddenReason): SafeCell {
  return { shown: false, reason }
}
