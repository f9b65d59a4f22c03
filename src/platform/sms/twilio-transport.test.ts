import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openTwilio, twilioSettingFaults, type TwilioSettings } from './twilio-transport.ts'

type Seen = {
  method: string
  path: string
  headers: IncomingMessage['headers']
  fields: Record<string, string>
}
type Answer = { status: number; body: string; headers?: Record<string, string> } | 'silence' | 'hang-up'

const created = JSON.stringify({ sid: 'SM0123456789', status: 'queued', num_segments: '2' })
let seen: Seen[] = []
let next: Answer = { status: 201, body: created }

const gateway = createServer((request, response) => {
  let body = ''
  request.setEncoding('utf8')
  request.on('data', (chunk: string) => (body += chunk))
  request.on('end', () => {
    const { method = '', url = '', headers } = request
    seen.push({ method, path: url, headers, fields: Object.fromEntries(new URLSearchParams(body)) })
    if (next === 'silence') return
    if (next === 'hang-up') return request.socket.destroy()
    response.writeHead(next.status, { 'content-type': 'application/json', ...next.headers }).end(next.body)
  })
})

const settings: TwilioSettings = {
  accountSid: 'AC123',
  authToken: 's3cret',
  from: '+15305550100',
  timeout: 500,
}
const text = { to: '+15305550123', body: 'Gracias. ¿Qué más?' }

beforeAll(async () => {
  await new Promise<void>((resolve) => gateway.listen(0, '127.0.0.1', resolve))
  settings.url = `http://127.0.0.1:${(gateway.address() as AddressInfo).port}/`
})
afterAll(() => {
  gateway.closeAllConnections()
  return new Promise<void>((resolve) => gateway.close(() => resolve()))
})
beforeEach(() => {
  seen = []
  next = { status: 201, body: created }
})

describe('a text', () => {
  test('is posted as Twilio wants it', async () => {
    const statusCallback = 'https://example.org/sms/status'
    expect(await openTwilio({ ...settings, statusCallback }).send(text)).toEqual({
      outcome: 'sent',
      id: 'SM0123456789',
      segments: 2,
    })
    expect(seen).toHaveLength(1)
    expect(seen[0]).toMatchObject({
      method: 'POST',
      path: '/2010-04-01/Accounts/AC123/Messages.json',
      headers: {
        authorization: `Basic ${Buffer.from('AC123:s3cret').toString('base64')}`,
        'content-type': 'application/x-www-form-urlencoded',
      },
      fields: {
        To: '+15305550123',
        From: '+15305550100',
        Body: 'Gracias. ¿Qué más?',
        StatusCallback: statusCallback,
      },
    })
  })

  test('goes through a messaging service when that is the sender', async () => {
    const from = `MG${'0'.repeat(32)}`
    await openTwilio({ ...settings, from }).send(text)
    expect(seen[0]?.fields).toEqual({ To: text.to, Body: text.body, MessagingServiceSid: from })
  })

  test.each([
    ['a number that is none', { to: '530-555-0123', body: 'x' }],
    ['nothing to say', { to: text.to, body: '  ' }],
    ['too much to say', { to: text.to, body: 'x'.repeat(1601) }],
  ])('with %s is refused before anything is sent', async (_name, message) => {
    expect(await openTwilio(settings).send(message)).toMatchObject({
      outcome: 'refused',
      permanent: true,
      uncertain: false,
    })
    expect(seen).toEqual([])
  })
})

describe('a refusal', () => {
  const error = (status: number, code: number, message: string): Answer => ({
    status,
    body: JSON.stringify({ status, code, message }),
  })
  test.each([
    [
      'a bad number',
      error(400, 21211, "Invalid 'To' Phone Number"),
      { permanent: true, optedOut: false, uncertain: false },
    ],
    [
      'a person who sent STOP',
      error(400, 21610, 'Attempt to send to unsubscribed recipient'),
      { permanent: true, optedOut: true },
    ],
    ['wrong credentials', error(401, 20003, 'Authenticate'), { permanent: false, uncertain: false }],
    ['too many at once', error(429, 20429, 'Too Many Requests'), { permanent: false, uncertain: false }],
    [
      'a gateway in trouble',
      { status: 503, body: '<html>busy</html>' },
      { permanent: false, uncertain: true },
    ],
    [
      'a page instead of an answer',
      { status: 200, body: '<html>hello</html>' },
      { permanent: false, uncertain: true },
    ],
    ['an answer without an id', { status: 201, body: '[]' }, { permanent: false, uncertain: true }],
    [
      'a redirect',
      { status: 302, body: '', headers: { location: 'http://127.0.0.1:1/' } },
      { permanent: false },
    ],
    [
      'an answer without end',
      { status: 400, body: `{"message":"${'x'.repeat(300_000)}"}` },
      { permanent: true },
    ],
    ['silence', 'silence', { permanent: false, uncertain: true }],
    ['a broken line', 'hang-up', { permanent: false, uncertain: true }],
  ] as [string, Answer, object][])('for %s is told apart', async (_name, answer, expected) => {
    next = answer
    const result = await openTwilio(settings).send(text)
    expect(result).toMatchObject({ outcome: 'refused', ...expected })
    if (result.outcome !== 'refused') return
    expect(result.reason).toMatch(/^.{5,500}$/)
    expect(result.reason).not.toContain('s3cret')
  })

  test('gives the code and the words of the gateway', async () => {
    next = error(400, 21211, "Invalid\n'To'")
    expect(await openTwilio(settings).send(text)).toMatchObject({
      reason: "status 400, code 21211, Invalid 'To'",
    })
  })

  test('for a gateway that is not there is certain: nothing was sent', async () => {
    const gone = createServer()
    await new Promise<void>((resolve) => gone.listen(0, '127.0.0.1', resolve))
    const { port } = gone.address() as AddressInfo
    await new Promise((resolve) => gone.close(resolve))
    const result = await openTwilio({ ...settings, url: `http://127.0.0.1:${port}` }).send(text)
    expect(result).toMatchObject({ outcome: 'refused', permanent: false, uncertain: false })
  })
})

describe('settings', () => {
  test('that cannot work are named one by one', () => {
    expect(
      twilioSettingFaults({
        accountSid: 'AC/../x',
        authToken: ' ',
        from: 'School',
        url: 'ftp://x',
        statusCallback: 'x',
      }),
    ).toHaveLength(5)
    expect(twilioSettingFaults(settings)).toEqual([])
    expect(() => openTwilio({ ...settings, authToken: '' })).toThrow('token')
  })
})
