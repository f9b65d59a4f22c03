import { setImmediate } from 'node:timers/promises'
import type { TableRow } from '../../platform/documents/table-types.ts'
import { isLanguage, type Language, languages } from '../../platform/i18n/language.ts'
import { participantColumns, statementColumns, voteColumns } from './open-data-columns.ts'
import {
  type OpenConversation,
  type OpenDataFile,
  type OpenParticipant,
  type OpenStatement,
  type OpenSummary,
  type OpenVotes,
  unguarded,
} from './open-data.ts'

export const openDataProblems = [
  'fileMissing',
  'unreadable',
  'columnMissing',
  'idNotNumber',
  'timestamp',
  'voteValue',
  'commentUnknown',
  'commentTwice',
  'participantTwice',
  'bodyMissing',
  'bodyLong',
  'moderated',
  'trueOrFalse',
  'language',
  'empty',
] as const
export type OpenDataProblem = (typeof openDataProblems)[number]

/** `row` counts the rows below the header from 1; `detail` is what stands there. */
export type OpenDataFault = { file: OpenDataFile; row?: number; problem: OpenDataProblem; detail?: string }

/** The rows of each file as they were read, header first. */
export type OpenDataRows = Partial<Record<OpenDataFile, readonly TableRow[]>>

export type ReadOpenData =
  | { outcome: 'read'; conversation: OpenConversation }
  /** `count` is all there are; only the first hundred are kept. */
  | { outcome: 'faulty'; faults: OpenDataFault[]; count: number }

const keptFaults = 100
export const longestBody = 4000
const rowsBetweenTurns = 5000

class Faults {
  kept: OpenDataFault[] = []
  count = 0
  add(fault: OpenDataFault): void {
    this.count++
    if (this.kept.length < keptFaults) this.kept.push(fault)
  }
}

/**
 * Reads the tables of a conversation. Columns are found by name, in any order and under the names that older and newer tools
 * use; every row that does not fit is named. `comments.csv` and `votes.csv` are needed; the matrix of participants gives the
 * groups, and its votes are those of the log anyway.
 */
export async function readOpenData(rows: OpenDataRows): Promise<ReadOpenData> {
  const faults = new Faults()
  const statements = await readStatements(rows['comments.csv'], faults)
  const known = new Set(statements.map(({ number }) => number))
  const votes = await readVotes(rows['votes.csv'], known, faults)
  const listed = await readParticipants(rows['participants-votes.csv'], faults)
  const summary = readSummary(rows['summary.csv'])
  if (faults.count > 0) return { outcome: 'faulty', faults: faults.kept, count: faults.count }
  const people = new Map(listed.map((one) => [one.number, one]))
  // Whoever voted or wrote is somebody, also when the matrix does not name them.
  for (const number of [...votes.voter, ...statements.flatMap(({ author }) => author ?? [])])
    if (!people.has(number)) people.set(number, { number, group: null })
  const participants = [...people.values()].sort((a, b) => a.number - b.number)
  return {
    outcome: 'read',
    conversation: {
      summary,
      statements: statements.sort((a, b) => a.number - b.number),
      participants,
      votes,
    },
  }
}

/** Finds columns by their names; a needed one that is not there is a fault. */
function columnsOf<Name extends string>(
  file: OpenDataFile,
  header: TableRow | undefined,
  names: Record<Name, { called: readonly string[]; needed?: boolean }>,
  faults: Faults,
): Record<Name, number> | undefined {
  const found = (header?.cells ?? []).map((cell) => cell.trim().toLowerCase())
  const result = {} as Record<Name, number> // as: filled by the loop
  let complete = true
  for (const [name, { called, needed }] of Object.entries(names) as [
    Name,
    { called: readonly string[]; needed?: boolean },
  ][]) {
    // as: the names of the record
    const index = found.findIndex((one) => called.includes(one))
    result[name] = index
    if (index >= 0 || !needed) continue
    faults.add({ file, problem: 'columnMissing', detail: called[0] })
    complete = false
  }
  return complete ? result : undefined
}

