import type { Context } from 'hono'
import { paths } from '../../paths.ts'
import { csvStream } from '../../platform/documents/csv-writer.ts'
import { answerPage, seeOther } from '../../platform/http/answer.tsx'
import { readTyped, type Typed, typedText } from '../../platform/http/form.ts'
import { get, post, type Route } from '../../platform/http/route.ts'
import { instantInWords } from '../../ui/date-time.tsx'
import '../people/context.ts'
import { aboutField } from './about-question.ts'
import { mayCorrect, mayWithdraw } from './comment.ts'
import { firstField, readCommentForm } from './comment-form.ts'
import { findByReceipt } from './comment.store.ts'
import { correctComment } from './correct-comment.action.ts'
import { CorrectCommentPage, TooLatePage } from './correct-comment.page.tsx'
import { eraseComment } from './erase-comment.action.ts'
import { sayFaults } from './form-words.ts'
import { typedAnswer } from './question.ts'
import { receiptData, receiptRows } from './receipt-data.ts'
import { ReceiptLookupPage } from './receipt-lookup.page.tsx'
import { receiptView } from './receipt-view.ts'
import { ConfirmPage, type ReceiptDeed } from './receipt.page.tsx'
import { findReceipt } from './receipt.store.ts'
import { correctable, type HeldReceipt, readReceipt } from './receipt.ts'
import { withdrawComment } from './withdraw-comment.action.ts'

/** What the holder of a receipt may do. The receipt's own page stands higher, because it shows themes and decisions. */
export const receiptRoutes: Route[] = [
  get(paths.receiptShort, 'anyone', (c) => {
    const code = readReceipt(c.req.param('code'))
    const language = c.get('language')
    return seeOther(c, code ? paths.receipt.to({ language, code }) : paths.receipts.to({ language }))
  }),
  get(paths.receipts, 'anyone', (c) => answerPage(c, <ReceiptLookupPage view={c.get('view')} />)),
  post(paths.receipts, 'anyone', lookUp),
  get(paths.receiptCorrect, 'anyone', showCorrection),
  post(paths.receiptCorrect, 'anyone', correct),
  get(paths.receiptWithdraw, 'anyone', askToWithdraw),
  post(paths.receiptWithdraw, 'anyone', withdraw),
  get(paths.receiptErase, 'anyone', askToErase),
  post(paths.receiptErase, 'anyone', erase),
  get(paths.receiptData, 'anyone', download),
]

const lookUpAllowance = { points: 60, seconds: 600 }

async function lookUp(c: Context<object, typeof paths.receipts.pattern>): Promise<Response> {
  const [view, t] = [c.get('view'), c.get('t')]
  const typed = typedText((await readTyped(c)).typed, 'code').slice(0, 100)
  const again = (message: string, status: 422 | 429) =>
    answerPage(
      c,
      <ReceiptLookupPage view={view} typed={typed} faults={[{ field: 'code', message }]} />,
      status,
    )
  const room = await c.get('services').limits.take('receipt-lookup', c.get('network'), lookUpAllowance)
  if (room.outcome === 'too-many') {
    c.header('retry-after', String(room.seconds))
    const when = instantInWords(view, new Date(c.get('now').getTime() + room.seconds * 1000 + 59_999), 'time')
    return again(t('comments.lookup.tooMany', { when }), 429)
  }
  const code = readReceipt(typed)
  if (code === undefined) return again(t('comments.lookup.unreadable'), 422)
  if (!(await findByReceipt(c.get('db'), code))) return again(t('comments.lookup.unknown'), 422)
  return seeOther(c, paths.receipt.to({ language: c.get('language'), code }))
}

/** The receipt that the address names, with the view of its agency. */
async function held(c: Context, code: string) {
  const receipt = await findReceipt(c.get('db'), code)
  return receipt && { receipt, view: receiptView(c.get('view'), receipt.agency) }
}

function toReceipt(c: Context, { comment }: HeldReceipt, done: ReceiptDeed): Response {
  return seeOther(c, paths.receipt.to({ language: c.get('language'), code: comment.receiptCode }, { done }))
}

async function showCorrection(c: Context<object, typeof paths.receiptCorrect.pattern>): Promise<Response> {
  const found = await held(c, c.req.param('code'))
  if (!found) return c.notFound()
  if (!mayCorrect(found.receipt.comment)) return answerPage(c, <TooLatePage {...found} />, 409)
  return answerPage(c, <CorrectCommentPage {...found} typed={typedOf(found.receipt)} />)
}

/** A comment as the fields of its form. */
function typedOf({ questions, answers, aboutQuestions, aboutYou }: HeldReceipt): Typed {
  const typed: Record<string, string | string[]> = {}
  for (const answer of answers) {
    const question = questions.find((candidate) => candidate.id === answer.questionId)
    if (question) Object.assign(typed, typedAnswer(question, answer))
  }
  for (const said of aboutYou) {
    const question = aboutQuestions.find((candidate) => candidate.id === said.aboutQuestionId)
    if (question) typed[aboutField(question)] = said.value
  }
  return typed
}

