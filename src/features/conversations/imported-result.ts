import type { StatementDocument } from '../../analysis/opinion/opinion-document.ts'
import type { ConversationResult } from './conversation-result.ts'
import { type OpenConversation, standingVotes } from './open-data.ts'

/**
 * What an imported conversation shows until it is counted here: the groups that it came with and the votes by them, nothing
 * else. The first count takes over; it keeps the names of these groups where it finds them again. Undefined without groups.
 */
export function resultFromGroups(
  { participants, votes }: OpenConversation,
  {
    agencyId,
    conversationId,
    statementId,
    voterId,
  }: {
    agencyId: string
    conversationId: string
    statementId: (number: number) => string
    voterId: (number: number) => string
  },
): ConversationResult | undefined {
  const groups = [...new Set(participants.flatMap(({ group }) => group ?? []))].sort()
  if (groups.length === 0) return undefined
  const groupOf = new Map(participants.map(({ number, group }) => [number, group]))
  const standing = standingVotes(votes)
  const stats: Record<string, StatementDocument> = {}
  const people: ConversationResult['people'] = {}
  let counted = 0
  for (const [voter, own] of standing) {
    const group = groupOf.get(voter) ?? null
    people[voterId(voter)] = { group, membership: group === null ? {} : { [group]: 1 }, x: 0, y: 0 }
    for (const [statement, row] of own) {
      counted++
      const value = votes.value[row]!
      const stat = (stats[statementId(statement)] ??= emptyStatement(groups))
      if (value === 1) stat.agree++
      else if (value === -1) stat.disagree++
      else stat.pass++
      const byGroup = group === null ? undefined : stat.by_group[group]
      if (!byGroup) continue
      if (value === 1) byGroup[0]++
      if (value === -1) byGroup[1]++
      byGroup[2]++
    }
  }
  for (const stat of Object.values(stats)) {
    stat.group_aware_consensus = Object.values(stat.by_group).reduce(
      (product, [agree, , seen]) => (product * (agree + 1)) / (seen + 2),
      1,
    )
    stat.consensus = stat.group_aware_consensus
  }
  return {
    agencyId,
    conversationId,
    summary: {
      mode: 'best',
      participants: standing.size,
      statements: Object.keys(stats).length,
      votes: counted,
      deduplicated: votes.at.length - counted,
      clear_groups: groups.length > 1,
      k: groups.length,
      null_test: null,
      components: [],
      groups: groups.map((id) => ({
        id,
        size: Object.values(people).filter(({ group }) => group === id).length,
        stability: null,
        representative: [],
      })),
      statement_stats: stats,
      consensus: { agree: [], disagree: [] },
      slate: { statement_ids: [], coverage: 0, largest_unrepresented: 0 },
    },
    people,
    routing: {},
    // A provisional result waits for its full count; this one has none under way.
    provisional: false,
    votes: counted,
    // Older than any count, so that the first one here replaces it.
    countedAt: new Date(0),
    tookMs: 0,
  }
}

function emptyStatement(groups: readonly string[]): StatementDocument {
  return {
    agree: 0,
    disagree: 0,
    pass: 0,
    by_group: Object.fromEntries(groups.map((group) => [group, [0, 0, 0]])),
    group_aware_consensus: 0,
    consensus: 0,
    consensus_lower: 0,
    priority: 0,
    extremity: 0,
  }
}
