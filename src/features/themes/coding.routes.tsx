import type { Context } from 'hono'
import { paths } from '../../paths.ts'
import { answerPage, seeOther } from '../../platform/http/answer.tsx'
import { readTyped, type Typed, typedText } from '../../platform/http/form.ts'
import { get, post, type Route } from '../../platform/http/route.ts'
import type { Fault } from '../../ui/components.ts'
import { may, toMay } from '../agencies/permission.ts'
import { listTranslations } from '../comments/answer-translation.store.ts'
import { counts } from '../comments/comment.ts'
import { findComment, listAnswers } from '../comments/comment.store.ts'
import { listQuestions } from '../comments/question.store.ts'
import { pageProps, placeOf } from '../comments/work-place.ts'
import { listPeople } from '../people/person.store.ts'
import { signedIn } from '../people/signed-in.ts'
import { listCodes } from './code.store.ts'
import { CodingPage } from './coding.page.tsx'
import { readComment } from './read-comment.action.ts'
import {
  countProgress,
  countToRead,
  findNextToRead,
  findWordsChange,
  listCoderProgress,
  listReadings,
  type Round,
  rounds,
} from './reading.store.ts'
import {
  type GivenCode,
  mayReadAgain,
  quotedWords,
  quoteField,
  readCodes,
  stanceField,
  type TextAnswer,
  wordsChangedSince,
} from './reading.ts'
import { sayFaults } from './say-faults.ts'
import { WorkbenchPage } from './workbench.page.tsx'

export const codingRoutes: Route[] = [
  get(paths.workCoding, toMay('code comments'), showProgress),
  get(paths.workCodingComment, toMay('code comments'), (c) =>
    answerBench(c, c.req.param('comment'), readRound(c.req.query('round'))),
  ),
  post(paths.workCodingComment, toMay('code comments'), save),
]

function readRound(text: string | undefined): Round {
  return rounds.find((round) => round === text) ?? 'first'
}

async function showProgress(c: Context<object, typeof paths.workCoding.pattern>): Promise<Response> {
  const db = c.get('db')
  const [agencyId, engagementId, coderId] = [c.get('agency').id, c.get('engagement').id, signedIn(c).id]
  const nextIn = (round: Round) => findNextToRead(db, { agencyId, engagementId, coderId, round })
  const waitingIn = (round: Round) => countToRead(db, { agencyId, engagementId, coderId, round })
  const [codes, progress, coders, next, waiting] = await Promise.all([
    listCodes(db, agencyId, engagementId),
    countProgress(db, agencyId, engagementId),
    listCoderProgress(db, agencyId, engagementId),
    Promise.all([nextIn('first'), nextIn('second'), nextIn('changed')]),
    Promise.all([waitingIn('first'), waitingIn('second'), waitingIn('changed')]),
  ])
  const people = await listPeople(
    db,
    coders.map((coder) => coder.coderId),
  )
  const names = new Map(people.map((person) => [person.id, person.name]))
  const page = (
    <CodingPage
      {...pageProps(c)}
      hasCodes={codes.length > 0}
      progress={progress}
      coders={coders.map((coder) => ({
        ...coder,
        name: names.get(coder.coderId) ?? c.get('t')('themes.agreement.someone'),
      }))}
      next={{ first: next[0], second: next[1], changed: next[2] }}
      waiting={{ first: waiting[0], second: waiting[1], changed: waiting[2] }}
      mayCompare={may(c.get('seat'), 'write themes')}
    />
  )
  return answerPage(c, page)
}

/** The fields of the workbench as a reading would fill them. */
function typedReading(given: readonly GivenCode[], memo: string, answers: readonly TextAnswer[]): Typed {
  const typed: Record<string, string | string[]> = { code: given.map((one) => one.codeId), memo }
  for (const { codeId, stance, quote } of given) {
    typed[stanceField(codeId)] = stance
    if (quote) typed[quoteField(codeId)] = quotedWords(answers, quote)
  }
  return typed
}

async function answerBench(
  c: Context,
  commentId: string,
  round: Round,
  typed?: Typed,
  faults?: readonly Fault[],
): Promise<Response> {
  const db = c.get('db')
  const [agencyId, engagementId, coderId] = [c.get('agency').id, c.get('engagement').id, signedIn(c).id]
  const comment = await findComment(db, agencyId, commentId)
  if (!comment || comment.engagementId !== engagementId || !counts(comment)) return c.notFound()
  const [questions, answers, codes, readings, changed, next, waiting] = await Promise.all([
    listQuestions(db, agencyId, engagementId, { removed: true }),
    listAnswers(db, agencyId, [commentId]),
    listCodes(db, agencyId, engagementId, { retired: true }),
    listReadings(db, agencyId, commentId),
    findWordsChange(db, agencyId, commentId),
    findNextToRead(db, { agencyId, engagementId, coderId, round, after: commentId }),
    countToRead(db, { agencyId, engagementId, coderId, round }),
  ])
  const language = c.get('language')
  const foreign =
    comment.language === language
      ? []
      : await listTranslations(
          db,
          agencyId,
          answers.map((answer) => answer.id),
          language,
        )
  const own = readings.find((reading) => reading.coderId === coderId)
  const givenBefore = new Set(own?.given.map((one) => one.codeId))
  const page = (
    <WorkbenchPage
      {...pageProps(c)}
      comment={comment}
      questions={questions}
      answers={answers.map((answer) => ({
        ...answer,
        translation: foreign.find((one) => one.answerId === answer.id),
      }))}
      codes={codes.filter((code) => code.retiredAt === null || givenBefore.has(code.id))}
      typed={typed ?? (own ? typedReading(own.given, own.memo, answers) : {})}
      faults={faults}
      round={round}
      skipTo={next && paths.workCodingComment.to({ ...placeOf(c), comment: next }, { round })}
      left={waiting}
      readAt={own?.finishedAt}
      changedSince={own !== undefined && wordsChangedSince(own.finishedAt, changed)}
      closed={!mayReadAgain(readings, coderId, changed)}
    />
  )
  return answerPage(c, page, faults ? 422 : 200)
}

async function save(c: Context<object, typeof paths.workCodingComment.pattern>): Promise<Response> {
  const db = c.get('db')
  const [agencyId, engagementId, coderId] = [c.get('agency').id, c.get('engagement').id, signedIn(c).id]
  const commentId = c.req.param('comment')
  const { typed } = await readTyped(c)
  const round = readRound(typedText(typed, 'round'))
  const [answers, codes] = await Promise.all([
    listAnswers(db, agencyId, [commentId]),
    listCodes(db, agencyId, engagementId, { retired: true }),
  ])
  const read = readCodes(
    typed,
    codes.map((code) => code.id),
    answers,
  )
  if (read.outcome === 'faulty')
    return answerBench(c, commentId, round, typed, sayFaults(c.get('t'), read.faults))
  const { given, memo } = read
  const done = await readComment(
    db,
    { agencyId, engagementId, commentId, coderId, memo, given },
    c.get('now'),
  )
  switch (done.outcome) {
    case 'not-there':
      return c.notFound()
    case 'compared-already':
      return answerBench(c, commentId, round, typed, [
        { field: '', message: c.get('t')('themes.bench.closed') },
      ])
    case 'read': {
      const next = await findNextToRead(db, { agencyId, engagementId, coderId, round, after: commentId })
      const place = placeOf(c)
      return seeOther(
        c,
        next
          ? paths.workCodingComment.to({ ...place, comment: next }, { round })
          : paths.workCoding.to(place),
      )
    }
  }
}
