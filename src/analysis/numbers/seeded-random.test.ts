import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { seededRandom } from './seeded-random.ts'

describe('seededRandom', () => {
  test('gives the sequence of mulberry32 for the seed 1', () => {
    const random = seededRandom(1)
    expect([random(), random(), random()].map((value) => value * 2 ** 32)).toEqual([
      2693262067, 11749833, 2265367787,
    ])
  })

  test('gives the same numbers for the same seed, and others for the next', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const take = (from: number) => Array.from({ length: 20 }, seededRandom(from))
        expect(take(seed)).toEqual(take(seed))
        expect(take(seed)).not.toEqual(take(seed + 1))
      }),
    )
  })

  test('spreads evenly over 0 to 1', () => {
    const random = seededRandom(42)
    const tenths = new Array<number>(10).fill(0)
    for (let i = 0; i < 100_000; i += 1) {
      const tenth = Math.floor(random() * 10)
      tenths[tenth] = (tenths[tenth] ?? NaN) + 1
    }
    for (const count of tenths) expect(Math.abs(count - 10_000)).toBeLessThan(500)
  })

  test('refuses a seed that is no whole number', () => {
    expect(() => seededRandom(0.5)).toThrow(RangeError)
    expect(() => seededRandom(NaN)).toThrow(RangeError)
  })
})
