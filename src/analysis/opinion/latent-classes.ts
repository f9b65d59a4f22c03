import { ClassModel } from './class-model.ts'
import type { SidedVotes } from './sided-votes.ts'
import type { VoteMatrix } from './vote-matrix.ts'

/** What a number of classes ("groups") says about people and statements. */
export interface LatentClasses {
  groups: number
  /** Chance of each row to belong to each group, at row × groups + group; every row sums to 1. */
  membership: Float64Array
  /** Chance that a member of a group agrees rather than disagrees, at column × groups + group. */
  agreement: Float64Array
  share: Float64Array
  /** Sum over people of the log-likelihood of their votes, each judged by what the others voted. */
  score: number
}

export interface FitOptions {
  /** Iterations that warm up at a raised temperature, so that a bad start can be left; 0 for a start worth keeping. */
  annealing?: number
  iterations?: number
  /** Ended when memberships change by less than this on average. */
  tolerance?: number
}

/** Memberships to begin from: nine tenths to the labelled group, the rest shared; −1 is shared evenly. */
export function membershipFromLabels(label: Int32Array, groups: number): Float64Array {
  const membership = new Float64Array(label.length * groups)
  for (let i = 0; i < label.length; i++) {
    for (let g = 0; g < groups; g++) {
      const own = label[i] === g ? 0.9 : 0
      membership[i * groups + g] = label[i]! < 0 ? 1 / groups : own + 0.1 / groups
    }
  }
  return membership
}

/** Memberships drawn at random, none of them far from even. */
export function randomMembership(rows: number, groups: number, random: () => number): Float64Array {
  const membership = new Float64Array(rows * groups)
  for (let i = 0; i < rows; i++) {
    let sum = 0
    for (let g = 0; g < groups; g++) {
      const draw = 0.2 + random()
      membership[i * groups + g] = draw
      sum += draw
    }
    for (let g = 0; g < groups; g++) membership[i * groups + g]! /= sum
  }
  return membership
}

/**
 * Latent classes of people by agreeing and disagreeing only (Lazarsfeld and Henry 1968; missing votes say nothing). Within a
 * class everybody agrees with a statement with the class's own chance, drawn towards the overall agreement: strongly on
 * statements where classes hardly differ, weakly where they do, as the votes themselves suggest (empirical Bayes).
 *
 * Memberships are improved in turn, each person judged by the votes of the others only (the collapsed variational update
 * CVB0 of Asuncion and others 2009); counting a person's own votes makes classes seem surer than they are.
 */
export function fitLatentClasses(
  votes: SidedVotes,
  groups: number,
  start: Float64Array,
  { annealing = 0, iterations = 60, tolerance = 1e-3 }: FitOptions = {},
): LatentClasses {
  const model = new ClassModel(votes, groups)
  const membership = start.slice()
  const warm = Math.max(annealing, 6)
  const last = annealing + iterations
  let score = -Infinity
  for (let round = 0; round <= last; round++) {
    // People who are sure of their group are looked at again in every fourth round only.
    const isFull = round < warm || round % 4 === 0 || round === last
    model.count(membership)
    if (round >= warm && round % 4 === 0) model.learnShrinkage()
    model.prepare()
    const step = model.judge(membership, round < annealing ? 0.2 + (0.8 * round) / annealing : 1, isFull)
    if (!isFull) continue
    score = step.score
    if (round > warm && step.meanMove < tolerance) break
  }
  model.count(membership)
  model.prepare()
  return { groups, membership, agreement: model.agreement(), share: model.share(), score }
}

/** The chance of each row to belong to each class of a model that was fitted to other people's votes. */
export function classMembership(votes: SidedVotes, classes: LatentClasses): Float64Array {
  const { groups, agreement, share } = classes
  const table = new Float64Array(votes.columns * 2 * groups)
  for (let j = 0; j < votes.columns; j++) {
    for (let g = 0; g < groups; g++) {
      const agrees = agreement[j * groups + g]!
      table[(2 * j + 1) * groups + g] = Math.log(agrees)
      table[2 * j * groups + g] = Math.log(1 - agrees)
    }
  }
  const membership = new Float64Array(votes.rows * groups)
  const log = new Float64Array(groups)
  for (let i = 0; i < votes.rows; i++) {
    for (let g = 0; g < groups; g++) log[g] = Math.log(share[g]!)
    for (let v = votes.rowStart[i]!; v < votes.rowStart[i + 1]!; v++) {
      const place = votes.code[v]! * groups
      for (let g = 0; g < groups; g++) log[g]! += table[place + g]!
    }
    toShares(log, membership, i * groups)
  }
  return membership
}

/** The same straight from the votes of everybody; passes say nothing. */
export function placeVoters({ rowStart, column, value }: VoteMatrix, classes: LatentClasses): Float64Array {
  const { groups, agreement, share } = classes
  const columns = agreement.length / groups
  const rows = rowStart.length - 1
  const membership = new Float64Array(rows * groups)
  // How much more likely each possible vote is in a group than in the first one: group by group, one look-up per vote.
  const tables = Array.from({ length: groups }, (_, g) => {
    const table = new Float64Array(3 * columns)
    for (let j = 0; j < columns; j++) {
      const agrees = agreement[j * groups + g]!
      const first = agreement[j * groups]!
      table[3 * j] = Math.log((1 - agrees) / (1 - first))
      table[3 * j + 2] = Math.log(agrees / first)
    }
    return table
  })
  const prior = Array.from({ length: groups }, (_, g) => Math.log(share[g]! / share[0]!))
  const log = new Float64Array(groups)
  for (let i = 0; i < rows; i++) {
    const from = rowStart[i]!
    const end = rowStart[i + 1]!
    for (let g = 1; g < groups; g++) log[g] = prior[g]! + sumOf(tables[g]!, column, value, from, end)
    toShares(log, membership, i * groups)
  }
  return membership
}

function sumOf(
  table: Float64Array,
  column: Uint16Array,
  value: Int8Array,
  from: number,
  end: number,
): number {
  // Two sums side by side: one addition need not wait for the last.
  let even = 0
  let odd = 0
  let v = from
  for (; v + 1 < end; v += 2) {
    even += table[3 * column[v]! + value[v]! + 1]!
    odd += table[3 * column[v + 1]! + value[v + 1]! + 1]!
  }
  if (v < end) even += table[3 * column[v]! + value[v]! + 1]!
  return even + odd
}

/** Replaces logs of weights by the weights' shares, in `into` from `at` on. */
function toShares(log: Float64Array, into: Float64Array, at: number): void {
  let highest = -Infinity
  for (let g = 0; g < log.length; g++) if (log[g]! > highest) highest = log[g]!
  let sum = 0
  for (let g = 0; g < log.length; g++) sum += into[at + g] = Math.exp(log[g]! - highest)
  for (let g = 0; g < log.length; g++) into[at + g]! /= sum
}
