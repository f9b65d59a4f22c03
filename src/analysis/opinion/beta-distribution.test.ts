import { describe, expect, test } from 'vitest'
import { betaAbove, betaDensity, logGamma } from './beta-distribution.ts'

describe('logGamma', () => {
  test('gives factorials, and √π at one half', () => {
    expect(logGamma(0.5)).toBeCloseTo(Math.log(Math.PI) / 2, 13)
    let factorial = 0
    for (let n = 1; n < 30; n++) {
      expect(logGamma(n)).toBeCloseTo(factorial, 11)
      factorial += Math.log(n)
    }
  })
})

describe('betaAbove', () => {
  test('is exact where the integral is simple', () => {
    for (const x of [0.01, 0.2, 0.5, 0.77, 0.999]) {
      expect(betaAbove(x, 1, 1)).toBeCloseTo(1 - x, 13)
      expect(betaAbove(x, 3, 1)).toBeCloseTo(1 - x ** 3, 13)
      expect(betaAbove(x, 1, 4)).toBeCloseTo((1 - x) ** 4, 13)
      expect(betaAbove(x, 0.5, 0.5)).toBeCloseTo(1 - (2 / Math.PI) * Math.asin(Math.sqrt(x)), 12)
    }
  })

  test('mirrors: what is above x for (a, b) is below 1 − x for (b, a), also for many votes', () => {
    for (const [a, b] of [
      [3.5, 9.5],
      [500.5, 12.5],
      [40_000.5, 60_000.5],
    ] as const) {
      for (const x of [0.05, 0.4, 0.9, 0.975])
        expect(betaAbove(x, a, b)).toBeCloseTo(1 - betaAbove(1 - x, b, a), 11)
    }
    expect(betaAbove(0.4, 40_000.5, 60_000.5)).toBeCloseTo(0.5, 2)
  })

  test('falls as fast as the density says', () => {
    const h = 1e-6
    const slope = (betaAbove(0.3 - h, 4.5, 7.5) - betaAbove(0.3 + h, 4.5, 7.5)) / (2 * h)
    expect(slope).toBeCloseTo(betaDensity(0.3, 4.5, 7.5), 6)
  })
})
