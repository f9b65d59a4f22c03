import type { GroupVotes } from './group-votes.ts'
import type { VoteMatrix } from './vote-matrix.ts'

/**
 * How much each vote must count so that routing does not bias the result. A person answers some statements in turn; the one
 * of step s was drawn with `probability`. The weight is (1/probability + T − s)/T with s from 1 to T, the person's number
 * of drawn votes: at every step a statement that is still open is drawn with its probability, so 1/probability is what a
 * step before and at the answer contributes on average, and each later step counts 1 (after Des Raj 1956, for draws without
 * replacement). A mean of 1 for everybody and every statement, whatever the router preferred. Plain 1/probability would
 * count people less on what they are asked early.
 *
 * `probability` and `step` (from 0) are aligned with `matrix.column`; a vote that was not drawn (NaN or 0) counts 1.
 */
export function drawWeights(
  matrix: VoteMatrix,
  probability: Float64Array,
  step: ArrayLike<number>,
): Float64Array {
  const weight = new Float64Array(matrix.column.length).fill(1)
  for (let i = 0; i < matrix.participants.length; i++) {
    const from = matrix.rowStart[i]!
    const to = matrix.rowStart[i + 1]!
    let draws = 0
    for (let v = from; v < to; v++) if (probability[v]! > 0) draws = Math.max(draws, step[v]! + 1)
    for (let v = from; v < to; v++) {
      if (probability[v]! > 0) weight[v] = (1 / probability[v]! + draws - step[v]! - 1) / draws
    }
  }
  return weight
}

/**
 * Votes by group with weights, after Hájek (1971): shares are Σ weights of agreeing ÷ Σ weights, and the counts are scaled
 * to the number of equally weighted votes that would be as sure, (Σw)² ÷ Σw² (Kish 1965), so that everything that is
 * computed from counts keeps its meaning. `label` is each row's group from 0, −1 for none.
 */
export function countWeightedGroupVotes(
  matrix: VoteMatrix,
  label: Int32Array,
  groups: number,
  weight: Float64Array,
): GroupVotes {
  const statements = matrix.statements.length
  const agree = new Float64Array(groups * statements)
  const disagree = new Float64Array(groups * statements)
  const seen = new Float64Array(groups * statements)
  const squares = new Float64Array(groups * statements)
  for (let i = 0; i < label.length; i++) {
    if (label[i]! < 0) continue
    for (let v = matrix.rowStart[i]!; v < matrix.rowStart[i + 1]!; v++) {
      const place = label[i]! * statements + matrix.column[v]!
      const part = weight[v]!
      seen[place]! += part
      squares[place]! += part * part
      if (matrix.value[v] === 1) agree[place]! += part
      else if (matrix.value[v] === -1) disagree[place]! += part
    }
  }
  for (let place = 0; place < seen.length; place++) {
    if (squares[place] === 0) continue
    const scale = seen[place]! / squares[place]!
    agree[place]! *= scale
    disagree[place]! *= scale
    seen[place]! *= scale
  }
  return { groups, statements, agree, disagree, seen }
}
