import { recordAct } from '../../platform/audit/audit.store.ts'
import { contentHash } from '../../platform/audit/audit.ts'
import { type Db, inTransaction } from '../../platform/db/database.ts'
import { newId } from '../../platform/db/id.ts'
import { isLanguage, type Language } from '../../platform/i18n/language.ts'
import { written, wordsIn } from '../../platform/i18n/written.ts'
import type { Age } from '../comments/age.ts'
import { detectLanguage } from '../comments/detect-language.ts'
import type { Engagement } from '../engagements/engagement.ts'
import { type Conversation, takesVotes } from './conversation.ts'
import { lockConversation } from './conversation.store.ts'
import { type OwnStatementProblem, ownStatementProblem } from './own-statement.ts'
import { statementFingerprint } from './statement-fingerprint.ts'
import { firstState } from './statement-moderation.ts'
import { addStatements, listStatements } from './statement.store.ts'
import type { Statement, StatementState } from './statement.ts'
import { lockVoter } from './voter.store.ts'

export type AddStatement =
  | { outcome: 'added'; statementId: string; state: StatementState }
  | { outcome: 'closed' | 'unknown-voter' }
  /** Someone has said this already; `statement` is theirs. */
  | { outcome: 'said-already'; statement: Statement }
  | { outcome: 'not-allowed'; reason: OwnStatementProblem }

/** Takes a statement in a voter's own words. Whether it is shown at once or read first is the conversation's rule. */
export async function addStatement(
  db: Db,
  {
    conversation,
    engagement,
    voterId,
    text,
    language,
    age,
    guardianConsent,
    spamSuspect,
  }: {
    conversation: Conversation
    engagement: Engagement
    voterId: string
    text: string
    /** Of the page: what is assumed when the words are too few to tell. */
    language: Language
    age: Age
    guardianConsent: boolean
    spamSuspect: boolean
  },
  now: Date,
): Promise<AddStatement> {
  const problem = ownStatementProblem({ conversation, engagement, text, age, guardianConsent })
  if (problem) return { outcome: 'not-allowed', reason: problem }
  const { agencyId } = conversation
  return inTransaction(db, async (db) => {
    const fresh = await lockConversation(db, agencyId, conversation.id)
    if (!fresh || fresh.whoAdds !== 'voters' || !takesVotes(fresh, now)) return { outcome: 'closed' }
    if (!(await lockVoter(db, agencyId, voterId))) return { outcome: 'unknown-voter' }
    const statements = await listStatements(db, agencyId, conversation.id, ['shown', 'waiting', 'rejected'])
    const print = statementFingerprint(text)
    const same = statements.filter(
      (one) => one.fingerprint === print || statementFingerprint(wordsIn(one.words, language)) === print,
    )
    const twin = same.find((one) => one.state !== 'rejected')
    if (twin) return { outcome: 'said-already', statement: twin }
    const spoken = detectLanguage(text, language)
    const source = isLanguage(spoken) ? spoken : language
    // What was turned down does not come back by being sent again.
    const state = spamSuspect || same.length > 0 ? 'waiting' : firstState('voter', fresh.moderation)
    const id = newId(now.getTime())
    const words = written(source, { [source]: text })
    await addStatements(db, agencyId, conversation.id, [
      {
        agencyId,
        id,
        conversationId: conversation.id,
        words,
        origin: 'voter',
        voterId,
        state,
        reason: '',
        isMeta: false,
        fingerprint: print,
        addedBy: null,
        addedAt: now,
        moderatedBy: null,
        moderatedAt: null,
      },
    ])
    await recordAct(
      db,
      {
        agencyId,
        act: 'statement received',
        subjectKind: 'statement',
        subjectId: id,
        // The consent of a guardian stays on record here.
        details: { state, age, guardianConsent: age === '13-17' && guardianConsent },
        contentHash: contentHash(text),
      },
      now,
    )
    return { outcome: 'added', statementId: id, state }
  })
}
