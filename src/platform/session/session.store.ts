import type { Db } from '../db/database.ts'
import { newId } from '../db/id.ts'
import { hashToken, newToken, type SessionKind, sessionLimits } from './session.ts'

type SessionTable = {
  id: string
  tokenHash: Buffer
  personId: string
  device: string
  method: string
  createdAt: Date
  lastSeenAt: Date
  confirmedAt: Date
  expiresAt: Date
}

declare module '../db/database.ts' {
  interface Tables {
    session: SessionTable
  }
}

export type Session = Omit<SessionTable, 'tokenHash'>

const shown = [
  'id',
  'personId',
  'device',
  'method',
  'createdAt',
  'lastSeenAt',
  'confirmedAt',
  'expiresAt',
] as const

function minutesAfter(now: Date, minutes: number): Date {
  return new Date(now.getTime() + minutes * 60_000)
}

/** Opens a session; the token goes to the browser and is nowhere else. */
export async function addSession(
  db: Db,
  { personId, device, method, kind }: { personId: string; device: string; method: string; kind: SessionKind },
  now: Date,
): Promise<{ token: string; id: string; maxAgeSeconds: number }> {
  const token = newToken()
  const id = newId()
  const { absoluteMinutes } = sessionLimits[kind]
  await db
    .insertInto('session')
    .values({
      id,
      tokenHash: hashToken(token),
      personId,
      device: device.slice(0, 200),
      method,
      createdAt: now,
      lastSeenAt: now,
      confirmedAt: now,
      expiresAt: minutesAfter(now, absoluteMinutes),
    })
    .execute()
  return { token, id, maxAgeSeconds: absoluteMinutes * 60 }
}

/** The live session of a token. Whether it idled too long depends on the person's kind, which the caller knows. */
export async function findSession(db: Db, token: string, now: Date): Promise<Session | undefined> {
  return db
    .selectFrom('session')
    .select(shown)
    .where('tokenHash', '=', hashToken(token))
    .where('expiresAt', '>', now)
    .executeTakeFirst()
}

/** Notes that a session is in use, at most once a minute. */
export async function touchSession(db: Db, session: Session, now: Date): Promise<void> {
  if (now.getTime() - session.lastSeenAt.getTime() < 60_000) return
  await db.updateTable('session').set({ lastSeenAt: now }).where('id', '=', session.id).execute()
}

export async function listSessions(db: Db, personId: string, now: Date): Promise<Session[]> {
  return db
    .selectFrom('session')
    .select(shown)
    .where('personId', '=', personId)
    .where('expiresAt', '>', now)
    .orderBy('lastSeenAt', 'desc')
    .execute()
}

/** Ends one session of a person; false when it is not theirs or is over already. */
export async function removeSession(db: Db, personId: string, id: string): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('session')
    .where('id', '=', id)
    .where('personId', '=', personId)
    .executeTakeFirst()
  return numDeletedRows > 0n
}

/** Ends every session of a person: whoever loses or gains a role signs in anew. */
export async function removeSessions(db: Db, personId: string): Promise<void> {
  await db.deleteFrom('session').where('personId', '=', personId).execute()
}

export async function removeExpiredSessions(db: Db, now: Date): Promise<void> {
  await db.deleteFrom('session').where('expiresAt', '<', now).execute()
}
