import { seededRandom } from '../numbers/seeded-random.ts'
import type { VoteMatrix } from './vote-matrix.ts'

/**
 * What a short list can be held to, for anyone to recompute. "Approve" means an observed agree vote; the electorate is
 * everyone with at least one vote in the matrix.
 */
export interface SlateCertificate {
  electorate: number
  /** Share of the electorate who approve at least one statement of the list, 0 to 1; 1 when nobody has voted. */
  coverage: number
  /**
   * The largest number of people who approve one same left-out statement and nothing in the list, in units of electorate ÷
   * size. Below 1 is justified representation (Aziz et al. 2017).
   */
  largestUnrepresented: number
  /** Column of the statement that those people approve; −1 when nobody is left out. */
  unrepresentedStatement: number
}

export interface Slate extends SlateCertificate {
  /** Columns, in an order in which each adds the most to the ones before it. */
  columns: number[]
}

interface Approvals {
  electorate: number
  statements: number
  columnStart: Uint32Array
  row: Uint32Array
  /** Columns from the most to the least preferred when two serve equally well; does not depend on the order of rows. */
  preference: Int32Array
}

/** Whole weights instead of 1, ½, ⅓ …, so that sums are exact and do not depend on the order of people. */
const unit = 2 ** 30
/** Votes that may be looked at while improving the list; keeps the largest conversations within a second. */
const searchBudget = 150_000_000
/** Votes that may be looked at to try several starts; large conversations have no ties that would make one worth it. */
const startBudget = 4_000_000
const greedyAttempts = 24

function readApprovals(matrix: VoteMatrix): Approvals {
  const statements = matrix.statements.length
  const columnStart = new Uint32Array(statements + 1)
  const against = new Uint32Array(statements)
  for (let v = 0; v < matrix.column.length; v++) {
    if (matrix.value[v] === 1) columnStart[matrix.column[v]! + 1]!++
    else if (matrix.value[v] === -1) against[matrix.column[v]!]!++
  }
  for (let j = 0; j < statements; j++) columnStart[j + 1]! += columnStart[j]!
  const next = columnStart.slice()
  const row = new Uint32Array(columnStart[statements]!)
  let electorate = 0
  for (let i = 0; i < matrix.participants.length; i++) {
    if (matrix.rowStart[i] !== matrix.rowStart[i + 1]) electorate++
    for (let v = matrix.rowStart[i]!; v < matrix.rowStart[i + 1]!; v++) {
      if (matrix.value[v] === 1) row[next[matrix.column[v]!]!++] = i
    }
  }
  const approvers = (j: number) => columnStart[j + 1]! - columnStart[j]!
  const preference = Int32Array.from({ length: statements }, (_, j) => j)
    .filter((j) => approvers(j) > 0)
    .sort((a, b) => approvers(b) - approvers(a) || against[a]! - against[b]! || a - b)
  return { electorate, statements, columnStart, row, preference }
}

/** A list under construction: how many of its statements each person approves. */
class Draft {
  readonly columns: number[] = []
  readonly chosen: Uint8Array
  readonly approvedBy: Uint16Array
  covered = 0
  readonly votes: Approvals

  constructor(votes: Approvals, people: number) {
    this.votes = votes
    this.chosen = new Uint8Array(votes.statements)
    this.approvedBy = new Uint16Array(people)
  }

  add(column: number): void {
    this.columns.push(column)
    this.chosen[column] = 1
    for (let v = this.votes.columnStart[column]!; v < this.votes.columnStart[column + 1]!; v++) {
      if (this.approvedBy[this.votes.row[v]!]!++ === 0) this.covered++
    }
  }

  remove(column: number): void {
    this.columns.splice(this.columns.indexOf(column), 1)
    this.chosen[column] = 0
    for (let v = this.votes.columnStart[column]!; v < this.votes.columnStart[column + 1]!; v++) {
      if (--this.approvedBy[this.votes.row[v]!]! === 0) this.covered--
    }
  }

