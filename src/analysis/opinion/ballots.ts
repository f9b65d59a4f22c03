import type { OpinionInput } from './opinion-input.ts'
import { buildVoteMatrix, type VoteMatrix } from './vote-matrix.ts'

/**
 * Votes as the product hands them over: one short text per person, `number:value:second` of each vote in the order in which
 * they were cast, commas between. `:chance` follows where the statement was drawn for the person with that chance.
 */
export interface Ballots {
  statements: readonly { id: string; number: number; isMeta: boolean }[]
  voters: readonly string[]
  ballots: readonly string[]
}

/** How the votes came about, aligned with the columns of the matrix: the chance of each draw (0: chosen freely) and its turn. */
export interface Draws {
  probability: Float64Array
  step: Float64Array
}

/** Reads ballots into what the engine is told. Votes on statements that are not listed are left out. */
export function readBallots({ statements, voters, ballots }: Ballots): OpinionInput & { draws: Draws } {
  const columnOf = new Map(statements.map((statement, column) => [statement.number, column]))
  let most = 0
  for (const ballot of ballots) most += countVotes(ballot)
  const row = new Uint32Array(most)
  const column = new Uint16Array(most)
  const value = new Int8Array(most)
  const second = new Float64Array(most)
  const chance = new Float64Array(most)
  const turn = new Float64Array(most)
  let votes = 0
  for (const [i, ballot] of ballots.entries()) {
    if (ballot === '') continue
    let drawn = 0
    for (const vote of ballot.split(',')) {
      const [number, given, at, probability] = vote.split(':')
      const j = columnOf.get(Number(number))
      if (j === undefined) continue
      row[votes] = i
      column[votes] = j
      value[votes] = Number(given)
      second[votes] = Number(at) * 1000
      chance[votes] = Number(probability ?? 0)
      if (chance[votes]! > 0) turn[votes] = drawn++
      votes++
    }
  }
  const matrix = buildVoteMatrix(
    voters,
    statements.map((statement) => statement.id),
    { row: row.subarray(0, votes), column: column.subarray(0, votes), value: value.subarray(0, votes) },
  )
  const place = placesOf(matrix, row, column, votes)
  const aligned = (values: Float64Array) => {
    const moved = new Float64Array(votes)
    for (let v = 0; v < votes; v++) moved[place[v]!] = values[v]!
    return moved
  }
  return {
    matrix,
    modOut: Uint8Array.from(statements, (statement) => (statement.isMeta ? 1 : 0)),
    votedAt: aligned(second),
    deduplicated: 0,
    draws: { probability: aligned(chance), step: aligned(turn) },
  }
}

function countVotes(ballot: string): number {
  if (ballot === '') return 0
  let count = 1
  for (let i = ballot.indexOf(','); i >= 0; i = ballot.indexOf(',', i + 1)) count++
  return count
}

/** Where each vote stands in the matrix; votes of a person are together in both. */
function placesOf(
  { rowStart, column: sorted }: VoteMatrix,
  row: Uint32Array,
  column: Uint16Array,
  votes: number,
): Uint32Array {
  const places = new Uint32Array(votes)
  const byColumn = new Map<number, number>()
  let at = 0
  while (at < votes) {
    const person = row[at]!
    byColumn.clear()
    for (let v = rowStart[person]!; v < rowStart[person + 1]!; v++) byColumn.set(sorted[v]!, v)
    for (; at < votes && row[at] === person; at++) places[at] = byColumn.get(column[at]!)!
  }
  return places
}
