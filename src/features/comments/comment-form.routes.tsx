import type { Context } from 'hono'
import { paths } from '../../paths.ts'
import { newId } from '../../platform/db/id.ts'
import { answerPage, seeOther } from '../../platform/http/answer.tsx'
import { readTyped, type Typed, typedText } from '../../platform/http/form.ts'
import { get, post, type Route } from '../../platform/http/route.ts'
import { hashToken } from '../../platform/session/session.ts'
import '../agencies/context.ts'
import '../engagements/context.ts'
import { takesComments } from '../engagements/engagement.ts'
import { signedIn } from '../people/signed-in.ts'
import '../people/context.ts'
import { listAboutQuestions } from './about-question.store.ts'
import {
  type Asked,
  firstField,
  type FormFault,
  type FormProblem,
  readCommentForm,
  typedByPerson,
} from './comment-form.ts'
import { CommentFormPage, type CommentFormProps } from './comment-form.page.tsx'
import { findDraft, removeDraft, saveDraft } from './comment-draft.store.ts'
import { type Contact, receiptAllowance } from './contact.ts'
import { CommentsClosedPage, CommentSentPage } from './comment-sent.page.tsx'
import { findByReceipt } from './comment.store.ts'
import { sayFaults } from './form-words.ts'
import { freeText } from './question.ts'
import { listQuestions } from './question.store.ts'
import { readReceipt } from './receipt.ts'
import { dayIn, dueDay, promisedDay } from './response-promise.ts'
import { sendComment, type SendComment, type SendProblem } from './send-comment.action.ts'
import { looksLikeSpam, openedField, trapField } from './spam.ts'

/** The public's web form, its receipt, and the draft of whoever is signed in. */
export const commentFormRoutes: Route[] = [
  get(paths.comment, 'anyone', showForm),
  post(paths.comment, 'anyone', takeComment),
  get(paths.commentSent, 'anyone', showSent),
  post(paths.commentDraft, 'signed-in', keepDraft),
]

/** For one household or library; a bus of people on one network still gets through. */
const formAllowance = { points: 30, seconds: 600 }
const draftAllowance = { points: 240, seconds: 600 }
const longestDraft = 100_000

/** What the engagement asks; for visitors as it was within the last second. */
function askedIn(c: Context): Promise<Asked> {
  const { agencyId, id } = c.get('engagement')
  const db = c.get('db')
  const load = async () => {
    const [questions, aboutQuestions] = await Promise.all([
      listQuestions(db, agencyId, id),
      listAboutQuestions(db, agencyId, id),
    ])
    return { questions, aboutQuestions }
  }
  return c.get('person') ? load() : c.get('services').recent.get(`asked ${id}`, load)
}

function isKiosk(c: Context): boolean {
  return c.req.query('kiosk') === '1'
}

/** What every showing of the form shares. */
function formProps(
  c: Context,
  asked: Asked,
): Pick<CommentFormProps, 'view' | 'agency' | 'engagement' | 'asked' | 'promisedDay' | 'kiosk'> {
  const [agency, engagement] = [c.get('agency'), c.get('engagement')]
  const today = dayIn(agency.timeZone, c.get('now'))
  return {
    view: c.get('view'),
    agency,
    engagement,
    asked,
    promisedDay: dueDay(today, engagement.responseDays),
    kiosk: isKiosk(c),
  }
}

async function showForm(c: Context<object, typeof paths.comment.pattern>): Promise<Response> {
  const [db, agency, engagement, now] = [c.get('db'), c.get('agency'), c.get('engagement'), c.get('now')]
  const today = dayIn(agency.timeZone, now)
  if (!takesComments(engagement, today)) {
    return answerPage(
      c,
      <CommentsClosedPage view={c.get('view')} agency={agency} engagement={engagement} today={today} />,
    )
  }
  const asked = await askedIn(c)
  const person = c.get('person')
  const draft = person && !isKiosk(c) ? await findDraft(db, agency.id, engagement.id, person.id) : undefined
  const page = (
    <CommentFormPage
      {...formProps(c, asked)}
      typed={draft?.fields ?? {}}
      draft={draft && { savedAt: draft.savedAt, justNow: c.req.query('draft') === 'saved' }}
      submissionKey={newId()}
      opened={String(now.getTime())}
    />
  )
  return answerPage(c, page)
}

