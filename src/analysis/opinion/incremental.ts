import { seededRandom } from '../numbers/seeded-random.ts'
import type { OpinionState } from './opinion-state.ts'
import type { Components } from './principal-components.ts'
import type { Positions } from './projection.ts'
import { dot, SearchSpace } from './search-space.ts'

/** Directions that are carried from tick to tick: the wanted two and their nearest rivals. */
const carried = 8
const wanted = 2
/** The search for a tick may grow to so many directions before it is cut back. */
const mostDirections = 40
/** So many powers are tried before the first look at how good the directions are. */
const firstPowers = 5
/** Largest error of a direction, as residual ÷ distance to the neighbouring eigenvalue. */
const accuracy = 2e-10
/** What rounding leaves of a residual, as a part of the largest eigenvalue. */
const rounding = 2e-15
/** After so many ticks the products are made afresh, so that rounding cannot pile up. */
const refreshEvery = 100

/** Brings XᵀX up to date and carries the change over to the products of the carried directions. */
function settleStale(state: OpinionState, changed: readonly number[]): void {
  const m = state.statements.length
  const { gram, directions, images } = state
  const row = new Float64Array(m)
  for (const j of changed) {
    state.means[j] = state.seen[j]! > 0 ? state.sum[j]! / state.seen[j]! : 0
    state.coVotes.gramRow(j, state.means, row)
    // Row and column j change by `difference`; the entry where they cross changes once, not twice.
    for (let l = 0; l < m; l++) {
      const difference = row[l]! - gram[j * m + l]!
      gram[j * m + l] = row[l]!
      gram[l * m + j] = row[l]!
      row[l] = difference
    }
    for (let k = 0; k < directions.length; k++) {
      const vector = directions[k]!
      const image = images[k]!
      const own = vector[j]!
      let along = 0
      for (let l = 0; l < m; l++) {
        along += row[l]! * vector[l]!
        image[l]! += row[l]! * own
      }
      image[j]! += along - row[j]! * own
    }
  }
}

/**
 * The two principal components of the votes as they now stand; the same as `principalComponents`, but started from the last
 * tick's. A search space of the carried directions and the changed statements grows by what is missing and its powers (a block
 * Lanczos method) until both directions are exact to about 2e-10. The same history gives the same bits.
 */
export function componentsOf(state: OpinionState): Components {
  if (state.components) return state.components
  const changed = [...state.stale].sort((a, b) => a - b)
  settleStale(state, changed)
  state.stale.clear()
  const space = new SearchSpace()
  if (state.directions.length === 0 || ++state.ticks % refreshEvery === 0) {
    space.widen(state, [...state.directions.map((vector) => vector.slice()), ...startVectors(state)])
  } else {
    state.directions.forEach((vector, k) => space.add(vector, state.images[k]!))
  }
  addChanged(state, space, changed.slice(0, 4))

  for (let round = 0; round < 100; round++) {
    const missing = residuals(state, space)
    if (missing.length === 0) break
    if (space.basis.length + 2 * wanted > mostDirections) space.narrow(carried)
    if (!widenByPowers(state, space, missing, round === 0 ? firstPowers : 2)) break
  }
  const values = space.narrow(carried)
  state.directions = space.basis
  state.images = space.image
  state.components = describeComponents(state, values)
  return state.components
}

/** Adds what is missing and then, again and again, what XᵀX makes of it (a block Krylov space); false when nothing is new. */
function widenByPowers(
  state: OpinionState,
  space: SearchSpace,
  missing: readonly Float64Array[],
  powers: number,
): boolean {
  let block = missing
  for (let power = 0; power < powers; power++) {
    const before = space.basis.length
    if (before + block.length > mostDirections || !space.widen(state, block)) return power > 0
    block = space.image.slice(before).map((image) => image.slice())
  }
  return true
}

/** Fixed directions to begin from; statements whose votes never differ stay out of them. */
function startVectors(state: OpinionState): Float64Array[] {
  const m = state.statements.length
  const random = seededRandom(m)
  return Array.from({ length: Math.min(carried, m) }, () => {
    return Float64Array.from({ length: m }, (_, l) => (random() - 0.5) * (state.gram[l * m + l]! > 0 ? 1 : 0))
  })
}

