import { addConversation, findConversationById } from '../../src/features/conversations/conversation.store.ts'
import type { Conversation } from '../../src/features/conversations/conversation.ts'
import { statementFingerprint } from '../../src/features/conversations/statement-fingerprint.ts'
import { addStatements } from '../../src/features/conversations/statement.store.ts'
import type { Statement } from '../../src/features/conversations/statement.ts'
import type { Engagement } from '../../src/features/engagements/engagement.ts'
import type { Db } from '../../src/platform/db/database.ts'
import { newId } from '../../src/platform/db/id.ts'
import { nothingWritten, written } from '../../src/platform/i18n/written.ts'
import { testNow } from './app.ts'

/** An open conversation of an engagement, to which whoever votes may add statements. */
export async function makeConversation(
  db: Db,
  engagement: Engagement,
  changes: Partial<Conversation> = {},
): Promise<Conversation> {
  const id = changes.id ?? newId()
  await addConversation(db, {
    agencyId: engagement.agencyId,
    id,
    engagementId: engagement.id,
    status: 'open',
    question: written('en', {
      en: 'What would help good teachers stay?',
      es: '¿Qué ayudaría a que los buenos docentes se queden?',
    }),
    introduction: written('en', {
      en: 'Read what others say and tell us where you stand.',
      es: 'Lea lo que dicen otras personas y díganos qué piensa usted.',
    }),
    whoAdds: 'voters',
    statementLength: 140,
    moderation: 'before',
    moderationPolicy: nothingWritten,
    resultsShown: 'after-voting',
    opensAt: null,
    closesAt: null,
    closedAt: null,
    embedOrigins: [],
    version: 1,
    createdBy: null,
    createdAt: testNow,
    changedAt: testNow,
    ...changes,
  })
  return (await findConversationById(db, engagement.agencyId, id))!
}

/** Statements of the agency in English and Spanish, shown to voters unless told otherwise. */
export async function makeStatements(
  db: Db,
  conversation: Conversation,
  count: number,
  changes: Partial<Statement> = {},
): Promise<Statement[]> {
  const { agencyId, id: conversationId } = conversation
  return addStatements(
    db,
    agencyId,
    conversationId,
    Array.from({ length: count }, (_, i) => {
      const text = `Statement ${i + 1} about teachers`
      return {
        agencyId,
        id: newId(),
        conversationId,
        words: written('en', { en: text, es: `Frase ${i + 1} sobre docentes` }),
        origin: 'agency' as const,
        voterId: null,
        state: 'shown' as const,
        reason: '',
        isMeta: false,
        fingerprint: statementFingerprint(text),
        addedBy: null,
        addedAt: testNow,
        moderatedBy: null,
        moderatedAt: null,
        ...changes,
      }
    }),
  )
}
