import type { Context } from 'hono'
import { answerPage } from './platform/http/answer.tsx'
import type { Route } from './platform/http/route.ts'
import { readTyped, typedText } from './platform/http/form.ts'
import { sameSecret } from './platform/session/session.ts'
import { RefusalPage } from './refusal.page.tsx'

function wantsJson(c: Context): boolean {
  return c.req.path.startsWith('/api/')
}

/** RFC 9457: a problem that a program can read. */
function problem(c: Context, status: 403 | 404 | 413 | 500 | 503, title: string): Response {
  return c.json({ type: 'about:blank', title, status, instance: c.get('requestId') }, status, {
    'content-type': 'application/problem+json',
  })
}

export function answerNotFound(c: Context): Response | Promise<Response> {
  if (wantsJson(c)) return problem(c, 404, 'There is nothing at this address')
  return answerPage(
    c,
    <RefusalPage view={c.get('view')} kind="notFound" requestId={c.get('requestId')} />,
    404,
  )
}

export function answerForbidden(c: Context): Response | Promise<Response> {
  if (wantsJson(c)) return problem(c, 403, 'This is not yours to see')
  return answerPage(
    c,
    <RefusalPage view={c.get('view')} kind="forbidden" requestId={c.get('requestId')} />,
    403,
  )
}

export function answerTooLarge(c: Context): Response {
  return c.text('This is larger than 20 MB. Please send a smaller file.', 413)
}

/** What should never happen, said plainly; the log has the rest under the request's id. */
export function answerFailure(c: Context, error: unknown): Response | Promise<Response> {
  c.get('log').error(
    {
      requestId: c.get('requestId'),
      route: c.req.routePath,
      error: String(error),
      stack: error instanceof Error ? error.stack : undefined,
    },
    'failure',
  )
  const view = c.get('view')
  if (wantsJson(c) || !view) return problem(c, 500, 'Something went wrong here')
  return answerPage(c, <RefusalPage view={view} kind="failure" requestId={c.get('requestId')} />, 500)
}

/** The database is starting, or gone for a moment. Nothing was taken, so nothing is lost: try again shortly. */
export function answerUnavailable(c: Context, error: unknown): Response | Promise<Response> {
  c.get('log').warn({ requestId: c.get('requestId'), error: String(error) }, 'database away')
  c.header('retry-after', '3')
  const view = c.get('view')
  if (wantsJson(c) || !view)
    return problem(c, 503, 'The database cannot be reached just now; try again in a moment')
  return answerPage(c, <RefusalPage view={view} kind="unavailable" requestId={c.get('requestId')} />, 503)
}

/**
 * Whether a form comes from elsewhere than our own page (cross-site request forgery). The browser says where a form
 * stood (Sec-Fetch-Site, Origin); someone signed in must also send the token of their session.
 */
export async function forged(c: Context, route: Route): Promise<boolean> {
  if (
    route.method === 'get' ||
    route.need === 'signed' ||
    (typeof route.need === 'object' && 'token' in route.need)
  )
    return false
  const site = c.req.header('sec-fetch-site')
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return true
  const origin = c.req.header('origin')
  const host = c.req.header('host')
  if (origin !== undefined && origin !== 'null' && (!URL.canParse(origin) || new URL(origin).host !== host)) {
    return new URL(c.get('config').baseUrl).origin !== origin
  }
  const csrf = c.get('csrf')
  if (csrf === '') return false
  const sent = c.req.header('x-csrf-token') ?? typedText((await readTyped(c)).typed, 'csrf')
  return !sameSecret(sent, csrf)
}
