import type { Context } from 'hono'
import { z } from 'zod'
import { paths } from '../../paths.ts'
import { answerPage, seeOther } from '../../platform/http/answer.tsx'
import { clearHostCookie, readHostCookie, setHostCookie } from '../../platform/http/cookie.ts'
import { type Fault, readForm, type Typed } from '../../platform/http/form.ts'
import { get, post, type Route } from '../../platform/http/route.ts'
import { languages } from '../../platform/i18n/language.ts'
import { normalCode } from '../../platform/session/session.ts'
import { agencyKinds } from '../agencies/agency.ts'
import { isTimeZone } from '../agencies/time-zones.ts'
import { said } from '../agencies/said.ts'
import { AddressText, limited, NameText } from './answers.tsx'
import { askForExample, enterExample, exampleSlug, setUpAgency } from './set-up.action.ts'
import { ExampleWaitingPage, SetUpDonePage, SetUpPage } from './set-up.page.tsx'
import { needsSetUp } from './set-up.store.ts'
import { browserOf, keepSession } from './session-cookie.routes.ts'
import { signInAllowances } from './sign-in.ts'

/** The first page of a new installation. */
export const setUpRoutes: Route[] = [
  get(paths.setUp, 'anyone', (c) => showSetUp(c)),
  post(paths.setUp, 'anyone', makeAgency),
  get(paths.setUpExample, 'anyone', showExample),
  post(paths.setUpExample, 'anyone', makeExample),
]

const setUpCookie = 'longtable-set-up'
type FaultyForm = { form: 'agency' | 'example'; typed: Typed; faults: readonly Fault[] }

async function showSetUp(c: Context, faulty?: FaultyForm): Promise<Response> {
  const view = c.get('view')
  if (!(await needsSetUp(c.get('db'))))
    return answerPage(c, <SetUpDonePage view={view} />, faulty ? 409 : 200)
  const page = (
    <SetUpPage view={view} typed={faulty?.typed} faults={faulty?.faults} faultyForm={faulty?.form} />
  )
  return answerPage(c, page, faulty ? 422 : 200)
}

const code = z
  .string('people.setUp.codeMissing')
  .trim()
  .min(1, 'people.setUp.codeMissing')
  .max(100, 'people.setUp.codeWrong')
const several = z.preprocess(
  (value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]),
  z
    .array(z.enum(languages, 'people.setUp.languagesMissing'))
    .min(1, 'people.setUp.languagesMissing')
    .max(10, 'people.setUp.languagesMissing'),
)

const AgencyForm = z.object({
  code,
  name: z
    .string('people.setUp.agencyNameMissing')
    .trim()
    .min(1, 'people.setUp.agencyNameMissing')
    .max(120, 'people.faults.nameLong'),
  kind: z.enum(agencyKinds, 'people.setUp.kindMissing'),
  languages: several,
  timeZone: z.string('people.setUp.timeZoneMissing').refine(isTimeZone, 'people.setUp.timeZoneMissing'),
  personName: NameText,
  address: AddressText,
})
const ExampleForm = z.object({ exampleCode: code })

async function makeAgency(c: Context): Promise<Response> {
  const { language, t } = { language: c.get('language'), t: c.get('t') }
  const refused = await refusedByLimit(c)
  if (refused) return refused
  const read = await readForm(c, AgencyForm)
  const again = (faults: readonly Fault[]) => showSetUp(c, { form: 'agency', typed: read.typed, faults })
  if (read.outcome === 'faulty') return again(said(c, read.faults))
  const result = await setUpAgency(c.get('db'), { ...read.value, language }, browserOf(c), c.get('now'))
  switch (result.outcome) {
    case 'ready':
      keepSession(c, result.session)
      return seeOther(c, paths.work.to({ language, agency: result.slug }))
    case 'wrong-code':
      return again([{ field: 'code', message: t('people.setUp.codeWrong') }])
    case 'no-slug':
      return again([{ field: 'name', message: t('people.setUp.agencyNameTaken') }])
    case 'set-up-already':
      return again([])
  }
}

async function makeExample(c: Context): Promise<Response> {
  const { language, t } = { language: c.get('language'), t: c.get('t') }
  const refused = await refusedByLimit(c)
  if (refused) return refused
  const read = await readForm(c, ExampleForm)
  const again = (faults: readonly Fault[]) => showSetUp(c, { form: 'example', typed: read.typed, faults })
  if (read.outcome === 'faulty') return again(said(c, read.faults))
  const { outcome } = await askForExample(c.get('db'), read.value.exampleCode, c.get('now'))
  switch (outcome) {
    case 'asked':
      setHostCookie(c, setUpCookie, normalCode(read.value.exampleCode), 3600)
      return seeOther(c, paths.setUpExample.to({ language }))
    case 'wrong-code':
      return again([{ field: 'exampleCode', message: t('people.setUp.codeWrong') }])
    case 'set-up-already':
      return again([])
  }
}

async function showExample(c: Context): Promise<Response> {
  const language = c.get('language')
  const result = await enterExample(c.get('db'), readHostCookie(c, setUpCookie), browserOf(c), c.get('now'))
  switch (result.outcome) {
    case 'entered':
      keepSession(c, result.session)
      clearHostCookie(c, setUpCookie)
      return seeOther(c, paths.work.to({ language, agency: exampleSlug }))
    case 'not-yours':
      return seeOther(c, paths.setUp.to({ language }))
    case 'failed':
      return answerPage(c, <ExampleWaitingPage view={c.get('view')} failed />)
    case 'not-yet':
      c.header('refresh', '2')
      return answerPage(c, <ExampleWaitingPage view={c.get('view')} failed={false} />)
  }
}

function refusedByLimit(c: Context): Promise<Response | undefined> {
  const back = paths.setUp.to({ language: c.get('language') })
  return limited(c, 'set-up', c.get('network'), signInAllowances.setUpByNetwork, back)
}
