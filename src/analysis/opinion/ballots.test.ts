import { describe, expect, test } from 'vitest'
import { readBallots } from './ballots.ts'

const statements = [
  { id: 'a', number: 3, isMeta: false },
  { id: 'b', number: 5, isMeta: true },
  { id: 'c', number: 9, isMeta: false },
]

describe('ballots', () => {
  test('become a matrix whose instants stand beside their votes', () => {
    const input = readBallots({
      statements,
      voters: ['v1', 'v2', 'v3'],
      ballots: ['9:1:100:0.25,3:-1:200:0.5', '', '5:0:300,9:-1:301:0.1,3:1:302'],
    })
    expect([...input.matrix.rowStart]).toEqual([0, 2, 2, 5])
    expect([...input.matrix.column]).toEqual([0, 2, 0, 1, 2])
    expect([...input.matrix.value]).toEqual([-1, 1, 1, 0, -1])
    expect([...input.votedAt!]).toEqual([200_000, 100_000, 302_000, 300_000, 301_000])
    expect([...input.modOut]).toEqual([0, 1, 0])
    expect([...input.draws.probability]).toEqual([0.5, 0.25, 0, 0, 0.1])
    expect([...input.draws.step]).toEqual([1, 0, 0, 0, 0])
  })

  test('on a statement that is not listed do not count', () => {
    const { matrix } = readBallots({ statements, voters: ['v'], ballots: ['4:1:100,3:1:200'] })
    expect([...matrix.column]).toEqual([0])
  })

  test('of nobody are an empty matrix', () => {
    const { matrix } = readBallots({ statements, voters: [], ballots: [] })
    expect(matrix.column.length).toBe(0)
  })
})
