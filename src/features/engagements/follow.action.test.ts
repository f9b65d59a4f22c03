import { expect, test } from 'vitest'
import { listMessages } from '../../platform/mail/message.store.ts'
import { cleanUpJob } from '../../platform/mail/clean-up.job.ts'
import { mailFaults } from '../../platform/mail/mail.ts'
import { testNow, testServices } from '../../../tests/support/app.ts'
import { testDatabase } from '../../../tests/support/database.ts'
import { makeAgency, makeEngagement, makePerson } from '../../../tests/support/make.ts'
import type { Agency } from '../agencies/agency.ts'
import type { Engagement } from './engagement.ts'
import { askToFollow, confirmFollow, stopFollowing } from './follow-engagement.action.ts'
import { countFollowers, findFollow, listFollowers } from './follow.store.ts'
import { addEntry, cancelEntry, saveEntry } from './save-timeline-entry.action.ts'
import { tellFollowersJob } from './tell-followers.job.ts'
import type { News } from './tell-followers.action.ts'
import { readTimelineForm } from './timeline-form.ts'

const database = testDatabase()
const { db } = database
const services = testServices(database)
const baseUrl = services.config.baseUrl

async function setting(changes: Partial<Engagement> = {}) {
  const agency = await makeAgency(db)
  const person = await makePerson(db, { agencyId: agency.id, roles: ['coordinator'] })
  return {
    agency,
    personId: person.id,
    engagement: await makeEngagement(db, agency, changes),
    today: '2027-03-03',
  }
}

/** Asks, reads the secret out of the mail, and confirms. */
async function follow(agency: Agency, engagement: Engagement, address: string, language: 'en' | 'es' = 'en') {
  await askToFollow(db, { agency, engagement, address, language, baseUrl }, testNow)
  const mail = (await listMessages(db, agency.id)).find((one) => one.toAddress === address)
  const token = /token=([\w-]+)/.exec(mail!.text)![1]!
  const secret = { agencyId: agency.id, engagementId: engagement.id, token }
  expect((await confirmFollow(db, secret, testNow)).outcome).toBe('following')
  return secret
}

function entryOf(typed: Record<string, string>) {
  const form = readTimelineForm(undefined, ['en', 'es'], typed, 'America/Los_Angeles')
  if (form.outcome === 'faulty') throw new Error(JSON.stringify(form.problems))
  return form.changes
}

const meeting = {
  'title-en': 'Listening evening',
  'title-es': 'Noche para escuchar',
  day: '2027-03-20',
  starts: '18:00',
  ends: '19:30',
  place: 'Library',
  takesPart: 'yes',
}

test('an address follows only after its owner has confirmed, and another address’s secret does not help', async () => {
  const { agency, engagement } = await setting()
  await askToFollow(db, { agency, engagement, address: 'Ana@Example.org', language: 'es', baseUrl }, testNow)
  expect(await countFollowers(db, agency.id, engagement.id)).toBe(0)
  const [mail] = await listMessages(db, agency.id)
  expect(mail).toMatchObject({ kind: 'notice', toAddress: 'Ana@Example.org', language: 'es' })
  const secret = { agencyId: agency.id, engagementId: engagement.id, token: 'wrong' }
  expect((await confirmFollow(db, secret, testNow)).outcome).toBe('over')
  const token = /token=([\w-]+)/.exec(mail!.text)![1]!
  expect((await confirmFollow(db, { ...secret, token }, testNow)).outcome).toBe('following')
  expect((await confirmFollow(db, { ...secret, token }, testNow)).outcome).toBe('following')
  expect(await countFollowers(db, agency.id, engagement.id)).toBe(1)
})

test('the secret of the first mail works for a week', async () => {
  const { agency, engagement } = await setting()
  await askToFollow(db, { agency, engagement, address: 'late@example.org', language: 'en', baseUrl }, testNow)
  const [mail] = await listMessages(db, agency.id)
  const token = /token=([\w-]+)/.exec(mail!.text)![1]!
  const later = new Date(testNow.getTime() + 8 * 24 * 3600_000)
  expect(
    (await confirmFollow(db, { agencyId: agency.id, engagementId: engagement.id, token }, later)).outcome,
  ).toBe('over')
})

test('an address that nobody confirmed is forgotten when its link has run out', async () => {
  const { agency, engagement } = await setting()
  await follow(agency, engagement, 'kept@example.org')
  await askToFollow(
    db,
    { agency, engagement, address: 'typed@example.org', language: 'en', baseUrl },
    testNow,
  )
  const after = (days: number) => ({
    ...services,
    now: () => new Date(testNow.getTime() + days * 86_400_000),
  })
  await cleanUpJob.run(after(6), {})
  expect(await findFollow(db, agency.id, engagement.id, 'typed@example.org')).toBeDefined()
  await cleanUpJob.run(after(9), {})
  expect(await findFollow(db, agency.id, engagement.id, 'typed@example.org')).toBeUndefined()
  expect(await findFollow(db, agency.id, engagement.id, 'kept@example.org')).toBeDefined()
})

test('asking again when one follows already sends a mail that says so, once a day, and keeps following', async () => {
  const { agency, engagement } = await setting()
  await follow(agency, engagement, 'ana@example.org')
  const again = () =>
    askToFollow(db, { agency, engagement, address: 'ANA@example.org', language: 'en', baseUrl }, testNow)
  await again()
  await again()
  const mails = await listMessages(db, agency.id)
  expect(mails).toHaveLength(2)
  expect(mails.some((mail) => mail.text.includes('already gets it'))).toBe(true)
  expect(await countFollowers(db, agency.id, engagement.id)).toBe(1)
})

