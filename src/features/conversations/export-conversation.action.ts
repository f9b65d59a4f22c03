import { stringify } from 'csv-stringify/sync'
import { Readable } from 'node:stream'
import { setImmediate } from 'node:timers/promises'
import { recordAct } from '../../platform/audit/audit.store.ts'
import { type Db, inTransaction } from '../../platform/db/database.ts'
import type { FileStore } from '../../platform/files/file-store.ts'
import { type ZipEntry, zipStream } from '../../platform/documents/zip-writer.ts'
import { isLanguage, type Language } from '../../platform/i18n/language.ts'
import type { Written } from '../../platform/i18n/written.ts'
import type { Engagement } from '../engagements/engagement.ts'
import { findArchivePart } from './conversation-import.store.ts'
import { findConversationResult } from './conversation-result.store.ts'
import type { Conversation } from './conversation.ts'
import { openDataTables } from './open-data-tables.ts'
import { type OpenConversation, openDataFiles, type OpenStatement, type OpenVotes } from './open-data.ts'
import { type LoggedVote, listVoters, readVoteLog } from './open-data.store.ts'
import { listStatements } from './statement.store.ts'
import type { Statement } from './statement.ts'

/**
 * A conversation in the open-data form. People are numbers; who they are or how to reach them is not in it. What was taken back,
 * a vote or a statement, is left out.
 */
export async function openDataOf(
  { db, files }: { db: Db; files: FileStore },
  conversation: Conversation,
  url: string,
): Promise<OpenConversation> {
  const { agencyId, id } = conversation
  const log: LoggedVote[] = []
  for await (const some of readVoteLog(db, agencyId, id)) for (const vote of some) log.push(vote)
  // After the votes, so that everyone who cast one is there.
  const [statements, voters, result, origin] = await Promise.all([
    listStatements(db, agencyId, id, ['waiting', 'shown', 'rejected']),
    listVoters(db, agencyId, id),
    findConversationResult(db, agencyId, id),
    findArchivePart(files, id, 'origin'),
  ])
  // Numbers are given when votes are counted; whoever came since gets the next ones, in the order of joining.
  let next = voters.reduce((most, voter) => Math.max(most, voter.number ?? 0), 0)
  const numberOf = new Map(voters.map((voter) => [voter.id, voter.number ?? ++next]))
  const statementNumber = new Map(statements.map((statement) => [statement.id, statement.number]))
  const votes = await votesOf(log, statementNumber, numberOf)
  const present = new Set(votes.voter)
  for (const { voterId } of statements) if (voterId !== null) present.add(numberOf.get(voterId) ?? -1)
  return {
    summary: {
      topic: sourceText(conversation.question),
      description: sourceText(conversation.introduction),
      url: origin?.url ?? url,
      views: origin?.views ?? '',
      translations: summaryTranslations(conversation),
    },
    statements: statements.map((statement) => openStatement(statement, numberOf)),
    participants: voters
      .map((voter) => ({
        number: numberOf.get(voter.id)!,
        group: result?.people[voter.id]?.group ?? null,
        imported: voter.source === 'import',
      }))
      .filter(({ number, imported }) => imported || present.has(number))
      .map(({ number, group }) => ({ number, group }))
      .sort((a, b) => a.number - b.number),
    votes,
  }
}

