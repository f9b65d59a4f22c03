import type { Context } from 'hono'
import { paths } from '../../paths.ts'
import { answerPage, seeOther } from '../../platform/http/answer.tsx'
import { readTyped, type Typed, typedText } from '../../platform/http/form.ts'
import { get, post, type Route } from '../../platform/http/route.ts'
import type { Fault } from '../../ui/components.ts'
import { toMay } from '../agencies/permission.ts'
import { pageProps, placeOf } from '../comments/work-place.ts'
import { listStatementsOfThemes } from '../conversations/theme-statement.store.ts'
import { signedIn } from '../people/signed-in.ts'
import { shownQuotes } from '../themes/quote.ts'
import { listQuotes } from '../themes/quote.store.ts'
import { sayFaults } from '../themes/say-faults.ts'
import { listCommentsOfThemes } from '../themes/theme.store.ts'
import { readWritten } from '../themes/written-field.ts'
import { findDecision, listDispositions } from './decision.store.ts'
import { missingBeforePublication } from './decision.ts'
import { DispositionPage, FollowUpPage, PublishPage } from './disposition.page.tsx'
import { dispositionLimits, followUps, outcomes, promises } from './disposition.ts'
import { followUpTheme, publishDecision } from './publish-decision.action.ts'
import { countAskingVoters } from './told-voter.store.ts'
import { listUntold } from './told.store.ts'
import { answerTheme } from './write-decision.action.ts'

export const answerThemeRoutes: Route[] = [
  get(paths.workDisposition, toMay('decide'), (c) =>
    answerForm(c, c.req.param('decision'), c.req.param('theme')),
  ),
  post(paths.workDisposition, toMay('decide'), answer),
  get(paths.workDecisionPublish, toMay('decide'), (c) => answerPublish(c, c.req.param('decision'))),
  post(paths.workDecisionPublish, toMay('decide'), publish),
  get(paths.workFollowUp, toMay('decide'), (c) =>
    answerFollowUp(c, c.req.param('decision'), c.req.param('theme')),
  ),
  post(paths.workFollowUp, toMay('decide'), followUp),
]

function ids(c: Context): { agencyId: string; engagementId: string } {
  return { agencyId: c.get('agency').id, engagementId: c.get('engagement').id }
}

/** The decision and its answer to one theme. */
async function findAnswer(c: Context, id: string, themeId: string) {
  const { agencyId, engagementId } = ids(c)
  const decision = await findDecision(c.get('db'), agencyId, engagementId, id)
  const dispositions = decision ? await listDispositions(c.get('db'), agencyId, [id]) : []
  const disposition = dispositions.find((one) => one.themeId === themeId)
  return decision && disposition && { decision, disposition }
}

type Trouble = { typed: Typed; faults?: readonly Fault[]; meanwhile?: boolean }

async function answerForm(c: Context, id: string, themeId: string, trouble?: Trouble): Promise<Response> {
  const found = await findAnswer(c, id, themeId)
  if (!found) return c.notFound()
  const [db, agencyId] = [c.get('db'), c.get('agency').id]
  const [quotes, statements] = await Promise.all([
    listQuotes(db, agencyId, [themeId]),
    listStatementsOfThemes(db, agencyId, [themeId]),
  ])
  const page = (
    <DispositionPage
      {...pageProps(c)}
      {...found}
      quotes={shownQuotes(quotes)}
      statements={statements}
      typed={trouble?.typed}
      faults={trouble?.faults}
      meanwhile={trouble?.meanwhile ? found.disposition : undefined}
    />
  )
  return answerPage(c, page, trouble?.meanwhile ? 409 : trouble ? 422 : 200)
}

async function answer(c: Context<object, typeof paths.workDisposition.pattern>): Promise<Response> {
  const [id, themeId] = [c.req.param('decision'), c.req.param('theme')]
  const found = await findAnswer(c, id, themeId)
  if (!found) return c.notFound()
  const { typed } = await readTyped(c)
  const sourceStays = found.decision.status === 'published'
  const outcome = outcomes.find((one) => one === typedText(typed, 'outcome')) ?? null
  const rule = {
    name: 'reason',
    before: found.disposition.reason,
    most: dispositionLimits.reason,
    missing: 'decisions.fault.reason',
    sourceStays,
  }
  const { value: reason, faults } = readWritten(typed, rule, c.get('engagement').languages)
  if (outcome === null && !sourceStays)
    faults.unshift({ field: 'outcome', message: 'decisions.fault.outcome' })
  if (faults.length > 0) return answerForm(c, id, themeId, { typed, faults: sayFaults(c.get('t'), faults) })
  const version = Number(typedText(typed, 'version')) || 0
  const done = await answerTheme(
    c.get('db'),
    { ...ids(c), by: signedIn(c).id, id, version, themeId, outcome, reason },
    c.get('now'),
  )
  switch (done.outcome) {
    case 'saved':
      return seeOther(c, `${paths.workDecision.to({ ...placeOf(c), decision: id })}#${themeId}`)
    case 'changed-meanwhile':
      return answerForm(c, id, themeId, { typed, meanwhile: true })
    case 'not-there':
      return c.notFound()
  }
}

