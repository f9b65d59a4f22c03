import type { Context } from 'hono'
import { paths } from '../../paths.ts'
import { answerPage, seeOther } from '../../platform/http/answer.tsx'
import { readTyped, type Typed, typedText } from '../../platform/http/form.ts'
import { get, post, type Route } from '../../platform/http/route.ts'
import { languageNames } from '../../platform/i18n/language.ts'
import type { Fault } from '../../ui/components.ts'
import { may, toMay } from '../agencies/permission.ts'
import { signedIn } from '../people/signed-in.ts'
import { dayIn } from './agency-time.ts'
import type { Difference } from './conflict.page.tsx'
import { differingFields, formLanguages } from './engagement-form.ts'
import { countFollowers } from './follow.store.ts'
import { textField } from './form-fields.ts'
import { said } from './said.routes.ts'
import { addEntry, cancelEntry, saveEntry } from './save-timeline-entry.action.ts'
import { WorkTimelineEntryPage, WorkTimelinePage } from './timeline-work.page.tsx'
import { findTimelineEntry, listTimeline } from './timeline.store.ts'
import type { TimelineEntry } from './timeline.ts'
import { readTimelineForm, timelineFields } from './timeline-form.ts'

/** Keeping the timeline: dates added, changed, called off. */
export const workTimelineRoutes: Route[] = [
  get(paths.workTimeline, toMay('see the work'), (c) => showTimeline(c)),
  post(paths.workTimeline, toMay('run engagements'), add),
  get(paths.workTimelineEntry, toMay('run engagements'), async (c) => {
    const entry = await entryOf(c, c.req.param('entry'))
    return entry ? showEntry(c, entry, timelineFields(entry, c.get('agency').timeZone)) : c.notFound()
  }),
  post(paths.workTimelineEntry, toMay('run engagements'), change),
]

function placeOf(c: Context) {
  return { language: c.get('language'), agency: c.get('agency').slug, engagement: c.get('engagement').slug }
}

function authorOf(c: Context) {
  return {
    engagement: c.get('engagement'),
    personId: signedIn(c).id,
    today: dayIn(c.get('agency').timeZone, c.get('now')),
  }
}

function entryOf(c: Context, id: string): Promise<TimelineEntry | undefined> {
  const { agencyId, id: engagementId } = c.get('engagement')
  return findTimelineEntry(c.get('db'), agencyId, engagementId, id)
}

async function showTimeline(c: Context, typed: Typed = {}, faults?: Fault[]): Promise<Response> {
  const [db, agency, engagement] = [c.get('db'), c.get('agency'), c.get('engagement')]
  const page = (
    <WorkTimelinePage
      view={c.get('view')}
      agency={agency}
      engagement={engagement}
      entries={await listTimeline(db, agency.id, engagement.id)}
      today={dayIn(agency.timeZone, c.get('now'))}
      followers={await countFollowers(db, agency.id, engagement.id)}
      mayRun={may(c.get('seat'), 'run engagements')}
      typed={typed}
      faults={faults}
    />
  )
  return answerPage(c, page, faults ? 422 : 200)
}

function showEntry(
  c: Context,
  entry: TimelineEntry,
  typed: Typed,
  { faults, differences }: { faults?: Fault[]; differences?: Difference[] } = {},
): Promise<Response> {
  const page = (
    <WorkTimelineEntryPage
      view={c.get('view')}
      agency={c.get('agency')}
      engagement={c.get('engagement')}
      entry={entry}
      typed={typed}
      faults={faults}
      differences={differences}
    />
  )
  return answerPage(c, page, differences ? 409 : faults ? 422 : 200)
}

async function add(c: Context): Promise<Response> {
  const { typed } = await readTyped(c)
  const form = readTimelineForm(
    undefined,
    formLanguages(c.get('engagement')),
    typed,
    c.get('agency').timeZone,
  )
  if (form.outcome === 'faulty') return showTimeline(c, typed, said(c, form.problems))
  const entry = await addEntry(c.get('db'), { ...authorOf(c), changes: form.changes }, c.get('now'))
  return seeOther(c, `${paths.workTimeline.to(placeOf(c))}#entry-${entry.id}`)
}

async function change(c: Context<object, typeof paths.workTimelineEntry.pattern>): Promise<Response> {
  const entry = await entryOf(c, c.req.param('entry'))
  if (!entry) return c.notFound()
  const { typed } = await readTyped(c)
  const act = typedText(typed, 'act')
  const back = `${paths.workTimeline.to(placeOf(c))}#entry-${entry.id}`
  if (act === 'cancel' || act === 'restore') {
    const wish = { ...authorOf(c), entryId: entry.id, cancelled: act === 'cancel' }
    await cancelEntry(c.get('db'), wish, c.get('now'))
    return seeOther(c, back)
  }
  const form = readTimelineForm(entry, formLanguages(c.get('engagement')), typed, c.get('agency').timeZone)
  if (form.outcome === 'faulty') return showEntry(c, entry, typed, { faults: said(c, form.problems) })
  const sequence = Number(/^\d{1,9}$/.exec(typedText(typed, 'sequence'))?.[0] ?? -1)
  const result = await saveEntry(
    c.get('db'),
    { ...authorOf(c), entryId: entry.id, sequence, changes: form.changes },
    c.get('now'),
  )
  switch (result.outcome) {
    case 'saved':
    case 'unchanged':
      return seeOther(c, back)
    case 'no-such-entry':
      return c.notFound()
    case 'changed-meanwhile': {
      const differences = differencesOf(c, typed, result.current)
      return showEntry(
        c,
        result.current,
        { ...typed, sequence: String(result.current.sequence) },
        { differences },
      )
    }
  }
}

function differencesOf(c: Context, typed: Typed, current: TimelineEntry): Difference[] {
  const t = c.get('t')
  const labels = new Map<string, string>()
  for (const language of formLanguages(c.get('engagement'))) {
    labels.set(textField('title', language), `${t('engagements.timeline.what')} (${languageNames[language]})`)
    labels.set(
      textField('detail', language),
      `${t('engagements.timeline.detail')} (${languageNames[language]})`,
    )
  }
  for (const field of ['day', 'starts', 'ends', 'place', 'takesPart'] as const)
    labels.set(field, t(`engagements.timeline.${field}`))
  const words = (text: string) => (text === 'yes' ? t('engagements.overview.yes') : text)
  return differingFields(typed, timelineFields(current, c.get('agency').timeZone), [...labels.keys()]).map(
    ({ field, typed: yours, now: theirs }) => ({
      label: labels.get(field) ?? field,
      theirs: words(theirs),
      yours: words(yours),
    }),
  )
}
