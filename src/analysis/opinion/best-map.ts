import { seededRandom } from '../numbers/seeded-random.ts'
import { type CanonicalOrder, canonicalOrder } from './canonical-order.ts'
import { quickClasses } from './class-search.ts'
import { plainKMeansGroups, rowsInConversation } from './compat-groups.ts'
import { describeBestMap, type MappedGroups } from './best-map-description.ts'
import { chooseGroups, fixGroups, type GroupChoice, type GroupSearch } from './group-choice.ts'
import { type HeldOut, scoreHeldOut, withholdVotes } from './held-out.ts'
import { sidedVotes } from './sided-votes.ts'
import { describeManipulation } from './manipulation-description.ts'
import { continueGroupIds } from './match-groups.ts'
import { type NullTest, testAgainstChance } from './null-test.ts'
import type { OpinionDocument } from './opinion-document.ts'
import type { OpinionInput, OpinionOptions } from './opinion-input.ts'
import { principalComponents } from './principal-components.ts'
import { projectParticipants } from './projection.ts'
import { likeliestGroups } from './stability.ts'
import { keepStatements, type VoteMatrix } from './vote-matrix.ts'

/** What the last map of the same conversation found. */
export interface EarlierMap {
  /** Group by participant id. */
  groupOf: ReadonlyMap<string, string>
  k: number
  clearGroups: boolean
}

export interface BestMapOptions extends OpinionOptions {
  /**
   * Provisional: the number of groups of the last time (two the first time), without null test, stability and manipulation
   * report, in a fraction of a second even for 10,000 people. Full by default.
   */
  depth?: 'provisional' | 'full'
  /** Groups keep their ids from here, and their number unless the votes clearly say otherwise. */
  earlier?: EarlierMap | null
}

/** A person is shown in a group from this membership on; below it they stand between groups. */
const shownFrom = 0.8
/** Components that are published and tested: those of the map. */
const componentCount = 2

/**
 * The opinion map with its own doubts: moderated statements left out, exact components, groups only when they are stronger
 * than chance and come back in subsamples, soft membership, ids that carry on. Everything is computed in an order made from
 * the votes alone, so that neither names nor the order of arrival can change the answer.
 */
export function drawBestMap(input: OpinionInput, options: BestMapOptions): OpinionDocument {
  const live = liveVotes(input)
  const canonical = canonicalOrder(live)
  const random = seededRandom(options.seed)
  let matrix = canonical.matrix
  let heldOut: HeldOut | null = null
  if (options.holdout !== undefined) {
    heldOut = withholdVotes(matrix, options.holdout, random)
    matrix = heldOut.visible
  }

  const statementCount = countSeen(matrix)
  const components = principalComponents(matrix, {
    count: componentCount,
    rough: options.depth === 'provisional',
  })
  const positions = projectParticipants(matrix, components, statementCount)
  const clustered = rowsInConversation(matrix, statementCount).filter(
    (i) => matrix.rowStart[i + 1]! > matrix.rowStart[i]!,
  )
  const search: MapSearch = { matrix, positions, clustered, random }
  const isFull = options.depth !== 'provisional'
  const nullTest = isFull ? testAgainstChance(matrix, components.singularValues, { random }) : null
  const found = options.labels
    ? givenGroups(options.labels, canonical)
    : options.cluster === 'kmeans'
      ? planeGroups(search, nullTest, options)
      : modelledGroups(search, nullTest, options)
  const groups = {
    ...found,
    clear: clearlyApart(found, nullTest, options),
    ids:
      found.ids ??
      continueGroupIds(matrix.participants, found.label, found.groups, options.earlier?.groupOf ?? null),
  }
  const map = { canonical, matrix, statementCount, components, positions, groups, nullTest }
  const described = describeBestMap(input, map, options)
  return {
    ...described,
    ...(isFull ? { manipulation: describeManipulation(input, described) } : {}),
    ...(heldOut === null ? {} : { holdout: scoreHeldOut(heldOut, options.holdout!, random) }),
    timings_ms: {},
    memory_mb: 0,
  }
}

/** Live statements are those that somebody voted on and nobody took out. */
function liveVotes({ matrix, modOut }: OpinionInput): VoteMatrix {
  const seen = new Uint8Array(modOut.length)
  for (let v = 0; v < matrix.column.length; v++) seen[matrix.column[v]!] = 1
  const columns: number[] = []
  for (let j = 0; j < modOut.length; j++) if (seen[j] && !modOut[j]) columns.push(j)
  return columns.length === modOut.length ? matrix : keepStatements(matrix, columns)
}

function countSeen(matrix: VoteMatrix): number {
  const seen = new Uint8Array(matrix.statements.length)
  for (let v = 0; v < matrix.column.length; v++) seen[matrix.column[v]!] = 1
  return seen.reduce((sum, one) => sum + one, 0)
}

/** What groups are looked for in. */
type MapSearch = Omit<GroupSearch, 'votes'>

type FoundGroups = Omit<MappedGroups, 'ids' | 'clear'> & { ids?: readonly string[] }

