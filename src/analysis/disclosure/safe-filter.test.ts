import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { DisclosurePolicy, SafeCell } from './cell.ts'
import { possibleValues } from './possible-values.ts'
import { type ProtectedList, protectList } from './protect-list.ts'
import type { ProtectedTable } from './protect-table.ts'
import { safeFilter } from './safe-filter.ts'

describe('a filter beside the breakdown it filters', () => {
  const pairs = fc.array(fc.tuple(fc.nat(9), fc.nat(9)), { minLength: 1, maxLength: 3 })

  /** The two published lists as one table, the difference as a column that nobody sees. */
  function together(all: ProtectedList, filtered: ProtectedList): ProtectedTable {
    const unseen: SafeCell = { shown: false, reason: 'protects-another' }
    return {
      cells: all.cells.map((_, row) => [filtered.cells[row] as SafeCell, unseen]),
      rowTotals: all.cells,
      columnTotals: [filtered.total, unseen],
      total: all.total,
    }
  }

  test('tells nobody a small number of people inside it or outside it', () => {
    fc.assert(
      fc.property(pairs, fc.constantFrom(3, 4), (counts, minimum) => {
        const policy: DisclosurePolicy = { minimum }
        const all = counts.map(([inside, outside]) => inside + outside)
        const filtered = safeFilter(
          all,
          counts.map(([inside]) => inside),
          policy,
        )
        // A filter of which nothing is told tells nothing.
        fc.pre([...filtered.cells, filtered.total].some((cell) => cell.shown))
        const table = together(protectList(all, policy), filtered)
        fc.pre(table.cells.flat().filter((cell) => !cell.shown).length <= 5)
        const plain = (cell: SafeCell, value: number) => !cell.shown || cell.value === value
        const highest = 18 + minimum
        const possible = possibleValues(table, plain, highest)
        counts.forEach((pair, row) =>
          pair.forEach((value, column) => {
            if (value >= minimum) return
            for (let other = 0; other <= minimum; other += 1) {
              expect(possible.inside[row]?.[column]?.has(other)).toBe(true)
            }
          }),
        )
      }),
      { numRuns: 100 },
    )
  }, 60_000)

  test('withholds a part that leaves fewer than the minimum outside the filter', () => {
    const { cells } = safeFilter([40, 30, 60], [35, 15, 30])
    expect(cells[0]).toMatchObject({ shown: false })
  })
})
