import { contentHash } from '../../platform/audit/audit.ts'
import { recordAct } from '../../platform/audit/audit.store.ts'
import { type Db, inTransaction } from '../../platform/db/database.ts'
import { newId } from '../../platform/db/id.ts'
import type { Typed } from '../../platform/http/typed.ts'
import type { Engagement } from '../engagements/engagement.ts'
import { lockConversation } from './conversation.store.ts'
import { statementFingerprint } from './statement-fingerprint.ts'
import { readNewStatements, readStatementWords, type StatementFault } from './statement-form.ts'
import { firstState } from './statement-moderation.ts'
import { addStatements, countVotes, findStatement, listStatements, saveStatement } from './statement.store.ts'
import type { Statement } from './statement.ts'

type By = { engagement: Engagement; actorId: string }

export type WriteStatements =
  | { outcome: 'written'; statements: Statement[] }
  | { outcome: 'faulty'; faults: StatementFault[] }
  | { outcome: 'not-there' }
  | { outcome: 'closed' }

/** Adds the agency's own statements, in every language that was typed; they are shown at once. */
export async function writeStatements(
  db: Db,
  { engagement, actorId }: By,
  conversationId: string,
  typed: Typed,
  now: Date,
): Promise<WriteStatements> {
  const { agencyId } = engagement
  return inTransaction(db, async (db) => {
    const conversation = await lockConversation(db, agencyId, conversationId)
    if (!conversation || conversation.engagementId !== engagement.id) return { outcome: 'not-there' }
    if (conversation.status === 'closed') return { outcome: 'closed' }
    const there = await listStatements(db, agencyId, conversationId, ['shown', 'waiting'])
    const read = readNewStatements(
      {
        source: conversation.question.source,
        languages: engagement.languages,
        longest: conversation.statementLength,
        there: new Set(there.map((statement) => statement.fingerprint)),
      },
      typed,
    )
    if (read.outcome === 'faulty') return read
    const statements = await addStatements(
      db,
      agencyId,
      conversationId,
      read.statements.map(({ words, fingerprint }) => ({
        agencyId,
        id: newId(),
        conversationId,
        words,
        origin: 'agency',
        voterId: null,
        state: firstState('agency', conversation.moderation),
        reason: '',
        isMeta: false,
        fingerprint,
        addedBy: actorId,
        addedAt: now,
        moderatedBy: null,
        moderatedAt: null,
      })),
    )
    await recordAct(
      db,
      {
        agencyId,
        actorId,
        act: 'statements written',
        subjectKind: 'conversation',
        subjectId: conversationId,
        details: {
          engagement: engagement.slug,
          numbers: statements.map(({ number }) => number).join(' '),
          count: statements.length,
        },
        contentHash: contentHash(read.statements.map(({ words }) => words)),
      },
      now,
    )
    return { outcome: 'written', statements }
  })
}

export type RewriteStatement =
  | { outcome: 'saved'; statement: Statement }
  | { outcome: 'faulty'; faults: StatementFault[] }
  | { outcome: 'not-there' }
  | { outcome: 'changed-meanwhile'; current: Statement }

/** Whether a statement's own words stay: a person wrote them, or people have voted on them. */
export function wordsStay(statement: Pick<Statement, 'origin'>, votes: number): boolean {
  return statement.origin !== 'agency' || votes > 0
}

/** Writes a statement's translations; its own words only while they are the agency's and nobody has voted on them. */
export async function rewriteStatement(
  db: Db,
  { engagement, actorId }: By,
  { conversationId, statementId, version }: { conversationId: string; statementId: string; version: number },
  typed: Typed,
  now: Date,
): Promise<RewriteStatement> {
  const { agencyId } = engagement
  return inTransaction(db, async (db) => {
    const conversation = await lockConversation(db, agencyId, conversationId)
    if (!conversation || conversation.engagementId !== engagement.id) return { outcome: 'not-there' }
    const statement = await findStatement(db, agencyId, conversationId, statementId)
    if (!statement || statement.state === 'withdrawn') return { outcome: 'not-there' }
    if (statement.version !== version) return { outcome: 'changed-meanwhile', current: statement }
    const votes = (await countVotes(db, agencyId, [statementId])).get(statementId)
    const read = readStatementWords(
      statement.words,
      {
        languages: engagement.languages,
        longest: conversation.statementLength,
        sourceStays: wordsStay(statement, votes ? votes.agree + votes.disagree + votes.pass : 0),
      },
      typed,
    )
    if (read.outcome === 'faulty') return read
    const source = read.words.texts[read.words.source]?.text ?? ''
    const saved = await saveStatement(db, statement, {
      words: read.words,
      fingerprint: statementFingerprint(source),
    })
    if (!saved) throw new Error(`The statement ${statementId} changed while its conversation was locked`)
    await recordAct(
      db,
      {
        agencyId,
        actorId,
        act: 'statement rewritten',
        subjectKind: 'statement',
        subjectId: statementId,
        details: { engagement: engagement.slug, number: statement.number, version: saved.version },
        contentHash: contentHash(read.words),
      },
      now,
    )
    return { outcome: 'saved', statement: saved }
  })
}
