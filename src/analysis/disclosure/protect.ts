import { type DisclosurePolicy, type SafeCell, isSmall, leastHidden, shown, withheld } from './cell.ts'
import {
  type Direction,
  type Knowledge,
  type Network,
  buildNetwork,
  cheapestWay,
  pushAlong,
  pushAround,
  roomWithin,
} from './network.ts'

/** A cell of a network of sums (see network.ts). */
export type TableCell = {
  tail: number
  head: number
  value: number
  /**
   * open: to be shown or withheld as protection needs. shown, hidden: already decided elsewhere and known so to
   * the reader. unpublished: appears nowhere, and must not be computable when it is small.
   */
  state: 'open' | 'shown' | 'hidden' | 'unpublished'
}

/**
 * Decides which cells may be told, so that no small number can be worked out or narrowed down.
 *
 * A small cell is safe when a reader of everything published, who knows that counts are whole and not negative,
 *  1. must allow every number from the least (0; 1 if zeros are told) up to the minimum itself: so not even the sum
 *     of some withheld cells is told when it is small. Where zeros are told and so rule the least out (a total of
 *     three parts that are not zero is at least 3), the range reaches as much further up; and,
 *  2. who also believes the two reasons, has a range of at least half the minimum left.
 * Any other withheld cell keeps at least two possible values.
 *
 * Where the second cannot be had, all withheld cells get one and the same reason, which then tells nothing.
 * Where even the first cannot, all open cells are withheld.
 * Not covered: a reader who runs this rule over every imaginable table to see which give the same pattern.
 */
export function protect(nodes: number, cells: readonly TableCell[], policy: DisclosurePolicy): SafeCell[] {
  for (const reasons of ['told', 'not-told'] as const) {
    const state = primaryState(nodes, cells, policy, reasons)
    if (!hideUntilSafe(state)) continue
    showWhatIsNotNeeded(state)
    return cells.map(({ value }, cell) => {
      if (!state.hidden[cell]) return shown(value)
      return withheld(reasons === 'told' && isSmall(value, policy) ? 'below-minimum' : 'protects-another')
    })
  }
  return cells.map(({ state, value }) => (state === 'shown' ? shown(value) : withheld('protects-another')))
}

type State = {
  network: Network
  cells: readonly TableCell[]
  policy: DisclosurePolicy
  reasons: 'told' | 'not-told'
  hidden: boolean[]
  /** The withheld cells in the order in which they came; each has to be made safe. */
  queue: number[]
  /** What is known of each cell without the reasons. */
  plain: Knowledge
  /** What is known of each cell with the reasons, if they are told. */
  reasoned: Knowledge
}

function primaryState(
  nodes: number,
  cells: readonly TableCell[],
  policy: DisclosurePolicy,
  reasons: State['reasons'],
): State {
  const values = cells.map(({ value }) => value)
  const state: State = {
    network: buildNetwork(nodes, cells),
    cells,
    policy,
    reasons,
    hidden: cells.map(() => false),
    queue: [],
    plain: { low: [...values], high: [...values] },
    reasoned: { low: [...values], high: [...values] },
  }
  for (const [cell, { state: decided, value }] of cells.entries()) {
    if (decided === 'shown') continue
    if (decided !== 'open' || isSmall(value, policy)) hide(state, cell)
  }
  return state
}

function hide(state: State, cell: number): void {
  state.hidden[cell] = true
  state.queue.push(cell)
  setKnowledge(state, cell)
}

function setKnowledge({ cells, policy, reasons, hidden, plain, reasoned }: State, cell: number): void {
  const { value, state } = cells[cell] as TableCell
  if (!hidden[cell]) {
    for (const knowledge of [plain, reasoned]) knowledge.low[cell] = knowledge.high[cell] = value
    return
  }
  const least = state === 'unpublished' ? 0 : Math.min(leastHidden(policy), value)
  plain.low[cell] = least
  plain.high[cell] = Infinity
  // What is published nowhere carries no reason; what was published elsewhere has carried its own.
  const known = state === 'hidden' || (state === 'open' && reasons === 'told')
  const small = known && isSmall(value, policy)
  const large = known && value >= policy.minimum
  reasoned.low[cell] = large ? policy.minimum : least
  reasoned.high[cell] = small ? policy.minimum - 1 : Infinity
}

