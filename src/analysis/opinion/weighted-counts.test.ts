import { describe, expect, test } from 'vitest'
import { seededRandom } from '../numbers/seeded-random.ts'
import { countGroupVotes } from './group-votes.ts'
import { buildVoteMatrix } from './vote-matrix.ts'
import { countWeightedGroupVotes, drawWeights } from './weighted-counts.ts'

/** One statement that is asked of critics early and of friends late, among four others. */
function routed(random: () => number, people: number) {
  const row: number[] = []
  const column: number[] = []
  const value: number[] = []
  const probability: number[] = []
  const step: number[] = []
  for (let i = 0; i < people; i++) {
    const friend = random() < 0.5
    const open = [0, 1, 2, 3, 4]
    for (let s = 0; s < 3; s++) {
      const weight = open.map((j) => (j === 0 ? (friend ? 0.3 : 3) : 1))
      const total = weight.reduce((sum, part) => sum + part, 0)
      let rest = random() * total
      let at = 0
      while (at < open.length - 1 && (rest -= weight[at]!) >= 0) at++
      row.push(i)
      column.push(open[at]!)
      value.push(open[at] === 0 && !friend ? -1 : 1)
      probability.push(weight[at]! / total)
      step.push(s)
      open.splice(at, 1)
    }
  }
  const names = Array.from({ length: people }, (_, i) => `${i}`)
  const triples = {
    row: Uint32Array.from(row),
    column: Uint16Array.from(column),
    value: Int8Array.from(value),
  }
  const matrix = buildVoteMatrix(names, ['a', 'b', 'c', 'd', 'e'], triples)
  const place = new Map(row.map((i, v) => [i * 8 + column[v]!, v]))
  const aligned = (source: number[]) => {
    const result = new Float64Array(source.length)
    for (let i = 0; i < people; i++) {
      for (let v = matrix.rowStart[i]!; v < matrix.rowStart[i + 1]!; v++) {
        result[v] = source[place.get(i * 8 + matrix.column[v]!)!]!
      }
    }
    return result
  }
  return { matrix, probability: aligned(probability), step: aligned(step) }
}

describe('drawWeights', () => {
  test('undoes the bias of a router that asks critics first', () => {
    const { matrix, probability, step } = routed(seededRandom(1), 20_000)
    const label = new Int32Array(20_000)
    const plain = countGroupVotes(matrix, label, 1)
    const weighted = countWeightedGroupVotes(matrix, label, 1, drawWeights(matrix, probability, step))
    expect(plain.agree[0]! / plain.seen[0]!).toBeLessThan(0.35)
    expect(weighted.agree[0]! / weighted.seen[0]!).toBeCloseTo(0.5, 1)
    expect(Math.abs(weighted.agree[0]! / weighted.seen[0]! - 0.5)).toBeLessThan(0.02)
  })

  test('adds up to one per person and statement on average', () => {
    const { matrix, probability, step } = routed(seededRandom(2), 20_000)
    const weight = drawWeights(matrix, probability, step)
    const sum = new Float64Array(5)
    for (let v = 0; v < weight.length; v++) sum[matrix.column[v]!]! += weight[v]!
    for (const total of sum) expect(Math.abs(total / 20_000 - 1)).toBeLessThan(0.04)
  })

  test('is 1 for votes that were not drawn', () => {
    const { matrix } = routed(seededRandom(3), 5)
    const none = new Float64Array(matrix.column.length).fill(NaN)
    expect(drawWeights(matrix, none, new Float64Array(none.length))).toEqual(new Float64Array(15).fill(1))
  })
})

describe('countWeightedGroupVotes', () => {
  test('with equal weights is the plain count, whatever the weight', () => {
    const { matrix } = routed(seededRandom(4), 200)
    const label = Int32Array.from({ length: 200 }, (_, i) => (i % 3) - 1)
    const plain = countGroupVotes(matrix, label, 2)
    const weighted = countWeightedGroupVotes(matrix, label, 2, new Float64Array(600).fill(4))
    expect(weighted).toEqual(plain)
  })

  test('counts unequal weights as fewer votes', () => {
    const { matrix } = routed(seededRandom(5), 200)
    const label = new Int32Array(200)
    const weight = Float64Array.from({ length: 600 }, (_, v) => (v % 2 ? 1 : 5))
    const plain = countGroupVotes(matrix, label, 1)
    const weighted = countWeightedGroupVotes(matrix, label, 1, weight)
    for (let j = 0; j < 5; j++) expect(weighted.seen[j]!).toBeLessThan(plain.seen[j]!)
  })
})