async function correct(c: Context<object, typeof paths.receiptCorrect.pattern>): Promise<Response> {
  const code = c.req.param('code')
  const found = await held(c, code)
  if (!found) return c.notFound()
  const { receipt, view } = found
  if (!mayCorrect(receipt.comment)) return answerPage(c, <TooLatePage {...found} />, 409)
  const { typed } = await readTyped(c)
  const asked = correctable(receipt)
  // Age and consent were settled when it was sent; a correction must keep to them.
  const { age, guardianConsent } = receipt.comment
  const read = readCommentForm(asked, {
    ...typed,
    age,
    guardianConsent: guardianConsent ? 'yes' : '',
    contact: 'none',
  })
  if (read.outcome === 'faulty') {
    const faults = sayFaults(c.get('t'), c.get('language'), read.faults)
    return answerPage(c, <CorrectCommentPage {...found} typed={typed} faults={faults} />, 422)
  }
  const corrected = await correctComment(
    c.get('db'),
    {
      engagement: receipt.engagement,
      commentId: receipt.comment.id,
      version: Number(typedText(typed, 'version')) || 0,
      answers: read.form.answers,
      aboutYou: read.form.aboutYou,
      language: c.get('language'),
      actorId: c.get('person')?.id,
    },
    c.get('now'),
  )
  switch (corrected.outcome) {
    case 'corrected':
      return toReceipt(c, receipt, corrected.state === 'waiting' ? 'correctedWaiting' : 'corrected')
    case 'changed-meanwhile': {
      const fresh = await findReceipt(c.get('db'), code)
      return fresh
        ? answerPage(c, <CorrectCommentPage view={view} receipt={fresh} typed={typed} meanwhile />, 409)
        : c.notFound()
    }
    case 'too-late':
      return answerPage(c, <TooLatePage {...found} />, 409)
    case 'not-allowed': {
      const faults = sayFaults(c.get('t'), c.get('language'), [
        { field: firstField(asked), problem: corrected.reason },
      ])
      return answerPage(c, <CorrectCommentPage {...found} typed={typed} faults={faults} />, 422)
    }
  }
}

async function askToWithdraw(c: Context<object, typeof paths.receiptWithdraw.pattern>): Promise<Response> {
  const found = await held(c, c.req.param('code'))
  if (!found) return c.notFound()
  if (!mayWithdraw(found.receipt.comment)) return answerPage(c, <TooLatePage {...found} />, 409)
  return answerPage(c, <ConfirmPage {...found} act="withdraw" />)
}

async function withdraw(c: Context<object, typeof paths.receiptWithdraw.pattern>): Promise<Response> {
  const found = await held(c, c.req.param('code'))
  if (!found) return c.notFound()
  const { agencyId, id } = found.receipt.comment
  const done = await withdrawComment(
    c.get('db'),
    { agencyId, commentId: id, actorId: c.get('person')?.id },
    c.get('now'),
  )
  return done.outcome === 'withdrawn'
    ? toReceipt(c, found.receipt, 'withdrawn')
    : answerPage(c, <TooLatePage {...found} />, 409)
}

async function askToErase(c: Context<object, typeof paths.receiptErase.pattern>): Promise<Response> {
  const found = await held(c, c.req.param('code'))
  if (!found) return c.notFound()
  if (found.receipt.comment.state === 'erased') return toReceipt(c, found.receipt, 'erased')
  return answerPage(c, <ConfirmPage {...found} act="erase" />)
}

async function erase(c: Context<object, typeof paths.receiptErase.pattern>): Promise<Response> {
  const found = await held(c, c.req.param('code'))
  if (!found) return c.notFound()
  const { agencyId, id } = found.receipt.comment
  await eraseComment(
    c.get('db'),
    { agencyId, commentId: id, reason: 'author', actorId: c.get('person')?.id },
    c.get('now'),
  )
  return toReceipt(c, found.receipt, 'erased')
}

/** Everything kept about a comment, as a file. */
async function download(c: Context<object, typeof paths.receiptData.pattern>): Promise<Response> {
  const found = await held(c, c.req.param('code'))
  if (!found) return c.notFound()
  const data = receiptData(found.receipt, c.get('language'))
  const name = `comment-${data.receipt_code}`
  if (c.req.query('as') !== 'csv') {
    const headers = {
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': `attachment; filename="${name}.json"`,
    }
    return c.body(JSON.stringify(data, null, 2), 200, headers)
  }
  type Row = ReturnType<typeof receiptRows>[number]
  const t = c.get('t')
  const columns = [
    { name: t('comments.data.section'), value: (row: Row) => row.section },
    { name: t('comments.data.item'), value: (row: Row) => row.item },
    { name: t('comments.data.value'), value: (row: Row) => row.value },
  ]
  const headers = {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': `attachment; filename="${name}.csv"`,
  }
  return c.body(csvStream(columns, receiptRows(data)), 200, headers)
}
