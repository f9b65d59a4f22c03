import type { AboutYou } from './about-question.ts'
import { type Channel, channels } from './comment.ts'
import type { Asked } from './comment-form.ts'
import { plainWords } from './fingerprint.ts'
import { type ImportMapping, readDay } from './import-mapping.ts'
import { type Answer, answerLimits, type Question, type QuestionOption } from './question.ts'

export const importProblems = [
  'tooLong',
  'noSuchChoice',
  'oneOnly',
  'rankTwice',
  'noSuchDay',
  'dayFuture',
  'noSuchLanguage',
  'noSuchChannel',
  'noSuchAbout',
] as const
export type ImportProblem = (typeof importProblems)[number]

/** What is wrong with one cell, as the spreadsheet shows it: its row number, the column's index and what stands there. */
export type RowFault = { row: number; column: number; problem: ImportProblem; value: string }

export type ImportedRow = {
  row: number
  answers: Answer[]
  aboutYou: AboutYou[]
  /** Undefined when the row does not say: then the words themselves tell. */
  language: string | undefined
  receivedOn: string
  channel: Channel
  reference: string
}

export type ReadRow =
  { outcome: 'row'; row: ImportedRow } | { outcome: 'blank' } | { outcome: 'faulty'; faults: RowFault[] }

const shownValue = 60

/** Reads one row of a table as the mapping says. Answers that a form would demand may be missing: the table is what it is. */
export function readImportRow(
  asked: Asked,
  mapping: ImportMapping,
  { row, cells }: { row: number; cells: readonly string[] },
  today: string,
): ReadRow {
  const faults: RowFault[] = []
  const fault = (column: number, problem: ImportProblem) =>
    void faults.push({
      row,
      column,
      problem,
      value: (cells[column] ?? '').slice(0, shownValue).toWellFormed(),
    })
  const answers = new Map<string, Answer>()
  const read: ImportedRow = {
    row,
    answers: [],
    aboutYou: [],
    language: undefined,
    receivedOn: mapping.receivedOn,
    channel: mapping.channel,
    reference: '',
  }
  for (const [column, use] of mapping.columns.entries()) {
    const cell = (cells[column] ?? '').trim()
    if (use === 'ignore' || cell === '') continue
    if (use.startsWith('q:'))
      readAnswer(
        asked.questions.find((question) => `q:${question.code}` === use),
        cell,
        answers,
        (problem) => fault(column, problem),
      )
    else if (use.startsWith('a:')) readAbout(asked, use, cell, read, () => fault(column, 'noSuchAbout'))
    else if (use === 'reference') read.reference = cell.slice(0, 200).toWellFormed()
    else if (use === 'language') {
      const language = readLanguageName(cell)
      if (language) read.language = language
      else fault(column, 'noSuchLanguage')
    } else if (use === 'received') {
      const day = readDay(cell)
      if (!day) fault(column, 'noSuchDay')
      else if (day > today) fault(column, 'dayFuture')
      else read.receivedOn = day
    } else if (use === 'channel') {
      const channel = readChannel(cell)
      if (channel) read.channel = channel
      else fault(column, 'noSuchChannel')
    }
  }
  if (faults.length > 0) return { outcome: 'faulty', faults }
  if (answers.size === 0) return { outcome: 'blank' }
  return { outcome: 'row', row: { ...read, answers: [...answers.values()] } }
}

function readAnswer(
  question: Question | undefined,
  cell: string,
  answers: Map<string, Answer>,
  fault: (problem: ImportProblem) => void,
): void {
  if (!question) return
  const nothing = { questionId: question.id, text: null, choices: null, number: null }
  switch (question.kind) {
    case 'text': {
      const before = answers.get(question.id)?.text
      const text = before ? `${before}\n\n${cell}` : cell
      if (text.length > answerLimits.characters) fault('tooLong')
      else answers.set(question.id, { ...nothing, text })
      return
    }
    case 'scale': {
      // Spreadsheets like to make 4 into 4.0.
      const point = /^(\d{1,2})(?:\.0+)?$/.exec(cell)?.[1] ?? matchOption(question.options, cell)
      if (point !== undefined && question.options.some((option) => option.id === String(Number(point))))
        answers.set(question.id, { ...nothing, number: Number(point) })
      else fault('noSuchChoice')
      return
    }
    case 'single': {
      const id = matchOption(question.options, cell)
      if (id !== undefined) answers.set(question.id, { ...nothing, choices: [id] })
      else fault(matchSeveral(question.options, cell) ? 'oneOnly' : 'noSuchChoice')
      return
    }
    case 'multiple': {
      const ids = matchSeveral(question.options, cell)
      if (!ids) fault('noSuchChoice')
      else
        answers.set(question.id, {
          ...nothing,
          choices: question.options.map((option) => option.id).filter((id) => ids.includes(id)),
        })
      return
    }
    case 'ranking': {
      const ids = matchSeveral(question.options, cell.replace(/(^|[;>|\n,]\s*)\d{1,2}[.)]\s+/g, '$1'))
      if (!ids) fault('noSuchChoice')
      else if (new Set(ids).size !== ids.length) fault('rankTwice')
      else answers.set(question.id, { ...nothing, choices: ids })
    }
  }
}

/** An option by its words in any language, its letter on paper, or its id. */
export function matchOption(options: readonly QuestionOption[], cell: string): string | undefined {
  const plain = plainText(cell)
  if (plain === '') return undefined
  const byWords = options.find((option) =>
    Object.values(option.label.texts).some((text) => plainText(text.text) === plain),
  )
  if (byWords) return byWords.id
  const letter = /^[a-z]$/.test(plain) ? options[plain.charCodeAt(0) - 97] : undefined
  return letter?.id ?? options.find((option) => option.id === plain)?.id
}

