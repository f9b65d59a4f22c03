import { beforeAll, describe, expect, test } from 'vitest'
import { sql } from 'kysely'
import { testApp, testConfig } from '../../../tests/support/app.ts'
import { testDatabase } from '../../../tests/support/database.ts'
import { makeStaffPlace, readComment, type StaffPlace } from '../../../tests/support/staff-place.ts'
import { paths } from '../../paths.ts'
import { newId } from '../../platform/db/id.ts'
import { addMessage, findUnreachable } from '../../platform/mail/message.store.ts'
import { returnPathOf } from '../../platform/mail/return-path.ts'
import { countComments } from './comment.store.ts'
import { receiveKeptMail, receiveMail } from './receive-mail.action.ts'
import { staffCommentRoutes } from './staff.routes.tsx'

const database = testDatabase()
const inboundMail = { address: 'comments@longtable.example', token: 'a-token-of-enough-length' }
const { request, services } = testApp(database, staffCommentRoutes, { config: testConfig({ inboundMail }) })
const { db } = database
const now = services.now()
let place: StaffPlace
let to: string
beforeAll(async () => {
  place = await makeStaffPlace(services)
  to = `comments+${place.agency.slug}.${place.engagement.slug}@longtable.example`
})

function mail(body: string, headers: Record<string, string> = {}): Buffer {
  const all = {
    From: 'Ana Ruiz <ana@example.org>',
    To: to,
    Subject: 'My thoughts',
    'Message-ID': `<${newId()}@example.org>`,
    'Content-Type': 'text/plain; charset=utf-8',
    ...headers,
  }
  return Buffer.from(
    `${Object.entries(all)
      .map(([name, value]) => `${name}: ${value}`)
      .join('\r\n')}\r\n\r\n${body.replace(/\n/g, '\r\n')}`,
  )
}
const receive = (raw: Buffer) => receiveMail(services, raw, now)
const mailsTo = (address: string) =>
  db.selectFrom('message').selectAll().where('toAddress', '=', address).execute()

