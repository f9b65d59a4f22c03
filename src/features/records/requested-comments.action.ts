import type { Db } from '../../platform/db/database.ts'
import type { Language } from '../../platform/i18n/language.ts'
import { wordsIn } from '../../platform/i18n/written.ts'
import type { Agency } from '../agencies/agency.ts'
import type { Comment } from '../comments/comment.ts'
import { listAnswers } from '../comments/comment.store.ts'
import { answerInWords, isEmptyAnswer } from '../comments/question.ts'
import { listQuestionsById } from '../comments/question.store.ts'
import { dayIn } from '../engagements/agency-time.ts'
import type { RequestedComment } from './records-request.ts'

/** Comments of a request with their answers in words; `first` is the number of the first of them. */
export async function requestedComments(
  db: Db,
  agency: Agency,
  comments: readonly Comment[],
  language: Language,
  first = 1,
): Promise<RequestedComment[]> {
  const answers = await listAnswers(
    db,
    agency.id,
    comments.map((comment) => comment.id),
  )
  const ids = [...new Set(answers.map((answer) => answer.questionId))]
  const questions = new Map(
    (await listQuestionsById(db, agency.id, ids)).map((question) => [question.id, question]),
  )
  const byComment = Map.groupBy(answers, (answer) => answer.commentId)
  return comments.map((comment, index) => ({
    id: comment.id,
    number: first + index,
    receivedOn: dayIn(agency.timeZone, comment.receivedAt),
    channel: comment.channel,
    language: comment.language,
    state: comment.state,
    answers: (byComment.get(comment.id) ?? []).flatMap((answer) => {
      const question = questions.get(answer.questionId)
      if (!question || isEmptyAnswer(answer)) return []
      const words = answerInWords(question, answer, language)
      return [
        {
          id: answer.id,
          questionCode: question.code,
          question: wordsIn(question.prompt, language),
          words,
          isText: answer.text !== null,
        },
      ]
    }),
  }))
}
