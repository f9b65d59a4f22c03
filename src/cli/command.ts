import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { type CsvError, type Info, parse } from 'csv-parse/sync'

/** What a command may touch of the world around it. Texts carry their own line ends. */
export type CommandIo = {
  stdout(text: string): void
  stderr(text: string): void
  env: NodeJS.ProcessEnv
  cwd: string
}

/** One subcommand of bin/longtable; `run` answers with the exit code. */
export type Command = {
  name: string
  /** One line for the list of commands. */
  summary: string
  /** What follows the command's name, and below it one line per option. */
  usage: string
  run(args: string[], io: CommandIo): Promise<number>
}

/** Exit codes: the answer is "no" (an audit that fails) is not a failure of the command. */
export const exitCodes = { done: 0, no: 1, badInput: 2 } as const

type OptionKinds = Record<string, 'flag' | 'text'>
type OptionValues<Options extends OptionKinds> = {
  [Name in keyof Options]: Options[Name] extends 'flag' ? boolean : string | undefined
}
type Expected<Options extends OptionKinds> = {
  options: Options
  /** Names of the positional arguments in order; one in square brackets may be left out. */
  positionals: readonly string[]
}
type Arguments<Options extends OptionKinds> =
  | { outcome: 'given'; values: OptionValues<Options>; positionals: string[] }
  /** Help was asked for or the arguments are wrong; all has been said, the command returns this code. */
  | { outcome: 'answered'; code: number }

/** Reads a command's arguments; answers `--help` and tells every fault at once. */
export function readArguments<const Options extends OptionKinds>(
  command: Command,
  args: readonly string[],
  io: CommandIo,
  expected: Expected<Options>,
): Arguments<Options> {
  const { tokens } = parseArgs({
    args: [...args],
    options: {
      help: { type: 'boolean', short: 'h' },
      ...Object.fromEntries(
        Object.entries(expected.options).map(([name, kind]) => [
          name,
          { type: kind === 'flag' ? ('boolean' as const) : ('string' as const) },
        ]),
      ),
    },
    allowPositionals: true,
    strict: false,
    tokens: true,
  })

  const faults: string[] = []
  const given = new Map<string, string | boolean>()
  const positionals: string[] = []
  let helpWanted = false
  for (const token of tokens) {
    if (token.kind === 'option-terminator') continue
    if (token.kind === 'positional') {
      positionals.push(token.value)
      continue
    }
    if (token.name === 'help') {
      helpWanted = true
      continue
    }
    const kind = Object.hasOwn(expected.options, token.name) ? expected.options[token.name] : undefined
    if (kind === undefined) faults.push(`there is no option ${quoted(token.rawName)}`)
    else if (given.has(token.name)) faults.push(`--${token.name} is given twice`)
    else if (kind === 'flag' && token.value !== undefined) faults.push(`--${token.name} takes no value`)
    else if (
      kind === 'text' &&
      (token.value === undefined || (!token.inlineValue && token.value.startsWith('--')))
    )
      faults.push(`--${token.name} needs a value`)
    given.set(token.name, token.value ?? true)
  }
  if (helpWanted) {
    io.stdout(`${command.summary}\n\nUsage: longtable ${command.name} ${command.usage}\n`)
    return { outcome: 'answered', code: exitCodes.done }
  }

  for (const name of expected.positionals.slice(positionals.length)) {
    if (!name.startsWith('[')) faults.push(`${name} is missing`)
  }
  for (const extra of positionals.slice(expected.positionals.length))
    faults.push(`${quoted(extra)} is one too many`)
  if (faults.length > 0) return { outcome: 'answered', code: refuse(command, io, faults) }

  const values = Object.fromEntries(
    Object.entries(expected.options).map(([name, kind]) => [
      name,
      kind === 'flag' ? given.has(name) : given.get(name),
    ]),
  ) as OptionValues<Options> // built from the same list of options, each of its own kind
  return { outcome: 'given', values, positionals }
}

/** Says what is wrong with the arguments, a line each, and where help is; returns the exit code for bad input. */
export function refuse(command: Command, io: CommandIo, faults: readonly string[]): number {
  for (const fault of faults) io.stderr(`longtable ${command.name}: ${fault}\n`)
  io.stderr(`Try: longtable ${command.name} --help\n`)
  return exitCodes.badInput
}

