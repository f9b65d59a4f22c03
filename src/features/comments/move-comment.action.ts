import { recordAct } from '../../platform/audit/audit.store.ts'
import { type Db, inTransaction } from '../../platform/db/database.ts'
import { speak } from '../../platform/i18n/speak.ts'
import type { Services } from '../../platform/services.ts'
import { wordsIn } from '../../platform/i18n/written.ts'
import { getEngagement } from '../engagements/engagement.store.ts'
import type { Engagement } from '../engagements/engagement.ts'
import { listAboutQuestions, listAboutYou, replaceAboutYou } from './about-question.store.ts'
import type { AboutYou } from './about-question.ts'
import { type Comment, counts } from './comment.ts'
import { addCommentEvent } from './comment-event.store.ts'
import { type KeptAnswer, listAnswers, replaceAnswers, saveComment } from './comment.store.ts'
import { fingerprint } from './fingerprint.ts'
import type { StaffAct } from './moderate-comment.action.ts'
import { findQuestion, listQuestions } from './question.store.ts'
import { answerInWords, freeText, type Question } from './question.ts'
import {
  isCoded,
  isUnderHold,
  lockComment,
  markRedacted,
  moveAnswer,
  removeAnswer,
  repointDuplicates,
} from './staff-list.store.ts'
import { languageForAuthor } from './send-comment.action.ts'
import { tellAuthor } from './tell-author.action.ts'

export type MoveComment =
  | { outcome: 'moved'; engagement: Engagement }
  | { outcome: 'not-there' }
  | { outcome: 'changed-meanwhile' }
  /** Codes or quotes rest on it; moving it would take their ground away. */
  | { outcome: 'coded' }
  /** A child's choices fit only the questions that they were made for. */
  | { outcome: 'choices-only' }
  /** A hold covers its engagement; elsewhere it would not. */
  | { outcome: 'held' }
  | { outcome: 'no-such-target' }

/**
 * Moves a comment to another engagement of the same agency, under one of its open text questions. Words and choices come along
 * in words; what its author said about themselves comes along where the other engagement asks the same.
 */
export async function moveToEngagement(
  { db, config }: Pick<Services, 'db' | 'config'>,
  by: StaffAct,
  target: { questionId: string },
  { reason, note }: { reason: string; note: string },
  now: Date,
): Promise<MoveComment> {
  const agencyId = by.agency.id
  return inTransaction(db, async (db) => {
    const comment = await lockComment(db, agencyId, by.commentId)
    if (!comment || comment.engagementId !== by.engagement.id || !counts(comment))
      return { outcome: 'not-there' }
    if (comment.version !== by.version) return { outcome: 'changed-meanwhile' }
    const question = await findQuestion(db, agencyId, target.questionId)
    if (
      !question ||
      question.kind !== 'text' ||
      question.removedAt !== null ||
      question.engagementId === comment.engagementId
    )
      return { outcome: 'no-such-target' }
    const engagement = await getEngagement(db, agencyId, question.engagementId)
    if (engagement.status === 'draft') return { outcome: 'no-such-target' }
    if (comment.age === 'under-13') return { outcome: 'choices-only' }
    if (await isUnderHold(db, agencyId, comment.engagementId)) return { outcome: 'held' }
    if (await isCoded(db, agencyId, comment.id)) return { outcome: 'coded' }
    const answers = await listAnswers(db, agencyId, [comment.id])
    const text = inOnePiece(
      answers,
      await listQuestions(db, agencyId, comment.engagementId, { removed: true }),
      comment,
      by,
    )
    const aboutYou = await aboutYouThere(db, comment, engagement)
    const redacted = answers.some((answer) => answer.redacted)
    for (const answer of answers) await removeAnswer(db, agencyId, answer.id)
    await replaceAboutYou(db, agencyId, comment.id, aboutYou)
    await repointDuplicates(db, agencyId, comment.id, null)
    await saveComment(
      db,
      { agencyId, id: comment.id },
      { engagementId: engagement.id, duplicateOf: null, fingerprint: fingerprint(text), changedAt: now },
    )
    await replaceAnswers(db, { ...comment, engagementId: engagement.id }, [
      { questionId: question.id, text, choices: null, number: null },
    ])
    if (redacted) await keepRedacted(db, comment)
    await noteMove(db, by, comment, engagement, { reason, note }, config.baseUrl, now)
    return { outcome: 'moved', engagement }
  })
}

