import { readCsv } from './csv-reader.ts'
import {
  columnLetter,
  defaultTableLimits,
  fault,
  type RawTable,
  type Table,
  type TableFault,
  type TableFaults,
  type TableLimits,
  type TableNote,
  type TableRow,
} from './table-types.ts'
import { readXlsx } from './xlsx-reader.ts'

/** What the person who brings the table may decide; without it we look for ourselves. */
export type TableChoices = { sheet?: string; header?: boolean }

const mostFaults = 20

/**
 * Reads a spreadsheet, CSV or XLSX told apart by content and not by name. Whatever the bytes are, the answer is a table
 * or a list of faults; nothing is thrown.
 */
export async function readTable(
  bytes: Uint8Array,
  fileName: string,
  limits: TableLimits = defaultTableLimits,
  choices: TableChoices = {},
): Promise<Table | TableFaults> {
  if (bytes.length === 0) return fault('empty')
  if (bytes.length > limits.bytes) return fault('too-large', { detail: String(limits.bytes) })
  const raw = await readRows(bytes, fileName, limits, choices.sheet)
  return raw.outcome === 'fault' ? raw : shape(raw, limits, choices.header)
}

async function readRows(
  bytes: Uint8Array,
  fileName: string,
  limits: TableLimits,
  sheet: string | undefined,
): Promise<RawTable | TableFaults> {
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04])) return readXlsx(bytes, limits, sheet)
  if (startsWith(bytes, [0x50, 0x4b, 0x05, 0x06])) return fault('not-a-table')
  // The old binary container holds .xls files, and .xlsx files that a password locks.
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) {
    const locked = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(
      Buffer.from('EncryptedPackage', 'utf16le'),
    )
    return fault(locked || /\.xlsx$/i.test(fileName) ? 'password-protected' : 'old-excel')
  }
  return readCsv(bytes, limits)
}

function shape(raw: RawTable, limits: TableLimits, wanted: boolean | undefined): Table | TableFaults {
  const notes = new Set<TableNote>(raw.notes)
  const all = trimmedRight(raw.rows, notes)
  if (all.length === 0) return fault('empty')
  const start = tableStart(all)
  if (start > 0) notes.add('rows-before-header')
  const body = all.slice(start)
  const first = body[0]?.cells ?? []
  const hasHeader = wanted ?? looksLikeHeader(first)
  const rows = hasHeader ? body.slice(1) : body
  if (!hasHeader) notes.add('no-header')
  if (rows.length === 0) return fault('no-rows')
  if (rows.length > limits.rows) return fault('too-many-rows', { detail: String(limits.rows) })

  const width = body.reduce((most, row) => Math.max(most, row.cells.length), 0)
  const asWritten = raw.rows.slice(start).map((row) => row.cells.length)
  if (asWritten.some((length) => length !== asWritten[0])) notes.add('ragged-rows')
  const faults: TableFault[] = []
  for (const { row, cells } of body) {
    while (cells.length < width) cells.push('')
    for (const [index, cell] of cells.entries()) {
      if (cell.length <= limits.cellLength || faults.length >= mostFaults) continue
      faults.push({
        row,
        column: columnLetter(index),
        problem: 'cell-too-long',
        detail: String(limits.cellLength),
      })
    }
  }
  if (faults.length > 0) return { outcome: 'fault', faults }
  const header = columnNames(hasHeader ? first : [], width, notes)
  return { ...raw, header, rows, notes: [...notes] }
}

/** Rows without control characters, which no database stores, and without the empty cells at their right. */
function trimmedRight(rows: readonly TableRow[], notes: Set<TableNote>): TableRow[] {
  return rows.map(({ row, cells }) => {
    const clean = cells.map((cell) => {
      const text = cell.replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/g, '')
      if (text !== cell) notes.add('control-characters-removed')
      return text.toWellFormed()
    })
    while (clean.length > 0 && clean.at(-1)?.trim() === '') clean.pop()
    return { row, cells: clean }
  })
}

/** Where the table begins: a title or two of one cell may stand above it. */
function tableStart(rows: readonly TableRow[]): number {
  const widths = rows.slice(0, 200).map((row) => filled(row.cells))
  const usual = widths.toSorted((a, b) => a - b)[Math.floor(widths.length / 2)] ?? 0
  if (usual < 3) return 0
  const start = widths.slice(0, 6).findIndex((width) => width >= usual / 2 && width > 1)
  return Math.max(start, 0)
}

function filled(cells: readonly string[]): number {
  return cells.filter((cell) => cell.trim() !== '').length
}

/** A header is made of names: short, mostly there, and not values. Years and numbered questions rise from left to right. */
function looksLikeHeader(cells: readonly string[]): boolean {
  const names = cells.map((cell) => cell.trim()).filter((cell) => cell !== '')
  if (names.length === 0 || names.length < cells.length / 2) return false
  if (names.some((name) => name.length > 200 || valueLike.test(name))) return false
  const numbers = names.filter((name) => /^\d+$/.test(name)).map(Number)
  return (
    numbers.length < names.length && numbers.every((number, i) => i === 0 || number > (numbers[i - 1] ?? 0))
  )
}

// A number with a sign or a fraction, a percentage, a date, yes or no, a mail address.
const valueLike =
  /^([-+][\d.,\s]+|\d[\d\s]*[.,][\d.,\s]*%?|\d+%|\d{4}-\d\d-\d\d([T ].*)?|\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}(\s.*)?|true|false|[^\s@]+@[^\s@]+\.[^\s@]+)$/i

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, index) => bytes[index] === byte)
}

function columnNames(cells: readonly string[], width: number, notes: Set<TableNote>): string[] {
  const taken = new Set<string>()
  const names: string[] = []
  for (let index = 0; index < width; index++) {
    let name = (cells[index] ?? '').replace(/\s+/g, ' ').trim()
    if (name === '') {
      if (cells.length > 0) notes.add('header-empty')
      name = columnLetter(index)
    }
    let unique = name
    for (let copy = 2; taken.has(unique); copy++) unique = `${name} (${copy})`
    if (unique !== name) notes.add('header-repeated')
    taken.add(unique)
    names.push(unique)
  }
  return names
}
