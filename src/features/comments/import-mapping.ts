import { type Typed, typedText } from '../../platform/http/typed.ts'
import { type Channel, channels } from './comment.ts'
import type { Asked } from './comment-form.ts'
import { plainWords } from './fingerprint.ts'

/**
 * What each column of a table is: `ignore`, `language`, `received`, `channel`, `reference`, the answer to a question (`q:Q1`) or
 * to a question about the person (`a:a1`). What the table does not say is the same for all rows.
 */
export type ImportMapping = { columns: string[]; language: string; channel: Channel; receivedOn: string }

export const singleUses = ['language', 'received', 'channel', 'reference'] as const
export type SingleUse = (typeof singleUses)[number]

/** Every use that a column can be given, in the order of the list of choices. */
export function columnUses({ questions, aboutQuestions }: Asked): string[] {
  return [
    'ignore',
    ...questions.map((question) => `q:${question.code}`),
    ...aboutQuestions.map((question) => `a:${question.key}`),
    ...singleUses,
  ]
}

export function columnField(index: number): string {
  return `column-${index}`
}

export type MappingFault = {
  field: string
  problem: 'noQuestion' | 'usedTwice' | 'noSuchUse' | 'language' | 'channel' | 'received'
  use?: string
}

/** Reads how somebody said that a table is to be read. */
export function readMapping(
  asked: Asked,
  columnCount: number,
  typed: Typed,
  today: string,
): { outcome: 'read'; mapping: ImportMapping } | { outcome: 'faulty'; faults: MappingFault[] } {
  const uses = new Set(columnUses(asked))
  const faults: MappingFault[] = []
  const columns = Array.from(
    { length: columnCount },
    (_, index) => typedText(typed, columnField(index)) || 'ignore',
  )
  const seen = new Set<string>()
  for (const [index, use] of columns.entries()) {
    if (!uses.has(use)) faults.push({ field: columnField(index), problem: 'noSuchUse' })
    else if (seen.has(use) && use !== 'ignore' && !isText(asked, use))
      faults.push({ field: columnField(index), problem: 'usedTwice', use })
    seen.add(use)
  }
  if (!columns.some((use) => use.startsWith('q:')))
    faults.push({ field: columnField(0), problem: 'noQuestion' })
  const language = typedText(typed, 'language')
  if (!/^[a-z]{2,3}$/.test(language)) faults.push({ field: 'language', problem: 'language' })
  const channel = channels.find((one) => one === (typedText(typed, 'channel') || 'import'))
  if (!channel) faults.push({ field: 'channel', problem: 'channel' })
  const receivedOn = typedText(typed, 'receivedOn').trim()
  if (readDay(receivedOn) !== receivedOn || receivedOn > today)
    faults.push({ field: 'receivedOn', problem: 'received' })
  if (faults.length > 0 || !channel) return { outcome: 'faulty', faults }
  return { outcome: 'read', mapping: { columns, language, channel, receivedOn } }
}

/** Words of several columns may be put together under one question in words; nothing else may. */
function isText({ questions }: Asked, use: string): boolean {
  return questions.some((question) => question.kind === 'text' && use === `q:${question.code}`)
}

const names: Record<SingleUse, RegExp> = {
  language: /^(language|lang|idioma|lengua|لغة|اللغة)$/,
  received:
    /^(date|day|received|received (on|date)|date received|posted( date)?|submitted( (on|at|date))?|timestamp|time|created( at)?|fecha|fecha de (recepcion|envio)|recibido|marca temporal|تاريخ|التاريخ)$/,
  channel: /^(channel|medium|via|how received|canal|medio|قناة|القناة)$/,
  reference:
    /^(id|no|nr|number|ref|reference|tracking( number)?|document id|comment id|respondent id|response id|numero|referencia|رقم|الرقم)$/,
}
const commentNames =
  /^(comment|comments|comment text|text|feedback|response|answer|message|body|comentario|comentarios|respuesta|texto|mensaje|opinion|تعليق|التعليق|نص)$/

/** A first guess from the names of the columns and what stands in the first rows; a person looks at it before it counts. */
export function suggestMapping(
  header: readonly string[],
  sample: readonly (readonly string[])[],
  asked: Asked,
  defaults: Omit<ImportMapping, 'columns'>,
): ImportMapping {
  const taken = new Set<string>()
  const columns = header.map((name) => {
    const use = useByName(name, asked)
    if (use === undefined || taken.has(use)) return 'ignore'
    taken.add(use)
    return use
  })
  const text = asked.questions.find((question) => question.kind === 'text')
  if (text && !columns.some((use) => use.startsWith('q:'))) {
    const lengths = header.map((_, index) =>
      columns[index] === 'ignore' ? averageLength(sample.map((row) => row[index] ?? '')) : 0,
    )
    const longest = lengths.indexOf(Math.max(...lengths))
    if ((lengths[longest] ?? 0) >= 15) columns[longest] = `q:${text.code}`
  }
  return { columns, ...defaults }
}

function averageLength(cells: readonly string[]): number {
  return cells.length === 0 ? 0 : cells.reduce((sum, cell) => sum + cell.length, 0) / cells.length
}

function useByName(name: string, { questions, aboutQuestions }: Asked): string | undefined {
  const plain = plainName(name)
  if (plain === '') return undefined
  for (const question of questions) {
    const prompts = Object.values(question.prompt.texts).map((text) => plainName(text.text))
    if (
      plain === plainName(question.code) ||
      prompts.includes(plain) ||
      prompts.some((prompt) => plain === `${plainName(question.code)} ${prompt}`)
    )
      return `q:${question.code}`
  }
  for (const question of aboutQuestions) {
    const prompts = Object.values(question.prompt.texts).map((text) => plainName(text.text))
    if (plain === plainName(question.key) || prompts.includes(plain)) return `a:${question.key}`
  }
  const single = singleUses.find((use) => names[use].test(plain))
  if (single) return single
  const text = questions.find((question) => question.kind === 'text')
  return text && commentNames.test(plain) ? `q:${text.code}` : undefined
}

function plainName(name: string): string {
  return plainWords(name.slice(0, 1500)).join(' ')
}

/**
 * A calendar day out of a cell: 2027-03-01 (with or without a time), 3/1/2027 as Americans write it, 1.3.2027 as others do.
 * Undefined when it is none: a wrong day would be worse than a row that says so.
 */
export function readDay(cell: string): string | undefined {
  const text = cell.trim()
  const iso =
    /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ].*)?$/.exec(text) ??
    /^(\d{4})\/(\d{1,2})\/(\d{1,2})(?:\s.*)?$/.exec(text)
  if (iso) return dayOf(iso[1]!, iso[2]!, iso[3]!)
  const american = /^(\d{1,2})\/(\d{1,2})\/(\d{4}|\d{2})(?:,?\s.*)?$/.exec(text)
  if (american)
    return dayOf(american[3]!.length === 2 ? `20${american[3]}` : american[3]!, american[1]!, american[2]!)
  const dotted = /^(\d{1,2})\.(\d{1,2})\.(\d{4})(?:\s.*)?$/.exec(text)
  return dotted ? dayOf(dotted[3]!, dotted[2]!, dotted[1]!) : undefined
}

function dayOf(year: string, month: string, day: string): string | undefined {
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const found = new Date(`${text}T12:00:00Z`)
  if (Number.isNaN(found.getTime()) || found.toISOString().slice(0, 10) !== text) return undefined
  return text >= '1970-01-01' && text <= '2200-01-01' ? text : undefined
}
