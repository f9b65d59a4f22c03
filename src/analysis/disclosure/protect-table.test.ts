import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { DisclosurePolicy, SafeCell } from './cell.ts'
import { type Possible, possibleValues } from './possible-values.ts'
import { protectList } from './protect-list.ts'
import { type ProtectedTable, protectTable } from './protect-table.ts'

function flat(possible: Possible): Set<number>[] {
  return [...possible.inside.flat(), ...possible.rows, ...possible.columns, possible.total]
}

function flatCells(table: ProtectedTable): SafeCell[] {
  return [...table.cells.flat(), ...table.rowTotals, ...table.columnTotals, table.total]
}

function truthOf(counts: number[][]): number[] {
  const sum = (values: number[]) => values.reduce((all, value) => all + value, 0)
  const columns = (counts[0] ?? []).map((_, c) => sum(counts.map((row) => row[c] as number)))
  return [...counts.flat(), ...counts.map(sum), ...columns, sum(counts.flat())]
}

function expectNothingLeaks(counts: number[][], policy: DisclosurePolicy, table: ProtectedTable): void {
  const cells = flatCells(table)
  const truth = truthOf(counts)
  const least = policy.zeros === 'shown' ? 1 : 0
  const oneReason = cells.every((cell) => cell.shown || cell.reason === 'protects-another')
  const everything = oneReason && cells.every((cell) => !cell.shown)
  const highest = Math.max(...counts.flat(), 0) + policy.minimum
  const isSmall = (value: number) => value < policy.minimum && (value > 0 || policy.zeros !== 'shown')

  const plain = (cell: SafeCell, value: number) =>
    cell.shown ? cell.value === value : value >= (everything ? 0 : least)
  // Whoever believes the reasons; they say nothing when all is withheld with one and the same.
  const believing = (cell: SafeCell, value: number) => {
    if (cell.shown || oneReason) return plain(cell, value)
    return cell.reason === 'below-minimum'
      ? value >= least && value < policy.minimum
      : value >= policy.minimum
  }
  const withoutReasons = flat(possibleValues(table, plain, highest))
  const withReasons = flat(possibleValues(table, believing, highest))

  cells.forEach((cell, place) => {
    const value = truth[place] as number
    if (cell.shown) {
      expect(cell.value).toBe(value)
      expect(isSmall(value)).toBe(false)
      return
    }
    const loose = withoutReasons[place] as Set<number>
    const tight = withReasons[place] as Set<number>
    expect(tight.has(value)).toBe(true)
    expect(tight.size).toBeGreaterThan(1)
    if (!isSmall(value)) return
    expect(Math.max(...loose)).toBeGreaterThanOrEqual(policy.minimum)
    expect(Math.max(...loose) - Math.min(...loose)).toBeGreaterThanOrEqual(policy.minimum - least)
    if (least === 0) expect(loose.has(0)).toBe(true)
    for (let other = Math.min(...loose); other <= policy.minimum; other += 1)
      expect(loose.has(other)).toBe(true)
    expect(Math.max(...tight) - Math.min(...tight)).toBeGreaterThanOrEqual(Math.floor(policy.minimum / 2))
  })
}

const policies = fc.record({
  minimum: fc.constantFrom(3, 4),
  zeros: fc.constantFrom<'hidden' | 'shown'>('hidden', 'shown'),
})
const tables = (rows: number, columns: number, highest: number) =>
  fc.array(fc.array(fc.nat(highest), { minLength: columns, maxLength: columns }), {
    minLength: rows,
    maxLength: rows,
  })

describe('no withheld number can be worked out, by counting out every possible table', () => {
  test('of two rows and two columns', () => {
    fc.assert(
      fc.property(tables(2, 2, 9), policies, (counts, policy) =>
        expectNothingLeaks(counts, policy, protectTable(counts, policy)),
      ),
      { numRuns: 200 },
    )
  }, 60_000)

  test('of two rows and three columns', () => {
    fc.assert(
      fc.property(tables(2, 3, 4), policies, (counts, policy) => {
        const table = protectTable(counts, policy)
        // Where all is withheld nothing is known; counting that out takes minutes.
        fc.pre(flatCells(table).some((cell) => cell.shown))
        expectNothingLeaks(counts, policy, table)
      }),
      { numRuns: 80 },
    )
  }, 60_000)

  test('of three rows and three columns', () => {
    fc.assert(
      fc.property(tables(3, 3, 9), policies, (counts, policy) => {
        const table = protectTable(counts, policy)
        fc.pre(table.cells.flat().filter((cell) => !cell.shown).length <= 5)
        expectNothingLeaks(counts, policy, table)
      }),
      { numRuns: 80 },
    )
  }, 60_000)

  test('of one row, one column or one cell', () => {
    fc.assert(
      fc.property(fc.oneof(tables(1, 3, 9), tables(3, 1, 9), tables(1, 1, 9)), policies, (counts, policy) =>
        expectNothingLeaks(counts, policy, protectTable(counts, policy)),
      ),
      { numRuns: 200 },
    )
  }, 60_000)
})

