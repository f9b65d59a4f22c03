import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { linearScale, roundTicks } from './scale.ts'

describe('chart scales', () => {
  test('values map to shares of the width and stop at the edges', () => {
    const scale = linearScale(0, 50)
    expect([-5, 0, 25, 50, 80].map(scale)).toEqual([0, 0, 50, 100, 100])
    expect(linearScale(3, 3)(3)).toBe(0)
  })

  test('axis values are round', () => {
    expect(roundTicks(0, 37)).toEqual([0, 10, 20, 30, 40])
    expect(roundTicks(0, 1)).toEqual([0, 0.5, 1])
    expect(roundTicks(0, 0.3, 3)).toEqual([0, 0.1, 0.2, 0.3])
    expect(roundTicks(-20, 20)).toEqual([-20, -10, 0, 10, 20])
    expect(roundTicks(0, 0)).toEqual([0, 1])
  })

  test('axis values always cover the domain, few and in order', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -1e6, max: 1e6, noNaN: true }),
        fc.double({ min: 0.01, max: 1e6, noNaN: true }),
        (from, width) => {
          const ticks = roundTicks(from, from + width)
          expect(ticks[0]!).toBeLessThanOrEqual(from + width * 1e-6)
          expect(ticks.at(-1)!).toBeGreaterThanOrEqual(from + width * (1 - 1e-6))
          expect(ticks.length).toBeLessThanOrEqual(8)
          expect([...ticks].sort((a, b) => a - b)).toEqual(ticks)
        },
      ),
    )
  })
})
