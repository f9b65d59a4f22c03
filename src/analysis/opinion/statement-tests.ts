import type { GroupVotes } from './group-votes.ts'

/** One-sided 90 % point of the normal distribution; the level of the reference algorithm's tests. */
export const significantZ = 1.2816

/** Share that chose an answer, drawn toward one half by two added votes, so that it is never 0 or 1. */
export function smoothedShare(chosen: number, seen: number): number {
  return (chosen + 1) / (seen + 2)
}

/** z of the test that more than half chose an answer, one vote of that kind being added. */
export function majorityTest(chosen: number, seen: number): number {
  return 2 * Math.sqrt(seen + 1) * ((chosen + 1) / (seen + 1) - 0.5)
}

/** z of the test that a share is larger in one group than in another, one vote of the kind being added to both. */
export function differenceTest(
  chosen: number,
  seen: number,
  chosenElsewhere: number,
  seenElsewhere: number,
): number {
  const here = seen + 1
  const there = seenElsewhere + 1
  const pooled = (chosen + 1 + chosenElsewhere + 1) / (here + there)
  if (pooled === 1) return 0
  const difference = (chosen + 1) / here - (chosenElsewhere + 1) / there
  return difference / Math.sqrt(pooled * (1 - pooled) * (1 / here + 1 / there))
}

/** Votes on one statement by all other groups together. */
export function votesElsewhere(votes: GroupVotes, group: number, statement: number) {
  let agree = 0
  let disagree = 0
  let seen = 0
  for (let g = 0; g < votes.groups; g++) {
    if (g === group) continue
    agree += votes.agree[g * votes.statements + statement]!
    disagree += votes.disagree[g * votes.statements + statement]!
    seen += votes.seen[g * votes.statements + statement]!
  }
  return { agree, disagree, seen }
}