/** Far below what the database can count to: whoever comes after an import gets the next numbers. */
const highestNumber = 999_999_999

function wholeNumber(text: string): number | undefined {
  const trimmed = text.trim()
  if (!/^\d{1,10}$/.test(trimmed)) return undefined
  const value = Number(trimmed)
  return value <= highestNumber ? value : undefined
}

const latestMoment = Date.UTC(2200, 0, 1)

/** Milliseconds since 1970; newer tools write seconds. */
export function momentOf(text: string): number | undefined {
  const trimmed = text.trim()
  if (!/^\d{1,15}(\.\d+)?$/.test(trimmed)) return undefined
  const value = Number(trimmed)
  const at = value < 1e11 ? Math.round(value * 1000) : Math.round(value)
  return at <= latestMoment ? at : undefined
}

function yesOrNo(text: string): boolean | undefined {
  switch (text.trim().toLowerCase()) {
    case '':
    case 'false':
    case '0':
    case 'f':
      return false
    case 'true':
    case '1':
    case 't':
      return true
    default:
      return undefined
  }
}

async function readStatements(
  rows: readonly TableRow[] | undefined,
  faults: Faults,
): Promise<OpenStatement[]> {
  const file = 'comments.csv'
  if (!rows) {
    faults.add({ file, problem: 'fileMissing' })
    return []
  }
  const columns = columnsOf(file, rows[0], statementColumns, faults)
  if (!columns) return []
  const translated = languages.map((language) => ({
    language,
    column: rows[0]!.cells.findIndex((cell) => cell.trim().toLowerCase() === `comment-body-${language}`),
  }))
  const statements: OpenStatement[] = []
  const numbers = new Set<number>()
  for (const [index, { row: record, cells }] of rows.entries()) {
    if (index === 0) continue
    const row = record - rows[0]!.row
    const cell = (column: number) => (column < 0 ? '' : (cells[column] ?? ''))
    const refuse = (problem: OpenDataProblem, detail?: string) =>
      faults.add({ file, row, problem, detail: detail?.slice(0, 60) })
    const number = wholeNumber(cell(columns.number))
    const at = momentOf(cell(columns.at))
    const authorText = cell(columns.author).trim()
    const author = authorText === '' ? null : wholeNumber(authorText)
    const moderated = { '': 0, '0': 0, '1': 1, '-1': -1 }[cell(columns.moderated).trim()]
    const isMeta = yesOrNo(cell(columns.meta))
    const seedText = cell(columns.seed)
    const isSeed = columns.seed < 0 || seedText.trim() === '' ? author === null : yesOrNo(seedText)
    const body = unguarded(cell(columns.body))
    const language = cell(columns.language).trim()
    if (number === undefined) refuse('idNotNumber', cell(columns.number))
    else if (numbers.has(number)) refuse('commentTwice', String(number))
    else if (author === undefined) refuse('idNotNumber', authorText)
    else if (at === undefined) refuse('timestamp', cell(columns.at))
    else if (moderated === undefined) refuse('moderated', cell(columns.moderated))
    else if (isMeta === undefined) refuse('trueOrFalse', cell(columns.meta))
    else if (isSeed === undefined) refuse('trueOrFalse', seedText)
    else if (body.trim() === '') refuse('bodyMissing')
    else if (body.length > longestBody) refuse('bodyLong', String(longestBody))
    else if (language !== '' && !isLanguage(language)) refuse('language', language)
    else {
      const translations: Partial<Record<Language, string>> = {}
      for (const { language, column } of translated)
        if (cell(column) !== '') translations[language] = unguarded(cell(column)).slice(0, longestBody)
      statements.push({
        number,
        at,
        author,
        moderated: moderated as OpenStatement['moderated'], // as: looked up in a table of the three
        isMeta,
        isSeed,
        body,
        language: isLanguage(language) ? language : null,
        translations,
      })
    }
    if (number !== undefined) numbers.add(number)
    if (index % rowsBetweenTurns === 0) await setImmediate()
  }
  if (rows.length < 2) faults.add({ file, problem: 'empty' })
  return statements
}

