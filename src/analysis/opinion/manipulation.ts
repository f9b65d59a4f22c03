import { betaAbove } from './beta-distribution.ts'
import { commonGroundCertainty, commonGroundLevel, probabilityOfSharedAgreement } from './bridging.ts'
import { countSoftGroupVotes, type GroupVotes } from './group-votes.ts'
import { keepOneOfEach } from './near-duplicates.ts'
import type { VoteMatrix } from './vote-matrix.ts'

/** By statement, whether it is common ground: in every group more than half agree, with 90 % probability. */
export function commonGroundStatements(votes: GroupVotes): Uint8Array {
  return Uint8Array.from({ length: votes.statements }, (_, j) => {
    return votes.groups > 0 && probabilityOfSharedAgreement(votes, j) > commonGroundCertainty ? 1 : 0
  })
}

/**
 * How hard each statement's status is to push: the fewest identical voters, all counted in the group where it costs them
 * least, whose votes would make it common ground, or end that it is. −1 when more than `limit` would be needed or no number
 * suffices (voters who join one group cannot make another agree).
 */
export function votersToChange(votes: GroupVotes, limit: number): Int32Array {
  const status = commonGroundStatements(votes)
  return Int32Array.from({ length: votes.statements }, (_, j) => {
    const above = Array.from({ length: votes.groups }, (_, g) => chance(votes, g, j, 0, 0))
    let fewest = -1
    for (let g = 0; g < votes.groups; g++) {
      const others = above.reduce((product, value, o) => (o === g ? product : product * value), 1)
      // A hostile crowd adds to those who saw the statement, a friendly one also to those who agree.
      const agreeing = status[j] ? 0 : 1
      const changed = (voters: number) =>
        others * chance(votes, g, j, agreeing * voters, voters) > commonGroundCertainty !== (status[j] === 1)
      const most = fewest < 0 ? limit : fewest
      if (most < 1 || !changed(most)) continue
      let low = 0
      let high = 1
      while (high < most && !changed(high)) [low, high] = [high, Math.min(most, 2 * high)]
      while (high - low > 1) {
        const middle = (low + high) >> 1
        if (changed(middle)) high = middle
        else low = middle
      }
      fewest = high
    }
    return fewest
  })
}

function chance(votes: GroupVotes, g: number, j: number, agreeing: number, voters: number): number {
  const place = g * votes.statements + j
  const agree = votes.agree[place]! + agreeing
  const rest = Math.max(0, votes.seen[place]! + voters - agree)
  return betaAbove(commonGroundLevel, agree + 0.5, rest + 0.5)
}

export interface ManipulationReport {
  /** By statement; −1 for none up to the number of people. */
  votersToChange: Int32Array
  /** Rows, cluster by cluster. */
  nearDuplicates: number[][]
  /** Columns whose status differs when only one of each cluster is counted. */
  changedWithoutDuplicates: number[]
}

/**
 * What a reader should know before trusting the common ground. `membership` is soft or hard, row × groups + group; the groups
 * themselves are not formed anew.
 */
export function manipulationReport(
  matrix: VoteMatrix,
  membership: Float64Array,
  groups: number,
  nearDuplicates: number[][],
): ManipulationReport {
  const votes = countSoftGroupVotes(matrix, membership, groups)
  const people = matrix.participants.length
  const keep = keepOneOfEach(nearDuplicates, people)
  const without = membership.map((share, at) => share * keep[Math.floor(at / groups)]!)
  const before = commonGroundStatements(votes)
  const after =
    nearDuplicates.length === 0
      ? before
      : commonGroundStatements(countSoftGroupVotes(matrix, without, groups))
  return {
    votersToChange: votersToChange(votes, people),
    nearDuplicates,
    changedWithoutDuplicates: matrix.statements.flatMap((_, j) => (before[j] === after[j] ? [] : [j])),
  }
}
