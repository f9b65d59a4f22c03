/** Maps a value to a share of the picture's width, from 0 to 100. Outside values stop at the edge. */
export type Scale = (value: number) => number

/** A straight scale. A domain without width maps everything to 0. */
export function linearScale(from: number, to: number): Scale {
  return (value) => (to === from ? 0 : Math.min(100, Math.max(0, ((value - from) / (to - from)) * 100)))
}

/**
 * About `count` round values from `from` to `to` or just beyond, for an axis: steps of 1, 2 or 5 times a power of ten.
 * A domain without width gets 0 and 1.
 */
export function roundTicks(from: number, to: number, count = 4): number[] {
  if (!(to > from)) return [0, 1]
  const rough = (to - from) / count
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = [1, 2, 5, 10].map((times) => times * power).find((candidate) => candidate >= rough * 0.999)!
  const first = Math.floor(from / step + 1e-9)
  const last = Math.ceil(to / step - 1e-9)
  // Multiples, not sums: 0.1 + 0.2 would print as 0.30000000000000004.
  const decimals = Math.max(0, -Math.floor(Math.log10(step)))
  return Array.from({ length: last - first + 1 }, (_, i) => Number(((first + i) * step).toFixed(decimals)))
}
