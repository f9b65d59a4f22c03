import type { Context } from 'hono'
import { paths } from '../../paths.ts'
import { answerPage, seeOther } from '../../platform/http/answer.tsx'
import { readTyped, type Typed, typedText } from '../../platform/http/form.ts'
import { get, post, type Route } from '../../platform/http/route.ts'
import { may, toMay } from '../agencies/permission.ts'
import { pageProps, placeOf } from '../comments/work-place.ts'
import { listPeople } from '../people/person.store.ts'
import type { Conversation } from './conversation.ts'
import { moderateStatements } from './moderate-statement.action.ts'
import { nearStatements } from './near-statements.ts'
import { statementFields } from './statement-form.ts'
import { by, conversationHere, doneNotice, readDecision, say } from './statement-requests.routes.ts'
import { type StatementWorkProps, StatementWorkPage } from './statement-work.page.tsx'
import { countVotes, findStatement, listStatements } from './statement.store.ts'
import type { Statement } from './statement.ts'
import { rewriteStatement, wordsStay } from './write-statement.action.ts'

/** One statement for staff: its words in each language, and the decision about it. */
export const oneStatementRoutes: Route[] = [
  get(paths.workStatement, toMay('read comments'), showOne),
  post(paths.workStatement, toMay('run conversations'), rewrite),
  get(paths.workStatementModerate, toMay('read comments'), (c) => {
    const { conversation, statement } = c.req.param()
    return seeOther(c, paths.workStatement.to({ ...placeOf(c), conversation, statement }))
  }),
  post(paths.workStatementModerate, toMay('moderate comments'), decide),
]

function versionOf(typed: Typed): number {
  return Number(/^\d{1,9}$/.exec(typedText(typed, 'version'))?.[0] ?? 0)
}

type One = Context<object, typeof paths.workStatement.pattern>

async function statementHere(
  c: One,
): Promise<{ conversation: Conversation; statement: Statement } | undefined> {
  const conversation = await conversationHere(c, c.req.param('conversation'))
  if (!conversation) return undefined
  const { agencyId, id } = conversation
  const statement = await findStatement(c.get('db'), agencyId, id, c.req.param('statement'))
  return statement && { conversation, statement }
}

async function onePage(
  c: Context,
  { conversation, statement }: { conversation: Conversation; statement: Statement },
  extra: Partial<Pick<StatementWorkProps, 'typed' | 'faults' | 'notice'>>,
  status: 200 | 409 | 422,
) {
  const db = c.get('db')
  const { agencyId, id } = conversation
  const [votes, others, people] = await Promise.all([
    countVotes(db, agencyId, [statement.id]),
    listStatements(db, agencyId, id, ['waiting', 'shown']),
    listPeople(db, statement.moderatedBy === null ? [] : [statement.moderatedBy]),
  ])
  const own = votes.get(statement.id)
  const seat = c.get('seat')
  return answerPage(
    c,
    <StatementWorkPage
      {...pageProps(c)}
      conversation={conversation}
      statement={statement}
      votes={own}
      near={nearStatements(others)(statement)}
      decidedBy={people[0]?.name}
      wordsStay={wordsStay(statement, own ? own.agree + own.disagree + own.pass : 0)}
      may={{
        run: may(seat, 'run conversations'),
        moderate: may(seat, 'moderate comments'),
        themes: may(seat, 'write themes'),
      }}
      {...extra}
      typed={{ ...statementFields(statement.words, c.get('engagement').languages), ...extra.typed }}
    />,
    status,
  )
}

async function showOne(c: One) {
  const here = await statementHere(c)
  if (!here) return c.notFound()
  const notice = c.req.query('done') === 'saved' ? c.get('t')('conversation-work.saved') : undefined
  return onePage(c, here, { notice: notice ? { kind: 'success', text: notice } : doneNotice(c) }, 200)
}

async function rewrite(c: One) {
  const here = await statementHere(c)
  if (!here) return c.notFound()
  const { typed } = await readTyped(c)
  const t = c.get('t')
  const ids = { conversationId: here.conversation.id, statementId: here.statement.id }
  const written = await rewriteStatement(
    c.get('db'),
    by(c),
    { ...ids, version: versionOf(typed) },
    typed,
    c.get('now'),
  )
  switch (written.outcome) {
    case 'saved':
      return seeOther(
        c,
        paths.workStatement.to(
          { ...placeOf(c), conversation: ids.conversationId, statement: ids.statementId },
          { done: 'saved' },
        ),
      )
    case 'faulty':
      return onePage(c, here, { typed, faults: say(t, written.faults) }, 422)
    case 'changed-meanwhile': {
      const theirs = Object.values(written.current.words.texts).map(({ text }) => `“${text}”`)
      const text = t('conversation-work.statement.conflict', { theirs: theirs.join(' · ') })
      return onePage(
        c,
        { ...here, statement: written.current },
        { typed, notice: { kind: 'warning', text } },
        409,
      )
    }
    case 'not-there':
      return c.notFound()
  }
}

async function decide(c: Context<object, typeof paths.workStatementModerate.pattern>) {
  const here = await statementHere(c)
  if (!here) return c.notFound()
  const { typed } = await readTyped(c)
  const decision = readDecision(c.get('t'), typed)
  if ('faults' in decision) return onePage(c, here, { typed, faults: decision.faults }, 422)
  const statements = [{ id: here.statement.id, version: versionOf(typed) }]
  const moderated = await moderateStatements(
    c.get('db'),
    by(c),
    here.conversation.id,
    { ...decision, statements },
    c.get('now'),
  )
  if (moderated.outcome === 'not-there') return c.notFound()
  const skipped = moderated.changedMeanwhile + moderated.unfit
  return seeOther(
    c,
    paths.workStatement.to(
      { ...placeOf(c), conversation: here.conversation.id, statement: here.statement.id },
      { done: moderated.done.length, skipped: skipped || undefined },
    ),
  )
}
