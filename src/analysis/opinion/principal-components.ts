import { seededRandom } from '../numbers/seeded-random.ts'
import { type TridiagonalEigen, tridiagonalEigen } from './tridiagonal-eigen.ts'
import type { VoteMatrix } from './vote-matrix.ts'

/** The directions in which votes differ most. Everything is by column of the matrix. */
export interface Components {
  /** Mean vote of each statement among those who voted on it; 0 when nobody did. */
  means: Float64Array
  /** One unit vector per component, strongest first; its entry of largest size is positive. All 0 when there is no such component. */
  loadings: Float64Array[]
  singularValues: Float64Array
  /** Each component's share of the variance of the votes, missing ones being put at the mean; 0 when votes do not vary. */
  explained: Float64Array
}

/**
 * Principal components of the votes, a missing vote standing at its statement's mean. Centring then makes missing votes
 * exactly 0, so these are the right singular vectors of a sparse matrix and no dense one is needed. Lanczos iteration on XᵀX
 * with full reorthogonalisation from a fixed start, ended by its own residuals: vectors to about 1e-11 of the gap to their
 * neighbours, singular values to rounding. The same votes give the same bits.
 *
 * `zeroed` marks columns whose votes count as 0 for everybody. A `rough` result is good for a first look: vectors to about
 * 1e-9 in angle, in two thirds of the steps. For permuted votes pass `{ ...matrix, value: permuted }`.
 */
export function principalComponents(
  matrix: VoteMatrix,
  { count, zeroed, rough = false }: { count: number; zeroed?: Uint8Array; rough?: boolean },
): Components {
  const votes = centerVotes(matrix, zeroed)
  const pairs = leadingEigenpairs(votes, count, { ofGap: rough ? 2e-5 : 1e-11, ofLargest: 1e-15 })
  return {
    means: votes.means,
    loadings: pairs.vectors,
    singularValues: pairs.values.map((value) => Math.sqrt(value)),
    explained: pairs.values.map((value) => (votes.squares > 0 ? value / votes.squares : 0)),
  }
}

/**
 * Only the largest singular values, in descending order and to about `tolerance` (relative), for comparisons that need many
 * of them, such as a test against permuted votes.
 */
export function largestSingularValues(
  matrix: VoteMatrix,
  { count, tolerance, zeroed }: { count: number; tolerance: number; zeroed?: Uint8Array },
): Float64Array {
  const votes = centerVotes(matrix, zeroed)
  // A Ritz value errs by no more than its residual; a singular value by half of that, relatively.
  const pairs = leadingEigenpairs(votes, count, { ofGap: 0, ofLargest: tolerance })
  return pairs.values.map((value) => Math.sqrt(value))
}

/** The largest singular value to about `tolerance` (relative). */
export function largestSingularValue(matrix: VoteMatrix, tolerance: number): number {
  return largestSingularValues(matrix, { count: 1, tolerance })[0]!
}

/** The centred votes, as what one needs to multiply by them. */
interface CenteredVotes {
  means: Float64Array
  rowStart: Uint32Array
  /** 3 × column + value + 1: which of the three possible entries of its column each vote is. */
  code: Uint16Array | Uint32Array
  /** The centred value of each possible entry, at its code. */
  entry: Float64Array
  /** Sum of all squared entries. */
  squares: number
}

function centerVotes(
  { rowStart, column, value, statements }: VoteMatrix,
  zeroed?: Uint8Array,
): CenteredVotes {
  const columns = statements.length
  const count = column.length
  const code = columns * 3 <= 65_536 ? new Uint16Array(count) : new Uint32Array(count)
  const tally = new Uint32Array(columns * 3)
  for (let v = 0; v < count; v++) {
    const c = 3 * column[v]! + value[v]! + 1
    code[v] = c
    tally[c]!++
  }
  const means = new Float64Array(columns)
  const entry = new Float64Array(columns * 3)
  let squares = 0
  for (let j = 0; j < columns; j++) {
    const seen = tally[3 * j]! + tally[3 * j + 1]! + tally[3 * j + 2]!
    if (seen === 0 || zeroed?.[j]) continue
    const mean = (tally[3 * j + 2]! - tally[3 * j]!) / seen
    means[j] = mean
    for (let v = -1; v <= 1; v++) {
      entry[3 * j + v + 1] = v - mean
      squares += tally[3 * j + v + 1]! * (v - mean) ** 2
    }
  }
  return { means, rowStart, code, entry, squares }
}

/** XᵀX times a vector: one pass over the votes, forth and back row by row. */
function multiplyByGram(
  { rowStart, code, entry }: CenteredVotes,
  vector: Float64Array,
  table: Float64Array,
  gathered: Float64Array,
  product: Float64Array,
): void {
  const columns = vector.length
  for (let c = 0, j = 0; j < columns; j++) {
    const weight = vector[j]!
    table[c] = entry[c]! * weight
    c++
    table[c] = entry[c]! * weight
    c++
    table[c] = entry[c]! * weight
    c++
  }
  gathered.fill(0)
  const rows = rowStart.length - 1
  let from = 0
  for (let i = 0; i < rows; i++) {
    const to = rowStart[i + 1]!
    // Several sums side by side: one addition need not wait for the last.
    let sum0 = 0
    let sum1 = 0
    let sum2 = 0
    let sum3 = 0
    let v = from
    for (; v + 3 < to; v += 4) {
      sum0 += table[code[v]!]!
      sum1 += table[code[v + 1]!]!
      sum2 += table[code[v + 2]!]!
      sum3 += table[code[v + 3]!]!
    }
    for (; v < to; v++) sum0 += table[code[v]!]!
    const score = sum0 + sum1 + (sum2 + sum3)
    for (v = from; v < to; v++) gathered[code[v]!]! += score
    from = to
  }
  for (let j = 0; j < columns; j++) {
    const c = 3 * j
    product[j] =
      gathered[c]! * entry[c]! + gathered[c + 1]! * entry[c + 1]! + gathered[c + 2]! * entry[c + 2]!
  }
}

