import type { Context } from 'hono'
import { clearHostCookie, readHostCookie, setHostCookie } from '../../platform/http/cookie.ts'
import { newToken } from '../../platform/session/session.ts'
import './context.ts'
import { deviceName } from './sign-in.ts'
import type { Browser, StartedSession } from './start-session.action.ts'

const sessionCookie = 'longtable'
const browserCookie = 'longtable-browser'

/** Puts a new session into the reader's browser. */
export function keepSession(c: Context, { token, maxAgeSeconds }: StartedSession): void {
  setHostCookie(c, sessionCookie, token, maxAgeSeconds)
}

export function forgetSession(c: Context): void {
  clearHostCookie(c, sessionCookie)
}

/** The browser of this request, with the session it holds now. */
export function browserOf(c: Context): Browser {
  const session = c.get('session')
  const replaces = session && { id: session.id, personId: session.personId }
  return { device: deviceName(c.req.header('user-agent')), replaces }
}

/** The secret by which a browser is known before anyone has signed in there. */
export function browserSecret(c: Context): string | undefined {
  return readHostCookie(c, browserCookie)
}

/** The same, made now if this browser has none; it lasts for an hour. */
export function keepBrowserSecret(c: Context): string {
  const known = browserSecret(c)
  const secret = known && /^[\w-]{43}$/.test(known) ? known : newToken()
  setHostCookie(c, browserCookie, secret, 3600)
  return secret
}
