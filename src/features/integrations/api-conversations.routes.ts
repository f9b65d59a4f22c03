import type { Context } from 'hono'
import type { z } from 'zod'
import { type Conversation, showsResults } from '../conversations/conversation.ts'
import { findConversation, listConversations } from '../conversations/conversation.store.ts'
import { findFrozenReport, readShownReport } from '../conversations/opinion-report.store.ts'
import { listStatements } from '../conversations/statement.store.ts'
import type { Place } from './api-answers.ts'
import { answerJson, answerProblem } from './api-door.routes.ts'
import type * as schema from './api-schema.ts'
import { conversationAnswer, reportAnswer, statementAnswer } from './conversation-answers.ts'

function placeOf(c: Context): Place {
  return { baseUrl: c.get('config').baseUrl, agency: c.get('agency'), now: c.get('now') }
}

/** The open and closed conversations of an engagement. */
export async function sendConversations(c: Context): Promise<Response> {
  const engagement = c.get('engagement')
  const conversations = await listConversations(c.get('db'), c.get('agency').id, engagement.id)
  const items = conversations.map((one) => conversationAnswer(placeOf(c), engagement, one))
  return answerJson(c, { items } satisfies z.input<typeof schema.ConversationList>)
}

/** One conversation with its statements and, when everyone may see it, what the votes show. */
export async function sendConversation(c: Context): Promise<Response> {
  const [db, agency, engagement] = [c.get('db'), c.get('agency'), c.get('engagement')]
  const conversation = await findConversation(db, agency.id, engagement.id, c.req.param('conversation') ?? '')
  if (!conversation || conversation.status === 'draft') return answerProblem(c, 'not-found')
  const statements = await listStatements(db, agency.id, conversation.id, ['shown'])
  const answer: z.input<typeof schema.ConversationWithReport> = {
    ...conversationAnswer(placeOf(c), engagement, conversation),
    statements: statements.map(statementAnswer),
    report: await readReport(c, conversation, statements.length),
  }
  return answerJson(c, answer)
}

/** The closing report once there is one; else the last count, but never before a reader who has not voted may see it. */
async function readReport(
  c: Context,
  conversation: Conversation,
  statements: number,
): Promise<z.output<typeof schema.ConversationReport> | null> {
  const [db, agency] = [c.get('db'), c.get('agency')]
  if (conversation.status === 'closed') {
    const frozen = await findFrozenReport(db, agency.id, conversation.id)
    return frozen ? reportAnswer(frozen.report, frozen.hash) : null
  }
  if (!showsResults(conversation, { votes: 0, statements }, c.get('now'))) return null
  const report = await readShownReport(db, conversation)
  return report ? reportAnswer(report) : null
}