interface Accuracy {
  /** Largest residual of a vector, as a part of the distance to the neighbouring eigenvalues (0: does not matter). */
  ofGap: number
  /** Residuals below this part of the largest eigenvalue are always small enough. */
  ofLargest: number
}

/** Fixed for good: results must be the same on every run. It never matters which, only that it favours no direction. */
const startSeed = 20_260

function leadingEigenpairs(
  votes: CenteredVotes,
  count: number,
  accuracy: Accuracy,
): { values: Float64Array; vectors: Float64Array[] } {
  const columns = votes.means.length
  const values = new Float64Array(count)
  const vectors = Array.from({ length: count }, () => new Float64Array(columns))
  if (votes.squares === 0) return { values, vectors }

  const random = seededRandom(startSeed)
  const table = new Float64Array(columns * 3)
  const gathered = new Float64Array(columns * 3)
  const alpha: number[] = []
  const beta: number[] = []
  const basis: Float64Array[] = [freshDirection(votes, [], random)!]
  let startedAgain = false
  for (;;) {
    const last = basis[basis.length - 1]!
    const product = new Float64Array(columns)
    multiplyByGram(votes, last, table, gathered, product)
    alpha.push(dot(product, last))
    // Twice, since once leaves what rounding lost ("twice is enough", Kahan and Parlett).
    for (let pass = 0; pass < 2; pass++)
      for (const vector of basis) add(product, vector, -dot(product, vector))
    const left = Math.sqrt(dot(product, product))
    const nothingLeft = left <= 1e-13 * votes.squares
    const size = basis.length
    if (nothingLeft) {
      // The start had no part in what may be left (equal eigenvalues): go on from a direction not seen yet, and stop
      // when that one is not stretched at all, because a random direction has a part in everything.
      if (startedAgain && alpha[size - 1]! <= 1e-13 * votes.squares) break
      const fresh = freshDirection(votes, basis, random)
      if (fresh === null) break
      startedAgain = true
      beta.push(0)
      basis.push(fresh)
      continue
    }
    if (!startedAgain && size > count && (size < 16 || size % 2 === 0)) {
      if (isAccurate(tridiagonalEigen(alpha, beta, 'last'), left, count, accuracy)) break
    }
    beta.push(left)
    for (let j = 0; j < columns; j++) product[j]! /= left
    basis.push(product)
  }

  const eigen = tridiagonalEigen(alpha, beta, 'all')
  for (let q = 0; q < Math.min(count, basis.length); q++) {
    // Rounding leaves about this much of an eigenvalue that is 0.
    if (!(eigen.values[q]! > 1e-12 * eigen.values[0]!)) continue
    values[q] = eigen.values[q]!
    for (const [s, vector] of basis.entries()) add(vectors[q]!, vector, eigen.rows[s]![q]!)
    orient(vectors[q]!)
  }
  return { values, vectors }
}

/** What the last step left over bounds the error of every pair found so far. */
function isAccurate(eigen: TridiagonalEigen, left: number, count: number, accuracy: Accuracy): boolean {
  const { values } = eigen
  const lastRow = eigen.rows[0]!
  for (let q = 0; q < count; q++) {
    const residual = left * Math.abs(lastRow[q]!)
    if (residual <= accuracy.ofLargest * values[0]!) continue
    const gap = Math.min(q > 0 ? values[q - 1]! - values[q]! : Infinity, values[q]! - values[q + 1]!)
    if (residual > accuracy.ofGap * gap) return false
  }
  return true
}

/** A random unit vector over the statements whose votes vary, at right angles to all of `basis`; null when there is none. */
function freshDirection(
  { entry }: CenteredVotes,
  basis: readonly Float64Array[],
  random: () => number,
): Float64Array | null {
  const vector = new Float64Array(entry.length / 3)
  for (let j = 0; j < vector.length; j++) {
    const draw = random() - 0.5
    if (entry[3 * j] !== 0 || entry[3 * j + 2] !== 0) vector[j] = draw
  }
  const before = Math.sqrt(dot(vector, vector))
  for (let pass = 0; pass < 2; pass++) for (const other of basis) add(vector, other, -dot(vector, other))
  const length = Math.sqrt(dot(vector, vector))
  if (!(length > 1e-10 * before)) return null
  for (let j = 0; j < vector.length; j++) vector[j]! /= length
  return vector
}

/** Turns the vector so that its entry of largest size is positive; of equally large ones the first decides. */
function orient(vector: Float64Array): void {
  let largest = 0
  for (let j = 1; j < vector.length; j++) if (Math.abs(vector[j]!) > Math.abs(vector[largest]!)) largest = j
  if (vector[largest]! >= 0) return
  for (let j = 0; j < vector.length; j++) vector[j] = -vector[j]!
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0
  for (let j = 0; j < a.length; j++) sum += a[j]! * b[j]!
  return sum
}

function add(to: Float64Array, vector: Float64Array, times: number): void {
  for (let j = 0; j < to.length; j++) to[j]! += times * vector[j]!
}
