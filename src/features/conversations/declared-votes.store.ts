import { sql } from 'kysely'
import type { Db } from '../../platform/db/database.ts'
import type { DeclaredCounts } from './declared-agreement.ts'

type Ids = { agencyId: string; conversationId: string }

/**
 * What voters said about themselves, counted: people by answer, and votes on these statements by answer, for every
 * question at once. The language in which someone took part counts as the answer to the question `language`.
 */
export async function countDeclared(
  db: Db,
  { agencyId, conversationId }: Ids,
  statementIds: readonly string[],
): Promise<Map<string, DeclaredCounts>> {
  // Each part is made once and then joined as a whole: a fresh database knows too little to plan this well by itself.
  const declared = sql`
    voted as materialized (
      select distinct voter_id from latest_vote
      where agency_id = ${agencyId} and conversation_id = ${conversationId}
    ), declared as materialized (
      select voter.id as voter_id, 'language' as key, voter.language as value
      from voter join voted on voted.voter_id = voter.id
      where voter.agency_id = ${agencyId} and voter.conversation_id = ${conversationId}
      union all
      select about.voter_id, about.about_question_id::text, about.value
      from voter_about about join voted on voted.voter_id = about.voter_id
      where about.agency_id = ${agencyId}
    )`
  const people = await sql<{ key: string; value: string; people: number }>`
    with ${declared} select key, value, count(*) as people from declared group by key, value
  `.execute(db)
  const votes = await sql<{ key: string; value: string; statementId: string; agree: number; seen: number }>`
    with ${declared}, cast_votes as materialized (
      select voter_id, statement_id, value from latest_vote
      where agency_id = ${agencyId} and conversation_id = ${conversationId}
        and statement_id = any(${statementIds}::uuid[])
    )
    select key, declared.value, statement_id, count(*) filter (where cast_votes.value = 1) as agree, count(*) as seen
    from declared join cast_votes on cast_votes.voter_id = declared.voter_id
    group by key, declared.value, statement_id
  `.execute(db)
  type Open = {
    people: Map<string, number>
    votes: Map<string, Map<string, { agree: number; seen: number }>>
  }
  const found = new Map<string, Open>()
  for (const row of people.rows) {
    const counts = found.get(row.key) ?? { people: new Map(), votes: new Map() }
    counts.people.set(row.value, row.people)
    found.set(row.key, counts)
  }
  for (const row of votes.rows) {
    const byStatement = found.get(row.key)?.votes
    if (!byStatement) continue
    const byValue = byStatement.get(row.statementId) ?? new Map<string, { agree: number; seen: number }>()
    byValue.set(row.value, { agree: row.agree, seen: row.seen })
    byStatement.set(row.statementId, byValue)
  }
  return found
}