/** Adds the directions of the changed statements. Their products are rows of the table, so that they cost no pass. */
function addChanged(state: OpinionState, space: SearchSpace, changed: readonly number[]): void {
  const m = state.statements.length
  for (const j of changed) {
    if (!(state.gram[j * m + j]! > 0)) continue
    const vector = new Float64Array(m)
    vector[j] = 1
    const image = state.gram.slice(j * m, (j + 1) * m)
    let left = 1
    space.basis.forEach((other, k) => {
      const along = other[j]!
      left -= along * along
      const product = space.image[k]!
      for (let l = 0; l < m; l++) {
        vector[l]! -= along * other[l]!
        image[l]! -= along * product[l]!
      }
    })
    // Nearly inside the space already: rounding would grow when what is left is stretched to length 1.
    if (left < 0.01) continue
    const size = Math.sqrt(dot(vector, vector))
    for (let l = 0; l < m; l++) {
      vector[l]! /= size
      image[l]! /= size
    }
    space.add(vector, image)
  }
}

/** What the wanted directions still lack; none when they are exact. */
function residuals(state: OpinionState, space: SearchSpace): Float64Array[] {
  const m = state.statements.length
  const size = space.basis.length
  if (size === 0) return []
  const { values, vectors } = space.solve()
  const largest = values[0]!
  const missing: Float64Array[] = []
  for (let k = 0; k < Math.min(wanted, size); k++) {
    const value = values[k]!
    if (!(value > rounding * largest)) continue
    const vector = space.combine(space.basis, vectors, k)
    const residual = space.combine(space.image, vectors, k)
    for (let l = 0; l < m; l++) residual[l]! -= value * vector[l]!
    let gap = value
    for (let o = 0; o < size; o++) if (o !== k) gap = Math.min(gap, Math.abs(value - values[o]!))
    if (Math.sqrt(dot(residual, residual)) <= Math.max(accuracy * gap, rounding * largest)) continue
    missing.push(residual)
  }
  return missing
}

function describeComponents(state: OpinionState, values: Float64Array): Components {
  const m = state.statements.length
  let squares = 0
  for (let j = 0; j < m; j++) squares += state.squares[j]! - state.seen[j]! * state.means[j]! ** 2
  const strength = Array.from({ length: wanted }, (_, k) => {
    const value = values[k] ?? 0
    return value > 1e-13 * (values[0] ?? 0) ? value : 0
  })
  return {
    means: state.means.slice(),
    loadings: strength.map((value, k) => (value > 0 ? turned(state.directions[k]!) : new Float64Array(m))),
    singularValues: Float64Array.from(strength, (value) => Math.sqrt(value)),
    explained: Float64Array.from(strength, (value) => (squares > 0 ? value / squares : 0)),
  }
}

/** The vector or its opposite, so that its entry of largest size is positive; of equally large ones the first decides. */
function turned(vector: Float64Array): Float64Array {
  let most = 0
  for (const entry of vector) if (Math.abs(entry) > Math.abs(most) * (1 + 1e-9)) most = entry
  return most < 0 ? vector.map((entry) => -entry) : vector.slice()
}

/** Where one person stands on the map, by the same formula as `projectParticipants`; takes as long as their votes are many. */
export function projectionOf(state: OpinionState, row: number): { x: number; y: number } {
  const { means, loadings } = componentsOf(state)
  const from = state.rowFrom[row]!
  const to = from + state.rowLength[row]!
  let x = 0
  let y = 0
  for (let v = from; v < to; v++) {
    const code = state.code[v]!
    const j = Math.floor(code / 3)
    const centered = (code % 3) - 1 - means[j]!
    x += centered * loadings[0]![j]!
    y += centered * loadings[1]![j]!
  }
  const scale = Math.sqrt(votedStatements(state) / Math.max(1, to - from))
  return { x: x * scale, y: y * scale }
}

/** Where everybody stands; one pass over the votes. */
export function positionsOf(state: OpinionState): Positions {
  const { means, loadings } = componentsOf(state)
  const m = state.statements.length
  const steps = new Float64Array(6 * m)
  for (let j = 0; j < m; j++) {
    for (let v = -1; v <= 1; v++) {
      steps[6 * j + 2 * (v + 1)] = (v - means[j]!) * loadings[0]![j]!
      steps[6 * j + 2 * (v + 1) + 1] = (v - means[j]!) * loadings[1]![j]!
    }
  }
  const voted = votedStatements(state)
  const people = state.participants.length
  const x = new Float64Array(people)
  const y = new Float64Array(people)
  for (let i = 0; i < people; i++) {
    const from = state.rowFrom[i]!
    const to = from + state.rowLength[i]!
    let sumX = 0
    let sumY = 0
    for (let v = from; v < to; v++) {
      const place = 2 * state.code[v]!
      sumX += steps[place]!
      sumY += steps[place + 1]!
    }
    const scale = Math.sqrt(voted / Math.max(1, to - from))
    x[i] = sumX * scale
    y[i] = sumY * scale
  }
  return { x, y }
}

function votedStatements(state: OpinionState): number {
  let voted = 0
  for (const seen of state.seen) if (seen > 0) voted++
  return voted
}
