import type { VoteMatrix } from './vote-matrix.ts'

/** An order of rows and columns that depends only on who voted what, never on names or on the order of arrival. */
export interface CanonicalOrder {
  /** The matrix in that order. */
  matrix: VoteMatrix
  /** Row of the given matrix at each place. */
  rows: Uint32Array
  /** Column of the given matrix at each place. */
  columns: Uint32Array
}

/** Rounds of refinement when statements cannot all be told apart, as in very small conversations. */
const mostRounds = 3

/**
 * Puts participants and statements into an order that any renaming or shuffling of the same votes would give too, so that
 * everything computed afterwards comes out the same to the last bit. Each row and column gets a fingerprint; the
 * fingerprints of the columns enter those of the rows and back (colour refinement, Weisfeiler and Leman 1968), until no two
 * columns are alike, or for a few rounds. What still ties then plays the same part in the conversation, so that its order
 * does not matter.
 */
export function canonicalOrder(matrix: VoteMatrix): CanonicalOrder {
  const rowMark = new Fingerprints(matrix.participants.length)
  const columnMark = new Fingerprints(matrix.statements.length)
  markRowsByCounts(matrix, rowMark)
  markColumns(matrix, rowMark, columnMark)
  markRows(matrix, rowMark, columnMark)
  for (let round = 2; round < mostRounds && !columnMark.areDistinct(); round++) {
    markColumns(matrix, rowMark, columnMark)
    markRows(matrix, rowMark, columnMark)
  }
  const rows = rowMark.order()
  const columns = columnMark.order()
  return { matrix: reorder(matrix, rows, columns), rows, columns }
}

/** At first all columns look alike: a row is known by how often it agrees, disagrees and passes. */
function markRowsByCounts({ rowStart, value }: VoteMatrix, rowMark: Fingerprints): void {
  for (let i = 0; i + 1 < rowStart.length; i++) {
    const from = rowStart[i]!
    const end = rowStart[i + 1]!
    let cast = 0
    let sum = 0
    for (let v = from; v < end; v++) {
      const vote = value[v]!
      cast += vote & 1
      sum += vote
    }
    rowMark.set(i, mix(cast) + 0x3c6ef372 * sum, mix(end - from) + 0x1b873593 * sum)
  }
}

function markRows({ rowStart, column, value }: VoteMatrix, rowMark: Fingerprints, columnMark: Fingerprints) {
  const { high: highs, low: lows } = columnMark
  for (let i = 0; i + 1 < rowStart.length; i++) {
    const end = rowStart[i + 1]!
    let high = 0
    let low = 0
    for (let v = rowStart[i]!; v < end; v++) {
      const place = 3 * column[v]! + value[v]! + 1
      high = (high + highs[place]!) | 0
      low = (low + lows[place]!) | 0
    }
    rowMark.set(i, high, low)
  }
}

function markColumns(
  { rowStart, column, value }: VoteMatrix,
  rowMark: Fingerprints,
  columnMark: Fingerprints,
): void {
  const { high: highs, low: lows } = rowMark
  const sumHigh = new Int32Array(columnMark.sumHigh.length)
  const sumLow = new Int32Array(sumHigh.length)
  for (let i = 0; i + 1 < rowStart.length; i++) {
    const end = rowStart[i + 1]!
    const base = 3 * i + 1
    for (let v = rowStart[i]!; v < end; v++) {
      const j = column[v]!
      const place = base + value[v]!
      sumHigh[j] = (sumHigh[j]! + highs[place]!) | 0
      sumLow[j] = (sumLow[j]! + lows[place]!) | 0
    }
  }
  for (let j = 0; j < sumHigh.length; j++) columnMark.set(j, sumHigh[j]!, sumLow[j]!)
}

