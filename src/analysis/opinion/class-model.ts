import { logGamma } from './beta-distribution.ts'
import type { SidedVotes } from './sided-votes.ts'

/** A membership below which a person's part in a group's counts changes nothing that matters. */
const weighsNothing = 1e-4

/** Smaller changes of a membership wait until they add up. */
const countedStep = 1e-4
/** Somebody with a higher membership rarely changes sides. */
const sureFrom = 0.999

/** How many further votes the overall agreement counts for, per statement; which of these is learnt from the votes. */
const shrinkages = [4, 8, 16, 32, 64, 128]
const firstShrinkage = 10

/** Counts and tables of one fit, reused from round to round. */
export class ClassModel {
  readonly votes: SidedVotes
  readonly groups: number
  /** Expected votes at code × groups + group. */
  readonly counts: Float64Array
  readonly mass: Float64Array
  /** The memberships that the counts hold. */
  readonly counted: Float64Array
  readonly shrinkage: Float64Array
  /** Counts plus prior, and their totals at column × groups + group. */
  readonly above: Float64Array
  readonly below: Float64Array
  /** Logarithm of the chance of each vote, at code × groups + group. */
  readonly logs: Float64Array

  constructor(votes: SidedVotes, groups: number) {
    this.votes = votes
    this.groups = groups
    this.counts = new Float64Array(votes.columns * 2 * groups)
    this.mass = new Float64Array(groups)
    this.counted = new Float64Array(votes.rows * groups)
    this.shrinkage = new Float64Array(votes.columns).fill(firstShrinkage)
    this.above = new Float64Array(votes.columns * 2 * groups)
    this.below = new Float64Array(votes.columns * groups)
    this.logs = new Float64Array(votes.columns * 2 * groups)
  }

  /** Brings the counts up to date with memberships that changed noticeably. */
  count(membership: Float64Array): void {
    const { votes, groups, counts, counted, mass } = this
    const { rowStart, code } = votes
    for (let i = 0; i < votes.rows; i++) {
      const end = rowStart[i + 1]!
      for (let g = 0; g < groups; g++) {
        const change = membership[i * groups + g]! - counted[i * groups + g]!
        if (change < countedStep && change > -countedStep) continue
        counted[i * groups + g] = membership[i * groups + g]!
        mass[g]! += change
        for (let v = rowStart[i]!; v < end; v++) counts[code[v]! * groups + g]! += change
      }
    }
  }

  /** Per statement: how strongly the classes' agreement is drawn to the overall one; the posterior mean of its logarithm. */
  learnShrinkage(): void {
    const { groups, counts, shrinkage } = this
    const { columns, agreement } = this.votes
    const weight = new Float64Array(shrinkages.length)
    for (let j = 0; j < columns; j++) {
      let highest = -Infinity
      for (let s = 0; s < shrinkages.length; s++) {
        const total = shrinkages[s]!
        const yes = total * agreement[j]!
        const no = total - yes
        let log = groups * (logGamma(total) - logGamma(yes) - logGamma(no))
        for (let g = 0; g < groups; g++) {
          const agrees = counts[(2 * j + 1) * groups + g]!
          const disagrees = counts[2 * j * groups + g]!
          log += logGamma(yes + agrees) + logGamma(no + disagrees) - logGamma(total + agrees + disagrees)
        }
        weight[s] = log
        if (log > highest) highest = log
      }
      let sum = 0
      let mean = 0
      for (let s = 0; s < shrinkages.length; s++) {
        const part = Math.exp(weight[s]! - highest)
        sum += part
        mean += part * Math.log(shrinkages[s]!)
      }
      shrinkage[j] = Math.exp(mean / sum)
    }
  }

