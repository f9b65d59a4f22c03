import { describe, expect, test } from 'vitest'
import { plantVotes } from '../../../tests/support/planted-votes.ts'
import { seededRandom } from '../numbers/seeded-random.ts'
import { countOpinions, type CountTask } from './opinion.thread.ts'

const { matrix } = plantVotes(
  { name: 'small', participants: 60, statements: 12, votes: 8, groups: 2, separation: 2, informative: 0.5 },
  seededRandom(8),
)

/** The task of the planted votes; `chance` says with which chance the vote on a column was drawn. */
function task(chance?: (column: number) => number, changes: Partial<CountTask> = {}): CountTask {
  const ballots = matrix.participants.map((_, i) => {
    const votes: string[] = []
    for (let v = matrix.rowStart[i]!; v < matrix.rowStart[i + 1]!; v++) {
      const drawn = chance ? `:${chance(matrix.column[v]!)}` : ''
      votes.push(`${matrix.column[v]! + 1}:${matrix.value[v]}:${1_700_000_000 + i * 60 + v}${drawn}`)
    }
    return votes.join(',')
  })
  const statements = matrix.statements.map((id, j) => ({ id, number: j + 1, isMeta: false }))
  return {
    statements,
    voters: matrix.participants,
    ballots,
    kind: 'quick',
    previous: null,
    wantsRouting: false,
    ...changes,
  }
}

describe('a count', () => {
  test('that is quick leaves the tests and the routing for later', () => {
    const { document, routing } = countOpinions(task())
    expect(document.participants).toBe(60)
    expect(document.null_test).toBeNull()
    expect(routing).toBeNull()
  })

  test('that is full tests the groups, fits the routing, and says what could have tilted it', () => {
    const { document, routing } = countOpinions(task(undefined, { kind: 'full', wantsRouting: true }))
    expect(document.null_test).not.toBeNull()
    expect(Object.keys(document.manipulation!.voters_to_change)).toHaveLength(12)
    expect(routing!.statements).toEqual([...matrix.statements])
    expect(routing!.model.participants).toBe(60)
  })

  test('leaves statements about the person out of the map and out of what is asked for its sake', () => {
    const statements = task().statements.map((statement) => ({
      ...statement,
      isMeta: statement.number === 3,
    }))
    const { document, routing } = countOpinions(task(undefined, { statements, wantsRouting: true }))
    expect(document.statement_stats[matrix.statements[2]!]).toBeUndefined()
    expect(routing!.statements).not.toContain(matrix.statements[2])
  })

  test('knows no corrected shares where nothing was drawn, and shares between 0 and 1 where it was', () => {
    expect(countOpinions(task()).evenAgreement).toEqual({})
    const shares = Object.values(countOpinions(task((column) => (column < 6 ? 0.5 : 0.1))).evenAgreement)
    expect(shares).toHaveLength(12)
    expect(shares.every((share) => share >= 0 && share <= 1)).toBe(true)
  })
})
