import type { Context } from 'hono'
import { z } from 'zod'
import { paths } from '../../paths.ts'
import { answerPage, seeOther } from '../../platform/http/answer.tsx'
import { type Fault, readForm, typedText } from '../../platform/http/form.ts'
import { get, post, type Route } from '../../platform/http/route.ts'
import { languages } from '../../platform/i18n/language.ts'
import { listSessions, removeSession } from '../../platform/session/session.store.ts'
import { listHeldRoles } from './account.store.ts'
import { accountNews, AccountPage } from './account.page.tsx'
import { said } from '../agencies/said.ts'
import { NameText } from './answers.tsx'
import { ErasedPage, EraseAccountPage } from './erase-account.page.tsx'
import { eraseAccount, whatNeeds } from './erase-account.action.ts'
import { listPasskeys } from './passkey.store.ts'
import { savePerson } from './person.store.ts'
import { forgetSession } from './session-cookie.routes.ts'
import { needsFreshSignIn, signedIn } from './signed-in.ts'

/** What everyone who signs in may do with their own account. */
export const accountRoutes: Route[] = [
  get(paths.account, 'signed-in', (c) => showAccount(c)),
  post(paths.account, 'signed-in', saveAccount),
  post(paths.accountSessionEnd, 'signed-in', endSession),
  get(paths.accountErase, 'signed-in', (c) => showErase(c)),
  post(paths.accountErase, 'signed-in', erase),
]

async function showAccount(
  c: Context,
  faulty?: { typed: { name: string; language: string }; faults: readonly Fault[] },
): Promise<Response> {
  const [db, person] = [c.get('db'), signedIn(c)]
  const told = c.req.query('told')
  const page = (
    <AccountPage
      view={c.get('view')}
      person={person}
      roles={await listHeldRoles(db, person.id)}
      sessions={await listSessions(db, person.id, c.get('now'))}
      currentSession={c.get('session')?.id}
      passkeys={await listPasskeys(db, person.id)}
      typed={faulty?.typed ?? { name: person.name, language: person.language }}
      faults={faulty?.faults}
      news={accountNews.find((known) => known === told)}
    />
  )
  return answerPage(c, page, faulty ? 422 : 200)
}

const AccountForm = z.object({ name: NameText, language: z.enum(languages, 'people.faults.language') })

async function saveAccount(c: Context): Promise<Response> {
  const read = await readForm(c, AccountForm)
  if (read.outcome === 'faulty') {
    const typed = { name: typedText(read.typed, 'name'), language: typedText(read.typed, 'language') }
    return showAccount(c, { typed, faults: said(c, read.faults) })
  }
  await savePerson(c.get('db'), signedIn(c).id, read.value)
  return seeOther(c, paths.account.to({ language: read.value.language }, { told: 'saved' }))
}

async function endSession(c: Context<object, typeof paths.accountSessionEnd.pattern>): Promise<Response> {
  const ended = await removeSession(c.get('db'), signedIn(c).id, c.req.param('session'))
  if (!ended) return c.notFound()
  return seeOther(c, paths.account.to({ language: c.get('language') }, { told: 'session-ended' }))
}

async function showErase(c: Context, faults?: readonly Fault[]): Promise<Response> {
  const stale = needsFreshSignIn(c, paths.accountErase.to({ language: c.get('language') }))
  if (stale) return stale
  const needed = await whatNeeds(c.get('db'), signedIn(c))
  return answerPage(
    c,
    <EraseAccountPage view={c.get('view')} needed={needed} faults={faults} />,
    faults ? 422 : 200,
  )
}

const EraseForm = z.object({ sure: z.literal('yes', 'people.erase.sureMissing') })

async function erase(c: Context): Promise<Response> {
  const stale = needsFreshSignIn(c, paths.accountErase.to({ language: c.get('language') }))
  if (stale) return stale
  const read = await readForm(c, EraseForm)
  if (read.outcome === 'faulty') return showErase(c, said(c, read.faults))
  const result = await eraseAccount(c.get('db'), signedIn(c), c.get('now'))
  if (result.outcome === 'needed') return showErase(c, [])
  forgetSession(c)
  return answerPage(c, <ErasedPage view={{ ...c.get('view'), viewer: undefined }} />)
}
