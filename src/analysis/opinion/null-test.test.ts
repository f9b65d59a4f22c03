import { describe, expect, test } from 'vitest'
import { plantedSettings, plantVotes, shuffleWithinStatements } from '../../../tests/support/planted-votes.ts'
import { seededRandom } from '../numbers/seeded-random.ts'
import { testAgainstChance } from './null-test.ts'
import { principalComponents } from './principal-components.ts'
import { buildVoteMatrix, type VoteMatrix } from './vote-matrix.ts'

function significant(matrix: VoteMatrix): number {
  const { singularValues } = principalComponents(matrix, { count: 2 })
  return testAgainstChance(matrix, singularValues, { random: seededRandom(1) }).significant
}

describe('testAgainstChance', () => {
  test('finds nothing in votes that were shuffled within each statement', () => {
    const { matrix } = plantVotes(plantedSettings[1]!, seededRandom(1))
    let found = 0
    for (let set = 0; set < 20; set++) {
      if (significant(shuffleWithinStatements(matrix, seededRandom(100 + set))) > 0) found++
    }
    expect(found).toBeLessThanOrEqual(1)
  })

  test('finds planted groups', () => {
    for (const setting of [plantedSettings[1]!, plantedSettings[5]!]) {
      expect(significant(plantVotes(setting, seededRandom(2)).matrix)).toBeGreaterThan(0)
    }
  })

  test('unanimous people, one person and nobody show no groups', () => {
    const everyVote = (people: number) =>
      buildVoteMatrix(
        Array.from({ length: people }, (_, i) => String(i)),
        ['a', 'b'],
        {
          row: Uint32Array.from({ length: 2 * people }, (_, v) => v >> 1),
          column: Uint16Array.from({ length: 2 * people }, (_, v) => v % 2),
          value: new Int8Array(2 * people).fill(1),
        },
      )
    for (const people of [0, 1, 20]) expect(significant(everyVote(people))).toBe(0)
  })
})
