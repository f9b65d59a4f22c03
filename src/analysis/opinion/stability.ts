import { type ClassSearch, searchClasses } from './class-search.ts'
import { classMembership } from './latent-classes.ts'
import { keepSidedRows, sidedVotes, type SidedVotes } from './sided-votes.ts'
import { matchByOverlap } from './match-groups.ts'
import { principalComponents } from './principal-components.ts'
import { projectParticipants } from './projection.ts'
import { keepParticipants, type VoteMatrix } from './vote-matrix.ts'

/** How groups fare when a fifth of the people had not come. */
export interface Stability {
  /** Per group: mean over the draws of its Jaccard similarity with the matching group, among people who belong clearly. */
  jaccard: Float64Array
  /** The least of them. */
  least: number
  /** Mean membership over the draws, at row × groups + group, groups numbered as in the reference. */
  membership: Float64Array
  draws: number
}

/** Hennig's rule (2007) in words: from .75 a group is firm, from .6 tentative, below it should not be shown. */
export const firmStability = 0.75
export const tentativeStability = 0.6

/** Draws of more people than this say no more about stability, only later. Fewer people make it, if anything, look lower. */
export const mostDrawn = 2000

/**
 * Finds the groups afresh among 80 % of the people (at most a few thousand), many times over: components, map and classes,
 * nothing carried over from the whole. The classes of each draw then place everybody. Ends early, with figures that are too
 * low, once some group cannot reach `atLeast` any more.
 */
export function measureStability(
  matrix: VoteMatrix,
  reference: Float64Array,
  clustered: ArrayLike<number>,
  groups: number,
  { random, draws, restarts, atLeast = 0 }: ClassSearch & { draws: number; atLeast?: number },
  votes: SidedVotes = sidedVotes(matrix),
): Stability {
  const rows = matrix.participants.length
  const isClustered = new Uint8Array(rows)
  for (let c = 0; c < clustered.length; c++) isClustered[clustered[c]!] = 1
  const referenceLabel = likeliestGroups(reference, groups)
  const membership = new Float64Array(rows * groups)
  const jaccard = new Float64Array(groups)
  const take = Math.min(Math.round(0.8 * rows), mostDrawn)
  const order = Uint32Array.from({ length: rows }, (_, i) => i)
  for (let draw = 0; draw < draws; draw++) {
    const drawn = drawRows(order, take, random)
    const part = keepParticipants(matrix, drawn)
    const partVotes = keepSidedRows(votes, drawn)
    const components = principalComponents(part, { count: 2, rough: true })
    const positions = projectParticipants(part, components, part.statements.length)
    const partClustered: number[] = []
    for (let at = 0; at < drawn.length; at++) if (isClustered[drawn[at]!]) partClustered.push(at)
    if (partClustered.length < groups) continue
    const found = searchClasses(partVotes, positions, partClustered, groups, {
      random,
      restarts,
      polish: 0,
      fit: { iterations: 20, tolerance: 3e-3 },
    })
    const placed = classMembership(votes, found)
    for (let at = 0; at < drawn.length; at++) {
      for (let g = 0; g < groups; g++) placed[drawn[at]! * groups + g] = found.membership[at * groups + g]!
    }
    const label = likeliestGroups(placed, groups)
    const { overlap, sizes, referenceSizes } = crossCount(drawn, isClustered, label, referenceLabel, groups)
    const place = matchByOverlap(overlap)
    for (let g = 0; g < groups; g++) {
      const h = place[g]!
      const both = overlap[g]![h]!
      const either = sizes[g]! + referenceSizes[h]! - both
      jaccard[h]! += either > 0 ? both / either / draws : 0
      for (let i = 0; i < rows; i++) membership[i * groups + h]! += placed[i * groups + g]! / draws
    }
    const toCome = (draws - draw - 1) / draws
    if (jaccard.some((soFar) => soFar + toCome < atLeast)) break
  }
  return { jaccard, least: Math.min(...jaccard), membership, draws }
}

/** The group of highest membership for each row; the first of equals. */
export function likeliestGroups(membership: Float64Array, groups: number): Int32Array {
  const label = new Int32Array(membership.length / groups)
  for (let i = 0; i < label.length; i++) {
    let best = 0
    for (let g = 1; g < groups; g++) {
      if (membership[i * groups + g]! > membership[i * groups + best]!) best = g
    }
    label[i] = best
  }
  return label
}

/** A sample of rows without repetition, ascending; `order` holds all rows and is stirred. */
function drawRows(order: Uint32Array, take: number, random: () => number): Uint32Array {
  for (let at = 0; at < take; at++) {
    const other = at + Math.floor(random() * (order.length - at))
    const kept = order[at]!
    order[at] = order[other]!
    order[other] = kept
  }
  return order.slice(0, take).sort()
}

function crossCount(
  drawn: Uint32Array,
  isClustered: Uint8Array,
  label: Int32Array,
  referenceLabel: Int32Array,
  groups: number,
): { overlap: number[][]; sizes: Uint32Array; referenceSizes: Uint32Array } {
  const overlap = Array.from({ length: groups }, () => new Array<number>(groups).fill(0))
  const sizes = new Uint32Array(groups)
  const referenceSizes = new Uint32Array(groups)
  for (const i of drawn) {
    if (!isClustered[i]) continue
    overlap[label[i]!]![referenceLabel[i]!]!++
    sizes[label[i]!]!++
    referenceSizes[referenceLabel[i]!]!++
  }
  return { overlap, sizes, referenceSizes }
}
