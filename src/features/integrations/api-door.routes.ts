import type { Context } from 'hono'
import '../agencies/context.ts'
import { answerRevalidated } from '../../platform/http/revalidated.ts'
import type { Allowance } from '../../platform/http/rate-limit.ts'
import { problemBody, type ProblemName, problems } from './api-problem.ts'
import { type ApiToken, readBearer, type Scope, tokenState } from './api-token.ts'
import { findTokenBySecret, noteTokenUse } from './api-token.store.ts'
import type { BodyFault } from './new-comment.ts'

/** How much one network may ask without a token, and one program with its own. */
export const allowances: Record<'network' | 'token', Allowance> = {
  network: { points: 300, seconds: 60 },
  token: { points: 1200, seconds: 60 },
}

/** A problem as RFC 9457 asks. */
export function answerProblem(
  c: Context,
  name: ProblemName,
  more: { detail?: string; errors?: readonly BodyFault[] } = {},
): Response {
  const body = JSON.stringify(problemBody(name, c.get('requestId'), more))
  return c.body(body, problems[name].status, { 'content-type': 'application/problem+json' })
}

/** An answer that everyone may read and keep as long as it has not changed. Pages of other sites may read it too. */
export function answerJson(c: Context, answer: unknown): Response {
  c.header('access-control-allow-origin', '*')
  c.header('access-control-expose-headers', 'ETag, Link, RateLimit, RateLimit-Policy, Retry-After')
  return answerRevalidated(c, JSON.stringify(answer), 'application/json; charset=utf-8')
}

type Admitted =
  { outcome: 'admitted'; token: ApiToken | undefined } | { outcome: 'refused'; answer: Response }

/** Who calls, whether they may, and whether it is too often. Reading needs no token; a wrong one is refused all the same. */
export async function admit(c: Context, scope: Scope): Promise<Admitted> {
  const secret = readBearer(c.req.header('authorization'))
  const found = secret ? await findTokenBySecret(c.get('db'), c.get('agency').id, secret) : undefined
  const token = found && tokenState(found, c.get('now')) === 'active' ? found : undefined
  const crowded = await takeTurn(c, token)
  if (crowded) return { outcome: 'refused', answer: crowded }
  const refused = (name: ProblemName, detail: string): Admitted => {
    c.header(
      'www-authenticate',
      `Bearer realm="Longtable"${name === 'scope-missing' ? `, error="insufficient_scope", scope="${scope}"` : ''}`,
    )
    return { outcome: 'refused', answer: answerProblem(c, name, { detail }) }
  }
  if (secret !== undefined && !token)
    return refused('token-unknown', 'An administrator of the agency can make a new one.')
  if (!token) {
    return scope === 'read'
      ? { outcome: 'admitted', token }
      : refused('token-missing', `Send it as "Authorization: Bearer …", with the scope ${scope}.`)
  }
  if (!token.scopes.includes(scope)) return refused('scope-missing', `The scope that is needed is ${scope}.`)
  await noteTokenUse(c.get('db'), token, c.get('now'))
  return { outcome: 'admitted', token }
}

/** Takes one request from the caller's allowance and says in the headers how many are left; the answer when none is. */
async function takeTurn(c: Context, token: ApiToken | undefined): Promise<Response | undefined> {
  const kind = token ? 'token' : 'network'
  const { points, seconds } = allowances[kind]
  const turn = await c
    .get('services')
    .limits.take(`api-${kind}`, token?.id ?? c.get('network'), { points, seconds })
  c.header('ratelimit-policy', `"${kind}";q=${points};w=${seconds}`)
  if (turn.outcome === 'ok') {
    if (turn.remaining !== undefined)
      c.header('ratelimit', `"${kind}";r=${turn.remaining};t=${turn.seconds ?? seconds}`)
    return undefined
  }
  c.header('ratelimit', `"${kind}";r=0;t=${turn.seconds}`)
  c.header('retry-after', String(turn.seconds))
  return answerProblem(c, 'too-many', { detail: `Come back in ${turn.seconds} seconds.` })
}
