import { languages } from '../../platform/i18n/language.ts'
import type { OpenDataFile } from './open-data.ts'

/** The names of each column of comments.csv that is read, in older tools and newer ones. */
export const statementColumns = {
  at: { called: ['timestamp'], needed: true },
  number: { called: ['comment-id', 'tid', 'statement-id'], needed: true },
  author: { called: ['author-id', 'pid'] },
  moderated: { called: ['moderated', 'mod'] },
  meta: { called: ['is-meta', 'is_meta'] },
  seed: { called: ['is-seed', 'is_seed'] },
  body: { called: ['comment-body', 'comment', 'txt'], needed: true },
  language: { called: ['language'] },
} satisfies Columns

/** The same for votes.csv. */
export const voteColumns = {
  at: { called: ['timestamp'], needed: true },
  statement: { called: ['comment-id', 'tid', 'statement-id'], needed: true },
  voter: { called: ['voter-id', 'pid', 'participant-id', 'participant'], needed: true },
  value: { called: ['vote'], needed: true },
} satisfies Columns

/** The same for the matrix of participants: who they are, not how they voted, which the log tells. */
export const participantColumns = {
  number: { called: ['participant', 'participant-id', 'pid', 'voter-id'], needed: true },
  group: { called: ['group-id'] },
} satisfies Columns

type Columns = Record<string, { called: readonly string[]; needed?: boolean }>

const columnNames: Partial<Record<OpenDataFile, ReadonlySet<string>>> = {
  'comments.csv': namesOf(
    statementColumns,
    languages.map((language) => `comment-body-${language}`),
  ),
  'votes.csv': namesOf(voteColumns),
  'participants-votes.csv': namesOf(participantColumns),
}

function namesOf(columns: Columns, more: readonly string[] = []): Set<string> {
  return new Set([...Object.values(columns).flatMap(({ called }) => called), ...more])
}

/** Whether a column of a file is read. The matrix of participants has one for each statement, and none of those are. */
export function readsColumn(file: OpenDataFile, name: string): boolean {
  return columnNames[file]?.has(name.trim().toLowerCase()) ?? true
}
