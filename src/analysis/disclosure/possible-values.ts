import type { SafeCell } from './cell.ts'
import type { ProtectedTable } from './protect-table.ts'

/**
 * The reader who tries everything: each table with the given published cells, counted out one by one.
 * Calls `visit` with every inside that fits.
 */
function everyTable(
  table: ProtectedTable,
  fits: (cell: SafeCell, value: number) => boolean,
  highest: number,
  visit: (inside: number[][]) => void,
): void {
  const { cells, rowTotals, columnTotals, total } = table
  const inside = cells.map((row) => row.map(() => 0))
  const columns = columnTotals.length
  const rowSums = cells.map(() => 0)
  const columnSums = columnTotals.map(() => 0)
  function fill(place: number): void {
    const row = Math.floor(place / columns)
    const column = place % columns
    if (row === cells.length) {
      if (
        fits(
          total,
          rowSums.reduce((sum, value) => sum + value, 0),
        )
      )
        visit(inside)
      return
    }
    const cell = (cells[row] as SafeCell[])[column] as SafeCell
    const choices = cell.shown ? [cell.value] : Array.from({ length: highest + 1 }, (_, value) => value)
    for (const value of choices) {
      if (!fits(cell, value)) continue
      ;(inside[row] as number[])[column] = value
      rowSums[row] = (rowSums[row] as number) + value
      columnSums[column] = (columnSums[column] as number) + value
      const rowDone = column === columns - 1
      const columnDone = row === cells.length - 1
      if (
        (!rowDone || fits(rowTotals[row] as SafeCell, rowSums[row] as number)) &&
        (!columnDone || fits(columnTotals[column] as SafeCell, columnSums[column] as number))
      ) {
        fill(place + 1)
      }
      rowSums[row] = (rowSums[row] as number) - value
      columnSums[column] = (columnSums[column] as number) - value
    }
  }
  fill(0)
}

/** For each cell every value it has in some table that fits. */
export type Possible = {
  inside: Set<number>[][]
  rows: Set<number>[]
  columns: Set<number>[]
  total: Set<number>
}

/**
 * What a reader can find out about a table by trying every other one, up to `highest` in a cell. Slow and plain: this is
 * how the tests check protectTable and safeFilter, which reach their answers by another way.
 */
export function possibleValues(
  table: ProtectedTable,
  fits: (cell: SafeCell, value: number) => boolean,
  highest: number,
): Possible {
  const possible: Possible = {
    inside: table.cells.map((row) => row.map(() => new Set<number>())),
    rows: table.rowTotals.map(() => new Set()),
    columns: table.columnTotals.map(() => new Set()),
    total: new Set(),
  }
  const sum = (values: number[]) => values.reduce((all, value) => all + value, 0)
  everyTable(table, fits, highest, (inside) => {
    inside.forEach((row, r) => row.forEach((value, c) => possible.inside[r]?.[c]?.add(value)))
    inside.forEach((row, r) => possible.rows[r]?.add(sum(row)))
    table.columnTotals.forEach((_, c) => possible.columns[c]?.add(sum(inside.map((row) => row[c] as number))))
    possible.total.add(sum(inside.flat()))
  })
  return possible
}
