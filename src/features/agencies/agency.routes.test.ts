import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { testApp, testNow } from '../../../tests/support/app.ts'
import { testDatabase } from '../../../tests/support/database.ts'
import { makeAgency, makePerson } from '../../../tests/support/make.ts'
import { newId } from '../../platform/db/id.ts'
import { enqueue } from '../../platform/jobs/enqueue.ts'
import { addMessage, listMessages, saveMessageState } from '../../platform/mail/message.store.ts'
import { findAgency, getAgency } from './agency.store.ts'
import { agencyRoutes } from './agency.routes.tsx'
import { findSeat } from './membership.store.ts'

const database = testDatabase()
const { db } = database
const { request, read } = testApp(database, agencyRoutes)

async function setUp() {
  const agency = await makeAgency(db)
  const administrator = await makePerson(db, { agencyId: agency.id, roles: ['administrator'] })
  const work = `/en/work/${agency.slug}`
  return { agency, administrator, as: administrator.id, work }
}

const settings = {
  name: 'River District',
  languages: ['en', 'ar'],
  timeZone: 'America/Chicago',
  minimum: '12',
  contactName: 'Ana Ruiz',
  contactAddress: 'Ana@Example.org',
  contactPhone: '555-0100',
  brandColor: '#1D5A8C',
  parentId: '',
}

describe('agency settings', () => {
  test('are shown and saved, with a line in the log that names what changed', async () => {
    const { agency, as, work } = await setUp()
    const state = await makeAgency(db, { kind: 'sea', name: 'The State' })
    expect(await read(`${work}/agency`, { as })).toContain('The State')
    const answer = await request(`${work}/agency`, { as, form: { ...settings, parentId: state.id } })
    expect(answer.headers.get('location')).toBe(`${work}/agency?told=saved`)
    expect(await getAgency(db, agency.id)).toMatchObject({
      name: 'River District',
      languages: ['en', 'ar'],
      minimum: 12,
      brandColor: '#1d5a8c',
      contactAddress: 'Ana@example.org',
      parentId: state.id,
    })
    const line = await db
      .selectFrom('auditEntry')
      .selectAll()
      .where('agencyId', '=', agency.id)
      .executeTakeFirstOrThrow()
    expect(line.act).toBe('agency changed')
    expect(JSON.stringify(line.details)).not.toContain('Ana')
    expect(await read(`${work}/agency?told=saved`, { as })).toContain('Contrast 6.')
  })

  test.each([
    ['a color that is hard to read', { brandColor: '#E3A72F' }, 'too hard to read'],
    ['a color that is none', { brandColor: 'greenish' }, 'Enter a color'],
    ['a minimum that would show single people', { minimum: '2' }, 'from 3 to 100'],
    ['a minimum that is no number', { minimum: 'many' }, 'from 3 to 100'],
    ['no language', { languages: [] }, 'at least one language'],
    ['a time zone that nobody has', { timeZone: 'Mars/Base' }, 'Choose a time zone'],
    ['a parent that is not there', { parentId: newId() }, 'cannot stand below'],
  ])('refuse %s and keep what was typed', async (_name, changes, words) => {
    const { agency, as, work } = await setUp()
    const answer = await request(`${work}/agency`, { as, form: { ...settings, ...changes } })
    expect(answer.status).toBe(422)
    const page = await answer.text()
    expect(page).toContain(words)
    expect(page).toContain('value="River District"')
    expect(await getAgency(db, agency.id)).toEqual(agency)
  })

  test('let a school stand below a district, not a district below a school', async () => {
    const { as, work } = await setUp()
    const school = await makeAgency(db, { kind: 'school' })
    expect((await request(`${work}/agency`, { as, form: { ...settings, parentId: school.id } })).status).toBe(
      422,
    )
  })

  test('are the administrator’s alone', async () => {
    const { agency, work } = await setUp()
    const coordinator = await makePerson(db, { agencyId: agency.id, roles: ['coordinator'] })
    expect((await request(`${work}/agency`, { as: coordinator.id, form: settings })).status).toBe(403)
  })
})

test('everyone sees whom to ask', async () => {
  const agency = await makeAgency(db, { contactPhone: '(555) 555-0100' })
  const page = await read(`/es/at/${agency.slug}/contact`)
  for (const words of ['Rosa Delgado', 'mailto:rosa@example.org', 'tel:5555550100'])
    expect(page).toContain(words)
  const silent = await makeAgency(db, { contactName: '', contactAddress: '' })
  expect(await read(`/en/at/${silent.slug}/contact`)).toContain('has not named anyone yet')
})

