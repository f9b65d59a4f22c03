import type { VoteValue } from './vote-matrix.ts'

/**
 * What is known about opinions so far, as far as the choice of the next statement needs it. Plain numbers, so that it can be
 * stored as JSON beside a conversation and read inside a request.
 */
export interface RoutingModel {
  /** Classes per fit. */
  classes: number
  /** Fits of the class model, each as probable as the others. */
  fits: number
  /** Share of people in each class, at fit × classes + class; sums to 1 in each fit. */
  share: number[]
  /** Probability of agree, given a vote that is no pass, at (fit × classes + class) × statements + statement. */
  agree: number[]
  /** Probability of a pass, by statement. */
  pass: number[]
  /** Votes so far, by statement. */
  seen: number[]
  /** People with a vote so far. */
  participants: number
}

/** A drawn statement and the probability with which it was drawn, to be stored with the vote. */
export interface DrawnStatement {
  column: number
  probability: number
}

/** Until so many people have voted, nobody knows the classes: everyone is asked at random. */
const uniformUntil = 40
/** Share of draws that is spread evenly over the open statements, so that each keeps a known chance: first vote and later. */
const evenAtFirst = 0.2
const evenLater = 0.1
/** By this vote of a person the even share has fallen to its lower value. */
const settledAfter = 8
/** Share of draws that serves coverage, most to the statements with the fewest votes, when a person's class is open. */
const coverageShare = 0.2
/** When less than this part of the doubt about a person's class is left, draws turn from information to coverage. */
const enoughDoubt = 0.5
/** How sharply the most telling statements, and those with the fewest votes, are preferred. */
const informationSharpness = 16
const coverageSharpness = 4

/**
 * How probable each class is, in each fit, for a person with these votes; passes say nothing about it. At fit × classes +
 * class.
 */
export function classPosterior(model: RoutingModel, answered: ReadonlyMap<number, VoteValue>): Float64Array {
  const statements = model.seen.length
  const { classes, fits } = model
  const posterior = Float64Array.from(model.share, (part) => Math.log(Math.max(part, 1e-12)))
  for (const [column, value] of answered) {
    // A statement that came after the model was made says nothing yet.
    if (value === 0 || column >= statements) continue
    for (let c = 0; c < classes * fits; c++) {
      const agree = Math.min(0.9999, Math.max(0.0001, model.agree[c * statements + column]!))
      posterior[c]! += Math.log(value === 1 ? agree : 1 - agree)
    }
  }
  for (let first = 0; first < classes * fits; first += classes) {
    let most = -Infinity
    for (let c = first; c < first + classes; c++) most = Math.max(most, posterior[c]!)
    let sum = 0
    for (let c = first; c < first + classes; c++) sum += posterior[c] = Math.exp(posterior[c]! - most)
    for (let c = first; c < first + classes; c++) posterior[c]! /= sum
  }
  return posterior
}

/**
 * How much an answer to each statement is expected to say about the class of a person with this posterior: mutual
 * information in nats, at least 0, averaged over the fits. A pass says nothing.
 */
export function informationGain(model: RoutingModel, posterior: Float64Array): Float64Array {
  const statements = model.seen.length
  const { classes, fits } = model
  const gain = new Float64Array(statements)
  for (let first = 0; first < classes * fits; first += classes) {
    for (let j = 0; j < statements; j++) {
      let agrees = 0
      let conditional = 0
      for (let c = first; c < first + classes; c++) {
        const agree = model.agree[c * statements + j]!
        agrees += posterior[c]! * agree
        conditional += posterior[c]! * binaryEntropy(agree)
      }
      gain[j]! += Math.max(0, binaryEntropy(agrees) - conditional)
    }
  }
  for (let j = 0; j < statements; j++) gain[j]! *= (1 - model.pass[j]!) / Math.max(1, fits)
  return gain
}

function binaryEntropy(p: number): number {
  return p <= 0 || p >= 1 ? 0 : -p * Math.log(p) - (1 - p) * Math.log1p(-p)
}

/**
 * With which probability each statement is asked next; 0 for statements that are not open or already answered, and all 0 when
 * none is left. `open` may be longer than the model's statements: newer ones count as unseen.
 */
export function statementPropensities(
  model: RoutingModel,
  answered: ReadonlyMap<number, VoteValue>,
  open: Uint8Array,
): Float64Array {
  const probability = new Float64Array(open.length)
  let left = 0
  for (let j = 0; j < open.length; j++) if (open[j] && !answered.has(j)) left++
  if (left === 0) return probability

  const settled = Math.min(1, answered.size / settledAfter)
  const uniform = model.participants < uniformUntil || model.fits < 1
  const even = uniform ? 1 : evenAtFirst + (evenLater - evenAtFirst) * settled
  const posterior = classPosterior(model, answered)
  const gain = informationGain(model, posterior)
  const information =
    (1 - even) * (1 - coverageShare) * Math.min(1, doubtLeft(model, posterior) / enoughDoubt)
  const coverage = 1 - even - information
  let most = 0
  for (let j = 0; j < open.length; j++) if (open[j] && !answered.has(j)) most = Math.max(most, gain[j] ?? 0)
  const worth = (j: number) => (most > 0 ? ((gain[j] ?? 0) / most) ** informationSharpness : 1)
  const need = (j: number) => ((model.seen[j] ?? 0) + 1) ** -coverageSharpness
  let allWorth = 0
  let allNeed = 0
  for (let j = 0; j < open.length; j++) {
    if (!open[j] || answered.has(j)) continue
    allWorth += worth(j)
    allNeed += need(j)
  }
  for (let j = 0; j < open.length; j++) {
    if (!open[j] || answered.has(j)) continue
    probability[j] = even / left + (information * worth(j)) / allWorth + (coverage * need(j)) / allNeed
  }
  return probability
}

/** How much of the doubt about a person's class is left, 0 to 1: entropy now ÷ entropy before any vote, over all fits. */
function doubtLeft(model: RoutingModel, posterior: Float64Array): number {
  let now = 0
  let before = 0
  for (let c = 0; c < posterior.length; c++) {
    if (posterior[c]! > 0) now -= posterior[c]! * Math.log(posterior[c]!)
    if (model.share[c]! > 0) before -= model.share[c]! * Math.log(model.share[c]!)
  }
  return before > 0 ? Math.min(1, now / before) : 0
}

/** Draws the next statement to ask; null when nothing open is left unanswered. */
export function drawNextStatement(
  model: RoutingModel,
  answered: ReadonlyMap<number, VoteValue>,
  open: Uint8Array,
  random: () => number,
): DrawnStatement | null {
  const probability = statementPropensities(model, answered, open)
  let rest = random()
  let last = -1
  for (let j = 0; j < probability.length; j++) {
    if (probability[j] === 0) continue
    last = j
    rest -= probability[j]!
    if (rest < 0) break
  }
  return last < 0 ? null : { column: last, probability: probability[last]! }
}
