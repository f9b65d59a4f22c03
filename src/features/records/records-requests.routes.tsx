import type { Context } from 'hono'
import { Readable } from 'node:stream'
import { z } from 'zod'
import { paths } from '../../paths.ts'
import { zipStream } from '../../platform/documents/zip-writer.ts'
import { attachment } from '../../platform/files/file-headers.ts'
import { answerPage, seeOther } from '../../platform/http/answer.tsx'
import { readForm, readTyped, type Typed, typedList, typedText } from '../../platform/http/form.ts'
import { get, post, type Route } from '../../platform/http/route.ts'
import type { Fault } from '../../ui/components.ts'
import '../agencies/context.ts'
import { may, toMay } from '../agencies/permission.ts'
import { said } from '../agencies/said.ts'
import { type Range, readRange } from '../comments/redaction.ts'
import { dayIn } from '../engagements/agency-time.ts'
import '../engagements/context.ts'
import { needsFreshSignIn, signedIn } from '../people/signed-in.ts'
import { leaveOut, putBack } from './leave-out.action.ts'
import { openRequest } from './open-request.action.ts'
import {
  isRedactionReason,
  longestGround,
  markOf,
  type RecordsRequest,
  type RequestedAnswer,
} from './records-request.ts'
import {
  countRequested,
  findRequest,
  listRedactions,
  listRequested,
  listRequests,
} from './records-request.store.ts'
import { RecordsPage, requestLimits } from './records.page.tsx'
import { releaseRequest } from './release-request.action.ts'
import { RequestPage, type RequestProps, requestNews } from './request.page.tsx'
import { requestedComments } from './requested-comments.action.ts'

const need = toMay('release records')

/** Requests for the records of an engagement. */
export const recordsRequestRoutes: Route[] = [
  get(paths.workRecords, toMay('see the work'), (c) => showRecords(c)),
  post(paths.workRecords, need, open),
  get(paths.workRecordsRequest, need, (c) => showRequest(c, c.req.param('request'))),
  get(paths.workRecordsRedact, need, (c) =>
    seeOther(c, paths.workRecordsRequest.to({ ...at(c), request: c.req.param('request') })),
  ),
  post(paths.workRecordsRedact, need, redact),
  get(paths.workRecordsRelease, need, (c) =>
    seeOther(c, paths.workRecordsRequest.to({ ...at(c), request: c.req.param('request') })),
  ),
  post(paths.workRecordsRelease, need, release),
]

function at(c: Context) {
  return { language: c.get('language'), agency: c.get('agency').slug, engagement: c.get('engagement').slug }
}

async function showRecords(
  c: Context,
  faulty?: { typed: Typed; faults: readonly Fault[] },
): Promise<Response> {
  const [agency, engagement, seat] = [c.get('agency'), c.get('engagement'), c.get('seat')]
  const mayRelease = may(seat, 'release records')
  const page = (
    <RecordsPage
      view={c.get('view')}
      agency={agency}
      engagement={engagement}
      requests={mayRelease ? await listRequests(c.get('db'), agency.id, engagement.id) : []}
      mayRelease={mayRelease}
      mayExport={may(seat, 'export data')}
      typed={faulty?.typed}
      faults={faulty?.faults}
    />
  )
  return answerPage(c, page, faulty ? 422 : 200)
}

const Day = (message: string) =>
  z.iso.date(message).refine((day) => day >= '1990-01-01' && day <= '2999-12-31', message)

const RequestForm = z
  .object({
    askedBy: z
      .string('records.faults.askedBy')
      .trim()
      .min(1, 'records.faults.askedBy')
      .max(requestLimits.askedBy, 'records.faults.askedByLong'),
    fromDay: Day('records.faults.fromDay'),
    toDay: Day('records.faults.toDay'),
    note: z.string().trim().max(requestLimits.note, 'records.faults.note').default(''),
  })
  .refine(({ fromDay, toDay }) => fromDay <= toDay, { path: ['toDay'], message: 'records.faults.order' })

async function open(c: Context): Promise<Response> {
  const read = await readForm(c, RequestForm)
  if (read.outcome === 'faulty') return showRecords(c, { typed: read.typed, faults: said(c, read.faults) })
  const given = {
    agencyId: c.get('agency').id,
    engagementId: c.get('engagement').id,
    ...read.value,
    by: signedIn(c).id,
  }
  const { requestId } = await openRequest(c.get('db'), given, c.get('now'))
  return seeOther(c, paths.workRecordsRequest.to({ ...at(c), request: requestId }, { told: 'opened' }))
}

const perPart = 20

function findHere(c: Context, id: string): Promise<RecordsRequest | undefined> {
  return findRequest(c.get('db'), c.get('agency').id, c.get('engagement').id, id)
}

/** Which part of the list is asked for, from 1. */
function readPart(text: string | undefined): number {
  return /^[1-9]\d{0,4}$/.test(text ?? '') ? Number(text) : 1
}

