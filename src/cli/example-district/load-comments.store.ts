import type { Comment, CommentState } from '../../features/comments/comment.ts'
import { addCommentEvent } from '../../features/comments/comment-event.store.ts'
import { addComment } from '../../features/comments/comment.store.ts'
import { fingerprint } from '../../features/comments/fingerprint.ts'
import { type Answer, freeText } from '../../features/comments/question.ts'
import { receiptLength } from '../../features/comments/receipt.ts'
import type { Db } from '../../platform/db/database.ts'
import { newId } from '../../platform/db/id.ts'
import { newCode } from '../../platform/session/session.ts'
import type { ExampleComment, ExampleDistrict, ExampleRange } from './district-model.ts'
import { agencyIdOf, idOf, keepId, type Keys } from './keys.ts'

/** Puts every comment in with its answers, what staff did with it, and what its author said about themselves. Gives their number. */
export async function loadComments(
  db: Db,
  district: ExampleDistrict,
  keys: Keys,
  now: Date,
): Promise<number> {
  const kinds = new Map(district.questions.map((question) => [question.key, question.kind]))
  const all = [...district.earlierComments, ...district.comments]
  for (const comment of all) {
    const agencyId = agencyIdOf(keys, comment.engagement)
    const answers = answersOf(comment, kinds, keys)
    const about = Object.entries(comment.about).map(([key, value]) => ({
      aboutQuestionId: idOf(keys, 'attribute', `${comment.engagement}/${key}`),
      value,
    }))
    const row = rowOf(comment, agencyId, answers, keys, now)
    await addComment(db, row, answers, about)
    await addEvents(db, comment, row, keys)
  }
  await keepAnswerIds(db, all, keys)
  return all.length
}

function answersOf(comment: ExampleComment, kinds: ReadonlyMap<string, string>, keys: Keys): Answer[] {
  const said = Object.entries(comment.texts).map(([question, text]) => ({
    questionId: idOf(keys, 'question', question),
    text: redacted(
      text,
      comment.moderation.redactions.filter((range) => range.question === question),
    ),
    choices: null,
    number: null,
  }))
  const chosen = Object.entries(comment.choices).map(([question, choices]) => {
    const isScale = kinds.get(question) === 'scale'
    return {
      questionId: idOf(keys, 'question', question),
      text: null,
      choices: isScale ? null : choices,
      number: isScale ? Number(choices[0]) : null,
    }
  })
  return [...said, ...chosen]
}

/** The text with the ranges blacked out, character for character, so that quotes still fit. */
function redacted(text: string, ranges: readonly ExampleRange[]): string {
  let result = text
  for (const { start, end } of ranges)
    result = result.slice(0, start) + '█'.repeat(end - start) + result.slice(end)
  return result
}

function rowOf(
  comment: ExampleComment,
  agencyId: string,
  answers: readonly Answer[],
  keys: Keys,
  now: Date,
): Comment {
  const receivedAt = new Date(comment.enteredAt ?? comment.sentAt)
  const state: CommentState = comment.withdrawnAt !== null ? 'withdrawn' : comment.moderation.state
  return {
    agencyId,
    id: keepId(keys, 'comment', comment.key, newId(receivedAt.getTime())),
    engagementId: idOf(keys, 'engagement', comment.engagement),
    receiptCode: newCode(receiptLength),
    channel: comment.channel,
    language: comment.language,
    state,
    age: comment.age,
    guardianConsent: comment.guardianConsent,
    receivedAt,
    answeredAt: answeredAt(comment, receivedAt, now),
    changedAt:
      new Date(comment.withdrawnAt ?? comment.moderation.at) < now
        ? new Date(comment.withdrawnAt ?? comment.moderation.at)
        : now,
    version: 1,
    submissionKey: `example:${comment.key}`,
    fingerprint: fingerprint(freeText(answers)),
    duplicateOf: comment.duplicateOf === null ? null : idOf(keys, 'comment', comment.duplicateOf),
    importId: null,
    enteredBy: comment.enteredBy === null ? null : idOf(keys, 'person', comment.enteredBy),
    enteredNote: '',
    personId: null,
    contactChannel: comment.contact?.by ?? null,
    contactAddress: comment.contact?.address ?? null,
    provenance: { example: true },
  }
}

/** Nearly every comment was answered within its ten working days; one in twelve took longer, and the newest still wait. */
function answeredAt(comment: ExampleComment, receivedAt: Date, now: Date): Date | null {
  if (comment.moderation.state === 'spam' || comment.withdrawnAt !== null) return null
  const number = Number.parseInt(comment.key.replace(/\D/g, '') || '0', 10)
  const days = number % 12 === 0 ? 19 : 2 + (number % 7)
  const at = new Date(receivedAt.getTime() + days * 86_400_000)
  return at < now ? at : null
}

async function addEvents(db: Db, comment: ExampleComment, row: Comment, keys: Keys): Promise<void> {
  const { moderation } = comment
  const by = idOf(keys, 'person', moderation.by)
  const about = { agencyId: row.agencyId, commentId: row.id, engagementId: row.engagementId }
  const reason = moderation.reason ?? ''
  const at = new Date(moderation.at)
  if (moderation.redactions.length)
    await addCommentEvent(db, { ...about, act: 'redacted', byPerson: by, reason }, at)
  else if (moderation.state !== 'published')
    await addCommentEvent(db, { ...about, act: moderation.state, byPerson: by, reason }, at)
  if (comment.withdrawnAt !== null)
    await addCommentEvent(db, { ...about, act: 'withdrawn' }, new Date(comment.withdrawnAt))
}

/** Quotes and codings point at answers: which answer of which comment got which id. */
async function keepAnswerIds(db: Db, comments: readonly ExampleComment[], keys: Keys): Promise<void> {
  const commentKeys = new Map(comments.map((comment) => [idOf(keys, 'comment', comment.key), comment.key]))
  const questionKeys = new Map(
    [...keys.ids]
      .filter(([key]) => key.startsWith('question:'))
      .map(([key, id]) => [id, key.slice('question:'.length)]),
  )
  const agencies = new Set(comments.map((comment) => agencyIdOf(keys, comment.engagement)))
  for (const agencyId of agencies) {
    const answers = await db
      .selectFrom('answer')
      .select(['id', 'commentId', 'questionId'])
      .where('agencyId', '=', agencyId)
      .execute()
    for (const answer of answers) {
      keepId(
        keys,
        'answer',
        `${commentKeys.get(answer.commentId)}/${questionKeys.get(answer.questionId)}`,
        answer.id,
      )
    }
  }
}
