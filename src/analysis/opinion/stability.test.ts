import { describe, expect, test } from 'vitest'
import { plantedSettings, plantVotes, shuffleWithinStatements } from '../../../tests/support/planted-votes.ts'
import { seededRandom } from '../numbers/seeded-random.ts'
import { searchClasses } from './class-search.ts'
import { sidedVotes } from './sided-votes.ts'
import { principalComponents } from './principal-components.ts'
import { projectParticipants } from './projection.ts'
import { firmStability, likeliestGroups, measureStability, tentativeStability } from './stability.ts'
import type { VoteMatrix } from './vote-matrix.ts'

function stabilityOf(matrix: VoteMatrix, groups: number) {
  const random = seededRandom(1)
  const statements = matrix.statements.length
  const positions = projectParticipants(matrix, principalComponents(matrix, { count: 2 }), statements)
  const everybody = matrix.participants.map((_, i) => i)
  const { membership } = searchClasses(sidedVotes(matrix), positions, everybody, groups, {
    random,
    restarts: 2,
  })
  return measureStability(matrix, membership, everybody, groups, { random, restarts: 0, draws: 10 })
}

describe('measureStability', () => {
  const { matrix } = plantVotes(plantedSettings[5]!, seededRandom(3))

  test('planted groups are firm', () => {
    expect(stabilityOf(matrix, 3).least).toBeGreaterThan(firmStability)
  })

  test('groups of shuffled votes do not come back', () => {
    const { least } = stabilityOf(shuffleWithinStatements(matrix, seededRandom(2)), 3)
    expect(least).toBeLessThan(tentativeStability)
  })

  test('mean memberships are shares', () => {
    const { membership } = stabilityOf(matrix, 2)
    for (let i = 0; i < 500; i++) expect(membership[2 * i]! + membership[2 * i + 1]!).toBeCloseTo(1, 9)
  })
})

test('the likeliest group is the first of equals', () => {
  expect(likeliestGroups(Float64Array.of(0.5, 0.5, 0.2, 0.8), 2)).toEqual(Int32Array.of(0, 1))
})
