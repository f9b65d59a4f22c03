import type { VoteMatrix, VoteValue } from '../../src/analysis/opinion/vote-matrix.ts'
import { buildVoteMatrix } from '../../src/analysis/opinion/vote-matrix.ts'

/** A made-up conversation whose groups are known: how many people and statements, and how far the groups differ. */
export interface PlantedSetting {
  name: string
  participants: number
  statements: number
  /** Typical number of votes per participant. */
  votes: number
  groups: number
  /** Standard deviation of a group's shift on an informative statement, in log-odds. */
  separation: number
  /** Share of the statements on which the groups differ at all. */
  informative: number
}

/** The six settings of the planted test, from small and faint to strong. */
export const plantedSettings: readonly PlantedSetting[] = [
  setting(150, 60, 25, 2, 1.2, 0.5),
  setting(300, 80, 25, 3, 1.5, 0.5),
  setting(500, 100, 30, 3, 1.2, 0.5),
  setting(1000, 200, 40, 3, 1, 0.4),
  setting(1000, 200, 40, 4, 1.2, 0.4),
  setting(500, 60, 40, 3, 2, 0.6),
]

export interface PlantedVotes {
  matrix: VoteMatrix
  /** The planted group of each participant. */
  group: Int32Array
}

/**
 * Votes of people in known groups: each statement has a base and, on informative ones, a shift per group; each person has
 * a shift and a habit of passing of their own, and sees a random part of the statements.
 */
export function plantVotes(setting: PlantedSetting, random: () => number): PlantedVotes {
  const { participants: n, statements: m, groups, separation, informative } = setting
  const share = groups <= 3 ? [0.5, 0.3, 0.2].slice(0, groups) : new Array<number>(groups).fill(1)
  const total = share.reduce((sum, part) => sum + part, 0)
  const effect = new Float64Array(groups * m)
  for (let j = 0; j < m; j++) {
    const base = 0.3 + 0.7 * normal(random)
    const differs = random() < informative
    let mean = 0
    for (let g = 0; g < groups; g++) {
      const shift = differs ? separation * normal(random) : 0
      effect[g * m + j] = shift
      mean += (shift * share[g]!) / total
    }
    for (let g = 0; g < groups; g++) effect[g * m + j]! += base - mean
  }

  const row: number[] = []
  const column: number[] = []
  const value: VoteValue[] = []
  const group = new Int32Array(n)
  const order = Uint16Array.from({ length: m }, (_, j) => j)
  for (let i = 0; i < n; i++) {
    group[i] = drawShare(share, total, random)
    const shift = 0.4 * normal(random)
    const passRate = 1 - random() ** (1 / 8)
    const wanted = Math.round(Math.exp(Math.log(setting.votes) - 0.3 + 0.75 * normal(random)))
    const count = Math.max(3, Math.min(m, wanted))
    for (let t = 0; t < count; t++) {
      const pick = t + Math.floor(random() * (m - t))
      const j = order[pick]!
      order[pick] = order[t]!
      order[t] = j
      row.push(i)
      column.push(j)
      const agrees = 1 / (1 + Math.exp(-(effect[group[i]! * m + j]! + shift)))
      value.push(random() < passRate ? 0 : random() < agrees ? 1 : -1)
    }
  }
  const matrix = buildVoteMatrix(
    Array.from({ length: n }, (_, i) => `p${i}`),
    Array.from({ length: m }, (_, j) => `s${j}`),
    { row: Uint32Array.from(row), column: Uint16Array.from(column), value: Int8Array.from(value) },
  )
  return { matrix, group }
}

/** Shuffles every statement's votes among its own voters: margins and who saw what stay, all structure goes. */
export function shuffleWithinStatements(matrix: VoteMatrix, random: () => number): VoteMatrix {
  const places: number[][] = matrix.statements.map(() => [])
  for (let v = 0; v < matrix.column.length; v++) places[matrix.column[v]!]!.push(v)
  const value = matrix.value.slice()
  for (const place of places) {
    for (let t = place.length - 1; t > 0; t--) {
      const other = place[Math.floor(random() * (t + 1))]!
      const kept = value[place[t]!]!
      value[place[t]!] = value[other]!
      value[other] = kept
    }
  }
  return { ...matrix, value }
}

/** The same votes with participants and statements in another order and under other names. */
export function renameAndReorder(
  matrix: VoteMatrix,
  random: () => number,
): { matrix: VoteMatrix; rowOf: Uint32Array } {
  const rowOf = shuffledOrder(matrix.participants.length, random)
  const columnOf = shuffledOrder(matrix.statements.length, random)
  const votes = matrix.column.length
  const row = new Uint32Array(votes)
  const column = new Uint16Array(votes)
  for (let i = 0; i < matrix.participants.length; i++) {
    for (let v = matrix.rowStart[i]!; v < matrix.rowStart[i + 1]!; v++) {
      row[v] = rowOf[i]!
      column[v] = columnOf[matrix.column[v]!]!
    }
  }
  const names = (count: number) => Array.from({ length: count }, () => `n${Math.floor(random() * 1e12)}`)
  return {
    matrix: buildVoteMatrix(names(matrix.participants.length), names(matrix.statements.length), {
      row,
      column,
      value: matrix.value,
    }),
    rowOf,
  }
}

/** How alike two partitions are, 1 for the same and about 0 for chance (Hubert and Arabie 1985); entries below 0 are left out. */
export function adjustedRandIndex(first: ArrayLike<number>, second: ArrayLike<number>): number {
  const cells = new Map<string, number>()
  const rows = new Map<number, number>()
  const columns = new Map<number, number>()
  let count = 0
  for (let i = 0; i < first.length; i++) {
    const a = first[i]!
    const b = second[i]!
    if (a < 0 || b < 0) continue
    count++
    cells.set(`${a} ${b}`, (cells.get(`${a} ${b}`) ?? 0) + 1)
    rows.set(a, (rows.get(a) ?? 0) + 1)
    columns.set(b, (columns.get(b) ?? 0) + 1)
  }
  const pairs = (sizes: Map<unknown, number>) =>
    [...sizes.values()].reduce((sum, size) => sum + (size * (size - 1)) / 2, 0)
  const together = pairs(cells)
  const expected = count < 2 ? 0 : (pairs(rows) * pairs(columns)) / ((count * (count - 1)) / 2)
  const most = (pairs(rows) + pairs(columns)) / 2
  return most === expected ? 1 : (together - expected) / (most - expected)
}

function setting(
  participants: number,
  statements: number,
  votes: number,
  groups: number,
  separation: number,
  informative: number,
): PlantedSetting {
  const name = `${participants} × ${statements}, ${groups} groups, separation ${separation}`
  return { name, participants, statements, votes, groups, separation, informative }
}

/** A standard normal draw (Box and Muller 1958). */
function normal(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
}

function drawShare(share: readonly number[], total: number, random: () => number): number {
  let left = random() * total
  for (let g = 0; g < share.length - 1; g++) {
    left -= share[g]!
    if (left < 0) return g
  }
  return share.length - 1
}

function shuffledOrder(count: number, random: () => number): Uint32Array {
  const order = Uint32Array.from({ length: count }, (_, at) => at)
  for (let t = count - 1; t > 0; t--) {
    const other = Math.floor(random() * (t + 1))
    const kept = order[t]!
    order[t] = order[other]!
    order[other] = kept
  }
  return order
}
