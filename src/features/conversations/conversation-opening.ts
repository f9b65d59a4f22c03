import type { Engagement } from '../engagements/engagement.ts'
import { studentsMayAnswer } from '../engagements/protected-topics.ts'
import type { Conversation, ConversationStatus } from './conversation.ts'

/** So few statements show nothing: a conversation opens with at least this many of the agency's own. */
export const fewestStatements = 3

export type ConversationNeed =
  'engagement' | 'protectedTopics' | 'question' | 'policy' | 'statements' | 'closing'

type OpeningPlace = Pick<
  Engagement,
  'status' | 'asksStudents' | 'protectedTopics' | 'protectedTopicsCheckedAt'
>

/** What stands between a draft and its opening; empty when it may open. */
export function missingToOpen(
  conversation: Pick<Conversation, 'question' | 'moderationPolicy' | 'whoAdds' | 'closesAt'>,
  { engagement, shown, now }: { engagement: OpeningPlace; shown: number; now: Date },
): ConversationNeed[] {
  const { question, moderationPolicy, whoAdds, closesAt } = conversation
  const missing: ConversationNeed[] = []
  if (engagement.status === 'draft') missing.push('engagement')
  // What students vote on is a survey, too.
  if (studentsMayAnswer(engagement) === 'unchecked') missing.push('protectedTopics')
  if (!question.texts[question.source]?.text) missing.push('question')
  if (whoAdds === 'voters' && !moderationPolicy.texts[moderationPolicy.source]?.text) missing.push('policy')
  if (shown < fewestStatements) missing.push('statements')
  if (closesAt !== null && closesAt <= now) missing.push('closing')
  return missing
}

/** Only forward: a closed conversation has its report, word for word, and people rely on it. */
const following: Record<ConversationStatus, readonly ConversationStatus[]> = {
  draft: ['open'],
  open: ['closed'],
  closed: [],
}

export function mayBecome(status: ConversationStatus, next: ConversationStatus): boolean {
  return following[status].includes(next)
}

/** How a conversation stands at a moment: also whether its opening time is still to come or its closing time has passed. */
export type ConversationStanding = 'draft' | 'soon' | 'open' | 'over' | 'closed'

export function standingOf(
  { status, opensAt, closesAt }: Pick<Conversation, 'status' | 'opensAt' | 'closesAt'>,
  now: Date,
): ConversationStanding {
  if (status !== 'open') return status
  if (opensAt !== null && now < opensAt) return 'soon'
  return closesAt !== null && now >= closesAt ? 'over' : 'open'
}