describe('a comment by mail', () => {
  test('answers the first open question, and its author gets the receipt by mail in their language', async () => {
    const result = await receive(
      mail('Queremos que las maestras con experiencia se queden en nuestra escuela.\n\nGracias'),
    )
    if (result.outcome !== 'accepted') throw new Error(result.outcome)
    const kept = await readComment(services, place, result.commentId)
    expect(kept.comment).toMatchObject({
      channel: 'mail',
      language: 'es',
      contactAddress: 'ana@example.org',
      state: 'published',
    })
    expect(kept.text).toContain('maestras con experiencia')
    expect(await mailsTo('ana@example.org')).toMatchObject([
      { language: 'es', onceKey: `receipt:${result.commentId}` },
    ])
  })

  test('delivered twice it counts once', async () => {
    const raw = mail('Please fix the buses in the north of the district soon.', { From: 'bo@example.org' })
    const first = await receive(raw)
    const second = await receive(raw)
    expect([first.outcome, second.outcome]).toEqual(['accepted', 'repeated'])
    expect(await mailsTo('bo@example.org')).toHaveLength(1)
  })

  test('attachments are not kept, and their sender is told once', async () => {
    const body =
      '--x\r\nContent-Type: text/plain\r\n\r\nSee my letter about the music rooms.\r\n--x\r\nContent-Type: application/pdf\r\nContent-Disposition: attachment; filename="letter.pdf"\r\n\r\n%PDF\r\n--x--\r\n'
    const raw = mail(body, { From: 'cy@example.org', 'Content-Type': 'multipart/mixed; boundary="x"' })
    const result = await receive(raw)
    await receive(raw)
    if (result.outcome !== 'accepted') throw new Error(result.outcome)
    expect((await readComment(services, place, result.commentId)).comment.provenance).toMatchObject({
      attachments: 1,
    })
    const told = (await mailsTo('cy@example.org')).filter((message) =>
      message.subject.includes('attachments'),
    )
    expect(told).toMatchObject([{ aboutKind: 'comment', aboutId: result.commentId }])
  })

  test.each([
    ['an automatic reply', { 'Auto-Submitted': 'auto-replied' }, 'automatic'],
    ['our own mail coming back', { From: 'longtable@localhost' }, 'automatic'],
    ['a mailing list', { Precedence: 'bulk' }, 'automatic'],
    ['an unknown engagement', { To: 'comments+nobody.nothing@longtable.example' }, 'no-such-address'],
    ['no address of ours', { To: 'someone@elsewhere.example' }, 'no-such-address'],
  ])('%s is not taken', async (_, headers, outcome) => {
    const before = await countComments(db, place.agency.id, place.engagement.id)
    expect((await receive(mail('Hello there', headers))).outcome).toBe(outcome)
    expect(await countComments(db, place.agency.id, place.engagement.id)).toBe(before)
  })

  test('what cannot be taken is refused with a reason, a few times a day', async () => {
    const own = await makeStaffPlace(services, { closesOn: '2027-03-01' })
    const closed = `comments+${own.agency.slug}.${own.engagement.slug}@longtable.example`
    for (let n = 0; n < 5; n++) {
      expect(await receive(mail('Too late, alas.', { From: 'di@example.org', To: closed }))).toEqual({
        outcome: 'refused',
        reason: 'closed',
      })
    }
    const told = await mailsTo('di@example.org')
    expect(told).toHaveLength(3)
    expect(told[0]?.text).toMatch(/comments were\s+not open/)
    expect(await receive(mail('', { Subject: '', From: 'ed@example.org' }))).toEqual({
      outcome: 'refused',
      reason: 'empty',
    })
    expect(await receive(mail('word '.repeat(2500), { From: 'ed@example.org' }))).toEqual({
      outcome: 'refused',
      reason: 'tooLong',
    })
  })

  test('one sender cannot fill the public page: what comes too often is set aside', async () => {
    let last: Awaited<ReturnType<typeof receive>> | undefined
    for (let n = 0; n < 21; n++)
      last = await receive(mail(`Again number ${n}`, { From: 'flood@example.org' }))
    if (last?.outcome !== 'accepted') throw new Error(last?.outcome)
    expect((await readComment(services, place, last.commentId)).comment.state).toBe('spam')
    // The address may be forged: its owner gets no more of our mail than that.
    expect(await mailsTo('flood@example.org')).toHaveLength(20)
  })

  test('a bounce is noted at the message that it names', async () => {
    await db.transaction().execute((db) =>
      addMessage(
        db,
        {
          agencyId: place.agency.id,
          channel: 'mail',
          kind: 'notice',
          toAddress: 'gone@example.org',
          language: 'en',
          subject: 's',
          text: 't',
          html: 'h',
          onceKey: 'to be bounced',
          aboutKind: 'comment',
        },
        now,
      ),
    )
    const [message] = await mailsTo('gone@example.org')
    const report = [
      '--b',
      'Content-Type: text/plain',
      '',
      'Not delivered',
      '--b',
      'Content-Type: message/delivery-status',
      '',
      'Reporting-MTA: dns; mx.example.org',
      '',
      'Final-Recipient: rfc822; gone@example.org',
      'Action: failed',
      'Status: 5.1.1',
      'Diagnostic-Code: smtp; 550 no such user',
      '',
      '--b--',
      '',
    ].join('\n')
    const raw = mail(report, {
      From: '<>',
      To: returnPathOf(message!.id, inboundMail.address),
      'Content-Type': 'multipart/report; report-type=delivery-status; boundary="b"',
    })
    expect(await receive(raw)).toEqual({ outcome: 'bounce' })
    expect(await findUnreachable(db, place.agency.id, 'mail', 'gone@example.org')).toMatchObject({
      reason: 'bounced',
    })
  })

  test('whatever bytes come, the answer is an outcome', async () => {
    for (const raw of [
      Buffer.from('not a mail'),
      Buffer.alloc(5000, 255),
      Buffer.from('\u0000\u0000'),
      Buffer.from('From: x\r\n'),
    ]) {
      expect(['unreadable', 'automatic', 'no-such-address', 'too-large']).toContain(
        (await receive(raw)).outcome,
      )
    }
  })
})

describe('the door for mail', () => {
  const send = (body: BodyInit, token?: string) =>
    request(paths.inboundMail.to({}), {
      body,
      headers: token === undefined ? {} : { authorization: `Bearer ${token}` },
    })

  test('opens for the token only, keeps the mail and asks for it to be read', async () => {
    expect((await send('x')).status).toBe(401)
    expect((await send('x', 'wrong')).status).toBe(401)
    expect((await send('', inboundMail.token)).status).toBe(400)
    expect(
      (
        await send(
          new Uint8Array(
            mail('Through the door: please keep the library open.', { From: 'fay@example.org' }),
          ),
          inboundMail.token,
        )
      ).status,
    ).toBe(202)
    const { rows } = await sql<{
      data: { key: string }
    }>`select data from pgboss.job where name = 'receive-mail'`.execute(db)
    const key = rows[0]!.data.key
    expect(await receiveKeptMail(services, key, now)).toMatchObject({ outcome: 'accepted' })
    expect(await receiveKeptMail(services, key, now)).toBeUndefined()
    expect(await mailsTo('fay@example.org')).toHaveLength(1)
  })

  test('is not there when inbound mail is not set up', async () => {
    const plain = testApp(database, staffCommentRoutes)
    expect((await plain.request(paths.inboundMail.to({}), { body: 'x' })).status).toBe(404)
    expect(await receiveMail(plain.services, mail('x'), now)).toEqual({ outcome: 'not-set-up' })
  })
})
