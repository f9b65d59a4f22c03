import type { Db } from '../../platform/db/database.ts'
import { newId } from '../../platform/db/id.ts'
import type { Language } from '../../platform/i18n/language.ts'
import type { IdentityProvider } from './identity-provider.ts'

type IdentityTable = { id: string; providerId: string; subject: string; personId: string; createdAt: Date }

type OidcRequestTable = {
  id: string
  providerId: string
  stateHash: Buffer
  nonce: string
  codeVerifier: string
  returnTo: string
  language: Language
  expiresAt: Date
}

declare module '../../platform/db/database.ts' {
  interface Tables {
    identityProvider: IdentityProvider
    identity: IdentityTable
    oidcRequest: OidcRequestTable
  }
}

export type OidcRequest = OidcRequestTable

const requestMinutes = 10

/** What the sign-in page offers; the secret stays here. */
export async function listOfferedProviders(
  db: Db,
): Promise<{ id: string; name: string; preset: string; agencyName: string | undefined }[]> {
  const rows = await db
    .selectFrom('identityProvider')
    .leftJoin('agency', 'agency.id', 'identityProvider.agencyId')
    .select([
      'identityProvider.id',
      'identityProvider.name',
      'identityProvider.preset',
      'agency.name as agencyName',
    ])
    .where('disabledAt', 'is', null)
    .orderBy('identityProvider.name')
    .execute()
  return rows.map((row) => ({ ...row, agencyName: row.agencyName ?? undefined }))
}

export async function listProviders(db: Db, agencyId: string): Promise<IdentityProvider[]> {
  return db
    .selectFrom('identityProvider')
    .selectAll()
    .where('agencyId', '=', agencyId)
    .where('disabledAt', 'is', null)
    .orderBy('createdAt')
    .execute()
}

export async function findProvider(db: Db, id: string): Promise<IdentityProvider | undefined> {
  return db
    .selectFrom('identityProvider')
    .selectAll()
    .where('id', '=', id)
    .where('disabledAt', 'is', null)
    .executeTakeFirst()
}

export async function addProvider(
  db: Db,
  provider: Omit<IdentityProvider, 'id' | 'createdAt' | 'disabledAt'>,
  now: Date,
): Promise<string> {
  const id = newId()
  await db
    .insertInto('identityProvider')
    .values({ ...provider, id, createdAt: now, disabledAt: null })
    .execute()
  return id
}

/** Switches a provider off; the people who used it sign in by code from now on. */
export async function disableProvider(db: Db, agencyId: string, id: string, now: Date): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('identityProvider')
    .set({ disabledAt: now })
    .where('id', '=', id)
    .where('agencyId', '=', agencyId)
    .where('disabledAt', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

export async function findIdentity(
  db: Db,
  providerId: string,
  subject: string,
): Promise<IdentityTable | undefined> {
  return db
    .selectFrom('identity')
    .selectAll()
    .where('providerId', '=', providerId)
    .where('subject', '=', subject)
    .executeTakeFirst()
}

export async function addIdentity(
  db: Db,
  identity: Pick<IdentityTable, 'providerId' | 'subject' | 'personId'>,
  now: Date,
): Promise<void> {
  await db
    .insertInto('identity')
    .values({ ...identity, id: newId(), createdAt: now })
    .onConflict((conflict) => conflict.columns(['providerId', 'subject']).doNothing())
    .execute()
}

/** The outside accounts that open someone's account here. */
export async function listIdentities(
  db: Db,
  personId: string,
): Promise<{ provider: string; subject: string; createdAt: Date }[]> {
  return db
    .selectFrom('identity')
    .innerJoin('identityProvider', 'identityProvider.id', 'identity.providerId')
    .select(['identityProvider.name as provider', 'identity.subject', 'identity.createdAt'])
    .where('identity.personId', '=', personId)
    .execute()
}

export async function removeIdentities(db: Db, personId: string): Promise<void> {
  await db.deleteFrom('identity').where('personId', '=', personId).execute()
}

export async function addOidcRequest(
  db: Db,
  request: Omit<OidcRequest, 'id' | 'expiresAt'>,
  now: Date,
): Promise<void> {
  const expiresAt = new Date(now.getTime() + requestMinutes * 60_000)
  await db
    .insertInto('oidcRequest')
    .values({ ...request, id: newId(), expiresAt })
    .execute()
}

/** Takes a request out, so that its answer counts once. */
export async function takeOidcRequest(
  db: Db,
  stateHash: Buffer,
  now: Date,
): Promise<OidcRequest | undefined> {
  const taken = await db
    .deleteFrom('oidcRequest')
    .where('stateHash', '=', stateHash)
    .returningAll()
    .executeTakeFirst()
  return taken && taken.expiresAt > now ? taken : undefined
}
