import type { VoteMatrix } from './vote-matrix.ts'

/**
 * Votes of each group on each statement; the entry of group g and statement j is at g × statements + j. `seen` counts all
 * votes, passes included. With soft groups a vote counts in each group by the voter's membership, so counts are not whole.
 */
export interface GroupVotes {
  groups: number
  statements: number
  agree: Float64Array
  disagree: Float64Array
  seen: Float64Array
}

function emptyGroupVotes(matrix: VoteMatrix, groups: number): GroupVotes {
  const statements = matrix.statements.length
  return {
    groups,
    statements,
    agree: new Float64Array(groups * statements),
    disagree: new Float64Array(groups * statements),
    seen: new Float64Array(groups * statements),
  }
}

/** Votes by group; `label` holds each row's group from 0, −1 for people in none. */
export function countGroupVotes(matrix: VoteMatrix, label: Int32Array, groups: number): GroupVotes {
  const votes = emptyGroupVotes(matrix, groups)
  const { rowStart, column, value } = matrix
  // Disagree, pass and agree side by side: one addition for each vote, whichever it is.
  const tally = new Uint32Array(votes.agree.length * 3)
  for (let i = 0; i < label.length; i++) {
    if (label[i]! < 0) continue
    const base = label[i]! * votes.statements * 3 + 1
    const end = rowStart[i + 1]!
    for (let v = rowStart[i]!; v < end; v++) tally[base + 3 * column[v]! + value[v]!]!++
  }
  for (let place = 0; place < votes.agree.length; place++) {
    votes.disagree[place] = tally[3 * place]!
    votes.agree[place] = tally[3 * place + 2]!
    votes.seen[place] = tally[3 * place]! + tally[3 * place + 1]! + tally[3 * place + 2]!
  }
  return votes
}

/** Votes by soft group; the membership of row i in group g is at i × groups + g. */
export function countSoftGroupVotes(
  matrix: VoteMatrix,
  membership: Float64Array,
  groups: number,
): GroupVotes {
  const votes = emptyGroupVotes(matrix, groups)
  const { agree, disagree, seen, statements } = votes
  const { rowStart, column, value } = matrix
  const rows = matrix.participants.length
  for (let g = 0; g < groups; g++) {
    for (let i = 0; i < rows; i++) {
      const share = membership[i * groups + g]!
      if (share === 0) continue
      const end = rowStart[i + 1]!
      for (let v = rowStart[i]!; v < end; v++) {
        const place = g * statements + column[v]!
        seen[place]! += share
        if (value[v] === 1) agree[place]! += share
        else if (value[v] === -1) disagree[place]! += share
      }
    }
  }
  return votes
}

/** Votes of everybody, as one group. */
export function countAllVotes(matrix: VoteMatrix): GroupVotes {
  return countGroupVotes(matrix, new Int32Array(matrix.participants.length), 1)
}