  prepare(): void {
    const { groups, counts, shrinkage, above, below, logs } = this
    const { columns, agreement } = this.votes
    for (let j = 0; j < columns; j++) {
      const yes = shrinkage[j]! * agreement[j]!
      const no = shrinkage[j]! - yes
      for (let g = 0; g < groups; g++) {
        const disagree = counts[2 * j * groups + g]! + no
        const agree = counts[(2 * j + 1) * groups + g]! + yes
        above[2 * j * groups + g] = disagree
        above[(2 * j + 1) * groups + g] = agree
        below[j * groups + g] = agree + disagree
        logs[2 * j * groups + g] = Math.log(disagree / (agree + disagree))
        logs[(2 * j + 1) * groups + g] = Math.log(agree / (agree + disagree))
      }
    }
  }

  /** New memberships, in place; unless `isFull`, only of people who are not yet sure. The score holds for full rounds. */
  judge(membership: Float64Array, temperature: number, isFull: boolean): { score: number; meanMove: number } {
    const { groups, mass, counted } = this
    const { rows, rowStart } = this.votes
    const log = new Float64Array(groups)
    const under = new Float64Array(groups)
    const logMass = mass.map((all) => Math.log(all + 1))
    let score = -rows * Math.log(Math.max(rows, 1))
    let moves = 0
    for (let i = 0; i < rows; i++) {
      const from = rowStart[i]!
      const end = rowStart[i + 1]!
      const at = i * groups
      if (!isFull && isSure(membership, at, groups)) continue
      let highest = -Infinity
      for (let g = 0; g < groups; g++) {
        const own = counted[at + g]!
        log[g] =
          own > weighsNothing
            ? this.logWithout(own, g, from, end) + Math.log(Math.max(mass[g]! - own, 0) + 1)
            : this.logOf(g, from, end) + logMass[g]!
        if (log[g]! > highest) highest = log[g]!
      }
      let sum = 0
      for (let g = 0; g < groups; g++) {
        const below = log[g]! - highest
        const weight = below > -40 ? Math.exp(below) : 0
        under[g] = below
        log[g] = weight
        sum += weight
      }
      score += highest + Math.log(sum)
      if (temperature !== 1) {
        sum = 0
        for (let g = 0; g < groups; g++) sum += log[g] = Math.exp(temperature * under[g]!)
      }
      for (let g = 0; g < groups; g++) {
        const part = log[g]! / sum
        moves += Math.abs(part - membership[at + g]!)
        membership[at + g] = part
      }
    }
    return { score, meanMove: moves / Math.max(rows, 1) }
  }

  /** Log-likelihood of a person's votes in a group. */
  logOf(group: number, from: number, end: number): number {
    const { groups, logs } = this
    const { code } = this.votes
    let sum0 = 0
    let sum1 = 0
    let v = from
    for (; v + 1 < end; v += 2) {
      sum0 += logs[code[v]! * groups + group]!
      sum1 += logs[code[v + 1]! * groups + group]!
    }
    if (v < end) sum0 += logs[code[v]! * groups + group]!
    return sum0 + sum1
  }

  /** The same with their own part in its counts taken away. */
  logWithout(own: number, group: number, from: number, end: number): number {
    const { groups, above, below } = this
    const { code } = this.votes
    let sum = 0
    let v = from
    while (v < end) {
      // Products of a few ratios at a time: one logarithm for all of them.
      const stop = Math.min(end, v + 12)
      let over = 1
      let under = 1
      for (; v < stop; v++) {
        const c = code[v]!
        over *= above[c * groups + group]! - own
        under *= below[(c >>> 1) * groups + group]! - own
      }
      sum += Math.log(over / under)
    }
    return sum
  }

  agreement(): Float64Array {
    const { groups, above, below } = this
    const agreement = new Float64Array(below.length)
    for (let j = 0; j < this.votes.columns; j++) {
      for (let g = 0; g < groups; g++) {
        agreement[j * groups + g] = above[(2 * j + 1) * groups + g]! / below[j * groups + g]!
      }
    }
    return agreement
  }

  share(): Float64Array {
    const total = this.votes.rows + this.groups
    return this.mass.map((mass) => (mass + 1) / total)
  }
}

function isSure(membership: Float64Array, at: number, groups: number): boolean {
  for (let g = 0; g < groups; g++) if (membership[at + g]! > sureFrom) return true
  return false
}
