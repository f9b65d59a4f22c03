import { installation } from '../../platform/audit/audit.ts'
import { recordAct } from '../../platform/audit/audit.store.ts'
import { type Db, inTransaction } from '../../platform/db/database.ts'
import { removeSessions } from '../../platform/session/session.store.ts'
import {
  endMemberships,
  listSoleAdministrations,
  removeSignInMessages,
  removeTraces,
} from './account.store.ts'
import { removeIdentities } from './identity-provider.store.ts'
import { removePasskeys } from './passkey.store.ts'
import type { Person } from './person.ts'
import { countOperators, savePerson } from './person.store.ts'
import { removeSignInRequests } from './sign-in-request.store.ts'

export type EraseAccount =
  | { outcome: 'erased' }
  /** Someone else must take over first, or an agency would be left without anyone who can give roles. */
  | { outcome: 'needed'; agencies: string[]; asOperator: boolean }

/** What stands in the way of leaving; empty lists when nothing does. */
export async function whatNeeds(
  db: Db,
  person: Person,
): Promise<{ agencies: string[]; asOperator: boolean }> {
  const agencies = await listSoleAdministrations(db, person.id)
  const asOperator = person.isOperator && (await countOperators(db)) === 1
  return { agencies, asOperator }
}

/**
 * Erases an account: name and address go, roles end, sessions, passkeys, outside accounts and unsent comments are removed. The row
 * stays without anything personal, so that what was done under it keeps its thread.
 */
export async function eraseAccount(db: Db, person: Person, now: Date): Promise<EraseAccount> {
  return inTransaction(db, async (db) => {
    const { agencies, asOperator } = await whatNeeds(db, person)
    if (agencies.length > 0 || asOperator) return { outcome: 'needed', agencies, asOperator }
    await removeSessions(db, person.id)
    await removePasskeys(db, person.id)
    await removeIdentities(db, person.id)
    await removeSignInRequests(db, person.address)
    await removeSignInMessages(db, person.address)
    await removeTraces(db, person)
    await endMemberships(db, person.id, now)
    const nobody = {
      name: '',
      address: `erased-${person.id}@erased.invalid`,
      language: 'en',
      isOperator: false,
    } as const
    await savePerson(db, person.id, { ...nobody, erasedAt: now })
    const act = { act: 'account erased', subjectKind: 'person', subjectId: person.id }
    await recordAct(db, { agencyId: installation, actorId: person.id, ...act }, now)
    return { outcome: 'erased' }
  })
}
