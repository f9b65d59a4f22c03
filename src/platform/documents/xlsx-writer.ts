import writeExcelFile, { type Row as SheetRow } from 'write-excel-file/node'
import { type CellValue, type Column, cellText } from './table-cell.ts'
import { legalXml } from './xml-text.ts'

/** One sheet of data. `rows` may be read only once. */
export type DataSheet<Row> = {
  name: string
  columns: readonly Column<Row>[]
  rows: AsyncIterable<Row> | Iterable<Row>
}

/** The sheet that explains the others: its own name, and the words over its three columns. */
export type DictionaryWords = { name: string; sheet: string; column: string; meaning: string }

// Limits of the format itself (ECMA-376, and Excel's published specification).
const longestCell = 32_767
const longestSheetName = 31

type AnySheet = DataSheet<never>
type SheetPart = {
  sheet: string
  data: SheetRow[]
  columns: { width: number }[]
  stickyRowsCount: number
  rightToLeft: boolean
}

/** Joins sheets of different rows into one list; each keeps its own types where it is written. */
export function dataSheet<Row>(sheet: DataSheet<Row>): AnySheet {
  // The rows and the column functions of one sheet are only ever used together, so forgetting their type is safe.
  return sheet as unknown as AnySheet
}

/**
 * An Excel workbook: the data sheets, then a dictionary of every column. Text is written as text, so nothing in it can
 * run as a formula. The whole workbook is held in memory: up to about 50,000 rows.
 */
export async function workbook(
  sheets: readonly AnySheet[],
  dictionary: DictionaryWords,
  { rightToLeft = false }: { rightToLeft?: boolean } = {},
): Promise<Uint8Array> {
  const names = sheetNames([...sheets.map((sheet) => sheet.name), dictionary.name])
  const written: SheetPart[] = []
  for (const [index, sheet] of sheets.entries()) {
    written.push(await dataPart(sheet, names[index] ?? sheet.name, rightToLeft))
  }
  const meanings = sheets.flatMap((sheet, index) =>
    sheet.columns.map((column) => [names[index] ?? '', column.name, column.description ?? ''].map(textCell)),
  )
  written.push({
    sheet: names.at(-1) ?? dictionary.name,
    data: [[dictionary.sheet, dictionary.column, dictionary.meaning].map(headerCell), ...meanings],
    columns: [{ width: 24 }, { width: 30 }, { width: 80 }],
    stickyRowsCount: 1,
    rightToLeft,
  })
  return writeExcelFile(written).toBuffer()
}

async function dataPart(sheet: AnySheet, name: string, rightToLeft: boolean): Promise<SheetPart> {
  const data: SheetRow[] = [sheet.columns.map((column) => headerCell(column.name))]
  for await (const row of sheet.rows) data.push(sheet.columns.map((column) => dataCell(column.value(row))))
  const columns = sheet.columns.map((column) => ({
    width: Math.min(Math.max(column.name.length + 4, 14), 40),
  }))
  return { sheet: name, data, columns, stickyRowsCount: 1, rightToLeft }
}

function headerCell(text: string): SheetRow[number] {
  return { value: sheetText(text), type: String, fontWeight: 'bold', backgroundColor: '#E7F0EC', wrap: true }
}

function textCell(text: string): SheetRow[number] {
  return text === '' ? null : { value: sheetText(text), type: String }
}

function dataCell(value: CellValue): SheetRow[number] {
  if (value === null || value === undefined || value === '') return null
  if (typeof value === 'number') return Number.isFinite(value) ? { value, type: Number } : null
  if (typeof value === 'boolean') return { value, type: Boolean }
  return textCell(cellText(value))
}

/**
 * Text by the escapes of the format (ECMA-376, ST_Xstring): `_x000D_` is a carriage return, so what merely looks like an
 * escape is escaped. The writing library looks texts up in a plain object and would stumble over `constructor`, which
 * therefore travels with its first letter escaped.
 */
function sheetText(text: string): string {
  const escaped = cut(text)
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replaceAll('\r', '_x000D_')
  if (!(escaped in Object.prototype)) return escaped
  return `_x${escaped.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_${escaped.slice(1)}`
}

// Excel calls a file with a longer cell broken. The mark shows that the CSV has more.
function cut(text: string): string {
  const legal = legalXml(text)
  return legal.length <= longestCell ? legal : `${legal.slice(0, longestCell - 4).toWellFormed()} […]`
}

function sheetNames(wanted: readonly string[]): string[] {
  const taken = new Set<string>()
  return wanted.map((name) => {
    const base =
      legalXml(name)
        .replace(/[[\]:*?/\\']/g, ' ')
        .trim() || 'Sheet'
    let unique = base.slice(0, longestSheetName)
    for (let copy = 2; taken.has(unique.toLowerCase()); copy++) {
      unique = `${base.slice(0, longestSheetName - 5)} (${copy})`
    }
    taken.add(unique.toLowerCase())
    return unique
  })
}
