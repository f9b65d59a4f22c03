import { describe, expect, test } from 'vitest'
import { probabilityOfSharedAgreement } from './bridging.ts'
import type { GroupVotes } from './group-votes.ts'
import { commonGroundStatements, manipulationReport, votersToChange } from './manipulation.ts'
import { buildVoteMatrix } from './vote-matrix.ts'

function votesOf(...groups: [agree: number, seen: number][]): GroupVotes {
  return {
    groups: groups.length,
    statements: 1,
    agree: Float64Array.from(groups, ([agree]) => agree),
    disagree: new Float64Array(groups.length),
    seen: Float64Array.from(groups, ([, seen]) => seen),
  }
}

/** The definition: add voters to one group at a time, one by one. */
function byTrial(votes: GroupVotes, limit: number): number {
  const status = probabilityOfSharedAgreement(votes, 0) > 0.9
  for (let voters = 1; voters <= limit; voters++) {
    for (let g = 0; g < votes.groups; g++) {
      const agree = votes.agree.slice()
      const seen = votes.seen.slice()
      seen[g]! += voters
      if (!status) agree[g]! += voters
      if (probabilityOfSharedAgreement({ ...votes, agree, seen }, 0) > 0.9 !== status) return voters
    }
  }
  return -1
}

describe('votersToChange', () => {
  test('is the fewest by trial', () => {
    for (const votes of [
      votesOf([20, 22], [15, 20]),
      votesOf([20, 22], [5, 20]),
      votesOf([1, 2], [2, 30]),
      votesOf([60, 100], [70, 80], [9, 10]),
      votesOf([400, 500], [26, 50]),
      votesOf([3, 10], [3, 10]),
    ]) {
      expect(votersToChange(votes, 200)[0]).toBe(byTrial(votes, 200))
    }
  })

  test('is none when another group would still not agree, or when the limit is too low', () => {
    expect(votersToChange(votesOf([3, 10], [3, 10]), 1000)[0]).toBe(-1)
    expect(votersToChange(votesOf([400, 500]), 10)[0]).toBe(-1)
    expect(votersToChange(votesOf([400, 500]), 0)[0]).toBe(-1)
  })
})

describe('manipulationReport', () => {
  test('says which statements owe their status to copies', () => {
    // Twelve honest people are of two minds; twelve copies make the statement common ground.
    const value = Int8Array.from({ length: 24 }, (_, i) => (i < 12 ? (i % 2 ? 1 : -1) : 1))
    const matrix = buildVoteMatrix(
      Array.from({ length: 24 }, (_, i) => `${i}`),
      ['a'],
      { row: Uint32Array.from({ length: 24 }, (_, i) => i), column: new Uint16Array(24), value },
    )
    const copies = Array.from({ length: 12 }, (_, i) => 12 + i)
    const membership = new Float64Array(24).fill(1)
    const report = manipulationReport(matrix, membership, 1, [copies])
    expect(report.changedWithoutDuplicates).toEqual([0])
    expect(manipulationReport(matrix, membership, 1, []).changedWithoutDuplicates).toEqual([])
    expect(report.votersToChange[0]).toBeGreaterThan(0)
  })

  test('has no common ground without groups', () => {
    expect([...commonGroundStatements(votesOf())]).toEqual([0])
  })
})
