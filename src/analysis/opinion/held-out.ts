import { predictVotes } from './expected-vote.ts'
import { bestKMeans, silhouette } from './k-means.ts'
import type { HoldoutDocument } from './opinion-document.ts'
import { principalComponents } from './principal-components.ts'
import { projectParticipants } from './projection.ts'
import type { VoteMatrix } from './vote-matrix.ts'

/** Votes taken away before anything is fitted, and what is left. */
export interface HeldOut {
  visible: VoteMatrix
  hidden: HiddenVotes
}

export interface HiddenVotes {
  row: Uint32Array
  column: Uint16Array
  value: Int8Array
}

/** Only people with so many votes have some hidden, so that something is left to know them by. */
const fewestVotes = 10
const fewestClustered = 7

/**
 * Hides a share of all votes, by lot among the votes of people with at least ten (of everybody, when there are none). Rows
 * and columns stay what they are.
 */
export function withholdVotes(matrix: VoteMatrix, share: number, random: () => number): HeldOut {
  const { rowStart, column, value } = matrix
  const rows = matrix.participants.length
  const candidates = (fewest: number): number[] => {
    const places: number[] = []
    for (let i = 0; i < rows; i++) {
      if (rowStart[i + 1]! - rowStart[i]! < fewest) continue
      for (let v = rowStart[i]!; v < rowStart[i + 1]!; v++) places.push(v)
    }
    return places
  }
  const wanted = Math.round(share * column.length)
  let places = candidates(fewestVotes)
  if (places.length < wanted) places = candidates(0)
  const isHidden = new Uint8Array(column.length)
  for (let at = 0; at < wanted; at++) {
    const other = at + Math.floor(random() * (places.length - at))
    const kept = places[other]!
    places[other] = places[at]!
    places[at] = kept
    isHidden[kept] = 1
  }

  const hidden = {
    row: new Uint32Array(wanted),
    column: new Uint16Array(wanted),
    value: new Int8Array(wanted),
  }
  const visibleStart = new Uint32Array(rows + 1)
  const visibleColumn = new Uint16Array(column.length - wanted)
  const visibleValue = new Int8Array(column.length - wanted)
  let away = 0
  let left = 0
  for (let i = 0; i < rows; i++) {
    for (let v = rowStart[i]!; v < rowStart[i + 1]!; v++) {
      if (isHidden[v]) {
        hidden.row[away] = i
        hidden.column[away] = column[v]!
        hidden.value[away++] = value[v]!
      } else {
        visibleColumn[left] = column[v]!
        visibleValue[left++] = value[v]!
      }
    }
    visibleStart[i + 1] = left
  }
  return {
    visible: { ...matrix, rowStart: visibleStart, column: visibleColumn, value: visibleValue },
    hidden,
  }
}

/**
 * Mean log-loss of the hidden votes, agree, pass and disagree told apart, in natural logarithms: of our forecast, of the
 * statement's own rates, and of the groups of the reference method with their rates drawn to the statement's.
 */
export function scoreHeldOut(
  { visible, hidden }: HeldOut,
  share: number,
  random: () => number,
): HoldoutDocument {
  const rates = columnRates(visible)
  const reference = referenceRates(visible, rates, random)
  return {
    share,
    hidden: hidden.row.length,
    log_loss: logLoss(hidden, predictVotes(visible, hidden, random)),
    log_loss_column_rate: logLoss(
      hidden,
      ratesOf(hidden, (_, j) => 3 * j, rates),
    ),
    log_loss_reference_groups: logLoss(
      hidden,
      ratesOf(hidden, (i, j) => 3 * (reference.row[i]! * visible.statements.length + j), reference.rates),
    ),
  }
}

/** Mean of −ln of the chance given to what was voted; `forecast` holds disagree, pass, agree for each vote. */
export function logLoss({ value }: HiddenVotes, forecast: Float64Array): number {
  let sum = 0
  for (let h = 0; h < value.length; h++) sum -= Math.log(forecast[3 * h + value[h]! + 1]!)
  return value.length === 0 ? 0 : sum / value.length
}

function ratesOf(
  hidden: HiddenVotes,
  placeOf: (row: number, column: number) => number,
  rates: Float64Array,
): Float64Array {
  const forecast = new Float64Array(3 * hidden.row.length)
  for (let h = 0; h < hidden.row.length; h++) {
    const place = placeOf(hidden.row[h]!, hidden.column[h]!)
    for (let k = 0; k < 3; k++) forecast[3 * h + k] = rates[place + k]!
  }
  return forecast
}

