import { createHash } from 'node:crypto'
import type { Db } from '../../platform/db/database.ts'
import type { Agency } from '../agencies/agency.ts'
import { listAboutQuestions } from '../comments/about-question.store.ts'
import { languages } from '../../platform/i18n/language.ts'
import type { ConversationResult } from './conversation-result.ts'
import { findConversationResult } from './conversation-result.store.ts'
import type { Conversation } from './conversation.ts'
import { declaredAgreement, type DeclaredPart, type DeclaredQuestion } from './declared-agreement.ts'
import { countDeclared } from './declared-votes.store.ts'
import { makeOpinionReport, type OpinionReport } from './opinion-report.ts'
import { withWords } from './shown-report.ts'
import { findShownReport } from './shown-report.store.ts'
import { listStatements } from './statement.store.ts'
import { takenOffWords } from './taken-off.ts'

type ConversationReportTable = {
  agencyId: string
  conversationId: string
  content: OpinionReport
  contentHash: string
  frozenBy: string | null
  frozenAt: Date
}

declare module '../../platform/db/database.ts' {
  interface Tables {
    conversationReport: ConversationReportTable
  }
}

/** A report that does not change any more, with the fingerprint by which that can be checked. */
export type FrozenReport = { report: OpinionReport; hash: string; frozenAt: Date }

/** The people of declared groups are compared on so many points of common ground and so many divides. */
const comparedPoints = 6
const comparedDivides = 4

/** The report of the last count, small numbers withheld; undefined before the first count. For staff, and to be shown or fixed. */
export async function readOpinionReport(
  db: Db,
  agency: Pick<Agency, 'minimum'>,
  conversation: Conversation,
): Promise<{ report: OpinionReport; result: ConversationResult } | undefined> {
  const { agencyId, id: conversationId } = conversation
  const result = await findConversationResult(db, agencyId, conversationId)
  if (!result) return undefined
  const statements = (await listStatements(db, agencyId, conversationId, ['shown'])).filter(
    (statement) => !statement.isMeta,
  )
  const source = {
    question: conversation.question,
    minimum: agency.minimum,
    summary: result.summary,
    people: result.people,
    provisional: result.provisional,
    countedAt: result.countedAt,
    statements,
  }
  const report = makeOpinionReport(source)
  if (report.standing === 'too-few') return { report, result }
  const declared = await readDeclared(db, agency, conversation, report, result.summary.participants)
  return { report: { ...report, declared }, result }
}

/** The report as everyone may see it now: that of the last count which enough people changed, without statements taken off since. */
export async function readShownReport(
  db: Db,
  { agencyId, id: conversationId }: Pick<Conversation, 'agencyId' | 'id'>,
): Promise<OpinionReport | undefined> {
  const [shown, statements] = await Promise.all([
    findShownReport(db, { agencyId, conversationId }),
    listStatements(db, agencyId, conversationId, ['shown']),
  ])
  if (!shown) return undefined
  const words = statements
    .filter((statement) => !statement.isMeta)
    .map(({ id, words }) => [id, words] as const)
  return withWords(shown.report, new Map(words))
}

async function readDeclared(
  db: Db,
  { minimum }: Pick<Agency, 'minimum'>,
  { agencyId, id: conversationId, engagementId }: Conversation,
  report: OpinionReport,
  participants: number,
): Promise<DeclaredPart[]> {
  const compared = [
    ...report.commonGround.slice(0, comparedPoints).map((point) => point.statementId),
    ...report.divides.slice(0, comparedDivides),
  ]
  const totals = compared.flatMap((id) => {
    const all = report.statements.find((statement) => statement.id === id)?.all
    return all ? [{ statementId: id, agree: all.agree, seen: all.seen }] : []
  })
  const [questions, counts] = await Promise.all([
    listAboutQuestions(db, agencyId, engagementId, { removed: true }),
    countDeclared(db, { agencyId, conversationId }, compared),
  ])
  const asked: DeclaredQuestion[] = [
    ...questions.map(({ id, prompt, options }) => ({ key: id, prompt, options })),
    { key: 'language', prompt: null, options: languages.map((id) => ({ id, label: null })) },
  ]
  return asked.flatMap((question) => {
    const counted = counts.get(question.key)
    if (!counted) return []
    const options = question.options.filter((option) => (counted.people.get(option.id) ?? 0) > 0)
    // One language for everyone says nothing.
    if (question.key === 'language' && options.length < 2) return []
    return [declaredAgreement({ ...question, options }, counted, { participants, minimum }, totals)]
  })
}

/**
 * The closing report, once it is fixed: its figures as they were, for ever. Only the words of a statement that had to be taken
 * off since (a name, a slander, its author's wish) are no longer repeated.
 */
export async function findFrozenReport(
  db: Db,
  agencyId: string,
  conversationId: string,
): Promise<FrozenReport | undefined> {
  const row = await db
    .selectFrom('conversationReport')
    .select(['content', 'contentHash', 'frozenAt'])
    .where('agencyId', '=', agencyId)
    .where('conversationId', '=', conversationId)
    .executeTakeFirst()
  if (!row) return undefined
  const shown = await listStatements(db, agencyId, conversationId, ['shown'])
  const there = new Set(shown.map(({ id }) => id))
  const statements = row.content.statements.map((one) =>
    there.has(one.id) ? one : { ...one, words: takenOffWords },
  )
  return { report: { ...row.content, statements }, hash: row.contentHash, frozenAt: row.frozenAt }
}

/** Keeps a closing report for good; false when there is one already, which stays. */
export async function addFrozenReport(
  db: Db,
  { agencyId, conversationId, by }: { agencyId: string; conversationId: string; by: string | null },
  report: OpinionReport,
  now: Date,
): Promise<{ added: boolean; hash: string }> {
  const hash = reportHash(report)
  const added = await db
    .insertInto('conversationReport')
    .values({
      agencyId,
      conversationId,
      content: report,
      contentHash: hash,
      frozenBy: by,
      frozenAt: now,
    })
    .onConflict((conflict) => conflict.columns(['agencyId', 'conversationId']).doNothing())
    .returning('conversationId')
    .executeTakeFirst()
  return { added: added !== undefined, hash }
}

/** SHA-256 over the report with the keys of every object in order, so that the database's own order does not matter. */
export function reportHash(report: OpinionReport): string {
  return createHash('sha256').update(JSON.stringify(report, inKeyOrder)).digest('hex')
}

function inKeyOrder(_: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
}
