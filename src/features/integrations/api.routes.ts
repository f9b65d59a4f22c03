import type { Context } from 'hono'
import { createHash } from 'node:crypto'
import type { z } from 'zod'
import { safeBreakdowns } from '../../analysis/disclosure/safe-breakdowns.ts'
import { paths } from '../../paths.ts'
import { answerRevalidated } from '../../platform/http/revalidated.ts'
import { get, post, type Route } from '../../platform/http/route.ts'
import '../agencies/context.ts'
import '../engagements/context.ts'
import { listAboutQuestions } from '../comments/about-question.store.ts'
import { listTranslations } from '../comments/answer-translation.store.ts'
import { type Comment, cursorText, readCursor, visibleToPublic } from '../comments/comment.ts'
import { readCommentForm } from '../comments/comment-form.ts'
import { countComments, findComment, listAnswers, listComments } from '../comments/comment.store.ts'
import { freeText } from '../comments/question.ts'
import { listQuestions, listQuestionsById } from '../comments/question.store.ts'
import { looksLikeSpam } from '../comments/spam.ts'
import { listDispositions, listPublishedDecisions } from '../decisions/decision.store.ts'
import { listEngagements } from '../engagements/engagement.store.ts'
import { listTimeline } from '../engagements/timeline.store.ts'
import { listThemes, tallyThemes } from '../themes/theme.store.ts'
import {
  commentAnswer,
  decisionAnswer,
  engagementAnswer,
  type Place,
  questionsAnswer,
  themeAnswer,
  timelineAnswer,
} from './api-answers.ts'
import { sendConversation, sendConversations } from './api-conversations.routes.ts'
import { admit, answerJson, answerProblem } from './api-door.routes.ts'
import { apiDescription } from './api-description.ts'
import * as schema from './api-schema.ts'
import { countPublishedComments } from './api.store.ts'
import { type BodyFault, cleanText, cleanTexts, typedFrom } from './new-comment.ts'
import { takeComment } from './take-comment.action.ts'

/** The interface for programs: what is public, and a way in for comments. */
export const apiRoutes: Route[] = [
  get(paths.apiDescription, 'anyone', (c) => {
    c.header('access-control-allow-origin', '*')
    return answerRevalidated(
      c,
      JSON.stringify(apiDescription(c.get('config').baseUrl)),
      'application/json; charset=utf-8',
    )
  }),
  get(paths.apiEngagements, 'anyone', reading(sendEngagements)),
  get(paths.apiEngagement, 'anyone', reading(sendEngagement)),
  get(paths.apiTimeline, 'anyone', reading(sendTimeline)),
  get(paths.apiComments, 'anyone', reading(sendComments)),
  get(paths.apiComment, 'anyone', reading(sendOneComment)),
  get(paths.apiThemes, 'anyone', reading(sendThemes)),
  get(paths.apiDecisions, 'anyone', reading(sendDecisions)),
  get(paths.apiConversations, 'anyone', reading(sendConversations)),
  get(paths.apiConversation, 'anyone', reading(sendConversation)),
  post(paths.apiComments, { token: 'comments:write' }, receiveComment),
]

/** Reading: within the caller's allowance, and never a draft, whoever is signed in. */
function reading(send: (c: Context) => Promise<Response>): (c: Context) => Promise<Response> {
  return async (c) => {
    const door = await admit(c, 'read')
    if (door.outcome === 'refused') return door.answer
    if (isDraft(c)) return answerProblem(c, 'not-found')
    return send(c)
  }
}

function isDraft(c: Context): boolean {
  return c.req.param('engagement') !== undefined && c.get('engagement').status === 'draft'
}

function placeOf(c: Context): Place {
  return { baseUrl: c.get('config').baseUrl, agency: c.get('agency'), now: c.get('now') }
}

async function sendEngagements(c: Context): Promise<Response> {
  const [db, { id }] = [c.get('db'), c.get('agency')]
  const [engagements, published] = await Promise.all([
    listEngagements(db, id),
    countPublishedComments(db, id),
  ])
  const items = engagements
    .filter((engagement) => engagement.status !== 'draft')
    .map((engagement) => engagementAnswer(placeOf(c), engagement, published.get(engagement.id) ?? 0))
  return answerJson(c, { items } satisfies z.input<typeof schema.EngagementList>)
}

async function sendEngagement(c: Context): Promise<Response> {
  const [db, agency, engagement] = [c.get('db'), c.get('agency'), c.get('engagement')]
  const [published, questions, aboutQuestions] = await Promise.all([
    countComments(db, agency.id, engagement.id, { states: ['published'] }),
    listQuestions(db, agency.id, engagement.id),
    listAboutQuestions(db, agency.id, engagement.id),
  ])
  const answer: z.input<typeof schema.EngagementWithQuestions> = {
    ...engagementAnswer(placeOf(c), engagement, published),
    ...questionsAnswer(questions, aboutQuestions),
  }
  return answerJson(c, answer)
}

