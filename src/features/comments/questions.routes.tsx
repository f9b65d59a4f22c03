import type { Context } from 'hono'
import { paths } from '../../paths.ts'
import { answerPage, seeOther } from '../../platform/http/answer.tsx'
import { readTyped, typedText } from '../../platform/http/form.ts'
import { get, post, type Route } from '../../platform/http/route.ts'
import type { Translate } from '../../platform/i18n/translate.ts'
import type { Fault } from '../../ui/components.ts'
import { toMay } from '../agencies/permission.ts'
import { signedIn } from '../people/signed-in.ts'
import { findAboutQuestion, listAboutQuestions } from './about-question.store.ts'
import { type QuestionFault, typedQuestion } from './question-form.ts'
import { listQuestionUse } from './question-use.store.ts'
import { findQuestion, listQuestions } from './question.store.ts'
import { type QuestionKind, questionKinds } from './question.ts'
import { AboutQuestionPage, AboutQuestionsPage, QuestionFormPage, QuestionsPage } from './questions.page.tsx'
import { sayOneOf } from './say-one-of.ts'
import { pageProps, placeOf } from './work-place.ts'
import {
  moveAboutQuestion,
  moveQuestion,
  questionMoves,
  rewriteQuestion,
  writeAboutQuestion,
  writeNewQuestion,
} from './write-question.action.ts'

const need = toMay('run engagements')

/** The questions of an engagement, for those who run it. */
export const questionRoutes: Route[] = [
  get(paths.workQuestions, need, showQuestions),
  post(paths.workQuestions, need, addOne),
  get(paths.workQuestion, need, showOne),
  post(paths.workQuestion, need, changeOne),
  get(paths.workAboutQuestions, need, showAbout),
  post(paths.workAboutQuestions, need, addAbout),
  get(paths.workAboutQuestion, need, showAboutOne),
  post(paths.workAboutQuestion, need, changeAbout),
]

function isKind(text: string | undefined): text is QuestionKind {
  return questionKinds.some((kind) => kind === text)
}

function say(t: Translate, faults: readonly QuestionFault[]): Fault[] {
  return faults.map(({ field, problem, detail = '' }) => ({
    field,
    message: sayOneOf(t, `comments-staff.questionFaults.${problem}`, { detail }),
  }))
}

async function showQuestions(c: Context) {
  const kind = c.req.query('add')
  if (isKind(kind)) return answerPage(c, <QuestionFormPage {...pageProps(c)} kind={kind} typed={{}} />)
  const { agencyId, id } = c.get('engagement')
  const all = await listQuestions(c.get('db'), agencyId, id, { removed: true })
  const use = await listQuestionUse(
    c.get('db'),
    agencyId,
    all.map((question) => question.id),
  )
  return answerPage(
    c,
    <QuestionsPage
      {...pageProps(c)}
      questions={all.filter((question) => question.removedAt === null)}
      removed={all.filter((question) => question.removedAt !== null)}
      answers={new Map([...use].map(([questionId, { answers }]) => [questionId, answers]))}
      done={c.req.query('done') !== undefined}
    />,
  )
}

async function addOne(c: Context) {
  const { typed } = await readTyped(c)
  const kind = typedText(typed, 'kind')
  if (!isKind(kind)) return seeOther(c, paths.workQuestions.to(placeOf(c)))
  const written = await writeNewQuestion(
    c.get('db'),
    { engagement: c.get('engagement'), actorId: signedIn(c).id },
    kind,
    typed,
    c.get('now'),
  )
  if (written.outcome === 'faulty') {
    return answerPage(
      c,
      <QuestionFormPage
        {...pageProps(c)}
        kind={kind}
        typed={typed}
        faults={say(c.get('t'), written.faults)}
      />,
      422,
    )
  }
  return seeOther(c, paths.workQuestions.to(placeOf(c), { done: 1 }))
}

async function showOne(c: Context<object, typeof paths.workQuestion.pattern>) {
  const { agencyId, id: engagementId, languages } = c.get('engagement')
  const question = await findQuestion(c.get('db'), agencyId, c.req.param('question'))
  if (!question || question.engagementId !== engagementId) return c.notFound()
  const use = await listQuestionUse(c.get('db'), agencyId, [question.id])
  return answerPage(
    c,
    <QuestionFormPage
      {...pageProps(c)}
      kind={question.kind}
      question={question}
      typed={typedQuestion(question, languages)}
      answered={use.has(question.id)}
    />,
  )
}

