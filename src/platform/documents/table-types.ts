/** How much of a table we are willing to read. */
export type TableLimits = {
  bytes: number
  rows: number
  columns: number
  cellLength: number
  /** What a compressed file may grow to. */
  unpackedBytes: number
  /** Keeps only the columns whose name in the first row this accepts, so that a wide table does not fill the memory. CSV only. */
  onlyColumns?: (name: string) => boolean
}

export const defaultTableLimits: TableLimits = {
  bytes: 20_000_000,
  rows: 100_000,
  columns: 500,
  cellLength: 50_000,
  unpackedBytes: 200_000_000,
}

/** Why a table could not be read. */
export type TableProblem =
  | 'empty'
  | 'too-large'
  | 'too-many-rows'
  | 'too-many-columns'
  | 'too-many-sheets'
  | 'cell-too-long'
  | 'not-a-table'
  | 'old-excel'
  | 'password-protected'
  | 'expands-too-far'
  | 'broken-file'
  | 'unclosed-quote'
  | 'no-such-sheet'
  | 'no-rows'

/** `row` and `column` as the spreadsheet shows them: 14 and 'C'. `detail` is a number or name for the message. */
export type TableFault = { row?: number; column?: string; problem: TableProblem; detail?: string }

/** What a person should know about how their table was read. */
export type TableNote =
  | 'encoding-guessed'
  | 'bad-characters'
  | 'control-characters-removed'
  | 'rows-before-header'
  | 'no-header'
  | 'header-empty'
  | 'header-repeated'
  | 'ragged-rows'
  | 'blank-rows'
  | 'more-sheets'

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252'
export type Delimiter = ',' | ';' | '\t' | '|'

export type TableRow = { row: number; cells: string[] }

export type Table = {
  outcome: 'table'
  format: 'csv' | 'xlsx'
  header: string[]
  /** Every row has as many cells as the header. */
  rows: TableRow[]
  /** CSV only. */
  encoding?: Encoding
  /** CSV only; absent when the file has one column. */
  delimiter?: Delimiter
  /** XLSX only: the sheet that was read, and all that could be. */
  sheet?: string
  sheets?: string[]
  notes: TableNote[]
}

export type TableFaults = { outcome: 'fault'; faults: TableFault[] }

/** Rows as they stand in the file, before header and shape are known. */
export type RawTable = Omit<Table, 'header' | 'rows'> & { rows: TableRow[] }

/** The one-fault answer. */
export function fault(problem: TableProblem, place: Omit<TableFault, 'problem'> = {}): TableFaults {
  return { outcome: 'fault', faults: [{ ...place, problem }] }
}

/** The letter that a spreadsheet gives to a column, counted from 0: A, B, …, Z, AA. */
export function columnLetter(index: number): string {
  let letters = ''
  for (let rest = index + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters
  }
  return letters
}