async function sendTimeline(c: Context): Promise<Response> {
  const entries = await listTimeline(c.get('db'), c.get('agency').id, c.get('engagement').id)
  return answerJson(c, { items: entries.map(timelineAnswer) } satisfies z.input<typeof schema.Timeline>)
}

async function sendComments(c: Context): Promise<Response> {
  const [db, agency, engagement] = [c.get('db'), c.get('agency'), c.get('engagement')]
  const wish = schema.CommentQuery.safeParse(cleanTexts(c.req.query()))
  if (!wish.success) return answerProblem(c, 'invalid-query', { errors: faultsOf(wish.error, '') })
  const { limit, cursor, language, question: code } = wish.data
  const question =
    code === undefined
      ? undefined
      : (await listQuestions(db, agency.id, engagement.id, { removed: true })).find(
          (candidate) => candidate.code === code,
        )
  if (code !== undefined && !question) {
    return answerProblem(c, 'invalid-query', {
      errors: [{ pointer: 'question', detail: 'There is no question with this code.' }],
    })
  }
  const after = readCursor(cursor)
  const filters = {
    states: ['published'] as const,
    language,
    questionId: question?.id,
    after,
    limit: limit + 1,
  }
  const found = await listComments(db, agency.id, engagement.id, filters)
  const comments = found.slice(0, limit)
  const last = comments.at(-1)
  const next = found.length > limit && last ? cursorText(last) : null
  const here = (query: Record<string, string | number | undefined>) =>
    c.get('config').baseUrl +
    paths.apiComments.to(
      { agency: agency.slug, engagement: engagement.slug },
      { limit, language, question: code, ...query },
    )
  c.header(
    'link',
    [`<${here({})}>; rel="first"`, ...(next ? [`<${here({ cursor: next })}>; rel="next"`] : [])].join(', '),
  )
  return answerJson(c, { items: await withWords(c, comments), next } satisfies z.input<
    typeof schema.CommentList
  >)
}

async function sendOneComment(c: Context): Promise<Response> {
  const comment = await findComment(c.get('db'), c.get('agency').id, c.req.param('comment') ?? '')
  if (!comment || comment.engagementId !== c.get('engagement').id || !visibleToPublic(comment))
    return answerProblem(c, 'not-found')
  const [answer] = await withWords(c, [comment])
  return answerJson(c, answer)
}

/** Comments with their answers and translations, in three queries however many they are. */
async function withWords(
  c: Context,
  comments: readonly Comment[],
): Promise<z.input<typeof schema.Comment>[]> {
  const [db, agency] = [c.get('db'), c.get('agency')]
  const answers = await listAnswers(
    db,
    agency.id,
    comments.map((comment) => comment.id),
  )
  const questions = await listQuestionsById(db, agency.id, [
    ...new Set(answers.map((answer) => answer.questionId)),
  ])
  const translations = await listTranslations(
    db,
    agency.id,
    answers.map((answer) => answer.id),
  )
  const codes = new Map(questions.map((question) => [question.id, question.code]))
  return comments.map((comment) => commentAnswer({ agency }, comment, { answers, codes, translations }))
}

async function sendThemes(c: Context): Promise<Response> {
  const [db, agency, engagement] = [c.get('db'), c.get('agency'), c.get('engagement')]
  const [themes, tallies] = await Promise.all([
    listThemes(db, agency.id, engagement.id),
    tallyThemes(db, agency.id, engagement.id),
  ])
  const counted = new Map(tallies.map((tally) => [tally.themeId, tally.comments]))
  const items = themes.flatMap((theme) => {
    const { publishedAt } = theme
    if (publishedAt === null) return []
    // The same rule as on the theme's own page, or the two could be compared.
    const { total } = safeBreakdowns(counted.get(theme.id) ?? 0, [], { minimum: agency.minimum })
    return [themeAnswer(placeOf(c), engagement, { ...theme, publishedAt }, total)]
  })
  return answerJson(c, { items } satisfies z.input<typeof schema.ThemeList>)
}

async function sendDecisions(c: Context): Promise<Response> {
  const [db, agency, engagement] = [c.get('db'), c.get('agency'), c.get('engagement')]
  const decisions = await listPublishedDecisions(db, agency.id, engagement.id)
  const dispositions = await listDispositions(
    db,
    agency.id,
    decisions.map((decision) => decision.id),
  )
  const items = decisions.map((decision) => {
    const publishedAt = decision.publishedAt ?? decision.changedAt
    return decisionAnswer(placeOf(c), engagement, { ...decision, publishedAt }, dispositions)
  })
  return answerJson(c, { items } satisfies z.input<typeof schema.DecisionList>)
}

const largestComment = 256 * 1024

