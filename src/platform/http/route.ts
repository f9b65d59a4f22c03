import type { Context } from 'hono'

/**
 * Who may use a route. `may` names a line of the permission table; the seat is the person's in the agency of the address.
 * `token` is for the API (the scope that the bearer token must have), `signed` for callers that prove themselves in the handler.
 */
export type Need = 'anyone' | 'signed-in' | 'operator' | { may: string } | { token: string } | 'signed'

export type Answer = Response | Promise<Response>

export type Route = {
  method: 'get' | 'post' | 'put' | 'delete'
  pattern: string
  need: Need
  handle(c: Context): Answer
}

type Patterned<Pattern extends string> = { pattern: Pattern }
// The context knows the parameters of its own address, so a misspelt one does not compile.
type Handler<Pattern extends string> = (c: Context<object, Pattern>) => Answer

function declare(method: Route['method']) {
  return <Pattern extends string>(path: Patterned<Pattern>, need: Need, handle: Handler<Pattern>): Route => ({
    method,
    pattern: path.pattern,
    need,
    handle: handle as unknown as Route['handle'], // as: the router calls it on the very pattern it was declared for
  })
}

export const get = declare('get')
export const post = declare('post')
export const put = declare('put')
export const remove = declare('delete')

/**
 * The routes in the order in which the router must try them: `/comments/enter` before `/comments/:comment`.
 * Literal parts come before parameters, part by part.
 */
export function inAddressOrder(routes: readonly Route[]): Route[] {
  const key = (route: Route) =>
    route.pattern.split('/').map((part) => (part.startsWith(':') ? '1' : '0') + part)
  return [...routes].sort((a, b) => {
    const [left, right] = [key(a), key(b)]
    for (let i = 0; i < Math.min(left.length, right.length); i++) {
      if (left[i] !== right[i]) return left[i]! < right[i]! ? -1 : 1
    }
    return left.length - right.length
  })
}
