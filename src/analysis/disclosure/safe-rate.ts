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

/**
 * A share between 0 and 1, if it may be told: not when the group is small, nor when those counted or those not
 * counted are, since rate and group give both numbers. "Nobody" and "everybody" tell something of each member
 * and are told only where zeros are.
 */
export function safeRate(
  numerator: number,
  denominator: number,
  policy: DisclosurePolicy = defaultPolicy,
): SafeCell {
  checkPolicy(policy)
  checkCount(numerator)
  checkCount(denominator)
  if (numerator > denominator)
    throw new RangeError(`The part is larger than the whole: ${numerator} of ${denominator}`)
  const safe =
    denominator >= policy.minimum && !isSmall(numerator, policy) && !isSmall(denominator - numerator, policy)
  return safe ? shown(numerator / denominator) : withheld('below-minimum')
}
