import { createServer, type IncomingHttpHeaders, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Webhook as Verifier } from 'standardwebhooks'
import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { testConfig, testNow, testServices } from '../../../tests/support/app.ts'
import { testDatabase } from '../../../tests/support/database.ts'
import { makeAgency, makeEngagement, makePerson } from '../../../tests/support/make.ts'
import { sql } from 'kysely'
import { inTransaction } from '../../platform/db/database.ts'
import { newId } from '../../platform/db/id.ts'
import { announce, type Announcement } from '../../platform/jobs/announce.ts'
import type { Agency } from '../agencies/agency.ts'
import { sendComment } from '../comments/send-comment.action.ts'
import { addQuestion } from '../comments/question.store.ts'
import { changeStatus } from '../engagements/change-status.action.ts'
import type { Engagement } from '../engagements/engagement.ts'
import { nothingWritten, written } from '../../platform/i18n/written.ts'
import { announceJob } from './announce.job.ts'
import { makeWebhook, switchWebhook, testWebhook } from './change-webhook.action.ts'
import { deliver } from './deliver-webhook.job.ts'
import { guardedLookup, sendWebhook } from './send-webhook.action.ts'
import { mostAttempts, newWebhookSecret, nextAttempt } from './webhook.ts'
import { findWebhook, listDeliveries } from './webhook.store.ts'

const database = testDatabase()
const { db } = database
const services = testServices(database, { config: testConfig({ development: true }) })
const by = newId()
let agency: Agency
let engagement: Engagement

beforeAll(async () => {
  agency = await makeAgency(db)
  engagement = await makeEngagement(db, agency, { status: 'draft', slug: 'teachers' })
})

type Received = { headers: IncomingHttpHeaders; body: string; url: string }
let server: Server | undefined
afterEach(() => {
  server?.closeAllConnections()
  server?.close()
})