describe('the outbox', () => {
  async function withMessage(subject = 'What became of your comment') {
    const given = await setUp()
    await addMessage(
      db,
      {
        agencyId: given.agency.id,
        channel: 'mail',
        kind: 'notice',
        toAddress: 'ana@example.org',
        language: 'es',
        subject,
        text: 'Usted escribió <b>algo</b>.',
        html: '<p>…</p>',
        onceKey: newId(),
        aboutKind: 'comment',
      },
      testNow,
    )
    const [message] = await listMessages(db, given.agency.id)
    return { ...given, message: message! }
  }

  test('lists messages and shows each as it would be sent', async () => {
    const { as, work, message } = await withMessage()
    const list = await read(`${work}/outbox`, { as })
    expect(list).toContain('What became of your comment')
    expect(list).toContain('No mail server is set')
    const page = await read(`${work}/outbox/${message.id}`, { as })
    expect(page).toContain('Usted escribió &lt;b&gt;algo&lt;/b&gt;.')
    expect(page).toContain('ana@example.org')
  })

  test('gives the reason of a refusal, and sends once more', async () => {
    const { agency, as, work, message } = await withMessage()
    await saveMessageState(db, message, { state: 'refused', problem: '550 no such mailbox' })
    expect(await read(`${work}/outbox/${message.id}`, { as })).toContain('550 no such mailbox')
    const answer = await request(`${work}/outbox/${message.id}/retry`, { as, form: {} })
    expect(answer.headers.get('location')).toBe(`${work}/outbox/${message.id}?told=retried`)
    expect((await listMessages(db, agency.id))[0]).toMatchObject({ state: 'waiting', problem: '' })
    const jobs =
      await sql`select 1 from pgboss.job where name = 'send-message' and data->>'messageId' = ${message.id}`.execute(
        db,
      )
    expect(jobs.rows).toHaveLength(2)
  })

  test('shows nothing of another agency', async () => {
    const [{ message }, other] = [await withMessage(), await setUp()]
    expect((await request(`${other.work}/outbox/${message.id}`, { as: other.as })).status).toBe(404)
    expect(
      (await request(`${other.work}/outbox/${message.id}/retry`, { as: other.as, form: {} })).status,
    ).toBe(404)
  })

  test('goes on where the first page ends', async () => {
    const { agency, as, work } = await setUp()
    for (let count = 0; count < 51; count++) {
      const at = new Date(testNow.getTime() + count * 1000)
      const message = {
        channel: 'sms',
        kind: 'notice',
        toAddress: '+15305550123',
        language: 'en',
        subject: '',
      } as const
      await addMessage(
        db,
        { ...message, agencyId: agency.id, text: `Text ${count}.`, onceKey: newId(), aboutKind: 'test' },
        at,
      )
    }
    const first = await read(`${work}/outbox`, { as })
    expect(first).toContain('Text 50.')
    expect(first).not.toContain('Text 0.')
    const next = /href="([^"]*before=[^"]*)"/.exec(first)![1]!
    expect(await read(next.replaceAll('&amp;', '&'), { as })).toContain('Text 0.')
  })

  test('is not for team members', async () => {
    const { agency, work } = await setUp()
    const member = await makePerson(db, { agencyId: agency.id, roles: ['member'] })
    expect((await request(`${work}/outbox`, { as: member.id })).status).toBe(403)
  })
})

describe('operations', () => {
  test('are for the operator', async () => {
    const { as } = await setUp()
    expect((await request('/en/operations', { as })).status).toBe(403)
    expect((await request('/en/operations')).status).toBe(303)
  })

  test('show failed jobs with their error, and try them again', async () => {
    const operator = await makePerson(db, { isOperator: true })
    const id = await enqueue(db, 'send-message', { agencyId: newId(), messageId: newId() })
    const error = JSON.stringify({ message: 'the mail server is on fire' })
    await sql`update pgboss.job set state = 'failed', completed_on = now(), output = ${error} where id = ${id}`.execute(
      db,
    )
    const page = await read('/en/operations', { as: operator.id })
    expect(page).toContain('the mail server is on fire')
    expect(page).toContain('PostgreSQL')
    const retry = `/en/operations/jobs/${id}/retry`
    expect((await request(retry, { as: operator.id, form: {} })).headers.get('location')).toBe(
      '/en/operations?told=retried',
    )
    expect((await request(retry, { as: operator.id, form: {} })).status).toBe(404)
    expect(await read('/en/operations', { as: operator.id })).not.toContain('on fire')
  })

  test('add an agency below another, administered by the operator at first', async () => {
    const operator = await makePerson(db, { isOperator: true })
    const state = await makeAgency(db, { kind: 'sea', name: 'Golden State' })
    const form = {
      name: 'New District',
      kind: 'lea',
      parentId: state.id,
      languages: ['en'],
      timeZone: 'America/New_York',
    }
    const answer = await request('/en/operations/agencies', { as: operator.id, form })
    expect(answer.headers.get('location')).toBe('/en/operations?told=agency-added')
    const agency = await findAgency(db, 'new-district')
    expect(agency?.parentId).toBe(state.id)
    expect((await findSeat(db, agency!.id, operator.id)).roles).toEqual(['administrator'])
    expect(await read('/en/operations', { as: operator.id })).toContain('New District')
    const again = await request('/en/operations/agencies', { as: operator.id, form })
    expect(again.status).toBe(422)
    expect(await again.text()).toContain('this one is taken')
  })
})
