import { seededRandom } from '../numbers/seeded-random.ts'
import { type StartedClusters, clustersFromFirstPoints } from './base-clusters.ts'
import { bestKMeans, silhouette } from './k-means.ts'
import type { Positions } from './projection.ts'
import type { VoteMatrix } from './vote-matrix.ts'

/** Fewest votes of a person who is put in a group, unless there are fewer statements. */
const fewestVotes = 7
/** With fewer people than this in groups, those with the most votes are added. */
const fewestPeople = 15
const baseClusters = 100
const baseRounds = 100
const groupRounds = 20

/** Rows of the people who are put in groups, ascending: enough votes, or among the fifteen with the most. */
export function rowsInConversation({ rowStart, participants }: VoteMatrix, statementCount: number): number[] {
  const votes = (i: number) => rowStart[i + 1]! - rowStart[i]!
  const threshold = Math.min(fewestVotes, statementCount)
  const rows: number[] = []
  const others: number[] = []
  for (let i = 0; i < participants.length; i++) (votes(i) >= threshold ? rows : others).push(i)
  if (rows.length >= fewestPeople) return rows
  others.sort((a, b) => votes(b) - votes(a))
  return [...rows, ...others.slice(0, fewestPeople - rows.length)].sort((a, b) => a - b)
}

/** Groups by row of the matrix (−1 for people in none), and how many there are. */
export interface CompatGroups {
  label: Int32Array
  groups: number
}

/**
 * Groups as the reference algorithm forms them from a cold start: a hundred small clusters of people near each other, and of
 * these, weighted by their people, two to five groups; the number of groups is the one with the best mean silhouette of
 * the small clusters, the larger of equals, unless `groups` fixes it.
 */
export function compatGroups(
  rows: readonly number[],
  positions: Positions,
  groups: number | undefined,
): CompatGroups {
  const { x, y } = placesOf(rows, positions)
  const base = clustersFromFirstPoints(x, y, new Float64Array(rows.length).fill(1), baseClusters, baseRounds)
  const count = base.centerX.length
  const largest = Math.min(5, 2 + Math.floor(count / 12))
  let best: StartedClusters | null = null
  let bestSilhouette = -Infinity
  for (let k = groups ?? 2; k <= (groups ?? largest); k++) {
    const clusters = clustersFromFirstPoints(base.centerX, base.centerY, base.weight, k, groupRounds)
    const fit = silhouette(base.centerX, base.centerY, clusters.label, clusters.centerX.length)
    if (fit < bestSilhouette) continue
    bestSilhouette = fit
    best = clusters
  }
  const label = new Int32Array(positions.x.length).fill(-1)
  for (const [r, row] of rows.entries()) label[row] = best!.label[base.label[r]!]!
  return { label, groups: best!.centerX.length }
}

/** The plain k-means optimum over the people in `rows`, all counting the same. */
export function plainKMeansGroups(
  rows: readonly number[],
  positions: Positions,
  groups: number,
  seed: number,
): CompatGroups {
  const { x, y } = placesOf(rows, positions)
  const clusters = bestKMeans(x, y, groups, { random: seededRandom(seed) })
  const label = new Int32Array(positions.x.length).fill(-1)
  for (const [r, row] of rows.entries()) label[row] = clusters.label[r]!
  return { label, groups: clusters.centerX.length }
}

function placesOf(rows: readonly number[], positions: Positions): Positions {
  const x = new Float64Array(rows.length)
  const y = new Float64Array(rows.length)
  for (let r = 0; r < rows.length; r++) {
    x[r] = positions.x[rows[r]!]!
    y[r] = positions.y[rows[r]!]!
  }
  return { x, y }
}
