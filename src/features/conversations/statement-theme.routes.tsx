import type { Context } from 'hono'
import { paths } from '../../paths.ts'
import { answerPage, seeOther } from '../../platform/http/answer.tsx'
import { readTyped, type Typed, typedText } from '../../platform/http/form.ts'
import { get, post, type Route } from '../../platform/http/route.ts'
import type { Fault } from '../../ui/components.ts'
import { may, toMay } from '../agencies/permission.ts'
import { pageProps, placeOf } from '../comments/work-place.ts'
import { signedIn } from '../people/signed-in.ts'
import type { ShowEvidence } from '../themes/theme-evidence.ts'
import { listThemes } from '../themes/theme.store.ts'
import { findConversation } from './conversation.store.ts'
import { findConversationResult } from './conversation-result.store.ts'
import { countVotes, findStatement } from './statement.store.ts'
import { StatementsForStaff, StatementsInTheme } from './statements-in-theme.tsx'
import { dropStatement, takeStatement } from './take-statement.action.ts'
import { TakeStatementPage } from './take-statement.page.tsx'
import { figuresNow, longestStatementNote, shownStatements } from './theme-statement.ts'
import { listStatementsOfThemes, listThemesOfStatement } from './theme-statement.store.ts'

/** Taking statements into themes. */
export const statementThemeRoutes: Route[] = [
  get(paths.workStatementTheme, toMay('write themes'), (c) => answerTake(c, c.req.param())),
  post(paths.workStatementTheme, toMay('write themes'), take),
]

/** The statements that a theme rests on, for the pages of themes. */
export const showStatements: ShowEvidence = async (c, theme, reader) => {
  const agency = c.get('agency')
  const statements = await listStatementsOfThemes(c.get('db'), agency.id, [theme.id])
  if (reader === 'staff') {
    const mayTake = may(c.get('seat'), 'write themes')
    return (
      <StatementsForStaff view={c.get('view')} place={placeOf(c)} statements={statements} mayTake={mayTake} />
    )
  }
  return (
    <StatementsInTheme
      view={c.get('view')}
      place={placeOf(c)}
      statements={shownStatements(statements, agency.minimum, c.get('now'))}
    />
  )
}

type Which = { conversation: string; statement: string }
type Trouble = { typed: Typed; faults: readonly Fault[]; status: 409 | 422 }

async function answerTake(c: Context, which: Which, trouble?: Trouble): Promise<Response> {
  const db = c.get('db')
  const { agencyId, engagementId } = ids(c)
  const conversation = await findConversation(db, agencyId, engagementId, which.conversation)
  const statement = conversation && (await findStatement(db, agencyId, conversation.id, which.statement))
  if (!conversation || !statement) return c.notFound()
  const [votes, result, taken, themes] = await Promise.all([
    countVotes(db, agencyId, [statement.id]),
    findConversationResult(db, agencyId, conversation.id),
    listThemesOfStatement(db, agencyId, statement.id),
    listThemes(db, agencyId, engagementId),
  ])
  const page = (
    <TakeStatementPage
      {...pageProps(c)}
      conversation={conversation}
      statement={statement}
      now={figuresNow(votes.get(statement.id), statement, result, c.get('agency').minimum)}
      taken={taken}
      themes={themes}
      typed={trouble?.typed}
      faults={trouble?.faults}
    />
  )
  return answerPage(c, page, trouble?.status ?? 200)
}

function ids(c: Context): { agencyId: string; engagementId: string } {
  return { agencyId: c.get('agency').id, engagementId: c.get('engagement').id }
}

const isId = (text: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text)

async function take(c: Context<object, typeof paths.workStatementTheme.pattern>): Promise<Response> {
  const db = c.get('db')
  const which = { conversation: c.req.param('conversation'), statement: c.req.param('statement') }
  const { typed } = await readTyped(c)
  const here = paths.workStatementTheme.to({ ...placeOf(c), ...which })
  const about = {
    ...ids(c),
    conversationId: which.conversation,
    statementId: which.statement,
    by: signedIn(c).id,
  }
  const drop = typedText(typed, 'drop')
  if (isId(drop)) {
    await dropStatement(db, { ...about, themeId: drop }, c.get('now'))
    return seeOther(c, here)
  }
  const { t } = c.get('view')
  const themeId = typedText(typed, 'theme')
  const refuse = (fault: Fault, status: Trouble['status']) =>
    answerTake(c, which, { typed, faults: [fault], status })
  if (!isId(themeId)) return refuse({ field: 'theme', message: t('opinion-thread.fault.theme') }, 422)
  const note = typedText(typed, 'note').trim()
  const done = await takeStatement(
    db,
    { ...about, themeId, note, minimum: c.get('agency').minimum },
    c.get('now'),
  )
  switch (done.outcome) {
    case 'taken':
    case 'there-already':
      return seeOther(c, here)
    case 'not-shown':
      return refuse({ field: 'theme', message: t('opinion-thread.take.notShown') }, 409)
    case 'no-such-theme':
      return refuse({ field: 'theme', message: t('opinion-thread.fault.theme') }, 422)
    case 'note-too-long': {
      const message = t('opinion-thread.fault.note', { most: longestStatementNote })
      return refuse({ field: 'note', message }, 422)
    }
    case 'not-there':
      return c.notFound()
  }
}
