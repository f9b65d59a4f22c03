/**
 * The value below which the share `p` (0 to 1) of the values lies; null when there are none.
 * Linear between neighbours: type 7 of Hyndman and Fan (1996), the default of R and NumPy.
 */
export function quantile(values: readonly number[], p: number): number | null {
  if (!(p >= 0 && p <= 1)) throw new RangeError(`A quantile lies between 0 and 1, not at ${p}`)
  if (values.length === 0) return null
  const sorted = Float64Array.from(values).sort()
  const place = (sorted.length - 1) * p
  const below = sorted[Math.floor(place)] as number // place is within the array
  const above = sorted[Math.ceil(place)] as number
  // Weighted this way two equal neighbours give themselves, and large opposite values do not overflow.
  const part = place - Math.floor(place)
  return below === above ? below : below * (1 - part) + above * part
}

/** The middle value, the mean of the two middle ones for an even number; null when there are none. */
export function median(values: readonly number[]): number | null {
  return quantile(values, 0.5)
}
