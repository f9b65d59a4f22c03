import { searchClasses } from './class-search.ts'
import type { LatentClasses } from './latent-classes.ts'
import type { SidedVotes } from './sided-votes.ts'
import type { Positions } from './projection.ts'
import {
  likeliestGroups,
  measureStability,
  mostDrawn,
  type Stability,
  tentativeStability,
} from './stability.ts'
import type { VoteMatrix } from './vote-matrix.ts'

/** What the choice of the number of groups is made from. */
export interface GroupSearch {
  /** Live votes, in canonical order. */
  matrix: VoteMatrix
  votes: SidedVotes
  positions: Positions
  /** Rows of people with enough votes to be put in a group. */
  clustered: ArrayLike<number>
  random: () => number
}

export interface GroupChoice {
  /** 1 when there are no clear groups. */
  groups: number
  classes: LatentClasses
  /** Null when there is one group, or when nothing was drawn. */
  stability: Stability | null
}

const mostGroups = 5
/** With this number of groups already last time, a little less is asked of them, so that numbers do not flicker. */
const loyalty = 0.08
/** Share of the people who can be placed nearly always in the same group; with fewer the picture says too little about people. */
const fewestPlaced = 0.6
const surelyPlaced = 0.8
/** A further group must explain this part of what the first division explained, or it is a shade of one that is there. */
const worthwhileGain = 0.15
/** Beyond two groups, even the least stable one must come back this well: a map with fewer groups is there to fall back on. */
const furtherStability = 0.8
const draftDraws = 12
const finalDraws = 50
const fewestDraws = 8
const iterationsPerDraw = 20
/** Votes times groups that may be looked at in one measurement; keeps 10,000 people with 900,000 votes within ten seconds. */
const lookupsInAll = 60_000_000

/**
 * How many groups there are, one included. Every number from two on is tried: its groups must come back when a fifth of the
 * people is left out, most people must fall clearly into one of them, none may be tiny, and each group more must foretell
 * votes noticeably better. The largest number that passes is taken; when none does there are no clear groups.
 */
export function chooseGroups(search: GroupSearch, previousGroups: number | null): GroupChoice {
  const one = searchClasses(search.votes, search.positions, search.clustered, 1, {
    random: search.random,
    restarts: 0,
  })
  let chosen: GroupChoice = { groups: 1, classes: one, stability: null }
  let scoreBefore = one.score
  let firstGain = 0
  for (let groups = 2; groups <= mostGroups && groups * 5 <= search.clustered.length; groups++) {
    const lenience = groups === previousGroups ? loyalty : 0
    const classes = searchClasses(search.votes, search.positions, search.clustered, groups, {
      random: search.random,
      restarts: restartsFor(search.votes, groups),
    })
    const gain = classes.score - scoreBefore
    scoreBefore = classes.score
    if (groups === 2) firstGain = gain
    if (gain <= 0 || gain < firstGain * (worthwhileGain - lenience / 2)) break
    const smallest = smallestGroup(classes.membership, search.clustered, groups)
    if (smallest < Math.max(5, 0.02 * search.clustered.length)) continue
    const atLeast = (groups === 2 ? tentativeStability : furtherStability) - lenience
    const stability = measure(search, classes, draftDraws, atLeast)
    if (stability.least < atLeast) continue
    if (sharePlaced(stability.membership, search.clustered, groups) < fewestPlaced - lenience) continue
    chosen = { groups, classes, stability }
  }
  if (chosen.stability === null || affordableDraws(search.votes, chosen.groups) <= chosen.stability.draws)
    return chosen
  return { ...chosen, stability: measure(search, chosen.classes, finalDraws) }
}

/** A given number of groups, whether or not they are there. */
export function fixGroups(search: GroupSearch, groups: number): GroupChoice {
  const classes = searchClasses(search.votes, search.positions, search.clustered, groups, {
    random: search.random,
    restarts: groups === 1 ? 0 : restartsFor(search.votes, groups),
  })
  const fixed: GroupChoice = { groups, classes, stability: null }
  return groups === 1 || search.clustered.length < 2 * groups
    ? fixed
    : { ...fixed, stability: measure(search, fixed.classes, finalDraws) }
}

/** As many draws as the conversation's size allows, at most `most`; fewer when a group cannot reach `atLeast`. */
function measure(
  search: GroupSearch,
  { groups, membership }: LatentClasses,
  most: number,
  atLeast = 0,
): Stability {
  const { matrix, votes, clustered, random } = search
  const draws = Math.min(most, affordableDraws(votes, groups))
  // Four groups and more overlap on a map of two components: there a start from elsewhere is needed too.
  return measureStability(
    matrix,
    membership,
    clustered,
    groups,
    { random, draws, restarts: groups > 3 ? 1 : 0, atLeast },
    votes,
  )
}

function affordableDraws(votes: SidedVotes, groups: number): number {
  const drawn = Math.min(mostDrawn, 0.8 * votes.rows) / Math.max(1, votes.rows)
  const lookups = votes.code.length * groups * (drawn * iterationsPerDraw + 1)
  return Math.max(fewestDraws, Math.floor(lookupsInAll / lookups))
}

/** More random starts where they are cheap; of many groups one must do where they are dear. */
function restartsFor(votes: SidedVotes, groups: number): number {
  const sampled = Math.min(1, 3000 / Math.max(1, votes.rows)) * votes.code.length * groups
  return Math.max(groups > 3 ? 1 : 2, Math.min(12, Math.floor(600_000 / Math.max(1, sampled))))
}

function sharePlaced(membership: Float64Array, clustered: ArrayLike<number>, groups: number): number {
  let placed = 0
  for (let c = 0; c < clustered.length; c++) {
    for (let g = 0; g < groups; g++) {
      if (membership[clustered[c]! * groups + g]! >= surelyPlaced) placed++
    }
  }
  return placed / clustered.length
}

function smallestGroup(membership: Float64Array, clustered: ArrayLike<number>, groups: number): number {
  const label = likeliestGroups(membership, groups)
  const sizes = new Uint32Array(groups)
  for (let c = 0; c < clustered.length; c++) sizes[label[clustered[c]!]!]!++
  return Math.min(...sizes)
}
