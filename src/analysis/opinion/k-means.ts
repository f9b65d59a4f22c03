/** A partition of points in the plane; groups are numbered from 0 and none is empty. */
export interface PlaneClusters {
  label: Int32Array
  centerX: Float64Array
  centerY: Float64Array
  /** Sum of squared distances to the own centre (times the weights). */
  inertia: number
}

/**
 * The best partition into `k` groups by squared distance that many starts find: k-means++ starts (Arthur and Vassilvitskii
 * 2007), Lloyd's iteration, then single points are moved for as long as a move helps (Hartigan 1975), which leaves fewer
 * poor optima than Lloyd's iteration alone. With fewer than `k` distinct points there are as many groups as distinct points.
 */
export function bestKMeans(
  x: Float64Array,
  y: Float64Array,
  k: number,
  {
    random,
    restarts = x.length <= 20_000 ? 50 : 20,
    weight,
  }: { random: () => number; restarts?: number; weight?: Float64Array },
): PlaneClusters {
  const weights = weight ?? new Float64Array(x.length).fill(1)
  let best: PlaneClusters | null = null
  for (let start = 0; start < Math.max(1, restarts); start++) {
    const clusters = spreadStart(x, y, weights, k, random)
    settle(x, y, weights, clusters)
    moveSinglePoints(x, y, weights, clusters)
    if (best === null || clusters.inertia < best.inertia) best = clusters
  }
  return best!
}

/** k-means++: each next centre is a point drawn in proportion to its squared distance from the nearest centre so far. */
function spreadStart(
  x: Float64Array,
  y: Float64Array,
  weight: Float64Array,
  k: number,
  random: () => number,
): PlaneClusters {
  const points = x.length
  const centerX: number[] = []
  const centerY: number[] = []
  const chance = weight.slice()
  const nearest = new Float64Array(points).fill(Infinity)
  while (centerX.length < k) {
    let total = 0
    for (let i = 0; i < points; i++) total += chance[i]!
    if (!(total > 0)) break
    let draw = random() * total
    let chosen = -1
    for (let i = 0; i < points; i++) {
      if (!(chance[i]! > 0)) continue
      chosen = i
      draw -= chance[i]!
      if (draw < 0) break
    }
    centerX.push(x[chosen]!)
    centerY.push(y[chosen]!)
    for (let i = 0; i < points; i++) {
      const dx = x[i]! - x[chosen]!
      const dy = y[i]! - y[chosen]!
      const distance = dx * dx + dy * dy
      if (distance < nearest[i]!) nearest[i] = distance
      chance[i] = weight[i]! * nearest[i]!
    }
  }
  return {
    label: new Int32Array(points),
    centerX: Float64Array.from(centerX),
    centerY: Float64Array.from(centerY),
    inertia: Infinity,
  }
}

/** Lloyd's iteration until no label changes; empty groups are dropped. */
function settle(x: Float64Array, y: Float64Array, weight: Float64Array, clusters: PlaneClusters): void {
  const points = x.length
  let { centerX, centerY } = clusters
  const { label } = clusters
  label.fill(-1)
  for (let round = 0; round < 300; round++) {
    const k = centerX.length
    const sumX = new Float64Array(k)
    const sumY = new Float64Array(k)
    const mass = new Float64Array(k)
    let changed = false
    let inertia = 0
    for (let i = 0; i < points; i++) {
      const px = x[i]!
      const py = y[i]!
      let near = 0
      let least = Infinity
      for (let g = 0; g < k; g++) {
        const dx = px - centerX[g]!
        const dy = py - centerY[g]!
        const distance = dx * dx + dy * dy
        if (distance < least) {
          least = distance
          near = g
        }
      }
      if (label[i] !== near) {
        label[i] = near
        changed = true
      }
      inertia += weight[i]! * least
      sumX[near]! += weight[i]! * px
      sumY[near]! += weight[i]! * py
      mass[near]! += weight[i]!
    }
    clusters.inertia = inertia
    if (!changed) break
    const kept: number[] = []
    for (let g = 0; g < k; g++) if (mass[g]! > 0) kept.push(g)
    centerX = Float64Array.from(kept, (g) => sumX[g]! / mass[g]!)
    centerY = Float64Array.from(kept, (g) => sumY[g]! / mass[g]!)
    clusters.centerX = centerX
    clusters.centerY = centerY
  }
}

/**
 * Moves one point at a time to another group when the sum of squares falls by it, both centres moving along; until a whole
 * round brings nothing. A point far from its centre is held back by pulling that centre, which Lloyd's iteration ignores.
 */
