import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { projectRoot } from '../../platform/root.ts'
import { type Scale, scales } from './difference.ts'
import { krippendorffsAlpha } from './krippendorffs-alpha.ts'
import { type Rating, type Unit, countPairable } from './ratings.ts'

const folder = join(projectRoot, '../shared/data/themes')
const absent = existsSync(join(folder, 'vectors')) ? '' : ' (skipped: ../shared/data/themes is not here)'

type Example = { source: string; coders: (Rating | null)[][]; alpha: Partial<Record<Scale, number>> }

/** One row per coder, as papers print it, to one row per unit. */
function toUnits(coders: readonly (readonly (Rating | null)[])[]): Unit[] {
  return (coders[0] ?? []).map((_, unit) => coders.map((ratings) => ratings[unit] ?? null))
}

const ratings = (highest: number) => fc.option(fc.integer({ min: 0, max: highest }), { freq: 4 })
const codings = fc
  .integer({ min: 2, max: 4 })
  .chain((coders) =>
    fc.array(fc.array(ratings(4), { minLength: coders, maxLength: coders }), { maxLength: 20 }),
  )

function expectSame(actual: number | null, expected: number | null): void {
  if (expected === null) expect(actual).toBeNull()
  else expect(actual).toBeCloseTo(expected, 9)
}

describe('krippendorffsAlpha', () => {
  // Krippendorff (2011), section C and D: four observers, twelve units, with gaps.
  const published = toUnits([
    [1, 2, 3, 3, 2, 1, 4, 1, 2, null, null, null],
    [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, null, 3],
    [null, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, null],
    [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, null],
  ])

  test.each([
    ['nominal', 0.743],
    ['ordinal', 0.815],
    ['interval', 0.849],
    ['ratio', 0.797],
  ] as const)('gives the published %s alpha for four observers and twelve units', (scale, alpha) => {
    expect(krippendorffsAlpha(published, scale)).toBeCloseTo(alpha, 3)
    expect(countPairable(published)).toBe(40)
  })

  test.skipIf(absent !== '')(`gives the published values of every reference example${absent}`, () => {
    const { krippendorff } = JSON.parse(
      readFileSync(join(folder, 'vectors/agreement-vectors.json'), 'utf8'),
    ) as { krippendorff: Example[] }
    expect(krippendorff.length).toBeGreaterThan(0)
    for (const { coders, alpha, source } of krippendorff) {
      for (const scale of scales) {
        const expected = alpha[scale]
        if (expected === undefined) continue
        const difference = Math.abs((krippendorffsAlpha(toUnits(coders), scale) ?? NaN) - expected)
        expect(difference, `${scale}, ${source}`).toBeLessThan(0.00051)
      }
    }
  })

  test.each(scales)(
    'on the %s scale depends neither on the order of units nor on that of coders',
    (scale) => {
      fc.assert(
        fc.property(codings, (units) => {
          const alpha = krippendorffsAlpha(units, scale)
          expectSame(krippendorffsAlpha([...units].reverse(), scale), alpha)
          expectSame(
            krippendorffsAlpha(
              units.map((unit) => [...unit].reverse()),
              scale,
            ),
            alpha,
          )
        }),
      )
    },
  )

  test.each(scales)(
    'on the %s scale is at most 1, and 1 when coders agree on at least two values',
    (scale) => {
      fc.assert(
        fc.property(codings, (units) => {
          const alpha = krippendorffsAlpha(units, scale)
          if (alpha !== null) expect(alpha).toBeLessThanOrEqual(1)
          const agreeing = units.map(([first = null, ...rest]) => [first, ...rest.map(() => first)])
          const values = new Set(agreeing.flat().filter((value) => value !== null))
          expect(krippendorffsAlpha(agreeing, scale)).toBe(values.size < 2 ? null : 1)
        }),
      )
    },
  )

  test('on the nominal scale does not depend on what categories are called', () => {
    const names = ['heard', 'adopted', '', 'zero', 'in part']
    fc.assert(
      fc.property(codings, (units) => {
        const renamed = units.map((unit) =>
          unit.map((value) => (value === null ? null : (names[value] ?? ''))),
        )
        expectSame(krippendorffsAlpha(renamed, 'nominal'), krippendorffsAlpha(units, 'nominal'))
      }),
    )
  })

  test('does not depend on the unit of measurement: interval also not on its zero, ordinal on order alone', () => {
    const factors = fc.constantFrom(1e-200, 0.001, 0.1, 3, 1e6, 1e300)
    fc.assert(
      fc.property(codings, factors, fc.integer({ min: -50, max: 50 }), (units, factor, shift) => {
        const change = (by: (value: number) => number) =>
          units.map((unit) => unit.map((value) => (value === null ? null : by(value))))
        const scaled = change((value) => value * factor)
        for (const scale of scales) {
          expectSame(krippendorffsAlpha(scaled, scale), krippendorffsAlpha(units, scale))
        }
        const shifted = change((value) => value + shift)
        expectSame(krippendorffsAlpha(shifted, 'interval'), krippendorffsAlpha(units, 'interval'))
        const bent = change((value) => value ** 3 - 7)
        expectSame(krippendorffsAlpha(bent, 'ordinal'), krippendorffsAlpha(units, 'ordinal'))
      }),
    )
  })

  test('cannot be said for nobody, for one coder, and for a single category', () => {
    for (const scale of scales) {
      expect(krippendorffsAlpha([], scale)).toBeNull()
      expect(krippendorffsAlpha([[1], [2]], scale)).toBeNull()
      expect(
        krippendorffsAlpha(
          [
            [1, null],
            [null, 2],
          ],
          scale,
        ),
      ).toBeNull()
      expect(
        krippendorffsAlpha(
          [
            [1, 1],
            [1, 1],
          ],
          scale,
        ),
      ).toBeNull()
    }
  })

  test('needs numbers on all scales but the nominal, and none below zero on the ratio scale', () => {
    const words = [
      ['a', 'a'],
      ['b', 'c'],
    ]
    expect(scales.map((scale) => krippendorffsAlpha(words, scale) === null)).toEqual([
      false,
      true,
      true,
      true,
    ])
    const belowZero = [
      [-1, -1],
      [2, 3],
    ]
    expect(scales.map((scale) => krippendorffsAlpha(belowZero, scale) === null)).toEqual([
      false,
      false,
      false,
      true,
    ])
  })
})