async function changeOne(c: Context<object, typeof paths.workQuestion.pattern>) {
  const { typed } = await readTyped(c)
  const by = { engagement: c.get('engagement'), actorId: signedIn(c).id }
  const id = c.req.param('question')
  const move = questionMoves.find((one) => one === typedText(typed, 'act'))
  if (move) {
    const done = await moveQuestion(c.get('db'), by, id, move, c.get('now'))
    return done === 'not-there' ? c.notFound() : seeOther(c, paths.workQuestions.to(placeOf(c), { done: 1 }))
  }
  const written = await rewriteQuestion(c.get('db'), by, id, typed, c.get('now'))
  switch (written.outcome) {
    case 'not-there':
      return c.notFound()
    case 'saved':
      return seeOther(c, paths.workQuestions.to(placeOf(c), { done: 1 }))
    case 'kind-fixed':
    case 'faulty': {
      const question = await findQuestion(c.get('db'), by.engagement.agencyId, id)
      if (!question) return c.notFound()
      const use = await listQuestionUse(c.get('db'), by.engagement.agencyId, [id])
      const typedKind = typedText(typed, 'kind')
      const kind = isKind(typedKind) && !use.has(id) ? typedKind : question.kind
      const faults: Fault[] =
        written.outcome === 'kind-fixed'
          ? [{ field: 'kind', message: c.get('t')('comments-staff.questions.kindFixed') }]
          : say(c.get('t'), written.faults)
      return answerPage(
        c,
        <QuestionFormPage
          {...pageProps(c)}
          kind={kind}
          question={question}
          typed={typed}
          faults={faults}
          answered={use.has(id)}
        />,
        422,
      )
    }
  }
}

async function aboutPage(
  c: Context,
  extra: Pick<Parameters<typeof AboutQuestionsPage>[0], 'typed' | 'faults'>,
  status: 200 | 422,
) {
  const { agencyId, id } = c.get('engagement')
  const all = await listAboutQuestions(c.get('db'), agencyId, id, { removed: true })
  return answerPage(
    c,
    <AboutQuestionsPage
      {...pageProps(c)}
      questions={all.filter((question) => question.removedAt === null)}
      removed={all.filter((question) => question.removedAt !== null)}
      done={c.req.query('done') !== undefined}
      {...extra}
    />,
    status,
  )
}

async function showAbout(c: Context) {
  return aboutPage(c, {}, 200)
}

async function addAbout(c: Context) {
  const { typed } = await readTyped(c)
  const written = await writeAboutQuestion(
    c.get('db'),
    { engagement: c.get('engagement'), actorId: signedIn(c).id },
    undefined,
    typed,
    c.get('now'),
  )
  if (written.outcome === 'faulty')
    return aboutPage(c, { typed, faults: say(c.get('t'), written.faults) }, 422)
  return seeOther(c, paths.workAboutQuestions.to(placeOf(c), { done: 1 }))
}

async function showAboutOne(c: Context<object, typeof paths.workAboutQuestion.pattern>) {
  const { agencyId, id: engagementId, languages } = c.get('engagement')
  const question = await findAboutQuestion(c.get('db'), agencyId, c.req.param('question'))
  if (!question || question.engagementId !== engagementId) return c.notFound()
  const typed = typedQuestion(
    { ...question, kind: 'single', hint: { source: question.prompt.source, texts: {} }, required: false },
    languages,
  )
  return answerPage(c, <AboutQuestionPage {...pageProps(c)} question={question} typed={typed} />)
}

async function changeAbout(c: Context<object, typeof paths.workAboutQuestion.pattern>) {
  const { typed } = await readTyped(c)
  const by = { engagement: c.get('engagement'), actorId: signedIn(c).id }
  const id = c.req.param('question')
  const move = questionMoves.find((one) => one === typedText(typed, 'act'))
  const back = paths.workAboutQuestions.to(placeOf(c), { done: 1 })
  if (move)
    return (await moveAboutQuestion(c.get('db'), by, id, move, c.get('now'))) === 'not-there'
      ? c.notFound()
      : seeOther(c, back)
  const written = await writeAboutQuestion(c.get('db'), by, id, typed, c.get('now'))
  if (written.outcome === 'saved') return seeOther(c, back)
  const question = await findAboutQuestion(c.get('db'), by.engagement.agencyId, id)
  if (written.outcome !== 'faulty' || !question) return c.notFound()
  return answerPage(
    c,
    <AboutQuestionPage
      {...pageProps(c)}
      question={question}
      typed={typed}
      faults={say(c.get('t'), written.faults)}
    />,
    422,
  )
}
