import type { Context } from 'hono'
import { z } from 'zod'
import { paths } from '../../paths.ts'
import { answerPage, seeOther } from '../../platform/http/answer.tsx'
import { readForm, typedText } from '../../platform/http/form.ts'
import { get, post, type Route } from '../../platform/http/route.ts'
import { hashToken } from '../../platform/session/session.ts'
import { removeSession } from '../../platform/session/session.store.ts'
import { said } from '../agencies/said.ts'
import { AddressText, limited } from './answers.tsx'
import { listOfferedProviders } from './identity-provider.store.ts'
import { requestSignInCode } from './request-sign-in-code.action.ts'
import {
  browserOf,
  browserSecret,
  forgetSession,
  keepBrowserSecret,
  keepSession,
} from './session-cookie.routes.ts'
import { findSignInRequest } from './sign-in-request.store.ts'
import { CodeOverPage, CodePage, type ProviderProblem, SignInPage } from './sign-in.page.tsx'
import { codeRules, localPath, signInAllowances } from './sign-in.ts'
import { signInWithCode } from './sign-in-with-code.action.ts'
import type { Fault } from '../../ui/fault.ts'

/** Asking for a code, typing it in, and signing out. */
export const codeRoutes: Route[] = [
  get(paths.signIn, 'anyone', (c) => showSignIn(c)),
  post(paths.signIn, 'anyone', askForCode),
  get(paths.signInCode, 'anyone', showCodeBox),
  post(paths.signInCode, 'anyone', typeCode),
  post(paths.signOut, 'anyone', signOut),
]

const providerProblems: readonly ProviderProblem[] = [
  'failed',
  'unknown',
  'unverified',
  'outside',
  'reach',
  'expired',
]

type Shown = { address?: string; faults?: readonly Fault[]; next?: string; confirm?: string }

async function showSignIn(c: Context, shown: Shown = {}, status: 200 | 422 = 200): Promise<Response> {
  const language = c.get('language')
  const person = c.get('person')
  const next = localPath(shown.next ?? c.req.query('next'), '')
  const confirming = person !== undefined && (shown.confirm ?? c.req.query('confirm')) === 'yes'
  if (person && !confirming) return seeOther(c, next || paths.account.to({ language }))
  const problem = c.req.query('problem')
  const page = (
    <SignInPage
      view={c.get('view')}
      next={next}
      address={shown.address ?? person?.address ?? ''}
      faults={shown.faults}
      confirming={confirming}
      providers={await listOfferedProviders(c.get('db'))}
      providerProblem={providerProblems.find((known) => known === problem)}
      passkeyProblem={problem === 'passkey'}
      mails={c.get('services').mail !== undefined}
    />
  )
  return answerPage(c, page, status)
}

const AskForm = z.object({
  address: AddressText,
  next: z.string().max(2000).catch('').default(''),
  confirm: z.string().optional(),
})

async function askForCode(c: Context): Promise<Response> {
  const form = await readForm(c, AskForm)
  const language = c.get('language')
  const [next, confirm] = [typedText(form.typed, 'next'), typedText(form.typed, 'confirm')]
  if (form.outcome === 'faulty') {
    const typed = { address: typedText(form.typed, 'address'), next, confirm }
    return showSignIn(c, { ...typed, faults: said(c, form.faults) }, 422)
  }
  const { address } = form.value
  const signInHref = paths.signIn.to({ language }, { next: localPath(next, '') || undefined })
  const refused =
    (await limited(c, 'sign-in-network', c.get('network'), signInAllowances.askByNetwork, signInHref)) ??
    // By hash, so that the table of limits does not become a list of addresses.
    (await limited(
      c,
      'sign-in-address',
      hashToken(address.toLowerCase()).toString('hex'),
      signInAllowances.askByAddress,
      signInHref,
    ))
  if (refused) return refused
  const { requestId } = await requestSignInCode(
    c.get('db'),
    {
      address,
      language,
      returnTo: localPath(next, ''),
      browser: keepBrowserSecret(c),
      addressOfPage: (request) => c.get('config').baseUrl + paths.signInCode.to({ language, request }),
    },
    c.get('now'),
  )
  return seeOther(c, paths.signInCode.to({ language, request: requestId }))
}

async function showCodeBox(c: Context<object, typeof paths.signInCode.pattern>): Promise<Response> {
  const request = await findSignInRequest(c.get('db'), c.req.param('request'))
  const signInHref = paths.signIn.to({ language: c.get('language') })
  // Ids of requests that never were look like used ones, so that nobody can ask which exist.
  const over =
    !request ||
    request.usedAt !== null ||
    request.expiresAt <= c.get('now') ||
    request.tries >= codeRules.tries
  if (over) return answerPage(c, <CodeOverPage view={c.get('view')} signInHref={signInHref} />)
  return showCode(c, request.id, request.address, request.browserHash)
}

function showCode(
  c: Context,
  requestId: string,
  address: string,
  browserHash: Buffer | null,
  faults?: readonly Fault[],
): Promise<Response> {
  const secret = browserSecret(c)
  const own = secret !== undefined && browserHash?.equals(hashToken(secret))
  const page = (
    <CodePage
      view={c.get('view')}
      requestId={requestId}
      address={own ? address : undefined}
      faults={faults}
      mails={c.get('services').mail !== undefined}
      signInHref={paths.signIn.to({ language: c.get('language') })}
    />
  )
  return answerPage(c, page, faults ? 422 : 200)
}

const CodeForm = z.object({
  code: z.string('people.code.missing').trim().min(1, 'people.code.missing').max(100, 'people.code.long'),
})

async function typeCode(c: Context<object, typeof paths.signInCode.pattern>): Promise<Response> {
  const db = c.get('db')
  const language = c.get('language')
  const requestId = c.req.param('request')
  const signInHref = paths.signIn.to({ language })
  const refused = await limited(
    c,
    'sign-in-code',
    c.get('network'),
    signInAllowances.tryByNetwork,
    signInHref,
  )
  if (refused) return refused
  const again = async (faults: readonly Fault[]) => {
    const request = await findSignInRequest(db, requestId)
    if (!request) return answerPage(c, <CodeOverPage view={c.get('view')} signInHref={signInHref} />, 410)
    return showCode(c, requestId, request.address, request.browserHash, faults)
  }
  const form = await readForm(c, CodeForm)
  if (form.outcome === 'faulty') return again(said(c, form.faults))
  const typed = { requestId, code: form.value.code, browser: browserSecret(c) }
  const result = await signInWithCode(db, typed, browserOf(c), c.get('now'))
  switch (result.outcome) {
    case 'signed-in':
      keepSession(c, result.session)
      return seeOther(c, localPath(result.returnTo, paths.account.to({ language })))
    case 'wrong':
      return again([{ field: 'code', message: c.get('t')('people.code.wrong', { count: result.triesLeft }) }])
    case 'other-browser':
      return again([])
    case 'over':
      return answerPage(c, <CodeOverPage view={c.get('view')} signInHref={signInHref} />, 410)
  }
}

async function signOut(c: Context): Promise<Response> {
  const session = c.get('session')
  if (session) await removeSession(c.get('db'), session.personId, session.id)
  forgetSession(c)
  return seeOther(c, paths.home.to({ language: c.get('language') }))
}
