import { describe, expect, test } from 'vitest'
import { plantVotes } from '../../../tests/support/planted-votes.ts'
import { seededRandom } from '../numbers/seeded-random.ts'
import { componentsOf, positionsOf, projectionOf } from './incremental.ts'
import { jacobiEigen } from './jacobi-eigen.ts'
import {
  addParticipant,
  applyVote,
  removeVote,
  startOpinionState,
  type OpinionState,
} from './opinion-state.ts'
import { principalComponents } from './principal-components.ts'
import { projectParticipants } from './projection.ts'
import { buildVoteMatrix, type VoteMatrix, type VoteValue } from './vote-matrix.ts'

const setting = {
  name: '',
  participants: 120,
  statements: 30,
  votes: 15,
  groups: 3,
  separation: 1.5,
  informative: 0.5,
}

/** The votes that a plain list of "last vote counts" would hold. */
class Log {
  readonly votes = new Map<string, { i: number; j: number; value: number }>()
  people: string[]
  readonly statements: readonly string[]

  constructor(matrix: VoteMatrix) {
    this.people = [...matrix.participants]
    this.statements = matrix.statements
    for (let i = 0; i < this.people.length; i++) {
      for (let v = matrix.rowStart[i]!; v < matrix.rowStart[i + 1]!; v++) {
        this.votes.set(`${i} ${matrix.column[v]!}`, { i, j: matrix.column[v]!, value: matrix.value[v]! })
      }
    }
  }

  matrix(): VoteMatrix {
    const votes = [...this.votes.values()]
    return buildVoteMatrix(this.people, this.statements, {
      row: Uint32Array.from(votes, (vote) => vote.i),
      column: Uint16Array.from(votes, (vote) => vote.j),
      value: Int8Array.from(votes, (vote) => vote.value),
    })
  }
}

/** Eigenvalues and eigenvectors of the dense centred table, by a method that shares nothing with the one under test. */
function denseComponents(matrix: VoteMatrix) {
  const m = matrix.statements.length
  const seen = new Float64Array(m)
  const sum = new Float64Array(m)
  for (let v = 0; v < matrix.column.length; v++) {
    seen[matrix.column[v]!]!++
    sum[matrix.column[v]!]! += matrix.value[v]!
  }
  const gram = new Float64Array(m * m)
  for (let i = 0; i < matrix.participants.length; i++) {
    for (let a = matrix.rowStart[i]!; a < matrix.rowStart[i + 1]!; a++) {
      for (let b = matrix.rowStart[i]!; b < matrix.rowStart[i + 1]!; b++) {
        const j = matrix.column[a]!
        const l = matrix.column[b]!
        gram[j * m + l]! += (matrix.value[a]! - sum[j]! / seen[j]!) * (matrix.value[b]! - sum[l]! / seen[l]!)
      }
    }
  }
  return jacobiEigen(gram, m)
}

function largestDifference(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let most = 0
  for (let k = 0; k < a.length; k++) most = Math.max(most, Math.abs(a[k]! - b[k]!))
  return most
}

function expectEqualToCold(state: OpinionState, matrix: VoteMatrix): void {
  const warm = componentsOf(state)
  const cold = principalComponents(matrix, { count: 2 })
  const dense = denseComponents(matrix)
  const m = matrix.statements.length
  expect(warm.means).toEqual(cold.means)
  for (let k = 0; k < 2; k++) {
    expect(Math.abs(warm.singularValues[k]! / cold.singularValues[k]! - 1)).toBeLessThan(1e-9)
    expect(largestDifference(warm.loadings[k]!, cold.loadings[k]!)).toBeLessThan(1e-9)
    expect(Math.abs(warm.explained[k]! - cold.explained[k]!)).toBeLessThan(1e-9)
    const vector = dense.vectors.slice(k * m, (k + 1) * m)
    const turn = Math.sign(vector.reduce((sum, entry, l) => sum + entry * warm.loadings[k]![l]!, 0))
    expect(
      largestDifference(
        warm.loadings[k]!,
        vector.map((entry) => turn * entry),
      ),
    ).toBeLessThan(1e-9)
    expect(Math.abs(warm.singularValues[k]! ** 2 / dense.values[k]! - 1)).toBeLessThan(1e-9)
  }
  const voted = new Set(matrix.column).size
  const there = projectParticipants(matrix, cold, voted)
  const here = positionsOf(state)
  expect(largestDifference(here.x, there.x)).toBeLessThan(1e-9)
  expect(largestDifference(here.y, there.y)).toBeLessThan(1e-9)
  const one = projectionOf(state, 7)
  expect(Math.hypot(one.x - there.x[7]!, one.y - there.y[7]!)).toBeLessThan(1e-9)
}

