import { votesByStatement, type VoteMatrix } from './vote-matrix.ts'

/** Two people are near duplicates when they share at least this many statements … */
const leastShared = 10
/** … voted the same on at least this share of them … */
const leastSame = 0.95
/** … and cast at least half of the shared votes within so many milliseconds of each other. */
const closeInTime = 10 * 60_000
/** Pairs of votes to look at; in a busier conversation only votes closer in time are compared. */
const pairBudget = 200_000_000
/** Clusters that chance alone would bring about more often than this are not reported. */
const chanceLevel = 0.05

/**
 * Groups of people whose votes are nearly the same and came close together in time, as rows in ascending order, larger
 * clusters first. Like minds also vote alike, so a cluster is reported only when independent voters with each statement's
 * own shares of agree, disagree and pass would not have produced it anywhere in the conversation (expected number below
 * .05). `votedAt` is aligned with `matrix.column`; without instants nobody can be told apart from a like mind: no clusters.
 */
export function findNearDuplicates(matrix: VoteMatrix, votedAt: Float64Array | undefined): number[][] {
  const people = matrix.participants.length
  if (!votedAt || people < 2) return []
  const { columnStart, row, value, at } = byStatementInTime(matrix, votedAt)
  const near = affordableWindow(columnStart, at)
  const link = Int32Array.from({ length: people }, (_, i) => i)
  const root = (i: number): number => {
    while (link[i] !== i) i = link[i] = link[link[i]!]!
    return i
  }

  // Where each of a person's votes stands in its statement's list, to look only at what came soon before or after.
  const place = new Uint32Array(matrix.column.length)
  const next = matrix.rowStart.slice()
  for (let j = 0; j < matrix.statements.length; j++) {
    for (let v = columnStart[j]!; v < columnStart[j + 1]!; v++) {
      // Columns ascend within a row, so each person's votes are met in their order.
      place[next[row[v]!]!++] = v
    }
  }
  const close = new Uint16Array(people)
  const touched: number[] = []
  for (let i = 0; i < people; i++) {
    const votes = matrix.rowStart[i + 1]! - matrix.rowStart[i]!
    if (votes < leastShared) continue
    for (let v = matrix.rowStart[i]!; v < matrix.rowStart[i + 1]!; v++) {
      const own = place[v]!
      const j = matrix.column[v]!
      const meet = (other: number) => {
        const k = row[other]!
        if (k > i && value[other] === value[own] && close[k]!++ === 0) touched.push(k)
      }
      for (let o = own - 1; o >= columnStart[j]! && at[own]! - at[o]! <= near; o--) meet(o)
      for (let o = own + 1; o < columnStart[j + 1]! && at[o]! - at[own]! <= near; o++) meet(o)
    }
    for (const k of touched) {
      const together = close[k]!
      close[k] = 0
      if (together < leastShared / 2 - 1 || root(i) === root(k)) continue
      const { shared, same } = compare(matrix, i, k)
      if (shared >= leastShared && same >= leastSame * shared && together >= shared * leastSame * 0.5) {
        link[root(k)] = root(i)
      }
    }
    touched.length = 0
  }

  const clusters = new Map<number, number[]>()
  for (let i = 0; i < people; i++) {
    const cluster = clusters.get(root(i))
    if (cluster) cluster.push(i)
    else clusters.set(root(i), [i])
  }
  const rates = matchRates(matrix)
  return [...clusters.values()]
    .filter((rows) => rows.length > 1 && isBeyondChance(matrix, rows, rates))
    .sort((a, b) => b.length - a.length || a[0]! - b[0]!)
}

