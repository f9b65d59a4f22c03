import { fitLatentClasses, randomMembership } from './latent-classes.ts'
import { type SidedVotes, sidedVotes } from './sided-votes.ts'
import type { VoteMatrix } from './vote-matrix.ts'

/** Numbers of classes whose forecasts are averaged: how many there "are" does not matter here. */
const classCounts = [2, 3, 4, 5, 6, 8]

/**
 * The chance of disagree, pass and agree (in this order) of each asked vote, from the votes in the matrix: first whether a
 * person passes, by the statement's share of passes and the person's own habit; then the side, by latent classes averaged
 * over several numbers of them, shifted by the person's own readiness to agree. Habits are drawn to the average as strongly
 * as the spread of people suggests.
 */
export function predictVotes(
  matrix: VoteMatrix,
  asked: { row: ArrayLike<number>; column: ArrayLike<number> },
  random: () => number,
): Float64Array {
  const forecast = new Float64Array(3 * asked.row.length)
  const passes = passForecast(matrix)
  const sides = sideForecast(matrix, asked, random)
  for (let h = 0; h < asked.row.length; h++) {
    const pass = passes(asked.row[h]!, asked.column[h]!)
    forecast[3 * h] = (1 - pass) * (1 - sides[h]!)
    forecast[3 * h + 1] = pass
    forecast[3 * h + 2] = (1 - pass) * sides[h]!
  }
  return forecast
}

/** A logit of a share of counts, drawn to `rate` by `prior` further votes. */
function shrunkLogit(count: number, total: number, rate: number, prior: number): number {
  const share = (count + prior * rate) / (total + prior)
  return Math.log(share / (1 - share))
}

function passForecast(matrix: VoteMatrix): (row: number, column: number) => number {
  const { rowStart, column, value } = matrix
  const columns = matrix.statements.length
  const seen = new Float64Array(columns)
  const passed = new Float64Array(columns)
  let all = 0
  for (let v = 0; v < column.length; v++) {
    seen[column[v]!]!++
    if (value[v] === 0) {
      passed[column[v]!]!++
      all++
    }
  }
  const rate = (all + 1) / (column.length + 4)
  const logit = passed.map((count, j) => shrunkLogit(count, seen[j]!, rate, 8))
  const habit = personalShifts(matrix.participants.length, rowStart, (v) => [
    logit[column[v]!]!,
    value[v] === 0 ? 1 : 0,
  ])
  return (i, j) => sigmoid(logit[j]! + habit[i]!)
}

/**
 * Each person's shift of the log-odds: the mode under a normal prior with mean 0 whose spread is learnt from all of them
 * (a few rounds of EM with the curvature as the uncertainty).
 */
function personalShifts(
  rows: number,
  rowStart: Uint32Array,
  at: (vote: number) => readonly [logit: number, happened: 0 | 1],
): Float64Array {
  const shift = new Float64Array(rows)
  let variance = 0.5
  for (let round = 0; round < 8; round++) {
    let squares = 0
    let people = 0
    for (let i = 0; i < rows; i++) {
      const from = rowStart[i]!
      const end = rowStart[i + 1]!
      if (from === end) continue
      let curvature = 0
      for (let step = 0; step < (round === 0 ? 4 : 2); step++) {
        let slope = -shift[i]! / variance
        curvature = 1 / variance
        for (let v = from; v < end; v++) {
          const [logit, happened] = at(v)
          const p = sigmoid(logit + shift[i]!)
          slope += happened - p
          curvature += p * (1 - p)
        }
        shift[i]! += Math.max(-2, Math.min(2, slope / curvature))
      }
      squares += shift[i]! ** 2 + 1 / curvature
      people++
    }
    variance = Math.max(1e-3, (squares + 1) / (people + 2))
  }
  return shift
}

function sideForecast(
  matrix: VoteMatrix,
  asked: { row: ArrayLike<number>; column: ArrayLike<number> },
  random: () => number,
): Float64Array {
  const votes = sidedVotes(matrix)
  const sum = new Float64Array(asked.row.length)
  const fits = votes.code.length > 300_000 ? [4] : classCounts
  const logits = new Float64Array(votes.code.length)
  for (const groups of fits) {
    const { membership, agreement } = fitLatentClasses(
      votes,
      groups,
      randomMembership(votes.rows, groups, random),
      { annealing: 25 },
    )
    const expected = (i: number, j: number) => {
      let p = 0
      for (let g = 0; g < groups; g++) p += membership[i * groups + g]! * agreement[j * groups + g]!
      return p
    }
    forEachVote(votes, (i, j, v) => {
      const p = expected(i, j)
      logits[v] = Math.log(p / (1 - p))
    })
    const shift = personalShifts(votes.rows, votes.rowStart, (v) => [
      logits[v]!,
      (votes.code[v]! & 1) as 0 | 1,
    ])
    for (let h = 0; h < sum.length; h++) {
      const p = expected(asked.row[h]!, asked.column[h]!)
      sum[h]! += sigmoid(Math.log(p / (1 - p)) + shift[asked.row[h]!]!) / fits.length
    }
  }
  return sum
}

function forEachVote(votes: SidedVotes, visit: (row: number, column: number, vote: number) => void): void {
  for (let i = 0; i < votes.rows; i++) {
    for (let v = votes.rowStart[i]!; v < votes.rowStart[i + 1]!; v++) visit(i, votes.code[v]! >>> 1, v)
  }
}

function sigmoid(x: number): number {
  return 1 / (1 + Math.exp(-x))
}