/** One thing wrong with an input file. Rows and columns count from 1, the header being row 1. */
export type Fault = { row?: number; column?: number; message: string }

/** Says what is wrong with a file, one line for each fault; returns the exit code for bad input. */
export function refuseFile(io: CommandIo, file: string, faults: readonly Fault[]): number {
  for (const { row, column, message } of faults) {
    const place = [row === undefined ? '' : `row ${row}`, column === undefined ? '' : `column ${column}`]
    const where = place.filter((part) => part !== '').join(', ')
    io.stderr(`${oneLine(file)}: ${where === '' ? '' : `${where}: `}${message}\n`)
  }
  return exitCodes.badInput
}

/** A piece of input as it may be shown in a message: on one line, not too long, in quotes. */
export function quoted(text: string): string {
  return JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}…` : text)
}

function oneLine(text: string): string {
  // A file name may hold a line end, a message may not.
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]/g, '�')
}

/** A table as the file has it: every row is as wide as the header, cells without surrounding space. */
export type CsvTable = { header: string[]; rows: { row: number; cells: string[] }[] }
export type CsvReading = { outcome: 'read'; table: CsvTable } | { outcome: 'faulty'; faults: Fault[] }

/** More than this is not a table that someone prepared by hand or exported for these commands. */
const largestFile = 100_000_000

/** Reads a CSV file of UTF-8 text with commas and a header row; blank rows are passed over. */
export async function readCsvFile(file: string, io: CommandIo): Promise<CsvReading> {
  let bytes: Buffer
  try {
    bytes = await readFile(resolve(io.cwd, file))
  } catch (error) {
    return faulty({ message: `cannot be read (${reasonOf(error)})` })
  }
  if (bytes.length > largestFile) return faulty({ message: `is larger than ${largestFile / 1_000_000} MB` })
  return readCsv(bytes)
}

/** The same from bytes. */
export function readCsv(bytes: Uint8Array): CsvReading {
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return faulty({ message: 'is not UTF-8 text; save it as "CSV UTF-8"' })
  }
  const records: { row: number; cells: string[] }[] = []
  try {
    const parsed = parse(text, { relax_column_count: true, info: true }) as unknown as {
      info: Info
      record: string[]
    }[] // the shape that `info: true` gives
    for (const [place, { record }] of parsed.entries()) {
      const cells = record.map((cell) => cell.trim())
      if (cells.some((cell) => cell !== '')) records.push({ row: place + 1, cells })
    }
  } catch (error) {
    const { code, records: before } = error as CsvError & { records?: number } // all that csv-parse throws
    const row = Number.isInteger(before) ? { row: (before as number) + 1 } : {}
    return faulty({ ...row, message: csvFaults[code] ?? 'is not a CSV table' })
  }

  const [header, ...rows] = records
  if (header === undefined) return faulty({ message: 'is empty' })
  if (header.cells.length === 1 && /[;\t]/.test(header.cells[0] ?? '')) {
    return faulty({ row: header.row, message: 'is separated by semicolons or tabs; save it with commas' })
  }
  const width = header.cells.length
  const uneven = rows.filter(({ cells }) => cells.length !== width)
  if (uneven.length > 0) {
    return {
      outcome: 'faulty',
      faults: uneven.map(({ row, cells }) => ({
        row,
        column: Math.min(cells.length, width) + (cells.length > width ? 1 : 0),
        message: `has ${cells.length} columns where the header has ${width}`,
      })),
    }
  }
  return { outcome: 'read', table: { header: header.cells, rows } }
}

const csvFaults: Partial<Record<CsvError['code'], string>> = {
  CSV_QUOTE_NOT_CLOSED: 'opens a quotation mark that is never closed',
  INVALID_OPENING_QUOTE: 'has a quotation mark in the middle of a cell; double it and quote the cell',
  CSV_INVALID_CLOSING_QUOTE: 'has text after a closing quotation mark',
}

function faulty(fault: Fault): CsvReading {
  return { outcome: 'faulty', faults: [fault] }
}

function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const reasons: Record<string, string> = {
    ENOENT: 'there is no such file',
    EISDIR: 'it is a folder',
    EACCES: 'permission denied',
  }
  return reasons[code] ?? (code || 'unknown reason')
}
