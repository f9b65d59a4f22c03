import { describe, expect, test } from 'vitest'
import {
  conversationsAbsent,
  readSharedConversation,
  sharedConversations,
} from '../../../tests/support/shared-conversation.ts'
import { seededRandom } from '../numbers/seeded-random.ts'
import { certifySlate, chooseSlate } from './slate.ts'
import { buildVoteMatrix, keepStatements, type VoteMatrix } from './vote-matrix.ts'

/** Approval sets by person, read apart from the code under test; people without a vote are no electors. */
function ballots(matrix: VoteMatrix): Set<number>[] {
  return matrix.participants.flatMap((_, i) => {
    const approved = new Set<number>()
    for (let v = matrix.rowStart[i]!; v < matrix.rowStart[i + 1]!; v++) {
      if (matrix.value[v] === 1) approved.add(matrix.column[v]!)
    }
    return matrix.rowStart[i] === matrix.rowStart[i + 1] ? [] : [approved]
  })
}

/** The definition word for word: nobody's large enough group may agree on something and find nothing in the list. */
function check(matrix: VoteMatrix, list: readonly number[], size: number) {
  const electors = ballots(matrix)
  const without = electors.filter((approved) => !list.some((j) => approved.has(j)))
  const largest = Math.max(
    0,
    ...matrix.statements.map((_, j) => without.filter((approved) => approved.has(j)).length),
  )
  return {
    coverage: electors.length === 0 ? 1 : 1 - without.length / electors.length,
    largestUnrepresented: electors.length === 0 ? 0 : largest / (electors.length / size),
  }
}

/** Coverage of greedy cover with ties broken at random, the figure that the list is compared with. */
function greedyCoverage(matrix: VoteMatrix, size: number, random: () => number): number {
  const electors = ballots(matrix)
  let left = electors
  for (let seat = 0; seat < size; seat++) {
    const counts = matrix.statements.map((_, j) => left.filter((approved) => approved.has(j)).length)
    const most = Math.max(...counts)
    const best = counts.flatMap((count, j) => (count === most ? [j] : []))
    const taken = best[Math.floor(random() * best.length)]!
    left = left.filter((approved) => !approved.has(taken))
  }
  return electors.length === 0 ? 1 : 1 - left.length / electors.length
}

/** Coverage of sequential proportional approval voting. */
function sequentialCoverage(matrix: VoteMatrix, size: number): number {
  const electors = ballots(matrix)
  const list: number[] = []
  for (let seat = 0; seat < size; seat++) {
    const gain = (j: number) =>
      electors.reduce((sum, a) => sum + (a.has(j) ? 1 / (1 + list.filter((l) => a.has(l)).length) : 0), 0)
    const open = matrix.statements.map((_, j) => j).filter((j) => !list.includes(j))
    if (open.length > 0) list.push(open.reduce((best, j) => (gain(j) > gain(best) + 1e-12 ? j : best)))
  }
  return check(matrix, list, size).coverage
}

/** Camps of different size and taste, with missing votes: the hard case for fair lists. */
function randomConversation(random: () => number): VoteMatrix {
  const people = 5 + Math.floor(random() * 60)
  const statements = 3 + Math.floor(random() * 25)
  const camps = 1 + Math.floor(random() * 6)
  const taste = Array.from({ length: camps * statements }, () => random() ** 2)
  const density = 0.15 + 0.85 * random()
  const row: number[] = []
  const column: number[] = []
  const value: number[] = []
  for (let i = 0; i < people; i++) {
    const camp = Math.floor(camps * random() ** 2)
    for (let j = 0; j < statements; j++) {
      if (random() > density) continue
      row.push(i)
      column.push(j)
      value.push(random() < taste[camp * statements + j]! ? 1 : random() < 0.2 ? 0 : -1)
    }
  }
  return buildVoteMatrix(
    Array.from({ length: people }, (_, i) => `p${i}`),
    Array.from({ length: statements }, (_, j) => `s${j}`),
    { row: Uint32Array.from(row), column: Uint16Array.from(column), value: Int8Array.from(value) },
  )
}

