import type { OpinionState } from './opinion-state.ts'

/** XᵀX times a vector, by whichever is the shorter way: over the votes, or over the table. */
export function multiplyByGram(state: OpinionState, vector: Float64Array): Float64Array {
  const m = state.statements.length
  // A vote is read twice and leads to scattered places; the table is read in a line, half of it.
  return 6 * state.votes > m * m ? multiplyByTable(state, vector) : multiplyByVotes(state, vector)
}

/**
 * The table is symmetric: each entry left of the diagonal is read once and serves both for its row and for its column. Four
 * rows go side by side, so that what is read of the vectors serves four entries.
 */
function multiplyByTable({ gram, statements }: OpinionState, vector: Float64Array): Float64Array {
  const m = statements.length
  const product = new Float64Array(m)
  let j = 0
  for (; j + 3 < m; j += 4) {
    const row0 = j * m
    const row1 = row0 + m
    const row2 = row1 + m
    const row3 = row2 + m
    const x0 = vector[j]!
    const x1 = vector[j + 1]!
    const x2 = vector[j + 2]!
    const x3 = vector[j + 3]!
    let sum0 = 0
    let sum1 = 0
    let sum2 = 0
    let sum3 = 0
    for (let l = 0; l < j; l++) {
      const g0 = gram[row0 + l]!
      const g1 = gram[row1 + l]!
      const g2 = gram[row2 + l]!
      const g3 = gram[row3 + l]!
      const x = vector[l]!
      sum0 += g0 * x
      sum1 += g1 * x
      sum2 += g2 * x
      sum3 += g3 * x
      product[l]! += g0 * x0 + g1 * x1 + (g2 * x2 + g3 * x3)
    }
    for (let l = j; l < j + 4; l++) {
      const x = vector[l]!
      sum0 += gram[row0 + l]! * x
      sum1 += gram[row1 + l]! * x
      sum2 += gram[row2 + l]! * x
      sum3 += gram[row3 + l]! * x
    }
    product[j] = sum0
    product[j + 1] = sum1
    product[j + 2] = sum2
    product[j + 3] = sum3
  }
  for (; j < m; j++) {
    const row = j * m
    const own = vector[j]!
    let sum = gram[row + j]! * own
    for (let l = 0; l < j; l++) {
      sum += gram[row + l]! * vector[l]!
      product[l]! += gram[row + l]! * own
    }
    product[j] = sum
  }
  return product
}

/** Forth and back person by person; each of the three possible votes on a statement has a place in a table. */
function multiplyByVotes(state: OpinionState, vector: Float64Array): Float64Array {
  const m = state.statements.length
  const { code, rowFrom, rowLength, means } = state
  const step = new Float64Array(3 * m)
  const gathered = new Float64Array(3 * m)
  for (let j = 0; j < m; j++) {
    for (let v = 0; v < 3; v++) step[3 * j + v] = (v - 1 - means[j]!) * vector[j]!
  }
  const people = state.participants.length
  for (let i = 0; i < people; i++) {
    const from = rowFrom[i]!
    const to = from + rowLength[i]!
    let sum0 = 0
    let sum1 = 0
    let v = from
    for (; v + 1 < to; v += 2) {
      sum0 += step[code[v]!]!
      sum1 += step[code[v + 1]!]!
    }
    if (v < to) sum0 += step[code[v]!]!
    const sum = sum0 + sum1
    for (v = from; v < to; v++) gathered[code[v]!]! += sum
  }
  return Float64Array.from({ length: m }, (_, j) => {
    const mean = means[j]!
    return gathered[3 * j]! * (-1 - mean) - gathered[3 * j + 1]! * mean + gathered[3 * j + 2]! * (1 - mean)
  })
}