/** Each statement's votes in the order of time. */
function byStatementInTime(matrix: VoteMatrix, votedAt: Float64Array) {
  const { columnStart, row, value } = votesByStatement(matrix)
  const at = new Float64Array(row.length)
  const next = columnStart.slice()
  for (let v = 0; v < matrix.column.length; v++) at[next[matrix.column[v]!]!++] = votedAt[v]!
  for (let j = 0; j < matrix.statements.length; j++) {
    const from = columnStart[j]!
    const to = columnStart[j + 1]!
    const order = Uint32Array.from({ length: to - from }, (_, k) => from + k).sort(
      (a, b) => at[a]! - at[b]! || a - b,
    )
    const rows = Uint32Array.from(order, (v) => row[v]!)
    const values = Int8Array.from(order, (v) => value[v]!)
    const times = Float64Array.from(order, (v) => at[v]!)
    row.set(rows, from)
    value.set(values, from)
    at.set(times, from)
  }
  return { columnStart, row, value, at }
}

/** The widest window up to ten minutes whose pairs of votes can be looked at within the budget. */
function affordableWindow(columnStart: Uint32Array, at: Float64Array): number {
  for (let near = closeInTime; near > 1; near /= 2) {
    let pairs = 0
    for (let j = 0; j + 1 < columnStart.length; j++) {
      let first = columnStart[j]!
      for (let v = first; v < columnStart[j + 1]!; v++) {
        while (at[v]! - at[first]! > near) first++
        pairs += v - first
      }
    }
    if (pairs * 2 <= pairBudget) return near
  }
  return 0
}

function compare(matrix: VoteMatrix, i: number, k: number): { shared: number; same: number } {
  const { column, value, rowStart } = matrix
  let shared = 0
  let same = 0
  let a = rowStart[i]!
  let b = rowStart[k]!
  while (a < rowStart[i + 1]! && b < rowStart[k + 1]!) {
    const difference = column[a]! - column[b]!
    if (difference === 0) {
      shared++
      if (value[a] === value[b]) same++
    }
    if (difference <= 0) a++
    if (difference >= 0) b++
  }
  return { shared, same }
}

/** Probability that another voter gives the vote 1, 0 or −1 (at 3 × column + vote + 1), drawn a little toward a third each. */
function matchRates(matrix: VoteMatrix): Float64Array {
  const tally = new Float64Array(3 * matrix.statements.length)
  for (let v = 0; v < matrix.column.length; v++) tally[3 * matrix.column[v]! + matrix.value[v]! + 1]!++
  return tally.map((count, c) => {
    const first = c - (c % 3)
    return (count + 1) / (tally[first]! + tally[first + 1]! + tally[first + 2]! + 3)
  })
}

/** Whether fewer than .05 such clusters are to be expected: people choose the size, times the chance that all follow one. */
function isBeyondChance(matrix: VoteMatrix, rows: readonly number[], rates: Float64Array): boolean {
  let expected = 0
  for (let member = 0; member < rows.length; member++) {
    expected += Math.log((matrix.participants.length - member) / (member + 1))
  }
  let leader = rows[0]!
  const votes = (i: number) => matrix.rowStart[i + 1]! - matrix.rowStart[i]!
  for (const i of rows) if (votes(i) > votes(leader)) leader = i
  for (const i of rows) {
    if (i === leader) continue
    let a = matrix.rowStart[leader]!
    for (let b = matrix.rowStart[i]!; b < matrix.rowStart[i + 1]!; b++) {
      while (a < matrix.rowStart[leader + 1]! && matrix.column[a]! < matrix.column[b]!) a++
      if (a < matrix.rowStart[leader + 1]! && matrix.column[a] === matrix.column[b]) {
        const rate = rates[3 * matrix.column[b]! + matrix.value[b]! + 1]!
        // A vote that differs from the leader's speaks against a copy.
        expected += matrix.value[a] === matrix.value[b] ? Math.log(rate) : -Math.log(rate)
      }
    }
  }
  return expected < Math.log(chanceLevel)
}

/** By row: 1 for everybody except that of each cluster only the first stays. */
export function keepOneOfEach(clusters: readonly (readonly number[])[], people: number): Uint8Array {
  const keep = new Uint8Array(people).fill(1)
  for (const rows of clusters) for (const i of rows.slice(1)) keep[i] = 0
  return keep
}