  /** Approvers of a statement who approve nothing in the list. */
  newlyCovered(column: number): number {
    let count = 0
    for (let v = this.votes.columnStart[column]!; v < this.votes.columnStart[column + 1]!; v++) {
      if (this.approvedBy[this.votes.row[v]!] === 0) count++
    }
    return count
  }

  /** What a statement would add to Σ (1 + ½ + … + 1/approved), the proportional approval score, in whole units. */
  gain(column: number, weight: Float64Array): number {
    let sum = 0
    for (let v = this.votes.columnStart[column]!; v < this.votes.columnStart[column + 1]!; v++) {
      sum += weight[this.approvedBy[this.votes.row[v]!]!]!
    }
    return sum
  }

  largestUnrepresented(): { people: number; column: number } {
    let people = 0
    let column = -1
    for (const j of this.votes.preference) {
      if (this.chosen[j] || this.votes.columnStart[j + 1]! - this.votes.columnStart[j]! <= people) continue
      const count = this.newlyCovered(j)
      if (count > people) [people, column] = [count, j]
    }
    return { people, column }
  }

  isJust(size: number): boolean {
    if ((this.votes.electorate - this.covered) * size < this.votes.electorate) return true
    return this.largestUnrepresented().people * size < this.votes.electorate
  }

  score(weight: Float64Array): number {
    let sum = 0
    for (const count of this.approvedBy) for (let k = 0; k < count; k++) sum += weight[k]!
    return sum
  }
}

function shuffled(columns: Int32Array, random: () => number): Int32Array {
  const order = columns.slice()
  for (let k = order.length - 1; k > 0; k--) {
    const other = Math.floor(random() * (k + 1))
    ;[order[k], order[other]] = [order[other]!, order[k]!]
  }
  return order
}

/**
 * Takes, seat by seat, the statement with the largest `worth`; ties go to what is first in `order`. What a statement is worth
 * never grows as the list does, so its last known worth is a bound, and most need not be counted again (Minoux 1978).
 */
function fill(draft: Draft, size: number, order: Int32Array, worth: (column: number) => number): void {
  if (draft.columns.length >= size) return
  const bound = Float64Array.from(order, (j) => (draft.chosen[j] ? 0 : worth(j)))
  const ranked = Uint32Array.from(order.keys())
  while (draft.columns.length < size) {
    ranked.sort((a, b) => bound[b]! - bound[a]! || a - b)
    let best = -1
    for (const place of ranked) {
      const most = best < 0 ? 0 : bound[best]!
      if (bound[place]! < most || bound[place] === 0) break
      bound[place] = draft.chosen[order[place]!] ? 0 : worth(order[place]!)
      if (bound[place]! > most || (bound[place] === most && best > place)) best = place
    }
    if (best < 0) return
    draft.add(order[best]!)
    bound[best] = 0
  }
}

/**
 * Swaps one statement at a time while that raises `worth` and keeps what is promised: at least `floor` people covered and
 * justified representation. `most` is what one approver can be worth, so that statements with too few need no counting.
 */
function improve(
  draft: Draft,
  size: number,
  floor: number,
  budget: number,
  most: number,
  worth: (column: number) => number,
): void {
  const { votes } = draft
  const passCost = Math.max(1, votes.row.length)
  let improved = true
  while (improved && budget > passCost * size) {
    improved = false
    for (const out of [...draft.columns]) {
      draft.remove(out)
      budget -= passCost
      const least = worth(out)
      const better: { column: number; value: number }[] = []
      for (const j of votes.preference) {
        if (draft.chosen[j] || j === out) continue
        // Preferred ones have the most approvers: all that follow have no more.
        if ((votes.columnStart[j + 1]! - votes.columnStart[j]!) * most <= least) break
        const value = worth(j)
        if (value > least && draft.covered + draft.newlyCovered(j) >= floor) better.push({ column: j, value })
      }
      better.sort((a, b) => b.value - a.value)
      let taken = out
      for (const { column } of better.slice(0, 8)) {
        draft.add(column)
        budget -= passCost
        if (draft.isJust(size)) {
          taken = column
          break
        }
        draft.remove(column)
      }
      if (taken === out) draft.add(out)
      else improved = true
    }
  }
}

