import { type Db, inTransaction } from '../../platform/db/database.ts'
import { hashToken, normalCode, sameSecret } from '../../platform/session/session.ts'
import { findPersonByAddress } from './person.store.ts'
import { findHandedCode, findSignInRequest, takeTry, useSignInRequest } from './sign-in-request.store.ts'
import { codeRules } from './sign-in.ts'
import { type Browser, startSession, type StartedSession } from './start-session.action.ts'

export type SignInWithCode =
  | { outcome: 'signed-in'; session: StartedSession; returnTo: string }
  | { outcome: 'wrong'; triesLeft: number }
  /** Asked for in another browser, where the code must be typed. */
  | { outcome: 'other-browser' }
  /** Used, too old, tried too often, or never there. */
  | { outcome: 'over' }

type Typed = {
  requestId: string
  code: string
  /** The secret in this browser's cookie. */ browser: string | undefined
}

/**
 * Signs in with the code that was mailed for this request, or with one that an operator handed over for the same
 * address. A wrong code costs one of five tries, and the count is kept even though nothing else is.
 */
export async function signInWithCode(
  db: Db,
  typed: Typed,
  browser: Browser,
  now: Date,
): Promise<SignInWithCode> {
  const asked = await findSignInRequest(db, typed.requestId)
  if (!asked) return { outcome: 'over' }
  const own = typed.browser !== undefined && asked.browserHash?.equals(hashToken(typed.browser))
  if (!own) return { outcome: 'other-browser' }
  return inTransaction(db, async (db) => {
    const request = await takeTry(db, typed.requestId, now)
    if (!request) return { outcome: 'over' }
    const codeHash = hashToken(normalCode(typed.code))
    const mailed = sameSecret(codeHash.toString('hex'), request.codeHash.toString('hex'))
    const handed = mailed ? undefined : await findHandedCode(db, request.address, codeHash, now)
    const person = mailed || handed ? await findPersonByAddress(db, request.address) : undefined
    if (!person) {
      const triesLeft = codeRules.tries - request.tries
      return triesLeft > 0 ? { outcome: 'wrong', triesLeft } : { outcome: 'over' }
    }
    if (handed && !(await useSignInRequest(db, handed.id, now))) return { outcome: 'over' }
    if (!(await useSignInRequest(db, request.id, now))) return { outcome: 'over' }
    const session = await startSession(db, person, 'code', browser, now)
    return { outcome: 'signed-in', session, returnTo: request.returnTo }
  })
}
