/**
 * Chance that can be repeated: the same seed gives the same sequence of numbers, each at least 0 and below 1,
 * on every machine. Mulberry32 (Ettinger 2017): 32 bits of state, good for samples and examples, never for secrets.
 * Only the low 32 bits of the seed count.
 */
export function seededRandom(seed: number): () => number {
  if (!Number.isSafeInteger(seed)) throw new RangeError(`A seed is a whole number, not ${seed}`)
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
