import type { Db } from '../../platform/db/database.ts'
import { newId } from '../../platform/db/id.ts'
import { hashToken, newCode, normalCode } from '../../platform/session/session.ts'

type SetUpTable = { id: string; codeHash: Buffer; createdAt: Date; usedAt: Date | null }

declare module '../../platform/db/database.ts' {
  interface Tables {
    setUp: SetUpTable
  }
}

const codeLength = 12

/** Whether this installation still waits for its first operator. */
export async function needsSetUp(db: Db): Promise<boolean> {
  const operator = await db
    .selectFrom('person')
    .select('id')
    .where('isOperator', '=', true)
    .where('erasedAt', 'is', null)
    .limit(1)
    .executeTakeFirst()
  return operator === undefined
}

/** A new one-time code for the set-up page; the ones before it stop working. Printed where only the operator sees it. */
export async function newSetUpCode(db: Db, now: Date): Promise<string> {
  const code = newCode(codeLength)
  await db.deleteFrom('setUp').where('usedAt', 'is', null).execute()
  await db
    .insertInto('setUp')
    .values({ id: newId(), codeHash: hashToken(code), createdAt: now, usedAt: null })
    .execute()
  return code
}

/** Uses up a code as someone typed it; false when it is not the code of the last start. */
export async function takeSetUpCode(db: Db, typed: string, now: Date): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('setUp')
    .set({ usedAt: now })
    .where('codeHash', '=', hashToken(normalCode(typed)))
    .where('usedAt', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Whether this code was used within the last hour: whoever holds it began the set-up and may end it. */
export async function heldSetUpCode(db: Db, code: string, now: Date): Promise<boolean> {
  const hourAgo = new Date(now.getTime() - 3_600_000)
  const row = await db
    .selectFrom('setUp')
    .select('id')
    .where('codeHash', '=', hashToken(normalCode(code)))
    .where('usedAt', '>', hourAgo)
    .executeTakeFirst()
  return row !== undefined
}

export async function removeSetUpCodes(db: Db): Promise<void> {
  await db.deleteFrom('setUp').execute()
}
