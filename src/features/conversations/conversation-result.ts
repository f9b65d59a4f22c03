import type { OpinionDocument, PersonDocument } from '../../analysis/opinion/opinion-document.ts'

/** What the votes of a conversation show, without the people: statements are named by their ids. */
export type OpinionSummary = Omit<OpinionDocument, 'people' | 'timings_ms' | 'memory_mb'> & {
  count?: CountNotes
}

/** What the program needs to know about a count to make the next one. */
export type CountNotes = {
  /** Says the same of the same votes and statements; a count with the stamp of the last one would change nothing. */
  stamp: string
  /** When the votes were read that the last full count, with null test and stability, was made of; null before there was one. */
  refinedAt: string | null
  /** By statement, the share who agree after undoing what the choice of the next statement did. */
  evenAgreement?: Record<string, number>
}

/** The last count of a conversation. */
export type ConversationResult = {
  agencyId: string
  conversationId: string
  summary: OpinionSummary
  /** Where everyone stands, by voter id. Never shown with anything that names a person. */
  people: Record<string, PersonDocument>
  /** The class model that chooses what to ask next (analysis/opinion/routing.ts). */
  routing: unknown
  /** True while the null test and the stability of groups are still being worked out. */
  provisional: boolean
  votes: number
  countedAt: Date
  tookMs: number
}

/** The document of the engine taken apart into what is kept: people by themselves, and nothing that differs from run to run. */
export function splitDocument(document: OpinionDocument): Pick<ConversationResult, 'summary' | 'people'> {
  const { people, timings_ms: _timings, memory_mb: _memory, ...summary } = document
  return { summary, people }
}

/**
 * A quick count with what only the last full one knows: the null test, and how firm each group was that is still there.
 * What the quick count measured itself stands.
 */
export function carryForward(quick: OpinionSummary, last: OpinionSummary | undefined): OpinionSummary {
  if (!last?.count?.refinedAt) return quick
  const stability = new Map(last.groups.map((group) => [group.id, group.stability]))
  return {
    ...quick,
    null_test: quick.null_test ?? last.null_test,
    groups: quick.groups.map((group) => ({
      ...group,
      stability: group.stability ?? stability.get(group.id) ?? null,
    })),
    manipulation: quick.manipulation ?? last.manipulation,
  }
}

/** The count of a conversation in which nobody has voted. */
export function noVotes(count: CountNotes): Pick<ConversationResult, 'summary' | 'people'> {
  const summary: OpinionSummary = {
    mode: 'best',
    participants: 0,
    statements: 0,
    votes: 0,
    deduplicated: 0,
    clear_groups: false,
    k: 1,
    null_test: null,
    components: [],
    groups: [],
    statement_stats: {},
    consensus: { agree: [], disagree: [] },
    slate: { statement_ids: [], coverage: 0, largest_unrepresented: 0 },
    count,
  }
  return { summary, people: {} }
}