async function showRequest(
  c: Context,
  id: string,
  shown: Pick<RequestProps, 'faulty' | 'refused'> & { part?: number } = {},
  status: 200 | 409 | 422 = 200,
): Promise<Response> {
  const [db, agency] = [c.get('db'), c.get('agency')]
  const request = await findHere(c, id)
  if (!request) return c.notFound()
  const part = shown.part ?? readPart(c.req.query('part'))
  const offset = (part - 1) * perPart
  const total = await countRequested(db, request, agency.timeZone)
  const found = await listRequested(db, request, agency.timeZone, { offset, limit: perPart })
  const to = (other: number) => paths.workRecordsRequest.to({ ...at(c), request: id }, { part: other })
  const page = (
    <RequestPage
      view={c.get('view')}
      agency={agency}
      engagement={c.get('engagement')}
      request={request}
      comments={await requestedComments(db, agency, found, c.get('language'), offset + 1)}
      total={total}
      redactions={await listRedactions(db, agency.id, id)}
      part={part}
      previous={part > 1 ? to(part - 1) : undefined}
      next={offset + found.length < total && found.length > 0 ? to(part + 1) : undefined}
      faulty={shown.faulty}
      refused={shown.refused}
      news={requestNews.find((news) => news === c.req.query('told'))}
    />
  )
  return answerPage(c, page, status)
}

const uuid = z.uuid()

async function redact(c: Context<object, typeof paths.workRecordsRedact.pattern>): Promise<Response> {
  const [db, now, by] = [c.get('db'), c.get('now'), signedIn(c).id]
  const request = await findHere(c, c.req.param('request'))
  if (!request) return c.notFound()
  const { typed } = await readTyped(c)
  const part = readPart(typedText(typed, 'part'))
  const back = (told: (typeof requestNews)[number], answerId: string) =>
    seeOther(
      c,
      `${paths.workRecordsRequest.to({ ...at(c), request: request.id }, { part, told })}#answer-${answerId}`,
    )
  const whole = uuid.safeParse(typedText(typed, 'putBackAnswer'))
  const single = uuid.safeParse(typedText(typed, 'putBack'))
  const answerId = uuid.safeParse(typedText(typed, 'answerId'))
  if (whole.success || single.success) {
    const which = whole.success ? { answerId: whole.data } : { id: single.data ?? '' }
    const { outcome } = await putBack(db, { request, which, by }, now)
    return outcome === 'not-there' ? c.notFound() : back('put-back', whole.data ?? answerId.data ?? '')
  }
  const answer = answerId.success ? await findAnswer(c, request, answerId.data) : undefined
  if (!answer || !answerId.success) return c.notFound()
  const read = readWish(typed, answer)
  const faultsShown = (faults: readonly Fault[]) =>
    showRequest(c, request.id, { part, faulty: { answerId: answer.id, typed, faults: said(c, faults) } }, 422)
  if (read.faults.length > 0 || !read.wish) return faultsShown(read.faults)
  // The author may have corrected the words while staff were reading them.
  if (typedText(typed, 'mark') !== markOf(answer.words))
    return faultsShown([{ field: `words-${answer.id}`, message: 'records.faults.changed' }])
  const done = await leaveOut(db, { request, answer, wish: read.wish, by }, now)
  if (done.outcome === 'words-not-there')
    return faultsShown([{ field: `words-${answer.id}`, message: 'records.faults.wordsNotThere' }])
  return back('left-out', answer.id)
}

/** The answer, when it is part of what the request asks for. */
async function findAnswer(c: Context, request: RecordsRequest, answerId: string) {
  const agency = c.get('agency')
  const found = await listRequested(c.get('db'), request, agency.timeZone, { answerId })
  const [comment] = await requestedComments(c.get('db'), agency, found, c.get('language'))
  return comment?.answers.find((answer) => answer.id === answerId)
}

function readWish(typed: Typed, { id: answerId, isText }: RequestedAnswer) {
  const text = (name: string) => typedText(typed, `${name}-${answerId}`).trim()
  const faults: Fault[] = []
  const reason = text('reason')
  const ground = text('ground')
  const words = text('words')
  const ranges = typedList(typed, `ranges-${answerId}`)
    .map(readRange)
    .filter((range): range is Range => range !== undefined)
  const whole = !isText || text('whole') === 'yes'
  if (!whole && words === '' && ranges.length === 0)
    faults.push({ field: `words-${answerId}`, message: 'records.faults.nothing' })
  if (words.length > 10_000)
    faults.push({ field: `words-${answerId}`, message: 'records.faults.wordsNotThere' })
  if (ground.length > longestGround)
    faults.push({ field: `ground-${answerId}`, message: 'records.faults.ground' })
  if (!isRedactionReason(reason)) {
    faults.push({ field: `reason-${answerId}`, message: 'records.faults.reason' })
    return { faults, wish: undefined }
  }
  return { faults, wish: { answerId, words, ranges, whole, reason, ground } }
}

async function release(c: Context<object, typeof paths.workRecordsRelease.pattern>): Promise<Response> {
  const [agency, engagement, now] = [c.get('agency'), c.get('engagement'), c.get('now')]
  const request = await findHere(c, c.req.param('request'))
  if (!request) return c.notFound()
  const stale = needsFreshSignIn(c, paths.workRecordsRequest.to({ ...at(c), request: request.id }))
  if (stale) return stale
  const released = await releaseRequest(
    c.get('db'),
    { agency, engagement, request, language: c.get('language'), by: signedIn(c).id },
    now,
  )
  switch (released.outcome) {
    case 'moved':
      return showRequest(c, request.id, { refused: true, part: Math.ceil(released.number / perPart) }, 409)
    case 'nothing-there':
      return showRequest(c, request.id, {}, 409)
    case 'released': {
      const name = `records-${engagement.slug}-${dayIn(agency.timeZone, now)}.zip`
      const zip = Readable.toWeb(zipStream(released.files, { modified: now })) as ReadableStream<Uint8Array> // as: bytes, in both typings
      return c.body(zip, 200, { 'content-type': 'application/zip', 'content-disposition': attachment(name) })
    }
  }
}
