import type { Context } from 'hono'
import { paths } from '../../paths.ts'
import { answerPage } from '../../platform/http/answer.tsx'
import { csvStream } from '../../platform/documents/csv-writer.ts'
import { get, type Route } from '../../platform/http/route.ts'
import { speak } from '../../platform/i18n/speak.ts'
import { may, toMay } from '../agencies/permission.ts'
import { commentStates, cursorText, readCursor } from './comment.ts'
import { isNarrowed, lastLateDay, type ListWish, readListWish } from './comment-list.ts'
import {
  type CommentFilters,
  countByState,
  countComments,
  listAnswers,
  listCommentLanguages,
  listComments,
} from './comment.store.ts'
import { loggedActs } from './moderation.ts'
import { listQuestions } from './question.store.ts'
import { answerInWords, freeText, type KeptAnswer, type Question } from './question.ts'
import { dayIn } from './response-promise.ts'
import { sayOneOf } from './say-one-of.ts'
import { listModerationLog, promiseCondition } from './staff-list.store.ts'
import { pageProps, placeOf } from './work-place.ts'
import { type ListedComment, WorkCommentsPage } from './work-comments.page.tsx'

/** The list of an engagement's comments for staff, and the public log of what staff did. */
export const workCommentsRoutes: Route[] = [
  get(paths.workComments, toMay('read comments'), showList),
  get(paths.moderationLog, 'anyone', sendLog),
]

const perPage = 50

function filtersOf(c: Context, wish: ListWish): CommentFilters {
  const { timeZone } = c.get('agency')
  const lateDay = lastLateDay(dayIn(timeZone, c.get('now')), c.get('engagement').responseDays)
  return {
    states: wish.state && [wish.state],
    channel: wish.channel,
    language: wish.language,
    search: wish.search,
    questionId: wish.question,
    condition: wish.promise && promiseCondition(wish.promise, timeZone, lateDay),
  }
}

/** The words that a list shows of each comment: the author's own, else what was chosen. */
export function wordsOf(
  answers: readonly KeptAnswer[],
  questions: readonly Question[],
  language: 'en' | 'es' | 'ar',
): string {
  const text = freeText(answers)
  if (text !== '') return text
  const asked = new Map(questions.map((question) => [question.id, question]))
  return answers
    .flatMap((answer) => {
      const question = asked.get(answer.questionId)
      const words = question ? answerInWords(question, answer, language) : ''
      return words === '' ? [] : `${question?.code}: ${words}`
    })
    .join(' · ')
}

async function showList(c: Context) {
  const db = c.get('db')
  const { agencyId, id } = c.get('engagement')
  const wish = readListWish(c.req.query())
  const filters = filtersOf(c, wish)
  const after = readCursor(c.req.query('after'))
  const questions = await listQuestions(db, agencyId, id, { removed: true })
  const [found, counts, total, late, languages] = await Promise.all([
    listComments(db, agencyId, id, { ...filters, after, limit: perPage + 1 }),
    countByState(db, agencyId, id),
    countComments(db, agencyId, id, filters),
    countComments(db, agencyId, id, filtersOf(c, { promise: 'late' })),
    listCommentLanguages(db, agencyId, id, commentStates),
  ])
  const shown = found.slice(0, perPage)
  const answers = Map.groupBy(
    await listAnswers(
      db,
      agencyId,
      shown.map((comment) => comment.id),
    ),
    (answer) => answer.commentId,
  )
  const comments: ListedComment[] = shown.map((comment) => {
    const own = answers.get(comment.id) ?? []
    return { comment, words: wordsOf(own, questions, c.get('language')), inOwnWords: freeText(own) !== '' }
  })
  const query = isNarrowed(wish) ? { ...wish } : {}
  const last = shown.at(-1)
  const seat = c.get('seat')
  return answerPage(
    c,
    <WorkCommentsPage
      {...pageProps(c)}
      wish={wish}
      comments={comments}
      counts={counts}
      found={total}
      late={late}
      questions={questions.filter((question) => question.removedAt === null)}
      languages={languages}
      first={after && paths.workComments.to(placeOf(c), query)}
      next={
        found.length > perPage && last
          ? paths.workComments.to(placeOf(c), { ...query, after: cursorText(last) })
          : undefined
      }
      may={{
        enter: may(seat, 'enter comments for others'),
        bringIn: may(seat, 'import comments'),
        takeOut: may(seat, 'export data'),
      }}
    />,
  )
}

/** What staff did with comments, for everyone: no content, no person, no comment's id. */
async function sendLog(c: Context) {
  const { agencyId, id, slug } = c.get('engagement')
  const t = speak(c.get('language'))
  const lines = await listModerationLog(c.get('db'), agencyId, id, c.get('agency').timeZone, loggedActs)
  const stream = csvStream(
    [
      { name: t('comments-staff.log.day'), value: (line: (typeof lines)[number]) => line.day },
      {
        name: t('comments-staff.log.act'),
        value: (line) =>
          sayOneOf(t, `comments.acts.${line.act === 'not-duplicate' ? 'notDuplicate' : line.act}`, {
            agency: c.get('agency').name,
          }),
      },
      // An answer is for the one who asked; the log says only that there was one.
      { name: t('comments-staff.log.reason'), value: (line) => (line.act === 'answered' ? '' : line.reason) },
      { name: t('comments-staff.log.count'), value: (line) => line.count },
    ],
    merged(lines),
  )
  c.header('content-type', 'text/csv; charset=utf-8')
  c.header('content-disposition', `attachment; filename="moderation-${slug}.csv"`)
  return c.body(stream)
}

/** Answers of one day are one line, whatever was answered. */
function merged<Line extends { day: string; act: string; reason: string; count: number }>(
  lines: readonly Line[],
): Line[] {
  const result: Line[] = []
  for (const line of lines) {
    const same =
      line.act === 'answered'
        ? result.find((other) => other.act === 'answered' && other.day === line.day)
        : undefined
    if (same) same.count += line.count
    else result.push({ ...line, reason: line.act === 'answered' ? '' : line.reason })
  }
  return result
}
