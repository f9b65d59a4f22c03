import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { plantedSettings, plantVotes, renameAndReorder } from '../../../tests/support/planted-votes.ts'
import { seededRandom } from '../numbers/seeded-random.ts'
import { largestSingularValue, principalComponents } from './principal-components.ts'
import { tridiagonalEigen } from './tridiagonal-eigen.ts'
import { buildVoteMatrix, type VoteMatrix } from './vote-matrix.ts'

/** Singular values by the slow and certain way: one-sided Jacobi rotations of the dense matrix (Hestenes 1958). */
function denseSingularValues({ participants, statements, rowStart, column, value }: VoteMatrix): number[] {
  const columns = statements.map((_, j) => {
    const dense = new Array<number>(participants.length).fill(0)
    const voters: number[] = []
    for (let i = 0; i < participants.length; i++) {
      for (let v = rowStart[i]!; v < rowStart[i + 1]!; v++) {
        if (column[v] !== j) continue
        dense[i] = value[v]!
        voters.push(i)
      }
    }
    const mean = voters.reduce((sum, i) => sum + dense[i]!, 0) / Math.max(1, voters.length)
    for (const i of voters) dense[i]! -= mean
    return dense
  })
  const dot = (a: number[], b: number[]) => a.reduce((sum, entry, i) => sum + entry * b[i]!, 0)
  for (let sweep = 0; sweep < 40; sweep++) {
    for (let p = 0; p < columns.length; p++) {
      for (let q = p + 1; q < columns.length; q++) {
        const a = columns[p]!
        const b = columns[q]!
        const shared = dot(a, b)
        if (Math.abs(shared) < 1e-15) continue
        const zeta = (dot(b, b) - dot(a, a)) / (2 * shared)
        const tangent = Math.sign(zeta || 1) / (Math.abs(zeta) + Math.sqrt(1 + zeta * zeta))
        const cosine = 1 / Math.sqrt(1 + tangent * tangent)
        columns[p] = a.map((entry, i) => cosine * entry - cosine * tangent * b[i]!)
        columns[q] = a.map((entry, i) => cosine * tangent * entry + cosine * b[i]!)
      }
    }
  }
  return columns.map((entries) => Math.sqrt(dot(entries, entries))).sort((a, b) => b - a)
}

const votes = fc.array(fc.tuple(fc.nat(11), fc.nat(7), fc.constantFrom(-1, 0, 1)), { maxLength: 96 })

function matrixOf(given: readonly (readonly [number, number, number])[]): VoteMatrix {
  const kept = [...new Map(given.map((vote) => [`${vote[0]} ${vote[1]}`, vote])).values()]
  return buildVoteMatrix(
    Array.from({ length: 12 }, (_, i) => `${i}`),
    Array.from({ length: 8 }, (_, j) => `${j}`),
    {
      row: Uint32Array.from(kept, ([row]) => row),
      column: Uint16Array.from(kept, ([, column]) => column),
      value: Int8Array.from(kept, ([, , value]) => value),
    },
  )
}

