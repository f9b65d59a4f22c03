import type { VoteMatrix } from './vote-matrix.ts'

/**
 * How statements were voted on together, as whole numbers: for statements j and l over the people who voted on both, the
 * sum of v_j·v_l, the sum of v_j, and how many they are. From these XᵀX of the centred votes follows exactly,
 *   S1 − μ_l·S2[j,l] − μ_j·S2[l,j] + μ_j·μ_l·S3,
 * and one vote changes only row and column j, over the statements that the same person voted on.
 */
export class CoVotes {
  /** Statements that there is room for. */
  readonly width: number
  readonly product: Int32Array
  /** Sum of the votes on the first statement over the voters of both, at first × width + second. */
  readonly first: Int32Array
  readonly both: Int32Array

  constructor(width: number) {
    this.width = width
    this.product = new Int32Array(width * width)
    this.first = new Int32Array(width * width)
    this.both = new Int32Array(width * width)
  }

  static of(matrix: VoteMatrix): CoVotes {
    const votes = new CoVotes(matrix.statements.length)
    const { product, first, both, width } = votes
    for (let i = 0; i < matrix.participants.length; i++) {
      const to = matrix.rowStart[i + 1]!
      for (let a = matrix.rowStart[i]!; a < to; a++) {
        const vote = matrix.value[a]!
        const base = matrix.column[a]! * width
        for (let b = matrix.rowStart[i]!; b < to; b++) {
          const place = base + matrix.column[b]!
          product[place]! += vote * matrix.value[b]!
          first[place]! += vote
          both[place]!++
        }
      }
    }
    return votes
  }

  /**
   * Counts a vote on `column` in (`by` 1) or out (−1). `votes` are the same person's votes as 3 × column + value + 1, with or
   * without this one.
   */
  count(column: number, value: number, votes: Uint16Array, by: 1 | -1): void {
    const { product, first, both, width } = this
    for (const code of votes) {
      const other = Math.floor(code / 3)
      if (other === column) continue
      const otherValue = (code % 3) - 1
      const there = column * width + other
      const back = other * width + column
      product[there]! += by * value * otherValue
      product[back] = product[there]!
      first[there]! += by * value
      first[back]! += by * otherValue
      both[there]! += by
      both[back] = both[there]!
    }
    const own = column * width + column
    product[own]! += by * value * value
    first[own]! += by * value
    both[own]! += by
  }

  /** Row j of XᵀX for the given means, into `row`. */
  gramRow(j: number, means: Float64Array, row: Float64Array): void {
    const { product, first, both, width } = this
    const mean = means[j]!
    const base = j * width
    for (let l = 0; l < width; l++) {
      const place = base + l
      const other = means[l]!
      // Of the sums over voters of both, `first` at (l, j) is that of l's votes.
      // Sums in this order give the same bits for row l, column j.
      const cross = other * first[place]! + mean * first[l * width + j]!
      row[l] = product[place]! - cross + mean * other * both[place]!
    }
  }
}