/**
 * A short list in which every large enough group that agrees on something finds something of its own. Greedy cover gives
 * justified representation (Halpern et al. 2023); swaps then raise coverage and the proportional approval score (which
 * gives larger groups more than one statement) without ever giving the guarantee or coverage up. Statements that nobody
 * approves are never taken, so the list can be shorter than `size`.
 */
export function chooseSlate(matrix: VoteMatrix, size: number): Slate {
  const votes = readApprovals(matrix)
  const people = matrix.participants.length
  const weight = Float64Array.from({ length: size + 1 }, (_, k) => Math.round(unit / (k + 1)))

  const sequential = new Draft(votes, people)
  fill(sequential, size, votes.preference, (j) => sequential.gain(j, weight))
  const sequentialCovered = sequential.isJust(size) ? sequential.covered : 0

  // Greedy cover depends on how ties are broken, by several people in small conversations: try some ways, keep the widest.
  const random = seededRandom(votes.electorate)
  const attempts = Math.max(
    1,
    Math.min(greedyAttempts, Math.floor(startBudget / (votes.row.length * size + 1))),
  )
  let greedy = sequential
  let greedyCovered = 0
  for (let attempt = 0; attempt < attempts; attempt++) {
    const draft = new Draft(votes, people)
    const order = attempt === 0 ? votes.preference : shuffled(votes.preference, random)
    fill(draft, size, order, (j) => draft.newlyCovered(j))
    greedyCovered = Math.max(greedyCovered, draft.covered)
    fill(draft, size, order, (j) => draft.gain(j, weight))
    improve(draft, size, draft.covered, searchBudget / 4 / attempts, 1, (j) => draft.newlyCovered(j))
    if (attempt === 0 || draft.covered > greedy.covered) greedy = draft
  }
  const widest = Math.max(greedy.covered, sequentialCovered)
  // Half a hundredth of the people may be given up for a fairer share of the list, but never what either start reaches.
  const floor = Math.max(greedyCovered, sequentialCovered, widest - Math.floor(votes.electorate / 200))
  const drafts: Draft[] = []
  if (greedy.covered >= floor) drafts.push(greedy)
  if (sequentialCovered >= floor) drafts.push(sequential)
  for (const draft of drafts) {
    improve(draft, size, floor, searchBudget / 4, weight[0]!, (j) => draft.gain(j, weight))
  }
  const best = drafts.reduce((a, b) => (b.score(weight) > a.score(weight) ? b : a))

  const ordered = new Draft(votes, people)
  const inBest = best.chosen
  fill(ordered, best.columns.length, votes.preference, (j) => (inBest[j] ? ordered.gain(j, weight) : 0))
  return { columns: ordered.columns, ...certificate(ordered, size) }
}

function certificate(draft: Draft, size: number): SlateCertificate {
  const { electorate } = draft.votes
  const left = draft.largestUnrepresented()
  return {
    electorate,
    coverage: electorate === 0 ? 1 : draft.covered / electorate,
    largestUnrepresented: electorate === 0 ? 0 : (left.people * size) / electorate,
    unrepresentedStatement: left.column,
  }
}

/** Checks any list, ours or another: who is covered, and the largest group left with nothing. `size` sets the unit. */
export function certifySlate(
  matrix: VoteMatrix,
  columns: readonly number[],
  size = columns.length,
): SlateCertificate {
  const draft = new Draft(readApprovals(matrix), matrix.participants.length)
  for (const column of columns) draft.add(column)
  return certificate(draft, size)
}
