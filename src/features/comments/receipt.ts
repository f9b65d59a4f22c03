import { groupedCode, normalCode } from '../../platform/session/session.ts'
import type { Agency } from '../agencies/agency.ts'
import type { Engagement } from '../engagements/engagement.ts'
import type { AboutQuestion, AboutYou } from './about-question.ts'
import type { Asked } from './comment-form.ts'
import type { Comment } from './comment.ts'
import type { CommentEvent } from './comment-event.ts'
import { isEmptyAnswer, type KeptAnswer, type Question } from './question.ts'

/** About 54 bits: nobody finds another's receipt by trying, and a person can still read it out. */
export const receiptLength = 12

/** A receipt code as it is shown, on screen and on paper: three groups of four. */
export function shownReceipt(code: string): string {
  return groupedCode(code)
}

/** What a person typed as their receipt code; undefined when it cannot be one. */
export function readReceipt(typed: string): string | undefined {
  if (typed.length > 100) return undefined
  const code = normalCode(typed)
  return /^[34679ACDEFGHJKMNPQRTWXY]{12}$/.test(code) ? code : undefined
}

/** Everything that the holder of a receipt may see of their comment. */
export type HeldReceipt = {
  agency: Agency
  engagement: Engagement
  comment: Comment
  /** Also those that were removed since, because old answers still need them. */
  questions: Question[]
  answers: KeptAnswer[]
  aboutQuestions: AboutQuestion[]
  aboutYou: AboutYou[]
  events: CommentEvent[]
}

/** What its author may correct: everything that is asked now, and whatever they answered that is no longer asked. */
export function correctable({
  questions,
  answers,
  aboutQuestions,
  aboutYou,
  engagement,
}: HeldReceipt): Asked {
  const answered = new Set(
    answers.filter((answer) => !isEmptyAnswer(answer)).map((answer) => answer.questionId),
  )
  const told = new Set(aboutYou.map((said) => said.aboutQuestionId))
  return {
    questions: questions.filter(
      ({ id, removedAt, engagementId }) =>
        answered.has(id) || (removedAt === null && engagementId === engagement.id),
    ),
    aboutQuestions: aboutQuestions.filter(({ id, removedAt }) => removedAt === null || told.has(id)),
  }
}
