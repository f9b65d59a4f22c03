import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { median, quantile } from './quantile.ts'

const numbers = fc.array(fc.double({ noNaN: true, noDefaultInfinity: true }), { minLength: 1 })

describe('quantile', () => {
  test('gives what R gives for quantile(c(1, 2, 4, 8, 16))', () => {
    const values = [16, 1, 8, 2, 4]
    expect([0, 0.1, 0.25, 0.5, 0.75, 0.9, 1].map((p) => quantile(values, p))).toEqual([
      1, 1.4, 2, 4, 8, 12.8, 16,
    ])
  })

  test('lies within the values, does not fall as the share grows, and does not depend on their order', () => {
    fc.assert(
      fc.property(numbers, fc.double({ min: 0, max: 1, noNaN: true }), (values, p) => {
        const value = quantile(values, p) as number
        expect(value).toBeGreaterThanOrEqual(Math.min(...values))
        expect(value).toBeLessThanOrEqual(Math.max(...values))
        expect(quantile(values, 1)).toBeGreaterThanOrEqual(value)
        expect(quantile([...values].reverse(), p)).toBe(value)
      }),
    )
  })

  test('leaves the given values as they are', () => {
    const values = [3, 1, 2]
    quantile(values, 0.5)
    expect(values).toEqual([3, 1, 2])
  })

  test('says nothing about no values, and repeats a single one', () => {
    expect(quantile([], 0.5)).toBeNull()
    expect(quantile([7], 0.3)).toBe(7)
    expect(() => quantile([1], 1.1)).toThrow(RangeError)
  })
})

describe('median', () => {
  test('is the middle value, or the mean of the two middle ones', () => {
    expect(median([5, 1, 3])).toBe(3)
    expect(median([4, 1, 3, 2])).toBe(2.5)
    expect(median([])).toBeNull()
  })
})