async function readVotes(
  rows: readonly TableRow[] | undefined,
  known: ReadonlySet<number>,
  faults: Faults,
): Promise<OpenVotes> {
  const file = 'votes.csv'
  const count = Math.max(0, (rows?.length ?? 0) - 1)
  const votes: OpenVotes = {
    at: new Float64Array(count),
    statement: new Int32Array(count),
    voter: new Int32Array(count),
    value: new Int8Array(count),
  }
  if (!rows) {
    faults.add({ file, problem: 'fileMissing' })
    return votes
  }
  const columns = columnsOf(file, rows[0], voteColumns, faults)
  if (!columns) return votes
  for (const [index, { row: record, cells }] of rows.entries()) {
    if (index === 0) continue
    const row = record - rows[0]!.row
    const cell = (column: number) => cells[column] ?? ''
    const refuse = (problem: OpenDataProblem, detail: string) =>
      faults.add({ file, row, problem, detail: detail.slice(0, 60) })
    const at = momentOf(cell(columns.at))
    const statement = wholeNumber(cell(columns.statement))
    const voter = wholeNumber(cell(columns.voter))
    const value = { '1': 1, '-1': -1, '0': 0 }[cell(columns.value).trim()]
    if (at === undefined) refuse('timestamp', cell(columns.at))
    else if (statement === undefined) refuse('idNotNumber', cell(columns.statement))
    else if (voter === undefined) refuse('idNotNumber', cell(columns.voter))
    else if (value === undefined) refuse('voteValue', cell(columns.value))
    else if (!known.has(statement)) refuse('commentUnknown', String(statement))
    else {
      votes.at[index - 1] = at
      votes.statement[index - 1] = statement
      votes.voter[index - 1] = voter
      votes.value[index - 1] = value
    }
    if (index % rowsBetweenTurns === 0) await setImmediate()
  }
  return votes
}

async function readParticipants(
  rows: readonly TableRow[] | undefined,
  faults: Faults,
): Promise<OpenParticipant[]> {
  if (!rows) return []
  const file = 'participants-votes.csv'
  const columns = columnsOf(file, rows[0], participantColumns, faults)
  if (!columns) return []
  const participants: OpenParticipant[] = []
  const numbers = new Set<number>()
  for (const [index, { row: record, cells }] of rows.entries()) {
    if (index === 0) continue
    const row = record - rows[0]!.row
    const text = cells[columns.number] ?? ''
    const number = wholeNumber(text)
    if (number === undefined) faults.add({ file, row, problem: 'idNotNumber', detail: text.slice(0, 60) })
    else if (numbers.has(number))
      faults.add({ file, row, problem: 'participantTwice', detail: String(number) })
    else {
      const group = columns.group < 0 ? '' : (cells[columns.group] ?? '').trim().slice(0, 40)
      participants.push({ number, group: group === '' ? null : group })
      numbers.add(number)
    }
    if (index % rowsBetweenTurns === 0) await setImmediate()
  }
  return participants
}

function readSummary(rows: readonly TableRow[] | undefined): OpenSummary {
  const said = new Map((rows ?? []).map(({ cells }) => [(cells[0] ?? '').trim(), cells[1] ?? '']))
  const text = (key: string) => unguarded(said.get(key) ?? '')
  const translations: OpenSummary['translations'] = {}
  for (const language of languages) {
    const topic = text(`topic-${language}`)
    const description = text(`conversation-description-${language}`)
    if (topic !== '' || description !== '') translations[language] = { topic, description }
  }
  return {
    topic: text('topic'),
    description: text('conversation-description'),
    url: said.get('url') ?? '',
    views: said.get('views') ?? '',
    translations,
  }
}
