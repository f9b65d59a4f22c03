import type { GroupVotes } from './group-votes.ts'
import { majorityTest, significantZ, smoothedShare } from './statement-tests.ts'

/** A statement that most people answer in the same way. */
export interface MajorityStatement {
  column: number
  success: number
  trials: number
  share: number
  shareTest: number
}

/**
 * Statements that significantly more than half of all who saw them agree (or disagree) with, most first, at most five: the
 * consensus list of the reference algorithm. `votes` holds everybody as one group; `leftOut` marks columns never taken.
 */
export function majorityStatements(
  votes: GroupVotes,
  leftOut: Uint8Array,
  direction: 'agree' | 'disagree',
): MajorityStatement[] {
  const list: MajorityStatement[] = []
  for (let column = 0; column < votes.statements; column++) {
    if (leftOut[column]) continue
    const success = votes[direction][column]!
    const trials = votes.seen[column]!
    const share = smoothedShare(success, trials)
    const shareTest = majorityTest(success, trials)
    if (share > 0.5 && shareTest > significantZ) list.push({ column, success, trials, share, shareTest })
  }
  return list.sort((a, b) => b.share * b.shareTest - a.share * a.shareTest).slice(0, 5)
}
