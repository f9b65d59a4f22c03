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

/** Takes back what `setVisitCookie` set, also the one that a browser keeps for a page in a frame. */
export function clearVisitCookie(c: Context, name: string): void {
  clearHostCookie(c, name)
  const cookie = named(c, name)
  if (!cookie.secure) return
  const inFrame = { path: '/', httpOnly: true, sameSite: 'None', secure: true, partitioned: true } as const
  setCookie(c, cookie.name, '', { ...inFrame, maxAge: 0 })
}

/**
 * Sets a cookie that says nothing about who someone is, only that they were here before. `framed` for pages that stand in
 * the frame of another site: the browser then keeps it for that site alone, where it keeps it at all (CHIPS); on plain
 * http no browser would, and the ordinary one is sent.
 */
export function setVisitCookie(
  c: Context,
  name: string,
  value: string,
  maxAge: number,
  { framed = false }: { framed?: boolean } = {},
): void {
  const cookie = named(c, name)
  if (!framed || !cookie.secure) return setHostCookie(c, name, value, maxAge)
  const inFrame = { path: '/', httpOnly: true, sameSite: 'None', secure: true, partitioned: true } as const
  setCookie(c, cookie.name, value, { ...inFrame, maxAge })
}
