import type { Components } from './principal-components.ts'
import type { VoteMatrix } from './vote-matrix.ts'

/** Where each row stands on the plane of the first two components. */
export interface Positions {
  x: Float64Array
  y: Float64Array
}

/**
 * Everybody's place on the map: the centred votes times the loadings, scaled by √(m/n_i), because a person who voted on few
 * statements would otherwise sit near the middle (n_i is their number of votes, m `statementCount`). People without a
 * vote, and an axis that does not exist, are at 0.
 *
 * `zeroed` marks columns that count as voted 0 by everybody (the reference algorithm's treatment of moderated statements):
 * then n_i is the person's other votes plus the number of zeroed columns.
 */
export function projectParticipants(
  matrix: VoteMatrix,
  components: Components,
  statementCount: number,
  zeroed?: Uint8Array,
): Positions {
  const rows = matrix.participants.length
  const statements = matrix.statements.length
  const { rowStart, column, value } = matrix
  // Both coordinates of each possible vote side by side, so that one vote touches one place in memory.
  const steps = new Float64Array(statements * 6)
  let zeroedCount = 0
  for (let j = 0; j < statements; j++) {
    if (zeroed?.[j]) {
      zeroedCount++
      continue
    }
    for (let v = -1; v <= 1; v++) {
      const centered = v - components.means[j]!
      steps[6 * j + 2 * (v + 1)] = centered * (components.loadings[0]?.[j] ?? 0)
      steps[6 * j + 2 * (v + 1) + 1] = centered * (components.loadings[1]?.[j] ?? 0)
    }
  }
  const x = new Float64Array(rows)
  const y = new Float64Array(rows)
  for (let i = 0; i < rows; i++) {
    let sumX = 0
    let sumY = 0
    const from = rowStart[i]!
    const to = rowStart[i + 1]!
    for (let v = from; v < to; v++) {
      const step = 6 * column[v]! + 2 * value[v]! + 2
      sumX += steps[step]!
      sumY += steps[step + 1]!
    }
    let count = to - from
    if (zeroedCount > 0) {
      count += zeroedCount
      for (let v = from; v < to; v++) count -= zeroed![column[v]!]!
    }
    const scale = Math.sqrt(statementCount / Math.max(count, 1))
    x[i] = scale * sumX
    y[i] = scale * sumY
  }
  return { x, y }
}

/**
 * How far from the middle a person would stand who had only agreed with this statement: √m·|1 − mean|·‖loadings‖. High for
 * statements that set people apart; 0 for a statement that nobody voted on.
 */
export function statementExtremity(components: Components, statementCount: number): Float64Array {
  const [first, second] = components.loadings
  return components.means.map((mean, j) => {
    return Math.sqrt(statementCount) * Math.abs(1 - mean) * Math.hypot(first?.[j] ?? 0, second?.[j] ?? 0)
  })
}
