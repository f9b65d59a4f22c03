import type { RoutingModel } from './routing.ts'
import { keepParticipants, type VoteMatrix } from './vote-matrix.ts'

export interface RoutingModelOptions {
  random: () => number
  /** Classes per fit; three tell people apart well even where there are two or five groups. */
  classes?: number
  /** Independent fits; their differences are what is not yet known. */
  fits?: number
}

/** Sweeps that a fit takes to settle, and sweeps whose counts are then averaged. */
const settling = 60
const averaged = 30
/** Votes of overall agreement that every class is given on every statement. */
const prior = 4
/** A sample of people with about so many votes says enough, and keeps the largest conversations within seconds. */
const votesNeeded = 120_000

/**
 * What routing needs to know about the opinions so far: some independent fits of a latent-class model to agreeing and
 * disagreeing, each by Gibbs sampling (Lazarsfeld and Henry 1968; Geman and Geman 1984). Early on the fits differ, and a
 * statement that only one of them thinks telling gets a small expected gain; one best fit would chase chance patterns.
 */
export function fitRoutingModel(
  matrix: VoteMatrix,
  { random, classes = 3, fits = 6 }: RoutingModelOptions,
): RoutingModel {
  const statements = matrix.statements.length
  const seen = new Float64Array(statements)
  const passes = new Float64Array(statements)
  const agrees = new Float64Array(statements)
  for (let v = 0; v < matrix.column.length; v++) {
    const j = matrix.column[v]!
    seen[j]!++
    if (matrix.value[v] === 0) passes[j]!++
    else if (matrix.value[v] === 1) agrees[j]!++
  }
  let participants = 0
  for (let i = 0; i < matrix.participants.length; i++) {
    if (matrix.rowStart[i] !== matrix.rowStart[i + 1]) participants++
  }
  const passRate = (passes.reduce((sum, count) => sum + count, 0) + 1) / (matrix.column.length + 10)
  const rate = seen.map((all, j) => (agrees[j]! + 1) / (all - passes[j]! + 2))
  const model: RoutingModel = {
    classes,
    fits,
    share: [],
    agree: [],
    pass: Array.from(seen, (all, j) => short((passes[j]! + 5 * passRate) / (all + 5))),
    seen: Array.from(seen),
    participants,
  }
  const sample = samplePeople(matrix, random)
  for (let fit = 0; fit < fits; fit++) {
    const { share, agree } = sampleClasses(sample, classes, rate, random)
    for (const part of share) model.share.push(short(part))
    for (const part of agree) model.agree.push(short(part))
  }
  return model
}

/** Four digits are more than the votes can tell, and keep the stored model small. */
function short(value: number): number {
  return Math.round(value * 1e4) / 1e4
}

function samplePeople(matrix: VoteMatrix, random: () => number): VoteMatrix {
  if (matrix.column.length <= votesNeeded) return matrix
  const share = votesNeeded / matrix.column.length
  const rows: number[] = []
  for (let i = 0; i < matrix.participants.length; i++) if (random() < share) rows.push(i)
  return keepParticipants(matrix, rows)
}

function sampleClasses(
  matrix: VoteMatrix,
  classes: number,
  rate: Float64Array,
  random: () => number,
): { share: Float64Array; agree: Float64Array } {
  const statements = matrix.statements.length
  const people = matrix.participants.length
  const { rowStart, column, value } = matrix
  const label = Int32Array.from({ length: people }, () => Math.floor(random() * classes))
  const size = new Float64Array(classes)
  const yes = new Float64Array(classes * statements)
  const both = new Float64Array(classes * statements)
  const count = (i: number, c: number, by: 1 | -1) => {
    size[c]! += by
    for (let v = rowStart[i]!; v < rowStart[i + 1]!; v++) {
      if (value[v] === 0) continue
      both[c * statements + column[v]!]! += by
      if (value[v] === 1) yes[c * statements + column[v]!]! += by
    }
  }
  for (let i = 0; i < people; i++) count(i, label[i]!, 1)

  const share = new Float64Array(classes)
  const sumYes = new Float64Array(classes * statements)
  const sumBoth = new Float64Array(classes * statements)
  const log = new Float64Array(classes)
  for (let sweep = 0; sweep < settling + averaged; sweep++) {
    // A raised temperature at first lets a poor random start be left.
    const temperature = Math.min(1, 0.3 + (1.4 * sweep) / settling)
    for (let i = 0; i < people; i++) {
      const from = rowStart[i]!
      const to = rowStart[i + 1]!
      count(i, label[i]!, -1)
      let most = -Infinity
      for (let c = 0; c < classes; c++) {
        let sum = Math.log(size[c]! + 1)
        let product = 1
        for (let v = from; v < to; v++) {
          const vote = value[v]!
          if (vote === 0) continue
          const j = column[v]!
          const place = c * statements + j
          const agree = (yes[place]! + prior * rate[j]!) / (both[place]! + prior)
          product *= vote === 1 ? agree : 1 - agree
          if (product < 1e-200) {
            sum += Math.log(product)
            product = 1
          }
        }
        log[c] = temperature * (sum + Math.log(product))
        if (log[c]! > most) most = log[c]!
      }
      let total = 0
      for (let c = 0; c < classes; c++) total += log[c] = Math.exp(log[c]! - most)
      let rest = random() * total
      let drawn = 0
      while (drawn < classes - 1 && (rest -= log[drawn]!) >= 0) drawn++
      label[i] = drawn
      count(i, drawn, 1)
    }
    if (sweep < settling) continue
    for (let c = 0; c < classes; c++) share[c]! += (size[c]! + 1) / (people + classes) / averaged
    for (let place = 0; place < yes.length; place++) {
      sumYes[place]! += yes[place]! / averaged
      sumBoth[place]! += both[place]! / averaged
    }
  }
  const agree = sumYes.map((count, place) => {
    return (count + prior * rate[place % statements]!) / (sumBoth[place]! + prior)
  })
  return { share, agree }
}