/** Each row's columns are marked in a bit set and read off it in ascending order, so that nothing has to be compared. */
function reorder(matrix: VoteMatrix, rows: Uint32Array, columns: Uint32Array): VoteMatrix {
  const place = new Uint16Array(columns.length)
  for (let c = 0; c < columns.length; c++) place[columns[c]!] = c
  const words = new Uint32Array((columns.length >>> 5) + 1)
  // Which words have any bit: most rows of a wide matrix fill few of them.
  const filled = new Uint32Array((words.length >>> 5) + 1)
  const vote = new Int8Array(columns.length)
  const rowStart = new Uint32Array(rows.length + 1)
  const column = new Uint16Array(matrix.column.length)
  const value = new Int8Array(matrix.column.length)
  const { rowStart: givenStart, column: givenColumn, value: givenValue } = matrix
  let next = 0
  for (let r = 0; r < rows.length; r++) {
    const end = givenStart[rows[r]! + 1]!
    for (let v = givenStart[rows[r]!]!; v < end; v++) {
      const c = place[givenColumn[v]!]!
      vote[c] = givenValue[v]!
      words[c >>> 5]! |= 1 << (c & 31)
      filled[c >>> 10]! |= 1 << ((c >>> 5) & 31)
    }
    for (let f = 0; f < filled.length; f++) {
      for (let some = filled[f]!; some !== 0; some &= some - 1) {
        const w = 32 * f + 31 - Math.clz32(some & -some)
        for (let bits = words[w]!; bits !== 0; bits &= bits - 1) {
          const c = 32 * w + 31 - Math.clz32(bits & -bits)
          column[next] = c
          value[next++] = vote[c]!
        }
        words[w] = 0
      }
      filled[f] = 0
    }
    rowStart[r + 1] = next
  }
  const participants = new Array<string>(rows.length)
  for (let r = 0; r < rows.length; r++) participants[r] = matrix.participants[rows[r]!]!
  return {
    participants,
    statements: Array.from(columns, (j) => matrix.statements[j]!),
    rowStart,
    column,
    value,
  }
}

/**
 * 64-bit fingerprints as two words. A row's (or column's) fingerprint is a sum over its votes, so that order cannot matter;
 * each vote adds a number mixed from what was voted and from the fingerprint of the other side.
 */
class Fingerprints {
  /** What a vote adds to the other side's sum, at 3 × place + vote + 1. */
  readonly high: Int32Array
  readonly low: Int32Array
  readonly sumHigh: Int32Array
  readonly sumLow: Int32Array

  constructor(size: number) {
    this.high = new Int32Array(3 * size)
    this.low = new Int32Array(3 * size)
    this.sumHigh = new Int32Array(size)
    this.sumLow = new Int32Array(size)
  }

  set(at: number, high: number, low: number): void {
    this.sumHigh[at] = high
    this.sumLow[at] = low
    for (let vote = 0; vote < 3; vote++) {
      this.high[3 * at + vote] = mix(mix(high + 0x3c6ef372 * (vote + 1)) ^ low)
      this.low[3 * at + vote] = mix(mix(low + 0x1b873593 * (vote + 1)) ^ high)
    }
  }

  areDistinct(): boolean {
    const keys = this.keys().sort()
    for (let at = 1; at < keys.length; at++) if (keys[at] === keys[at - 1]) return false
    return true
  }

  /** Ascending; of equal ones the first given comes first. */
  order(): Uint32Array {
    const keys = this.keys()
    const sorted = keys.slice().sort()
    const order = new Uint32Array(keys.length)
    const taken = new Uint32Array(keys.length)
    for (let at = 0; at < keys.length; at++) {
      const key = keys[at]!
      let low = 0
      let high = sorted.length - 1
      while (low < high) {
        const middle = (low + high) >>> 1
        if (sorted[middle]! < key) low = middle + 1
        else high = middle
      }
      order[low + taken[low]!++] = at
    }
    return order
  }

  /** One sortable number per fingerprint: 32 bits of the one word and 21 of the other fit a double exactly. */
  private keys(): Float64Array {
    const { sumHigh, sumLow } = this
    const keys = new Float64Array(sumHigh.length)
    for (let at = 0; at < keys.length; at++) {
      keys[at] = (sumHigh[at]! >>> 0) * 2097152 + (sumLow[at]! >>> 11)
    }
    return keys
  }
}

/** Spreads the bits of a word (finalizer of MurmurHash3, Appleby 2011). */
function mix(word: number): number {
  let mixed = word | 0
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b)
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
  return mixed ^ (mixed >>> 16)
}
