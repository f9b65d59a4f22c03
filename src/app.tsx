import { Hono, type Context } from 'hono'
import { findAgency } from './features/agencies/agency.store.ts'
import { findSeat } from './features/agencies/membership.store.ts'
import { may, type Permission } from './features/agencies/permission.ts'
import './features/agencies/context.ts'
import './features/engagements/context.ts'
import { findEngagement } from './features/engagements/engagement.store.ts'
import './features/people/context.ts'
import { findSignedIn } from './features/people/signed-in.store.ts'
import {
  answerFailure,
  answerForbidden,
  answerNotFound,
  answerTooLarge,
  answerUnavailable,
  forged,
} from './refusals.tsx'
import { csrfToken } from './platform/session/session.ts'
import { readHostCookie } from './platform/http/cookie.ts'
import './platform/http/context.ts'
import { databaseIsAway } from './platform/db/database.ts'
import type { Recent } from './platform/db/recent.ts'
import { seeOther } from './platform/http/answer.tsx'
import { assignRequest, limitBody, secureHeaders } from './platform/http/request.ts'
import type { Route } from './platform/http/route.ts'
import { inAddressOrder } from './platform/http/route.ts'
import type { Services } from './platform/services.ts'
import { paths } from './paths.ts'
import { isLanguage, negotiateLanguage } from './platform/i18n/language.ts'
import { speak } from './platform/i18n/speak.ts'
import { viewOf } from './view-of.ts'

/** A form with a file may be this large; everything else is text and stays far below. */
const largestBody = 20 * 1024 * 1024

/** The web application over these routes. A route that declares no need does not compile. */
export function createApp(services: Services, routes: readonly Route[]): Hono {
  const app = new Hono()
  app.use(assignRequest(services))
  app.use(secureHeaders)
  app.use(limitBody(largestBody, answerTooLarge))
  for (const route of inAddressOrder(routes)) {
    app.on(route.method.toUpperCase(), route.pattern, (c) => serve(c, route))
  }
  app.notFound(async (c) => {
    await welcome(c)
    return answerNotFound(c)
  })
  app.onError((error, c) => {
    if (databaseIsAway(error)) return answerUnavailable(c, error)
    return answerFailure(c, error)
  })
  return app
}

/** From knock to answer: who is it, where do they want to go, may they, and is it really them who sends this form. */
async function serve(c: Context, route: Route): Promise<Response> {
  await welcome(c)
  if (!wellFormed(c)) return answerNotFound(c)
  const place = await enterPlace(c, route)
  if (place === 'not-there') return answerNotFound(c)
  c.set('view', viewOf(c))
  const refusal = admit(c, route)
  if (refusal === 'sign-in')
    return seeOther(c, paths.signIn.to({ language: c.get('language') }, { next: nextAddress(c) }))
  if (refusal === 'forbidden') return answerForbidden(c)
  if (await forged(c, route)) return answerForbidden(c)
  return route.handle(c)
}

/** The reader, their language and what a page needs to greet them. */
async function welcome(c: Context): Promise<void> {
  const prefix = c.req.path.split('/')[1]
  const language = isLanguage(prefix) ? prefix : negotiateLanguage(c.req.header('accept-language'))
  c.set('language', language)
  c.set('t', speak(language))
  c.set('csrf', '')
  c.set('view', viewOf(c))
  const token = readHostCookie(c, 'longtable')
  const found = token ? await findSignedIn(c.get('db'), token, c.get('now')) : undefined
  c.set('person', found?.person)
  c.set('session', found?.session)
  c.set('csrf', found && token ? csrfToken(token) : '')
  c.set('view', viewOf(c))
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
const named = new Set(['language', 'agency', 'engagement', 'code', 'token', 'hash', 'name'])
const slug = /^[a-z0-9-]{1,60}$/

/** Parameters that are ids look like ids; anything else is an address that we do not have. */
function wellFormed(c: Context): boolean {
  const parameters = Object.entries(c.req.param() as Record<string, string>) // as: the router's own record
  return parameters.every(([name, value]) => {
    if (name === 'agency' || name === 'engagement') return slug.test(value)
    // `:code` is a receipt's in some addresses and a codebook entry's id in others; their handlers look closer.
    return named.has(name) ? value.length <= 200 && !value.includes('\u0000') : uuid.test(value)
  })
}

/** Loads the agency and engagement that the address names, with the reader's seat there. */
async function enterPlace(c: Context, route: Route): Promise<'there' | 'not-there'> {
  const db = c.get('db')
  const { agency: agencySlug, engagement: engagementSlug } = c.req.param() as Record<
    string,
    string | undefined
  > // as: the router's own record
  if (agencySlug === undefined) return 'there'
  const person = c.get('person')
  // Visitors share what was read within the last second; whoever is signed in sees their changes at once.
  const read: Recent['get'] = person ? (_, load) => load() : c.get('services').recent.get
  const agency = await read(`agency ${agencySlug}`, () => findAgency(db, agencySlug))
  if (!agency) return 'not-there'
  c.set('agency', agency)
  c.set('seat', person ? await findSeat(db, agency.id, person.id) : undefined)
  if (engagementSlug === undefined) return 'there'
  const engagement = await read(`engagement ${agency.id} ${engagementSlug}`, () =>
    findEngagement(db, agency.id, engagementSlug),
  )
  if (!engagement) return 'not-there'
  const unseen =
    engagement.status === 'draft' && typeof route.need === 'string' && !may(c.get('seat'), 'see the work')
  if (unseen) return 'not-there'
  c.set('engagement', engagement)
  return 'there'
}

function admit(c: Context, { need }: Route): 'welcome' | 'sign-in' | 'forbidden' {
  if (need === 'anyone' || need === 'signed') return 'welcome'
  if (typeof need === 'object' && 'token' in need) return 'welcome' // the API checks its own bearer token
  const person = c.get('person')
  if (!person) return 'sign-in'
  if (need === 'signed-in') return 'welcome'
  if (need === 'operator') return person.isOperator ? 'welcome' : 'forbidden'
  return may(c.get('seat'), need.may as Permission) ? 'welcome' : 'forbidden' // as: toMay made it
}

/** Where to return after signing in: this page, or where the form stood. */
function nextAddress(c: Context): string {
  return c.req.method === 'GET' ? c.req.path : `/${c.get('language')}`
}
