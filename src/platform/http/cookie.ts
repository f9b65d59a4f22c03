import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'

/**
 * Cookies bound to this host. With https they are `__Host-` cookies; on plain http (a laptop, a test) browsers refuse
 * that prefix, so the bare name is used there.
 */
function named(c: Context, name: string): { name: string; secure: boolean } {
  const secure = c.get('config').baseUrl.startsWith('https:')
  return { name: secure ? `__Host-${name}` : name, secure }
}

export function readHostCookie(c: Context, name: string): string | undefined {
  return getCookie(c, named(c, name).name)
}

/** Sets a cookie that scripts cannot read and other sites' forms do not send; `maxAge` in seconds. */
export function setHostCookie(c: Context, name: string, value: string, maxAge: number): void {
  const cookie = named(c, name)
  setCookie(c, cookie.name, value, {
    path: '/',
    httpOnly: true,
    sameSite: 'Lax',
    secure: cookie.secure,
    maxAge,
  })
}

export function clearHostCookie(c: Context, name: string): void {
  const cookie = named(c, name)
  deleteCookie(c, cookie.name, { path: '/', secure: cookie.secure })
}
