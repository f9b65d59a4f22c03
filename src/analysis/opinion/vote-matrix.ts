/** One vote: 1 agree, −1 disagree, 0 pass. */
export type VoteValue = 1 | 0 | -1

/**
 * Who voted what, sparsely: rows are participants, columns are statements, and only votes that were given are stored
 * (compressed sparse rows). Within a row the columns ascend and each occurs once. At most 65,535 statements.
 */
export interface VoteMatrix {
  /** Ids by row. In compat mode the order is that of first votes, because the reference algorithm depends on it. */
  readonly participants: readonly string[]
  /** Ids by column. */
  readonly statements: readonly string[]
  /** Where each row's votes begin in `column` and `value`; one entry more than there are participants. */
  readonly rowStart: Uint32Array
  readonly column: Uint16Array
  /** 1 agree, −1 disagree, 0 pass. */
  readonly value: Int8Array
}

/** The same votes read statement by statement (compressed sparse columns); rows ascend within a column. */
export interface VotesByStatement {
  readonly columnStart: Uint32Array
  readonly row: Uint32Array
  readonly value: Int8Array
}

/** Votes as three parallel arrays, at most one per participant and statement, in any order. */
export interface VoteTriples {
  readonly row: Uint32Array
  readonly column: Uint16Array
  readonly value: Int8Array
}

/** Sorts votes into a matrix: two counting sorts, O(votes + participants + statements). */
export function buildVoteMatrix(
  participants: readonly string[],
  statements: readonly string[],
  votes: VoteTriples,
): VoteMatrix {
  const count = votes.row.length
  const columnStart = new Uint32Array(statements.length + 1)
  for (let v = 0; v < count; v++) columnStart[votes.column[v]! + 1]!++
  for (let j = 0; j < statements.length; j++) columnStart[j + 1]! += columnStart[j]!
  const byColumn = new Uint32Array(count)
  for (let v = 0; v < count; v++) byColumn[columnStart[votes.column[v]!]!++] = v

  const rowStart = new Uint32Array(participants.length + 1)
  for (let v = 0; v < count; v++) rowStart[votes.row[v]! + 1]!++
  for (let i = 0; i < participants.length; i++) rowStart[i + 1]! += rowStart[i]!
  const next = rowStart.slice()
  const column = new Uint16Array(count)
  const value = new Int8Array(count)
  for (let s = 0; s < count; s++) {
    const v = byColumn[s]!
    const place = next[votes.row[v]!]!++
    column[place] = votes.column[v]!
    value[place] = votes.value[v]!
  }
  return { participants, statements, rowStart, column, value }
}

/** The votes read the other way round. */
export function votesByStatement(matrix: VoteMatrix): VotesByStatement {
  const columnStart = new Uint32Array(matrix.statements.length + 1)
  for (let v = 0; v < matrix.column.length; v++) columnStart[matrix.column[v]! + 1]!++
  for (let j = 0; j < matrix.statements.length; j++) columnStart[j + 1]! += columnStart[j]!
  const next = columnStart.slice()
  const row = new Uint32Array(matrix.column.length)
  const value = new Int8Array(matrix.column.length)
  for (let i = 0; i < matrix.participants.length; i++) {
    for (let v = matrix.rowStart[i]!; v < matrix.rowStart[i + 1]!; v++) {
      const place = next[matrix.column[v]!]!++
      row[place] = i
      value[place] = matrix.value[v]!
    }
  }
  return { columnStart, row, value }
}

/** The matrix with only some statements (`columns`, ascending); participants keep their rows even when left without a vote. */
export function keepStatements(matrix: VoteMatrix, columns: ArrayLike<number>): VoteMatrix {
  const place = new Int32Array(matrix.statements.length).fill(-1)
  const statements: string[] = []
  for (let c = 0; c < columns.length; c++) {
    place[columns[c]!] = c
    statements.push(matrix.statements[columns[c]!]!)
  }
  let kept = 0
  for (let v = 0; v < matrix.column.length; v++) if (place[matrix.column[v]!]! >= 0) kept++
  const rowStart = new Uint32Array(matrix.rowStart.length)
  const column = new Uint16Array(kept)
  const value = new Int8Array(kept)
  let next = 0
  for (let i = 0; i < matrix.participants.length; i++) {
    for (let v = matrix.rowStart[i]!; v < matrix.rowStart[i + 1]!; v++) {
      const to = place[matrix.column[v]!]!
      if (to < 0) continue
      column[next] = to
      value[next++] = matrix.value[v]!
    }
    rowStart[i + 1] = next
  }
  return { participants: matrix.participants, statements, rowStart, column, value }
}

/** The matrix with only some participants, in the given order of rows. */
export function keepParticipants(matrix: VoteMatrix, rows: ArrayLike<number>): VoteMatrix {
  const rowStart = new Uint32Array(rows.length + 1)
  for (let r = 0; r < rows.length; r++) {
    rowStart[r + 1] = rowStart[r]! + matrix.rowStart[rows[r]! + 1]! - matrix.rowStart[rows[r]!]!
  }
  const column = new Uint16Array(rowStart[rows.length]!)
  const value = new Int8Array(rowStart[rows.length]!)
  const participants: string[] = []
  for (let r = 0; r < rows.length; r++) {
    const from = matrix.rowStart[rows[r]!]!
    const to = matrix.rowStart[rows[r]! + 1]!
    column.set(matrix.column.subarray(from, to), rowStart[r]!)
    value.set(matrix.value.subarray(from, to), rowStart[r]!)
    participants.push(matrix.participants[rows[r]!]!)
  }
  return { participants, statements: matrix.statements, rowStart, column, value }
}
