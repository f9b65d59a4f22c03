import { recordAct } from '../../platform/audit/audit.store.ts'
import { type Db, inTransaction } from '../../platform/db/database.ts'
import { newId } from '../../platform/db/id.ts'
import { type ApiToken, newApiSecret, type Scope } from './api-token.ts'
import { addToken } from './api-token.store.ts'

export type MakeToken = { outcome: 'made'; token: ApiToken; secret: string }

/** Makes a token; its secret is in the answer and nowhere else. */
export async function makeToken(
  db: Db,
  given: {
    agencyId: string
    name: string
    scopes: readonly Scope[]
    lifeDays: number | undefined
    by: string
  },
  now: Date,
): Promise<MakeToken> {
  const { secret, tokenHash } = newApiSecret()
  const token: ApiToken = {
    agencyId: given.agencyId,
    id: newId(),
    name: given.name,
    tokenHash,
    scopes: [...given.scopes],
    createdBy: given.by,
    createdAt: now,
    lastUsedAt: null,
    expiresAt: given.lifeDays === undefined ? null : new Date(now.getTime() + given.lifeDays * 86_400_000),
    revokedAt: null,
  }
  return inTransaction(db, async (db) => {
    await addToken(db, token)
    const act = {
      act: 'token made',
      subjectKind: 'token',
      subjectId: token.id,
      details: { scopes: token.scopes.join(' ') },
    }
    await recordAct(db, { agencyId: given.agencyId, actorId: given.by, ...act }, now)
    return { outcome: 'made', token, secret }
  })
}
