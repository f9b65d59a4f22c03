import { recordAct } from '../../platform/audit/audit.store.ts'
import { type Db, inTransaction } from '../../platform/db/database.ts'
import type { IdentityProvider } from './identity-provider.ts'
import { addProvider, disableProvider } from './identity-provider.store.ts'

type Offer = Omit<IdentityProvider, 'id' | 'agencyId' | 'createdAt' | 'disabledAt'> & {
  agencyId: string
  by: string
}

/** Lets an agency's people sign in with accounts of this provider. */
export async function offerProvider(db: Db, { by, ...provider }: Offer, now: Date): Promise<void> {
  await inTransaction(db, async (db) => {
    const id = await addProvider(db, provider, now)
    const act = { act: 'sign-in provider added', subjectKind: 'identity-provider', subjectId: id }
    await recordAct(
      db,
      { agencyId: provider.agencyId, actorId: by, ...act, details: { issuer: provider.issuer } },
      now,
    )
  })
}

/** Ends that; false when the agency has no such provider. */
export async function withdrawProvider(
  db: Db,
  { agencyId, id, by }: { agencyId: string; id: string; by: string },
  now: Date,
): Promise<boolean> {
  return inTransaction(db, async (db) => {
    if (!(await disableProvider(db, agencyId, id, now))) return false
    const act = { act: 'sign-in provider removed', subjectKind: 'identity-provider', subjectId: id }
    await recordAct(db, { agencyId, actorId: by, ...act }, now)
    return true
  })
}