/** A key that the form carries; one that was made up elsewhere must at least be hard to guess. */
function submissionKeyOf(typed: Typed): string | undefined {
  const key = typedText(typed, 'idempotencyKey')
  return /^[\w-]{16,100}$/.test(key) ? key : undefined
}

async function takeComment(c: Context<object, typeof paths.comment.pattern>): Promise<Response> {
  const [agency, engagement, now] = [c.get('agency'), c.get('engagement'), c.get('now')]
  const [{ typed }, asked, room] = await Promise.all([
    readTyped(c),
    askedIn(c),
    c.get('services').limits.take('comment-form', c.get('network'), formAllowance),
  ])
  if (room.outcome === 'too-many') return answerTooMany(c, asked, typed, room.seconds)
  const read = readCommentForm(asked, typed, { mustTellAge: engagement.asksStudents })
  if (read.outcome === 'faulty') return answerFaulty(c, asked, typed, read.faults)
  const { form } = read
  const spamSuspect = looksLikeSpam(
    {
      trap: typedText(typed, trapField),
      opened: typedText(typed, openedField),
      text: freeText(form.answers),
    },
    now,
  )
  const sent = await sendComment(
    c.get('services'),
    {
      agency,
      engagement,
      channel: 'web',
      ...form,
      language: c.get('language'),
      submissionKey: `${engagement.id} ${submissionKeyOf(typed) ?? newId()}`,
      personId: isKiosk(c) ? undefined : c.get('person')?.id,
      spamSuspect,
      receiptStaysAway: form.contact && (await tooManyReceipts(c, form.contact)),
    },
    now,
  )
  return answerSent(c, asked, typed, sent)
}

async function tooManyReceipts(c: Context, { channel, address }: Contact): Promise<boolean> {
  // By hash, so that the table of limits does not become a list of addresses.
  const key = hashToken(`${channel} ${address.toLowerCase()}`).toString('hex')
  const room = await c.get('services').limits.take('receipt-address', key, receiptAllowance)
  return room.outcome === 'too-many'
}

function answerSent(
  c: Context<object, typeof paths.comment.pattern>,
  asked: Asked,
  typed: Typed,
  sent: SendComment,
): Response | Promise<Response> {
  const place = {
    language: c.get('language'),
    agency: c.get('agency').slug,
    engagement: c.get('engagement').slug,
  }
  switch (sent.outcome) {
    case 'accepted':
    case 'repeated': {
      const code = sent.receiptCode
      if (wantsJson(c)) {
        return c.json({
          outcome: sent.outcome,
          receipt_code: code,
          receipt: paths.receipt.to({ language: place.language, code }),
        })
      }
      return seeOther(c, paths.commentSent.to({ ...place, code }, { kiosk: isKiosk(c) ? 1 : undefined }))
    }
    case 'closed':
      return answerClosed(c, asked, typed)
    case 'not-allowed':
      return answerFaulty(c, asked, typed, [
        { field: fieldOf(sent.reason, asked), problem: sent.reason satisfies FormProblem },
      ])
  }
}

function fieldOf(reason: SendProblem, asked: Asked): string {
  switch (reason) {
    case 'empty':
    case 'under13Text':
      return firstField(asked)
    case 'under13Contact':
      return 'contact'
    case 'consentMissing':
    case 'parentsFirst':
      return 'guardianConsent'
    case 'notCheckedForStudents':
      return 'age'
  }
}

/** Our own script sends what waited on a device, and reads the answer instead of showing it. */
function wantsJson(c: Context): boolean {
  return (c.req.header('accept') ?? '').startsWith('application/json')
}

function answerFaulty(
  c: Context,
  asked: Asked,
  typed: Typed,
  faults: readonly FormFault[],
): Response | Promise<Response> {
  const said = sayFaults(c.get('t'), c.get('language'), faults)
  if (wantsJson(c)) return c.json({ outcome: 'faulty', faults: said }, 422)
  return answerForm(c, asked, typed, { faults: said }, 422)
}

