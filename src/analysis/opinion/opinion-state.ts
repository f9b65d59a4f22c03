import { CoVotes } from './co-votes.ts'
import type { Components } from './principal-components.ts'
import type { VoteMatrix, VoteValue } from './vote-matrix.ts'

/** Above this many statements the tables of co-votes would take too much memory: 12 bytes × statements². */
export const mostIncrementalStatements = 3000

/**
 * A conversation that is kept ready: every count, co-vote and the directions of the map. A vote changes it in time
 * proportional to that person's votes (`applyVote`); the map after any number of votes (`componentsOf`) equals one made
 * afresh to 1e-9, at a cost that does not depend on the number of people.
 */
export class OpinionState {
  readonly statements: readonly string[]
  readonly participants: string[]
  /** Votes by person, in rows with room to grow; unordered within a row. */
  rowFrom: Uint32Array
  rowLength: Uint32Array
  rowRoom: Uint32Array
  /** 3 × column + value + 1 of each vote. */
  code: Uint16Array
  used: number
  votes = 0
  readonly seen: Float64Array
  readonly sum: Float64Array
  readonly squares: Float64Array
  readonly means: Float64Array
  readonly coVotes: CoVotes
  /** XᵀX, statements × statements. Rows and columns in `stale` wait for their next use. */
  readonly gram: Float64Array
  readonly stale = new Set<number>()
  /** Carried directions, each of unit length, and XᵀX times each. */
  directions: Float64Array[] = []
  images: Float64Array[] = []
  ticks = 0
  components: Components | null = null

  constructor(matrix: VoteMatrix) {
    const m = matrix.statements.length
    if (m > mostIncrementalStatements) {
      throw new RangeError(`At most ${mostIncrementalStatements} statements can be kept ready, not ${m}`)
    }
    const n = matrix.participants.length
    this.statements = matrix.statements
    this.participants = [...matrix.participants]
    this.rowFrom = matrix.rowStart.slice(0, Math.max(n, 1))
    this.rowLength = Uint32Array.from({ length: Math.max(n, 1) }, (_, i) => {
      return i < n ? matrix.rowStart[i + 1]! - matrix.rowStart[i]! : 0
    })
    this.rowRoom = this.rowLength.slice()
    this.code = Uint16Array.from(matrix.column, (column, v) => 3 * column + matrix.value[v]! + 1)
    this.used = this.code.length
    this.votes = this.used
    this.seen = new Float64Array(m)
    this.sum = new Float64Array(m)
    this.squares = new Float64Array(m)
    for (let v = 0; v < this.used; v++) {
      const j = matrix.column[v]!
      this.seen[j]!++
      this.sum[j]! += matrix.value[v]!
      this.squares[j]! += matrix.value[v]! ** 2
    }
    this.means = this.seen.map((seen, j) => (seen > 0 ? this.sum[j]! / seen : 0))
    this.coVotes = CoVotes.of(matrix)
    this.gram = new Float64Array(m * m)
    for (let j = 0; j < m; j++) this.coVotes.gramRow(j, this.means, this.gram.subarray(j * m, (j + 1) * m))
  }
}

/** The state of a conversation so far; costs one pass over everybody's pairs of votes. */
export function startOpinionState(matrix: VoteMatrix): OpinionState {
  return new OpinionState(matrix)
}

/** Adds a person without a vote; returns their row. */
export function addParticipant(state: OpinionState, id: string): number {
  const row = state.participants.length
  state.participants.push(id)
  if (row >= state.rowFrom.length) {
    const longer = (old: Uint32Array) => {
      const grown = new Uint32Array(Math.max(64, 2 * old.length))
      grown.set(old)
      return grown
    }
    state.rowFrom = longer(state.rowFrom)
    state.rowLength = longer(state.rowLength)
    state.rowRoom = longer(state.rowRoom)
  }
  return row
}

/** Counts a person's vote on a statement; an earlier one on the same statement is replaced. */
export function applyVote(state: OpinionState, row: number, column: number, value: VoteValue): void {
  if (row >= state.participants.length || column >= state.statements.length) {
    throw new RangeError(`There is no participant ${row} or no statement ${column}`)
  }
  const place = findVote(state, row, column)
  if (place >= 0) {
    const before = (state.code[place]! % 3) - 1
    if (before === value) return
    countVote(state, row, column, before, -1)
    state.code[place] = 3 * column + value + 1
  } else {
    makeRoom(state, row)
    const next = state.rowFrom[row]! + state.rowLength[row]!++
    state.code[next] = 3 * column + value + 1
    state.votes++
  }
  countVote(state, row, column, value, 1)
}

/** Takes a person's vote on a statement back; does nothing when there is none. */
export function removeVote(state: OpinionState, row: number, column: number): void {
  const place = findVote(state, row, column)
  if (place < 0) return
  countVote(state, row, column, (state.code[place]! % 3) - 1, -1)
  const last = state.rowFrom[row]! + --state.rowLength[row]!
  state.code[place] = state.code[last]!
  state.votes--
}

function findVote(state: OpinionState, row: number, column: number): number {
  const from = state.rowFrom[row]!
  for (let v = from; v < from + state.rowLength[row]!; v++) {
    if (Math.floor(state.code[v]! / 3) === column) return v
  }
  return -1
}

function makeRoom(state: OpinionState, row: number): void {
  const length = state.rowLength[row]!
  if (length < state.rowRoom[row]!) return
  const room = Math.max(8, 2 * length)
  if (state.used + room > state.code.length) {
    const capacity = Math.max(1024, Math.ceil(1.5 * (state.used + room)))
    const code = new Uint16Array(capacity)
    code.set(state.code)
    state.code = code
  }
  const from = state.rowFrom[row]!
  state.code.copyWithin(state.used, from, from + length)
  state.rowFrom[row] = state.used
  state.rowRoom[row] = room
  state.used += room
}

function countVote(state: OpinionState, row: number, column: number, value: number, by: 1 | -1): void {
  const from = state.rowFrom[row]!
  const votes = state.code.subarray(from, from + state.rowLength[row]!)
  state.coVotes.count(column, value, votes, by)
  state.seen[column]! += by
  state.sum[column]! += by * value
  state.squares[column]! += by * value * value
  state.stale.add(column)
  state.components = null
}
