import type { Context } from 'hono'
import { paths } from '../../paths.ts'
import { answerPage, seeOther } from '../../platform/http/answer.tsx'
import { readTyped, type Typed, typedText } from '../../platform/http/form.ts'
import { get, post, type Route } from '../../platform/http/route.ts'
import type { Fault } from '../../ui/components.ts'
import { may, toMay } from '../agencies/permission.ts'
import { signedIn } from '../people/signed-in.ts'
import { dayIn } from './agency-time.ts'
import { changeStatus } from './change-status.action.ts'
import { createEngagement } from './create-engagement.action.ts'
import { NewEngagementPage } from './edit.page.tsx'
import { readNewEngagementForm } from './engagement-form.ts'
import { listEngagements } from './engagement.store.ts'
import { countFollowers } from './follow.store.ts'
import { OverviewPage } from './overview.page.tsx'
import { said } from './said.routes.ts'
import { listComingEntries } from './timeline.store.ts'
import { WorkPage } from './work.page.tsx'

/** An agency's work: all its engagements, a new one, and how one stands. */
export const workRoutes: Route[] = [
  get(paths.work, toMay('see the work'), showWork),
  get(paths.workEngagementNew, toMay('run engagements'), (c) => {
    const agency = c.get('agency')
    const typed = { source: c.get('language'), languages: agency.languages }
    return answerPage(c, <NewEngagementPage view={c.get('view')} agency={agency} typed={typed} />)
  }),
  post(paths.workEngagementNew, toMay('run engagements'), create),
  get(paths.workEngagement, toMay('see the work'), (c) => showOverview(c)),
  get(paths.workEngagementStatus, toMay('run engagements'), (c) =>
    seeOther(c, paths.workEngagement.to(placeOf(c))),
  ),
  post(paths.workEngagementStatus, toMay('run engagements'), decideStatus),
]

function placeOf(c: Context) {
  return { language: c.get('language'), agency: c.get('agency').slug, engagement: c.get('engagement').slug }
}

async function showWork(c: Context): Promise<Response> {
  const [db, agency] = [c.get('db'), c.get('agency')]
  const today = dayIn(agency.timeZone, c.get('now'))
  const [engagements, coming] = [
    await listEngagements(db, agency.id),
    await listComingEntries(db, agency.id, today),
  ]
  const page = (
    <WorkPage
      view={c.get('view')}
      agency={agency}
      seat={c.get('seat')}
      engagements={engagements}
      coming={coming}
      today={today}
    />
  )
  return answerPage(c, page)
}

async function create(c: Context): Promise<Response> {
  const agency = c.get('agency')
  const { typed } = await readTyped(c)
  const form = readNewEngagementForm(typed)
  if (form.outcome === 'faulty') {
    return answerPage(
      c,
      <NewEngagementPage
        view={c.get('view')}
        agency={agency}
        typed={typed}
        faults={said(c, form.problems)}
      />,
      422,
    )
  }
  const engagement = await createEngagement(
    c.get('db'),
    { agency, wish: form.wish, personId: signedIn(c).id },
    c.get('now'),
  )
  return seeOther(
    c,
    paths.workEngagementEdit.to({
      language: c.get('language'),
      agency: agency.slug,
      engagement: engagement.slug,
    }),
  )
}

async function showOverview(
  c: Context,
  faults?: readonly Fault[],
  status: 200 | 409 | 422 = 200,
): Promise<Response> {
  const [db, agency, engagement] = [c.get('db'), c.get('agency'), c.get('engagement')]
  const today = dayIn(agency.timeZone, c.get('now'))
  const coming = (await listComingEntries(db, agency.id, today)).filter(
    (entry) => entry.engagementId === engagement.id,
  )
  const page = (
    <OverviewPage
      view={c.get('view')}
      agency={agency}
      engagement={engagement}
      coming={coming}
      followers={await countFollowers(db, agency.id, engagement.id)}
      today={today}
      mayRun={may(c.get('seat'), 'run engagements')}
      faults={faults}
    />
  )
  return answerPage(c, page, status)
}

function wantedStatus(typed: Typed): 'open' | 'closed' | undefined {
  const to = typedText(typed, 'to')
  return to === 'open' || to === 'closed' ? to : undefined
}

async function decideStatus(c: Context): Promise<Response> {
  const engagement = c.get('engagement')
  const t = c.get('t')
  const next = wantedStatus((await readTyped(c)).typed)
  const refuse = (messages: string[], status: 409 | 422) =>
    showOverview(
      c,
      messages.map((message) => ({ field: '', message })),
      status,
    )
  if (next === undefined) return refuse([t('engagements.faults.status')], 422)
  const { agencyId, id } = engagement
  const result = await changeStatus(
    c.get('db'),
    { agencyId, id, next, personId: signedIn(c).id },
    c.get('now'),
  )
  switch (result.outcome) {
    case 'changed':
      return seeOther(c, paths.workEngagement.to(placeOf(c)))
    case 'incomplete':
      return refuse(
        result.missing.map((need) => t(`engagements.need.${need}`)),
        422,
      )
    case 'keyword-taken':
      return refuse([t('engagements.faults.keywordTaken')], 422)
    case 'not-possible':
      return refuse([t('engagements.faults.statusRace')], 409)
  }
}
