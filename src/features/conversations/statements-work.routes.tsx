import type { Context } from 'hono'
import { paths } from '../../paths.ts'
import { answerPage, seeOther } from '../../platform/http/answer.tsx'
import { readTyped, type Typed, typedList, typedText } from '../../platform/http/form.ts'
import { get, post, type Route } from '../../platform/http/route.ts'
import { may, toMay } from '../agencies/permission.ts'
import { pageProps, placeOf } from '../comments/work-place.ts'
import { countConversations } from './conversation-count.store.ts'
import { nothingCounted } from './conversation-counts.ts'
import type { Conversation } from './conversation.ts'
import { moderateStatements, type SeenStatement } from './moderate-statement.action.ts'
import { nearStatements } from './near-statements.ts'
import { by, conversationHere, doneNotice, readDecision, say } from './statement-requests.routes.ts'
import { oneStatementRoutes } from './statement-work.routes.tsx'
import { countVotes, listStatements } from './statement.store.ts'
import type { Statement } from './statement.ts'
import {
  type ListedStatement,
  type StatementFilter,
  statementFilters,
  StatementsPage,
  type StatementsPageProps,
} from './statements-work.page.tsx'
import { writeStatements } from './write-statement.action.ts'

/** Statements for staff: the list and its queue, writing, translating, deciding. */
export const statementWorkRoutes: Route[] = [
  get(paths.workStatements, toMay('read comments'), showList),
  post(paths.workStatements, toMay('read comments'), workOnList),
  ...oneStatementRoutes,
]

const perPage = 50

type Here = Context<object, typeof paths.workStatements.pattern>

async function listPage(
  c: Here,
  conversation: Conversation,
  extra: Pick<StatementsPageProps, 'typed' | 'faults' | 'notice'>,
  status: 200 | 404 | 409 | 422,
) {
  const db = c.get('db')
  const { agencyId, id } = conversation
  const [all, found] = await Promise.all([
    listStatements(db, agencyId, id, ['waiting', 'shown', 'rejected']),
    countConversations(db, agencyId, [id]),
  ])
  const counts = found.get(id) ?? nothingCounted
  const filter = filterOf(c.req.query('state'), counts.waiting)
  const after = Number(/^\d{1,9}$/.exec(c.req.query('after') ?? '')?.[0] ?? -1)
  const fitting = all.filter(({ state, number }) => (filter === 'all' || state === filter) && number > after)
  const page = fitting.slice(0, perPage)
  const seat = c.get('seat')
  const place = { ...placeOf(c), conversation: id }
  return answerPage(
    c,
    <StatementsPage
      {...pageProps(c)}
      conversation={conversation}
      filter={filter}
      statements={await listed(c, page, all)}
      counts={counts}
      first={after >= 0 ? paths.workStatements.to(place, { state: filter }) : undefined}
      next={
        fitting.length > perPage
          ? paths.workStatements.to(place, { state: filter, after: page.at(-1)!.number })
          : undefined
      }
      may={{ run: may(seat, 'run conversations'), moderate: may(seat, 'moderate comments') }}
      {...extra}
    />,
    status,
  )
}

function filterOf(wish: string | undefined, waiting: number): StatementFilter {
  return statementFilters.find((one) => one === wish) ?? (waiting > 0 ? 'waiting' : 'all')
}

async function listed(
  c: Context,
  page: readonly Statement[],
  all: readonly Statement[],
): Promise<ListedStatement[]> {
  const votes = await countVotes(
    c.get('db'),
    c.get('agency').id,
    page.map((statement) => statement.id),
  )
  const near = nearStatements(all.filter(({ state }) => state !== 'rejected'))
  return page.map((statement) => ({
    statement,
    votes: votes.get(statement.id),
    near: near(statement).map(({ number }) => number),
  }))
}

async function showList(c: Here) {
  const conversation = await conversationHere(c, c.req.param('conversation'))
  if (!conversation) return c.notFound()
  return listPage(c, conversation, { notice: doneNotice(c) }, 200)
}

async function workOnList(c: Here) {
  const conversation = await conversationHere(c, c.req.param('conversation'))
  if (!conversation) return c.notFound()
  const { typed } = await readTyped(c)
  return typedText(typed, 'act') === 'write'
    ? write(c, conversation, typed)
    : decideMany(c, conversation, typed)
}

async function write(c: Here, conversation: Conversation, typed: Typed) {
  const t = c.get('t')
  // The same address takes decisions of others; writing is for those who run conversations.
  if (!may(c.get('seat'), 'run conversations')) return c.notFound()
  const written = await writeStatements(c.get('db'), by(c), conversation.id, typed, c.get('now'))
  switch (written.outcome) {
    case 'written':
      return seeOther(
        c,
        paths.workStatements.to(
          { ...placeOf(c), conversation: conversation.id },
          { state: 'all', written: written.statements.length },
        ),
      )
    case 'faulty':
      return listPage(c, conversation, { typed, faults: say(t, written.faults) }, 422)
    case 'closed':
      return listPage(
        c,
        conversation,
        { typed, notice: { kind: 'warning', text: t('conversation-work.statements.closed') } },
        409,
      )
    case 'not-there':
      return c.notFound()
  }
}

/** The statements that were ticked, each with the version that was seen. */
function chosenStatements(typed: Typed): SeenStatement[] {
  return typedList(typed, 'chosen').flatMap((value) => {
    const match = /^([0-9a-f-]{36}):(\d{1,9})$/.exec(value)
    return match ? [{ id: match[1]!, version: Number(match[2]) }] : []
  })
}

async function decideMany(c: Here, conversation: Conversation, typed: Typed) {
  const t = c.get('t')
  if (!may(c.get('seat'), 'moderate comments')) return c.notFound()
  const statements = chosenStatements(typed)
  const decision = readDecision(t, typed)
  const faults = [
    ...(statements.length === 0
      ? [{ field: 'chosen', message: t('conversation-work.faults.noneChosen') }]
      : []),
    ...('faults' in decision ? decision.faults : []),
  ]
  if ('faults' in decision || faults.length > 0) return listPage(c, conversation, { typed, faults }, 422)
  const moderated = await moderateStatements(
    c.get('db'),
    by(c),
    conversation.id,
    { ...decision, statements },
    c.get('now'),
  )
  if (moderated.outcome === 'not-there') return c.notFound()
  const skipped = moderated.changedMeanwhile + moderated.unfit
  return seeOther(
    c,
    paths.workStatements.to(
      { ...placeOf(c), conversation: conversation.id },
      { state: c.req.query('state'), done: moderated.done.length, skipped: skipped || undefined },
    ),
  )
}