describe('principalComponents', () => {
  test('agrees with a dense solution on any votes, also with equal and missing components', () => {
    fc.assert(
      fc.property(votes, (given) => {
        const matrix = matrixOf(given)
        const dense = denseSingularValues(matrix)
        const { singularValues, loadings, explained } = principalComponents(matrix, { count: 4 })
        const squares = dense.reduce((sum, value) => sum + value * value, 0)
        for (let q = 0; q < 4; q++) {
          expect(Math.abs(singularValues[q]! - dense[q]!)).toBeLessThan(1e-6 + 1e-9 * dense[0]!)
          const length = loadings[q]!.reduce((sum, entry) => sum + entry * entry, 0)
          expect(length).toBeCloseTo(singularValues[q] === 0 ? 0 : 1, 9)
          if (squares > 0) expect(explained[q]!).toBeCloseTo(dense[q]! ** 2 / squares, 9)
          for (let p = 0; p < q; p++) {
            expect(loadings[p]!.reduce((sum, entry, j) => sum + entry * loadings[q]![j]!, 0)).toBeCloseTo(
              0,
              7,
            )
          }
        }
      }),
      { numRuns: 60 },
    )
  })

  test('each vector is stretched by its own value and by nothing else', () => {
    const { matrix } = plantVotes(plantedSettings[3]!, seededRandom(3))
    const { means, loadings, singularValues } = principalComponents(matrix, { count: 3 })
    for (let q = 0; q < 3; q++) {
      const product = new Float64Array(means.length)
      for (let i = 0; i < matrix.participants.length; i++) {
        let score = 0
        for (let v = matrix.rowStart[i]!; v < matrix.rowStart[i + 1]!; v++) {
          const j = matrix.column[v]!
          score += (matrix.value[v]! - means[j]!) * loadings[q]![j]!
        }
        for (let v = matrix.rowStart[i]!; v < matrix.rowStart[i + 1]!; v++) {
          const j = matrix.column[v]!
          product[j]! += (matrix.value[v]! - means[j]!) * score
        }
      }
      const residual = product.map((entry, j) => entry - singularValues[q]! ** 2 * loadings[q]![j]!)
      expect(Math.hypot(...residual) / singularValues[0]! ** 2).toBeLessThan(1e-10)
    }
  })

  test('the same votes give the same bits, and other names and orders the same values', () => {
    const { matrix } = plantVotes(plantedSettings[1]!, seededRandom(1))
    const first = principalComponents(matrix, { count: 2 })
    expect(principalComponents(matrix, { count: 2 })).toEqual(first)
    const other = principalComponents(renameAndReorder(matrix, seededRandom(2)).matrix, { count: 2 })
    for (const q of [0, 1]) {
      expect(other.singularValues[q]! / first.singularValues[q]!).toBeCloseTo(1, 12)
      const sorted = (vector: Float64Array) => [...vector].sort((a, b) => a - b)
      const own = sorted(first.loadings[q]!)
      for (const [j, entry] of sorted(other.loadings[q]!).entries()) expect(entry).toBeCloseTo(own[j]!, 9)
    }
  })

  test('the quick largest singular value is as near as it was asked to be', () => {
    const { matrix } = plantVotes(plantedSettings[2]!, seededRandom(5))
    const exact = principalComponents(matrix, { count: 1 }).singularValues[0]!
    expect(Math.abs(largestSingularValue(matrix, 1e-3) / exact - 1)).toBeLessThan(1e-3)
  })

  test('zeroed columns have no part in anything', () => {
    const { matrix } = plantVotes(plantedSettings[1]!, seededRandom(1))
    const zeroed = Uint8Array.from(matrix.statements, (_, j) => (j % 3 === 0 ? 1 : 0))
    const { means, loadings } = principalComponents(matrix, { count: 2, zeroed })
    for (const [j, out] of zeroed.entries()) {
      if (out) expect([means[j], loadings[0]![j], loadings[1]![j]]).toEqual([0, 0, 0])
    }
  })
})

test('eigenvalues of the second-difference matrix are the published ones', () => {
  const size = 12
  const { values, rows } = tridiagonalEigen(new Array(size).fill(2), new Array(size - 1).fill(-1), 'all')
  for (let q = 0; q < size; q++) {
    expect(values[q]!).toBeCloseTo(2 - 2 * Math.cos(((size - q) * Math.PI) / (size + 1)), 12)
    expect(rows.reduce((sum, row) => sum + row[q]! ** 2, 0)).toBeCloseTo(1, 12)
  }
  const { rows: last } = tridiagonalEigen(new Array(size).fill(2), new Array(size - 1).fill(-1), 'last')
  expect(last).toHaveLength(1)
  for (let q = 0; q < size; q++) expect(Math.abs(last[0]![q]!)).toBeCloseTo(Math.abs(rows[size - 1]![q]!), 10)
})
