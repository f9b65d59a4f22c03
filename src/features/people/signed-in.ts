import type { Context } from 'hono'
import { seeOther } from '../../platform/http/answer.tsx'
import { paths } from '../../paths.ts'
import './context.ts'
import type { Person } from './person.ts'
import { isFresh } from './sign-in.ts'

/** The person of a route whose need guarantees one. */
export function signedIn(c: Context): Person {
  const person = c.get('person')
  if (!person) throw new Error(`${c.req.path} was reached without a person; its need should forbid that`)
  return person
}

/**
 * For acts that matter most (giving roles, taking data out, making tokens): undefined when the reader signed in within
 * the last fifteen minutes, else the answer that asks them to confirm and brings them back to `next`.
 */
export function needsFreshSignIn(c: Context, next: string = c.req.path): Response | undefined {
  if (isFresh(c.get('session'), c.get('now'))) return undefined
  return seeOther(c, paths.signIn.to({ language: c.get('language') }, { next, confirm: 'yes' }))
}
