import { installation } from '../../platform/audit/audit.ts'
import { recordAct } from '../../platform/audit/audit.store.ts'
import { type Db, inTransaction } from '../../platform/db/database.ts'
import { addSession, removeSession } from '../../platform/session/session.store.ts'
import { listSeats } from '../agencies/membership.store.ts'
import type { Person } from './person.ts'

/** How someone proved who they are. */
export type SignInMethod = 'code' | 'passkey' | 'provider' | 'set-up' | 'example'

/** The browser in which someone signs in. */
export type Browser = {
  device: string
  /** The session that this browser holds now; it ends, so that a session never outlives a sign-in. */
  replaces?: { id: string; personId: string }
}

export type StartedSession = { token: string; maxAgeSeconds: number }

/** Opens a session for someone who has just proved who they are, with the shorter limits for staff. */
export async function startSession(
  db: Db,
  person: Pick<Person, 'id' | 'isOperator'>,
  method: SignInMethod,
  { device, replaces }: Browser,
  now: Date,
): Promise<StartedSession> {
  return inTransaction(db, async (db) => {
    const isStaff = person.isOperator || (await listSeats(db, person.id)).length > 0
    if (replaces) await removeSession(db, replaces.personId, replaces.id)
    const kind = isStaff ? 'staff' : 'public'
    const { token, id, maxAgeSeconds } = await addSession(
      db,
      { personId: person.id, device, method, kind },
      now,
    )
    const act = { act: 'person signed in', subjectKind: 'session', subjectId: id, details: { method } }
    await recordAct(db, { agencyId: installation, actorId: person.id, ...act }, now)
    return { token, maxAgeSeconds }
  })
}
