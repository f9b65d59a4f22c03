import type { Context } from 'hono'
import { paths } from '../../paths.ts'
import { csvStream } from '../../platform/documents/csv-writer.ts'
import { answerPage } from '../../platform/http/answer.tsx'
import { answerRecentPage } from '../../platform/http/public-answer.tsx'
import { get, type Route } from '../../platform/http/route.ts'
import { may, toMay } from '../agencies/permission.ts'
import { pageProps } from '../comments/work-place.ts'
import { type Conversation, showsResults, takesVotes } from './conversation.ts'
import { findConversation } from './conversation.store.ts'
import { streamCounts } from './live-counts.routes.ts'
import { type NoReport, NoReportPage, OpinionReportPage } from './opinion-report.page.tsx'
import {
  findFrozenReport,
  type FrozenReport,
  readOpinionReport,
  readShownReport,
} from './opinion-report.store.ts'
import type { OpinionReport } from './opinion-report.ts'
import { listTakenStatements } from './theme-statement.store.ts'
import { reportColumns } from './report-columns.ts'
import { countModeration } from './moderation-count.store.ts'
import { conversationOf, heldCode, shownStatements, visitOf } from './voting-visit.routes.ts'
import { WorkResultsPage } from './work-results.page.tsx'

/** What a conversation shows: for everyone, as a file, as it happens, and for staff. */
export const opinionReportRoutes: Route[] = [
  get(paths.conversationReport, 'anyone', showReport),
  get(paths.conversationReportCsv, 'anyone', sendTable),
  get(paths.conversationLive, 'anyone', follow),
  get(paths.workConversationResults, toMay('see the work'), showResults),
]

function frameOf(c: Context, conversation: Conversation) {
  return {
    view: c.get('view'),
    agency: c.get('agency'),
    engagement: c.get('engagement'),
    conversation,
  }
}

/** Why this reader may not see results yet; undefined when they may. */
async function refusal(c: Context, conversation: Conversation): Promise<NoReport | undefined> {
  const [statements, visit] = await Promise.all([
    shownStatements(c, conversation),
    conversation.resultsShown === 'after-voting' && conversation.status === 'open'
      ? visitOf(c, conversation, heldCode(c, conversation))
      : undefined,
  ])
  const shown = new Set(statements.map((statement) => statement.id))
  const votes = visit?.votes.filter((vote) => shown.has(vote.statementId)).length ?? 0
  if (showsResults(conversation, { votes, statements: shown.size }, c.get('now'))) return undefined
  if (conversation.status === 'draft') return 'not-open'
  const opens = conversation.opensAt
  if (opens !== null && c.get('now') < opens) return 'not-open'
  return conversation.resultsShown === 'when-closed' ? 'when-closed' : 'after-voting'
}

type Read = { report: OpinionReport; frozen?: FrozenReport } | { why: NoReport }

/** The closing report once there is one, else what everyone may see of the counts so far. */
async function readFor(c: Context, conversation: Conversation): Promise<Read> {
  const db = c.get('db')
  if (conversation.status === 'closed') {
    const frozen = await findFrozenReport(db, conversation.agencyId, conversation.id)
    return frozen ? { report: frozen.report, frozen } : { why: 'preparing' }
  }
  const report = await readShownReport(db, conversation)
  return report ? { report } : { why: 'nothing-counted' }
}

async function showReport(c: Context<object, typeof paths.conversationReport.pattern>): Promise<Response> {
  const conversation = await conversationOf(c)
  if (!conversation) return c.notFound()
  const frame = frameOf(c, conversation)
  const why = await refusal(c, conversation)
  const statements = why === 'after-voting' ? (await shownStatements(c, conversation)).length : 0
  if (why) return answerPage(c, <NoReportPage {...frame} why={why} statements={statements} />)
  return answerRecentPage(c, async () => {
    const read = await readFor(c, conversation)
    if ('why' in read) return <NoReportPage {...frame} why={read.why} statements={0} />
    return <OpinionReportPage {...frame} {...read} live={takesVotes(conversation, c.get('now'))} />
  })
}

async function sendTable(c: Context<object, typeof paths.conversationReportCsv.pattern>): Promise<Response> {
  const conversation = await conversationOf(c)
  if (!conversation || (await refusal(c, conversation))) return c.notFound()
  const read = await readFor(c, conversation)
  if ('why' in read) return c.notFound()
  const { report } = read
  const name = `conversation-${c.get('engagement').slug}-${c.get('language')}.csv`
  return c.body(csvStream(reportColumns(c.get('view'), report), report.statements), 200, {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': `attachment; filename="${name}"`,
  })
}

async function follow(c: Context<object, typeof paths.conversationLive.pattern>): Promise<Response> {
  const conversation = await conversationOf(c)
  if (!conversation || (await refusal(c, conversation))) return c.notFound()
  return streamCounts(c, conversation)
}

async function showResults(
  c: Context<object, typeof paths.workConversationResults.pattern>,
): Promise<Response> {
  const db = c.get('db')
  const agency = c.get('agency')
  const engagement = c.get('engagement')
  const conversation = await findConversation(db, agency.id, engagement.id, c.req.param('conversation'))
  if (!conversation) return c.notFound()
  const mayTake = may(c.get('seat'), 'write themes')
  const [read, frozen, moderation, taken] = await Promise.all([
    readOpinionReport(db, agency, conversation),
    findFrozenReport(db, agency.id, conversation.id),
    countModeration(db, agency.id, conversation.id),
    mayTake ? listTakenStatements(db, agency.id, conversation.id) : undefined,
  ])
  return answerPage(
    c,
    <WorkResultsPage
      {...pageProps(c)}
      conversation={conversation}
      report={frozen?.report ?? read?.report}
      result={read?.result}
      frozen={frozen}
      moderation={moderation}
      taken={taken}
    />,
  )
}
