import { describe, expect, test } from 'vitest'
import { plantedSettings, plantVotes } from '../../../tests/support/planted-votes.ts'
import { seededRandom } from '../numbers/seeded-random.ts'
import { findNearDuplicates, keepOneOfEach } from './near-duplicates.ts'
import { buildVoteMatrix, type VoteMatrix } from './vote-matrix.ts'

const minute = 60_000

/** Honest people who vote over an hour, and copies of one ballot cast within two minutes; every tenth copied vote may differ. */
function conversation(
  seed: number,
  copies: number,
  differing = 0,
): { matrix: VoteMatrix; votedAt: Float64Array } {
  const random = seededRandom(seed)
  const { matrix } = plantVotes(plantedSettings[1]!, random)
  const honest = matrix.participants.length
  const votes: { i: number; j: number; value: number; at: number }[] = []
  for (let i = 0; i < honest; i++) {
    const begin = random() * 60 * minute
    for (let v = matrix.rowStart[i]!; v < matrix.rowStart[i + 1]!; v++) {
      const at = begin + (v - matrix.rowStart[i]!) * 10_000
      votes.push({ i, j: matrix.column[v]!, value: matrix.value[v]!, at })
    }
  }
  const ballot = Array.from({ length: 30 }, () => (random() < 0.5 ? 1 : -1))
  for (let copy = 0; copy < copies; copy++) {
    for (let j = 0; j < 30; j++) {
      const value = random() < differing ? -ballot[j]! : ballot[j]!
      votes.push({ i: honest + copy, j, value, at: 30 * minute + copy * 4000 + j * 500 })
    }
  }
  const built = buildVoteMatrix(
    Array.from({ length: honest + copies }, (_, i) => `${i}`),
    matrix.statements,
    {
      row: Uint32Array.from(votes, (vote) => vote.i),
      column: Uint16Array.from(votes, (vote) => vote.j),
      value: Int8Array.from(votes, (vote) => vote.value),
    },
  )
  const at = new Map(votes.map((vote) => [vote.i * 65536 + vote.j, vote.at]))
  const votedAt = new Float64Array(votes.length)
  for (let i = 0; i < built.participants.length; i++) {
    for (let v = built.rowStart[i]!; v < built.rowStart[i + 1]!; v++) {
      votedAt[v] = at.get(i * 65536 + built.column[v]!)!
    }
  }
  return { matrix: built, votedAt }
}

describe('findNearDuplicates', () => {
  test('finds copies of a ballot, all of them and nobody else', () => {
    for (const copies of [3, 12, 30]) {
      const { matrix, votedAt } = conversation(7, copies)
      const honest = matrix.participants.length - copies
      expect(findNearDuplicates(matrix, votedAt)).toEqual([
        Array.from({ length: copies }, (_, k) => honest + k),
      ])
    }
  })

  test('finds copies that change a vote here and there', () => {
    const { matrix, votedAt } = conversation(8, 20, 0.01)
    const [cluster] = findNearDuplicates(matrix, votedAt)
    expect(cluster!.length).toBeGreaterThan(15)
    expect(Math.min(...cluster!)).toBeGreaterThanOrEqual(matrix.participants.length - 20)
  })

  test('takes honest like minds in the same hour for no copies', () => {
    for (let seed = 0; seed < 8; seed++) {
      const { matrix, votedAt } = conversation(seed, 0)
      expect(findNearDuplicates(matrix, votedAt)).toEqual([])
    }
  })

  test('does not link the same ballot cast days apart, nor anybody when instants are unknown', () => {
    const { matrix, votedAt } = conversation(9, 10)
    const honest = matrix.participants.length - 10
    for (let i = honest; i < matrix.participants.length; i++) {
      for (let v = matrix.rowStart[i]!; v < matrix.rowStart[i + 1]!; v++)
        votedAt[v]! += (i - honest) * 1440 * minute
    }
    expect(findNearDuplicates(matrix, votedAt)).toEqual([])
    expect(findNearDuplicates(matrix, undefined)).toEqual([])
  })
})

test('keepOneOfEach keeps the first of each cluster and everybody else', () => {
  expect([...keepOneOfEach([[1, 3, 4]], 6)]).toEqual([1, 1, 1, 0, 0, 1])
})
