import type { Rating } from './ratings.ts'

/**
 * How far two coders agree on categories beyond what their own habits would give by chance:
 * (observed − expected) / (1 − expected), Cohen (1960). 1 is perfect, 0 is chance, −1 the lowest possible.
 *
 * Units that only one of the two coded are left out. Null, "cannot be said", when no unit was coded by both
 * and when both used one and the same category throughout, since then agreement could not have failed.
 */
export function cohensKappa(pairs: readonly (readonly [Rating | null, Rating | null])[]): number | null {
  const first = new Map<Rating, number>()
  const second = new Map<Rating, number>()
  let both = 0
  let same = 0
  for (const [a, b] of pairs) {
    if (a === null || b === null) continue
    both += 1
    if (a === b) same += 1
    first.set(a, (first.get(a) ?? 0) + 1)
    second.set(b, (second.get(b) ?? 0) + 1)
  }
  // Whole numbers up to the last step, so that perfect agreement is exactly 1.
  let byChance = 0
  for (const [category, count] of first) byChance += count * (second.get(category) ?? 0)
  const notByChance = both * both - byChance
  return notByChance === 0 ? null : (same * both - byChance) / notByChance
}
