import type { VoteMatrix } from './vote-matrix.ts'

/** The votes that say yes or no: passes tell more about a person's habit of passing than about their side. */
export interface SidedVotes {
  rows: number
  columns: number
  rowStart: Uint32Array
  /** 2 × column, plus 1 when the vote agrees. */
  code: Uint16Array | Uint32Array
  /** Share of agreement by column, kept off 0 and 1. */
  agreement: Float64Array
}

export function sidedVotes(matrix: VoteMatrix): SidedVotes {
  const rows = matrix.participants.length
  const columns = matrix.statements.length
  let count = 0
  for (let v = 0; v < matrix.value.length; v++) count += matrix.value[v]! & 1
  const code = columns * 2 <= 65_536 ? new Uint16Array(count) : new Uint32Array(count)
  const rowStart = new Uint32Array(rows + 1)
  const tally = new Float64Array(columns * 2)
  const { column, value } = matrix
  let next = 0
  for (let i = 0; i < rows; i++) {
    const end = matrix.rowStart[i + 1]!
    for (let v = matrix.rowStart[i]!; v < end; v++) {
      const vote = value[v]!
      // A pass is written over by what follows: quicker than asking each vote whether it is one.
      code[next] = 2 * column[v]! + (vote === 1 ? 1 : 0)
      next += vote & 1
    }
    rowStart[i + 1] = next
  }
  for (let v = 0; v < count; v++) tally[code[v]!]!++
  const agreement = new Float64Array(columns)
  for (let j = 0; j < columns; j++) {
    agreement[j] = (tally[2 * j + 1]! + 0.5) / (tally[2 * j]! + tally[2 * j + 1]! + 1)
  }
  return { rows, columns, rowStart, code, agreement }
}

/** Only some rows, in the given order. The agreement by column is counted afresh. */
export function keepSidedRows(votes: SidedVotes, rows: ArrayLike<number>): SidedVotes {
  const rowStart = new Uint32Array(rows.length + 1)
  for (let r = 0; r < rows.length; r++) {
    rowStart[r + 1] = rowStart[r]! + votes.rowStart[rows[r]! + 1]! - votes.rowStart[rows[r]!]!
  }
  const count = rowStart[rows.length]!
  const code = votes.code instanceof Uint16Array ? new Uint16Array(count) : new Uint32Array(count)
  const tally = new Float64Array(votes.columns * 2)
  for (let r = 0; r < rows.length; r++) {
    code.set(votes.code.subarray(votes.rowStart[rows[r]!]!, votes.rowStart[rows[r]! + 1]!), rowStart[r]!)
  }
  for (let v = 0; v < count; v++) tally[code[v]!]!++
  const agreement = new Float64Array(votes.columns)
  for (let j = 0; j < votes.columns; j++) {
    agreement[j] = (tally[2 * j + 1]! + 0.5) / (tally[2 * j]! + tally[2 * j + 1]! + 1)
  }
  return { rows: rows.length, columns: votes.columns, rowStart, code, agreement }
}
