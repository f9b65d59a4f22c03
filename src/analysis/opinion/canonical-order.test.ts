import { describe, expect, test } from 'vitest'
import { plantedSettings, plantVotes, renameAndReorder } from '../../../tests/support/planted-votes.ts'
import { seededRandom } from '../numbers/seeded-random.ts'
import { canonicalOrder } from './canonical-order.ts'
import { buildVoteMatrix } from './vote-matrix.ts'

describe('canonicalOrder', () => {
  test('gives the same matrix for the same votes under other names and in another order', () => {
    const { matrix } = plantVotes(plantedSettings[0]!, seededRandom(4))
    const first = canonicalOrder(matrix).matrix
    for (const seed of [1, 2, 3]) {
      const again = canonicalOrder(renameAndReorder(matrix, seededRandom(seed)).matrix).matrix
      expect(again.rowStart).toEqual(first.rowStart)
      expect(again.column).toEqual(first.column)
      expect(again.value).toEqual(first.value)
    }
  })

  test('keeps who voted what, with ascending columns', () => {
    const { matrix } = plantVotes(plantedSettings[0]!, seededRandom(5))
    const { matrix: ordered, rows, columns } = canonicalOrder(matrix)
    for (const [r, i] of rows.entries()) {
      expect(ordered.participants[r]).toBe(matrix.participants[i])
      const votes = new Map<number, number>()
      for (let v = matrix.rowStart[i]!; v < matrix.rowStart[i + 1]!; v++) {
        votes.set(matrix.column[v]!, matrix.value[v]!)
      }
      const again = new Map<number, number>()
      for (let v = ordered.rowStart[r]!; v < ordered.rowStart[r + 1]!; v++) {
        again.set(columns[ordered.column[v]!]!, ordered.value[v]!)
        if (v > ordered.rowStart[r]!) expect(ordered.column[v]!).toBeGreaterThan(ordered.column[v - 1]!)
      }
      expect(again).toEqual(votes)
    }
  })

  test('nobody and no statement is an order too', () => {
    const votes = { row: new Uint32Array(0), column: new Uint16Array(0), value: new Int8Array(0) }
    expect(canonicalOrder(buildVoteMatrix([], [], votes)).matrix.participants).toEqual([])
  })
})