/** A receiver on this machine that answers with these statuses, the last one for good. */
async function receiver(
  ...statuses: (number | 'hang' | 'flood')[]
): Promise<{ url: string; received: Received[] }> {
  const received: Received[] = []
  server = createServer((request, response) => {
    let body = ''
    request.on('data', (chunk: Buffer) => (body += chunk.toString()))
    request.on('end', () => {
      received.push({ headers: request.headers, body, url: request.url ?? '' })
      const status = statuses[Math.min(received.length, statuses.length) - 1] ?? 200
      if (status === 'hang') return
      if (status === 'flood') {
        response.writeHead(200)
        for (let i = 0; i < 200; i++) response.write(Buffer.alloc(64_000))
        return
      }
      response.writeHead(status, { location: 'http://127.0.0.1:1/' }).end('ok')
    })
  })
  await new Promise<void>((resolve) => server!.listen(0, '127.0.0.1', resolve))
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`, received } // as: it listens on TCP
}

async function webhookAt(url: string) {
  return (await makeWebhook(db, { agencyId: agency.id, url, events: ['comment.received'], by }, testNow))
    .webhook
}

async function jobs(name: string): Promise<{ data: never; startAfter: Date }[]> {
  return (
    await sql<{
      data: never
      startAfter: Date
    }>`select data, start_after from pgboss.job where name = ${name} order by id`.execute(db)
  ).rows
}

const announcement = (id: string): Announcement => ({
  id,
  agencyId: agency.id,
  event: 'comment.received',
  at: testNow.toISOString(),
  data: { engagement: engagement.id, comment: 'abc' },
})

describe('what happened is told to those who listen', () => {
  test('nobody listens: nothing is put on the queue', async () => {
    const silent = await makeAgency(db)
    await inTransaction(db, (db) =>
      announce(db, { agencyId: silent.id, event: 'comment.received', data: {} }, testNow),
    )
    expect(await jobs('announce')).toEqual([])
  })

  test('a listener: one job, and one delivery however often the job runs', async () => {
    const { url, received } = await receiver(200)
    const webhook = await webhookAt(url)
    await inTransaction(db, (db) =>
      announce(db, { agencyId: agency.id, event: 'comment.received', data: { comment: 'abc' } }, testNow),
    )
    await inTransaction(db, (db) =>
      announce(db, { agencyId: agency.id, event: 'engagement.opened', data: {} }, testNow),
    )
    expect(await jobs('announce')).toHaveLength(1)
    const told = announcement(newId())
    await announceJob.run(services, told)
    await announceJob.run(services, told)
    const [delivery, ...others] = await listDeliveries(db, agency.id, webhook.id)
    expect(others).toEqual([])
    await deliver(services, { agencyId: agency.id, deliveryId: delivery!.id, attempt: 0 })
    await deliver(services, { agencyId: agency.id, deliveryId: delivery!.id, attempt: 0 })
    expect(received).toHaveLength(1)
    const [{ headers, body }] = received as [Received]
    expect(JSON.parse(body)).toEqual({
      type: 'comment.received',
      timestamp: testNow.toISOString(),
      data: { agency: agency.slug, engagement: engagement.slug, comment: 'abc' },
    })
    expect(headers['webhook-id']).toBe(delivery!.id)
    expect(headers['webhook-timestamp']).toBe(String(testNow.getTime() / 1000))
    expect(headers['webhook-signature']).toBe(new Verifier(webhook.secret).sign(delivery!.id, testNow, body))
    expect((await listDeliveries(db, agency.id, webhook.id))[0]).toMatchObject({
      attempts: 1,
      status: 200,
      problem: '',
      deliveredAt: testNow,
    })
    await switchWebhook(db, { agencyId: agency.id, webhookId: webhook.id, on: false, by }, testNow)
  })

  test('a failed attempt asks for the next one later, and an answer of 410 switches the webhook off', async () => {
    const { url } = await receiver(500, 410)
    const webhook = await webhookAt(url)
    await testWebhook(db, { agencyId: agency.id, agencySlug: agency.slug, webhookId: webhook.id }, testNow)
    const [delivery] = await listDeliveries(db, agency.id, webhook.id)
    await deliver(services, { agencyId: agency.id, deliveryId: delivery!.id, attempt: 0 }, { chance: 0 })
    expect((await listDeliveries(db, agency.id, webhook.id))[0]).toMatchObject({
      attempts: 1,
      status: 500,
      problem: 'it answered 500',
      deliveredAt: null,
    })
    const again = (await jobs('deliver-webhook')).at(-1)!
    expect(again.data).toEqual({ agencyId: agency.id, deliveryId: delivery!.id, attempt: 1 })
    expect(again.startAfter).toEqual(new Date(testNow.getTime() + 5000))
    await deliver(services, again.data)
    expect(await findWebhook(db, agency.id, webhook.id)).toMatchObject({
      disabledReason: 'gone',
      disabledAt: testNow,
    })
    expect(
      await testWebhook(db, { agencyId: agency.id, agencySlug: agency.slug, webhookId: webhook.id }, testNow),
    ).toEqual({ outcome: 'switched-off' })
  })

  test('after the last attempt of a delivery, a webhook that nothing has reached is switched off', async () => {
    const { url } = await receiver(503)
    const webhook = await webhookAt(url)
    await testWebhook(db, { agencyId: agency.id, agencySlug: agency.slug, webhookId: webhook.id }, testNow)
    const [delivery] = await listDeliveries(db, agency.id, webhook.id)
    for (let attempt = 0; attempt < mostAttempts; attempt++)
      await deliver(services, { agencyId: agency.id, deliveryId: delivery!.id, attempt })
    expect(await findWebhook(db, agency.id, webhook.id)).toMatchObject({ disabledReason: 'failing' })
    expect((await listDeliveries(db, agency.id, webhook.id))[0]).toMatchObject({ attempts: mostAttempts })
  })

  test('the waits between attempts grow to more than two days in all', () => {
    let at = testNow
    for (let attempts = 1; attempts < mostAttempts; attempts++) {
      const next = nextAttempt(attempts, at, 0.5)!
      expect(next.getTime()).toBeGreaterThan(at.getTime())
      at = next
    }
    expect(at.getTime() - testNow.getTime()).toBeGreaterThan(3 * 86_400_000)
    expect(nextAttempt(mostAttempts, at, 0)).toBeUndefined()
  })
})

test('opening an engagement and sending a comment are announced with their ids', async () => {
  const person = await makePerson(db, { agencyId: agency.id, roles: ['administrator'] })
  await makeWebhook(
    db,
    {
      agencyId: agency.id,
      url: 'http://127.0.0.1:9/',
      events: ['comment.received', 'engagement.opened'],
      by,
    },
    testNow,
  )
  const { id } = engagement
  const opened = await changeStatus(
    db,
    { agencyId: agency.id, id, next: 'open', personId: person.id },
    testNow,
  )
  expect(opened.outcome).toBe('changed')
  const own = {
    agencyId: agency.id,
    engagementId: id,
    hint: nothingWritten,
    required: false,
    options: [],
    position: 1,
  }
  const questionId = (await addQuestion(db, {
    ...own,
    code: 'Q1',
    kind: 'text',
    prompt: written('en', { en: 'What?' }),
  }))!
  const answers = [{ questionId, text: 'Words that stay here.', choices: null, number: null }]
  const sent = await sendComment(
    services,
    {
      agency,
      engagement: { ...engagement, status: 'open' },
      channel: 'web',
      answers,
      submissionKey: newId(),
    },
    testNow,
  )
  const told = (await jobs('announce')).slice(-2).map(({ data }) => data as Announcement)
  expect(told.map(({ event, data }) => [event, data])).toEqual([
    ['engagement.opened', { engagement: id }],
    ['comment.received', { engagement: id, comment: sent.outcome === 'accepted' && sent.commentId }],
  ])
})

describe('sending', () => {
  const message = { secret: newWebhookSecret(), id: newId(), body: '{}' }

  test('a redirect is not followed', async () => {
    const { url, received } = await receiver(302)
    expect(await sendWebhook({ ...message, url }, testNow, { development: true })).toEqual({
      outcome: 'answered',
      status: 302,
    })
    expect(received).toHaveLength(1)
  })

  test('a receiver that never answers, or never ends its answer, is given up', async () => {
    const hanging = await receiver('hang')
    expect(
      await sendWebhook({ ...message, url: hanging.url }, testNow, { development: true, milliseconds: 200 }),
    ).toEqual({
      outcome: 'unreached',
      problem: 'it did not answer in time',
    })
    const flooding = await receiver('flood')
    expect(await sendWebhook({ ...message, url: flooding.url }, testNow, { development: true })).toEqual({
      outcome: 'answered',
      status: 200,
    })
  })

  test('outside development, this machine is not reached whatever name leads to it', async () => {
    const { url, received } = await receiver(200)
    expect(await sendWebhook({ ...message, url }, testNow, { development: false })).toMatchObject({
      outcome: 'unreached',
    })
    const port = new URL(url).port
    for (const address of ['127.0.0.1', '169.254.169.254', '::1', '::ffff:127.0.0.1']) {
      const resolve = async () => [{ address, family: address.includes(':') ? 6 : 4 }]
      expect(
        await sendWebhook({ ...message, url: `https://rebound.example.org:${port}/` }, testNow, {
          development: false,
          resolve,
        }),
      ).toEqual({
        outcome: 'unreached',
        problem: 'its address is not one of the public internet',
      })
    }
    expect(received).toEqual([])
  })

  test('a name is refused when one of its addresses is private, and the one that was checked is the one that is used', async () => {
    const look = (addresses: string[]) =>
      new Promise((done) => {
        const resolve = async () => addresses.map((address) => ({ address, family: 4 }))
        guardedLookup(resolve)('example.org', { all: true }, (error, found) =>
          done(error ? error.message : found),
        )
      })
    expect(await look(['8.8.8.8', '10.0.0.1'])).toBe('its address is not one of the public internet')
    expect(await look([])).toBe('its address is not one of the public internet')
    expect(await look(['8.8.8.8', '1.1.1.1'])).toEqual([{ address: '8.8.8.8', family: 4 }])
  })
})