/** The log without what was taken back, in the order of statements, people and time. */
async function votesOf(
  log: readonly LoggedVote[],
  statementNumber: ReadonlyMap<string, number>,
  voterNumber: ReadonlyMap<string, number>,
): Promise<OpenVotes> {
  const takenBack = new Map<string, number>()
  for (const [row, vote] of log.entries())
    if (vote.value === null) takenBack.set(`${vote.voterId} ${vote.statementId}`, row)
  const rows: { statement: number; voter: number; row: number }[] = []
  for (const [row, vote] of log.entries()) {
    if (row % 20_000 === 0) await setImmediate()
    const statement = statementNumber.get(vote.statementId)
    const voter = voterNumber.get(vote.voterId)
    if (statement === undefined || voter === undefined) continue
    const back = takenBack.size > 0 ? takenBack.get(`${vote.voterId} ${vote.statementId}`) : undefined
    if (back !== undefined && row <= back) continue
    rows.push({ statement, voter, row })
  }
  rows.sort((a, b) => a.statement - b.statement || a.voter - b.voter || a.row - b.row)
  return {
    at: Float64Array.from(rows, ({ row }) => log[row]!.at),
    statement: Int32Array.from(rows, ({ statement }) => statement),
    voter: Int32Array.from(rows, ({ voter }) => voter),
    value: Int8Array.from(rows, ({ row }) => log[row]!.value ?? 0),
  }
}

function openStatement(statement: Statement, numberOf: ReadonlyMap<string, number>): OpenStatement {
  const { words, origin, state, moderatedAt, addedBy, voterId } = statement
  const looked = origin === 'agency' || moderatedAt !== null
  return {
    number: statement.number,
    at: statement.addedAt.getTime(),
    author: voterId === null ? null : (numberOf.get(voterId) ?? null),
    moderated: state === 'rejected' ? -1 : state === 'shown' && looked ? 1 : 0,
    isMeta: statement.isMeta,
    isSeed: origin === 'agency' || (origin === 'import' && addedBy !== null),
    body: sourceText(words),
    language: words.source,
    translations: Object.fromEntries(trusted(words)),
  }
}

function sourceText(written: Written): string {
  return written.texts[written.source]?.text ?? ''
}

/** Translations that a person made or checked. A machine's draft or an outdated one would arrive without its label. */
function trusted(written: Written): [Language, string][] {
  return Object.entries(written.texts).flatMap(([language, { text, status }]): [Language, string][] =>
    isLanguage(language) && language !== written.source && (status === 'human' || status === 'reviewed')
      ? [[language, text]]
      : [],
  )
}

function summaryTranslations({
  question,
  introduction,
}: Conversation): OpenConversation['summary']['translations'] {
  const topics = new Map(trusted(question))
  const descriptions = new Map(trusted(introduction))
  return Object.fromEntries(
    [...new Set([...topics.keys(), ...descriptions.keys()])].map((language) => [
      language,
      { topic: topics.get(language) ?? '', description: descriptions.get(language) ?? '' },
    ]),
  )
}

/** The five tables as one archive, written while it is sent. */
export function openDataArchive(conversation: OpenConversation, now: Date): Readable {
  const tables = openDataTables(conversation)
  function* entries(): Generator<ZipEntry> {
    for (const path of openDataFiles) yield { path, content: Readable.from(csvPieces(tables[path])) }
  }
  return zipStream(entries(), { modified: now })
}

const rowsPerPiece = 1000

async function* csvPieces(rows: Iterable<(string | number)[]>): AsyncGenerator<Buffer> {
  let waiting: (string | number)[][] = []
  const text = () => Buffer.from(stringify(waiting, { record_delimiter: '\n', quoted_match: /[\r\n]/ }))
  for (const row of rows) {
    waiting.push(row)
    // A row of the matrix is as long as there are statements.
    if (waiting.length * row.length < rowsPerPiece * 5) continue
    yield text()
    waiting = []
    await setImmediate()
  }
  if (waiting.length > 0) yield text()
}

/** Notes that somebody took the votes of a conversation out. */
export async function noteConversationExport(
  db: Db,
  {
    engagement,
    actorId,
    conversationId,
  }: { engagement: Engagement; actorId: string; conversationId: string },
  now: Date,
): Promise<void> {
  await inTransaction(db, (db) =>
    recordAct(
      db,
      {
        agencyId: engagement.agencyId,
        actorId,
        act: 'conversation exported',
        subjectKind: 'conversation',
        subjectId: conversationId,
        details: { engagement: engagement.slug },
      },
      now,
    ),
  )
}
