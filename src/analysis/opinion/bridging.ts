import { betaAbove, betaDensity, logBeta } from './beta-distribution.ts'
import type { GroupVotes } from './group-votes.ts'

/** A statement is common ground when in every group more than this share of those who saw it agree … */
export const commonGroundLevel = 0.5
/** … with at least this probability, given the votes so far. */
export const commonGroundCertainty = 0.9

export type Direction = 'agree' | 'disagree'

export interface BridgingConsensus {
  /** Geometric mean over groups of agreement that is not offset by disagreement, 0 to 1. */
  consensus: Float64Array
  /** With 90 % probability, at least this share agrees even in the group that agrees least, 0 to 1. */
  lower: Float64Array
}

/**
 * Agreement across groups with its uncertainty, by statement. Each group's share has a Beta posterior under the prior of
 * Jeffreys; effective agreement is p_agree·(1 − p_disagree), so that a pass weighs less than a disagreement, and the
 * geometric mean makes conversations with different numbers of groups comparable. A statement that a group has hardly seen
 * has a low lower bound. `disagree` measures shared rejection in the same way.
 */
export function bridgingConsensus(votes: GroupVotes, direction: Direction = 'agree'): BridgingConsensus {
  const consensus = new Float64Array(votes.statements)
  const lower = new Float64Array(votes.statements)
  const [yes, no] = direction === 'agree' ? [votes.agree, votes.disagree] : [votes.disagree, votes.agree]
  for (let j = 0; j < votes.statements; j++) {
    let log = 0
    for (let g = 0; g < votes.groups; g++) {
      const place = g * votes.statements + j
      const all = votes.seen[place]! + 1
      log += Math.log(((yes[place]! + 0.5) / all) * (1 - (no[place]! + 0.5) / all))
    }
    consensus[j] = votes.groups === 0 ? 0 : Math.exp(log / votes.groups)
    lower[j] = leastAgreementBound(votes, j, direction)
  }
  return { consensus, lower }
}

interface Posterior {
  a: number
  b: number
  constant: number
}

function posteriors(votes: GroupVotes, statement: number, direction: Direction): Posterior[] {
  const yes = direction === 'agree' ? votes.agree : votes.disagree
  return Array.from({ length: votes.groups }, (_, g) => {
    const place = g * votes.statements + statement
    const a = yes[place]! + 0.5
    // Soft counts may differ in their last digits, so that a unanimous group must not fall below nothing.
    const b = Math.max(0, votes.seen[place]! - yes[place]!) + 0.5
    return { a, b, constant: logBeta(a, b) }
  })
}

/**
 * The share that the least agreeing group exceeds with probability `certainty`: solves Π_g P(p_g > t) = certainty. The exact
 * value of which a quantile of posterior draws is an estimate, so it needs no chance.
 */
export function leastAgreementBound(
  votes: GroupVotes,
  statement: number,
  direction: Direction = 'agree',
  certainty = commonGroundCertainty,
): number {
  const groups = posteriors(votes, statement, direction)
  if (groups.length === 0) return 0
  const target = Math.log(certainty)
  let low = 0
  let high = 1
  let t = 1
  for (const { a, b } of groups) {
    const mean = a / (a + b)
    t = Math.min(t, mean - 1.3 * Math.sqrt((mean * (1 - mean)) / (a + b + 1)))
  }
  t = Math.max(t, 1e-4)
  for (let step = 0; step < 100 && high - low > 1e-13; step++) {
    let value = -target
    let slope = 0
    for (const { a, b, constant } of groups) {
      const above = betaAbove(t, a, b, constant)
      value += Math.log(above)
      slope -= betaDensity(t, a, b, constant) / above
    }
    if (value > 0) low = t
    else high = t
    const newton = t - value / slope
    // Newton's step where it stays inside the bracket, else the middle.
    const next = newton > low && newton < high ? newton : (low + high) / 2
    if (Math.abs(next - t) < 1e-13) return next
    t = next
  }
  return (low + high) / 2
}

/** Probability that in every group more than `level` of those who saw the statement agree, 0 to 1. */
export function probabilityOfSharedAgreement(
  votes: GroupVotes,
  statement: number,
  level = commonGroundLevel,
  direction: Direction = 'agree',
): number {
  let probability = 1
  for (const { a, b, constant } of posteriors(votes, statement, direction)) {
    probability *= betaAbove(level, a, b, constant)
  }
  return probability
}

/** Whether a statement with this lower bound counts as common ground. */
export function isCommonGround(lower: number): boolean {
  return lower > commonGroundLevel
}
