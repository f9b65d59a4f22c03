import { closeSync, openSync, readFileSync, readSync, readdirSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { parse } from 'csv-parse/sync'
import type { CsvFault } from '../../analysis/opinion/csv-columns.ts'
import type { GivenLabels, OpinionInput } from '../../analysis/opinion/opinion-input.ts'
import { byNumber, settleVotes } from '../../analysis/opinion/settle-votes.ts'
import { readGivenGroups } from '../../analysis/opinion/given-groups.ts'
import { readStatementList } from '../../analysis/opinion/statement-list.ts'
import { VoteLogReader } from '../../analysis/opinion/vote-log.ts'

/** A conversation as its exported files tell it. */
export type Conversation = {
  input: OpinionInput
  /** Words of each statement by id; empty where the list has none. */
  texts: Record<string, string>
  /** When the last vote was cast, in milliseconds since 1970; null when there is none. */
  lastVoteAt: number | null
  /** Things that are odd but do not stop anything, for standard error. */
  notes: string[]
}

type Faulty = { outcome: 'faulty'; file: string; faults: CsvFault[] }
export type ConversationReading = { outcome: 'read'; conversation: Conversation } | Faulty
export type LabelsReading = { outcome: 'read'; labels: GivenLabels; notes: string[] } | Faulty

const pieceSize = 1 << 18

/**
 * Reads `votes.csv` and `comments.csv` of a folder; names of newer exports that end so (`2024-05-01-votes.csv`) will do. Without a
 * list of comments every statement counts as accepted, and a note says so.
 */
export function readConversation(folder: string, cwd: string, keepTimes: boolean): ConversationReading {
  let names: string[]
  try {
    names = readdirSync(resolve(cwd, folder))
  } catch (error) {
    return unreadable(folder, error)
  }
  const votesFile = findFile(folder, names, 'votes')
  if (votesFile.outcome === 'faulty') return votesFile
  const commentsFile = findFile(folder, names, 'comments')
  if (commentsFile.outcome === 'faulty') return commentsFile
  if (votesFile.outcome === 'missing') return noSuchFile(votesFile.file)

  const list = commentsFile.outcome === 'missing' ? noList : readList(commentsFile.file, cwd)
  if (list.outcome === 'faulty') return list

  const reader = new VoteLogReader()
  const fault = readPieces(votesFile.file, cwd, reader)
  if (fault) return fault
  const reading = reader.finish()
  if (reading.outcome === 'faulty') return { ...reading, file: votesFile.file }

  const { statements } = list
  const listed = new Map(statements.map((statement) => [statement.id, statement]))
  const unlisted = reading.log.statements.filter((id) => !listed.has(id)).sort(byNumber)
  if (listed.size + unlisted.length > 65_535) {
    return {
      outcome: 'faulty',
      file: commentsFile.file,
      faults: [{ message: 'lists more than 65535 statements' }],
    }
  }
  const { matrix, votedAt, deduplicated, lastVoteAt } = settleVotes(reading.log, {
    listed: [...listed.keys()],
    keepTimes,
  })
  const isMeta = (id: string) => listed.get(id)?.meta === true
  return {
    outcome: 'read',
    conversation: {
      input: {
        matrix,
        modOut: Uint8Array.from(matrix.statements, (id) =>
          listed.get(id)?.moderated === -1 || isMeta(id) ? 1 : 0,
        ),
        ...(statements.some(({ meta }) => meta)
          ? { meta: Uint8Array.from(matrix.statements, (id) => (isMeta(id) ? 1 : 0)) }
          : {}),
        ...(votedAt ? { votedAt } : {}),
        deduplicated,
      },
      texts: Object.fromEntries(matrix.statements.map((id) => [id, listed.get(id)?.text ?? ''])),
      lastVoteAt,
      notes:
        commentsFile.outcome === 'missing'
          ? [`${commentsFile.file}: there is no such file; every statement counts as accepted`]
          : unlisted.length === 0
            ? []
            : [
                `${commentsFile.file}: does not list ${unlisted.length === 1 ? 'a statement' : `${unlisted.length} statements`} that people voted on (${unlisted.slice(0, 10).join(', ')}${unlisted.length > 10 ? ', …' : ''}); counted as accepted`,
              ],
    },
  }
}

/** Reads given groups and finds the people in the matrix; people who did not vote are passed over. */
export function readLabels(file: string, cwd: string, participants: readonly string[]): LabelsReading {
  const whole = readWhole(file, cwd)
  if (whole.outcome === 'faulty') return whole
  const groups = readGivenGroups(whole.bytes)
  if (groups.outcome === 'faulty') return { ...groups, file }
  const ids = [...new Set(groups.groupOf.values())].sort(byNumber)
  const place = new Map(ids.map((id, g) => [id, g]))
  const label = Int32Array.from(participants, (id) => place.get(groups.groupOf.get(id) ?? '') ?? -1)
  const missing = groups.groupOf.size - label.reduce((sum, g) => sum + (g >= 0 ? 1 : 0), 0)
  return {
    outcome: 'read',
    labels: { ids, label },
    notes: missing === 0 ? [] : [`${file}: ${missing} of its people in groups did not vote; passed over`],
  }
}

/** What the conversation was about: the topic in `summary.csv` if there is one, else the name of the folder. */
export function readTopic(folder: string, cwd: string): string {
  const whole = readWhole(join(folder, 'summary.csv'), cwd)
  const named = basename(resolve(cwd, folder))
  if (whole.outcome === 'faulty') return named
  const text = new TextDecoder('utf-8').decode(whole.bytes)
  const rows: string[][] = parse(text, {
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
  })
  return rows.find(([key]) => key === 'topic')?.[1]?.trim() || named
}

const noList = { outcome: 'read' as const, statements: [] }

function readList(file: string, cwd: string) {
  const comments = readWhole(file, cwd)
  if (comments.outcome === 'faulty') return comments
  const list = readStatementList(comments.bytes)
  return list.outcome === 'faulty' ? { ...list, file } : list
}

function noSuchFile(file: string): Faulty {
  return { outcome: 'faulty', file, faults: [{ message: 'there is no such file' }] }
}

function findFile(folder: string, names: string[], kind: 'votes' | 'comments') {
  const plain = `${kind}.csv`
  if (names.includes(plain)) return { outcome: 'found' as const, file: join(folder, plain) }
  const longer = names.filter(
    (name) => name.toLowerCase().endsWith(`-${plain}`) && !/participants?-votes\.csv$/i.test(name),
  )
  if (longer.length === 1) return { outcome: 'found' as const, file: join(folder, longer[0]!) }
  if (longer.length === 0) return { outcome: 'missing' as const, file: join(folder, plain) }
  const message = `there are several files that it could be (${longer.join(', ')})`
  return { outcome: 'faulty' as const, file: join(folder, plain), faults: [{ message }] }
}

/** Feeds a file to the reader piece by piece, because it may be larger than memory allows to read at once. */
function readPieces(file: string, cwd: string, reader: VoteLogReader): Faulty | null {
  try {
    const handle = openSync(resolve(cwd, file), 'r')
    try {
      const piece = new Uint8Array(pieceSize)
      for (;;) {
        const length = readSync(handle, piece)
        if (length === 0) return null
        reader.feed(piece.subarray(0, length))
      }
    } finally {
      closeSync(handle)
    }
  } catch (error) {
    return unreadable(file, error)
  }
}

function readWhole(file: string, cwd: string): { outcome: 'read'; bytes: Uint8Array } | Faulty {
  try {
    return { outcome: 'read', bytes: readFileSync(resolve(cwd, file)) }
  } catch (error) {
    return unreadable(file, error)
  }
}

/** Only what the system says about the file; anything else is a mistake of ours and goes on. */
function unreadable(file: string, error: unknown): Faulty {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (!/^E[A-Z]+$/.test(code)) throw error
  const reasons: Record<string, string> = {
    ENOENT: 'there is no such file or folder',
    ENOTDIR: 'it is not a folder',
    EISDIR: 'it is a folder',
    EACCES: 'permission denied',
  }
  return { outcome: 'faulty', file, faults: [{ message: `cannot be read (${reasons[code] ?? code})` }] }
}