async function answerPublish(c: Context, id: string, changed = false): Promise<Response> {
  const db = c.get('db')
  const { agencyId, engagementId } = ids(c)
  const decision = await findDecision(db, agencyId, engagementId, id)
  if (!decision) return c.notFound()
  if (decision.status === 'published')
    return seeOther(c, paths.workDecision.to({ ...placeOf(c), decision: id }))
  const dispositions = await listDispositions(db, agencyId, [id])
  const themeIds = dispositions.map((one) => one.themeId)
  const voices = await listCommentsOfThemes(db, agencyId, engagementId, themeIds)
  const voters = await countAskingVoters(db, agencyId, themeIds)
  const authors = await listUntold(
    db,
    agencyId,
    voices.map((voice) => voice.commentId),
    { decisionId: id },
  )
  const missing = missingBeforePublication(decision, dispositions)
  const page = (
    <PublishPage
      {...pageProps(c)}
      decision={decision}
      dispositions={dispositions}
      missing={missing}
      authors={authors.length}
      voters={voters}
      changed={changed}
    />
  )
  return answerPage(c, page, changed || missing.length > 0 ? 409 : 200)
}

async function publish(c: Context<object, typeof paths.workDecisionPublish.pattern>): Promise<Response> {
  const id = c.req.param('decision')
  const { typed } = await readTyped(c)
  const version = Number(typedText(typed, 'version')) || 0
  const done = await publishDecision(
    c.get('db'),
    { ...ids(c), by: signedIn(c).id, id, version },
    c.get('now'),
  )
  switch (done.outcome) {
    case 'published':
    case 'published-already':
      return seeOther(c, paths.workDecision.to({ ...placeOf(c), decision: id }))
    case 'missing':
      return answerPublish(c, id)
    case 'changed-meanwhile':
      return answerPublish(c, id, true)
    case 'not-there':
      return c.notFound()
  }
}

async function answerFollowUp(c: Context, id: string, themeId: string, trouble?: Trouble): Promise<Response> {
  const found = await findAnswer(c, id, themeId)
  if (!found || found.decision.status !== 'published' || !promises(found.disposition)) return c.notFound()
  return answerPage(
    c,
    <FollowUpPage {...pageProps(c)} {...found} typed={trouble?.typed} faults={trouble?.faults} />,
    trouble ? 422 : 200,
  )
}

async function followUp(c: Context<object, typeof paths.workFollowUp.pattern>): Promise<Response> {
  const [id, themeId] = [c.req.param('decision'), c.req.param('theme')]
  const found = await findAnswer(c, id, themeId)
  if (!found) return c.notFound()
  const { typed } = await readTyped(c)
  const said = followUps.find((one) => one === typedText(typed, 'followUp'))
  const rule = {
    name: 'note',
    before: found.disposition.followUpNote,
    most: dispositionLimits.note,
    missing: 'decisions.fault.note',
  }
  const { value: note, faults } = readWritten(typed, rule, c.get('engagement').languages)
  if (said === undefined) faults.unshift({ field: 'followUp', message: 'decisions.fault.followUp' })
  if (said === undefined || faults.length > 0)
    return answerFollowUp(c, id, themeId, { typed, faults: sayFaults(c.get('t'), faults) })
  const done = await followUpTheme(
    c.get('db'),
    { ...ids(c), by: signedIn(c).id, id, themeId, followUp: said, note },
    c.get('now'),
  )
  switch (done.outcome) {
    case 'saved':
    case 'followed-up-already':
      return seeOther(c, `${paths.workDecision.to({ ...placeOf(c), decision: id })}#${themeId}`)
    case 'nothing-promised':
    case 'not-there':
      return c.notFound()
  }
}
