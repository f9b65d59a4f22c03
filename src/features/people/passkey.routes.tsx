import type { Context } from 'hono'
import { paths } from '../../paths.ts'
import { seeOther } from '../../platform/http/answer.tsx'
import { readTyped, typedText } from '../../platform/http/form.ts'
import { get, post, type Route } from '../../platform/http/route.ts'
import { limited } from './answers.tsx'
import { MadePasskey, parseAnswer, UsedPasskey } from './passkey.ts'
import { removePasskey } from './passkey.store.ts'
import { offerPasskey, registerPasskey } from './register-passkey.action.ts'
import { browserOf, keepSession } from './session-cookie.routes.ts'
import { localPath, signInAllowances } from './sign-in.ts'
import { askForPasskey, signInWithPasskey } from './sign-in-with-passkey.action.ts'
import { needsFreshSignIn, signedIn } from './signed-in.ts'

/** Passkeys: made and removed on the account page, used on the sign-in page. The script is src/browser/passkey.ts. */
export const passkeyRoutes: Route[] = [
  post(paths.signInPasskeyOptions, 'anyone', sendSignInOptions),
  post(paths.signInPasskey, 'anyone', usePasskey),
  post(paths.accountPasskeyOptions, 'signed-in', sendNewOptions),
  get(paths.accountPasskeys, 'signed-in', (c) =>
    seeOther(c, paths.account.to({ language: c.get('language') })),
  ),
  post(paths.accountPasskeys, 'signed-in', keepPasskey),
  post(paths.accountPasskeyRemove, 'signed-in', takePasskeyAway),
]

const idText = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

async function sendSignInOptions(c: Context): Promise<Response> {
  const back = paths.signIn.to({ language: c.get('language') })
  const refused = await limited(c, 'sign-in-passkey', c.get('network'), signInAllowances.tryByNetwork, back)
  if (refused) return refused
  return c.json(await askForPasskey(c.get('db'), c.get('config').baseUrl, c.get('now')))
}

async function usePasskey(c: Context): Promise<Response> {
  const language = c.get('language')
  const { typed } = await readTyped(c)
  const next = localPath(typedText(typed, 'next'), '')
  const challengeId = typedText(typed, 'challenge')
  const answer = parseAnswer(UsedPasskey, typedText(typed, 'response'))
  const refused = paths.signIn.to({ language }, { problem: 'passkey', next: next || undefined })
  if (!answer || !idText.test(challengeId)) return seeOther(c, refused)
  const given = { baseUrl: c.get('config').baseUrl, challengeId, answer }
  const result = await signInWithPasskey(c.get('db'), given, browserOf(c), c.get('now'))
  if (result.outcome === 'refused') return seeOther(c, refused)
  keepSession(c, result.session)
  return seeOther(c, next || paths.account.to({ language }))
}

async function sendNewOptions(c: Context): Promise<Response> {
  return c.json(await offerPasskey(c.get('db'), signedIn(c), c.get('config').baseUrl, c.get('now')))
}

async function keepPasskey(c: Context): Promise<Response> {
  const language = c.get('language')
  const account = paths.account.to({ language })
  const stale = needsFreshSignIn(c, account)
  if (stale) return stale
  const { typed } = await readTyped(c)
  const challengeId = typedText(typed, 'challenge')
  const answer = parseAnswer(MadePasskey, typedText(typed, 'response'))
  if (!answer || !idText.test(challengeId))
    return seeOther(c, paths.account.to({ language }, { told: 'passkey-problem' }))
  const name = typedText(typed, 'passkeyName').trim().slice(0, 80) || c.get('t')('people.passkeys.unnamed')
  const given = { person: signedIn(c), baseUrl: c.get('config').baseUrl, challengeId, name, answer }
  const { outcome } = await registerPasskey(c.get('db'), given, c.get('now'))
  const told = { kept: 'passkey-kept', known: 'passkey-known', 'not-valid': 'passkey-problem' }[outcome]
  return seeOther(c, paths.account.to({ language }, { told }))
}

async function takePasskeyAway(
  c: Context<object, typeof paths.accountPasskeyRemove.pattern>,
): Promise<Response> {
  const account = paths.account.to({ language: c.get('language') })
  const stale = needsFreshSignIn(c, account)
  if (stale) return stale
  const removed = await removePasskey(c.get('db'), signedIn(c).id, c.req.param('passkey'))
  if (!removed) return c.notFound()
  return seeOther(c, account)
}