function plainText(text: string): string {
  return plainWords(text.slice(0, 500)).join(' ')
}

/** Several options in one cell, apart by semicolon, bar, greater-than or line; by comma when nothing else parts them. */
function matchSeveral(options: readonly QuestionOption[], cell: string): string[] | undefined {
  const whole = matchOption(options, cell)
  if (whole !== undefined) return [whole]
  for (const separator of [/[;؛|>\n]/, /[;؛|>\n,،]/]) {
    const parts = cell
      .split(separator)
      .map((part) => part.trim())
      .filter((part) => part !== '')
    if (parts.length === 0 || parts.length > 100) continue
    const ids = parts.map((part) => matchOption(options, part))
    if (ids.every((id) => id !== undefined)) return ids as string[] // as: every one was found
  }
  return undefined
}

function readAbout(asked: Asked, use: string, cell: string, read: ImportedRow, fault: () => void): void {
  const question = asked.aboutQuestions.find((one) => `a:${one.key}` === use)
  const value = question && matchOption(question.options, cell)
  if (question && value !== undefined) read.aboutYou.push({ aboutQuestionId: question.id, value })
  else fault()
}

const languageWords: Record<string, string> = {
  english: 'en',
  ingles: 'en',
  eng: 'en',
  spanish: 'es',
  espanol: 'es',
  castellano: 'es',
  spa: 'es',
  arabic: 'ar',
  arabe: 'ar',
  العربيه: 'ar',
  العربية: 'ar',
  chinese: 'zh',
  chino: 'zh',
  mandarin: 'zh',
  vietnamese: 'vi',
  vietnamita: 'vi',
  tagalog: 'tl',
  filipino: 'tl',
  korean: 'ko',
  coreano: 'ko',
  russian: 'ru',
  ruso: 'ru',
  farsi: 'fa',
  persian: 'fa',
  punjabi: 'pa',
  hmong: 'hmn',
  somali: 'so',
  french: 'fr',
  frances: 'fr',
  portuguese: 'pt',
  portugues: 'pt',
  ukrainian: 'uk',
  'haitian creole': 'ht',
}

/** A language by its code (`es`, `es-MX`) or its usual name. */
export function readLanguageName(cell: string): string | undefined {
  const code = /^([a-z]{2,3})(?:[-_][a-z0-9]{2,8})*$/i.exec(cell.trim())?.[1]?.toLowerCase()
  if (code && code.length === 2) return code
  const plain = plainText(cell)
  return (
    languageWords[plain] ??
    (code && !(plain in languageWords) && code.length === 3 ? threeLetters(code) : undefined)
  )
}

const knownThree = new Set(['hmn', 'fil', 'cmn', 'yue', 'ckb', 'prs'])

function threeLetters(code: string): string | undefined {
  return knownThree.has(code) ? code : undefined
}

const channelWords: Record<string, Channel> = {
  web: 'web',
  online: 'web',
  website: 'web',
  form: 'web',
  mail: 'mail',
  email: 'mail',
  'e mail': 'mail',
  correo: 'mail',
  'correo electronico': 'mail',
  sms: 'sms',
  text: 'sms',
  'text message': 'sms',
  mensaje: 'sms',
  paper: 'paper',
  letter: 'paper',
  papel: 'paper',
  carta: 'paper',
  meeting: 'meeting',
  hearing: 'meeting',
  reunion: 'meeting',
  phone: 'phone',
  telephone: 'phone',
  call: 'phone',
  telefono: 'phone',
  llamada: 'phone',
  import: 'import',
  api: 'api',
}

function readChannel(cell: string): Channel | undefined {
  const plain = plainText(cell)
  return channelWords[plain] ?? channels.find((channel) => channel === plain)
}

export type ImportReport = {
  rows: number
  comments: number
  blank: number
  /** How many rows cannot be brought in as they are. */
  faultyRows: number
  /** The first of them, for the page. */
  faults: RowFault[]
  /** Rows whose words are letter for letter those of an earlier row of the file. */
  repeated: number
  languages: Record<string, number>
  channels: Record<string, number>
  earliest: string | undefined
  latest: string | undefined
}

const mostShownFaults = 100

/** Adds up what a table would bring in, row by row, without keeping anything. */
export function reportOf(): { add(read: ReadRow): void; report(): ImportReport } {
  const report: ImportReport = {
    rows: 0,
    comments: 0,
    blank: 0,
    faultyRows: 0,
    faults: [],
    repeated: 0,
    languages: {},
    channels: {},
    earliest: undefined,
    latest: undefined,
  }
  const seen = new Set<string>()
  return {
    add(read) {
      report.rows++
      switch (read.outcome) {
        case 'blank':
          report.blank++
          return
        case 'faulty':
          report.faultyRows++
          report.faults.push(...read.faults.slice(0, mostShownFaults - report.faults.length))
          return
        case 'row': {
          const { row } = read
          report.comments++
          const words = row.answers
            .map((answer) => answer.text ?? '')
            .join('\n')
            .replace(/\s+/g, ' ')
            .trim()
            .toLowerCase()
          if (words !== '' && seen.has(words)) report.repeated++
          seen.add(words)
          const language = row.language ?? '?'
          report.languages[language] = (report.languages[language] ?? 0) + 1
          report.channels[row.channel] = (report.channels[row.channel] ?? 0) + 1
          if (report.earliest === undefined || row.receivedOn < report.earliest)
            report.earliest = row.receivedOn
          if (report.latest === undefined || row.receivedOn > report.latest) report.latest = row.receivedOn
        }
      }
    },
    report: () => report,
  }
}