/** Withholds more until every withheld cell is safe; false when that cannot be reached. */
function hideUntilSafe(state: State): boolean {
  // Withholding more only widens what is possible elsewhere, so a cell made safe stays safe: one pass is enough.
  for (const cell of state.queue) if (!isSafe(state, cell, true)) return false
  return true
}

/** Whether a withheld cell is safe, after withholding more for it if that is allowed. */
function isSafe(state: State, cell: number, mayHide: boolean): boolean {
  const { value, state: decided } = state.cells[cell] as TableCell
  const { policy, plain, reasoned } = state
  const small = isSmall(value, policy)
  if (!small && decided !== 'open') return true

  const move = (knowledge: Knowledge, direction: Direction, wanted: number) =>
    widen(state, knowledge, cell, direction, wanted, mayHide)
  if (small) {
    const down = value - Math.min(leastHidden(policy), value)
    const missing = down - move(plain, 'down', down)
    if (missing > 0 && policy.zeros !== 'shown') return false
    const up = policy.minimum - value + missing
    if (move(plain, 'up', up) < up) return false
  }

  const width = small ? Math.floor(policy.minimum / 2) : 1
  const most = Math.min(width, (reasoned.high[cell] as number) - value)
  const least = Math.min(width, value - (reasoned.low[cell] as number))
  const up = widen(state, reasoned, cell, 'up', most, false)
  const down = widen(state, reasoned, cell, 'down', least, false)
  if (up + down >= width) return true
  if (!mayHide) return false
  const wider = move(reasoned, 'up', Math.min(most, width - down))
  return wider + down >= width || move(reasoned, 'down', Math.min(least, width - wider)) + wider >= width
}

/** How far a cell can move, at most `wanted`, after withholding the cheapest further cells if that is allowed. */
function widen(
  state: State,
  knowledge: Knowledge,
  cell: number,
  direction: Direction,
  wanted: number,
  mayHide: boolean,
): number {
  const { network, cells, hidden, policy } = state
  const shifts = new Float64Array(cells.length)
  let moved = pushAround(network, knowledge, cell, direction, wanted, shifts)
  if (!mayHide) return moved

  const within = roomWithin(network, knowledge, shifts)
  const hideable = (arc: number) =>
    !hidden[arc] && cells[arc]?.state === 'open' && (cells[arc]?.value ?? 0) > 0
  const leastIfHidden =
    knowledge === state.reasoned && state.reasons === 'told' ? policy.minimum : leastHidden(policy)
  const room = (arc: number, sign: 1 | -1) => {
    if (!hideable(arc)) return within(arc, sign)
    return sign === 1 ? Infinity : (cells[arc] as TableCell).value - leastIfHidden
  }
  // People who are no longer counted in public: a small number is given up before a large one.
  const cost = (arc: number) => (hideable(arc) ? (cells[arc] as TableCell).value : 0)

  while (moved < wanted) {
    let way = null
    // A way that can carry all that is missing spares hiding several that carry a little each.
    for (let capacity = wanted - moved; way === null && capacity >= 1; capacity = Math.floor(capacity / 2)) {
      way = cheapestWay(network, cell, direction, capacity, room, cost)
    }
    if (way === null) return moved
    for (const { arc } of way) if (hideable(arc)) hide(state, arc)
    moved += pushAlong(way, wanted - moved, within, shifts)
  }
  return moved
}

/** Beyond this many withheld cells the second look costs more time than it wins numbers. */
const secondLookLimit = 150

/** Shows again, largest first, what was withheld for one cell and made unnecessary by what was withheld for the next. */
function showWhatIsNotNeeded(state: State): void {
  const { cells, hidden, policy, queue } = state
  if (queue.length > secondLookLimit) return
  const valueOf = (cell: number) => (cells[cell] as TableCell).value
  const extra = queue.filter((cell) => cells[cell]?.state === 'open' && !isSmall(valueOf(cell), policy))
  extra.sort((a, b) => valueOf(b) - valueOf(a) || a - b)
  for (const cell of extra) {
    hidden[cell] = false
    setKnowledge(state, cell)
    if (queue.every((other) => !hidden[other] || isSafe(state, other, false))) continue
    hidden[cell] = true
    setKnowledge(state, cell)
  }
}
