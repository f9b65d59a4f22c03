import { type GroupSums, NearestCenters } from './nearest-centers.ts'

/** Groups as the reference algorithm forms them: numbered from 0, none empty, centres in order of their starts. */
export interface StartedClusters {
  label: Int32Array
  centerX: Float64Array
  centerY: Float64Array
  weight: Float64Array
}

/** Centres that move less than this have come to rest. */
const restDistance = 0.01

/**
 * k-means as the reference algorithm does it, so that its results can be reproduced: the start is the first `k` distinct
 * points in the given order, a point equally near to two centres goes to the later one, groups that lose all points are
 * dropped, and it stops when all centres, sorted, have moved less than 0.01 or after `rounds` rounds. It finds poor optima and
 * depends on the order; `bestKMeans` does not.
 */
export function clustersFromFirstPoints(
  x: Float64Array,
  y: Float64Array,
  weight: Float64Array,
  k: number,
  rounds: number,
): StartedClusters {
  const nearest = new NearestCenters(x, y, weight)
  let { centerX, centerY } = firstDistinctPoints(x, y, k)
  let mass = new Float64Array(0)
  for (let round = 0; round <= rounds; round++) {
    const next = centersOf(nearest.assign(centerX, centerY), nearest.label)
    const rest = isAtRest(centerX, centerY, next.centerX, next.centerY)
    ;({ centerX, centerY, mass } = next)
    if (rest) break
  }
  return { label: nearest.labelOfPoints(), centerX, centerY, weight: mass }
}

function firstDistinctPoints(x: Float64Array, y: Float64Array, k: number) {
  const seen = new Set<string>()
  const chosen: number[] = []
  for (let i = 0; i < x.length && chosen.length < k; i++) {
    // Adding 0 makes −0 and 0 the same place.
    const place = `${x[i]! + 0} ${y[i]! + 0}`
    if (seen.has(place)) continue
    seen.add(place)
    chosen.push(i)
  }
  return {
    centerX: Float64Array.from(chosen, (i) => x[i]!),
    centerY: Float64Array.from(chosen, (i) => y[i]!),
  }
}

/** New centres, and the labels renumbered without the groups that are empty. */
function centersOf({ size, sumX, sumY, sum }: GroupSums, label: Int32Array) {
  const kept: number[] = []
  const number = new Int32Array(size.length)
  for (let c = 0; c < size.length; c++) {
    if (size[c] === 0) continue
    number[c] = kept.length
    kept.push(c)
  }
  if (kept.length < size.length) for (let s = 0; s < label.length; s++) label[s] = number[label[s]!]!
  const centerX = new Float64Array(kept.length)
  const centerY = new Float64Array(kept.length)
  const mass = new Float64Array(kept.length)
  for (const [at, c] of kept.entries()) {
    mass[at] = sum[c]!
    centerX[at] = sumX[c]! / sum[c]!
    centerY[at] = sumY[c]! / sum[c]!
  }
  return { centerX, centerY, mass }
}

/** Whether all centres, in the order of their places, have moved less than the distance of rest. */
function isAtRest(
  beforeX: Float64Array,
  beforeY: Float64Array,
  afterX: Float64Array,
  afterY: Float64Array,
): boolean {
  const before = orderOfPlaces(beforeX, beforeY)
  const after = orderOfPlaces(afterX, afterY)
  for (let c = 0; c < after.length; c++) {
    const dx = afterX[after[c]!]! - beforeX[before[c]!]!
    const dy = afterY[after[c]!]! - beforeY[before[c]!]!
    if (!(Math.hypot(dx, dy) < restDistance)) return false
  }
  return true
}

function orderOfPlaces(x: Float64Array, y: Float64Array): Int32Array {
  const order = new Int32Array(x.length)
  for (let c = 0; c < order.length; c++) order[c] = c
  return order.sort((a, b) => x[a]! - x[b]! || y[a]! - y[b]!)
}
