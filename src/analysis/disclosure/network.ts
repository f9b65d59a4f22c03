/**
 * A table with its sums as a network in which people flow round: each cell is an arc that carries its count,
 * and at every node what comes in goes out, which is exactly that parts add up to their total.
 *
 * Why: what a reader can work out about a withheld cell is how far its flow can change while all published
 * arcs keep theirs. In a network that is a maximum flow, and every whole number in between is possible too
 * (Ford and Fulkerson 1956; for tables Gusfield 1988, Cox 1995). So the answers are exact, without a solver.
 */
export type Network = {
  nodes: number
  tails: number[]
  heads: number[]
  values: number[]
  /** The arcs that touch each node. */
  touching: number[][]
}

/** What the reader knows of each arc: its flow is at least `low` and at most `high`. Equal for a published one. */
export type Knowledge = { low: number[]; high: number[] }

export type Direction = 'up' | 'down'

/** Builds a network from its arcs. */
export function buildNetwork(
  nodes: number,
  arcs: readonly { tail: number; head: number; value: number }[],
): Network {
  const touching: number[][] = Array.from({ length: nodes }, () => [])
  for (const [arc, { tail, head }] of arcs.entries()) {
    touching[tail]?.push(arc)
    touching[head]?.push(arc)
  }
  return {
    nodes,
    tails: arcs.map(({ tail }) => tail),
    heads: arcs.map(({ head }) => head),
    values: arcs.map(({ value }) => value),
    touching,
  }
}

/** One step of a way through the network: along an arc, its flow grows; against it, it shrinks. */
export type Step = { arc: number; sign: 1 | -1 }

/** How much more flow an arc can take in a direction, given the changes so far. */
export type Room = (arc: number, sign: 1 | -1) => number

/** The nodes between which other arcs must carry what this arc takes more (up) or less (down). */
export function detour(network: Network, arc: number, direction: Direction): { from: number; to: number } {
  const tail = network.tails[arc] as number
  const head = network.heads[arc] as number
  return direction === 'up' ? { from: head, to: tail } : { from: tail, to: head }
}

/** The room that knowledge leaves after the given shifts of flow. */
export function roomWithin(network: Network, { low, high }: Knowledge, shifts: Float64Array): Room {
  return (arc, sign) => {
    const flow = (network.values[arc] as number) + (shifts[arc] as number)
    return sign === 1 ? (high[arc] as number) - flow : flow - (low[arc] as number)
  }
}

/**
 * How far the arc's flow can move in the direction while other arcs make up for it, at most `wanted`.
 * Records the other arcs' changes in `shifts`.
 */
export function pushAround(
  network: Network,
  knowledge: Knowledge,
  arc: number,
  direction: Direction,
  wanted: number,
  shifts: Float64Array,
): number {
  const room = roomWithin(network, knowledge, shifts)
  let moved = 0
  while (moved < wanted) {
    const way = shortestWay(network, arc, direction, room)
    if (way === null) return moved
    moved += pushAlong(way, wanted - moved, room, shifts)
  }
  return moved
}

/** Moves as much as the way and the need allow. */
export function pushAlong(way: readonly Step[], wanted: number, room: Room, shifts: Float64Array): number {
  const amount = way.reduce((least, { arc, sign }) => Math.min(least, room(arc, sign)), wanted)
  for (const { arc, sign } of way) shifts[arc] = (shifts[arc] as number) + sign * amount
  return amount
}

/** The way with the fewest arcs that have room; null when there is none. */
function shortestWay(network: Network, around: number, direction: Direction, room: Room): Step[] | null {
  const { from, to } = detour(network, around, direction)
  const arrivals: (Step | null | undefined)[] = Array.from({ length: network.nodes })
  arrivals[from] = null
  const queue = [from]
  for (const node of queue) {
    for (const arc of network.touching[node] as number[]) {
      if (arc === around) continue
      const sign = network.tails[arc] === node ? 1 : -1
      const next = (sign === 1 ? network.heads[arc] : network.tails[arc]) as number
      if (arrivals[next] !== undefined || room(arc, sign) <= 0) continue
      arrivals[next] = { arc, sign }
      if (next === to) return retrace(network, arrivals, to)
      queue.push(next)
    }
  }
  return null
}

/**
 * The way that costs least among arcs with at least `capacity` room (Dijkstra 1959); null when there is none.
 * Of two that cost the same the one found first is taken, so that the same table always gives the same answer.
 */
export function cheapestWay(
  network: Network,
  around: number,
  direction: Direction,
  capacity: number,
  room: Room,
  costOf: (arc: number) => number,
): Step[] | null {
  const { from, to } = detour(network, around, direction)
  const costs = new Float64Array(network.nodes).fill(Infinity)
  const settled = new Uint8Array(network.nodes)
  const arrivals: (Step | null | undefined)[] = Array.from({ length: network.nodes })
  costs[from] = 0
  arrivals[from] = null
  for (;;) {
    let node = -1
    for (let other = 0; other < network.nodes; other += 1) {
      if (settled[other] || costs[other] === Infinity) continue
      if (node === -1 || (costs[other] as number) < (costs[node] as number)) node = other
    }
    if (node === -1) return null
    if (node === to) return retrace(network, arrivals, to)
    settled[node] = 1
    for (const arc of network.touching[node] as number[]) {
      if (arc === around) continue
      const sign = network.tails[arc] === node ? 1 : -1
      const next = (sign === 1 ? network.heads[arc] : network.tails[arc]) as number
      const cost = (costs[node] as number) + costOf(arc)
      if (settled[next] || cost >= (costs[next] as number) || room(arc, sign) < capacity) continue
      costs[next] = cost
      arrivals[next] = { arc, sign }
    }
  }
}

function retrace(network: Network, arrivals: readonly (Step | null | undefined)[], to: number): Step[] {
  const way: Step[] = []
  let node = to
  for (let step = arrivals[node]; step; step = arrivals[node]) {
    way.push(step)
    node = (step.sign === 1 ? network.tails[step.arc] : network.heads[step.arc]) as number
  }
  return way.reverse()
}
