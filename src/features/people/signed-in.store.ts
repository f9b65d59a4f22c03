import type { Db } from '../../platform/db/database.ts'
import { sessionLimits } from '../../platform/session/session.ts'
import { findSession, type Session, touchSession } from '../../platform/session/session.store.ts'
import type { Person } from './person.ts'
import { findPerson } from './person.store.ts'
import { listSeats } from '../agencies/membership.store.ts'

/** Who holds this session token, if the session is alive and has not idled too long for what they may do. */
export async function findSignedIn(
  db: Db,
  token: string,
  now: Date,
): Promise<{ person: Person; session: Session } | undefined> {
  const session = await findSession(db, token, now)
  if (!session) return undefined
  const person = await findPerson(db, session.personId)
  if (!person) return undefined
  const idleMinutes = (now.getTime() - session.lastSeenAt.getTime()) / 60_000
  if (idleMinutes > sessionLimits.staff.idleMinutes) {
    const isStaff = person.isOperator || (await listSeats(db, person.id)).length > 0
    if (isStaff || idleMinutes > sessionLimits.public.idleMinutes) return undefined
  }
  await touchSession(db, session, now)
  return { person, session }
}
