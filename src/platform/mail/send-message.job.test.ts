import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { testConfig, testNow, testServices } from '../../../tests/support/app.ts'
import { testDatabase } from '../../../tests/support/database.ts'
import { makeAgency } from '../../../tests/support/make.ts'
import { installation } from '../audit/audit.ts'
import { newId } from '../db/id.ts'
import type { Services } from '../services.ts'
import type { OutgoingSms, SmsResult } from '../sms/sms.ts'
import { cleanUpJob } from './clean-up.job.ts'
import type { OutgoingMail, SendResult } from './mail.ts'
import { addMessage, addUnreachable, findMessage, findUnreachable, type NewMessage } from './message.store.ts'
import { bouncedMessageId, returnPathOf } from './return-path.ts'
import { NotSentYet, sendMessageJob } from './send-message.job.ts'
import { takeBounce } from './take-bounce.ts'

const database = testDatabase()
const { db } = database

async function outbox(changes: Partial<NewMessage> = {}) {
  const agency = await makeAgency(db)
  const onceKey = newId()
  const message: NewMessage = {
    agencyId: agency.id,
    channel: 'mail',
    kind: 'notice',
    toAddress: 'ana@example.org',
    language: 'es',
    subject: 'Su comentario',
    text: 'Texto',
    html: '<p>Texto</p>',
    onceKey,
    aboutKind: 'test',
    ...changes,
  }
  await addMessage(db, message, testNow)
  const { id } = await db
    .selectFrom('message')
    .select('id')
    .where('onceKey', '=', onceKey)
    .executeTakeFirstOrThrow()
  const data = { agencyId: message.agencyId, messageId: id }
  return { agency, id, data, find: async () => (await findMessage(db, message.agencyId, id))! }
}

function mailServer(answer: SendResult = { outcome: 'sent', response: '250 ok' }) {
  const sent: OutgoingMail[] = []
  const send = async (mail: OutgoingMail) => {
    sent.push(mail)
    return answer
  }
  return { sent, transport: { send, verify: async () => ({ ok: true as const }), close: () => undefined } }
}

function gateway(answer: SmsResult = { outcome: 'sent', id: 'x', segments: 1 }) {
  const sent: OutgoingSms[] = []
  const send = async (sms: OutgoingSms) => {
    sent.push(sms)
    return answer
  }
  return { sent, transport: { send } }
}

function run(data: { agencyId: string; messageId: string }, changes: Partial<Services>) {
  return sendMessageJob.run(testServices(database, changes), data)
}

const refusal = (permanent: boolean, by: 'recipient' | 'connection' = 'recipient') =>
  ({ outcome: 'refused', permanent, by, reason: '550 no' }) as const
const textRefusal = {
  outcome: 'refused',
  permanent: false,
  optedOut: false,
  uncertain: false,
  reason: 'busy',
} as const

describe('a mail', () => {
  test('goes out in the agency’s name with a return path of its own, and once', async () => {
    const { agency, id, data, find } = await outbox()
    const { sent, transport } = mailServer()
    const config = testConfig({
      mailFrom: 'news@district.example',
      inboundMail: { address: 'in@district.example', token: '' },
    })
    await run(data, { mail: transport, config })
    await run(data, { mail: transport, config })
    expect(sent).toHaveLength(1)
    expect(sent[0]).toMatchObject({
      to: 'ana@example.org',
      from: { name: agency.name, address: 'news@district.example' },
      messageId: `<${id}@longtable.test>`,
      returnPath: `in+bounce-${id.replaceAll('-', '')}@district.example`,
      language: 'es',
      kind: 'notice',
    })
    expect(await find()).toMatchObject({ state: 'sent', attempts: 1, sentAt: testNow })
  })

  test('stays in the outbox without a mail server', async () => {
    const { data, find } = await outbox()
    await run(data, {})
    expect((await find()).state).toBe('outbox')
  })

  test('that is refused for now is tried again', async () => {
    const { data, find } = await outbox()
    const failing = run(data, { mail: mailServer(refusal(false, 'connection')).transport })
    await expect(failing).rejects.toThrow(NotSentYet)
    expect(await find()).toMatchObject({ state: 'waiting', attempts: 1, problem: '550 no' })
    await run(data, { mail: mailServer().transport })
    expect(await find()).toMatchObject({ state: 'sent', attempts: 2, problem: '' })
  })

  test('that its reader’s server refuses for good is not tried again, nor any other to that address', async () => {
    const { agency, data, find } = await outbox()
    await run(data, { mail: mailServer(refusal(true)).transport })
    expect(await find()).toMatchObject({ state: 'refused', problem: '550 no' })
    expect(await findUnreachable(db, agency.id, 'mail', 'ANA@example.org')).toMatchObject({
      reason: 'bounced',
    })
  })

  test('is not sent to whoever stopped it, unless it opens a door', async () => {
    const agency = await makeAgency(db)
    await addUnreachable(
      db,
      { agencyId: agency.id, channel: 'mail', address: 'ana@example.org', reason: 'stopped' },
      testNow,
    )
    const { sent, transport } = mailServer()
    const [notice, code] = [
      await outbox({ agencyId: agency.id }),
      await outbox({ agencyId: agency.id, kind: 'code' }),
    ]
    await run(notice.data, { mail: transport })
    await run(code.data, { mail: transport })
    expect(sent).toHaveLength(1)
    expect((await notice.find()).state).toBe('refused')
  })

  test('that was erased meanwhile is no fault', async () => {
    await run({ agencyId: newId(), messageId: newId() }, { mail: mailServer().transport })
  })
})

