/** Eigenvalues in descending order and, for each carried row, that row of the matrix whose columns are the eigenvectors. */
export interface TridiagonalEigen {
  values: Float64Array
  rows: Float64Array[]
}

/**
 * Eigenvalues of a symmetric tridiagonal matrix (`beta[i]` stands beside `alpha[i]` and `alpha[i + 1]`) with the wanted
 * rows of its eigenvectors: 'last' for the last entries only, in O(k²), 'all' for whole vectors, in O(k³).
 * Implicit QL with Wilkinson's shift (Bowdler, Martin, Reinsch and Wilkinson 1968).
 */
export function tridiagonalEigen(
  alpha: ArrayLike<number>,
  beta: ArrayLike<number>,
  wanted: 'last' | 'all',
): TridiagonalEigen {
  const size = alpha.length
  const d = Float64Array.from(alpha)
  const e = new Float64Array(size)
  for (let i = 0; i + 1 < size; i++) e[i] = beta[i]!
  const carried: Float64Array[] = []
  for (let r = wanted === 'all' ? 0 : size - 1; r < size; r++) {
    const row = new Float64Array(size)
    row[r] = 1
    carried.push(row)
  }

  for (let l = 0; l < size; l++) {
    for (let sweep = 0; ; sweep++) {
      let m = l
      while (m + 1 < size && Math.abs(e[m]!) > Number.EPSILON * (Math.abs(d[m]!) + Math.abs(d[m + 1]!))) m++
      if (m === l) break
      if (sweep === 60)
        throw new Error(`An eigenvalue of a ${size} × ${size} tridiagonal matrix did not settle`)
      let g = (d[l + 1]! - d[l]!) / (2 * e[l]!)
      let r = Math.hypot(g, 1)
      g = d[m]! - d[l]! + e[l]! / (g + (g >= 0 ? r : -r))
      let sine = 1
      let cosine = 1
      let p = 0
      let i = m - 1
      for (; i >= l; i--) {
        const f = sine * e[i]!
        const b = cosine * e[i]!
        r = Math.hypot(f, g)
        e[i + 1] = r
        if (r === 0) {
          // The matrix falls apart here before the sweep is through.
          d[i + 1]! -= p
          e[m] = 0
          break
        }
        sine = f / r
        cosine = g / r
        g = d[i + 1]! - p
        r = (d[i]! - g) * sine + 2 * cosine * b
        p = sine * r
        d[i + 1] = g + p
        g = cosine * r - b
        for (const row of carried) {
          const above = row[i + 1]!
          row[i + 1] = sine * row[i]! + cosine * above
          row[i] = cosine * row[i]! - sine * above
        }
      }
      if (r === 0 && i >= l) continue
      d[l]! -= p
      e[l] = g
      e[m] = 0
    }
  }

  const order = Array.from({ length: size }, (_, i) => i).sort((a, b) => d[b]! - d[a]! || a - b)
  return {
    values: Float64Array.from(order, (i) => d[i]!),
    rows: carried.map((row) => Float64Array.from(order, (i) => row[i]!)),
  }
}