describe('chooseSlate', () => {
  test('leaves no large enough group without a statement, and covers what greedy cover does, on 150 random conversations', () => {
    const random = seededRandom(20261121)
    for (let round = 0; round < 150; round++) {
      const matrix = randomConversation(random)
      const size = 1 + Math.floor(random() * 8)
      const slate = chooseSlate(matrix, size)
      const checked = check(matrix, slate.columns, size)
      expect(slate.columns.length).toBeLessThanOrEqual(size)
      expect(new Set(slate.columns).size).toBe(slate.columns.length)
      expect(checked.largestUnrepresented).toBeLessThan(1)
      expect(slate.largestUnrepresented).toBeCloseTo(checked.largestUnrepresented, 12)
      expect(slate.coverage).toBeCloseTo(checked.coverage, 12)
      expect(slate.coverage).toBeGreaterThanOrEqual(greedyCoverage(matrix, size, random) - 0.01)
      expect(slate.coverage).toBeGreaterThanOrEqual(sequentialCoverage(matrix, size) - 0.01)
    }
  })

  test.skipIf(conversationsAbsent !== '')(
    `keeps its promise on the shared conversations${conversationsAbsent}`,
    () => {
      for (const name of sharedConversations) {
        const { matrix, live } = readSharedConversation(name)
        const kept = keepStatements(matrix, live)
        for (const size of [3, 5, 10]) {
          const slate = chooseSlate(kept, size)
          const checked = check(kept, slate.columns, size)
          expect(slate.columns).toHaveLength(size)
          expect(checked.largestUnrepresented).toBeLessThan(1)
          expect(slate.largestUnrepresented).toBeCloseTo(checked.largestUnrepresented, 12)
          expect(checked.coverage).toBeGreaterThanOrEqual(greedyCoverage(kept, size, seededRandom(size)))
          expect(checked.coverage).toBeGreaterThanOrEqual(sequentialCoverage(kept, size))
        }
      }
    },
  )

  test('gives a camp of a fifth a statement of its own in a list of five, whatever the majority likes', () => {
    const rows: [number, number][] = []
    for (let i = 0; i < 80; i++) for (let j = 0; j < 8; j++) rows.push([i, j])
    for (let i = 80; i < 100; i++) rows.push([i, 8])
    const matrix = buildVoteMatrix(
      Array.from({ length: 100 }, (_, i) => `${i}`),
      Array.from({ length: 9 }, (_, j) => `${j}`),
      {
        row: Uint32Array.from(rows, ([i]) => i),
        column: Uint16Array.from(rows, ([, j]) => j),
        value: new Int8Array(rows.length).fill(1),
      },
    )
    const slate = chooseSlate(matrix, 5)
    expect(slate.columns).toContain(8)
    expect(slate).toMatchObject({
      electorate: 100,
      coverage: 1,
      largestUnrepresented: 0,
      unrepresentedStatement: -1,
    })
  })

  test('does not depend on the order of people', () => {
    const random = seededRandom(5)
    const matrix = randomConversation(random)
    const order = matrix.participants.map((_, i) => i).sort(() => random() - 0.5)
    const row = new Uint32Array(matrix.column.length)
    for (let i = 0; i < order.length; i++) row.fill(order[i]!, matrix.rowStart[i]!, matrix.rowStart[i + 1]!)
    const shuffled = buildVoteMatrix(matrix.participants, matrix.statements, { ...matrix, row })
    expect(chooseSlate(shuffled, 5)).toEqual(chooseSlate(matrix, 5))
  })

  test('leaves out statements that nobody approves, and answers for nobody', () => {
    const nobody = buildVoteMatrix([], ['a'], {
      row: new Uint32Array(),
      column: new Uint16Array(),
      value: new Int8Array(),
    })
    expect(chooseSlate(nobody, 3)).toEqual({
      columns: [],
      electorate: 0,
      coverage: 1,
      largestUnrepresented: 0,
      unrepresentedStatement: -1,
    })
  })
})

describe('certifySlate', () => {
  test('names the statement of the largest group that is left with nothing', () => {
    const matrix = buildVoteMatrix(['a', 'b', 'c', 'd'], ['x', 'y', 'z'], {
      row: Uint32Array.of(0, 1, 2, 3),
      column: Uint16Array.of(0, 1, 1, 2),
      value: Int8Array.of(1, 1, 1, -1),
    })
    expect(certifySlate(matrix, [0], 2)).toEqual({
      electorate: 4,
      coverage: 0.25,
      largestUnrepresented: 1,
      unrepresentedStatement: 1,
    })
  })
})
