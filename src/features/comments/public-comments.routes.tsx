import type { Context } from 'hono'
import { paths } from '../../paths.ts'
import { answerRecentPage } from '../../platform/http/public-answer.tsx'
import { get, type Route } from '../../platform/http/route.ts'
import '../agencies/context.ts'
import '../engagements/context.ts'
import { takesComments } from '../engagements/engagement.ts'
import { listTranslations } from './answer-translation.store.ts'
import { type Comment, cursorText, readCursor } from './comment.ts'
import {
  countByState,
  countComments,
  listAnswers,
  listCommentLanguages,
  listComments,
  listDuplicates,
} from './comment.store.ts'
import { PublicCommentsPage, type PublicFilters, type ShownComment } from './public-comments.page.tsx'
import { listQuestions, listQuestionsById } from './question.store.ts'
import { dayIn } from './response-promise.ts'
import type { Db } from '../../platform/db/database.ts'

const pageLength = 20

/** What everyone may read of what was said. */
export const publicListRoutes: Route[] = [
  get(paths.comments, 'anyone', (c) => answerRecentPage(c, () => commentsPage(c))),
]

async function commentsPage(c: Context<object, typeof paths.comments.pattern>) {
  const [db, agency, engagement, view] = [c.get('db'), c.get('agency'), c.get('engagement'), c.get('view')]
  const [questions, states, languages] = await Promise.all([
    listQuestions(db, agency.id, engagement.id, { removed: true }),
    countByState(db, agency.id, engagement.id),
    listCommentLanguages(db, agency.id, engagement.id, ['published']),
  ])
  const filters: PublicFilters = {
    question: questions.find((question) => question.code === c.req.query('question'))?.code,
    language: languages.find(({ language }) => language === c.req.query('language'))?.language,
    search: c.req.query('search')?.replaceAll('\u0000', '').toWellFormed().trim().slice(0, 200) || undefined,
  }
  const after = readCursor(c.req.query('after'))
  const wanted = {
    states: ['published'] as const,
    headsOnly: true,
    language: filters.language,
    search: filters.search,
    questionId: questions.find((question) => question.code === filters.question)?.id,
  }
  const filtering = Object.values(filters).some(Boolean)
  const [listed, found] = await Promise.all([
    listComments(db, agency.id, engagement.id, { ...wanted, after, limit: pageLength + 1 }),
    filtering ? countComments(db, agency.id, engagement.id, wanted) : states.published,
  ])
  const heads = listed.slice(0, pageLength)
  const duplicates = await listDuplicates(
    db,
    agency.id,
    heads.map((head) => head.id),
    ['published'],
  )
  const shown = await withWords(db, agency.id, [...heads, ...duplicates], view.language)
  // A comment that was moved here answered the questions of another engagement.
  const known = new Set(questions.map((question) => question.id))
  const answered = [...shown.values()].flatMap(({ answers }) => answers.map((answer) => answer.questionId))
  const elsewhere = await listQuestionsById(db, agency.id, [
    ...new Set(answered.filter((id) => !known.has(id))),
  ])
  const comments = heads.map((head) => ({
    ...shown.get(head.id)!,
    duplicates: duplicates.filter((one) => one.duplicateOf === head.id).map((one) => shown.get(one.id)!),
  }))
  const last = heads.at(-1)
  return (
    <PublicCommentsPage
      view={view}
      agency={agency}
      engagement={engagement}
      questions={questions}
      askedElsewhere={elsewhere}
      languages={languages.map(({ language }) => language)}
      filters={filters}
      comments={comments}
      total={states.published}
      found={found}
      firstPage={after === undefined}
      next={listed.length > pageLength && last ? cursorText(last) : undefined}
      takesComments={takesComments(engagement, dayIn(agency.timeZone, c.get('now')))}
    />
  )
}

/** The answers and translations of all comments of a page, in two queries. */
async function withWords(
  db: Db,
  agencyId: string,
  comments: readonly Comment[],
  language: string,
): Promise<Map<string, ShownComment>> {
  const answers = await listAnswers(
    db,
    agencyId,
    comments.map((comment) => comment.id),
  )
  const foreign = new Set(
    comments.filter((comment) => comment.language !== language).map((comment) => comment.id),
  )
  const translated = answers.filter((answer) => foreign.has(answer.commentId)).map((answer) => answer.id)
  const translations = new Map(
    (await listTranslations(db, agencyId, translated, language)).map((one) => [one.answerId, one]),
  )
  const byComment = Map.groupBy(answers, (answer) => answer.commentId)
  return new Map(
    comments.map((comment) => [
      comment.id,
      { comment, answers: byComment.get(comment.id) ?? [], translations },
    ]),
  )
}
