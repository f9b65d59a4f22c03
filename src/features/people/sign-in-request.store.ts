import { sql } from 'kysely'
import type { Db } from '../../platform/db/database.ts'
import type { Language } from '../../platform/i18n/language.ts'
import { codeRules } from './sign-in.ts'

type SignInRequestTable = {
  id: string
  address: string
  codeHash: Buffer
  /** The browser that asked; null for a code that an operator hands over, which any browser may use. */
  browserHash: Buffer | null
  language: Language
  returnTo: string
  tries: number
  createdAt: Date
  expiresAt: Date
  usedAt: Date | null
}

declare module '../../platform/db/database.ts' {
  interface Tables {
    signInRequest: SignInRequestTable
  }
}

export type SignInRequest = SignInRequestTable

export async function addSignInRequest(
  db: Db,
  request: Pick<SignInRequest, 'id' | 'address' | 'codeHash' | 'browserHash' | 'language' | 'returnTo'>,
  now: Date,
): Promise<void> {
  const expiresAt = new Date(now.getTime() + codeRules.minutes * 60_000)
  await db
    .insertInto('signInRequest')
    .values({ ...request, tries: 0, createdAt: now, expiresAt, usedAt: null })
    .execute()
}

export async function findSignInRequest(db: Db, id: string): Promise<SignInRequest | undefined> {
  return db.selectFrom('signInRequest').selectAll().where('id', '=', id).executeTakeFirst()
}

/** Takes one try from a request that is still open, and locks it; undefined when it has none left or is over. */
export async function takeTry(db: Db, id: string, now: Date): Promise<SignInRequest | undefined> {
  return db
    .updateTable('signInRequest')
    .set((row) => ({ tries: row('tries', '+', 1) }))
    .where('id', '=', id)
    .where('usedAt', 'is', null)
    .where('expiresAt', '>', now)
    .where('tries', '<', codeRules.tries)
    .returningAll()
    .executeTakeFirst()
}

/** Marks a request used; false when someone else was faster. */
export async function useSignInRequest(db: Db, id: string, now: Date): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('signInRequest')
    .set({ usedAt: now })
    .where('id', '=', id)
    .where('usedAt', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** The open code with this hash that an operator made for an address. */
export async function findHandedCode(
  db: Db,
  address: string,
  codeHash: Buffer,
  now: Date,
): Promise<SignInRequest | undefined> {
  return db
    .selectFrom('signInRequest')
    .selectAll()
    .where(sql`lower(address)`, '=', address.toLowerCase())
    .where('browserHash', 'is', null)
    .where('codeHash', '=', codeHash)
    .where('usedAt', 'is', null)
    .where('expiresAt', '>', now)
    .executeTakeFirst()
}

export async function removeSignInRequests(db: Db, address: string): Promise<void> {
  await db
    .deleteFrom('signInRequest')
    .where(sql`lower(address)`, '=', address.toLowerCase())
    .execute()
}
