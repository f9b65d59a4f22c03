import type { OpinionDocument, PersonDocument } from '../../analysis/opinion/opinion-document.ts'

/** People who stand close together and belong to the same group, drawn as one mark. How many is told only roughly. */
export type MapMark = {
  /** From 0 (left, top) to 1. */
  x: number
  y: number
  group: string | null
  size: 'few' | 'some' | 'many'
}

/** Statements that pull people to one side or the other of the map. */
export type MapAxis = {
  /** Share of the differences between people that this direction shows, 0 to 1. */
  explained: number
  /** Ids of the statements with which people towards the lower and the upper end agree most. */
  lower: string[]
  upper: string[]
}

const cellsAcross = 26
const mostMarks = 220

/** A mark is `some` from 5 people and `many` from 20. */
function sizeOf(people: number): MapMark['size'] {
  if (people >= 20) return 'many'
  return people >= 5 ? 'some' : 'few'
}

/**
 * The people of a map as marks: those of a group in the same cell of a grid become one, in their middle, rounded to a
 * hundredth. So the page stays light, and no one's exact place is left behind. Groups that are not in `shownGroups` are
 * drawn without a group. The outermost 1 % of places is pulled to the edge.
 */
export function drawMapMarks(
  people: Record<string, PersonDocument>,
  shownGroups: readonly string[],
): MapMark[] {
  const all = Object.values(people).filter(({ x, y }) => Number.isFinite(x) && Number.isFinite(y))
  if (all.length === 0) return []
  const [left, right] = edges(all.map(({ x }) => x))
  const [bottom, top] = edges(all.map(({ y }) => y))
  for (let across = cellsAcross; ; across = Math.floor(across * 0.85)) {
    const marks = onGrid(across)
    if (marks.length <= mostMarks || across < 8) return marks
  }

  function onGrid(across: number): MapMark[] {
    const down = Math.max(4, Math.round(across * 0.7))
    type Cell = { x: number; y: number; group: string | null; people: number }
    const cells = new Map<string, Cell>()
    for (const { x, y, group } of all) {
      const [right01, down01] = [shareOf(x, left, right), 1 - shareOf(y, bottom, top)]
      const shown = group !== null && shownGroups.includes(group) ? group : null
      const key = `${Math.min(across - 1, Math.floor(right01 * across))} ${Math.min(down - 1, Math.floor(down01 * down))} ${shown ?? ''}`
      const cell = cells.get(key) ?? { x: 0, y: 0, group: shown, people: 0 }
      cell.x += right01
      cell.y += down01
      cell.people += 1
      cells.set(key, cell)
    }
    const rounded = (value: number) => Math.round(value * 100) / 100
    return [...cells.values()]
      .map(({ x, y, group, people }) => ({
        x: rounded(x / people),
        y: rounded(y / people),
        group,
        size: sizeOf(people),
      }))
      .sort((a, b) => a.y - b.y || a.x - b.x || (a.group ?? '').localeCompare(b.group ?? ''))
  }
}

function edges(values: number[]): [number, number] {
  const sorted = values.sort((a, b) => a - b)
  const low = sorted[Math.floor((sorted.length - 1) * 0.005)]!
  const high = sorted[Math.ceil((sorted.length - 1) * 0.995)]!
  return high > low ? [low, high] : [low - 1, high + 1]
}

function shareOf(value: number, low: number, high: number): number {
  return Math.min(1, Math.max(0, (value - low) / (high - low)))
}

/** What the two directions of the map mean: the two statements that pull most to either end. */
export function readAxes(components: OpinionDocument['components'], known: ReadonlySet<string>): MapAxis[] {
  return components.slice(0, 2).map(({ explained, loadings }) => {
    const ranked = Object.entries(loadings)
      .filter(([id, loading]) => known.has(id) && loading !== 0)
      .sort((a, b) => a[1] - b[1])
    const ids = (entries: [string, number][]) => entries.map(([id]) => id)
    return {
      explained,
      lower: ids(ranked.filter(([, loading]) => loading < 0).slice(0, 2)),
      upper: ids(
        ranked
          .filter(([, loading]) => loading > 0)
          .slice(-2)
          .reverse(),
      ),
    }
  })
}
