import type { Db } from '../../platform/db/database.ts'
import type { Role } from '../agencies/permission.ts'

export type Member = {
  membershipId: string
  personId: string
  name: string
  address: string
  role: Role
  startedAt: Date
}

/** Everyone who holds a role in an agency, by name. */
export async function listMembers(db: Db, agencyId: string): Promise<Member[]> {
  return db
    .selectFrom('membership')
    .innerJoin('person', 'person.id', 'membership.personId')
    .select([
      'membership.id as membershipId',
      'personId',
      'person.name',
      'person.address',
      'role',
      'startedAt',
    ])
    .where('membership.agencyId', '=', agencyId)
    .where('membership.endedAt', 'is', null)
    .orderBy('person.name')
    .orderBy('startedAt')
    .execute()
}

/** How many people may give roles in an agency. Locks them, so that two cannot leave at the same moment. */
export async function countAdministrators(db: Db, agencyId: string): Promise<number> {
  const rows = await db
    .selectFrom('membership')
    .select('id')
    .where('agencyId', '=', agencyId)
    .where('role', '=', 'administrator')
    .where('endedAt', 'is', null)
    .forUpdate()
    .execute()
  return rows.length
}
