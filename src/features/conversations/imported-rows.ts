import { newId } from '../../platform/db/id.ts'
import type { Language } from '../../platform/i18n/language.ts'
import { type Written, written } from '../../platform/i18n/written.ts'
import { oneLine } from '../engagements/form-fields.ts'
import { conversationLimits } from './conversation-form.ts'
import { type OpenConversation, type OpenStatement, standingVotes } from './open-data.ts'
import { statementFingerprint } from './statement-fingerprint.ts'
import type { Statement } from './statement.ts'
import type { Voter } from './voter.ts'

/** What staff say when they bring a conversation in. */
export type ImportWish = {
  question: string
  /** What the statements are written in, where the archive does not say. */
  language: Language
  /** It is over: closed at once, with its report. Otherwise a draft that may go on here. */
  over: boolean
}

/** Some votes as columns of the same length. */
export type VoteColumns = { statementId: string[]; voterId: string[]; value: number[]; castAt: string[] }

const perStatement = 4000

/** Question and introduction: what staff typed, and what the archive says in other languages. */
export function importedTexts(
  { summary }: OpenConversation,
  wish: ImportWish,
): { question: Written; introduction: Written } {
  const topics: Partial<Record<Language, string>> = { [wish.language]: wish.question }
  const descriptions: Partial<Record<Language, string>> = {
    [wish.language]: summary.description.slice(0, conversationLimits.introduction),
  }
  for (const [language, told] of Object.entries(summary.translations) as [
    Language,
    { topic: string; description: string },
  ][]) {
    // as: the keys are languages
    if (language === wish.language) continue
    topics[language] = oneLine(told.topic).slice(0, conversationLimits.question)
    descriptions[language] = told.description.slice(0, conversationLimits.introduction)
  }
  return { question: written(wish.language, topics), introduction: written(wish.language, descriptions) }
}

/** People and statements as they are kept, and where each number went. */
export type ImportedRows = {
  voters: Voter[]
  statements: Statement[]
  voterId: Map<number, string>
  statementId: Map<number, string>
}

/** Makes people and statements of this program out of those of an archive, with new ids under the old numbers. */
export function importedRows(
  { statements, participants, votes }: OpenConversation,
  {
    agencyId,
    conversationId,
    personId,
    wish,
    now,
  }: { agencyId: string; conversationId: string; personId: string; wish: ImportWish; now: Date },
): ImportedRows {
  const joined = new Map<number, number>()
  const voted = new Set(votes.statement)
  for (let row = 0; row < votes.at.length; row++) {
    const voter = votes.voter[row]!
    joined.set(voter, Math.min(joined.get(voter) ?? Infinity, votes.at[row]!))
  }
  const voters = participants.map(({ number }): Voter => {
    const id = newId()
    return {
      agencyId,
      id,
      conversationId,
      number,
      // No code opens it: the hash of nothing that anybody could type.
      codeHash: `import ${id}`,
      source: 'import',
      language: wish.language,
      contactChannel: null,
      contactAddress: null,
      joinedAt: new Date(joined.get(number) ?? now.getTime()),
    }
  })
  const voterId = new Map(voters.map(({ number, id }) => [number!, id]))
  const kept = statements.map((one): Statement => ({
    agencyId,
    id: newId(),
    conversationId,
    number: one.number,
    words: wordsOf(one, wish.language),
    origin: 'import',
    voterId: one.author === null ? null : (voterId.get(one.author) ?? null),
    state: stateOf(one, voted.has(one.number)),
    reason: '',
    isMeta: one.isMeta,
    fingerprint: statementFingerprint(one.body),
    addedBy: one.isSeed ? personId : null,
    addedAt: new Date(one.at),
    moderatedBy: one.moderated === 0 ? null : personId,
    moderatedAt: one.moderated === 0 ? null : now,
    version: 1,
  }))
  return {
    voters,
    statements: kept,
    voterId,
    statementId: new Map(kept.map(({ number, id }) => [number, id])),
  }
}

function wordsOf(one: OpenStatement, fallback: Language): Written {
  const source = one.language ?? fallback
  return written(source, { ...one.translations, [source]: one.body })
}

/** What nobody had looked at was shown all the same when people voted on it. */
function stateOf({ moderated }: OpenStatement, voted: boolean): Statement['state'] {
  if (moderated === -1) return 'rejected'
  return moderated === 1 || voted ? 'shown' : 'waiting'
}

function columnsOf({ votes }: OpenConversation, rows: ImportedRows, chosen: readonly number[]): VoteColumns {
  return {
    statementId: chosen.map((row) => rows.statementId.get(votes.statement[row]!)!),
    voterId: chosen.map((row) => rows.voterId.get(votes.voter[row]!)!),
    value: chosen.map((row) => votes.value[row]!),
    castAt: chosen.map((row) => new Date(votes.at[row]!).toISOString()),
  }
}

/** The log in pieces, with how many rows are done after each. */
export function* logPieces(
  open: OpenConversation,
  rows: ImportedRows,
): Generator<[done: number, some: VoteColumns]> {
  const total = open.votes.at.length
  for (let start = 0; start < total; start += perStatement) {
    const end = Math.min(total, start + perStatement)
    yield [
      end,
      columnsOf(
        open,
        rows,
        Array.from({ length: end - start }, (_, index) => start + index),
      ),
    ]
  }
}

/** The votes that stand, in pieces. */
export function* standingPieces(open: OpenConversation, rows: ImportedRows): Generator<VoteColumns> {
  let chosen: number[] = []
  for (const own of standingVotes(open.votes).values()) {
    chosen.push(...own.values())
    if (chosen.length < perStatement) continue
    yield columnsOf(open, rows, chosen)
    chosen = []
  }
  if (chosen.length > 0) yield columnsOf(open, rows, chosen)
}
