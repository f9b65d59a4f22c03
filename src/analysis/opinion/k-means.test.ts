import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { seededRandom } from '../numbers/seeded-random.ts'
import { clustersFromFirstPoints } from './base-clusters.ts'
import { bestKMeans, silhouette } from './k-means.ts'
import { NearestCenters } from './nearest-centers.ts'

const places = (values: readonly (readonly [number, number])[]) => ({
  x: Float64Array.from(values, ([x]) => x),
  y: Float64Array.from(values, ([, y]) => y),
})
const coordinate = fc.oneof(fc.integer({ min: -3, max: 3 }), fc.double({ min: -50, max: 50, noNaN: true }))
const points = (maxLength: number) => fc.array(fc.tuple(coordinate, coordinate), { maxLength })

/** The least sum of squares over every partition into at most k groups. */
function leastInertia(x: Float64Array, y: Float64Array, k: number): number {
  let least = Infinity
  for (let code = 0; code < k ** x.length; code++) {
    const sums = Array.from({ length: k }, () => ({ n: 0, x: 0, y: 0, squares: 0 }))
    for (let i = 0, rest = code; i < x.length; i++, rest = Math.floor(rest / k)) {
      const sum = sums[rest % k]!
      sum.n++
      sum.x += x[i]!
      sum.y += y[i]!
      sum.squares += x[i]! ** 2 + y[i]! ** 2
    }
    const inertia = sums.reduce(
      (all, s) => all + (s.n === 0 ? 0 : s.squares - (s.x ** 2 + s.y ** 2) / s.n),
      0,
    )
    least = Math.min(least, inertia)
  }
  return least
}

describe('bestKMeans', () => {
  test('finds the best of all partitions of a few points', () => {
    fc.assert(
      fc.property(points(7), fc.integer({ min: 1, max: 3 }), (given, k) => {
        const { x, y } = places(given)
        const { inertia } = bestKMeans(x, y, k, { random: seededRandom(1) })
        const least = x.length === 0 ? 0 : leastInertia(x, y, k)
        const size = given.reduce((sum, [px, py]) => sum + px ** 2 + py ** 2, 0)
        expect(Math.abs(inertia - least)).toBeLessThanOrEqual(1e-9 * (1 + size))
      }),
      { numRuns: 60 },
    )
  })

  test('labels, centres and inertia belong together, and no group is empty', () => {
    fc.assert(
      fc.property(points(60), fc.integer({ min: 1, max: 6 }), (given, k) => {
        const { x, y } = places(given)
        const { label, centerX, centerY, inertia } = bestKMeans(x, y, k, {
          random: seededRandom(2),
          restarts: 3,
        })
        const distinct = new Set(given.map(([px, py]) => `${px + 0} ${py + 0}`)).size
        expect(centerX.length).toBeLessThanOrEqual(Math.min(k, distinct))
        let sum = 0
        for (let i = 0; i < x.length; i++) {
          sum += (x[i]! - centerX[label[i]!]!) ** 2 + (y[i]! - centerY[label[i]!]!) ** 2
        }
        expect(sum).toBeCloseTo(inertia, 6)
        expect(new Set(label).size).toBe(centerX.length)
      }),
    )
  })

  test('a heavy point counts as many points', () => {
    const once = places([
      [0, 0],
      [0, 0],
      [0, 0],
      [4, 0],
      [10, 0],
    ])
    const heavy = places([
      [0, 0],
      [4, 0],
      [10, 0],
    ])
    const options = { random: seededRandom(1), weight: Float64Array.of(3, 1, 1) }
    expect(bestKMeans(heavy.x, heavy.y, 2, options).inertia).toBeCloseTo(
      bestKMeans(once.x, once.y, 2, { random: seededRandom(1) }).inertia,
      12,
    )
  })

  test('nobody and everybody at one place make no trouble', () => {
    expect(
      bestKMeans(new Float64Array(0), new Float64Array(0), 3, { random: seededRandom(1) }),
    ).toMatchObject({
      inertia: 0,
    })
    const { centerX, inertia } = bestKMeans(new Float64Array(9), new Float64Array(9), 3, {
      random: seededRandom(1),
    })
    expect({ groups: centerX.length, inertia }).toEqual({ groups: 1, inertia: 0 })
  })
})

describe('silhouette', () => {
  test('is (b − a) / max(a, b), averaged, with 0 for a point alone', () => {
    const { x, y } = places([
      [0, 0],
      [0, 2],
      [10, 0],
    ])
    const near = (10 - 2) / 10
    const far = (Math.hypot(10, 2) - 2) / Math.hypot(10, 2)
    expect(silhouette(x, y, Int32Array.of(0, 0, 1), 2)).toBeCloseTo((near + far) / 3, 12)
  })

  test('is 0 for one group and for nobody', () => {
    expect(silhouette(Float64Array.of(1, 2), Float64Array.of(1, 2), new Int32Array(2), 1)).toBe(0)
    expect(silhouette(new Float64Array(0), new Float64Array(0), new Int32Array(0), 2)).toBe(0)
  })
})

describe('NearestCenters', () => {
  test('gives every point the nearest centre, the later of equals, as centres move', () => {
    fc.assert(
      fc.property(
        points(300),
        fc.array(fc.array(fc.tuple(coordinate, coordinate), { minLength: 5, maxLength: 5 }), {
          minLength: 1,
          maxLength: 5,
        }),
        (given, rounds) => {
          const { x, y } = places(given)
          const nearest = new NearestCenters(x, y, new Float64Array(x.length).fill(1))
          for (const centers of rounds) {
            const { x: centerX, y: centerY } = places(centers)
            const { size } = nearest.assign(centerX, centerY)
            const label = nearest.labelOfPoints()
            const count = new Uint32Array(5)
            for (let i = 0; i < x.length; i++) {
              let near = 0
              let least = Infinity
              for (let c = 0; c < 5; c++) {
                const distance = (x[i]! - centerX[c]!) ** 2 + (y[i]! - centerY[c]!) ** 2
                if (distance <= least) [least, near] = [distance, c]
              }
              expect(label[i]).toBe(near)
              count[near]!++
            }
            expect(size).toEqual(count)
          }
        },
      ),
    )
  })
})

describe('clustersFromFirstPoints', () => {
  test('starts from the first distinct points, so that their order matters', () => {
    const { x, y } = places([
      [0, 0],
      [0, 0],
      [1, 0],
      [9, 0],
      [10, 0],
    ])
    const clusters = clustersFromFirstPoints(x, y, new Float64Array(5).fill(1), 2, 100)
    expect([...clusters.label]).toEqual([0, 0, 0, 1, 1])
    expect([...clusters.weight]).toEqual([3, 2])
  })

  test('a point midway goes to the later cluster', () => {
    const { x, y } = places([
      [0, 0],
      [2, 0],
      [1, 0],
    ])
    const { label } = clustersFromFirstPoints(x, y, new Float64Array(3).fill(1), 2, 0)
    expect([...label]).toEqual([0, 1, 1])
  })
})
