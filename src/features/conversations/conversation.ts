import type { Written } from '../../platform/i18n/written.ts'

export const conversationStatuses = ['draft', 'open', 'closed'] as const
export type ConversationStatus = (typeof conversationStatuses)[number]

/** Who may add statements: whoever votes, or only staff. */
export const statementAuthors = ['voters', 'staff'] as const
export type StatementAuthors = (typeof statementAuthors)[number]

/** When voters see what others think: at any time, once they have voted themselves, or when all is closed. */
export const resultsShownTimes = ['always', 'after-voting', 'when-closed'] as const
export type ResultsShown = (typeof resultsShownTimes)[number]

/** Statements that people agree with, disagree with or pass on, around one question of an engagement. */
export type Conversation = {
  agencyId: string
  id: string
  engagementId: string
  position: number
  status: ConversationStatus
  question: Written
  introduction: Written
  whoAdds: StatementAuthors
  /** Most characters in a statement. */
  statementLength: number
  moderation: 'before' | 'after'
  moderationPolicy: Written
  resultsShown: ResultsShown
  opensAt: Date | null
  closesAt: Date | null
  closedAt: Date | null
  /** Sites that may show the conversation in a frame, as origins: `https://www.example.org`. */
  embedOrigins: string[]
  version: number
  createdBy: string | null
  createdAt: Date
  changedAt: Date
}

/** Whether votes and statements are taken now. */
export function takesVotes(
  conversation: Pick<Conversation, 'status' | 'opensAt' | 'closesAt'>,
  now: Date,
): boolean {
  if (conversation.status !== 'open') return false
  if (conversation.opensAt !== null && now < conversation.opensAt) return false
  return conversation.closesAt === null || now < conversation.closesAt
}

/** Where one can take part comes first, otherwise in the agency's order. */
export function openFirst<Listed extends Pick<Conversation, 'status'>>(
  conversations: readonly Listed[],
): Listed[] {
  return conversations.toSorted((a, b) => Number(a.status === 'closed') - Number(b.status === 'closed'))
}

/** How many votes someone casts before `after-voting` shows them the results, or all there are if fewer. */
export const votesBeforeResults = 5

/** Whether this reader may see the results now. */
export function showsResults(
  conversation: Pick<Conversation, 'status' | 'opensAt' | 'closesAt' | 'resultsShown'>,
  { votes, statements }: { votes: number; statements: number },
  now: Date,
): boolean {
  if (conversation.status === 'draft') return false
  if (!takesVotes(conversation, now) && (conversation.opensAt === null || now >= conversation.opensAt))
    return true
  if (conversation.resultsShown === 'always') return true
  return (
    conversation.resultsShown === 'after-voting' &&
    votes > 0 &&
    votes >= Math.min(votesBeforeResults, statements)
  )
}
