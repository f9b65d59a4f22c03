import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context, MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { randomBytes } from 'node:crypto'
import type { Services } from '../services.ts'
import './context.ts'
import { networkOf } from './rate-limit.ts'

/** The caller's network. Behind `trustedProxies` proxies, the address that the outermost trusted one saw. */
function callerNetwork(c: Context, trustedProxies: number): string {
  if (trustedProxies > 0) {
    const hops = (c.req.header('x-forwarded-for') ?? '').split(',').map((hop) => hop.trim())
    const address = hops[hops.length - trustedProxies]
    if (address) return networkOf(address.slice(0, 60))
  }
  try {
    return networkOf(getConnInfo(c).remote.address ?? 'unknown')
  } catch {
    return 'in-process' // tests call the app without a socket
  }
}

/** Gives each request its id, its moment and the services, and writes one line about it when it is answered. */
export function assignRequest(services: Services): MiddlewareHandler {
  return async (c, next) => {
    const started = performance.now()
    const requestId = randomBytes(9).toString('base64url')
    c.set('requestId', requestId)
    c.set('services', services)
    c.set('db', services.db)
    c.set('config', services.config)
    c.set('log', services.log)
    c.set('now', services.now())
    c.set('nonce', randomBytes(16).toString('base64'))
    c.set('network', callerNetwork(c, services.config.trustedProxies))
    c.header('x-request-id', requestId)
    await next()
    services.log.info(
      {
        requestId,
        method: c.req.method,
        route: c.req.routePath,
        status: c.res.status,
        ms: Math.round(performance.now() - started),
      },
      'request',
    )
  }
}

/**
 * Refuses a body that is larger. Where its length is told, Node takes no more than that, so the body is left alone: touching
 * it here would make every request the slow kind, with streams and all.
 */
export function limitBody(
  maxSize: number,
  tooLarge: (c: Context) => Response | Promise<Response>,
): MiddlewareHandler {
  const measured = bodyLimit({ maxSize, onError: tooLarge })
  return (c, next) => {
    const [length, method] = [c.req.header('content-length'), c.req.method]
    const untold = length === undefined || c.req.header('transfer-encoding') !== undefined
    if (method === 'GET' || method === 'HEAD') return next()
    if (untold) return measured(c, next)
    return Number(length) > maxSize ? Promise.resolve(tooLarge(c)) : next()
  }
}

/** Sites that may show the answer in a frame; only what is an origin and nothing else gets into the header. */
function frameAncestors(origins: readonly string[] | undefined): string {
  const allowed = (origins ?? []).filter((origin) => /^https?:\/\/[a-z0-9.-]+(:\d{1,5})?$/i.test(origin))
  return allowed.length ? allowed.join(' ') : "'none'"
}

/** Headers of every answer. Handlers that serve files set a stricter policy themselves. */
export const secureHeaders: MiddlewareHandler = async (c, next) => {
  await next()
  const headers = c.res.headers
  const nonce = c.get('nonce')
  if (!headers.has('content-security-policy')) {
    headers.set(
      'content-security-policy',
      [
        "default-src 'none'",
        `script-src 'nonce-${nonce}'`,
        `style-src 'self' 'nonce-${nonce}'`,
        "img-src 'self' data:",
        "connect-src 'self'",
        "manifest-src 'self'",
        "worker-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        `frame-ancestors ${frameAncestors(c.get('framedBy'))}`,
      ].join('; '),
    )
  }
  headers.set('x-content-type-options', 'nosniff')
  headers.set('referrer-policy', 'same-origin')
  headers.set('cross-origin-opener-policy', 'same-origin')
  headers.set('cross-origin-resource-policy', 'same-origin')
  headers.set('permissions-policy', 'camera=(), microphone=(), geolocation=(), payment=()')
  if (c.get('config').baseUrl.startsWith('https:'))
    headers.set('strict-transport-security', 'max-age=63072000')
  if (!headers.has('cache-control')) headers.set('cache-control', 'no-store')
}
