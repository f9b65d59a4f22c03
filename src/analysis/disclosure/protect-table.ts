import { type DisclosurePolicy, type SafeCell, checkCount, checkPolicy, defaultPolicy } from './cell.ts'
import type { ProtectedList } from './protect-list.ts'
import { type TableCell, protect } from './protect.ts'

export type ProtectedTable = {
  cells: SafeCell[][]
  rowTotals: SafeCell[]
  columnTotals: SafeCell[]
  total: SafeCell
}

type Options = {
  /**
   * What has been published elsewhere about the row totals, and stays so: the answer of protectList for them.
   * Then the inside of the table is protected against it.
   */
  publishedRows?: ProtectedList
}

/**
 * A table of counts of people with its row, column and grand totals, as far as they may be told.
 * Each person is in one cell. Totals are withheld where nothing else protects a small cell.
 */
export function protectTable(
  counts: readonly (readonly number[])[],
  policy: DisclosurePolicy = defaultPolicy,
  { publishedRows }: Options = {},
): ProtectedTable {
  checkPolicy(policy)
  const columns = checkShape(counts)
  const safe = protectCross(counts, policy, () => 'open', publishedRows)
  return {
    cells: counts.map((_, row) => safe.slice(row * columns, (row + 1) * columns)),
    rowTotals: safe.slice(counts.length * columns, counts.length * columns + counts.length),
    columnTotals: safe.slice(counts.length * columns + counts.length, -1),
    total: safe.at(-1) as SafeCell, // the grand total is always there
  }
}

/** The safe cells row by row, then row totals, column totals and the grand total. */
export function protectCross(
  counts: readonly (readonly number[])[],
  policy: DisclosurePolicy,
  stateOf: (column: number) => TableCell['state'],
  publishedRows: ProtectedList | undefined,
): SafeCell[] {
  const columns = counts[0]?.length ?? 0
  const published = (cell: SafeCell | undefined) =>
    cell === undefined ? 'open' : cell.shown ? 'shown' : 'hidden'
  // People flow from the source to their row, on to their column, to the sink, and back.
  const source = 0
  const sink = 1
  const rowNode = (row: number) => 2 + row
  const columnNode = (column: number) => 2 + counts.length + column
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)
  const rowSums = counts.map(sum)

  const cells: TableCell[] = []
  for (const [row, values] of counts.entries()) {
    for (const [column, value] of values.entries()) {
      cells.push({ tail: rowNode(row), head: columnNode(column), value, state: stateOf(column) })
    }
  }
  for (const [row, value] of rowSums.entries()) {
    cells.push({ tail: source, head: rowNode(row), value, state: published(publishedRows?.cells[row]) })
  }
  for (let column = 0; column < columns; column += 1) {
    const value = sum(counts.map((values) => values[column] as number))
    cells.push({ tail: columnNode(column), head: sink, value, state: stateOf(column) })
  }
  cells.push({ tail: sink, head: source, value: sum(rowSums), state: published(publishedRows?.total) })

  const safe = protect(2 + counts.length + columns, cells, policy)
  return publishedRows === undefined ? safe : restore(safe, publishedRows, counts.length * columns)
}

/** What was published about the rows stands word for word. */
function restore(safe: SafeCell[], { cells, total }: ProtectedList, firstRowTotal: number): SafeCell[] {
  return [...safe.slice(0, firstRowTotal), ...cells, ...safe.slice(firstRowTotal + cells.length, -1), total]
}

/** Fails on a table that is no table; answers with the number of columns. */
export function checkShape(counts: readonly (readonly number[])[]): number {
  const columns = counts[0]?.length ?? 0
  for (const row of counts) {
    if (row.length !== columns)
      throw new RangeError(`A row of ${row.length} in a table of ${columns} columns`)
    row.forEach(checkCount)
  }
  return columns
}
