import type { Context } from 'hono'
import { paths } from '../../paths.ts'
import { answerPage } from '../../platform/http/answer.tsx'
import { answerRecentPage } from '../../platform/http/public-answer.tsx'
import { get, type Route } from '../../platform/http/route.ts'
import { newCode } from '../../platform/session/session.ts'
import { countConversations } from './conversation-count.store.ts'
import { nothingCounted } from './conversation-counts.ts'
import { type Conversation, openFirst, takesVotes } from './conversation.ts'
import { listConversations } from './conversation.store.ts'
import { ConversationsPage } from './conversations.page.tsx'
import type { Statement } from './statement.ts'
import { StatementRow, StatementsPage } from './statements.page.tsx'
import { conversationOf, heldCode, shownStatements, visitOf } from './voting-visit.routes.ts'
import { type VoteValue, voterCodeLength } from './voter.ts'

/** All conversations of an engagement, and all statements of a conversation. */
export const votingListRoutes: Route[] = [
  get(paths.conversations, 'anyone', (c) => answerRecentPage(c, () => conversationsPage(c))),
  get(paths.statements, 'anyone', showStatements),
]

async function conversationsPage(c: Context) {
  const [db, agency, engagement] = [c.get('db'), c.get('agency'), c.get('engagement')]
  const listed = await listConversations(db, agency.id, engagement.id)
  const conversations = openFirst(listed)
  const counts = await countConversations(
    db,
    agency.id,
    conversations.map((conversation) => conversation.id),
  )
  return (
    <ConversationsPage
      view={c.get('view')}
      agency={agency}
      engagement={engagement}
      conversations={conversations.map((conversation) => ({
        conversation,
        counts: counts.get(conversation.id) ?? nothingCounted,
      }))}
    />
  )
}

async function showStatements(c: Context): Promise<Response> {
  const conversation = await conversationOf(c)
  if (!conversation) return c.notFound()
  const held = heldCode(c, conversation)
  const [shown, visit] = await Promise.all([shownStatements(c, conversation), visitOf(c, conversation, held)])
  const open = takesVotes(conversation, c.get('now'))
  const rows = await Promise.all(
    shown.map((statement) => drawnRow(c, conversation, statement, visit.answered.get(statement.id), open)),
  )
  const joins = !visit.voter
  const joined = held !== undefined && visit.voter && c.req.query('joined') !== undefined ? held : undefined
  const page = (
    <StatementsPage
      view={c.get('view')}
      agency={c.get('agency')}
      engagement={c.get('engagement')}
      conversation={conversation}
      ballot={{ code: joins ? (held ?? newCode(voterCodeLength)) : undefined, joins, embedded: false }}
      rows={rows}
      answered={shown.filter(({ id }) => visit.answered.has(id)).length}
      open={open}
      joined={joined}
    />
  )
  return answerPage(c, page)
}

/** A row looks the same to everyone who gave the same answer, so it is drawn once a second and not for each reader. */
async function drawnRow(
  c: Context,
  conversation: Conversation,
  statement: Statement,
  stands: VoteValue | undefined,
  open: boolean,
): Promise<string> {
  const view = c.get('view')
  const row = async () =>
    String(
      await (
        <StatementRow
          view={view}
          agencyName={c.get('agency').name}
          statement={statement}
          stands={stands}
          open={open}
        />
      ),
    )
  if (c.get('person')) return row()
  const drawn = await c
    .get('services')
    .recent.get(`rows ${conversation.id} ${view.language} ${open}`, () =>
      Promise.resolve(new Map<string, string>()),
    )
  const key = `${statement.id} ${statement.version} ${stands}`
  const known = drawn.get(key)
  if (known !== undefined) return known
  const fresh = await row()
  drawn.set(key, fresh)
  return fresh
}
