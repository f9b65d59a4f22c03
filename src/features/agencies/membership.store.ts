import type { Db } from '../../platform/db/database.ts'
import { newId } from '../../platform/db/id.ts'
import type { Role, Seat } from './permission.ts'

type MembershipTable = {
  agencyId: string
  id: string
  personId: string
  role: Role
  startedAt: Date
  endedAt: Date | null
}

declare module '../../platform/db/database.ts' {
  interface Tables {
    membership: MembershipTable
  }
}

export type Membership = MembershipTable

/** The roles that a person holds now in an agency; a seat without roles may do nothing. */
export async function findSeat(db: Db, agencyId: string, personId: string): Promise<Seat> {
  const rows = await db
    .selectFrom('membership')
    .select('role')
    .where('agencyId', '=', agencyId)
    .where('personId', '=', personId)
    .where('endedAt', 'is', null)
    .execute()
  return { agencyId, personId, roles: rows.map((row) => row.role) }
}

/** Every seat of a person, over all agencies. */
export async function listSeats(db: Db, personId: string): Promise<Seat[]> {
  const rows = await db
    .selectFrom('membership')
    .select(['agencyId', 'role'])
    .where('personId', '=', personId)
    .where('endedAt', 'is', null)
    .execute()
  const seats = Map.groupBy(rows, (row) => row.agencyId)
  return [...seats].map(([agencyId, held]) => ({ agencyId, personId, roles: held.map((row) => row.role) }))
}

/** Gives a role; holding it already changes nothing. */
export async function addMembership(
  db: Db,
  { agencyId, personId, role }: { agencyId: string; personId: string; role: Role },
  now: Date,
): Promise<void> {
  await db
    .insertInto('membership')
    .values({ agencyId, id: newId(), personId, role, startedAt: now, endedAt: null })
    .onConflict((conflict) =>
      conflict.columns(['agencyId', 'personId', 'role']).where('endedAt', 'is', null).doNothing(),
    )
    .execute()
}

export async function findMembership(db: Db, agencyId: string, id: string): Promise<Membership | undefined> {
  return db
    .selectFrom('membership')
    .selectAll()
    .where('agencyId', '=', agencyId)
    .where('id', '=', id)
    .executeTakeFirst()
}

export async function endMembership(db: Db, agencyId: string, id: string, now: Date): Promise<void> {
  await db
    .updateTable('membership')
    .set({ endedAt: now })
    .where('agencyId', '=', agencyId)
    .where('id', '=', id)
    .where('endedAt', 'is', null)
    .execute()
}

export async function listMemberships(db: Db, agencyId: string): Promise<Membership[]> {
  return db
    .selectFrom('membership')
    .selectAll()
    .where('agencyId', '=', agencyId)
    .where('endedAt', 'is', null)
    .orderBy('startedAt')
    .execute()
}
