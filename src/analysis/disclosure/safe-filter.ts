import { type DisclosurePolicy, type SafeCell, checkPolicy, defaultPolicy } from './cell.ts'
import { type ProtectedList, protectList } from './protect-list.ts'
import { checkShape, protectCross } from './protect-table.ts'

/**
 * A breakdown of some of the people (a filter), beside the same breakdown of all of them, which is already public as
 * protectList gives it: nothing small is told by either, nor by the difference between the two.
 * It answers for one filter. For every value of one attribute (each channel in turn) use protectTable with
 * `publishedRows` and show its columns, since several filters side by side tell more than each alone.
 */
export function safeFilter(
  all: readonly number[],
  filtered: readonly number[],
  policy: DisclosurePolicy = defaultPolicy,
): ProtectedList {
  checkPolicy(policy)
  if (all.length !== filtered.length)
    throw new RangeError(`${filtered.length} filtered counts for ${all.length}`)
  const counts = all.map((count, row) => [filtered[row] as number, count - (filtered[row] as number)])
  checkShape(counts)
  const stateOf = (column: number) => (column === 0 ? 'open' : 'unpublished')
  const safe = protectCross(counts, policy, stateOf, protectList(all, policy))
  return {
    cells: all.map((_, row) => safe[row * 2] as SafeCell),
    total: safe[all.length * 3] as SafeCell,
  }
}