describe('protectTable', () => {
  test('withholds nothing when nothing is small', () => {
    const table = protectTable([
      [10, 20],
      [30, 40],
    ])
    expect(flatCells(table)).toEqual(
      truthOf([
        [10, 20],
        [30, 40],
      ]).map((value) => ({ shown: true, value })),
    )
  })

  test('withholds the cheapest rectangle around one small cell', () => {
    const table = protectTable([
      [3, 40, 90],
      [20, 50, 80],
      [60, 70, 100],
    ])
    const reasons = table.cells.map((row) => row.map((cell) => (cell.shown ? cell.value : cell.reason)))
    expect(reasons).toEqual([
      ['below-minimum', 'protects-another', 90],
      ['protects-another', 'protects-another', 80],
      [60, 70, 100],
    ])
    expect([...table.rowTotals, ...table.columnTotals, table.total].every((cell) => cell.shown)).toBe(true)
  })

  test('tells a true zero only when the rule says so', () => {
    const counts = [
      [0, 40],
      [30, 50],
    ]
    expect(protectTable(counts).cells[0]?.[0]).toEqual({ shown: false, reason: 'below-minimum' })
    expect(protectTable(counts, { minimum: 10, zeros: 'shown' }).cells[0]?.[0]).toEqual({
      shown: true,
      value: 0,
    })
  })

  test('gives one reason for all when two would tell: 1 and 2 twice, with row totals of 3', () => {
    const table = protectTable(
      [
        [1, 2],
        [1, 2],
      ],
      { minimum: 3 },
    )
    const reasons = flatCells(table).flatMap((cell) => (cell.shown ? [] : [cell.reason]))
    expect(new Set(reasons)).toEqual(new Set(['protects-another']))
  })

  test('gives the same answer twice', () => {
    fc.assert(
      fc.property(tables(5, 4, 40), (counts) => {
        expect(protectTable(counts)).toEqual(protectTable(counts))
      }),
    )
  }, 60_000)

  test('answers for no rows and for nobody', () => {
    expect(protectTable([]).cells).toEqual([])
    expect(flatCells(protectTable([[0, 0]])).every((cell) => !cell.shown)).toBe(true)
    expect(
      flatCells(protectTable([[0, 0]], { minimum: 10, zeros: 'shown' })).every((cell) => cell.shown),
    ).toBe(true)
  })

  test('leaves the row totals as they were published elsewhere', () => {
    const counts = [
      [3, 40],
      [20, 50],
      [5, 1],
    ]
    const publishedRows = protectList([43, 70, 6])
    const table = protectTable(counts, { minimum: 10 }, { publishedRows })
    expect(table.rowTotals).toEqual(publishedRows.cells)
    expect(table.total).toEqual(publishedRows.total)
  })

  test('protects its inside against row totals that stay as they were', () => {
    fc.assert(
      fc.property(fc.oneof(tables(2, 2, 9), tables(3, 2, 9)), fc.constantFrom(3, 4), (counts, minimum) => {
        const rows = counts.map((row) => row.reduce((sum, value) => sum + value, 0))
        const table = protectTable(counts, { minimum }, { publishedRows: protectList(rows, { minimum }) })
        const inside = table.cells.flat()
        fc.pre(inside.some((cell) => cell.shown) && inside.filter((cell) => !cell.shown).length <= 5)
        const possible = possibleValues(
          table,
          (cell, value) => !cell.shown || cell.value === value,
          9 + minimum,
        )
        counts.flat().forEach((value, place) => {
          if (value >= minimum) return
          const values = possible.inside.flat()[place] as Set<number>
          for (let other = 0; other <= minimum; other += 1) expect(values.has(other)).toBe(true)
        })
      }),
      { numRuns: 100 },
    )
  }, 60_000)

  test('refuses what is not a table of people', () => {
    expect(() => protectTable([[1], [1, 2]])).toThrow(RangeError)
    expect(() => protectTable([[-1]])).toThrow(RangeError)
    expect(() => protectTable([[1.5]])).toThrow(RangeError)
    expect(() => protectTable([[12]], { minimum: 2 })).toThrow(RangeError)
  })
})
