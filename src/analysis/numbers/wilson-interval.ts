export type Interval = { low: number; high: number }

/** The standard normal value that leaves 2.5 % in each tail. */
export const z95 = 1.959963984540054

/**
 * Where the true share plausibly lies when `count` of `total` were seen; null when nobody was asked.
 * Wilson's score interval (Wilson 1927), which stays within 0 to 1 and behaves for small totals.
 */
export function wilsonInterval(count: number, total: number, z = z95): Interval | null {
  if (!(count >= 0 && count <= total)) throw new RangeError(`Not a part of a whole: ${count} of ${total}`)
  if (total === 0) return null
  const share = count / total
  const z2 = z * z
  const center = share + z2 / (2 * total)
  const spread = z * Math.sqrt((share * (1 - share)) / total + z2 / (4 * total * total))
  const scale = 1 + z2 / total
  // At 0 and at everyone the edge is exact; rounding must not push it past.
  return {
    low: count === 0 ? 0 : (center - spread) / scale,
    high: count === total ? 1 : (center + spread) / scale,
  }
}
