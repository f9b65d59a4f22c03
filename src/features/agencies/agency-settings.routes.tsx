import type { Context } from 'hono'
import { paths } from '../../paths.ts'
import { answerPage, seeOther } from '../../platform/http/answer.tsx'
import { type Fault, readForm, type Typed } from '../../platform/http/form.ts'
import { get, post, type Route } from '../../platform/http/route.ts'
import { mayStandBelow } from './agency.ts'
import { AgencySettingsPage, ContactPage, typedSettings } from './agency.page.tsx'
import { SettingsForm } from './agency-form.ts'
import { listAgencies } from './agency.store.ts'
import { toMay } from './permission.ts'
import { said } from './said.ts'
import { saveSettings } from './save-agency.action.ts'
import './context.ts'

/** Whom to ask at an agency, and its settings. */
export const settingsRoutes: Route[] = [
  get(paths.agencyContact, 'anyone', (c) =>
    answerPage(c, <ContactPage view={c.get('view')} agency={c.get('agency')} />),
  ),
  get(paths.workAgency, toMay('manage the agency'), (c) => showSettings(c)),
  post(paths.workAgency, toMay('manage the agency'), save),
]

async function showSettings(c: Context, typed?: Typed, faults?: readonly Fault[]): Promise<Response> {
  const agency = c.get('agency')
  const others = await listAgencies(c.get('db'))
  const page = (
    <AgencySettingsPage
      view={c.get('view')}
      agency={agency}
      seat={c.get('seat')}
      parents={others.filter((other) => mayStandBelow(agency.kind, other.kind))}
      typed={typed ?? typedSettings(agency)}
      faults={faults}
      saved={c.req.query('told') === 'saved'}
    />
  )
  return answerPage(c, page, faults ? 422 : 200)
}

async function save(c: Context): Promise<Response> {
  const agency = c.get('agency')
  const read = await readForm(c, SettingsForm)
  if (read.outcome === 'faulty') return showSettings(c, read.typed, said(c, read.faults))
  const by = c.get('seat')!.personId // the route's need guarantees a seat
  const { outcome } = await saveSettings(
    c.get('db'),
    { agencyId: agency.id, settings: read.value, by },
    c.get('now'),
  )
  if (outcome === 'not-a-parent') {
    return showSettings(c, read.typed, said(c, [{ field: 'parentId', message: 'agencies.faults.parent' }]))
  }
  return seeOther(
    c,
    paths.workAgency.to({ language: c.get('language'), agency: agency.slug }, { told: 'saved' }),
  )
}
