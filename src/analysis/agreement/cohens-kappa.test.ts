import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cohensKappa } from './cohens-kappa.ts'

const ratings = (highest: number) => fc.option(fc.integer({ min: 0, max: highest }), { freq: 4 })
function expectSame(actual: number | null, expected: number | null): void {
  if (expected === null) expect(actual).toBeNull()
  else expect(actual).toBeCloseTo(expected, 9)
}

describe('cohensKappa', () => {
  function pairs(counts: readonly (readonly number[])[]): [number, number][] {
    return counts.flatMap((row, a) =>
      row.flatMap((count, b) => new Array<[number, number]>(count).fill([a, b])),
    )
  }

  test('gives the published value: 50 grant proposals, two readers, 0.4', () => {
    // The worked example under "Cohen's kappa" in Wikipedia: 20 both yes, 15 both no, 5 and 10 apart.
    expect(
      cohensKappa(
        pairs([
          [20, 5],
          [10, 15],
        ]),
      ),
    ).toBeCloseTo(0.4, 12)
  })

  test('tells apart two tables with the same raw agreement: 0.1304 and 0.2593', () => {
    expect(
      cohensKappa(
        pairs([
          [45, 15],
          [25, 15],
        ]),
      ),
    ).toBeCloseTo(0.1304, 4)
    expect(
      cohensKappa(
        pairs([
          [25, 35],
          [5, 35],
        ]),
      ),
    ).toBeCloseTo(0.2593, 4)
  })

  const coded = fc.array(fc.tuple(ratings(3), ratings(3)), { maxLength: 30 })

  test('depends neither on the order of units, nor on who comes first, nor on the names of categories', () => {
    fc.assert(
      fc.property(coded, (units) => {
        const kappa = cohensKappa(units)
        expectSame(cohensKappa([...units].reverse()), kappa)
        expectSame(cohensKappa(units.map(([a, b]) => [b, a] as const)), kappa)
        const rename = (value: number | null) => (value === null ? null : `code ${9 - value}`)
        expectSame(cohensKappa(units.map(([a, b]) => [rename(a), rename(b)] as const)), kappa)
        if (kappa !== null) expect(Math.abs(kappa)).toBeLessThanOrEqual(1)
      }),
    )
  })

  test('is 1 for everyone equal, −1 for always the opposite, and cannot be said without data or variation', () => {
    expect(
      cohensKappa([
        ['a', 'a'],
        ['b', 'b'],
      ]),
    ).toBe(1)
    expect(
      cohensKappa([
        ['a', 'b'],
        ['b', 'a'],
      ]),
    ).toBe(-1)
    expect(cohensKappa([])).toBeNull()
    expect(
      cohensKappa([
        ['a', null],
        [null, 'b'],
      ]),
    ).toBeNull()
    expect(
      cohensKappa([
        ['a', 'a'],
        ['a', 'a'],
      ]),
    ).toBeNull()
  })
})
