/** The scales of measurement on which Krippendorff's alpha is defined. */
export const scales = ['nominal', 'ordinal', 'interval', 'ratio'] as const
export type Scale = (typeof scales)[number]

/** One distinct value with the number of times it occurs among the pairable values. */
export type Frequency<T> = { value: T; count: number }

/** How far apart two values are, given by their places in the list of frequencies. */
export type Difference = (a: number, b: number) => number

/** Categories are the same or they are not. */
export function nominalDifference(): Difference {
  return (a, b) => (a === b ? 0 : 1)
}

/**
 * Ranks differ by how many values lie between them, half of those at either end included; squared.
 * The frequencies must be in ascending order of value.
 */
export function ordinalDifference(frequencies: readonly Frequency<number>[]): Difference {
  // The place of a value's middle occurrence: the sum between two values is the difference of their middles.
  const middles = new Float64Array(frequencies.length)
  let before = 0
  for (const [place, { count }] of frequencies.entries()) {
    middles[place] = before + count / 2
    before += count
  }
  return (a, b) => ((middles[a] as number) - (middles[b] as number)) ** 2
}

/** Squared distance. */
export function intervalDifference(frequencies: readonly Frequency<number>[]): Difference {
  const values = inUnitsOfTheLargest(frequencies)
  return (a, b) => ((values[a] as number) - (values[b] as number)) ** 2
}

/** Squared distance in proportion to the size of the two values, which must not be negative. */
export function ratioDifference(frequencies: readonly Frequency<number>[]): Difference {
  const values = inUnitsOfTheLargest(frequencies)
  return (a, b) => {
    const sum = (values[a] as number) + (values[b] as number)
    return sum === 0 ? 0 : (((values[a] as number) - (values[b] as number)) / sum) ** 2
  }
}

/** Alpha does not depend on the unit; this one keeps squares of huge and of tiny values within range. */
function inUnitsOfTheLargest(frequencies: readonly Frequency<number>[]): Float64Array {
  const largest = frequencies.reduce((size, { value }) => Math.max(size, Math.abs(value)), 0) || 1
  return Float64Array.from(frequencies, ({ value }) => value / largest)
}
