import type { VoteMatrix } from './vote-matrix.ts'
import { votesPerBlock } from './vote-block.ts'
import type { VoteLog } from './vote-log.ts'

export interface SettledVotes {
  /** People in the order of their first votes, statements in the order of their numbers. */
  matrix: VoteMatrix
  /** When each vote was cast, aligned with `matrix.column`; undefined unless it was wanted. */
  votedAt: Float64Array | undefined
  /** Superseded repeats that were left out. */
  deduplicated: number
  /** When the last vote was cast; null when there is none. */
  lastVoteAt: number | null
}

/**
 * Makes a matrix of a log: where a person voted on a statement more than once the latest vote counts, and of two at the same
 * instant the one further down. `listed` names statements that are to be columns though nobody may have voted on them.
 * Takes the log's blocks apart as it goes, so that both need not fit in memory whole.
 */
export function settleVotes(
  log: VoteLog,
  { listed = [], keepTimes = true }: { listed?: readonly string[]; keepTimes?: boolean } = {},
): SettledVotes {
  const { rowOf, lastVoteAt, isOrdered } = rowsByFirstVote(log)
  const participants = new Array<string>(log.participants.length)
  for (const [id, row] of rowOf.entries()) participants[row] = log.participants[id]!
  const statements = [...new Set([...log.statements, ...listed])].sort(byNumber)
  const place = new Map(statements.map((id, j) => [id, j]))
  const columnOf = Uint16Array.from(log.statements, (id) => place.get(id)!)

  // In a log that is in order the vote further down is the later one, and times need not be looked at.
  const logged = sortByRow(log, rowOf, columnOf, keepTimes || !isOrdered)
  const { matrix, votedAt, dropped } = settleRows(logged, participants, statements)
  return { matrix, votedAt: keepTimes ? votedAt : undefined, deduplicated: dropped, lastVoteAt }
}

/** Row of each participant: the order of first votes, of two at the same instant the one further up in the log. */
function rowsByFirstVote(log: VoteLog): {
  rowOf: Uint32Array
  lastVoteAt: number | null
  /** No vote is earlier than the one before it. */
  isOrdered: boolean
} {
  const people = log.participants.length
  const first = new Float64Array(people).fill(Infinity)
  const firstPlace = new Float64Array(people)
  let last = -Infinity
  let isOrdered = true
  for (const [b, block] of log.blocks.entries()) {
    const votes = votesIn(log, b)
    for (let place = 0; place < votes; place++) {
      const person = block.participant[place]!
      const time = block.timeAt(place)
      if (time >= last) last = time
      else isOrdered = false
      if (time < first[person]!) {
        first[person] = time
        firstPlace[person] = b * votesPerBlock + place
      }
    }
  }
  const order = Uint32Array.from({ length: people }, (_, id) => id).sort(
    (a, b) => first[a]! - first[b]! || firstPlace[a]! - firstPlace[b]!,
  )
  const rowOf = new Uint32Array(people)
  for (const [row, id] of order.entries()) rowOf[id] = row
  return { rowOf, lastVoteAt: last === -Infinity ? null : last, isOrdered }
}

function votesIn(log: VoteLog, block: number): number {
  return Math.min(votesPerBlock, log.votes - block * votesPerBlock)
}

interface LoggedRows {
  rowStart: Uint32Array
  column: Uint16Array
  value: Int8Array
  time: Float64Array | undefined
}

