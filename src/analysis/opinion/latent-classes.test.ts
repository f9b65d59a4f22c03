import { describe, expect, test } from 'vitest'
import { adjustedRandIndex, plantedSettings, plantVotes } from '../../../tests/support/planted-votes.ts'
import { seededRandom } from '../numbers/seeded-random.ts'
import { searchClasses } from './class-search.ts'
import { bestKMeans } from './k-means.ts'
import { classMembership, fitLatentClasses, randomMembership } from './latent-classes.ts'
import { sidedVotes } from './sided-votes.ts'
import { principalComponents } from './principal-components.ts'
import { projectParticipants } from './projection.ts'
import { likeliestGroups } from './stability.ts'

const strong = plantedSettings[5]!

describe('fitLatentClasses', () => {
  test('finds planted groups that differ strongly, and places the same people when asked again', () => {
    const { matrix, group } = plantVotes(strong, seededRandom(1))
    const votes = sidedVotes(matrix)
    const fit = fitLatentClasses(votes, 3, randomMembership(votes.rows, 3, seededRandom(2)), {
      annealing: 30,
    })
    expect(adjustedRandIndex(likeliestGroups(fit.membership, 3), group)).toBeGreaterThan(0.75)
    const again = likeliestGroups(classMembership(votes, fit), 3)
    expect(adjustedRandIndex(again, likeliestGroups(fit.membership, 3))).toBeGreaterThan(0.95)
    for (let i = 0; i < votes.rows; i++) {
      const [a, b, c] = fit.membership.subarray(3 * i, 3 * i + 3)
      expect(a! + b! + c!).toBeCloseTo(1, 10)
    }
  })

  test('passes say nothing about sides', () => {
    const { matrix } = plantVotes(strong, seededRandom(3))
    const votes = sidedVotes(matrix)
    expect(votes.code.length).toBe(matrix.value.reduce((sum, value) => sum + Math.abs(value), 0))
  })

  test('more classes explain planted groups better until there are as many as planted', () => {
    const { matrix } = plantVotes(strong, seededRandom(4))
    const votes = sidedVotes(matrix)
    const score = (groups: number) =>
      fitLatentClasses(votes, groups, randomMembership(votes.rows, groups, seededRandom(1)), {
        annealing: 30,
      }).score
    const [one, two, three, five] = [score(1), score(2), score(3), score(5)]
    expect(two! - one!).toBeGreaterThan(100)
    expect(three! - two!).toBeGreaterThan(100)
    expect(five! - three!).toBeLessThan((three! - two!) / 4)
  })
})

describe('searchClasses', () => {
  test('recovers faint planted groups better than k-means on the map', () => {
    let classes = 0
    let plane = 0
    const setting = plantedSettings[1]!
    for (const seed of [11, 12, 13]) {
      const random = seededRandom(seed)
      const { matrix, group } = plantVotes(setting, random)
      const components = principalComponents(matrix, { count: 2 })
      const positions = projectParticipants(matrix, components, setting.statements)
      const rows = matrix.participants
        .map((_, i) => i)
        .filter((i) => matrix.rowStart[i + 1]! - matrix.rowStart[i]! >= 7)
      const truth = Int32Array.from(rows, (i) => group[i]!)
      const x = Float64Array.from(rows, (i) => positions.x[i]!)
      const y = Float64Array.from(rows, (i) => positions.y[i]!)
      plane += adjustedRandIndex(truth, bestKMeans(x, y, 3, { random }).label) / 3
      const found = searchClasses(sidedVotes(matrix), positions, rows, 3, { random, restarts: 8 })
      const label = likeliestGroups(found.membership, 3)
      classes +=
        adjustedRandIndex(
          truth,
          Int32Array.from(rows, (i) => label[i]!),
        ) / 3
    }
    expect(classes).toBeGreaterThan(plane + 0.04)
  })
})