async function noteMove(
  db: Db,
  by: StaffAct,
  comment: Comment,
  engagement: Engagement,
  { reason, note }: { reason: string; note: string },
  baseUrl: string,
  now: Date,
): Promise<void> {
  const agencyId = by.agency.id
  // In the log of the engagement that it leaves: there its absence wants an explanation.
  const eventId = await addCommentEvent(
    db,
    {
      agencyId,
      engagementId: comment.engagementId,
      commentId: comment.id,
      act: 'moved',
      byPerson: by.actorId,
      reason,
      note,
    },
    now,
  )
  await tellAuthor(
    db,
    { baseUrl, agency: by.agency, engagement, comment, act: 'moved', reason, eventId },
    now,
  )
  await recordAct(
    db,
    {
      agencyId,
      actorId: by.actorId,
      act: 'comment moved',
      subjectKind: 'comment',
      subjectId: comment.id,
      details: { from: by.engagement.slug, to: engagement.slug },
    },
    now,
  )
}

/** Corrected words of a redacted comment are looked at again, also after a move. */
async function keepRedacted(db: Db, comment: Comment): Promise<void> {
  const [answer] = await listAnswers(db, comment.agencyId, [comment.id])
  if (answer) await markRedacted(db, comment.agencyId, answer.id)
}

/** All that was answered as one text: the words as they are, choices behind the question that they answer. */
function inOnePiece(
  answers: readonly KeptAnswer[],
  questions: readonly Question[],
  comment: Comment,
  by: StaffAct,
): string {
  const asked = new Map(questions.map((question) => [question.id, question]))
  const language = languageForAuthor(by.agency, comment.language)
  const t = speak(language)
  const parts = answers.flatMap((answer) => {
    const question = asked.get(answer.questionId)
    if (!question) return []
    const words = answerInWords(question, answer, language)
    if (words === '') return []
    return answer.text === null
      ? t('comments-staff.moved.choice', { question: wordsIn(question.prompt, language), answer: words })
      : words
  })
  return parts.join('\n\n')
}

async function aboutYouThere(db: Db, comment: Comment, engagement: Engagement): Promise<AboutYou[]> {
  const { agencyId } = comment
  const said = await listAboutYou(db, agencyId, [comment.id])
  const here = await listAboutQuestions(db, agencyId, comment.engagementId, { removed: true })
  const there = await listAboutQuestions(db, agencyId, engagement.id)
  return said.flatMap(({ aboutQuestionId, value }) => {
    const question = here.find((one) => one.id === aboutQuestionId)
    const label = question?.options.find((option) => option.id === value)?.label
    if (!question || !label) return []
    const same = there.find(
      (one) => wordsIn(one.prompt, one.prompt.source) === wordsIn(question.prompt, question.prompt.source),
    )
    const option = same?.options.find(
      (one) => wordsIn(one.label, one.label.source) === wordsIn(label, label.source),
    )
    return same && option ? [{ aboutQuestionId: same.id, value: option.id }] : []
  })
}

/** Moves one answer in words to another open question of the same engagement that this comment has not answered. */
export async function moveToQuestion(
  { db, config }: Pick<Services, 'db' | 'config'>,
  by: StaffAct,
  { answerId, questionId }: { answerId: string; questionId: string },
  { reason, note }: { reason: string; note: string },
  now: Date,
): Promise<MoveComment> {
  const agencyId = by.agency.id
  return inTransaction(db, async (db) => {
    const comment = await lockComment(db, agencyId, by.commentId)
    if (!comment || comment.engagementId !== by.engagement.id || !counts(comment))
      return { outcome: 'not-there' }
    if (comment.version !== by.version) return { outcome: 'changed-meanwhile' }
    const answers = await listAnswers(db, agencyId, [comment.id])
    const answer = answers.find((one) => one.id === answerId)
    const question = await findQuestion(db, agencyId, questionId)
    const fits =
      question?.kind === 'text' &&
      question.engagementId === comment.engagementId &&
      question.removedAt === null
    if (!answer || answer.text === null || !fits || answers.some((one) => one.questionId === questionId))
      return { outcome: 'no-such-target' }
    await moveAnswer(db, agencyId, answerId, { engagementId: comment.engagementId, questionId })
    const order = await listAnswers(db, agencyId, [comment.id])
    await saveComment(
      db,
      { agencyId, id: comment.id },
      { fingerprint: fingerprint(freeText(order)), changedAt: now },
    )
    await noteMove(db, by, comment, by.engagement, { reason, note }, config.baseUrl, now)
    return { outcome: 'moved', engagement: by.engagement }
  })
}
