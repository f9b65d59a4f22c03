import type { z } from 'zod'
import { paths } from '../../paths.ts'
import type { Language } from '../../platform/i18n/language.ts'
import type { Written } from '../../platform/i18n/written.ts'
import type { SafeCell } from '../../analysis/disclosure/cell.ts'
import type { Agency } from '../agencies/agency.ts'
import type { AboutQuestion } from '../comments/about-question.ts'
import type { AnswerTranslation } from '../comments/answer-translation.ts'
import type * as comments from '../comments/comment.ts'
import { isEmptyAnswer, type KeptAnswer, type Question } from '../comments/question.ts'
import type { Decision } from '../decisions/decision.ts'
import type { Disposition } from '../decisions/disposition.ts'
import { dayIn } from '../engagements/agency-time.ts'
import { type Engagement, takesComments } from '../engagements/engagement.ts'
import type { TimelineEntry } from '../engagements/timeline.ts'
import type { Theme } from '../themes/theme.ts'
import type * as schema from './api-schema.ts'

/** What shapes an answer besides its content: where we are, whose it is, and when. */
export type Place = { baseUrl: string; agency: Agency; now: Date }

/** A text as the interface tells it. */
export function text({ source, texts }: Written): schema.WireText {
  return { source, texts }
}

/** The page for people, in the agency's first language. */
export function page(place: Place): { language: Language; agency: string } {
  return { language: place.agency.languages[0] ?? 'en', agency: place.agency.slug }
}

export function engagementAnswer(
  place: Place,
  engagement: Engagement,
  published: number,
): z.output<typeof schema.Engagement> {
  const { agency, baseUrl, now } = place
  return {
    id: engagement.id,
    slug: engagement.slug,
    status: engagement.status === 'open' ? 'open' : 'closed',
    title: text(engagement.title),
    purpose: text(engagement.purpose),
    decision_question: text(engagement.decisionQuestion),
    decided_by: text(engagement.decidedBy),
    input_use: text(engagement.inputUse),
    hardest_issue: text(engagement.hardestIssue),
    moderation: engagement.moderation,
    moderation_policy: text(engagement.moderationPolicy),
    languages: engagement.languages,
    contact: {
      name: engagement.contactName,
      address: engagement.contactAddress,
      phone: engagement.contactPhone,
    },
    frameworks: engagement.frameworks,
    opens_on: engagement.opensOn,
    closes_on: engagement.closesOn,
    response_days: engagement.responseDays,
    takes_comments: takesComments(engagement, dayIn(agency.timeZone, now)),
    comments: published,
    changed_at: engagement.changedAt.toISOString(),
    url: baseUrl + paths.hub.to({ ...page(place), engagement: engagement.slug }),
  }
}

export function questionsAnswer(
  questions: readonly Question[],
  aboutQuestions: readonly AboutQuestion[],
): Pick<z.output<typeof schema.EngagementWithQuestions>, 'questions' | 'about_questions'> {
  const options = (given: readonly { id: string; label: Written }[]) =>
    given.map(({ id, label }) => ({ id, label: text(label) }))
  return {
    questions: questions.map((question) => ({
      code: question.code,
      kind: question.kind,
      prompt: text(question.prompt),
      hint: text(question.hint),
      options: options(question.options),
      required: question.required,
    })),
    about_questions: aboutQuestions.map(({ key, prompt, options: given }) => ({
      key,
      prompt: text(prompt),
      options: options(given),
    })),
  }
}

export function timelineAnswer(entry: TimelineEntry): z.output<typeof schema.TimelineEntry> {
  return {
    id: entry.id,
    day: entry.day,
    starts_at: entry.startsAt?.toISOString() ?? null,
    ends_at: entry.endsAt?.toISOString() ?? null,
    title: text(entry.title),
    detail: text(entry.detail),
    place: entry.place,
    takes_part: entry.takesPart,
    cancelled: entry.cancelledAt !== null,
    changed_at: entry.changedAt.toISOString(),
  }
}

export type CommentParts = {
  answers: readonly KeptAnswer[]
  /** The code of each question, by its id. */
  codes: ReadonlyMap<string, string>
  translations: readonly AnswerTranslation[]
}

/** A published comment: its words and where they came in, nothing about its author. Its day is told, not its minute. */
export function commentAnswer(
  { agency }: Pick<Place, 'agency'>,
  comment: comments.Comment,
  { answers, codes, translations }: CommentParts,
): z.output<typeof schema.Comment> {
  return {
    id: comment.id,
    channel: comment.channel,
    language: comment.language,
    received_on: dayIn(agency.timeZone, comment.receivedAt),
    near_duplicate_of: comment.duplicateOf,
    answers: answers
      .filter((answer) => answer.commentId === comment.id && !isEmptyAnswer(answer))
      .map((answer) => ({
        question: codes.get(answer.questionId) ?? '',
        text: answer.text,
        choices: answer.choices,
        number: answer.number,
        redacted: answer.redacted,
        translations: translations
          .filter((one) => one.answerId === answer.id)
          .map((one) => ({ language: one.language, text: one.text, origin: one.origin })),
      })),
  }
}

/** A theme that is public, with how many comments speak of it as far as that may be told. */
export function themeAnswer(
  place: Place,
  engagement: Engagement,
  theme: Theme & { publishedAt: Date },
  comments: SafeCell,
): z.output<typeof schema.Theme> {
  return {
    id: theme.id,
    title: text(theme.title),
    summary: text(theme.summary),
    is_minority: theme.isMinority,
    comments: { shown: comments.shown, value: comments.shown ? comments.value : null },
    published_at: theme.publishedAt.toISOString(),
    url:
      place.baseUrl + paths.publicTheme.to({ ...page(place), engagement: engagement.slug, theme: theme.id }),
  }
}

/** A published decision with what became of each theme. */
export function decisionAnswer(
  place: Place,
  engagement: Engagement,
  decision: Decision & { publishedAt: Date },
  dispositions: readonly Disposition[],
): z.output<typeof schema.Decision> {
  return {
    id: decision.id,
    question: text(decision.question),
    options: decision.options.map(({ id, label }) => ({ id, label: text(label) })),
    method: decision.method,
    method_detail: decision.methodDetail,
    result: text(decision.result),
    minority_statement: text(decision.minorityStatement),
    responsible: decision.responsible,
    decided_on: decision.decidedOn,
    review_on: decision.reviewOn,
    published_at: decision.publishedAt.toISOString(),
    dispositions: dispositions
      .filter((disposition) => disposition.decisionId === decision.id)
      .map((disposition) => ({
        theme: disposition.themeId,
        outcome: disposition.outcome,
        reason: text(disposition.reason),
        follow_up: disposition.followUp,
        follow_up_note: text(disposition.followUpNote),
        followed_up_at: disposition.followedUpAt?.toISOString() ?? null,
      })),
    url:
      place.baseUrl +
      paths.decision.to({ ...page(place), engagement: engagement.slug, decision: decision.id }),
  }
}
