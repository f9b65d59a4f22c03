import type { GroupVotes } from './group-votes.ts'
import { smoothedShare } from './statement-tests.ts'

/** Questions about the person are asked early: 7 squared. */
const metaPriority = 49

/**
 * How eagerly the reference algorithm asks for votes on each statement: high for statements that many agree with, few pass
 * on, that set people apart, and that have few votes yet. A statement is drawn in proportion to it. `votes` counts people
 * in groups only; `meta` marks questions about the person.
 */
export function statementPriorities(
  votes: GroupVotes,
  extremity: Float64Array,
  meta?: Uint8Array,
): Float64Array {
  return extremity.map((distance, j) => {
    if (meta?.[j]) return metaPriority
    let agree = 0
    let disagree = 0
    let seen = 0
    for (let g = 0; g < votes.groups; g++) {
      agree += votes.agree[g * votes.statements + j]!
      disagree += votes.disagree[g * votes.statements + j]!
      seen += votes.seen[g * votes.statements + j]!
    }
    const passed = smoothedShare(seen - agree - disagree, seen)
    const importance = (1 - passed) * (distance + 1) * smoothedShare(agree, seen)
    return (importance * (1 + 8 * 2 ** (-seen / 5))) ** 2
  })
}