function answerTooMany(
  c: Context,
  asked: Asked,
  typed: Typed,
  seconds: number,
): Response | Promise<Response> {
  c.header('retry-after', String(seconds))
  if (wantsJson(c)) return c.json({ outcome: 'too-many', seconds }, 429)
  // A minute more than said, so that whoever comes back at the minute told is let through.
  return answerForm(
    c,
    asked,
    typed,
    { roomAt: new Date(c.get('now').getTime() + seconds * 1000 + 59_999) },
    429,
  )
}

/** The form as it was sent, with its key, so that sending it again still counts once. */
function answerForm(
  c: Context,
  asked: Asked,
  typed: Typed,
  shown: Pick<CommentFormProps, 'faults' | 'roomAt'>,
  status: 422 | 429,
): Promise<Response> {
  const page = (
    <CommentFormPage
      {...formProps(c, asked)}
      {...shown}
      typed={typedByPerson(asked, typed)}
      submissionKey={submissionKeyOf(typed) ?? newId()}
      opened={
        /^\d{10,15}$/.test(typedText(typed, openedField))
          ? typedText(typed, openedField)
          : String(c.get('now').getTime())
      }
    />
  )
  return answerPage(c, page, status)
}

function answerClosed(c: Context, asked: Asked, typed: Typed): Response | Promise<Response> {
  if (wantsJson(c)) return c.json({ outcome: 'closed' }, 409)
  const agency = c.get('agency')
  const today = dayIn(agency.timeZone, c.get('now'))
  const page = (
    <CommentsClosedPage
      view={c.get('view')}
      agency={agency}
      engagement={c.get('engagement')}
      today={today}
      questions={asked.questions}
      typed={typed}
    />
  )
  return answerPage(c, page, 409)
}

async function showSent(c: Context<object, typeof paths.commentSent.pattern>): Promise<Response> {
  const [agency, engagement] = [c.get('agency'), c.get('engagement')]
  const code = readReceipt(c.req.param('code'))
  const comment = code === undefined ? undefined : await findByReceipt(c.get('db'), code)
  if (!comment || comment.agencyId !== agency.id || comment.engagementId !== engagement.id)
    return c.notFound()
  const page = (
    <CommentSentPage
      view={c.get('view')}
      agency={agency}
      engagement={engagement}
      receiptCode={comment.receiptCode}
      state={comment.state}
      shortUrl={c.get('config').baseUrl + paths.receiptShort.to({ code: comment.receiptCode })}
      promisedDay={promisedDay(comment, engagement, agency.timeZone)}
      told={comment.contactChannel !== null}
      kiosk={isKiosk(c)}
    />
  )
  return answerPage(c, page)
}

/** Keeps what a signed-in person has typed so far: by their own button, or now and then by the script. */
async function keepDraft(c: Context<object, typeof paths.commentDraft.pattern>): Promise<Response> {
  const [db, agency, engagement, now] = [c.get('db'), c.get('agency'), c.get('engagement'), c.get('now')]
  const person = signedIn(c)
  const [{ typed }, asked] = await Promise.all([readTyped(c), askedIn(c)])
  const room = await c.get('services').limits.take('comment-draft', person.id, draftAllowance)
  if (room.outcome === 'too-many') return answerTooMany(c, asked, typed, room.seconds)
  const fields = typedByPerson(asked, typed)
  // Under 13 nothing is kept that could be known to be theirs.
  const isChild = typedText(typed, 'age') === 'under-13'
  if (isChild) await removeDraft(db, agency.id, engagement.id, person.id)
  const keep = !isChild && JSON.stringify(fields).length <= longestDraft
  if (!keep) return answerFaulty(c, asked, typed, [{ field: firstField(asked), problem: 'unreadable' }])
  await saveDraft(db, { agencyId: agency.id, engagementId: engagement.id, personId: person.id, fields }, now)
  if (wantsJson(c)) return c.json({ outcome: 'saved' })
  const place = { language: c.get('language'), agency: agency.slug, engagement: engagement.slug }
  return seeOther(c, paths.comment.to(place, { draft: 'saved' }))
}
