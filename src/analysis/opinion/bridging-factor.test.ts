import { describe, expect, test } from 'vitest'
import { seededRandom } from '../numbers/seeded-random.ts'
import { bridgingFactor } from './bridging-factor.ts'
import { buildVoteMatrix, type VoteMatrix } from './vote-matrix.ts'

/** Two camps: statement 0 is liked by both, 1 by nobody, even ones by the first camp, odd ones by the second. */
function twoCamps(random: () => number): VoteMatrix {
  const votes: [i: number, j: number, value: number][] = []
  for (let i = 0; i < 200; i++) {
    for (let j = 0; j < 20; j++) {
      if (random() < 0.4) continue
      const likes = j === 0 ? 0.9 : j === 1 ? 0.1 : j % 2 === i % 2 ? 0.9 : 0.1
      votes.push([i, j, random() < 0.1 ? 0 : random() < likes ? 1 : -1])
    }
  }
  return buildVoteMatrix(
    Array.from({ length: 200 }, (_, i) => `${i}`),
    Array.from({ length: 20 }, (_, j) => `${j}`),
    {
      row: Uint32Array.from(votes, ([i]) => i),
      column: Uint16Array.from(votes, ([, j]) => j),
      value: Int8Array.from(votes, ([, , value]) => value),
    },
  )
}

describe('bridgingFactor', () => {
  test('credits what both camps like, and puts what divides them into the factor', () => {
    const { intercept, factor } = bridgingFactor(twoCamps(seededRandom(1)))
    expect(intercept.indexOf(Math.max(...intercept))).toBe(0)
    expect(intercept.indexOf(Math.min(...intercept))).toBe(1)
    for (let j = 2; j < 20; j++) {
      expect(Math.abs(factor[j]!)).toBeGreaterThan(3 * Math.abs(factor[0]!))
      expect(Math.sign(factor[j]!)).toBe(j % 2 === 0 ? Math.sign(factor[2]!) : -Math.sign(factor[2]!))
      expect(Math.abs(intercept[j]!)).toBeLessThan(intercept[0]! / 2)
    }
  })

  test('gives the same on every run, and answers for nobody', () => {
    const matrix = twoCamps(seededRandom(2))
    expect(bridgingFactor(matrix)).toEqual(bridgingFactor(matrix))
    const nobody = buildVoteMatrix([], ['a'], {
      row: new Uint32Array(),
      column: new Uint16Array(),
      value: new Int8Array(),
    })
    expect(bridgingFactor(nobody)).toMatchObject({ mean: 0, intercept: Float64Array.of(0) })
  })
})
