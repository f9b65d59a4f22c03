import { multiplyByGram } from './gram-product.ts'
import { jacobiEigen } from './jacobi-eigen.ts'
import type { OpinionState } from './opinion-state.ts'

/** Inner product of two vectors. */
export function dot(a: Float64Array, b: Float64Array): number {
  let sum0 = 0
  let sum1 = 0
  const even = a.length - (a.length % 2)
  for (let i = 0; i < even; i += 2) {
    sum0 += a[i]! * b[i]!
    sum1 += a[i + 1]! * b[i + 1]!
  }
  if (even < a.length) sum0 += a[even]! * b[even]!
  return sum0 + sum1
}

/** Makes `vector` a unit vector at right angles to all of `basis`; false when nothing is left of it. */
function standApart(vector: Float64Array, basis: readonly Float64Array[]): boolean {
  const before = Math.sqrt(dot(vector, vector))
  if (!(before > 0)) return false
  let length = before
  for (let round = 0; round < 2; round++) {
    for (const other of basis) {
      const along = dot(vector, other)
      for (let l = 0; l < vector.length; l++) vector[l]! -= along * other[l]!
    }
    length = Math.sqrt(dot(vector, vector))
    if (!(length > 1e-13 * before)) return false
  }
  for (let l = 0; l < vector.length; l++) vector[l]! /= length
  return true
}

/** A space in which directions are sought: unit vectors at right angles, XᵀX times each, and their table of products. */
export class SearchSpace {
  basis: Float64Array[] = []
  image: Float64Array[] = []
  table: number[][] = []

  add(vector: Float64Array, image: Float64Array): void {
    const row = this.basis.map((other) => dot(other, image))
    row.push(dot(vector, image))
    this.table.forEach((line, k) => line.push(row[k]!))
    this.table.push(row)
    this.basis.push(vector)
    this.image.push(image)
  }

  /** Adds what is new in the vectors; false when nothing is. */
  widen(state: OpinionState, vectors: readonly Float64Array[]): boolean {
    const fresh: Float64Array[] = []
    for (const vector of vectors) if (standApart(vector, [...this.basis, ...fresh])) fresh.push(vector)
    for (const vector of fresh) this.add(vector, multiplyByGram(state, vector))
    return fresh.length > 0
  }

  /** The best directions within the space, strongest first. */
  solve(): { values: Float64Array; vectors: Float64Array } {
    return jacobiEigen(Float64Array.from(this.table.flat()), this.basis.length)
  }

  /** Direction k of a solution, or with `this.image` its product. */
  combine(of: readonly Float64Array[], vectors: Float64Array, k: number): Float64Array {
    const size = this.basis.length
    const sum = new Float64Array(of[0]!.length)
    for (let a = 0; a < size; a++) {
      const part = vectors[k * size + a]!
      const vector = of[a]!
      for (let l = 0; l < sum.length; l++) sum[l]! += part * vector[l]!
    }
    return sum
  }

  /** Cuts the space back to its best directions. */
  narrow(count: number): Float64Array {
    const { values, vectors } = this.solve()
    const kept = Array.from({ length: Math.min(count, values.length) }, (_, k) => ({
      vector: this.combine(this.basis, vectors, k),
      image: this.combine(this.image, vectors, k),
    }))
    this.basis = []
    this.image = []
    this.table = []
    for (const { vector, image } of kept) this.add(vector, image)
    return values
  }
}
