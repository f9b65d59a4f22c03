import type { Language } from '../../platform/i18n/language.ts'

/**
 * A conversation in the open-data form in which tools exchange conversations: five tables, people as numbers. The vote log holds
 * every vote as it was cast; for each person and statement the last by time counts, and of several at the same instant the
 * last row.
 */
export type OpenConversation = {
  summary: OpenSummary
  statements: OpenStatement[]
  participants: OpenParticipant[]
  votes: OpenVotes
}

export type OpenSummary = {
  topic: string
  description: string
  /** Where the conversation was first held. */
  url: string
  views: string
  /** Topic and description in further languages. */
  translations: Partial<Record<Language, { topic: string; description: string }>>
}

export type OpenStatement = {
  number: number
  /** Milliseconds since 1970. */
  at: number
  /** Whoever wrote it; null for the words of those who run the conversation. */
  author: number | null
  /** 1 approved, 0 not looked at, -1 rejected. */
  moderated: 1 | 0 | -1
  isMeta: boolean
  isSeed: boolean
  body: string
  language: Language | null
  /** Translations that a person wrote or checked. */
  translations: Partial<Record<Language, string>>
}

/** `group` is the opinion group of the last count; null for whoever stands between or was not counted. */
export type OpenParticipant = { number: number; group: string | null }

/** The log as columns, in the order of its rows. */
export type OpenVotes = { at: Float64Array; statement: Int32Array; voter: Int32Array; value: Int8Array }

export const openDataFiles = [
  'comments.csv',
  'votes.csv',
  'participants-votes.csv',
  'summary.csv',
  'comment-groups.csv',
] as const
export type OpenDataFile = (typeof openDataFiles)[number]

/** Which of the five a file is, by the end of its name; other tools put an id in front, or say `participant-votes.csv`. */
export function openDataFile(path: string): OpenDataFile | undefined {
  if (/(^|\/)(__MACOSX|\.)/.test(path)) return undefined
  const name = (path.split('/').at(-1) ?? '').toLowerCase()
  const ends = (ending: string) => name === ending || /[-_. ]$/.test(name.slice(0, -ending.length))
  if (name.endsWith('comment-groups.csv') && ends('comment-groups.csv')) return 'comment-groups.csv'
  for (const ending of ['participants-votes.csv', 'participant-votes.csv'])
    if (name.endsWith(ending) && ends(ending)) return 'participants-votes.csv'
  for (const file of ['comments.csv', 'votes.csv', 'summary.csv'] as const)
    if (name.endsWith(file) && ends(file)) return file
  return undefined
}

/** The votes that stand: the row of the log that counts for each person and statement, keyed by both. */
export function standingVotes(votes: OpenVotes): Map<number, Map<number, number>> {
  const byVoter = new Map<number, Map<number, number>>()
  for (let row = 0; row < votes.at.length; row++) {
    const voter = votes.voter[row]!
    let own = byVoter.get(voter)
    if (!own) byVoter.set(voter, (own = new Map()))
    const statement = votes.statement[row]!
    const before = own.get(statement)
    if (before === undefined || votes.at[row]! >= votes.at[before]!) own.set(statement, row)
  }
  return byVoter
}

/**
 * Text that a spreadsheet would run as a formula gets an apostrophe in front. Text that looks like it has one already gets
 * another, so that reading can take exactly one away.
 */
export function guarded(text: string): string {
  return formulaLike.test(text) ? `'${text}` : text
}

export function unguarded(text: string): string {
  return text.startsWith("'") && formulaLike.test(text.slice(1)) ? text.slice(1) : text
}

const formulaLike = /^'*\s*[=+\-@＝＋－＠]/