/** Groups by latent classes; memberships are the mean of the model of everybody and of the models of the subsamples. */
function modelledGroups(search: MapSearch, nullTest: NullTest | null, options: BestMapOptions): FoundGroups {
  const choice = chooseNumber(search, nullTest, options)
  const { groups, classes, stability } = choice
  const rows = search.matrix.participants.length
  const isClustered = new Uint8Array(rows)
  for (const i of search.clustered as number[]) isClustered[i] = 1
  const membership = new Float64Array(rows * groups)
  const order = bySize(likeliestGroups(classes.membership, groups), isClustered, groups)
  for (let i = 0; i < rows; i++) {
    if (!isClustered[i]) continue
    for (let g = 0; g < groups; g++) {
      const whole = classes.membership[i * groups + order[g]!]!
      membership[i * groups + g] =
        stability === null ? whole : (whole + stability.membership[i * groups + order[g]!]!) / 2
    }
  }
  evenOutTwins(search.matrix, membership, groups)
  const label = likeliestGroups(membership, groups)
  for (let i = 0; i < rows; i++) {
    if (!isClustered[i] || membership[i * groups + label[i]!]! < shownFrom) label[i] = -1
  }
  return {
    groups,
    label,
    membership,
    stability: stability === null ? null : Array.from(order, (g) => stability.jaccard[g]!),
  }
}

/** People with the very same votes stand next to each other in canonical order, and lots must not tell them apart. */
function evenOutTwins(
  { rowStart, column, value }: VoteMatrix,
  membership: Float64Array,
  groups: number,
): void {
  const areTwins = (a: number, b: number) => {
    const count = rowStart[a + 1]! - rowStart[a]!
    if (rowStart[b + 1]! - rowStart[b]! !== count) return false
    for (let at = 0; at < count; at++) {
      const first = rowStart[a]! + at
      const second = rowStart[b]! + at
      if (column[first] !== column[second] || value[first] !== value[second]) return false
    }
    return true
  }
  const rows = rowStart.length - 1
  for (let from = 0, to = 1; from < rows; from = to++) {
    while (to < rows && areTwins(from, to)) to++
    if (to === from + 1) continue
    for (let g = 0; g < groups; g++) {
      let sum = 0
      for (let i = from; i < to; i++) sum += membership[i * groups + g]!
      for (let i = from; i < to; i++) membership[i * groups + g] = sum / (to - from)
    }
  }
}

function chooseNumber(search: MapSearch, nullTest: NullTest | null, options: BestMapOptions): GroupChoice {
  const { matrix, positions, clustered, random } = search
  if (options.depth === 'provisional') {
    const groups = options.groups ?? options.earlier?.k ?? 2
    return { groups, classes: quickClasses(matrix, positions, clustered, groups, random), stability: null }
  }
  const full: GroupSearch = { ...search, votes: sidedVotes(matrix) }
  if (options.groups !== undefined) return fixGroups(full, options.groups)
  if (nullTest === null || nullTest.significant === 0) return fixGroups(full, 1)
  return chooseGroups(full, options.earlier?.k ?? null)
}

/** The plain k-means optimum on the map; everybody with enough votes is in a group. */
function planeGroups(search: MapSearch, nullTest: NullTest | null, options: BestMapOptions): FoundGroups {
  const groups = options.groups ?? chooseNumber(search, nullTest, options).groups
  const rows = search.clustered as number[]
  if (rows.length === 0)
    return {
      groups: 0,
      label: new Int32Array(search.matrix.participants.length).fill(-1),
      membership: new Float64Array(0),
      stability: null,
    }
  const clusters = plainKMeansGroups(rows, search.positions, groups, options.seed)
  return { ...hardGroups(clusters.label, clusters.groups), stability: null }
}

function givenGroups(labels: NonNullable<OpinionOptions['labels']>, canonical: CanonicalOrder): FoundGroups {
  const label = Int32Array.from(canonical.rows, (row) => labels.label[row]!)
  return { ...hardGroups(label, labels.ids.length), stability: null, ids: labels.ids }
}

function hardGroups(label: Int32Array, groups: number): Omit<FoundGroups, 'stability'> {
  const membership = new Float64Array(label.length * groups)
  for (let i = 0; i < label.length; i++) if (label[i]! >= 0) membership[i * groups + label[i]!] = 1
  return { groups, label, membership }
}

function clearlyApart(found: FoundGroups, nullTest: NullTest | null, options: BestMapOptions): boolean {
  if (found.groups < 2) return false
  if (nullTest === null) return options.earlier?.clearGroups ?? false
  if (nullTest.significant === 0) return false
  return found.stability === null || Math.min(...found.stability) >= 0.6
}

/** Largest group first; of equally large ones the one whose people come first in canonical order. */
function bySize(label: Int32Array, isClustered: Uint8Array, groups: number): number[] {
  const sizes = new Uint32Array(groups)
  for (let i = 0; i < label.length; i++) if (isClustered[i]) sizes[label[i]!]!++
  return Array.from({ length: groups }, (_, g) => g).sort((a, b) => sizes[b]! - sizes[a]! || a - b)
}
