import { parse } from 'csv-parse/sync'
import { type CsvFault, guessSeparator } from './csv-columns.ts'

/** A table of a file that is small enough to be read at once; blank rows are left out but counted. */
export type CsvTable =
  | { outcome: 'read'; header: string[]; rows: { row: number; cells: string[] }[] }
  | { outcome: 'faulty'; faults: CsvFault[] }

const csvFaults: Record<string, string> = {
  CSV_QUOTE_NOT_CLOSED: 'opens a quotation mark that is never closed',
  INVALID_OPENING_QUOTE: 'has a quotation mark in the middle of a cell; double it and quote the cell',
  CSV_INVALID_CLOSING_QUOTE: 'has text after a closing quotation mark',
}

/** A table in UTF-8, or UTF-16 with its mark, every row as wide as the header. */
export function readTable(given: Uint8Array): CsvTable {
  const faulty = (fault: CsvFault): CsvTable => ({ outcome: 'faulty', faults: [fault] })
  const isUtf16 = (given[0] === 0xff && given[1] === 0xfe) || (given[0] === 0xfe && given[1] === 0xff)
  const recoded = isUtf16
    ? new TextEncoder().encode(new TextDecoder(given[0] === 0xff ? 'utf-16le' : 'utf-16be').decode(given))
    : given
  const bytes =
    recoded[0] === 0xef && recoded[1] === 0xbb && recoded[2] === 0xbf ? recoded.subarray(3) : recoded
  // One character per byte, so that text that is not UTF-8 is found in its row instead of somewhere in the file.
  let records: string[][]
  try {
    records = parse(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1'), {
      relax_column_count: true,
      delimiter: String.fromCharCode(guessSeparator(bytes)),
    })
  } catch (error) {
    const { code, records: before } = error as { code?: string; records?: number } // all that csv-parse throws
    const row = Number.isInteger(before) && before! > 0 ? { row: before! } : {}
    return faulty({ ...row, message: csvFaults[code ?? ''] ?? 'is not a table of comma-separated values' })
  }
  const decoder = new TextDecoder('utf-8', { fatal: true })
  const faults: CsvFault[] = []
  const [header = [], ...rows] = records.map((record, row): string[] => {
    try {
      return record.map((cell) => decoder.decode(Buffer.from(cell, 'latin1')))
    } catch {
      faults.push({ ...(row > 0 ? { row } : {}), message: 'is not UTF-8 text; save the file as "CSV UTF-8"' })
      return record
    }
  })
  if (records.length === 0) return faulty({ message: 'is empty' })
  const numbered = rows
    .map((cells, place) => ({ row: place + 1, cells }))
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
  for (const { row, cells } of numbered) {
    if (cells.length === header.length) continue
    faults.push({ row, message: `has ${cells.length} columns where the header has ${header.length}` })
  }
  if (faults.length > 0) return { outcome: 'faulty', faults: faults.slice(0, 20) }
  return { outcome: 'read', header, rows: numbered }
}
