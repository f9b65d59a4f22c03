import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { DisclosurePolicy, SafeCell } from './cell.ts'
import { protectList } from './protect-list.ts'
import { safeBreakdowns } from './safe-breakdowns.ts'
import { safeRate } from './safe-rate.ts'

const told = (cells: readonly SafeCell[]) => cells.map((cell) => (cell.shown ? cell.value : cell.reason))
const small = 'below-minimum'
const other = 'protects-another'

describe('protectList', () => {
  test.each<[string, number[], DisclosurePolicy, (number | string)[]]>([
    ['tells all when none is small', [10, 20, 30], { minimum: 10 }, [10, 20, 30]],
    [
      'withholds with one small part the next smallest',
      [3, 12, 50, 60],
      { minimum: 10 },
      [small, other, 50, 60],
    ],
    ['withholds no other when small parts hide one another', [9, 4, 60], { minimum: 10 }, [small, small, 60]],
    [
      'withholds another when the small parts together are few',
      [3, 4, 60, 70],
      { minimum: 10 },
      [small, small, other, 70],
    ],
    ['withholds both of two', [3, 97], { minimum: 10 }, [small, other]],
    ['withholds a true zero by default', [0, 40, 50], { minimum: 10 }, [small, other, 50]],
    ['tells a true zero when the rule says so', [0, 40, 50], { minimum: 10, zeros: 'shown' }, [0, 40, 50]],
    ['gives no reasons where they would tell the numbers', [9, 9], { minimum: 10 }, [other, other]],
    ['keeps to the minimum it is given', [3, 12, 50], { minimum: 3 }, [3, 12, 50]],
  ])('%s', (_, parts, policy, expected) => {
    expect(told(protectList(parts, policy).cells)).toEqual(expected)
  })

  test('tells nothing of a small group', () => {
    const { cells, total } = protectList([3, 4])
    expect(told([...cells, total])).toEqual([small, small, small])
  })

  test('takes those who are in no part for a number that may not be computed', () => {
    expect(told(protectList([40, 50], { minimum: 10 }, 93).cells)).toEqual([other, 50])
    expect(told(protectList([40, 50], { minimum: 10 }, 100).cells)).toEqual([40, 50])
    expect(() => protectList([40, 50], { minimum: 10 }, 80)).toThrow(RangeError)
  })

  test('answers for no parts and nobody', () => {
    expect(protectList([]).cells).toEqual([])
    expect(told([protectList([]).total])).toEqual([small])
    expect(told([protectList([0], { minimum: 10, zeros: 'shown' }).total])).toEqual([0])
  })

  /** Every list of parts with the public total, counted out. */
  function everyList(
    cells: readonly SafeCell[],
    total: number,
    fits: (cell: SafeCell, value: number) => boolean,
  ): number[][] {
    const [first, ...rest] = cells
    if (first === undefined) return total === 0 ? [[]] : []
    const values = first.shown ? [first.value] : Array.from({ length: total + 1 }, (_, value) => value)
    return values
      .filter((value) => value <= total && fits(first, value))
      .flatMap((value) => everyList(rest, total - value, fits).map((list) => [value, ...list]))
  }

  test('leaves no withheld part to be worked out, by counting out every possible list', () => {
    const policies = fc.record({
      minimum: fc.constantFrom(3, 4, 5),
      zeros: fc.constantFrom<'hidden' | 'shown'>('hidden', 'shown'),
    })
    fc.assert(
      fc.property(fc.array(fc.nat(9), { minLength: 1, maxLength: 4 }), policies, (parts, policy) => {
        const { cells, total } = protectList(parts, policy)
        fc.pre(total.shown)
        const allOneReason = cells.every((cell) => !cell.shown && cell.reason === other)
        const least = policy.zeros === 'shown' && !allOneReason ? 1 : 0
        const sum = parts.reduce((all, part) => all + part, 0)
        const plain = everyList(cells, sum, (cell, value) => cell.shown || value >= least)
        const believing = everyList(cells, sum, (cell, value) => {
          if (cell.shown || cells.every((each) => each.shown || each.reason === other))
            return cell.shown || value >= least
          return cell.reason === small ? value >= least && value < policy.minimum : value >= policy.minimum
        })
        parts.forEach((part, place) => {
          const cell = cells[place] as SafeCell
          const isSmall = part < policy.minimum && (part > 0 || policy.zeros === 'hidden')
          if (cell.shown) {
            expect(cell.value).toBe(part)
            expect(isSmall).toBe(false)
            return
          }
          expect(new Set(believing.map((list) => list[place])).size).toBeGreaterThan(1)
          if (!isSmall) return
          const possible = new Set(plain.map((list) => list[place] as number))
          expect(Math.max(...possible)).toBeGreaterThanOrEqual(policy.minimum)
          expect(Math.max(...possible) - Math.min(...possible)).toBeGreaterThanOrEqual(policy.minimum - least)
          if (least === 0) expect(possible.has(0)).toBe(true)
        })
      }),
      { numRuns: 600 },
    )
  }, 60_000)

  test('gives no reasons for any two parts of 18, so that their absence does not tell 9 and 9', () => {
    for (let first = 0; first <= 18; first += 1) {
      expect(told(protectList([first, 18 - first]).cells)).toEqual([other, other])
    }
  })
})

