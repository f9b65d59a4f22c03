import { sql } from 'kysely'
import type { Db } from '../../platform/db/database.ts'
import type { OpinionReport } from './opinion-report.ts'
import './vote.store.ts'

/** The report that everyone sees while votes are taken. */
export type ShownReport = {
  agencyId: string
  conversationId: string
  report: OpinionReport
  /** Names the votes that it was made of. */
  stamp: string
  participants: number
  votes: number
  countedAt: Date
}

declare module '../../platform/db/database.ts' {
  interface Tables {
    conversationShown: ShownReport
  }
}

type Ids = { agencyId: string; conversationId: string }

/** What everyone sees now; undefined before the first count. */
export async function findShownReport(
  db: Db,
  { agencyId, conversationId }: Ids,
): Promise<ShownReport | undefined> {
  return db
    .selectFrom('conversationShown')
    .selectAll()
    .where('agencyId', '=', agencyId)
    .where('conversationId', '=', conversationId)
    .executeTakeFirst()
}

/** Its head, without the report: for those who only want to know whether it is new. */
export async function findShownCounts(
  db: Db,
  { agencyId, conversationId }: Ids,
): Promise<Pick<ShownReport, 'participants' | 'votes' | 'countedAt'> | undefined> {
  return db
    .selectFrom('conversationShown')
    .select(['participants', 'votes', 'countedAt'])
    .where('agencyId', '=', agencyId)
    .where('conversationId', '=', conversationId)
    .executeTakeFirst()
}

/** Puts a newer report in place of the one that was shown. */
export async function saveShownReport(db: Db, shown: ShownReport): Promise<void> {
  const { agencyId: _agency, conversationId: _conversation, ...changes } = shown
  await db
    .insertInto('conversationShown')
    .values(shown)
    .onConflict((conflict) => conflict.columns(['agencyId', 'conversationId']).doUpdateSet(changes))
    .execute()
}

/** How many people have voted, changed a vote or taken one back since then. */
export async function countVotersSince(
  db: Db,
  { agencyId, conversationId }: Ids,
  since: Date,
): Promise<number> {
  const { rows } = await sql<{ people: number }>`
    select count(distinct voter_id) as people from vote
    where agency_id = ${agencyId} and conversation_id = ${conversationId} and cast_at > ${since}
  `.execute(db)
  return rows[0]!.people
}
