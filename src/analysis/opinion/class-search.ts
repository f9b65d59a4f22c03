import { bestKMeans } from './k-means.ts'
import {
  classMembership,
  fitLatentClasses,
  type FitOptions,
  type LatentClasses,
  membershipFromLabels,
  placeVoters,
  randomMembership,
} from './latent-classes.ts'
import { keepSidedRows, type SidedVotes, sidedVotes } from './sided-votes.ts'
import { alignMembership } from './match-groups.ts'
import type { Positions } from './projection.ts'
import { keepParticipants, type VoteMatrix } from './vote-matrix.ts'

/** More people than this add nothing to the search for where the classes are; they only refine them afterwards. */
const searchRows = 2000

export interface ClassSearch {
  random: () => number
  /** Random starts beside the one from the map. */
  restarts: number
  /** Iterations over everybody after a search among some; 0 leaves the classes as found. */
  polish?: number
  /** Of each fit; the defaults of fitLatentClasses when left out. */
  fit?: FitOptions
}

/**
 * The best latent classes that several starts find: one from k-means on the map, the others from nowhere in particular,
 * slowly cooled. Fits that are nearly as likely as the best share in the memberships according to their likelihood, because
 * with few votes several divisions are about as credible and none should be chosen by a hair.
 */
export function searchClasses(
  votes: SidedVotes,
  positions: Positions,
  clustered: ArrayLike<number>,
  groups: number,
  search: ClassSearch,
): LatentClasses {
  const label = new Int32Array(votes.rows).fill(-1)
  const sample = everyFew(clustered, searchRows)
  const onMap = labelsOnMap(positions, sample, groups, search.random)
  for (const [at, i] of sample.entries()) label[i] = onMap[at]!
  if (clustered.length <= searchRows) return searchAmong(votes, label, groups, search)

  const found = searchAmong(
    keepSidedRows(votes, sample),
    Int32Array.from(sample, (i) => label[i]!),
    groups,
    search,
  )
  const membership = classMembership(votes, found)
  const { polish = 15 } = search
  if (polish === 0) return { ...found, membership }
  return fitLatentClasses(votes, groups, membership, { iterations: polish, tolerance: 0.01 })
}

/** Rows and iterations that show where classes are, for a first answer. */
const quickRows = 1500
const quickFit: FitOptions = { iterations: 12, tolerance: 5e-3 }

/**
 * Latent classes in a fraction of a second: a short fit from k-means on the map, among some of the people when there are
 * many; then everybody is placed once.
 */
export function quickClasses(
  matrix: VoteMatrix,
  positions: Positions,
  clustered: ArrayLike<number>,
  groups: number,
  random: () => number,
): LatentClasses {
  const sample = everyFew(clustered, quickRows)
  const onMap = labelsOnMap(positions, sample, groups, random)
  if (clustered.length <= quickRows) {
    const label = new Int32Array(matrix.participants.length).fill(-1)
    for (const [at, i] of sample.entries()) label[i] = onMap[at]!
    return fitLatentClasses(sidedVotes(matrix), groups, membershipFromLabels(label, groups), quickFit)
  }
  const votes = sidedVotes(keepParticipants(matrix, sample))
  const found = fitLatentClasses(votes, groups, membershipFromLabels(onMap, groups), quickFit)
  return { ...found, membership: placeVoters(matrix, found) }
}

function labelsOnMap(
  { x, y }: Positions,
  rows: readonly number[],
  groups: number,
  random: () => number,
): Int32Array {
  return bestKMeans(
    Float64Array.from(rows, (i) => x[i]!),
    Float64Array.from(rows, (i) => y[i]!),
    groups,
    { random, restarts: rows.length > 1000 ? 4 : 10 },
  ).label
}

function searchAmong(
  votes: SidedVotes,
  label: Int32Array,
  groups: number,
  { random, restarts, fit: options }: ClassSearch,
): LatentClasses {
  const fits = [fitLatentClasses(votes, groups, membershipFromLabels(label, groups), options)]
  for (let start = 0; start < restarts; start++) {
    fits.push(
      fitLatentClasses(votes, groups, randomMembership(votes.rows, groups, random), {
        ...options,
        annealing: 30,
      }),
    )
  }
  let best = fits[0]!
  for (const fit of fits) if (fit.score > best.score) best = fit

  const membership = new Float64Array(best.membership.length)
  let total = 0
  for (const fit of fits) {
    // Half of the difference: the score counts each vote once for itself, but neighbours' votes are not independent of it.
    const weight = Math.exp((fit.score - best.score) / 2)
    if (weight < 0.01) continue
    total += weight
    const aligned = fit === best ? fit.membership : alignMembership(fit.membership, best.membership, groups)
    for (let at = 0; at < membership.length; at++) membership[at]! += weight * aligned[at]!
  }
  for (let at = 0; at < membership.length; at++) membership[at]! /= total
  return { ...best, membership }
}

/** At most about `most` of the rows, evenly picked; the canonical order has nothing to do with what people voted. */
function everyFew(rows: ArrayLike<number>, most: number): number[] {
  const step = Math.max(1, rows.length / most)
  return Array.from({ length: Math.min(rows.length, most) }, (_, at) => rows[Math.floor(at * step)]!)
}
