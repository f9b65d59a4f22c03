/**
 * Eigenvalues (descending) and unit eigenvectors of a small symmetric matrix, by Jacobi's rotations (Golub and Van Loan,
 * section 8.5). `matrix` is row by row, size × size; vector k has its entries at k × size + i.
 */
export function jacobiEigen(
  matrix: Float64Array,
  size: number,
): { values: Float64Array; vectors: Float64Array } {
  const a = matrix.slice()
  const v = new Float64Array(size * size)
  for (let i = 0; i < size; i++) v[i * size + i] = 1
  for (let sweep = 0; sweep < 60; sweep++) {
    let off = 0
    let all = 0
    for (let i = 0; i < size; i++) {
      for (let j = 0; j < size; j++) {
        all += a[i * size + j]! ** 2
        if (i !== j) off += a[i * size + j]! ** 2
      }
    }
    if (off <= 1e-34 * all) break
    for (let p = 0; p < size - 1; p++) {
      for (let q = p + 1; q < size; q++) {
        const cross = a[p * size + q]!
        if (cross * cross <= 1e-38 * all) continue
        const half = (a[q * size + q]! - a[p * size + p]!) / (2 * cross)
        const t = Math.sign(half || 1) / (Math.abs(half) + Math.sqrt(1 + half * half))
        const c = 1 / Math.sqrt(1 + t * t)
        const s = t * c
        for (let k = 0; k < size; k++) {
          const kp = a[k * size + p]!
          const kq = a[k * size + q]!
          a[k * size + p] = c * kp - s * kq
          a[k * size + q] = s * kp + c * kq
        }
        for (let k = 0; k < size; k++) {
          const pk = a[p * size + k]!
          const qk = a[q * size + k]!
          a[p * size + k] = c * pk - s * qk
          a[q * size + k] = s * pk + c * qk
          const vp = v[p * size + k]!
          const vq = v[q * size + k]!
          v[p * size + k] = c * vp - s * vq
          v[q * size + k] = s * vp + c * vq
        }
      }
    }
  }
  const order = Array.from({ length: size }, (_, i) => i).sort(
    (i, j) => a[j * size + j]! - a[i * size + i]! || i - j,
  )
  const vectors = new Float64Array(size * size)
  order.forEach((from, to) => vectors.set(v.subarray(from * size, (from + 1) * size), to * size))
  return { values: Float64Array.from(order, (i) => a[i * size + i]!), vectors }
}