test('stopping is one act, safe to repeat, and one may follow again later', async () => {
  const { agency, engagement } = await setting()
  const old = await follow(agency, engagement, 'ana@example.org')
  const { stopToken } = (await findFollow(db, agency.id, engagement.id, 'ana@example.org'))!
  await stopFollowing(db, stopToken, testNow)
  expect((await stopFollowing(db, stopToken, testNow))?.stoppedAt).toEqual(testNow)
  expect(await countFollowers(db, agency.id, engagement.id)).toBe(0)
  expect((await confirmFollow(db, old, testNow)).outcome).toBe('over')
  expect(await stopFollowing(db, 'nobody', testNow)).toBeUndefined()
  await askToFollow(db, { agency, engagement, address: 'ana@example.org', language: 'en', baseUrl }, testNow)
  expect(await countFollowers(db, agency.id, engagement.id)).toBe(0)
})

test('a new date reaches every follower once, in their language, with a one-click stop', async () => {
  const { agency, personId, engagement, today } = await setting()
  await follow(agency, engagement, 'ana@example.org', 'es')
  await follow(agency, engagement, 'ben@example.org')
  const entry = await addEntry(db, { engagement, changes: entryOf(meeting), personId, today }, testNow)
  const news: News = { kind: 'timeline', entryId: entry.id, sequence: 0, change: 'added' }
  const data = { agencyId: agency.id, engagementId: engagement.id, news }
  await tellFollowersJob.run(services, data)
  await tellFollowersJob.run(services, data)
  const mails = (await listMessages(db, agency.id)).filter((mail) => mail.kind === 'list')
  expect(mails.map((mail) => [mail.toAddress, mail.subject]).sort()).toEqual([
    ['ana@example.org', 'Nueva fecha: Noche para escuchar'],
    ['ben@example.org', 'New date: Listening evening'],
  ])
  for (const mail of mails) {
    expect(mail.unsubscribeUrl).toMatch(/^http:\/\/longtable\.test\/(en|es)\/follow\/stop\/[\w-]{43}$/)
    const outgoing = {
      to: mail.toAddress,
      from: { name: agency.name, address: 'a@example.org' },
      messageId: '<a@example.org>',
    }
    expect(
      mailFaults({
        ...mail,
        ...outgoing,
        kind: 'list',
        replyTo: undefined,
        unsubscribeUrl: mail.unsubscribeUrl!,
      }),
    ).toEqual([])
  }
})

test('each change raises the sequence; an overtaken change is not told any more', async () => {
  const { agency, personId, engagement, today } = await setting()
  await follow(agency, engagement, 'ben@example.org')
  const entry = await addEntry(db, { engagement, changes: entryOf(meeting), personId, today }, testNow)
  const wish = { engagement, entryId: entry.id, personId, today }
  const moved = entryOf({ ...meeting, day: '2027-03-21' })
  expect(await saveEntry(db, { ...wish, sequence: 0, changes: moved }, testNow)).toMatchObject({
    outcome: 'saved',
    entry: { sequence: 1, day: '2027-03-21' },
  })
  expect((await saveEntry(db, { ...wish, sequence: 1, changes: moved }, testNow)).outcome).toBe('unchanged')
  expect((await saveEntry(db, { ...wish, sequence: 0, changes: entryOf(meeting) }, testNow)).outcome).toBe(
    'changed-meanwhile',
  )
  expect(await cancelEntry(db, { ...wish, cancelled: true }, testNow)).toMatchObject({
    outcome: 'done',
    entry: { sequence: 2 },
  })
  expect((await cancelEntry(db, { ...wish, cancelled: true }, testNow)).outcome).toBe('as-it-was')
  const tell = (sequence: number, change: 'added' | 'changed' | 'cancelled') =>
    tellFollowersJob.run(services, {
      agencyId: agency.id,
      engagementId: engagement.id,
      news: { kind: 'timeline', entryId: entry.id, sequence, change },
    })
  await tell(0, 'added')
  await tell(1, 'changed')
  await tell(2, 'cancelled')
  const subjects = (await listMessages(db, agency.id))
    .filter((mail) => mail.kind === 'list')
    .map((mail) => mail.subject)
  expect(subjects).toEqual(['Called off: Listening evening'])
})

test('a published decision reaches followers with a link to its reasons', async () => {
  const { agency, engagement } = await setting()
  await follow(agency, engagement, 'ben@example.org')
  const decisionId = '0190a000-0000-7000-8000-000000000001'
  const news: News = { kind: 'decision', decisionId, title: engagement.decisionQuestion }
  await tellFollowersJob.run(services, { agencyId: agency.id, engagementId: engagement.id, news })
  const [mail] = (await listMessages(db, agency.id)).filter((one) => one.kind === 'list')
  expect(mail?.text).toContain(`/decisions/${decisionId}`)
})

test('followers are read in parts', async () => {
  const { agency, engagement } = await setting()
  for (const name of ['a', 'b', 'c']) await follow(agency, engagement, `${name}@example.org`)
  const first = await listFollowers(db, agency.id, engagement.id, { limit: 2 })
  const rest = await listFollowers(db, agency.id, engagement.id, { limit: 2, after: first.at(-1)!.id })
  expect([...first, ...rest].map((one) => one.address).sort()).toEqual([
    'a@example.org',
    'b@example.org',
    'c@example.org',
  ])
})
