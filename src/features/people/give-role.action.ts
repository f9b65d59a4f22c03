import { recordAct } from '../../platform/audit/audit.store.ts'
import { type Db, inTransaction } from '../../platform/db/database.ts'
import { newId } from '../../platform/db/id.ts'
import type { Language } from '../../platform/i18n/language.ts'
import { addMessage } from '../../platform/mail/message.store.ts'
import { removeSessions } from '../../platform/session/session.store.ts'
import type { Agency } from '../agencies/agency.ts'
import { addMembership, findSeat } from '../agencies/membership.store.ts'
import type { Role } from '../agencies/permission.ts'
import { roleGivenEmail } from './role-given.email.ts'
import type { Person } from './person.ts'
import { addPerson, findPersonByAddress } from './person.store.ts'

export type GiveRole = { outcome: 'given'; person: Person } | { outcome: 'held-already'; person: Person }

type Gift = {
  agency: Agency
  name: string
  address: string
  role: Role
  /** The language of a person who is new here. */
  language: Language
  /** Who gives it; null on the command line. */
  by: string | null
  signInAddress: string
}

/**
 * Gives someone a role, making their account if they have none, and tells them by mail. Whoever gains a role signs in
 * anew: a session opened with less power does not grow.
 */
export async function giveRole(db: Db, gift: Gift, now: Date): Promise<GiveRole> {
  const { agency, role, by } = gift
  return inTransaction(db, async (db) => {
    const known = await findPersonByAddress(db, gift.address)
    const person: Person = known ?? {
      id: newId(),
      name: gift.name,
      address: gift.address,
      language: gift.language,
      isOperator: false,
      createdAt: now,
      erasedAt: null,
    }
    if (!known) await addPerson(db, person)
    const seat = await findSeat(db, agency.id, person.id)
    if (seat.roles.includes(role)) return { outcome: 'held-already', person }
    await addMembership(db, { agencyId: agency.id, personId: person.id, role }, now)
    // The giver keeps their own session when they give themselves a role; they have just confirmed that it is them.
    if (person.id !== by) await removeSessions(db, person.id)
    const { language } = person
    const email = roleGivenEmail({
      language,
      name: person.name,
      agency: agency.name,
      role,
      signInAddress: gift.signInAddress,
    })
    const message = {
      agencyId: agency.id,
      channel: 'mail' as const,
      kind: 'notice' as const,
      toAddress: person.address,
      language,
      ...email,
      onceKey: `role ${role} ${person.id} ${now.toISOString()}`,
      aboutKind: 'person',
      aboutId: person.id,
    }
    await addMessage(db, message, now)
    const act = { act: 'role given', subjectKind: 'person', subjectId: person.id, details: { role } }
    await recordAct(db, { agencyId: agency.id, actorId: by, ...act }, now)
    return { outcome: 'given', person }
  })
}
