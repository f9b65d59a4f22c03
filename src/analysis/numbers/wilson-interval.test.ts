import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { projectRoot } from '../../platform/root.ts'
import { wilsonInterval } from './wilson-interval.ts'

const vectorsFile = join(projectRoot, '../shared/data/themes/vectors/agreement-vectors.json')
const absent = existsSync(vectorsFile) ? '' : ' (skipped: ../shared/data/themes/vectors is not here)'

describe('wilsonInterval', () => {
  test('gives the published interval for 81 of 263 (Newcombe 1998, method 3)', () => {
    const interval = wilsonInterval(81, 263)
    expect(interval?.low).toBeCloseTo(0.2553, 4)
    expect(interval?.high).toBeCloseTo(0.3662, 4)
  })

  test.skipIf(absent !== '')(`gives the reference intervals${absent}`, () => {
    const { wilson95 } = JSON.parse(readFileSync(vectorsFile, 'utf8')) as {
      wilson95: { x: number; n: number; lo: number; hi: number }[]
    }
    for (const { x, n, lo, hi } of wilson95) {
      expect(wilsonInterval(x, n)?.low).toBeCloseTo(lo, 6)
      expect(wilsonInterval(x, n)?.high).toBeCloseTo(hi, 6)
    }
  })

  test('holds the seen share, stays within 0 to 1, and mirrors when yes and no change places', () => {
    fc.assert(
      fc.property(fc.nat(5000), fc.nat(5000), (yes, no) => {
        fc.pre(yes + no > 0)
        const interval = wilsonInterval(yes, yes + no) ?? { low: NaN, high: NaN }
        const mirrored = wilsonInterval(no, yes + no) ?? { low: NaN, high: NaN }
        expect(interval.low).toBeGreaterThanOrEqual(0)
        expect(interval.high).toBeLessThanOrEqual(1)
        expect(interval.low).toBeLessThanOrEqual(yes / (yes + no))
        expect(interval.high).toBeGreaterThanOrEqual(yes / (yes + no))
        expect(mirrored.low).toBeCloseTo(1 - interval.high, 12)
      }),
    )
  })

  test('says nothing about nobody, and refuses more than everybody', () => {
    expect(wilsonInterval(0, 0)).toBeNull()
    expect(() => wilsonInterval(3, 2)).toThrow(RangeError)
    expect(() => wilsonInterval(-1, 2)).toThrow(RangeError)
    expect(() => wilsonInterval(NaN, 2)).toThrow(RangeError)
  })
})
