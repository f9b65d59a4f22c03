import { recordAct } from '../../platform/audit/audit.store.ts'
import { type Db, inTransaction } from '../../platform/db/database.ts'
import { removeSessions } from '../../platform/session/session.store.ts'
import { endMembership, findMembership } from '../agencies/membership.store.ts'
import { countAdministrators } from './member.store.ts'

export type EndRole = { outcome: 'ended' } | { outcome: 'last-administrator' } | { outcome: 'not-there' }

/** Ends a role and every session of its holder, so that what they may do changes at once. */
export async function endRole(
  db: Db,
  given: { agencyId: string; membershipId: string; by: string | null },
  now: Date,
): Promise<EndRole> {
  const { agencyId, by } = given
  return inTransaction(db, async (db) => {
    const administrators = await countAdministrators(db, agencyId)
    const membership = await findMembership(db, agencyId, given.membershipId)
    if (!membership || membership.endedAt !== null) return { outcome: 'not-there' }
    if (membership.role === 'administrator' && administrators === 1) return { outcome: 'last-administrator' }
    await endMembership(db, agencyId, membership.id, now)
    await removeSessions(db, membership.personId)
    const act = { act: 'role ended', subjectKind: 'person', subjectId: membership.personId }
    await recordAct(db, { agencyId, actorId: by, ...act, details: { role: membership.role } }, now)
    return { outcome: 'ended' }
  })
}
