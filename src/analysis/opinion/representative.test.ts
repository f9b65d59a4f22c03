import { describe, expect, test } from 'vitest'
import { groupAwareConsensus } from './group-aware-consensus.ts'
import type { GroupVotes } from './group-votes.ts'
import { majorityStatements } from './majority.ts'
import { statementPriorities } from './priority.ts'
import { representativeStatements } from './representative.ts'
import { differenceTest, majorityTest } from './statement-tests.ts'

/** Votes of each group on each statement as [agree, disagree, all]. */
function votesOf(groups: [number, number, number][][]): GroupVotes {
  const entries = groups.flat()
  return {
    groups: groups.length,
    statements: groups[0]!.length,
    agree: Float64Array.from(entries, ([agree]) => agree),
    disagree: Float64Array.from(entries, ([, disagree]) => disagree),
    seen: Float64Array.from(entries, ([, , seen]) => seen),
  }
}

const none = (count: number) => new Uint8Array(count)

describe('representativeStatements', () => {
  test('agreements stand before disagreements, the best agreed one first', () => {
    const votes = votesOf([
      [
        [2, 40, 45],
        [40, 2, 45],
        [44, 0, 45],
        [20, 20, 45],
      ],
      [
        [40, 2, 45],
        [2, 40, 45],
        [40, 0, 45],
        [20, 20, 45],
      ],
    ])
    const [first, second] = representativeStatements(votes, none(4))
    expect(first!.map(({ column, direction }) => [column, direction])).toEqual([
      [1, 'agree'],
      [2, 'agree'],
      [0, 'disagree'],
    ])
    expect(second!.map(({ column }) => column)).toEqual([0, 1])
  })

  test('where nothing is significant the one best statement stands for the group', () => {
    const votes = votesOf([[[0, 1, 2]], [[0, 1, 2]]])
    expect(representativeStatements(votes, none(1)).map((list) => list.length)).toEqual([1, 1])
  })

  test('the best agreed statement keeps the direction in which it differs more', () => {
    // Most agree, but among the others even more do: what sets the group apart is its disagreement.
    const votes = votesOf([[[30, 10, 40]], [[80, 0, 80]]])
    expect(representativeStatements(votes, none(1))[0]).toMatchObject([
      { direction: 'disagree', success: 10 },
    ])
  })

  test('moderated statements and statements nobody saw never stand for a group', () => {
    const votes = votesOf([
      [
        [40, 0, 40],
        [0, 0, 0],
      ],
      [
        [0, 40, 40],
        [0, 0, 0],
      ],
    ])
    expect(representativeStatements(votes, Uint8Array.of(1, 0))[0]!.map(({ column }) => column)).toEqual([1])
    expect(representativeStatements(votes, Uint8Array.of(1, 1))).toEqual([[], []])
  })

  test('at most five stand for a group', () => {
    const votes = votesOf([
      Array.from({ length: 9 }, (_, j): [number, number, number] => [30 + j, 1, 45]),
      Array.from({ length: 9 }, (): [number, number, number] => [1, 30, 45]),
    ])
    expect(representativeStatements(votes, none(9)).map((list) => list.length)).toEqual([5, 5])
  })
})

test('the tests are the ones of the reference algorithm', () => {
  expect(majorityTest(59, 70)).toBeCloseTo(5.815230125, 8)
  expect(differenceTest(0, 0, 0, 0)).toBe(0)
  expect(differenceTest(5, 10, 5, 10)).toBe(0)
})

test('majority lists hold at most five statements that more than half agree with', () => {
  const votes = votesOf([Array.from({ length: 8 }, (_, j): [number, number, number] => [j * 10, 5, 75])])
  expect(majorityStatements(votes, none(8), 'agree').map(({ column }) => column)).toEqual([7, 6, 5])
  expect(majorityStatements(votes, none(8), 'disagree')).toEqual([])
})

test('consensus over groups is the product of smoothed shares, 0 without groups', () => {
  const votes = votesOf([[[1, 0, 2]], [[3, 0, 3]]])
  expect(groupAwareConsensus(votes)[0]).toBeCloseTo((2 / 4) * (4 / 5), 12)
  expect(groupAwareConsensus(votes, 'disagree')[0]).toBeCloseTo((1 / 4) * (1 / 5), 12)
  expect([...groupAwareConsensus({ ...votes, groups: 0 })]).toEqual([0])
})

test('a statement with few votes has priority, and a question about the person most', () => {
  const votes = votesOf([
    [
      [0, 0, 0],
      [10, 10, 20],
      [0, 0, 0],
    ],
  ])
  const [fresh, known, about] = statementPriorities(votes, new Float64Array(3), Uint8Array.of(0, 0, 1))
  expect(fresh).toBeCloseTo((0.25 * 9) ** 2, 12)
  expect(known!).toBeLessThan(fresh!)
  expect(about).toBe(49)
})
