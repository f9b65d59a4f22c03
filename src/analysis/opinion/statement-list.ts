import { type CsvFault, findColumns } from './csv-columns.ts'
import { readTable } from './csv-table.ts'

/** A statement as an export of a conversation lists it. */
export interface ListedStatement {
  id: string
  /** 1 accepted, 0 not looked at, −1 moderated out. */
  moderated: 1 | 0 | -1
  /** A question about the person rather than an opinion. */
  meta: boolean
  /** Written by those who opened the conversation. */
  seed: boolean
  author: string
  text: string
  /** Milliseconds since 1970; null when the list does not say. */
  writtenAt: number | null
}

export type StatementListReading =
  { outcome: 'read'; statements: ListedStatement[] } | { outcome: 'faulty'; faults: CsvFault[] }

const required = {
  id: ['comment-id', 'tid', 'statement-id', 'comment', 'statement'],
  moderated: ['moderated', 'mod', 'moderation'],
} as const
const optional = {
  meta: ['is-meta', 'meta'],
  seed: ['is-seed', 'seed'],
  author: ['author-id', 'author', 'pid'],
  text: ['comment-body', 'txt', 'body', 'text', 'statement-text'],
  writtenAt: ['timestamp', 'created'],
} as const

/** Reads the list of statements of a conversation (`comments.csv`): comment-id, moderated, and what else is there. */
export function readStatementList(bytes: Uint8Array): StatementListReading {
  const table = readTable(bytes)
  if (table.outcome === 'faulty') return table
  const found = findColumns(table.header, required)
  if (found.outcome === 'faulty') {
    return { outcome: 'faulty', faults: found.faults.map((message) => ({ message })) }
  }
  const { columns } = found
  const more = new Map<string, number>()
  for (const [name, names] of Object.entries(optional)) {
    const place = findColumns(table.header, { [name]: names })
    if (place.outcome === 'found') more.set(name, place.columns[name]!)
  }
  const faults: CsvFault[] = []
  const seen = new Set<string>()
  const statements = table.rows.flatMap(({ row, cells }): ListedStatement[] => {
    const cell = (name: keyof typeof optional) => cells[more.get(name) ?? -1] ?? ''
    const id = cells[columns.id]!.trim()
    const moderated = moderationOf(cells[columns.moderated]!.trim())
    const meta = flagOf(cell('meta'))
    const seed = flagOf(cell('seed'))
    if (id === '') faults.push({ row, message: 'there is no comment id' })
    else if (seen.has(id))
      faults.push({ row, message: `the comment id ${JSON.stringify(id)} is there twice` })
    else if (moderated === null) faults.push({ row, message: 'moderated is not 1, 0 or -1' })
    else if (meta === null) faults.push({ row, message: 'is-meta is neither true nor false' })
    else if (seed === null) faults.push({ row, message: 'is-seed is neither true nor false' })
    else {
      seen.add(id)
      const time = cell('writtenAt').trim()
      const writtenAt = /^\d{1,15}$/.test(time) ? Number(time) : null
      return [{ id, moderated, meta, seed, author: cell('author').trim(), text: cell('text'), writtenAt }]
    }
    return []
  })
  return faults.length > 0 ? { outcome: 'faulty', faults } : { outcome: 'read', statements }
}

function moderationOf(text: string): 1 | 0 | -1 | null {
  if (text === '') return 0
  const number = /^[+-]?\d(\.0+)?$/.test(text) ? Number(text) : NaN
  return number === 1 || number === -1 ? number : number === 0 ? 0 : null
}

function flagOf(text: string): boolean | null {
  const plain = text.trim().toLowerCase()
  if (['', '0', 'false', 'f', 'no'].includes(plain)) return false
  return ['1', 'true', 't', 'yes'].includes(plain) ? true : null
}
