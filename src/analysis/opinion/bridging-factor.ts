import { principalComponents } from './principal-components.ts'
import { votesByStatement, type VoteMatrix } from './vote-matrix.ts'

/** A second opinion on what bridges, which needs no groups. By column of the matrix. */
export interface BridgingFactor {
  /** Overall mean of the ratings, 0 for disagree, ½ for a pass, 1 for agree. */
  mean: number
  /** What makes a statement liked beyond what its side explains: the bridging score; about −1 to 1. */
  intercept: Float64Array
  /** How much a statement belongs to one side of the main division; the entry of largest size is positive. */
  factor: Float64Array
}

const interceptPenalty = 0.15
const factorPenalty = 0.03

/**
 * Matrix factorisation with one factor: rating = mean + person + statement + person's side × statement's side, by
 * alternating least squares with ridge penalties (the published form of Community Notes; Wojcik et al. 2022; the idea:
 * Ovadya and Thorburn 2023). Agreement that the division explains goes to the factor, so that what is left in the
 * statement's intercept is liked on both sides. Starts at the first principal component, so it needs no chance.
 */
export function bridgingFactor(
  matrix: VoteMatrix,
  { sweeps = 60 }: { sweeps?: number } = {},
): BridgingFactor {
  const people = matrix.participants.length
  const statements = matrix.statements.length
  const votes = matrix.column.length
  const columns = votesByStatement(matrix)
  const intercept = new Float64Array(statements)
  const first = principalComponents(matrix, { count: 1 }).loadings[0]
  const factor = Float64Array.from(
    { length: statements },
    (_, j) => (first?.[j] ?? 0) * Math.sqrt(statements),
  )
  const personIntercept = new Float64Array(people)
  const personFactor = new Float64Array(people)
  let mean = 0
  if (votes === 0) return { mean, intercept, factor }
  let ratings = 0
  for (let v = 0; v < votes; v++) ratings += (matrix.value[v]! + 1) / 2
  mean = ratings / (votes * (1 + interceptPenalty))
  // Penalties are on means over people and over statements, the loss on the mean over votes.
  const byPeople = {
    intercept: (interceptPenalty * votes) / people,
    factor: (factorPenalty * votes) / people,
  }
  const byStatement = {
    intercept: (interceptPenalty * votes) / statements,
    factor: (factorPenalty * votes) / statements,
  }
  const ofPeople = { start: matrix.rowStart, other: matrix.column, value: matrix.value }
  const ofStatements = { start: columns.columnStart, other: columns.row, value: columns.value }
  for (let sweep = 0; sweep < sweeps; sweep++) {
    fitSide(ofPeople, mean, intercept, factor, personIntercept, personFactor, byPeople)
    const before = intercept.slice()
    fitSide(ofStatements, mean, personIntercept, personFactor, intercept, factor, byStatement)
    let rest = 0
    for (let i = 0; i < people; i++) {
      for (let v = matrix.rowStart[i]!; v < matrix.rowStart[i + 1]!; v++) {
        const j = matrix.column[v]!
        rest +=
          (matrix.value[v]! + 1) / 2 - personIntercept[i]! - intercept[j]! - personFactor[i]! * factor[j]!
      }
    }
    mean = rest / (votes * (1 + interceptPenalty))
    let moved = 0
    for (let j = 0; j < statements; j++) moved = Math.max(moved, Math.abs(intercept[j]! - before[j]!))
    if (moved < 1e-9) break
  }
  let most = 0
  for (const value of factor) if (Math.abs(value) > Math.abs(most)) most = value
  if (most < 0) for (let j = 0; j < statements; j++) factor[j] = -factor[j]!
  return { mean, intercept, factor }
}

interface Side {
  start: Uint32Array
  other: Uint16Array | Uint32Array
  value: Int8Array
}

/** Each row's intercept and factor, given those of the other side: a ridge regression with two unknowns. */
function fitSide(
  side: Side,
  mean: number,
  otherIntercept: Float64Array,
  otherFactor: Float64Array,
  intercept: Float64Array,
  factor: Float64Array,
  penalty: { intercept: number; factor: number },
): void {
  for (let r = 0; r < intercept.length; r++) {
    const from = side.start[r]!
    const to = side.start[r + 1]!
    let linear = 0
    let square = 0
    let sum = 0
    let cross = 0
    for (let v = from; v < to; v++) {
      const o = side.other[v]!
      const left = (side.value[v]! + 1) / 2 - mean - otherIntercept[o]!
      linear += otherFactor[o]!
      square += otherFactor[o]! ** 2
      sum += left
      cross += left * otherFactor[o]!
    }
    const a = to - from + penalty.intercept
    const b = square + penalty.factor
    const determinant = a * b - linear * linear
    intercept[r] = (b * sum - linear * cross) / determinant
    factor[r] = (a * cross - linear * sum) / determinant
  }
}
