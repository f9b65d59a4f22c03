import { largestSingularValue } from './principal-components.ts'
import type { VoteMatrix } from './vote-matrix.ts'

/** Whether the strongest directions of the votes are stronger than chance makes them. */
export interface NullTest {
  /** Eigenvalue of each component divided by the largest eigenvalue among all permuted twins. */
  ratios: number[]
  /** Chance of such an eigenvalue if nobody's votes hung together. */
  pValues: number[]
  permutations: number
  level: number
  /** How many components, from the strongest on, stand out. */
  significant: number
}

/**
 * Stricter than the customary .05: a false "there are groups" divides a community, and a real division passes this easily
 * (in real conversations the first eigenvalue is two to eight times that of chance).
 */
const nullLevel = 0.005
/** Votes that may be permuted in all. */
const votesInAll = 40_000_000

/**
 * Parallel analysis (Horn 1965) with votes permuted within each statement among those who voted on it: who saw what, and how
 * popular each statement is, stays; only that a person's votes hang together goes. Every component is compared with the
 * *largest* permuted eigenvalue. Tail probabilities come from a Gumbel distribution fitted to the logarithms of the permuted
 * values, whose tail is heavier than the true one (Tracy–Widom), so few permutations suffice when the answer is plain; when
 * it is not, there are more. In large conversations, where chance varies
 * little, there are fewer.
 */
export function testAgainstChance(
  matrix: VoteMatrix,
  singularValues: ArrayLike<number>,
  { random }: { random: () => number },
): NullTest {
  const shuffle = statementShuffler(matrix, random)
  const most = Math.max(19, Math.floor(votesInAll / Math.max(1, matrix.column.length)))
  const logs: number[] = []
  const log = Array.from(singularValues, (value) => 2 * Math.log(value))
  let pValues = log.map(() => 1)
  for (const rounds of [9, 19, 99]) {
    while (logs.length < Math.min(rounds, most)) {
      const value = largestSingularValue({ ...matrix, value: shuffle() }, 1e-3)
      if (value === 0) return { ratios: [], pValues: [], permutations: 0, level: nullLevel, significant: 0 }
      logs.push(2 * Math.log(value))
    }
    pValues = log.map((observed) => chanceAbove(observed, logs))
    const plain = (p: number) => p < nullLevel / 1000 || p > 20 * nullLevel
    if (pValues.slice(0, 2).every(plain)) break
  }
  const highest = Math.max(...logs)
  const fails = pValues.findIndex((p) => p > nullLevel)
  return {
    ratios: log.map((observed) => Math.exp(observed - highest)),
    pValues,
    permutations: logs.length,
    level: nullLevel,
    significant: fails < 0 ? pValues.length : fails,
  }
}

/** The upper tail of a Gumbel distribution with the mean and spread of `sample`. */
function chanceAbove(observed: number, sample: readonly number[]): number {
  if (observed === -Infinity) return 1
  const mean = sample.reduce((sum, value) => sum + value, 0) / sample.length
  const squares = sample.reduce((sum, value) => sum + (value - mean) ** 2, 0)
  // The spread of a small sample is itself uncertain: widened by one standard error of it.
  const size = Math.max(sample.length, 2)
  const spread = Math.sqrt(squares / (size - 1)) * (1 + 1 / Math.sqrt(2 * size - 2)) * Math.sqrt(1 + 1 / size)
  if (!(spread > 0)) return observed > mean ? 0 : 1
  const standard = (observed - mean) / spread
  const eulerGamma = 0.5772156649015329
  return -Math.expm1(-Math.exp(-(Math.PI / Math.sqrt(6)) * standard - eulerGamma))
}

/** Answers the values of the matrix with each statement's votes dealt anew among its voters; the array is reused. */
function statementShuffler(matrix: VoteMatrix, random: () => number): () => Int8Array {
  const { column, value } = matrix
  const columns = matrix.statements.length
  const start = new Uint32Array(columns + 1)
  for (let v = 0; v < column.length; v++) start[column[v]! + 1]!++
  for (let j = 0; j < columns; j++) start[j + 1]! += start[j]!
  const next = start.slice()
  const place = new Uint32Array(column.length)
  const pool = new Int8Array(column.length)
  for (let v = 0; v < column.length; v++) {
    const at = next[column[v]!]!++
    place[at] = v
    pool[at] = value[v]!
  }
  const shuffled = new Int8Array(column.length)
  return () => {
    for (let j = 0; j < columns; j++) {
      const from = start[j]!
      for (let at = start[j + 1]! - 1; at >= from; at--) {
        const other = from + Math.floor(random() * (at - from + 1))
        const kept = pool[other]!
        pool[other] = pool[at]!
        pool[at] = kept
        shuffled[place[at]!] = kept
      }
    }
    return shuffled
  }
}
