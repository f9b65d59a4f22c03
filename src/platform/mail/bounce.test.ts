import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseBounce } from './bounce.ts'

function report(status: string[], returned = 'message/rfc822', type = 'message/delivery-status'): string {
  return [
    'From: MAILER-DAEMON@mx.example.net',
    'To: bounces+0189@example.org',
    'Subject: Undelivered Mail Returned to Sender',
    'Auto-Submitted: auto-replied',
    'Content-Type: multipart/report; report-type=delivery-status; boundary="b"',
    '',
    '--b',
    'Content-Type: text/plain',
    '',
    'I am sorry.',
    '--b',
    `Content-Type: ${type}`,
    '',
    'Reporting-MTA: dns; mx.example.net',
    'Arrival-Date: Tue, 2 Mar 2027 09:15:00 -0800',
    '',
    ...status,
    '',
    '--b',
    `Content-Type: ${returned}`,
    '',
    'Message-ID:',
    ' <01890-a1@example.org>',
    'Subject: Your comment',
    '',
    'Message-ID: <not-this@example.org>',
    '--b--',
  ].join('\r\n')
}

const failed = [
  'Final-Recipient: rfc822; ana@Example.NET',
  'Action: failed',
  'Status: 5.1.1',
  'Diagnostic-Code: smtp; 550 5.1.1 <ana@example.net>:',
  '    no such person',
]

describe('a delivery report', () => {
  test('of failure names the recipient, the status and the mail', async () => {
    expect(await parseBounce(report(failed))).toEqual({
      recipient: 'ana@example.net',
      status: '5.1.1',
      permanent: true,
      originalMessageId: '<01890-a1@example.org>',
      diagnostic: '550 5.1.1 <ana@example.net>: no such person',
    })
  })

  test('may return only the headers, or be of the international kind', async () => {
    expect((await parseBounce(report(failed, 'text/rfc822-headers')))?.originalMessageId).toBe(
      '<01890-a1@example.org>',
    )
    const international = report(failed, 'message/global-headers', 'message/global-delivery-status')
    expect((await parseBounce(international))?.originalMessageId).toBe('<01890-a1@example.org>')
  })

  test('of delay, or of a full mailbox that gave up, is not permanent', async () => {
    const delayed = ['Final-Recipient: rfc822;ana@example.net', 'Action: delayed', 'Status: 4.4.1']
    expect(await parseBounce(report(delayed))).toMatchObject({ status: '4.4.1', permanent: false })
    const gaveUp = ['Final-Recipient: rfc822;ana@example.net', 'Action: failed', 'Status: 4.2.2']
    expect(await parseBounce(report(gaveUp))).toMatchObject({ status: '4.2.2', permanent: false })
  })

  test('names the address that was written to when the mail was passed on', async () => {
    const passedOn = [
      'Original-Recipient: rfc822;ana@example.net',
      ...failed.with(0, 'Final-Recipient: rfc822; box7@inner.example.net'),
    ]
    expect((await parseBounce(report(passedOn)))?.recipient).toBe('ana@example.net')
  })

  test('of several recipients gives the one that failed for good', async () => {
    const several = [
      'Final-Recipient: rfc822;ben@example.net',
      'Action: delivered',
      'Status: 2.0.0',
      '',
      ...failed,
    ]
    expect((await parseBounce(report(several)))?.recipient).toBe('ana@example.net')
  })

  test('without a status counts as failed', async () => {
    expect(await parseBounce(report(failed.filter((line) => !line.startsWith('Status'))))).toMatchObject({
      status: '5.0.0',
      permanent: true,
    })
  })

  test('of success is no bounce', async () => {
    expect(
      await parseBounce(
        report(['Final-Recipient: rfc822;ana@example.net', 'Action: delivered', 'Status: 2.0.0']),
      ),
    ).toBeUndefined()
    expect(await parseBounce(report([]))).toBeUndefined()
  })
})

test('any other mail is no bounce, and nothing throws', async () => {
  const lines = fc.constantFrom(
    ...report(failed).split('\r\n'),
    ...failed,
    'Action:',
    'Status: 9.9.9',
    'Final-Recipient: ;',
    '--b',
    '',
  )
  const mails = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.uint8Array().map((bytes) => Buffer.from(bytes)),
    fc.array(lines, { maxLength: 60 }).map((lines) => lines.join('\n')),
  )
  await fc.assert(
    fc.asyncProperty(mails, async (raw) => {
      const bounce = await parseBounce(raw)
      if (bounce) expect(bounce.recipient).toContain('@')
    }),
    { numRuns: 300 },
  )
  expect(await parseBounce('From: ana@example.net\n\nAction: failed')).toBeUndefined()
})
