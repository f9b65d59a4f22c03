/** Sums over the points of each group. */
export interface GroupSums {
  size: Uint32Array
  sumX: Float64Array
  sumY: Float64Array
  sum: Float64Array
}

/** Points in a rectangle, and the centres that can be nearest to one of them. */
interface Block {
  from: number
  to: number
  left: number
  right: number
  bottom: number
  top: number
  nearby: Int32Array
  nearbyCount: number
  /** The list holds until the centres have moved this far in all. */
  until: number
  /** How far all centres had moved when the list was made, and how far away those not on it were at least. */
  listedAt: number
  unlisted: number
  /** How far the centres on the list have moved since then, the farthest in each round. */
  moved: number
}

/** Larger cells mean fewer blocks to look after, smaller ones fewer centres to compare with. */
const pointsPerCell = 32
/** A list of centres is made to last for about so many rounds like the last. */
const listedAhead = 4

/**
 * Labels points with their nearest centre, again and again as the centres move, without comparing each with all: points are
 * gathered in small blocks of neighbours, and a block knows the few centres that can matter to it until they have moved
 * too far; a point is not compared at all while its centre is nearer than the runner-up can have come (Hamerly 2010). Exact;
 * of two centres at the same distance the later one counts.
 */
export class NearestCenters {
  /** Label of each point, block after block; all that is private here is in this order, so that memory is read in a line. */
  readonly label: Int32Array
  private readonly point: Uint32Array
  private readonly x: Float64Array
  private readonly y: Float64Array
  private readonly weight: Float64Array
  /** The distance of the runner-up on the list when it was last looked at, plus how far the list had moved by then. */
  private readonly second: Float64Array
  private readonly blocks: Block[]
  private lastX: Float64Array = new Float64Array(0)
  private lastY: Float64Array = new Float64Array(0)
  /** How far each centre has moved since the last round. */
  private step = new Float64Array(0)
  private closest = new Float64Array(0)
  private all = new Int32Array(0)
  private found = new Int32Array(0)
  private moved = 0

  constructor(x: Float64Array, y: Float64Array, weight: Float64Array) {
    this.point = new Uint32Array(x.length)
    this.blocks = gatherBlocks(this.point, x, y)
    this.x = new Float64Array(x.length)
    this.y = new Float64Array(x.length)
    this.weight = new Float64Array(x.length)
    for (let s = 0; s < x.length; s++) {
      this.x[s] = x[this.point[s]!]!
      this.y[s] = y[this.point[s]!]!
      this.weight[s] = weight[this.point[s]!]!
    }
    this.label = new Int32Array(x.length)
    this.second = new Float64Array(x.length)
  }

  /** Labels in the order in which the points were given. */
  labelOfPoints(): Int32Array {
    const label = new Int32Array(this.label.length)
    for (let s = 0; s < label.length; s++) label[this.point[s]!] = this.label[s]!
    return label
  }

  /** Labels all points and sums up each group. */
  assign(centerX: Float64Array, centerY: Float64Array): GroupSums {
    const margin = listedAhead * this.noteMovement(centerX, centerY)
    for (const block of this.blocks) {
      let farthest = 0
      for (let n = 0; n < block.nearbyCount; n++) {
        const moved = this.step[block.nearby[n]!]!
        if (moved > farthest) farthest = moved
      }
      block.moved += farthest * (1 + 1e-9)
      if (!(this.moved <= block.until)) {
        // Runners-up were sought on the old list; what was not on it has at most come this near.
        const others = block.unlisted - (this.moved - block.listedAt) * (1 + 1e-9)
        for (let s = block.from; s < block.to; s++) {
          const listed = this.second[s]! - block.moved
          this.second[s] = listed < others ? listed : others
        }
        this.listNearby(block, centerX, centerY, margin)
      }
      this.labelPoints(block, centerX, centerY)
    }
    return this.sumsOf(centerX.length)
  }

  private labelPoints(block: Block, centerX: Float64Array, centerY: Float64Array): void {
    const { x, y, label, second } = this
    const { from, to, nearby, nearbyCount, moved } = block
    for (let s = from; s < to; s++) {
      const px = x[s]!
      const py = y[s]!
      const mayMove = second[s]! - moved
      if (mayMove > 0) {
        const dx = px - centerX[label[s]!]!
        const dy = py - centerY[label[s]!]!
        if ((dx * dx + dy * dy) * (1 + 1e-9) < mayMove * mayMove) continue
      }
      let least = Infinity
      let next = Infinity
      let near = 0
      for (let n = 0; n < nearbyCount; n++) {
        const c = nearby[n]!
        const dx = px - centerX[c]!
        const dy = py - centerY[c]!
        const distance = dx * dx + dy * dy
        if (distance <= least) {
          next = least
          least = distance
          near = c
        } else if (distance < next) next = distance
      }
      label[s] = near
      second[s] = Math.sqrt(next) * (1 - 1e-9) + moved
    }
  }

  private sumsOf(groups: number): GroupSums {
    const { x, y, weight, label } = this
    const size = new Uint32Array(groups)
    const sumX = new Float64Array(groups)
    const sumY = new Float64Array(groups)
    const sum = new Float64Array(groups)
    for (let s = 0; s < label.length; s++) {
      const c = label[s]!
      const mass = weight[s]!
      size[c]!++
      sumX[c]! += x[s]! * mass
      sumY[c]! += y[s]! * mass
      sum[c]! += mass
    }
    return { size, sumX, sumY, sum }
  }

