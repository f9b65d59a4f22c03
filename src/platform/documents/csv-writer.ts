import { stringify } from 'csv-stringify/sync'
import { type CellValue, type Column, cellText } from './table-cell.ts'

const rowsPerChunk = 200

/**
 * A CSV file as a stream: header first, CRLF after each row, UTF-8 with a byte order mark (Excel needs it; `bom: false`
 * leaves it out). Text that a spreadsheet would run as a formula gets an apostrophe in front; numbers stay numbers.
 */
export function csvStream<Row>(
  columns: readonly Column<Row>[],
  rows: AsyncIterable<Row> | Iterable<Row>,
  { bom = true }: { bom?: boolean } = {},
): ReadableStream<Uint8Array> {
  const chunks = csvChunks(columns, rows, bom)
  const encoder = new TextEncoder()
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = await chunks.next()
      if (done) controller.close()
      else controller.enqueue(encoder.encode(value))
    },
    async cancel() {
      await chunks.return(undefined)
    },
  })
}

async function* csvChunks<Row>(
  columns: readonly Column<Row>[],
  rows: AsyncIterable<Row> | Iterable<Row>,
  bom: boolean,
): AsyncGenerator<string, undefined> {
  yield (bom ? '\uFEFF' : '') + csvText([columns.map((column) => column.name)])
  let waiting: (string | number)[][] = []
  for await (const row of rows) {
    waiting.push(columns.map((column) => cell(column.value(row))))
    if (waiting.length < rowsPerChunk) continue
    yield csvText(waiting)
    waiting = []
  }
  if (waiting.length > 0) yield csvText(waiting)
  return undefined
}

function cell(value: CellValue): string | number {
  return typeof value === 'number' && Number.isFinite(value) ? value : formulaSafe(cellText(value))
}

// Spreadsheets skip white space before a formula, which escape_formulas does not look behind.
function formulaSafe(text: string): string {
  return /^\s+[=+\-@＝＋－＠]/u.test(text) && !/^[\t\r]/.test(text) ? `'${text}` : text
}

function csvText(records: (string | number)[][]): string {
  return stringify(records, {
    record_delimiter: '\r\n',
    escape_formulas: true,
    // An empty field alone in its row would read as a blank line.
    quoted_match: /[\r\n]/,
    quoted_empty: records[0]?.length === 1,
  })
}
