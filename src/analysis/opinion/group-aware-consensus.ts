import type { GroupVotes } from './group-votes.ts'
import { smoothedShare } from './statement-tests.ts'

/**
 * By statement, the product over groups of the smoothed share that agrees (or disagrees), between 0 and 1: high only when
 * every group agrees. Falls with the number of groups, and a statement that nobody saw stands at ½ to that power.
 * 0 when there are no groups.
 */
export function groupAwareConsensus(
  votes: GroupVotes,
  direction: 'agree' | 'disagree' = 'agree',
): Float64Array {
  const consensus = new Float64Array(votes.statements).fill(votes.groups > 0 ? 1 : 0)
  for (let g = 0; g < votes.groups; g++) {
    for (let j = 0; j < votes.statements; j++) {
      const place = g * votes.statements + j
      consensus[j]! *= smoothedShare(votes[direction][place]!, votes.seen[place]!)
    }
  }
  return consensus
}