async function receiveComment(c: Context<object, typeof paths.apiComments.pattern>): Promise<Response> {
  const door = await admit(c, 'comments:write')
  if (door.outcome === 'refused') return door.answer
  const { token } = door
  if (!token) return answerProblem(c, 'token-missing')
  if (isDraft(c)) return answerProblem(c, 'not-found')
  const key = c.req.header('idempotency-key') ?? ''
  if (!/^[\x21-\x7e]{1,200}$/.test(key)) return answerProblem(c, 'idempotency-key-missing')
  const read = await readBody(c)
  if (read.outcome === 'refused') return read.answer
  const [db, agency, engagement, now] = [c.get('db'), c.get('agency'), c.get('engagement'), c.get('now')]
  const asked = {
    questions: await listQuestions(db, agency.id, engagement.id),
    aboutQuestions: await listAboutQuestions(db, agency.id, engagement.id),
  }
  const { typed, fields, faults } = typedFrom(read.body, asked)
  if (faults.length > 0) return answerProblem(c, 'invalid-body', { errors: faults })
  const form = readCommentForm(asked, typed, { mustTellAge: engagement.asksStudents })
  if (form.outcome === 'faulty') {
    const errors = form.faults.map(({ field, problem }) => ({
      pointer: fields.get(field) ?? '/answers',
      detail: formProblems[problem],
    }))
    return answerProblem(c, 'comment-refused', { errors })
  }
  const taken = await takeComment(
    c.get('services'),
    {
      token,
      key,
      requestHash: read.hash,
      incoming: {
        agency,
        engagement,
        ...form.form,
        language: read.body.language,
        provenance: {
          token: token.id,
          // Of a child under 13 nothing is kept by which another system knows them.
          ...(read.body.external_id && form.form.age !== 'under-13'
            ? { external_id: read.body.external_id }
            : {}),
        },
        spamSuspect: looksLikeSpam({ trap: '', opened: '', text: freeText(form.form.answers) }, now),
      },
    },
    now,
  )
  switch (taken.outcome) {
    case 'taken':
      return c.body(taken.body, 201, { 'content-type': 'application/json; charset=utf-8' })
    case 'closed':
      return answerProblem(c, 'closed')
    case 'not-allowed':
      return answerProblem(c, 'comment-refused', { detail: formProblems[taken.reason] })
    case 'key-reused':
      return answerProblem(c, 'idempotency-key-reused')
  }
}

type ReadBody =
  { outcome: 'read'; body: schema.NewCommentBody; hash: Buffer } | { outcome: 'refused'; answer: Response }

/** The comment in the body; its hash tells a request sent again from another one under the same key. */
async function readBody(c: Context): Promise<ReadBody> {
  const refused = (answer: Response): ReadBody => ({ outcome: 'refused', answer })
  if (!/^application\/json\s*(;|$)/i.test(c.req.header('content-type') ?? ''))
    return refused(answerProblem(c, 'not-json'))
  const bytes = Buffer.from(await c.req.arrayBuffer())
  if (bytes.length > largestComment) return refused(answerProblem(c, 'too-large'))
  let value: unknown
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    return refused(answerProblem(c, 'invalid-json'))
  }
  const parsed = schema.NewComment.safeParse(cleanTexts(value))
  if (!parsed.success)
    return refused(answerProblem(c, 'invalid-body', { errors: faultsOf(parsed.error, '/') }))
  const about = `${c.get('engagement').id} `
  return {
    outcome: 'read',
    body: parsed.data,
    hash: createHash('sha256').update(about).update(bytes).digest(),
  }
}

function faultsOf(error: z.ZodError, separator: '' | '/'): BodyFault[] {
  return error.issues.slice(0, 50).map((issue) => ({
    pointer: separator + cleanText(issue.path.map(String).join(separator || '.')),
    detail: issue.message,
  }))
}

/** What the rules for comments find wrong, for whoever writes the program that sends them. */
const formProblems = {
  missing: 'This question must be answered.',
  tooLong: 'This is longer than 10,000 characters.',
  noSuchChoice: 'There is no such option.',
  oneOnly: 'Only one option may be chosen.',
  rankTwice: 'An option or a place is there twice.',
  noSuchRank: 'There is no such place.',
  empty: 'Nothing is answered.',
  noSuchAbout: 'There is no such option.',
  ageMissing: 'Students are asked here, so "age" is needed.',
  contactMail: 'This is not a mail address.',
  contactPhone: 'This is not a phone number that can get texts.',
  under13Text: 'Under 13 only options may be chosen, no words.',
  under13Contact: 'Under 13 there is no contact.',
  consentMissing: 'From 13 to 17 a guardian must have agreed: "guardian_consent".',
  notCheckedForStudents: 'The questions have not been checked for students yet.',
  parentsFirst: 'Students answer here only after a parent has agreed: "guardian_consent".',
  unreadable: 'This cannot be read.',
} as const
