/**
 * Pairs rows with columns so that the paired overlaps add up to the most (the Hungarian method: Kuhn 1955, in the form of
 * Jonker and Volgenant 1987). `overlap[r][c]` may be rectangular; answers the column of each row, −1 for a row left over.
 */
export function matchByOverlap(overlap: readonly (readonly number[])[]): number[] {
  const rows = overlap.length
  const columns = overlap[0]?.length ?? 0
  const size = Math.max(rows, columns)
  const cost = (r: number, c: number) => -(overlap[r]?.[c] ?? 0)

  // Places count from 1; 0 stands for "none yet".
  const rowPrice = new Float64Array(size + 1)
  const columnPrice = new Float64Array(size + 1)
  const rowOf = new Int32Array(size + 1)
  for (let row = 1; row <= size; row++) {
    const cheapest = new Float64Array(size + 1).fill(Infinity)
    const cameFrom = new Int32Array(size + 1)
    const done = new Uint8Array(size + 1)
    let at = 0
    rowOf[0] = row
    do {
      done[at] = 1
      const here = rowOf[at]!
      let step = Infinity
      let next = 0
      for (let c = 1; c <= size; c++) {
        if (done[c]) continue
        const price = cost(here - 1, c - 1) - rowPrice[here]! - columnPrice[c]!
        if (price < cheapest[c]!) {
          cheapest[c] = price
          cameFrom[c] = at
        }
        if (cheapest[c]! < step) {
          step = cheapest[c]!
          next = c
        }
      }
      for (let c = 0; c <= size; c++) {
        if (done[c]) {
          rowPrice[rowOf[c]!]! += step
          columnPrice[c]! -= step
        } else cheapest[c]! -= step
      }
      at = next
    } while (rowOf[at] !== 0)
    while (at !== 0) {
      const previous = cameFrom[at]!
      rowOf[at] = rowOf[previous]!
      at = previous
    }
  }
  const columnOf = new Array<number>(rows).fill(-1)
  for (let c = 1; c <= columns; c++) if (rowOf[c]! <= rows) columnOf[rowOf[c]! - 1] = c - 1
  return columnOf
}

/** The groups' columns put in the order of the groups of `reference` that hold most of the same people. */
export function alignMembership(
  membership: Float64Array,
  reference: Float64Array,
  groups: number,
): Float64Array {
  const overlap = Array.from({ length: groups }, () => new Array<number>(groups).fill(0))
  const rows = membership.length / groups
  for (let i = 0; i < rows; i++) {
    for (let g = 0; g < groups; g++) {
      const part = membership[i * groups + g]!
      const counts = overlap[g]!
      for (let h = 0; h < groups; h++) counts[h]! += part * reference[i * groups + h]!
    }
  }
  const place = matchByOverlap(overlap)
  const aligned = new Float64Array(membership.length)
  for (let i = 0; i < rows; i++) {
    for (let g = 0; g < groups; g++) aligned[i * groups + place[g]!] = membership[i * groups + g]!
  }
  return aligned
}

/**
 * Ids for new groups that carry on those of the last time: a group keeps the id of the earlier group with which it shares
 * most people, so that a name seen on a wall does not change its meaning; a group without forerunner gets the next free
 * number. Without an earlier map the ids are '0', '1', … `label` is the group of each person, −1 for none.
 */
export function continueGroupIds(
  participants: readonly string[],
  label: Int32Array,
  groups: number,
  previous: ReadonlyMap<string, string> | null,
): string[] {
  if (previous === null || previous.size === 0) return Array.from({ length: groups }, (_, g) => String(g))
  const earlier = [...new Set(previous.values())].sort()
  const place = new Map(earlier.map((id, at) => [id, at]))
  const overlap = Array.from({ length: groups }, () => new Array<number>(earlier.length).fill(0))
  for (let i = 0; i < participants.length; i++) {
    const id = label[i]! < 0 ? undefined : previous.get(participants[i]!)
    if (id !== undefined) overlap[label[i]!]![place.get(id)!]!++
  }
  const match = matchByOverlap(overlap)
  const taken = new Set(earlier)
  let next = 0
  return match.map((at, g) => {
    if (at >= 0 && overlap[g]![at]! > 0) return earlier[at]!
    while (taken.has(String(next))) next++
    taken.add(String(next))
    return String(next)
  })
}
