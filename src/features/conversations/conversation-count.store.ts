import { sql } from 'kysely'
import type { Db } from '../../platform/db/database.ts'
import './conversation.store.ts'
import type { ConversationCounts } from './conversation-counts.ts'
import './statement.store.ts'
import './vote.store.ts'

export { type ConversationCounts, nothingCounted } from './conversation-counts.ts'

/** The counts of these conversations by their ids; people count from their first vote. */
export async function countConversations(
  db: Db,
  agencyId: string,
  ids: readonly string[],
): Promise<Map<string, ConversationCounts>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<ConversationCounts & { id: string }>`
    select conversation.id,
      coalesce(statements.shown, 0) as shown, coalesce(statements.waiting, 0) as waiting,
      coalesce(statements.rejected, 0) as rejected,
      coalesce(cast_votes.voters, 0) as voters, coalesce(cast_votes.votes, 0) as votes
    from conversation
    left join (
      select conversation_id, count(*) filter (where state = 'shown') as shown,
        count(*) filter (where state = 'waiting') as waiting, count(*) filter (where state = 'rejected') as rejected
      from statement where agency_id = ${agencyId} and conversation_id = any(${ids}) group by conversation_id
    ) statements on statements.conversation_id = conversation.id
    left join (
      select conversation_id, count(*) as votes, count(distinct voter_id) as voters
      from latest_vote where agency_id = ${agencyId} and conversation_id = any(${ids}) group by conversation_id
    ) cast_votes on cast_votes.conversation_id = conversation.id
    where conversation.agency_id = ${agencyId} and conversation.id = any(${ids})
  `.execute(db)
  return new Map(rows.map(({ id, ...counts }) => [id, counts]))
}
