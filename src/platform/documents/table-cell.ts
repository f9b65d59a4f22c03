/** What one cell of an exported table may hold; a Date is an instant, a calendar day is text. */
export type CellValue = string | number | boolean | Date | null | undefined

/** One column of an export: the name in its first row, what the dictionary says about it, and where its values come from. */
export type Column<Row> = {
  name: string
  description?: string
  value: (row: Row) => CellValue
}

/** A cell as text; instants in UTC as ISO 8601, so that every program reads the same moment. */
export function cellText(value: CellValue): string {
  if (value === null || value === undefined) return ''
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : value.toISOString()
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : ''
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE'
  return value.toWellFormed()
}
