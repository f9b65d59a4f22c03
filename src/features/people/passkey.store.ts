import type { Db } from '../../platform/db/database.ts'
import { newId } from '../../platform/db/id.ts'

type PasskeyTable = {
  id: string
  personId: string
  /** As the browser gives it, base64url. */
  credentialId: string
  publicKey: Buffer
  counter: number
  transports: string[]
  name: string
  createdAt: Date
  lastUsedAt: Date | null
}

type PasskeyChallengeTable = {
  id: string
  challenge: string
  purpose: 'register' | 'sign-in'
  personId: string | null
  expiresAt: Date
}

declare module '../../platform/db/database.ts' {
  interface Tables {
    passkey: PasskeyTable
    passkeyChallenge: PasskeyChallengeTable
  }
}

export type Passkey = PasskeyTable
type ChallengePurpose = PasskeyChallengeTable['purpose']

const challengeMinutes = 5

export async function listPasskeys(db: Db, personId: string): Promise<Passkey[]> {
  return db.selectFrom('passkey').selectAll().where('personId', '=', personId).orderBy('createdAt').execute()
}

export async function findPasskey(db: Db, credentialId: string): Promise<Passkey | undefined> {
  return db.selectFrom('passkey').selectAll().where('credentialId', '=', credentialId).executeTakeFirst()
}

/** Keeps a passkey; false when that very one is kept already. */
export async function addPasskey(
  db: Db,
  passkey: Omit<Passkey, 'id' | 'createdAt' | 'lastUsedAt'>,
  now: Date,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('passkey')
    .values({ ...passkey, id: newId(), createdAt: now, lastUsedAt: null })
    .onConflict((conflict) => conflict.column('credentialId').doNothing())
    .executeTakeFirst()
  return (numInsertedOrUpdatedRows ?? 0n) > 0n
}

export async function savePasskeyUse(db: Db, id: string, counter: number, now: Date): Promise<void> {
  await db.updateTable('passkey').set({ counter, lastUsedAt: now }).where('id', '=', id).execute()
}

/** Removes one passkey of a person; false when it is not theirs. */
export async function removePasskey(db: Db, personId: string, id: string): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('passkey')
    .where('id', '=', id)
    .where('personId', '=', personId)
    .executeTakeFirst()
  return numDeletedRows > 0n
}

export async function removePasskeys(db: Db, personId: string): Promise<void> {
  await db.deleteFrom('passkey').where('personId', '=', personId).execute()
}

export async function addChallenge(
  db: Db,
  given: { challenge: string; purpose: ChallengePurpose; personId: string | null },
  now: Date,
): Promise<string> {
  const id = newId()
  const expiresAt = new Date(now.getTime() + challengeMinutes * 60_000)
  await db
    .insertInto('passkeyChallenge')
    .values({ ...given, id, expiresAt })
    .execute()
  return id
}

/** Takes a challenge out, so that it answers once; undefined when it is used, too old or for something else. */
export async function takeChallenge(
  db: Db,
  id: string,
  purpose: ChallengePurpose,
  now: Date,
): Promise<PasskeyChallengeTable | undefined> {
  const taken = await db
    .deleteFrom('passkeyChallenge')
    .where('id', '=', id)
    .where('purpose', '=', purpose)
    .returningAll()
    .executeTakeFirst()
  return taken && taken.expiresAt > now ? taken : undefined
}
