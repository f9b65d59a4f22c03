import { installation } from '../../platform/audit/audit.ts'
import { recordAct } from '../../platform/audit/audit.store.ts'
import { type Db, inTransaction } from '../../platform/db/database.ts'
import { newId } from '../../platform/db/id.ts'
import { type Agency, mayStandBelow, slugFrom } from './agency.ts'
import { addAgency, findAgency, listAgencies } from './agency.store.ts'
import { addMembership } from './membership.store.ts'

export type NewAgency = Pick<Agency, 'name' | 'kind' | 'languages' | 'timeZone' | 'parentId'>
export type AddNewAgency =
  { outcome: 'added'; slug: string } | { outcome: 'name-taken' } | { outcome: 'not-a-parent' }

/** Adds an agency to the tree. Whoever adds it administers it until they give that to its own people. */
export async function addNewAgency(
  db: Db,
  { agency, by }: { agency: NewAgency; by: { id: string; name: string; address: string } },
  now: Date,
): Promise<AddNewAgency> {
  return inTransaction(db, async (db) => {
    const slug = slugFrom(agency.name)
    if (slug === '' || (await findAgency(db, slug))) return { outcome: 'name-taken' }
    if (agency.parentId !== null) {
      const parent = (await listAgencies(db)).find((one) => one.id === agency.parentId)
      if (!parent || !mayStandBelow(agency.kind, parent.kind)) return { outcome: 'not-a-parent' }
    }
    const id = newId()
    await addAgency(db, {
      ...agency,
      id,
      slug,
      minimum: 10,
      contactName: by.name,
      contactAddress: by.address,
      contactPhone: '',
      brandColor: null,
      isExample: false,
      createdAt: now,
      archivedAt: null,
    })
    await addMembership(db, { agencyId: id, personId: by.id, role: 'administrator' }, now)
    const about = { subjectKind: 'agency', subjectId: id, actorId: by.id, act: 'agency added' }
    await recordAct(db, { agencyId: installation, ...about }, now)
    await recordAct(db, { agencyId: id, ...about }, now)
    return { outcome: 'added', slug }
  })
}
