import { sql } from 'kysely'
import type { Db } from '../../platform/db/database.ts'
import { newId } from '../../platform/db/id.ts'
import type { Code, CodeWords } from './code.ts'

declare module '../../platform/db/database.ts' {
  interface Tables {
    code: Code
  }
}

/** The codebook of an engagement in its order; retired codes on request, because old codings still need them. */
export async function listCodes(
  db: Db,
  agencyId: string,
  engagementId: string,
  { retired = false }: { retired?: boolean } = {},
): Promise<Code[]> {
  let query = db
    .selectFrom('code')
    .selectAll()
    .where('agencyId', '=', agencyId)
    .where('engagementId', '=', engagementId)
  if (!retired) query = query.where('retiredAt', 'is', null)
  return query.orderBy('position').orderBy('id').execute()
}

/** A code of this engagement. */
export async function findCode(
  db: Db,
  agencyId: string,
  engagementId: string,
  id: string,
): Promise<Code | undefined> {
  return db
    .selectFrom('code')
    .selectAll()
    .where('agencyId', '=', agencyId)
    .where('engagementId', '=', engagementId)
    .where('id', '=', id)
    .executeTakeFirst()
}

/** Adds a code at the end of the codebook; undefined when a code in use has the same name. */
export async function addCode(
  db: Db,
  {
    agencyId,
    engagementId,
    id = newId(),
    ...words
  }: CodeWords & { agencyId: string; engagementId: string; id?: string },
): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`
    insert into code (agency_id, id, engagement_id, name, definition, example, exclusion, position)
    select ${agencyId}, ${id}, ${engagementId}, ${words.name}, ${words.definition}, ${words.example}, ${words.exclusion},
      coalesce(max(position), 0) + 1
    from code where agency_id = ${agencyId} and engagement_id = ${engagementId}
    on conflict do nothing
    returning id
  `.execute(db)
  return rows[0]?.id
}

export async function saveCode(
  db: Db,
  { agencyId, id }: { agencyId: string; id: string },
  changes: Partial<CodeWords & Pick<Code, 'position' | 'retiredAt'>>,
): Promise<void> {
  await db.updateTable('code').set(changes).where('agencyId', '=', agencyId).where('id', '=', id).execute()
}

/** Another code in use that has this name, whatever its capitals. */
export async function findCodeByName(
  db: Db,
  agencyId: string,
  engagementId: string,
  name: string,
): Promise<Code | undefined> {
  return db
    .selectFrom('code')
    .selectAll()
    .where('agencyId', '=', agencyId)
    .where('engagementId', '=', engagementId)
    .where('retiredAt', 'is', null)
    .where(sql`lower(name)`, '=', sql`lower(${name})`)
    .executeTakeFirst()
}

/** How many readings gave each code. */
export async function countCodeUses(
  db: Db,
  agencyId: string,
  engagementId: string,
): Promise<Map<string, number>> {
  const { rows } = await sql<{ codeId: string; uses: number }>`
    select code_id, count(*) as uses from coding
    where agency_id = ${agencyId} and code_id in (select id from code where agency_id = ${agencyId} and engagement_id = ${engagementId})
    group by code_id
  `.execute(db)
  return new Map(rows.map((row) => [row.codeId, row.uses]))
}

/** A change of what a code means, as it was noted when it was made. */
export type CodeChange = { at: Date; act: string; definition: string; note: string }

/** What was changed about a code, newest first: the audit log keeps it, so it can be read but not rewritten. */
export async function listCodeChanges(db: Db, agencyId: string, codeId: string): Promise<CodeChange[]> {
  const { rows } = await sql<CodeChange>`
    select at, act, coalesce(details->>'definition', '') as definition, coalesce(details->>'note', '') as note
    from audit_entry
    where agency_id = ${agencyId} and subject_kind = 'code' and subject_id = ${codeId}
    order by at desc limit 50
  `.execute(db)
  return rows
}