describe('safeBreakdowns', () => {
  test('protects each attribute by itself under the same public total', () => {
    const { total, breakdowns } = safeBreakdowns(120, [
      { counts: [3, 57, 60] },
      { counts: [40, 80] },
      { counts: [100, 90, 5], overlapping: true },
    ])
    expect(total).toEqual({ shown: true, value: 120 })
    expect(breakdowns.map(told)).toEqual([
      [small, other, 60],
      [40, 80],
      [100, 90, small],
    ])
  })

  test('tells nothing of a small total', () => {
    const { total, breakdowns } = safeBreakdowns(9, [{ counts: [4, 5] }, { counts: [9], overlapping: true }])
    expect(told([total, ...breakdowns.flat()])).toEqual([small, small, small, small])
  })

  test('withholds an overlapping part that almost everyone is in', () => {
    const { breakdowns } = safeBreakdowns(100, [{ counts: [97, 90, 100], overlapping: true }])
    expect(breakdowns.map(told)).toEqual([[small, 90, small]])
  })

  test('refuses a part larger than its total', () => {
    expect(() => safeBreakdowns(20, [{ counts: [21], overlapping: true }])).toThrow(RangeError)
    expect(() => safeBreakdowns(20, [{ counts: [11, 11] }])).toThrow(RangeError)
  })
})

describe('safeRate', () => {
  test.each<[number, number, DisclosurePolicy, SafeCell]>([
    [30, 60, { minimum: 10 }, { shown: true, value: 0.5 }],
    [9, 60, { minimum: 10 }, { shown: false, reason: 'below-minimum' }],
    [51, 60, { minimum: 10 }, { shown: false, reason: 'below-minimum' }],
    [5, 9, { minimum: 10 }, { shown: false, reason: 'below-minimum' }],
    [0, 60, { minimum: 10 }, { shown: false, reason: 'below-minimum' }],
    [0, 60, { minimum: 10, zeros: 'shown' }, { shown: true, value: 0 }],
    [60, 60, { minimum: 10, zeros: 'shown' }, { shown: true, value: 1 }],
    [0, 0, { minimum: 10, zeros: 'shown' }, { shown: false, reason: 'below-minimum' }],
  ])('for %i of %i under %o is %o', (numerator, denominator, policy, expected) => {
    expect(safeRate(numerator, denominator, policy)).toEqual(expected)
  })

  test('refuses what is no share', () => {
    expect(() => safeRate(3, 2)).toThrow(RangeError)
    expect(() => safeRate(-1, 2)).toThrow(RangeError)
    expect(() => safeRate(1, NaN)).toThrow(RangeError)
  })
})