function sortByRow(log: VoteLog, rowOf: Uint32Array, columnOf: Uint16Array, withTimes: boolean): LoggedRows {
  const rowStart = new Uint32Array(rowOf.length + 1)
  for (const [b, block] of log.blocks.entries()) {
    const votes = votesIn(log, b)
    for (let v = 0; v < votes; v++) rowStart[rowOf[block.participant[v]!]! + 1]!++
  }
  for (let i = 0; i < rowOf.length; i++) rowStart[i + 1]! += rowStart[i]!
  const next = rowStart.slice()
  const column = new Uint16Array(log.votes)
  const value = new Int8Array(log.votes)
  const time = withTimes ? new Float64Array(log.votes) : undefined
  for (const [b, block] of log.blocks.entries()) {
    const votes = votesIn(log, b)
    for (let v = 0; v < votes; v++) {
      const to = next[rowOf[block.participant[v]!]!]!++
      column[to] = columnOf[block.statement[v]!]!
      value[to] = block.value[v]!
      if (time) time[to] = block.timeAt(v)
    }
    block.release()
  }
  log.blocks.length = 0
  return { rowStart, column, value, time }
}

/** Keeps the latest vote of each person on each statement and puts columns in ascending order, in place. */
function settleRows(
  logged: LoggedRows,
  participants: string[],
  statements: string[],
): { matrix: VoteMatrix; votedAt: Float64Array | undefined; dropped: number } {
  const { column, value, time } = logged
  const rowStart = new Uint32Array(participants.length + 1)
  // Where in the row the latest vote on each statement is; 0 when there is none so far.
  const latest = new Uint32Array(statements.length)
  const words = new Uint32Array((statements.length + 31) >>> 5)
  let write = 0
  let rowColumn = new Uint16Array(256)
  let rowValue = new Int8Array(256)
  let rowTime = new Float64Array(256)
  for (let i = 0; i < participants.length; i++) {
    const from = logged.rowStart[i]!
    const to = logged.rowStart[i + 1]!
    const size = to - from
    if (size > rowColumn.length) {
      rowColumn = new Uint16Array(size * 2)
      rowValue = new Int8Array(size * 2)
      rowTime = new Float64Array(size * 2)
    }
    let isAscending = true
    for (let v = from + 1; v < to && isAscending; v++) isAscending = column[v - 1]! < column[v]!
    if (isAscending) {
      if (write !== from) {
        column.copyWithin(write, from, to)
        value.copyWithin(write, from, to)
        time?.copyWithin(write, from, to)
      }
      write += size
      rowStart[i + 1] = write
      continue
    }
    for (let v = from; v < to; v++) {
      const j = column[v]!
      const before = latest[j]!
      if (before === 0) words[j >>> 5]! |= 1 << (j & 31)
      if (before === 0 || !time || time[v]! >= time[from + before - 1]!) latest[j] = v - from + 1
    }
    let kept = 0
    for (let w = 0; w < words.length; w++) {
      let bits = words[w]!
      if (bits === 0) continue
      words[w] = 0
      while (bits !== 0) {
        const bit = 31 - Math.clz32(bits & -bits)
        bits &= bits - 1
        const j = (w << 5) + bit
        const v = from + latest[j]! - 1
        latest[j] = 0
        rowColumn[kept] = j
        rowValue[kept] = value[v]!
        if (time) rowTime[kept] = time[v]!
        kept++
      }
    }
    for (let s = 0; s < kept; s++) {
      column[write] = rowColumn[s]!
      value[write] = rowValue[s]!
      if (time) time[write] = rowTime[s]!
      write++
    }
    rowStart[i + 1] = write
  }
  return {
    matrix: {
      participants,
      statements,
      rowStart,
      column: column.subarray(0, write),
      value: value.subarray(0, write),
    },
    votedAt: time?.subarray(0, write),
    dropped: column.length - write,
  }
}

/** Ids that are whole numbers come first, by size; others follow by their characters. */
export function byNumber(a: string, b: string): number {
  const isNumberA = /^\d{1,15}$/.test(a)
  const isNumberB = /^\d{1,15}$/.test(b)
  if (isNumberA && isNumberB) return Number(a) - Number(b) || (a < b ? -1 : a > b ? 1 : 0)
  if (isNumberA !== isNumberB) return isNumberA ? -1 : 1
  return a < b ? -1 : a > b ? 1 : 0
}
