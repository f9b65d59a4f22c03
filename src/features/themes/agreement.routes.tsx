import type { Context } from 'hono'
import { z } from 'zod'
import { paths } from '../../paths.ts'
import { answerPage, seeOther } from '../../platform/http/answer.tsx'
import { readForm, type Typed } from '../../platform/http/form.ts'
import { get, post, type Route } from '../../platform/http/route.ts'
import type { Fault } from '../../ui/components.ts'
import { toMay } from '../agencies/permission.ts'
import { findComment, listAnswers, listCommentsById } from '../comments/comment.store.ts'
import { freeText } from '../comments/question.ts'
import { listQuestions } from '../comments/question.store.ts'
import { pageProps, placeOf } from '../comments/work-place.ts'
import { listPeople } from '../people/person.store.ts'
import { signedIn } from '../people/signed-in.ts'
import { codersAgreement } from './agreement.ts'
import { AgreementPage, type Difference, SettlePage } from './agreement.page.tsx'
import { findCode, listCodes } from './code.store.ts'
import { findAdjudication, listAdjudications } from './adjudication.store.ts'
import { listReadComments, listReadings } from './reading.store.ts'
import { quotedWords } from './reading.ts'
import { sayFaults } from './say-faults.ts'
import { settleCode } from './settle-code.action.ts'
import { settledCodes } from './settled-codes.ts'

export const agreementRoutes: Route[] = [
  get(paths.workAgreement, toMay('write themes'), showAgreement),
  get(paths.workAdjudicate, toMay('write themes'), (c) =>
    answerSettle(c, c.req.param('comment'), c.req.param('code')),
  ),
  post(paths.workAdjudicate, toMay('write themes'), settle),
]

const shownDifferences = 50
const shownWords = 160

async function showAgreement(c: Context<object, typeof paths.workAgreement.pattern>): Promise<Response> {
  const db = c.get('db')
  const [agencyId, engagementId] = [c.get('agency').id, c.get('engagement').id]
  const [codes, readings, settlements] = await Promise.all([
    listCodes(db, agencyId, engagementId, { retired: true }),
    listReadComments(db, agencyId, engagementId),
    listAdjudications(db, agencyId, engagementId),
  ])
  const used = new Set(readings.flatMap((reading) => reading.codeIds))
  const compared = codes.filter((code) => code.retiredAt === null || used.has(code.id))
  const agreement = codersAgreement(
    readings,
    compared.map((code) => code.id),
  )
  const settledOf = Map.groupBy(settlements, (settlement) => settlement.commentId)
  const open = [...Map.groupBy(readings, (reading) => reading.commentId)].flatMap(([commentId, group]) =>
    settledCodes(group, settledOf.get(commentId) ?? []).open.map((codeId) => ({
      commentId,
      codeId,
      gave: group.filter((reading) => reading.codeIds.includes(codeId)).length,
      readers: group.length,
    })),
  )
  open.sort((a, b) => (a.commentId < b.commentId ? -1 : 1))
  const first = open.slice(0, shownDifferences)
  const commentIds = [...new Set(first.map((one) => one.commentId))]
  const [answers, comments, people] = await Promise.all([
    listAnswers(db, agencyId, commentIds),
    listCommentsById(db, agencyId, commentIds),
    listPeople(db, agreement.coderIds),
  ])
  const differences: Difference[] = first.map((one) => {
    const words = freeText(answers.filter((answer) => answer.commentId === one.commentId))
    const language = comments.find((comment) => comment.id === one.commentId)?.language ?? 'en'
    return {
      ...one,
      language,
      words: words.length > shownWords ? `${words.slice(0, shownWords).toWellFormed()} …` : words,
    }
  })
  const page = (
    <AgreementPage
      {...pageProps(c)}
      codes={compared}
      agreement={agreement}
      names={new Map(people.map((person) => [person.id, person.name]))}
      differences={differences}
      openCount={open.length}
      settledCount={settlements.length}
    />
  )
  return answerPage(c, page)
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

async function answerSettle(
  c: Context,
  commentId: string,
  codeId: string,
  typed?: Typed,
  faults?: readonly Fault[],
): Promise<Response> {
  const db = c.get('db')
  const [agencyId, engagementId] = [c.get('agency').id, c.get('engagement').id]
  const [comment, code] = await Promise.all([
    findComment(db, agencyId, commentId),
    uuid.test(codeId) ? findCode(db, agencyId, engagementId, codeId) : undefined,
  ])
  if (!comment || !code || comment.engagementId !== engagementId) return c.notFound()
  const [questions, answers, readings, before] = await Promise.all([
    listQuestions(db, agencyId, engagementId, { removed: true }),
    listAnswers(db, agencyId, [commentId]),
    listReadings(db, agencyId, commentId),
    findAdjudication(db, agencyId, commentId, codeId),
  ])
  // One coder's reading is not shown to anyone until a second one stands beside it.
  if (readings.length < 2) return c.notFound()
  const people = await listPeople(
    db,
    readings.map((reading) => reading.coderId),
  )
  const readers = readings.map((reading) => {
    const given = reading.given.find((one) => one.codeId === codeId)
    return {
      name:
        people.find((person) => person.id === reading.coderId)?.name ??
        c.get('t')('themes.agreement.someone'),
      gave: given !== undefined,
      stance: given?.stance,
      words: given?.quote ? quotedWords(answers, given.quote) : '',
      memo: reading.memo,
    }
  })
  const page = (
    <SettlePage
      {...pageProps(c)}
      code={code}
      commentId={commentId}
      language={comment.language}
      questions={questions}
      answers={answers}
      readers={readers}
      before={before}
      typed={typed ?? (before ? { applies: before.applies ? 'yes' : 'no', note: before.note } : {})}
      faults={faults}
    />
  )
  return answerPage(c, page, faults ? 422 : 200)
}

const SettleForm = z.object({
  applies: z.enum(['yes', 'no'], 'themes.fault.applies'),
  note: z.string('themes.fault.unreadable').trim().max(2000, 'themes.fault.long').default(''),
})

async function settle(c: Context<object, typeof paths.workAdjudicate.pattern>): Promise<Response> {
  const [commentId, codeId] = [c.req.param('comment'), c.req.param('code')]
  if (!uuid.test(codeId)) return c.notFound()
  const form = await readForm(c, SettleForm)
  if (form.outcome === 'faulty')
    return answerSettle(c, commentId, codeId, form.typed, sayFaults(c.get('t'), form.faults))
  const settlement = {
    agencyId: c.get('agency').id,
    engagementId: c.get('engagement').id,
    commentId,
    codeId,
    applies: form.value.applies === 'yes',
    note: form.value.note,
    by: signedIn(c).id,
  }
  const done = await settleCode(c.get('db'), settlement, c.get('now'))
  switch (done.outcome) {
    case 'settled':
      return seeOther(c, paths.workAgreement.to(placeOf(c)))
    case 'not-there':
    case 'not-read-twice':
      return c.notFound()
  }
}
