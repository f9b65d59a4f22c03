import readExcelFile from 'read-excel-file/node'
import { buffer } from 'node:stream/consumers'
import { sheetExtent } from './sheet-extent.ts'
import { fault, type RawTable, type TableFaults, type TableLimits, type TableRow } from './table-types.ts'
import { type PackedFile, unpack, zipDirectory } from './zip-reader.ts'
import { type ZipEntry, zipStream } from './zip-writer.ts'

const mostSheets = 50
const mostCells = 5_000_000
// What is needed to read cells; drawings, charts and macros are never unpacked.
const neededPart =
  /^(\[Content_Types\]\.xml|xl\/[\w.-]+\.xml|xl\/_rels\/workbook\.xml\.rels|xl\/worksheets\/[\w.-]+\.xml)$/

type Spreadsheet = Awaited<ReturnType<typeof readExcelFile>>
type SpreadsheetCell = string | number | boolean | Date | null

/**
 * The rows of one sheet: the one called `wanted`, or the first that is not empty. The reading library believes what the
 * archive says of itself, so it gets a new, plain archive of parts that we unpacked and measured.
 */
export async function readXlsx(
  bytes: Uint8Array,
  limits: TableLimits,
  wanted: string | undefined,
): Promise<RawTable | TableFaults> {
  const files = zipDirectory(bytes)
  if (!files) return fault('broken-file')
  if (!files.some((file) => file.path === 'xl/workbook.xml')) return fault('not-a-table')
  const parts = safeParts(bytes, files, limits)
  if (!Array.isArray(parts)) return parts
  let sheets: Spreadsheet
  try {
    sheets = await readExcelFile(await buffer(zipStream(parts)), { trim: false })
  } catch (error) {
    // The library tells a broken file by throwing, in many ways; its words are for programmers.
    if (error instanceof Error) return fault('broken-file')
    throw error
  }
  return chooseSheet(sheets, limits, wanted)
}

function safeParts(
  bytes: Uint8Array,
  files: readonly PackedFile[],
  limits: TableLimits,
): ZipEntry[] | TableFaults {
  const needed = files.filter((file) => neededPart.test(file.path))
  if (needed.filter((file) => file.path.startsWith('xl/worksheets/')).length > mostSheets) {
    return fault('too-many-sheets', { detail: String(mostSheets) })
  }
  const total = needed.reduce((sum, file) => sum + file.size, 0)
  if (total > limits.unpackedBytes) return fault('expands-too-far')
  const parts = new Map<string, Uint8Array>()
  let cells = 0
  for (const file of needed) {
    const content = unpack(bytes, file)
    if (!content || parts.has(file.path)) return fault('broken-file')
    const text = new TextDecoder().decode(content)
    // Spreadsheet programs write no document type; entities defined in one could unfold without end.
    if (/<!(DOCTYPE|ENTITY)/i.test(text)) return fault('broken-file')
    const extent = sheetExtent(text)
    if (!extent) return fault('broken-file')
    // One row over the limit may be the header; the precise count follows when blank rows are known.
    if (extent.columns > limits.columns) return fault('too-many-columns', { detail: String(limits.columns) })
    cells += extent.rows * extent.columns
    if (extent.rows > 1_048_576) return fault('broken-file')
    if (cells > mostCells) return fault('too-many-rows', { detail: String(limits.rows) })
    parts.set(file.path, Buffer.from(extent.xml))
  }
  return [...parts].map(([path, content]) => ({ path, content }))
}

function chooseSheet(
  sheets: Spreadsheet,
  limits: TableLimits,
  wanted: string | undefined,
): RawTable | TableFaults {
  const names = sheets.map((sheet) => sheet.sheet)
  const filled = sheets.filter((sheet) => filledRows(sheet.data).length > 0)
  const chosen =
    wanted === undefined ? (filled[0] ?? sheets[0]) : sheets.find((sheet) => sheet.sheet === wanted)
  if (!chosen) return fault('no-such-sheet', wanted === undefined ? {} : { detail: wanted })
  const rows = filledRows(chosen.data)
  if (rows.length > limits.rows + 1) return fault('too-many-rows', { detail: String(limits.rows) })
  const table: RawTable = {
    outcome: 'table',
    format: 'xlsx',
    rows,
    sheet: chosen.sheet,
    sheets: names,
    notes: [],
  }
  if (wanted === undefined && filled.length > 1) table.notes.push('more-sheets')
  const last = rows.at(-1)
  if (last && last.row > rows.length) table.notes.push('blank-rows')
  return table
}

function filledRows(data: Spreadsheet[number]['data']): TableRow[] {
  const rows: TableRow[] = []
  for (const [index, values] of data.entries()) {
    const cells = values.map((value) => cellAsText(value as SpreadsheetCell))
    if (cells.some((cell) => cell.trim() !== '')) rows.push({ row: index + 1, cells })
  }
  return rows
}

/** Dates as ISO text without a zone, for a spreadsheet knows none; a time of day alone is stored as a day before 1900. */
function cellAsText(value: SpreadsheetCell): string {
  if (value === null) return ''
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE'
  if (!(value instanceof Date)) return String(value).toWellFormed()
  if (Number.isNaN(value.getTime())) return ''
  // Fractions of a day do not come out as whole seconds.
  const [day = '', time = ''] = new Date(Math.round(value.getTime() / 1000) * 1000)
    .toISOString()
    .slice(0, 19)
    .split('T')
  if (value.getUTCFullYear() < 1900) return time
  return time === '00:00:00' ? day : `${day}T${time}`
}
