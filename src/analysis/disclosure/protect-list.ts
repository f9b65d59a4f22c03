import {
  type DisclosurePolicy,
  type SafeCell,
  checkCount,
  checkPolicy,
  defaultPolicy,
  isSmall,
  leastHidden,
  shown,
  withheld,
} from './cell.ts'
import { type TableCell, protect } from './protect.ts'

export type ProtectedList = { cells: SafeCell[]; total: SafeCell }

/**
 * One total and the parts it falls into, as far as they may be told. Each person is in at most one part; whoever is
 * in none makes up a rest that is never told. Without a total, the sum of the parts is meant.
 * The total is told when it is not small itself, whatever it costs the parts.
 */
export function protectList(
  parts: readonly number[],
  policy: DisclosurePolicy = defaultPolicy,
  total: number = parts.reduce((sum, part) => sum + part, 0),
): ProtectedList {
  checkPolicy(policy)
  parts.forEach(checkCount)
  checkCount(total)
  const rest = total - parts.reduce((sum, part) => sum + part, 0)
  if (rest < 0) throw new RangeError(`The parts are ${-rest} more than their total of ${total}`)

  if (total < policy.minimum) return withinSmallTotal(parts, total, policy)
  const cells: TableCell[] = [
    { tail: 1, head: 0, value: total, state: 'shown' },
    ...parts.map((value) => ({ tail: 0, head: 1, value, state: 'open' as const })),
    ...(rest > 0 ? [{ tail: 0, head: 1, value: rest, state: 'unpublished' as const }] : []),
  ]
  const safe = protect(2, cells, policy).slice(1, parts.length + 1)
  return {
    cells: reasonsTellTooMuch(safe, total, rest > 0, policy) ? hideReasons(safe) : safe,
    total: shown(total),
  }
}

/** Of a small group nothing is told, not even who is not in it; of nobody, that there is nobody, if zeros are told. */
function withinSmallTotal(parts: readonly number[], total: number, policy: DisclosurePolicy): ProtectedList {
  const cell = isSmall(total, policy) ? withheld('below-minimum') : shown(total)
  return { cells: parts.map(() => cell), total: cell }
}

/**
 * Where all parts of a public total are withheld, the reasons must be safe whichever parts are the small ones:
 * if they were given for some mixtures only, their absence would tell the mixture (9 and 9 of 18).
 */
function reasonsTellTooMuch(
  cells: readonly SafeCell[],
  total: number,
  hasRest: boolean,
  policy: DisclosurePolicy,
): boolean {
  if (hasRest || cells.some((cell) => cell.shown && cell.value > 0)) return false
  const count = cells.filter((cell) => !cell.shown).length
  const least = leastHidden(policy)
  const most = policy.minimum - 1
  const width = Math.floor(policy.minimum / 2)
  for (let small = 1; small <= count; small += 1) {
    const large = count - small
    const highest = Math.min(most, total - (small - 1) * least - large * policy.minimum)
    const lowest = large > 0 ? least : Math.max(least, total - (small - 1) * most)
    const possible = highest >= least && lowest <= most
    if (possible && highest - lowest < width) return true
    const lowestLarge = Math.max(policy.minimum, total - small * most)
    const highestLarge = total - small * least
    if (possible && large === 1 && lowestLarge >= highestLarge) return true
  }
  return false
}

function hideReasons(cells: readonly SafeCell[]): SafeCell[] {
  return cells.map((cell) => (cell.shown ? cell : withheld('protects-another')))
}
