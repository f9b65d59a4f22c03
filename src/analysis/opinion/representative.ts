import type { GroupVotes } from './group-votes.ts'
import {
  differenceTest,
  majorityTest,
  significantZ,
  smoothedShare,
  votesElsewhere,
} from './statement-tests.ts'

/** A statement that tells a group from the others, and how strongly. */
export interface RepresentativeStatement {
  column: number
  direction: 'agree' | 'disagree'
  /** Votes of the group in that direction, and all its votes on the statement, passes included. */
  success: number
  trials: number
  /** Smoothed share in that direction, and z of the test that it is more than half. */
  share: number
  shareTest: number
  /** How many times as large as among the others the share is, and z of the test that it is larger. */
  ratio: number
  ratioTest: number
}

interface Candidate {
  agree: RepresentativeStatement
  disagree: RepresentativeStatement
  /** The direction in which the group differs more from the others. */
  chosen: RepresentativeStatement
}

/** As many statements as a group is described by. */
const listLength = 5

/**
 * For each group the statements that stand for it, in order: statements whose share in one direction is significantly more
 * than half and significantly larger than among the other groups, by the product of both measures and both tests; before
 * them the statement the group agrees on best, so that a group is not described by refusals alone; then agreements are put
 * before disagreements. Where nothing is significant, the one best statement. `leftOut` marks columns never taken
 * (moderated out or meta). The selection rule of the reference algorithm (opinion maps as in Polis; Small et al. 2021).
 */
export function representativeStatements(
  votes: GroupVotes,
  leftOut: Uint8Array,
): RepresentativeStatement[][] {
  return Array.from({ length: votes.groups }, (_, group) => ofGroup(votes, group, leftOut))
}

function ofGroup(votes: GroupVotes, group: number, leftOut: Uint8Array): RepresentativeStatement[] {
  const sufficient: RepresentativeStatement[] = []
  let best: RepresentativeStatement | null = null
  let bestAgreed: Candidate | null = null
  for (let j = 0; j < votes.statements; j++) {
    if (leftOut[j]) continue
    const candidate = measure(votes, group, j)
    if (isSignificant(candidate.agree) || isSignificant(candidate.disagree)) sufficient.push(candidate.chosen)
    if (best === null || candidate.chosen.ratioTest > best.ratioTest) best = candidate.chosen
    if (isAgreedBetter(candidate, bestAgreed)) bestAgreed = candidate
  }
  const first = bestAgreed?.chosen
  if (sufficient.length === 0) return first ? [first] : best ? [best] : []
  const others = sufficient
    .filter(({ column }) => column !== first?.column)
    .sort((a, b) => strength(b) - strength(a))
  const list = (first ? [first, ...others] : others).slice(0, listLength)
  return [
    ...list.filter(({ direction }) => direction === 'agree'),
    ...list.filter(({ direction }) => direction === 'disagree'),
  ]
}

function measure(votes: GroupVotes, group: number, column: number): Candidate {
  const place = group * votes.statements + column
  const trials = votes.seen[place]!
  const elsewhere = votesElsewhere(votes, group, column)
  const inDirection = (direction: 'agree' | 'disagree'): RepresentativeStatement => {
    const success = votes[direction][place]!
    const share = smoothedShare(success, trials)
    return {
      column,
      direction,
      success,
      trials,
      share,
      shareTest: majorityTest(success, trials),
      ratio: share / smoothedShare(elsewhere[direction], elsewhere.seen),
      ratioTest: differenceTest(success, trials, elsewhere[direction], elsewhere.seen),
    }
  }
  const agree = inDirection('agree')
  const disagree = inDirection('disagree')
  return { agree, disagree, chosen: agree.ratioTest > disagree.ratioTest ? agree : disagree }
}

function isSignificant({ shareTest, ratioTest }: RepresentativeStatement): boolean {
  return ratioTest > significantZ && shareTest > significantZ
}

function strength({ share, shareTest, ratio, ratioTest }: RepresentativeStatement): number {
  return ratio * ratioTest * share * shareTest
}

/** Whether the group agrees on this statement better than on the one found so far. */
function isAgreedBetter({ agree, disagree }: Candidate, current: Candidate | null): boolean {
  if (agree.success === 0 && disagree.success === 0) return false
  if (current && current.agree.ratio > 1) return strength(agree) > strength(current.agree)
  if (current) return agree.share * agree.shareTest > current.agree.share * current.agree.shareTest
  return agree.shareTest > significantZ || (agree.ratio > 1 && agree.share > 0.5)
}