function moveSinglePoints(
  x: Float64Array,
  y: Float64Array,
  weight: Float64Array,
  clusters: PlaneClusters,
): void {
  const { label, centerX, centerY } = clusters
  const points = x.length
  const k = centerX.length
  const mass = new Float64Array(k)
  const size = new Uint32Array(k)
  for (let i = 0; i < points; i++) {
    mass[label[i]!]! += weight[i]!
    size[label[i]!]!++
  }
  for (let round = 0; round < 100; round++) {
    let moved = false
    for (let i = 0; i < points; i++) {
      const from = label[i]!
      const w = weight[i]!
      if (size[from] === 1 || w === 0) continue
      const fromDistance = (x[i]! - centerX[from]!) ** 2 + (y[i]! - centerY[from]!) ** 2
      const gain = (fromDistance * mass[from]!) / (mass[from]! - w)
      let to = -1
      // A move must gain more than rounding can feign, or two groups would pass a point to and fro for ever.
      let least = gain * (1 - 1e-12)
      for (let g = 0; g < k; g++) {
        if (g === from) continue
        const dx = x[i]! - centerX[g]!
        const dy = y[i]! - centerY[g]!
        const cost = ((dx * dx + dy * dy) * mass[g]!) / (mass[g]! + w)
        if (cost < least) {
          least = cost
          to = g
        }
      }
      if (to < 0) continue
      moved = true
      centerX[from]! += ((centerX[from]! - x[i]!) * w) / (mass[from]! - w)
      centerY[from]! += ((centerY[from]! - y[i]!) * w) / (mass[from]! - w)
      centerX[to]! += ((x[i]! - centerX[to]!) * w) / (mass[to]! + w)
      centerY[to]! += ((y[i]! - centerY[to]!) * w) / (mass[to]! + w)
      mass[from]! -= w
      mass[to]! += w
      size[from]!--
      size[to]!++
      label[i] = to
    }
    if (!moved) break
  }
  recenter(x, y, weight, clusters)
}

/** Centres and inertia afresh from the labels, without the rounding of many small moves. */
function recenter(x: Float64Array, y: Float64Array, weight: Float64Array, clusters: PlaneClusters): void {
  const { label, centerX, centerY } = clusters
  const mass = new Float64Array(centerX.length)
  centerX.fill(0)
  centerY.fill(0)
  for (let i = 0; i < x.length; i++) {
    centerX[label[i]!]! += weight[i]! * x[i]!
    centerY[label[i]!]! += weight[i]! * y[i]!
    mass[label[i]!]! += weight[i]!
  }
  for (let g = 0; g < mass.length; g++) {
    centerX[g]! /= mass[g]!
    centerY[g]! /= mass[g]!
  }
  clusters.inertia = 0
  for (let i = 0; i < x.length; i++) {
    const g = label[i]!
    clusters.inertia += weight[i]! * ((x[i]! - centerX[g]!) ** 2 + (y[i]! - centerY[g]!) ** 2)
  }
}

/**
 * How well points sit in their groups: the mean over points of (b − a) / max(a, b), a being the mean distance to the rest of
 * the own group and b to the nearest other group (Rousseeuw 1987); from −1 to 1. A point alone in its group counts 0, and
 * so does everything when there is only one group. O(points²).
 */
export function silhouette(x: Float64Array, y: Float64Array, label: Int32Array, k: number): number {
  const points = x.length
  const size = new Uint32Array(k)
  for (let i = 0; i < points; i++) size[label[i]!]!++
  if (points === 0 || size.filter((count) => count > 0).length < 2) return 0
  const sums = new Float64Array(points * k)
  for (let i = 0; i < points; i++) {
    for (let j = i + 1; j < points; j++) {
      const distance = Math.sqrt((x[i]! - x[j]!) ** 2 + (y[i]! - y[j]!) ** 2)
      sums[i * k + label[j]!]! += distance
      sums[j * k + label[i]!]! += distance
    }
  }
  let total = 0
  for (let i = 0; i < points; i++) {
    const own = label[i]!
    if (size[own] === 1) continue
    const within = sums[i * k + own]! / (size[own]! - 1)
    let between = Infinity
    for (let g = 0; g < k; g++) {
      if (g !== own && size[g]! > 0) between = Math.min(between, sums[i * k + g]! / size[g]!)
    }
    const larger = Math.max(within, between)
    if (larger > 0) total += (between - within) / larger
  }
  return total / points
}
