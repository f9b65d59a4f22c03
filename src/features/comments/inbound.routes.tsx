import type { Context } from 'hono'
import { paths } from '../../paths.ts'
import { get, post, type Route } from '../../platform/http/route.ts'
import { answerPage, seeOther } from '../../platform/http/answer.tsx'
import { readTyped, typedText } from '../../platform/http/form.ts'
import { newId } from '../../platform/db/id.ts'
import { inboundLimits } from '../../platform/mail/inbound.ts'
import { sameSecret } from '../../platform/session/session.ts'
import { parsePhone } from '../../platform/sms/sms.ts'
import { isSignedByTwilio } from '../../platform/sms/twilio-signature.ts'
import { agencyFrame } from '../agencies/agency-frame.ts'
import { toMay } from '../agencies/permission.ts'
import { listTexted, listTexts } from './inbound-text.store.ts'
import { keepMail } from './receive-mail.action.ts'
import { receiveSms } from './receive-sms.action.ts'
import { SimulatorPage, type SimulatorPageProps } from './sms-simulator.page.tsx'

/** The doors at which a mail server and a text gateway knock, and the simulator that stands in for the latter. */
export const inboundRoutes: Route[] = [
  post(paths.inboundMail, 'signed', takeMail),
  post(paths.inboundSms, 'signed', takeText),
  get(paths.workSmsSimulator, toMay('see the outbox'), showSimulator),
  post(paths.workSmsSimulator, toMay('see the outbox'), simulate),
]

/** Takes a mail as it came (RFC 5322 bytes) from a mail server that knows the token. It is safe with us when this says 202. */
async function takeMail(c: Context): Promise<Response> {
  const door = c.get('config').inboundMail
  if (!door) return c.text('Inbound mail is not set up here.\n', 404)
  const token = /^Bearer\s+(\S+)$/i.exec(c.req.header('authorization') ?? '')?.[1]
  if (token === undefined || !sameSecret(token, door.token)) {
    c.header('www-authenticate', 'Bearer')
    return c.text('Send the token of INBOUND_MAIL_TOKEN as Authorization: Bearer.\n', 401)
  }
  const raw = new Uint8Array(await c.req.arrayBuffer())
  if (raw.length === 0) return c.text('The mail is empty.\n', 400)
  if (raw.length > inboundLimits.bytes) return c.text('The mail is larger than 20 MB.\n', 413)
  await keepMail(c.get('services'), raw)
  return c.text('', 202)
}

const nothingToSay = '<?xml version="1.0" encoding="UTF-8"?><Response></Response>'

/** Takes a text from the gateway. Answers go out as texts of their own, so that they stand in the outbox like all others. */
async function takeText(c: Context<object, typeof paths.inboundSms.pattern>): Promise<Response> {
  const { twilio, baseUrl } = c.get('config')
  if (!twilio) return c.text('No text gateway is set up here.\n', 403)
  const fields = new URLSearchParams(await c.req.text())
  const url = new URL(c.req.url)
  const signed = isSignedByTwilio(
    twilio.authToken,
    c.req.header('x-twilio-signature'),
    baseUrl + url.pathname + url.search,
    fields,
  )
  if (!signed) return c.text('The signature does not fit.\n', 403)
  const id = fields.get('MessageSid') ?? fields.get('SmsSid') ?? ''
  const from = fields.get('From') ?? ''
  if (id === '' || from === '') return c.text('MessageSid and From are needed.\n', 400)
  const body = (fields.get('Body') ?? '').replaceAll('\u0000', '').toWellFormed()
  const media = Number.parseInt(fields.get('NumMedia') ?? '0', 10) || 0
  await receiveSms(c.get('services'), c.get('agency'), { from, body, id, media }, c.get('now'))
  return c.body(nothingToSay, 200, { 'content-type': 'text/xml; charset=utf-8' })
}

async function simulatorPage(
  c: Context,
  extra: Pick<SimulatorPageProps, 'typed' | 'faults' | 'result'>,
  number: string | undefined,
  status: 200 | 409 | 422,
) {
  const db = c.get('db')
  const agency = c.get('agency')
  const [texts, said] = await Promise.all([
    listTexts(db, agency.id, number),
    number ? listTexted(db, agency.id, number) : [],
  ])
  const lines = [
    ...texts.map((text) => ({
      at: text.createdAt,
      text: text.text,
      language: text.language as string,
      number: text.toAddress,
      state: text.state,
      out: true,
    })),
    ...said.map((one) => ({
      at: one.at,
      text: one.text,
      language: undefined,
      number: number ?? '',
      state: undefined,
      out: false,
    })),
  ].sort((a, b) => a.at.getTime() - b.at.getTime() || Number(a.out) - Number(b.out))
  return answerPage(
    c,
    <SimulatorPage
      view={c.get('view')}
      agency={agency}
      frame={agencyFrame(c.get('view'), agency, c.get('seat'), 'smsSimulator')}
      lines={lines}
      number={number}
      real={c.get('config').twilio !== undefined}
      formKey={newId()}
      {...extra}
    />,
    status,
  )
}

function numberIn(text: string | undefined): string | undefined {
  const phone = text === undefined ? undefined : parsePhone(text)
  return phone?.ok ? phone.number : undefined
}

async function showSimulator(c: Context) {
  const result = c.req.query('result')
  return simulatorPage(c, { result: result?.slice(0, 20) }, numberIn(c.req.query('number')), 200)
}

async function simulate(c: Context) {
  const { typed } = await readTyped(c)
  const t = c.get('t')
  const number = numberIn(typedText(typed, 'number'))
  // With a real gateway the answers would be real texts to a number that somebody made up.
  if (c.get('config').twilio) return simulatorPage(c, { typed }, undefined, 409)
  const body = typedText(typed, 'text')
  const faults = [
    ...(number ? [] : [{ field: 'number', message: t('comments.faults.contactPhone') }]),
    ...(body.trim() === '' ? [{ field: 'text', message: t('comments-staff.sms.textMissing') }] : []),
  ]
  if (!number || faults.length > 0) return simulatorPage(c, { typed, faults }, number, 422)
  const key = typedText(typed, 'idempotencyKey')
  const id = `simulator-${/^[\w-]{16,60}$/.test(key) ? key : newId()}`
  const result = await receiveSms(
    c.get('services'),
    c.get('agency'),
    { from: number, body: body.slice(0, 20_000), id, media: 0 },
    c.get('now'),
  )
  return seeOther(
    c,
    paths.workSmsSimulator.to(
      { language: c.get('language'), agency: c.get('agency').slug },
      { number, result: result.outcome },
    ),
  )
}
