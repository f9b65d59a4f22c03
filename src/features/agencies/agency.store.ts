import type { Db } from '../../platform/db/database.ts'
import type { Agency, AgencyKind } from './agency.ts'

declare module '../../platform/db/database.ts' {
  interface Tables {
    agency: Agency
  }
}

export async function findAgency(db: Db, slug: string): Promise<Agency | undefined> {
  return db
    .selectFrom('agency')
    .selectAll()
    .where('slug', '=', slug)
    .where('archivedAt', 'is', null)
    .executeTakeFirst()
}

export async function getAgency(db: Db, id: string): Promise<Agency> {
  return db.selectFrom('agency').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
}

/** Every agency that is not archived, by name. */
export async function listAgencies(db: Db): Promise<Agency[]> {
  return db.selectFrom('agency').selectAll().where('archivedAt', 'is', null).orderBy('name').execute()
}

export async function listAgenciesBelow(db: Db, parentId: string): Promise<Agency[]> {
  return db
    .selectFrom('agency')
    .selectAll()
    .where('parentId', '=', parentId)
    .where('archivedAt', 'is', null)
    .orderBy('name')
    .execute()
}

export async function addAgency(db: Db, agency: Agency): Promise<void> {
  await db.insertInto('agency').values(agency).execute()
}

export async function saveAgency(
  db: Db,
  id: string,
  changes: Partial<Omit<Agency, 'id' | 'slug' | 'kind' | 'createdAt' | 'isExample'>>,
): Promise<void> {
  await db.updateTable('agency').set(changes).where('id', '=', id).execute()
}

export async function countAgencies(db: Db, kind?: AgencyKind): Promise<number> {
  let query = db.selectFrom('agency').select((row) => row.fn.countAll<number>().as('count'))
  if (kind) query = query.where('kind', '=', kind)
  return (await query.executeTakeFirstOrThrow()).count
}
