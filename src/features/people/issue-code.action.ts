import { type Db, inTransaction } from '../../platform/db/database.ts'
import { newId } from '../../platform/db/id.ts'
import { installation } from '../../platform/audit/audit.ts'
import { recordAct } from '../../platform/audit/audit.store.ts'
import { hashToken, newCode } from '../../platform/session/session.ts'
import type { Person } from './person.ts'
import { findPersonByAddress } from './person.store.ts'
import { addSignInRequest } from './sign-in-request.store.ts'
import { codeRules } from './sign-in.ts'

export type IssueCode = { outcome: 'issued'; code: string; person: Person } | { outcome: 'no-such-person' }

/**
 * A code that the operator of the machine hands to someone, so that nobody is locked out before mail works. It is good
 * in any browser, since the operator cannot know which one it will be typed in; like a mailed one it works once and for
 * ten minutes.
 */
export async function issueCode(db: Db, address: string, now: Date): Promise<IssueCode> {
  return inTransaction(db, async (db) => {
    const person = await findPersonByAddress(db, address)
    if (!person) return { outcome: 'no-such-person' }
    const code = newCode(codeRules.length)
    const request = {
      id: newId(),
      address: person.address,
      codeHash: hashToken(code),
      browserHash: null,
      language: person.language,
      returnTo: '',
    }
    await addSignInRequest(db, request, now)
    const act = { act: 'sign-in code handed out', subjectKind: 'person', subjectId: person.id }
    await recordAct(db, { agencyId: installation, ...act }, now)
    return { outcome: 'issued', code, person }
  })
}
