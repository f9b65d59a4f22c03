import type { Context } from 'hono'
import { paths } from '../../paths.ts'
import { seeOther } from '../../platform/http/answer.tsx'
import { clearHostCookie, readHostCookie, setHostCookie } from '../../platform/http/cookie.ts'
import { get, type Route } from '../../platform/http/route.ts'
import { limited } from './answers.tsx'
import { findProvider, listOfferedProviders } from './identity-provider.store.ts'
import { presetOf } from './provider-presets.ts'
import { browserOf, keepSession } from './session-cookie.routes.ts'
import { localPath, signInAllowances } from './sign-in.ts'
import { signInWithProvider, startProviderSignIn } from './sign-in-with-provider.action.ts'

/** Signing in with an account from elsewhere: away to the provider, and back. */
export const providerSignInRoutes: Route[] = [
  // A link and not a form, because our policy for forms does not let them end on another site.
  get(paths.signInProvider, 'anyone', goToProvider),
  get(paths.signInReturn, 'anyone', comeBack),
]

const stateCookie = 'longtable-oidc'

async function goToProvider(c: Context<object, typeof paths.signInProvider.pattern>): Promise<Response> {
  const language = c.get('language')
  const back = paths.signIn.to({ language })
  const refused = await limited(c, 'sign-in-provider', c.get('network'), signInAllowances.tryByNetwork, back)
  if (refused) return refused
  const provider = await findProvider(c.get('db'), c.req.param('provider'))
  if (!provider) return c.notFound()
  const wish = {
    returnAddress: c.get('config').baseUrl + paths.signInReturn.to({}),
    returnTo: localPath(c.req.query('next'), ''),
    language,
    confirming: c.get('person') !== undefined,
  }
  const begun = await startProviderSignIn(c.get('db'), provider, wish, c.get('now'))
  if (begun.outcome === 'reach') {
    c.get('log').warn({ provider: provider.id, error: begun.reason }, 'sign-in provider not reached')
    return seeOther(c, paths.signIn.to({ language }, { problem: 'reach' }))
  }
  setHostCookie(c, stateCookie, begun.state, 10 * 60)
  return seeOther(c, begun.address)
}

async function comeBack(c: Context): Promise<Response> {
  const query = new URL(c.req.url).search
  const returned = new URL(c.get('config').baseUrl + paths.signInReturn.to({}) + query)
  if (!returned.searchParams.has('state')) return beginAnew(c)
  const state = readHostCookie(c, stateCookie)
  clearHostCookie(c, stateCookie)
  const result = await signInWithProvider(c.get('db'), { returned, state }, browserOf(c), c.get('now'))
  switch (result.outcome) {
    case 'signed-in':
      keepSession(c, result.session)
      return seeOther(c, localPath(result.returnTo, paths.account.to({ language: result.language })))
    case 'failed':
      c.get('log').warn({ error: result.reason }, 'sign-in with a provider failed')
      return seeOther(c, paths.signIn.to({ language: result.language }, { problem: 'failed' }))
    case 'outside':
    case 'unknown':
    case 'unverified':
      return seeOther(c, paths.signIn.to({ language: result.language }, { problem: result.outcome }))
    case 'expired':
      return seeOther(c, paths.signIn.to({ language: c.get('language') }, { problem: 'expired' }))
  }
}

/**
 * Portals of Clever and ClassLink send people here without having been asked. Such an answer could be anyone's, so it is
 * not read: the person is sent through a sign-in of our own, which the portal answers at once.
 */
async function beginAnew(c: Context): Promise<Response> {
  const language = c.get('language')
  const fromPortal = (await listOfferedProviders(c.get('db'))).filter(
    (provider) => presetOf(provider.preset).startsAtPortal,
  )
  const only = fromPortal.length === 1 ? fromPortal[0] : undefined
  if (!only || !c.req.query('code')) return seeOther(c, paths.signIn.to({ language }))
  return seeOther(c, paths.signInProvider.to({ language, provider: only.id }))
}
