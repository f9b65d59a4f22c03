import type { Db } from '../../platform/db/database.ts'
import { getAgency } from '../agencies/agency.store.ts'
import { getEngagement } from '../engagements/engagement.store.ts'
import { listAboutQuestions, listAboutYou } from './about-question.store.ts'
import { listCommentEvents } from './comment-event.store.ts'
import { findByReceipt, listAnswers } from './comment.store.ts'
import { listQuestions, listQuestionsById } from './question.store.ts'
import { type HeldReceipt, readReceipt } from './receipt.ts'

/** What a receipt code, as typed or linked, leads to. */
export async function findReceipt(db: Db, typedCode: string): Promise<HeldReceipt | undefined> {
  const code = readReceipt(typedCode)
  const comment = code === undefined ? undefined : await findByReceipt(db, code)
  if (!comment) return undefined
  const { agencyId, engagementId, id } = comment
  const [agency, engagement, questions, answers, aboutQuestions, aboutYou, events] = await Promise.all([
    getAgency(db, agencyId),
    getEngagement(db, agencyId, engagementId),
    listQuestions(db, agencyId, engagementId, { removed: true }),
    listAnswers(db, agencyId, [id]),
    listAboutQuestions(db, agencyId, engagementId, { removed: true }),
    listAboutYou(db, agencyId, [id]),
    listCommentEvents(db, agencyId, id),
  ])
  const known = new Set(questions.map((question) => question.id))
  const elsewhere = answers.map((answer) => answer.questionId).filter((questionId) => !known.has(questionId))
  const all = elsewhere.length
    ? [...questions, ...(await listQuestionsById(db, agencyId, elsewhere))]
    : questions
  return { agency, engagement, comment, questions: all, answers, aboutQuestions, aboutYou, events }
}

/** The receipts of everything that a person said while signed in, oldest first. */
export async function listReceiptsOf(db: Db, personId: string): Promise<HeldReceipt[]> {
  const rows = await db
    .selectFrom('comment')
    .select('receiptCode')
    .where('personId', '=', personId)
    .orderBy('receivedAt')
    .execute()
  const receipts: HeldReceipt[] = []
  for (const { receiptCode } of rows) {
    const receipt = await findReceipt(db, receiptCode)
    if (receipt) receipts.push(receipt)
  }
  return receipts
}
