import type { z } from 'zod'
import { paths } from '../../paths.ts'
import type { SafeCell } from '../../analysis/disclosure/cell.ts'
import { type Conversation, takesVotes } from '../conversations/conversation.ts'
import type { OpinionReport, Share } from '../conversations/opinion-report.ts'
import type { Statement } from '../conversations/statement.ts'
import type { Engagement } from '../engagements/engagement.ts'
import { page, type Place, text } from './api-answers.ts'
import type * as schema from './api-schema.ts'

/** An open or closed conversation without what its votes show. */
export function conversationAnswer(
  place: Place,
  engagement: Engagement,
  conversation: Conversation,
): z.output<typeof schema.Conversation> {
  const address = { ...page(place), engagement: engagement.slug, conversation: conversation.id }
  return {
    id: conversation.id,
    status: conversation.status === 'open' ? 'open' : 'closed',
    question: text(conversation.question),
    introduction: text(conversation.introduction),
    who_adds: conversation.whoAdds,
    moderation: conversation.moderation,
    moderation_policy: text(conversation.moderationPolicy),
    results_shown: conversation.resultsShown,
    opens_at: conversation.opensAt?.toISOString() ?? null,
    closes_at: conversation.closesAt?.toISOString() ?? null,
    closed_at: conversation.closedAt?.toISOString() ?? null,
    takes_votes: takesVotes(conversation, place.now),
    changed_at: conversation.changedAt.toISOString(),
    url: place.baseUrl + paths.conversation.to(address),
    report_url: place.baseUrl + paths.conversationReport.to(address),
  }
}

/** A statement that everyone can vote on. Who wrote it is never told, only whose words they are. */
export function statementAnswer({
  id,
  number,
  words,
  origin,
  isMeta,
}: Statement): z.output<typeof schema.Statement> {
  return { id, number, words: text(words), origin, is_meta: isMeta }
}

const cell = (safe: SafeCell) => ({ shown: safe.shown, value: safe.shown ? safe.value : null })
const votes = (share: Share | undefined) =>
  share ? { agree: share.agree, disagree: share.disagree, pass: share.pass } : null

const standings = { 'too-few': 'too-few', one: 'one-group', several: 'several-groups' } as const

/** What the votes show, the same that the public page tells; `hash` when it is the closing report, which does not change. */
export function reportAnswer(
  report: OpinionReport,
  hash?: string,
): z.output<typeof schema.ConversationReport> {
  return {
    counted_at: report.countedAt,
    provisional: report.provisional,
    closing_hash: hash ?? null,
    standing: standings[report.standing],
    participants: cell(report.participants),
    votes: report.votes,
    groups: report.groups.map(({ letter, size, firmness }) => ({ letter, people: cell(size), firmness })),
    common_ground: report.commonGround.map(({ statementId, direction, lower }) => ({
      statement: statementId,
      direction,
      at_least: lower,
    })),
    divides: report.divides,
    statements: report.statements.map(({ id, number, words, all, groups }) => ({
      statement: id,
      number,
      words: text(words),
      votes: votes(all),
      by_group: groups.map((share, at) => ({ letter: report.groups[at]!.letter, votes: votes(share) })),
    })),
  }
}
