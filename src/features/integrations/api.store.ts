import { sql } from 'kysely'
import type { Db } from '../../platform/db/database.ts'

/** How many comments are published in each engagement of an agency. */
export async function countPublishedComments(db: Db, agencyId: string): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ engagementId: string; count: number }>`
    select engagement_id, count(*) as count from comment
    where agency_id = ${agencyId} and state = 'published' group by engagement_id
  `.execute(db)
  return new Map(rows.map((row) => [row.engagementId, row.count]))
}
