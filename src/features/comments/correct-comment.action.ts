import { contentHash } from '../../platform/audit/audit.ts'
import { recordAct } from '../../platform/audit/audit.store.ts'
import { type Db, inTransaction } from '../../platform/db/database.ts'
import type { Engagement } from '../engagements/engagement.ts'
import { listAboutYou, replaceAboutYou } from './about-question.store.ts'
import type { AboutYou } from './about-question.ts'
import { type AgeProblem, ageProblemsOf } from './age.ts'
import { type Comment, type CommentState, mayCorrect } from './comment.ts'
import { addCommentEvent } from './comment-event.store.ts'
import { listAnswers, replaceAnswers, saveComment } from './comment.store.ts'
import { detectLanguage } from './detect-language.ts'
import { fingerprint } from './fingerprint.ts'
import { type Answer, freeText } from './question.ts'
import { lockComment } from './staff-list.store.ts'

export type CorrectComment =
  | { outcome: 'corrected'; state: CommentState }
  /** Somebody, such as staff taking out personal information, changed it after the page was shown. */
  | { outcome: 'changed-meanwhile'; comment: Comment }
  | { outcome: 'too-late' }
  | { outcome: 'not-allowed'; reason: AgeProblem | 'empty' }

/**
 * Lets the author change their own words. Codes and quotes stay and staff see that the words changed since; what was there
 * before leaves only its hash. `actorId` is the author when signed in.
 */
export async function correctComment(
  db: Db,
  correction: {
    engagement: Engagement
    commentId: string
    /** The version that the author saw. */
    version: number
    answers: readonly Answer[]
    aboutYou: readonly AboutYou[]
    /** The language of the page. */
    language: string
    actorId?: string
  },
  now: Date,
): Promise<CorrectComment> {
  const { engagement, commentId, version, answers, aboutYou } = correction
  const agencyId = engagement.agencyId
  return inTransaction(db, async (db) => {
    const comment = await lockComment(db, agencyId, commentId)
    if (!comment || !mayCorrect(comment)) return { outcome: 'too-late' }
    const problem = problemOf(comment, answers)
    if (problem) return { outcome: 'not-allowed', reason: problem }
    const before = await listAnswers(db, agencyId, [commentId])
    const saidBefore = await listAboutYou(db, agencyId, [commentId])
    const text = freeText(answers)
    const state = stateAfterCorrection(
      comment.state,
      engagement.moderation,
      before.some((answer) => answer.redacted),
    )
    const saved = await saveComment(
      db,
      { agencyId, id: commentId, version },
      {
        state,
        changedAt: now,
        fingerprint: fingerprint(text),
        language: detectLanguage(text, correction.language),
      },
    )
    if (!saved) return { outcome: 'changed-meanwhile', comment }
    await replaceAnswers(db, comment, answers)
    await replaceAboutYou(db, agencyId, commentId, aboutYou)
    await addCommentEvent(
      db,
      { agencyId, engagementId: comment.engagementId, commentId, act: 'corrected' },
      now,
    )
    await recordAct(
      db,
      {
        agencyId,
        actorId: correction.actorId ?? null,
        act: 'comment corrected',
        subjectKind: 'comment',
        subjectId: commentId,
        details: { engagement: engagement.slug, state },
        contentHash: contentHash({
          answers: before.map(({ questionId, text, choices, number }) => ({
            questionId,
            text,
            choices,
            number,
          })),
          aboutYou: saidBefore.map(({ aboutQuestionId, value }) => ({ aboutQuestionId, value })),
        }),
      },
      now,
    )
    return { outcome: 'corrected', state }
  })
}

function problemOf(comment: Comment, answers: readonly Answer[]): AgeProblem | 'empty' | undefined {
  if (answers.length === 0) return 'empty'
  const hasFreeText = answers.some((answer) => answer.text !== null)
  return ageProblemsOf({ ...comment, hasFreeText, hasContact: false })[0]
}

/**
 * Corrected words are looked at again before they are public where the policy says so, and where staff had taken personal
 * information out: else a correction would be the way around moderation.
 */
export function stateAfterCorrection(
  state: CommentState,
  moderation: 'before' | 'after',
  redacted: boolean,
): CommentState {
  return state === 'published' && (moderation === 'before' || redacted) ? 'waiting' : state
}