/** Disagree, pass and agree by column, drawn a little to the rates of all votes together. */
export function columnRates(matrix: VoteMatrix): Float64Array {
  const rates = new Float64Array(3 * matrix.statements.length)
  const overall = new Float64Array(3).fill(1)
  for (let v = 0; v < matrix.column.length; v++) {
    overall[matrix.value[v]! + 1]!++
    rates[3 * matrix.column[v]! + matrix.value[v]! + 1]!++
  }
  const all = matrix.column.length + 3
  for (let j = 0; j < matrix.statements.length; j++) {
    const seen = rates[3 * j]! + rates[3 * j + 1]! + rates[3 * j + 2]!
    for (let k = 0; k < 3; k++) {
      rates[3 * j + k] = (rates[3 * j + k]! + (columnPrior * overall[k]!) / all) / (seen + columnPrior)
    }
  }
  return rates
}

const columnPrior = 2

/**
 * The groups of the reference method as well as they can be made: two components, the best of many k-means++ starts, two to
 * five groups by silhouette, people with at least seven votes; and group rates drawn to the statement's rate as strongly as
 * serves them best among the visible votes (each vote foretold from the others). People in no group get the statement's rate.
 */
function referenceRates(
  matrix: VoteMatrix,
  columns: Float64Array,
  random: () => number,
): { row: Int32Array; rates: Float64Array } {
  const statements = matrix.statements.length
  const { row, groups } = referenceGroups(matrix, random)
  const counts = new Float64Array(3 * statements * (groups + 1))
  for (let i = 0; i < matrix.participants.length; i++) {
    for (let v = matrix.rowStart[i]!; v < matrix.rowStart[i + 1]!; v++) {
      counts[3 * (row[i]! * statements + matrix.column[v]!) + matrix.value[v]! + 1]!++
    }
  }
  let best = { prior: 0, loss: Infinity }
  for (const prior of [1, 2, 4, 8, 16, 32, 64]) {
    let loss = 0
    for (let place = 0; place < counts.length - 3 * statements; place += 3) {
      const seen = counts[place]! + counts[place + 1]! + counts[place + 2]!
      for (let k = 0; k < 3; k++) {
        const count = counts[place + k]!
        if (count === 0) continue
        const rate = columns[(place % (3 * statements)) + k]!
        loss -= count * Math.log((count - 1 + prior * rate) / (seen - 1 + prior))
      }
    }
    if (loss < best.loss) best = { prior, loss }
  }
  const rates = new Float64Array(counts.length)
  for (let place = 0; place < counts.length; place += 3) {
    const isGroup = place < 3 * statements * groups
    const seen = counts[place]! + counts[place + 1]! + counts[place + 2]!
    for (let k = 0; k < 3; k++) {
      const rate = columns[(place % (3 * statements)) + k]!
      rates[place + k] = isGroup ? (counts[place + k]! + best.prior * rate) / (seen + best.prior) : rate
    }
  }
  return { row, rates }
}

/** Groups from 0 by row; people with too few votes have the number after the last. */
function referenceGroups(matrix: VoteMatrix, random: () => number): { row: Int32Array; groups: number } {
  const statements = matrix.statements.length
  const positions = projectParticipants(matrix, principalComponents(matrix, { count: 2 }), statements)
  const rows: number[] = []
  for (let i = 0; i < matrix.participants.length; i++) {
    if (matrix.rowStart[i + 1]! - matrix.rowStart[i]! >= Math.min(fewestClustered, statements)) rows.push(i)
  }
  const row = new Int32Array(matrix.participants.length)
  if (rows.length < 6) return { row, groups: 0 }
  const x = Float64Array.from(rows, (i) => positions.x[i]!)
  const y = Float64Array.from(rows, (i) => positions.y[i]!)
  // The silhouette takes quadratic time: of a large conversation a part decides.
  const part = rows.length > 4000 ? Math.ceil(rows.length / 4000) : 1
  let best: { label: Int32Array; groups: number; silhouette: number } | null = null
  for (let k = 2; k <= 5; k++) {
    const clusters = bestKMeans(x, y, k, { random, restarts: rows.length > 5000 ? 5 : 20 })
    const groups = clusters.centerX.length
    const pick = <T extends Float64Array | Int32Array>(from: T) =>
      from.filter((_, at) => at % part === 0) as T
    const quality = silhouette(pick(x), pick(y), pick(clusters.label), groups)
    if (best === null || quality > best.silhouette)
      best = { label: clusters.label, groups, silhouette: quality }
  }
  row.fill(best!.groups)
  for (const [at, i] of rows.entries()) row[i] = best!.label[at]!
  return { row, groups: best!.groups }
}
