import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { byNumber, settleVotes } from './settle-votes.ts'
import { VoteLogReader } from './vote-log.ts'

type Row = readonly [time: number, statement: number, participant: number, vote: number]

function settle(rows: readonly Row[], listed?: readonly string[]) {
  const reader = new VoteLogReader()
  const lines = rows.map((row) => `${row.join(',')}\n`)
  reader.feed(new TextEncoder().encode(`timestamp,comment-id,voter-id,vote\n${lines.join('')}`))
  const reading = reader.finish()
  if (reading.outcome === 'faulty') throw new Error(JSON.stringify(reading.faults))
  return settleVotes(reading.log, listed ? { listed } : {})
}

function cells({ matrix, votedAt }: ReturnType<typeof settle>): Record<string, [number, number]> {
  const seen: Record<string, [number, number]> = {}
  for (let i = 0; i < matrix.participants.length; i++) {
    for (let v = matrix.rowStart[i]!; v < matrix.rowStart[i + 1]!; v++) {
      const id = `${matrix.participants[i]} ${matrix.statements[matrix.column[v]!]}`
      seen[id] = [matrix.value[v]!, votedAt![v]!]
    }
  }
  return seen
}

describe('settleVotes', () => {
  test('the latest vote counts, and of two at the same instant the one further down', () => {
    const settled = settle([
      [30, 1, 1, 1],
      [20, 1, 1, -1],
      [10, 2, 1, 1],
      [10, 2, 1, 0],
    ])
    expect(cells(settled)).toEqual({ '1 1': [1, 30], '1 2': [0, 10] })
    expect(settled.deduplicated).toBe(2)
    expect(settled.lastVoteAt).toBe(30)
  })

  test('people stand in the order of their first votes, also of superseded ones; statements by number', () => {
    const { matrix } = settle([
      [50, 10, 7, 1],
      [40, 9, 8, 1],
      [10, 9, 3, 1],
      [60, 9, 3, 0],
    ])
    expect(matrix.participants).toEqual(['3', '8', '7'])
    expect(matrix.statements).toEqual(['9', '10'])
  })

  test('statements that nobody voted on can be columns', () => {
    const { matrix } = settle([[1, 5, 1, 1]], ['11', '2'])
    expect(matrix.statements).toEqual(['2', '5', '11'])
    expect([...matrix.column]).toEqual([1])
  })

  test('nobody and nothing make an empty matrix', () => {
    const { matrix, deduplicated, lastVoteAt } = settle([])
    expect([...matrix.rowStart]).toEqual([0])
    expect({ deduplicated, lastVoteAt }).toEqual({ deduplicated: 0, lastVoteAt: null })
  })

  test('gives what a plain reading gives, with columns ascending in each row', () => {
    const row = fc.tuple(fc.nat(20), fc.nat(40), fc.nat(6), fc.constantFrom(-1, 0, 1))
    fc.assert(
      fc.property(fc.array(row, { maxLength: 200 }), (rows) => {
        const expected: Record<string, [number, number]> = {}
        for (const [time, statement, participant, vote] of rows) {
          const id = `${participant} ${statement}`
          if (time >= (expected[id]?.[1] ?? -1)) expected[id] = [vote, time]
        }
        const settled = settle(rows)
        expect(cells(settled)).toEqual(expected)
        expect(settled.deduplicated).toBe(rows.length - Object.keys(expected).length)
        const { rowStart, column } = settled.matrix
        for (let i = 0; i + 1 < rowStart.length; i++) {
          for (let v = rowStart[i]! + 1; v < rowStart[i + 1]!; v++) {
            expect(column[v]!).toBeGreaterThan(column[v - 1]!)
          }
        }
      }),
    )
  })
})

test('ids that are whole numbers stand by size, before all others', () => {
  expect(['b', '10', '9', 'a', '1e3'].sort(byNumber)).toEqual(['9', '10', '1e3', 'a', 'b'])
})
