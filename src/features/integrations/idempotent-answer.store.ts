import type { Db } from '../../platform/db/database.ts'

type IdempotentAnswerTable = {
  agencyId: string
  tokenId: string
  key: string
  requestHash: Buffer
  status: number
  body: string
  createdAt: Date
}

declare module '../../platform/db/database.ts' {
  interface Tables {
    idempotentAnswer: IdempotentAnswerTable
  }
}

export type IdempotentAnswer = IdempotentAnswerTable

/** What was answered to a request with this key before. */
export async function findIdempotentAnswer(
  db: Db,
  { agencyId, tokenId, key }: Pick<IdempotentAnswer, 'agencyId' | 'tokenId' | 'key'>,
): Promise<IdempotentAnswer | undefined> {
  return db
    .selectFrom('idempotentAnswer')
    .selectAll()
    .where('agencyId', '=', agencyId)
    .where('tokenId', '=', tokenId)
    .where('key', '=', key)
    .executeTakeFirst()
}

/** Keeps an answer for those who ask the same again; the first one stays. */
export async function addIdempotentAnswer(db: Db, answer: IdempotentAnswer): Promise<void> {
  await db
    .insertInto('idempotentAnswer')
    .values(answer)
    .onConflict((conflict) => conflict.columns(['agencyId', 'tokenId', 'key']).doNothing())
    .execute()
}

/** Forgets answers that are older than this, over all agencies. */
export async function removeOldAnswers(db: Db, before: Date): Promise<void> {
  await db.deleteFrom('idempotentAnswer').where('createdAt', '<', before).execute()
}
