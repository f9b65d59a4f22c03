import { describe, expect, test } from 'vitest'
import {
  conversationsAbsent,
  readSharedConversation,
  sharedConversations,
} from '../../../tests/support/shared-conversation.ts'
import { seededRandom } from '../numbers/seeded-random.ts'
import {
  bridgingConsensus,
  commonGroundCertainty,
  leastAgreementBound,
  probabilityOfSharedAgreement,
} from './bridging.ts'
import { countGroupVotes, type GroupVotes } from './group-votes.ts'
import { bestKMeans } from './k-means.ts'
import { principalComponents } from './principal-components.ts'
import { projectParticipants } from './projection.ts'
import { keepStatements } from './vote-matrix.ts'

/** One statement; each group's agree, disagree and all votes. */
function votesOf(...groups: [agree: number, disagree: number, seen: number][]): GroupVotes {
  return {
    groups: groups.length,
    statements: 1,
    agree: Float64Array.from(groups, ([agree]) => agree),
    disagree: Float64Array.from(groups, ([, disagree]) => disagree),
    seen: Float64Array.from(groups, ([, , seen]) => seen),
  }
}

/** The bound as a quantile of posterior draws, the textbook way. */
function boundByDraws(votes: GroupVotes, random: () => number, draws = 20_000): number {
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
  // Marsaglia and Tsang (2000), for shapes of at least 1; smaller ones by a power of a uniform draw.
  const gamma = (shape: number): number => {
    if (shape < 1) return gamma(shape + 1) * random() ** (1 / shape)
    const d = shape - 1 / 3
    for (;;) {
      const z = normal()
      const v = (1 + z / Math.sqrt(9 * d)) ** 3
      if (v > 0 && Math.log(1 - random()) < 0.5 * z * z + d - d * v + d * Math.log(v)) return d * v
    }
  }
  const least = Array.from({ length: draws }, () => {
    let low = 1
    for (let g = 0; g < votes.groups; g++) {
      const a = gamma(votes.agree[g]! + 0.5)
      const b = gamma(votes.seen[g]! - votes.agree[g]! + 0.5)
      low = Math.min(low, a / (a + b))
    }
    return low
  }).sort((a, b) => a - b)
  return least[Math.floor(draws / 10)]!
}

describe('bridgingConsensus', () => {
  test('is the geometric mean of agreement that is not offset by disagreement', () => {
    const { consensus } = bridgingConsensus(votesOf([8, 1, 10], [3, 0, 4]))
    const first = (8.5 / 11) * (1 - 1.5 / 11)
    const second = (3.5 / 5) * (1 - 0.5 / 5)
    expect(consensus[0]).toBeCloseTo(Math.sqrt(first * second), 14)
  })

  test('counts a pass as weaker than a disagreement', () => {
    const passing = bridgingConsensus(votesOf([5, 0, 10])).consensus[0]!
    const against = bridgingConsensus(votesOf([5, 5, 10])).consensus[0]!
    expect(passing).toBeGreaterThan(against)
  })

  test('measures shared rejection as the mirror image', () => {
    const there = bridgingConsensus(votesOf([1, 8, 10], [0, 9, 9]), 'disagree')
    const back = bridgingConsensus(votesOf([8, 1, 10], [9, 0, 9]))
    expect(there).toEqual(back)
  })

  test('a statement with two votes among thousands of people is far below one that all groups have seen', () => {
    const hardlySeen = bridgingConsensus(votesOf([2, 0, 2], [0, 0, 0])).lower[0]!
    const wellSeen = bridgingConsensus(votesOf([75, 10, 100], [60, 15, 90])).lower[0]!
    expect(hardlySeen).toBeLessThan(0.1)
    expect(wellSeen).toBeGreaterThan(0.55)
  })

  test('answers for no groups and for groups without votes', () => {
    expect(bridgingConsensus(votesOf()).lower[0]).toBe(0)
    expect(bridgingConsensus(votesOf([0, 0, 0])).consensus[0]).toBeCloseTo(0.25, 14)
  })
})

describe('leastAgreementBound', () => {
  test('is what many posterior draws estimate', () => {
    const random = seededRandom(3)
    for (const votes of [
      votesOf([9, 0, 10]),
      votesOf([80, 5, 100], [20, 4, 30], [3, 0, 3]),
      votesOf([0, 9, 9], [400, 20, 500]),
      votesOf([1, 0, 1], [0, 0, 0]),
      votesOf([4000, 500, 5000], [3950, 400, 4900]),
    ]) {
      expect(Math.abs(leastAgreementBound(votes, 0) - boundByDraws(votes, random))).toBeLessThan(0.012)
    }
  })

  test('is exceeded by every group with exactly the asked probability', () => {
    for (const votes of [
      votesOf([9, 0, 10]),
      votesOf([80, 5, 100], [20, 4, 30]),
      votesOf([0, 3, 3], [0, 0, 0]),
    ]) {
      const bound = leastAgreementBound(votes, 0)
      expect(probabilityOfSharedAgreement(votes, 0, bound)).toBeCloseTo(commonGroundCertainty, 9)
    }
  })

  test('rises with agreement, and with more votes at the same share', () => {
    const bound = (agree: number, seen: number) =>
      leastAgreementBound(votesOf([agree, 0, seen], [30, 0, 40]), 0)
    for (let agree = 0; agree < 20; agree++) expect(bound(agree + 1, 20)).toBeGreaterThan(bound(agree, 20))
    expect(bound(120, 160)).toBeGreaterThan(bound(15, 20))
  })

  test.skipIf(conversationsAbsent !== '')(
    `holds for people who were not counted, about as often as it says${conversationsAbsent}`,
    () => {
      let held = 0
      let all = 0
      for (const name of sharedConversations) {
        const { matrix, live } = readSharedConversation(name)
        const kept = keepStatements(matrix, live)
        const { x, y } = projectParticipants(kept, principalComponents(kept, { count: 2 }), live.length)
        const random = seededRandom(11)
        const label = bestKMeans(x, y, 2, { random, restarts: 5 }).label
        for (let split = 0; split < 10; split++) {
          const half = Uint8Array.from(label, () => (random() < 0.5 ? 1 : 0))
          const first = countGroupVotes(
            kept,
            label.map((g, i) => (half[i] ? g : -1)),
            2,
          )
          const second = countGroupVotes(
            kept,
            label.map((g, i) => (half[i] ? -1 : g)),
            2,
          )
          const { lower } = bridgingConsensus(first)
          for (let j = 0; j < live.length; j++) {
            const shares = [0, 1].map((g) => {
              const place = g * live.length + j
              return second.seen[place]! < 40 || first.seen[place]! < 5
                ? NaN
                : second.agree[place]! / second.seen[place]!
            })
            if (shares.some(Number.isNaN)) continue
            all++
            // The other half is itself a sample: a shortfall within its own error is none of the bound's.
            if (Math.min(...shares) >= lower[j]! - 0.03) held++
          }
        }
      }
      expect(all).toBeGreaterThan(500)
      expect(held / all).toBeGreaterThan(0.88)
    },
  )
})