describe('a bounce', () => {
  test('is recognised by its return path', () => {
    const id = newId()
    expect(
      bouncedMessageId(returnPathOf(id, 'in@district.example').toUpperCase(), 'in@district.example'),
    ).toBe(id)
    expect(bouncedMessageId('in+comment@district.example', 'in@district.example')).toBeUndefined()
  })

  test('that will not pass stops the address; a passing one only leaves a note', async () => {
    const { agency, id, find } = await outbox()
    await takeBounce(db, id, { status: '4.2.2', permanent: false, diagnostic: 'mailbox full' }, testNow)
    expect(await find()).toMatchObject({ problem: '4.2.2 mailbox full', state: 'waiting' })
    await takeBounce(db, id, { status: '5.1.1', permanent: true, diagnostic: undefined }, testNow)
    expect(await find()).toMatchObject({ problem: '5.1.1', state: 'refused' })
    expect(await findUnreachable(db, agency.id, 'mail', 'ana@example.org')).toBeDefined()
    expect(await takeBounce(db, newId(), { status: '5', permanent: true, diagnostic: '' }, testNow)).toEqual({
      outcome: 'no-such-message',
    })
  })
})

describe('a text', () => {
  const text = { channel: 'sms', toAddress: '+15305550123', subject: '' } as const

  test('goes out by day', async () => {
    const { data, find } = await outbox(text)
    const { sent, transport } = gateway()
    await run(data, { sms: transport })
    expect(sent).toEqual([{ to: '+15305550123', body: 'Texto' }])
    expect((await find()).state).toBe('sent')
  })

  test('waits at night until eight in the morning where the agency is', async () => {
    const { data, find } = await outbox(text)
    const { sent, transport } = gateway()
    await run(data, { sms: transport, now: () => new Date('2027-03-04T06:30:00Z') }) // 22:30 in Los Angeles
    expect(sent).toEqual([])
    expect((await find()).state).toBe('waiting')
    const { rows } = await sql<{ startAfter: Date }>`
      select start_after from pgboss.job where data->>'messageId' = ${data.messageId} order by start_after desc limit 1
    `.execute(db)
    expect(rows[0]!.startAfter).toEqual(new Date('2027-03-04T16:00:00Z'))
  })

  test('with a code does not wait', async () => {
    const { data, find } = await outbox({ ...text, kind: 'code' })
    await run(data, { sms: gateway().transport, now: () => new Date('2027-03-04T06:30:00Z') })
    expect((await find()).state).toBe('sent')
  })

  test('to someone who sent STOP is refused, and none follows', async () => {
    const { agency, data, find } = await outbox(text)
    await run(data, { sms: gateway({ ...textRefusal, optedOut: true }).transport })
    expect((await find()).state).toBe('refused')
    expect(await findUnreachable(db, agency.id, 'sms', text.toAddress)).toMatchObject({ reason: 'stopped' })
  })

  test('that may have arrived is not sent twice', async () => {
    const { data, find } = await outbox(text)
    await run(data, { sms: gateway({ ...textRefusal, uncertain: true }).transport })
    expect((await find()).state).toBe('refused')
  })

  test('that the gateway has no time for is tried again', async () => {
    const { data } = await outbox(text)
    await expect(run(data, { sms: gateway(textRefusal).transport })).rejects.toThrow(NotSentYet)
  })
})

test('the hourly clean-up takes away what has expired and leaves the rest', async () => {
  const [past, future] = [new Date(testNow.getTime() - 1), new Date(testNow.getTime() + 1)]
  for (const expiresAt of [past, future]) {
    await sql`
      insert into passkey_challenge (id, challenge, purpose, expires_at) values (${newId()}, 'x', 'sign-in', ${expiresAt})
    `.execute(db)
    await sql`insert into rate_limit (key, points, expire) values (${newId()}, 1, ${expiresAt.getTime()})`.execute(
      db,
    )
  }
  const code = { agencyId: installation, kind: 'code' } as const
  const [kept, old] = [await outbox(code), await outbox(code)]
  await sql`update message set created_at = ${new Date(testNow.getTime() - 3_600_001)} where id = ${old.id}`.execute(
    db,
  )
  await cleanUpJob.run(testServices(database), {})
  await cleanUpJob.run(testServices(database), {})
  const { rows } = await sql<{ challenges: number; limits: number }>`
    select (select count(*) from passkey_challenge) as challenges, (select count(*) from rate_limit) as limits
  `.execute(db)
  expect(rows[0]).toEqual({ challenges: 1, limits: 1 })
  expect(await kept.find()).toBeDefined()
  expect(await old.find()).toBeUndefined()
})