  /** Adds up how far the centres have moved, the farthest in each round; afresh when their number has changed. */
  private noteMovement(centerX: Float64Array, centerY: Float64Array): number {
    let farthest = 0
    if (this.lastX.length !== centerX.length) {
      this.all = Int32Array.from(centerX.keys())
      this.found = new Int32Array(centerX.length)
      this.step = new Float64Array(centerX.length)
      this.closest = new Float64Array(centerX.length)
      this.moved = 0
      this.second.fill(-Infinity)
      for (const block of this.blocks) {
        block.until = -1
        block.nearbyCount = 0
      }
    } else {
      for (let c = 0; c < centerX.length; c++) {
        const dx = centerX[c]! - this.lastX[c]!
        const dy = centerY[c]! - this.lastY[c]!
        const moved = Math.sqrt(dx * dx + dy * dy)
        this.step[c] = moved
        if (moved > farthest) farthest = moved
      }
      this.moved += farthest
    }
    this.lastX = centerX
    this.lastY = centerY
    return farthest
  }

  private listNearby(block: Block, centerX: Float64Array, centerY: Float64Array, wanted: number): void {
    const { closest } = this
    const k = centerX.length
    const reach = Math.sqrt(reachAndDistances(block, this.all, k, centerX, centerY, closest))
    // A wide margin makes the list last but also long.
    const margin = Math.min(wanted, reach / 2)
    const most = (reach + 2 * margin) ** 2 * (1 + 1e-9)
    let count = 0
    for (let c = 0; c < k; c++) if (closest[c]! <= most) this.found[count++] = c
    if (count > block.nearby.length) block.nearby = new Int32Array(count * 2)
    block.nearby.set(this.found.subarray(0, count))
    block.nearbyCount = count
    block.until = this.moved + margin
    block.listedAt = this.moved
    block.unlisted = count === k ? Infinity : (reach + 2 * margin) * (1 - 1e-9)
    block.moved = 0
  }
}

/**
 * Squared distance within which every place in the rectangle has one of the centres: a centre farther from all of it is
 * nearest to none. Writes each centre's squared distance from the rectangle into `closest`.
 */
function reachAndDistances(
  { left, right, bottom, top }: Block,
  centers: Int32Array,
  count: number,
  centerX: Float64Array,
  centerY: Float64Array,
  closest: Float64Array,
): number {
  let reach = Infinity
  for (let n = 0; n < count; n++) {
    const c = centers[n]!
    const fromLeft = centerX[c]! - left
    const fromRight = right - centerX[c]!
    const fromBottom = centerY[c]! - bottom
    const fromTop = top - centerY[c]!
    const farX = fromLeft > fromRight ? fromLeft : fromRight
    const farY = fromBottom > fromTop ? fromBottom : fromTop
    const farthest = farX * farX + farY * farY
    if (farthest < reach) reach = farthest
    const nearX = fromLeft < 0 ? fromLeft : fromRight < 0 ? fromRight : 0
    const nearY = fromBottom < 0 ? fromBottom : fromTop < 0 ? fromTop : 0
    closest[n] = nearX * nearX + nearY * nearY
  }
  return reach
}

/**
 * Sorts the points into the cells of a grid, row by row, and makes a block of each cell that has any. The grid spans the
 * bulk of the points; what lies outside goes to the cells at its edge, whose blocks are as large as their points need.
 */
function gatherBlocks(point: Uint32Array, x: Float64Array, y: Float64Array): Block[] {
  const points = point.length
  const side = Math.ceil(Math.sqrt(points / pointsPerCell))
  const columnOf = gridLines(x, side)
  const rowOf = gridLines(y, side)
  const cell = new Uint32Array(points)
  const start = new Uint32Array(side * side + 1)
  for (let i = 0; i < points; i++) {
    cell[i] = rowOf(y[i]!) * side + columnOf(x[i]!)
    start[cell[i]! + 1]!++
  }
  for (let c = 0; c < side * side; c++) start[c + 1]! += start[c]!
  const next = start.slice()
  for (let i = 0; i < points; i++) point[next[cell[i]!]!++] = i

  const blocks: Block[] = []
  for (let c = 0; c < side * side; c++) {
    const from = start[c]!
    const to = start[c + 1]!
    if (from === to) continue
    let left = Infinity
    let right = -Infinity
    let bottom = Infinity
    let top = -Infinity
    for (let s = from; s < to; s++) {
      const px = x[point[s]!]!
      const py = y[point[s]!]!
      if (px < left) left = px
      if (px > right) right = px
      if (py < bottom) bottom = py
      if (py > top) top = py
    }
    blocks.push({
      from,
      to,
      left,
      right,
      bottom,
      top,
      nearby: new Int32Array(8),
      nearbyCount: 0,
      until: -1,
      listedAt: 0,
      unlisted: 0,
      moved: 0,
    })
  }
  return blocks
}

/** Which of `side` equal strips a value falls in; they span three standard deviations to both sides of the mean. */
function gridLines(values: Float64Array, side: number): (value: number) => number {
  let sum = 0
  let squares = 0
  for (let i = 0; i < values.length; i++) {
    sum += values[i]!
    squares += values[i]! * values[i]!
  }
  const mean = sum / values.length
  const spread = Math.sqrt(Math.max(0, squares / values.length - mean * mean))
  const first = mean - 3 * spread
  const scale = spread > 0 ? side / (6 * spread) : 0
  return (value) => {
    const strip = Math.floor((value - first) * scale)
    return strip < 0 ? 0 : strip >= side ? side - 1 : strip
  }
}
