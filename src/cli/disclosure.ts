import { type DisclosurePolicy, type SafeCell, defaultPolicy } from '../analysis/disclosure/cell.ts'
import { type ProtectedTable, protectTable } from '../analysis/disclosure/protect-table.ts'
import {
  type Command,
  type CsvTable,
  type Fault,
  exitCodes,
  quoted,
  readArguments,
  readCsvFile,
  refuse,
  refuseFile,
} from './command.ts'

/** `longtable disclosure`: a table of counts of people with the small numbers protected. */
export const disclosure: Command = {
  name: 'disclosure',
  summary: 'Withholds small numbers in a table of people, and what would tell them.',
  usage: `FILE.csv [--json] [--minimum 10] [--show-zeros]

FILE.csv has labels in the first column and counts in the others. A row or column named "total" is checked and left
out; totals are part of the answer, protected with the rest.
  --json          one JSON document on standard output
  --minimum N     the smallest number of people that may be told, at least 3 (default ${defaultPolicy.minimum})
  --show-zeros    tell true zeros`,

  async run(args, io) {
    const given = readArguments(disclosure, args, io, {
      options: { json: 'flag', minimum: 'text', 'show-zeros': 'flag' },
      positionals: ['FILE.csv'],
    })
    if (given.outcome === 'answered') return given.code
    const [file = ''] = given.positionals
    const { json, minimum = String(defaultPolicy.minimum), 'show-zeros': showZeros } = given.values
    if (!/^\d{1,9}$/.test(minimum) || Number(minimum) < 3) {
      return refuse(disclosure, io, [`--minimum is a whole number of at least 3, not ${quoted(minimum)}`])
    }

    const reading = await readCsvFile(file, io)
    if (reading.outcome === 'faulty') return refuseFile(io, file, reading.faults)
    const table = readCounts(reading.table)
    if (table.outcome === 'faulty') return refuseFile(io, file, table.faults)

    const policy: DisclosurePolicy = { minimum: Number(minimum), zeros: showZeros ? 'shown' : 'hidden' }
    const safe = protectTable(table.counts, policy)
    io.stdout(json ? asJson(table, policy, safe) : asCsv(table, safe))
    return exitCodes.done
  },
}

type Counts = { outcome: 'read'; corner: string; labels: string[]; columns: string[]; counts: number[][] }
type CountsReading = Counts | { outcome: 'faulty'; faults: Fault[] }

/** Larger than any number of people; keeps all sums exact. */
const largestCount = 1_000_000_000_000

/** Counts from a table of labels and numbers, without its totals, which must be right where they are given. */
export function readCounts({ header, rows }: CsvTable): CountsReading {
  const faults: Fault[] = []
  const isTotal = (name: string | undefined) => name?.toLowerCase() === 'total'
  const [corner = '', ...names] = header
  if (names.length === 0) faults.push({ row: 1, column: 2, message: 'there is no column of counts' })
  faults.push(...repeatedNames(names.map((name, place) => ({ name, row: 1, column: place + 2 }))))
  faults.push(...repeatedNames(rows.map(({ row, cells }) => ({ name: cells[0] ?? '', row, column: 1 }))))

  const numbers = rows.map(({ row, cells }) =>
    cells.slice(1).map((text, place) => {
      const count = /^\d{1,13}$/.test(text) ? Number(text) : NaN
      if (count <= largestCount) return count
      const message =
        text === '' ? 'is empty; write 0 for nobody' : `${quoted(text)} is not a whole number of people`
      faults.push({ row, column: place + 2, message })
      return 0
    }),
  )
  if (faults.length > 0) return { outcome: 'faulty', faults }

  const keptRows = rows.flatMap(({ cells }, place) => (isTotal(cells[0]) ? [] : [place]))
  const keptColumns = names.flatMap((name, place) => (isTotal(name) ? [] : [place]))
  if (keptColumns.length === 0) {
    const message = 'there is no column of counts but the total'
    return { outcome: 'faulty', faults: [{ row: 1, column: 2, message }] }
  }
  const at = (row: number, column: number) => numbers[row]?.[column] ?? 0
  const expected = (row: number, column: number) => {
    const rowsOf = keptRows.includes(row) ? [row] : keptRows
    const columnsOf = keptColumns.includes(column) ? [column] : keptColumns
    return rowsOf.reduce((sum, r) => sum + columnsOf.reduce((part, c) => part + at(r, c), 0), 0)
  }
  for (const [place, { row, cells }] of rows.entries()) {
    for (const [column, name] of names.entries()) {
      if (!isTotal(cells[0]) && !isTotal(name)) continue
      const sum = expected(place, column)
      const given = at(place, column)
      if (given !== sum) {
        faults.push({
          row,
          column: column + 2,
          message: `the total is ${given}, but its parts add up to ${sum}`,
        })
      }
    }
  }
  if (faults.length > 0) return { outcome: 'faulty', faults }

  return {
    outcome: 'read',
    corner,
    labels: keptRows.map((place) => rows[place]?.cells[0] ?? ''),
    columns: keptColumns.map((place) => names[place] ?? ''),
    counts: keptRows.map((row) => keptColumns.map((column) => at(row, column))),
  }
}

function repeatedNames(named: readonly { name: string; row: number; column: number }[]): Fault[] {
  const seen = new Set<string>()
  return named.flatMap(({ name, row, column }) => {
    const key = name.toLowerCase() === 'total' ? 'total' : name
    if (name === '') return [{ row, column, message: 'there is no name' }]
    if (seen.has(key)) return [{ row, column, message: `the name ${quoted(name)} is there twice` }]
    seen.add(key)
    return []
  })
}

function asJson(
  { labels, columns }: Counts,
  { minimum, zeros }: DisclosurePolicy,
  safe: ProtectedTable,
): string {
  const document = {
    minimum,
    zeros,
    columns,
    rows: labels.map((label, row) => ({ label, cells: safe.cells[row], total: safe.rowTotals[row] })),
    column_totals: safe.columnTotals,
    total: safe.total,
    hidden: countReasons(safe),
  }
  return `${JSON.stringify(document, null, 2)}\n`
}

/** How many cells are withheld and why, totals included. */
function countReasons({ cells, rowTotals, columnTotals, total }: ProtectedTable): {
  below_minimum: number
  protects_another: number
} {
  const all = [...cells.flat(), ...rowTotals, ...columnTotals, total]
  const count = (reason: string) => all.filter((cell) => !cell.shown && cell.reason === reason).length
  return { below_minimum: count('below-minimum'), protects_another: count('protects-another') }
}

/** The table again, a star for a number withheld because it is small and two for one that protects another. */
function asCsv(
  { corner, labels, columns }: Counts,
  { cells, rowTotals, columnTotals, total }: ProtectedTable,
): string {
  const line = (label: string, values: readonly string[]) => `${[label, ...values].map(csvCell).join(',')}\n`
  const mark = (cell: SafeCell | undefined) => {
    if (cell?.shown) return String(cell.value)
    return cell?.reason === 'below-minimum' ? '*' : '**'
  }
  return [
    line(corner, [...columns, 'total']),
    ...labels.map((label, row) => line(label, [...(cells[row] ?? []), rowTotals[row]].map(mark))),
    line('total', [...columnTotals, total].map(mark)),
  ].join('')
}

/** Quoted where CSV needs it; text that a spreadsheet would run as a formula is led by an apostrophe. */
function csvCell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