describe('the incremental state', () => {
  test('equals a cold recompute to 1e-9 after every kind of change', () => {
    for (const seed of [1, 2]) {
      const random = seededRandom(seed)
      const { matrix } = plantVotes(setting, random)
      const log = new Log(matrix)
      const state = startOpinionState(matrix)
      expectEqualToCold(state, matrix)
      for (let change = 0; change < 120; change++) {
        if (random() < 0.1) log.people.push(`new ${addParticipant(state, `new ${change}`)}`)
        const i = Math.floor(random() * log.people.length)
        const j = Math.floor(random() * setting.statements)
        if (random() < 0.2) {
          removeVote(state, i, j)
          log.votes.delete(`${i} ${j}`)
        } else {
          const value = (Math.floor(random() * 3) - 1) as VoteValue
          applyVote(state, i, j, value)
          log.votes.set(`${i} ${j}`, { i, j, value })
        }
        // Often the map is asked for after one change, sometimes after many.
        if (random() < 0.5) componentsOf(state)
        if (change % 40 === 39) expectEqualToCold(state, log.matrix())
      }
      expect(state.votes).toBe(log.votes.size)
    }
  })

  test('grows from nothing', () => {
    const random = seededRandom(4)
    const { matrix } = plantVotes({ ...setting, participants: 25 }, random)
    const empty = buildVoteMatrix([], matrix.statements, {
      row: new Uint32Array(),
      column: new Uint16Array(),
      value: new Int8Array(),
    })
    const state = startOpinionState(empty)
    expect(componentsOf(state).singularValues).toEqual(Float64Array.of(0, 0))
    for (let i = 0; i < 25; i++) {
      addParticipant(state, matrix.participants[i]!)
      for (let v = matrix.rowStart[i]!; v < matrix.rowStart[i + 1]!; v++) {
        applyVote(state, i, matrix.column[v]!, matrix.value[v]! as VoteValue)
        componentsOf(state)
      }
    }
    expectEqualToCold(state, matrix)
  })

  test('has no direction when all vote alike, and one when votes differ in one way only', () => {
    const alike = buildVoteMatrix(['a', 'b'], ['x', 'y'], {
      row: Uint32Array.of(0, 0, 1, 1),
      column: Uint16Array.of(0, 1, 0, 1),
      value: Int8Array.of(1, -1, 1, -1),
    })
    const state = startOpinionState(alike)
    expect([...componentsOf(state).singularValues]).toEqual([0, 0])
    expect(projectionOf(state, 0)).toEqual({ x: 0, y: 0 })
    applyVote(state, 1, 0, -1)
    const { singularValues, loadings } = componentsOf(state)
    expect(singularValues[0]).toBeCloseTo(Math.SQRT2, 12)
    expect(singularValues[1]).toBe(0)
    expect([...loadings[0]!]).toEqual([1, 0])
  })

  test('a vote that is taken back leaves no trace', () => {
    const { matrix } = plantVotes(setting, seededRandom(6))
    const state = startOpinionState(matrix)
    const { gram } = startOpinionState(matrix)
    applyVote(state, 3, 29, 1)
    componentsOf(state)
    applyVote(state, 3, 29, matrix.column.slice(matrix.rowStart[3], matrix.rowStart[4]).includes(29) ? 1 : -1)
    componentsOf(state)
    for (let v = matrix.rowStart[3]!; v < matrix.rowStart[4]!; v++) {
      if (matrix.column[v] === 29) applyVote(state, 3, 29, matrix.value[v]! as VoteValue)
    }
    if (state.votes > matrix.column.length) removeVote(state, 3, 29)
    componentsOf(state)
    expect(state.gram).toEqual(gram)
  })

  test('refuses a vote of nobody or on nothing', () => {
    const state = startOpinionState(plantVotes(setting, seededRandom(7)).matrix)
    expect(() => applyVote(state, 120, 0, 1)).toThrow(RangeError)
    expect(() => applyVote(state, 0, 30, 1)).toThrow(RangeError)
  })
})
