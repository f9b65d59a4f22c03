import { sql } from 'kysely'
import type { Db } from '../../platform/db/database.ts'
import type { StatementOrigin, StatementState } from './statement.ts'

/** What moderation did to the statements of a conversation. */
export type ModerationCount = {
  statements: { origin: StatementOrigin; state: StatementState | 'meta'; count: number }[]
  /** Votes that stand on statements which are not shown any more. */
  votesLost: number
}

/** How many statements of each origin are shown, wait, or were turned away. */
export async function countModeration(
  db: Db,
  agencyId: string,
  conversationId: string,
): Promise<ModerationCount> {
  const statements = await sql<ModerationCount['statements'][number]>`
    select origin, case when state = 'shown' and is_meta then 'meta' else state end as state, count(*) as count
    from statement where agency_id = ${agencyId} and conversation_id = ${conversationId}
    group by 1, 2
  `.execute(db)
  const lost = await sql<{ votes: number }>`
    select count(*) as votes from latest_vote vote
    join statement on statement.agency_id = vote.agency_id and statement.id = vote.statement_id
    where vote.agency_id = ${agencyId} and vote.conversation_id = ${conversationId} and statement.state <> 'shown'
  `.execute(db)
  return { statements: statements.rows, votesLost: lost.rows[0]!.votes }
}
