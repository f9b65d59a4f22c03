import { CsvError, parse } from 'csv-parse'
import { Readable } from 'node:stream'
import { setImmediate } from 'node:timers/promises'
import {
  type Delimiter,
  fault,
  type RawTable,
  type TableFaults,
  type TableLimits,
  type TableNote,
  type TableRow,
} from './table-types.ts'
import { decodeText } from './text-decoder.ts'

const delimiters: readonly Delimiter[] = [',', ';', '\t', '|']
const chunkLength = 64 * 1024

/** The rows of a CSV file, blank ones left out. Row numbers count what a spreadsheet would show as a row. */
export async function readCsv(bytes: Uint8Array, limits: TableLimits): Promise<RawTable | TableFaults> {
  const { text: decoded, encoding, guessed } = decodeText(bytes)
  if (!looksLikeText(decoded)) return fault('not-a-table')
  const notes: TableNote[] = []
  if (guessed && encoding === 'windows-1252') notes.push('encoding-guessed')
  if (decoded.includes('\uFFFD')) notes.push('bad-characters')

  // Excel's own hint, a first line `sep=;`, is not a row.
  const hint = /^sep=([,;\t|])\r?\n/.exec(decoded)
  const text = hint ? decoded.slice(hint[0].length) : decoded
  const delimiter = (hint?.[1] as Delimiter | undefined) ?? findDelimiter(text)
  const rows: TableRow[] = []
  let records = 0
  let kept: number[] | undefined
  const parser = parse({
    // A character that text does not hold keeps a one-column file whole, commas and all.
    delimiter: delimiter ?? '\u001F',
    relax_column_count: true,
    relax_quotes: true,
    record_delimiter: recordDelimiter(text),
    skip_empty_lines: false,
  })
  const source = Readable.from(pieces(text))
  source.on('error', (error) => parser.destroy(error))
  source.pipe(parser)
  try {
    for await (const record of parser) {
      const cells = record as string[]
      records += 1
      if (cells.length > limits.columns) {
        return fault('too-many-columns', { row: records, detail: String(limits.columns) })
      }
      if (cells.every((cell) => cell.trim() === '')) continue
      if (rows.length > limits.rows) return fault('too-many-rows', { detail: String(limits.rows) })
      if (rows.length === 0 && limits.onlyColumns) kept = columnsKept(cells, limits.onlyColumns)
      rows.push({ row: records, cells: kept ? kept.map((column) => cells[column] ?? '') : cells })
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    return fault(error.code === 'CSV_QUOTE_NOT_CLOSED' ? 'unclosed-quote' : 'broken-file', {
      row: records + 1,
    })
  } finally {
    source.destroy()
    parser.destroy()
  }
  const last = rows.at(-1)
  if (last && last.row > rows.length) notes.push('blank-rows')
  return { outcome: 'table', format: 'csv', rows, encoding, ...(delimiter && { delimiter }), notes }
}

function columnsKept(header: readonly string[], wanted: (name: string) => boolean): number[] {
  return header.flatMap((name, column) => (wanted(name) ? [column] : []))
}

// Other people's requests get their turn between two pieces of a long file.
async function* pieces(text: string): AsyncGenerator<string> {
  for (let start = 0; start < text.length; start += chunkLength) {
    yield text.slice(start, start + chunkLength)
    await setImmediate()
  }
}

/** Text has next to no control characters; a picture or a program is full of them. */
function looksLikeText(text: string): boolean {
  const sample = text.slice(0, 8192)
  let controls = 0
  for (let i = 0; i < sample.length; i++) {
    const code = sample.charCodeAt(i)
    if (code < 9 || (code > 13 && code < 32 && code !== 27)) controls += 1
  }
  return controls <= sample.length / 100 && !/^\s*(%PDF-|\{\\rtf|<!doctype html|<html|<\?xml)/i.test(sample)
}

/** The line end of the file: what stands outside quotes first. Mixed files are rare, and \n reads most of them. */
function recordDelimiter(text: string): string | string[] {
  const outside = text.slice(0, 1_000_000).replace(/"[^"]*"/g, '')
  if (/\r(?!\n)/.test(outside) && !outside.includes('\n')) return '\r'
  return ['\r\n', '\n']
}

/** The delimiter that cuts the first records into the same number of cells most often; none for a one-column file. */
export function findDelimiter(text: string): Delimiter | undefined {
  let best: { delimiter: Delimiter; score: number } | undefined
  for (const delimiter of delimiters) {
    const all = delimitersPerRecord(text, delimiter)
    // A title above the table has no delimiters; the first record that has some is where the table begins.
    const start = all.slice(0, 6).findIndex((count) => count > 0)
    if (start < 0) continue
    const counts = all.slice(start)
    const first = counts[0] ?? 0
    const agreeing = counts.filter((count) => count === first).length / counts.length
    // Comments of one column hold commas too, but not the same number in each, and with a space behind.
    const doubtful =
      agreeing < 0.5 ? start > 0 || !joinsNames(text, delimiter) : start > 0 && !joinsNames(text, delimiter)
    if (doubtful) continue
    const score = agreeing + Math.min(first, 20) / 1000
    if (!best || score > best.score) best = { delimiter, score }
  }
  return best?.delimiter
}

/** Whether the first line that has the delimiter reads like names of columns: `id,school,comment`. */
function joinsNames(text: string, delimiter: string): boolean {
  const lines = text.slice(0, 10_000).split(/[\r\n]+/)
  const names = (lines.find((line) => line.includes(delimiter)) ?? '').split(delimiter)
  return names.every((name) => name.length <= 60 && !/^\s/.test(name))
}

function delimitersPerRecord(text: string, delimiter: string): number[] {
  const counts: number[] = []
  let count = 0
  let inQuotes = false
  let blank = true
  const end = Math.min(text.length, 200_000)
  for (let i = 0; i < end && counts.length < 50; i++) {
    const character = text[i]
    if (character === '"') inQuotes = !inQuotes
    else if (!inQuotes && character === delimiter) count += 1
    if (!inQuotes && (character === '\n' || character === '\r')) {
      if (!blank) counts.push(count)
      count = 0
      blank = true
    } else {
      blank = false
    }
  }
  if (!blank && end === text.length && counts.length < 50) counts.push(count)
  return counts
}
