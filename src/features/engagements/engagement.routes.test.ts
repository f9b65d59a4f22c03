import ICAL from 'ical.js'
import { describe, expect, test } from 'vitest'
import { testApp, testNow } from '../../../tests/support/app.ts'
import { testDatabase } from '../../../tests/support/database.ts'
import { makeAgency, makeEngagement, makePerson } from '../../../tests/support/make.ts'
import { newId } from '../../platform/db/id.ts'
import { nothingWritten, written } from '../../platform/i18n/written.ts'
import { listMessages } from '../../platform/mail/message.store.ts'
import { engagementFields } from './engagement-form.ts'
import { noConversations } from './show-conversations.ts'
import { engagementRoutes } from './engagement.routes.tsx'
import { getEngagement } from './engagement.store.ts'
import type { Engagement } from './engagement.ts'
import { findFollow } from './follow.store.ts'
import { hubRoutes } from './hub.routes.tsx'
import { addTimelineEntry, listTimeline } from './timeline.store.ts'
import type { TimelineEntry } from './timeline.ts'

const database = testDatabase()
const { db } = database
const heard = { comments: 1204, decided: 2, dueShare: 0.9 }
const { request, read } = testApp(database, [
  ...engagementRoutes,
  ...hubRoutes(async () => heard, noConversations),
])

async function setting(changes: Partial<Engagement> = {}) {
  const agency = await makeAgency(db)
  const [coordinator, member] = [
    await makePerson(db, { agencyId: agency.id, roles: ['coordinator'] }),
    await makePerson(db, { agencyId: agency.id, roles: ['member'] }),
  ]
  const engagement = await makeEngagement(db, agency, changes)
  return {
    agency,
    engagement,
    as: coordinator.id,
    member: member.id,
    hub: (language = 'en') => `/${language}/at/${agency.slug}/${engagement.slug}`,
    work: `/en/work/${agency.slug}/engagements/${engagement.slug}`,
  }
}

async function addMeeting(
  engagement: Engagement,
  changes: Partial<TimelineEntry> = {},
): Promise<TimelineEntry> {
  const entry: TimelineEntry = {
    agencyId: engagement.agencyId,
    id: newId(),
    engagementId: engagement.id,
    day: '2027-03-20',
    startsAt: new Date('2027-03-21T01:00:00Z'),
    endsAt: new Date('2027-03-21T02:30:00Z'),
    title: written('en', { en: 'Listening <evening> & dinner', es: 'Noche para escuchar' }),
    detail: nothingWritten,
    place: 'Library, Mill Street',
    takesPart: true,
    sequence: 3,
    cancelledAt: null,
    changedAt: new Date('2027-03-02T20:00:00Z'),
    ...changes,
  }
  await addTimelineEntry(db, entry)
  return entry
}

/** The fields of the edit form as it was shown; a posted form has no undefined fields. */
function fieldsOf(engagement: Engagement): Record<string, string | string[]> {
  return { ...engagementFields(engagement) } as Record<string, string | string[]> // as: every field is filled in
}

describe('the public page', () => {
  test('says what is decided, by whom, how input is used, and leads to the form', async () => {
    const { engagement, hub } = await setting()
    await addMeeting(engagement)
    const html = await read(hub())
    for (const text of [
      'How we place and keep experienced teachers',
      'The school board',
      'Every comment is read',
      'Experienced teachers choose',
      '1,204 comments',
      '2 decisions',
      '90%',
    ]) {
      expect(html).toContain(text)
    }
    expect(html).toContain(`href="${hub()}/comment"`)
    expect(html).toContain('Saturday, March 20, 2027, 6:00')
    expect(html).toContain('This page last changed')
    expect(html).toContain('Listening &lt;evening&gt; &amp; dinner')
  })

  test('falls back to the original with its language marked, and says so', async () => {
    const { hub } = await setting()
    const html = await read(hub('ar'))
    expect(html).toContain('<html lang="ar" dir="rtl">')
    expect(html).toMatch(/<h1 lang="en"/)
    expect(html).toContain('ليس كل شيء متوفرًا')
    expect(await read(hub('es'))).not.toContain('No todo está en')
  })

  test('a draft is there for the agency’s own people only', async () => {
    const { hub, as } = await setting({ status: 'draft' })
    const stranger = await makePerson(db)
    for (const address of [
      hub(),
      `${hub()}/timeline`,
      `${hub()}/timeline.ics`,
      `${hub()}/timeline.atom`,
      `${hub()}/poster`,
      `${hub()}/follow`,
    ]) {
      expect((await request(address)).status).toBe(404)
      expect((await request(address, { as: stranger.id })).status).toBe(404)
      expect((await request(address, { as })).status).toBe(200)
    }
    expect(await read(hub(), { as })).toContain('This is a draft')
  })

  test('whoever has it already is told that it is the same, and gets the new one after a change', async () => {
    const { hub, engagement } = await setting()
    const first = await request(hub())
    const etag = first.headers.get('etag')!
    expect(first.headers.get('cache-control')).toBe('public, max-age=0, must-revalidate')
    const again = await request(hub(), { headers: { 'if-none-match': etag } })
    expect([again.status, await again.text()]).toEqual([304, ''])
    await addMeeting(engagement)
    expect((await request(hub(), { headers: { 'if-none-match': etag } })).status).toBe(200)
  })

  test('a closed engagement leads to what was decided, not to the form', async () => {
    const { hub } = await setting({ status: 'closed' })
    const html = await read(hub())
    expect(html).toContain('Comments are closed')
    expect(html).not.toContain(`href="${hub()}/comment"`)
  })

  test('dates are told as schema.org events that cannot break out of their element', async () => {
    const { hub, engagement } = await setting()
    const entry = await addMeeting(engagement, { title: written('en', { en: '</script><script>alert(1)' }) })
    await addMeeting(engagement, { cancelledAt: testNow, place: '' })
    const html = await read(`${hub()}/timeline`)
    const json = /<script type="application\/ld\+json"[^>]*>(.*?)<\/script>/s.exec(html)![1]!
    const graph = JSON.parse(json)['@graph']
    expect(graph[0]).toMatchObject({
      '@type': 'Event',
      name: '</script><script>alert(1)',
      startDate: '2027-03-21T01:00:00.000Z',
      eventStatus: 'https://schema.org/EventScheduled',
      url: `http://longtable.test${hub()}/timeline#entry-${entry.id}`,
    })
    expect(graph[1].eventStatus).toBe('https://schema.org/EventCancelled')
  })
})

describe('the timeline can be followed', () => {
  test('as a calendar that keeps its uid and counts its changes', async () => {
    const { hub, engagement } = await setting()
    const entry = await addMeeting(engagement)
    await addMeeting(engagement, { startsAt: null, endsAt: null, cancelledAt: testNow })
    const response = await request(`${hub('es')}/timeline.ics`)
    expect(response.headers.get('content-type')).toContain('text/calendar')
    const events = new ICAL.Component(ICAL.parse(await response.text()))
      .getAllSubcomponents('vevent')
      .map((one) => new ICAL.Event(one))
    expect(
      events.map((event) => [event.startDate.isDate, event.component.getFirstPropertyValue('status')]),
    ).toEqual([
      [true, 'CANCELLED'],
      [false, 'CONFIRMED'],
    ])
    expect([events[1]!.uid, events[1]!.sequence, events[1]!.summary]).toEqual([
      `urn:uuid:${entry.id}`,
      3,
      'Noche para escuchar',
    ])
    const etag = response.headers.get('etag')!
    expect((await request(`${hub('es')}/timeline.ics`, { headers: { 'if-none-match': etag } })).status).toBe(
      304,
    )
  })

  test('as a well-formed Atom feed, the latest change first', async () => {
    const { hub, engagement } = await setting()
    await addMeeting(engagement)
    await addMeeting(engagement, { title: written('en', { en: 'Changed later' }), changedAt: testNow })
    const xml = await read(`${hub()}/timeline.atom`)
    const open: string[] = []
    for (const [, closing, name, own] of xml
      .replace(/<\?.*?\?>/, '')
      .matchAll(/<(\/?)([\w:]+)(?:\s[^<>]*?)?(\/?)>/g)) {
      if (closing) expect(open.pop()).toBe(name)
      else if (!own) open.push(name!)
    }
    expect(open).toEqual([])
    expect([...xml.matchAll(/<title>(.*?)<\/title>/g)].slice(1).map(([, title]) => title)).toEqual([
      'Changed later',
      'Listening &lt;evening&gt; &amp; dinner',
    ])
    expect(xml).toContain(`<updated>${testNow.toISOString()}</updated>`)
  })
})

test('the poster stands as a page and as a PDF, with the address and the next dates', async () => {
  const { hub, engagement } = await setting()
  await addMeeting(engagement)
  await addMeeting(engagement, { title: written('en', { en: 'Long ago' }), day: '2027-01-01' })
  const html = await read(`${hub('es')}/poster`)
  expect(html).toContain('Noche para escuchar · Library, Mill Street')
  expect(html).not.toContain('Long ago')
  expect(html).toMatch(/<svg[^>]*role="img"[^>]*aria-label="Código QR que abre longtable\.test/)
  const pdf = await request(`${hub('es')}/poster.pdf`)
  expect(pdf.headers.get('content-type')).toBe('application/pdf')
  expect(
    Buffer.from(await pdf.arrayBuffer())
      .subarray(0, 5)
      .toString(),
  ).toBe('%PDF-')
})

test('letters without a typeface are explained beside the page that prints', async () => {
  const { hub } = await setting({ title: written('en', { en: '\u{10950}\u{10951}\u{10952}' }) })
  const response = await request(`${hub()}/poster.pdf`)
  if (response.headers.get('content-type') === 'application/pdf') return // this machine has even these letters
  expect(await response.text()).toContain('The PDF could not be made')
})

test('an agency’s page shows what is open and what is closed, never a draft, and leads to those below', async () => {
  const { agency, engagement } = await setting()
  const draft = await makeEngagement(db, agency, { status: 'draft' })
  const school = await makeAgency(db, { parentId: agency.id, kind: 'school', name: 'Mill Street School' })
  const html = await read(`/en/at/${agency.slug}`)
  expect(html).toContain(`/en/at/${agency.slug}/${engagement.slug}`)
  expect(html).not.toContain(draft.slug)
  expect(html).toContain('Mill Street School')
  expect(await read(`/en/at/${school.slug}`)).toContain('Nothing is open for comment today')
})

describe('following by mail', () => {
  test('a wrong address comes back as typed; a right one gets a mail whose button confirms', async () => {
    const { agency, engagement, hub } = await setting()
    const wrong = await request(`${hub()}/follow`, { form: { address: 'ana at home' } })
    expect(wrong.status).toBe(422)
    expect(await wrong.text()).toContain('value="ana at home"')
    const asked = await request(`${hub()}/follow`, { form: { address: 'ana@example.org' } })
    expect(asked.headers.get('location')).toBe(`${hub()}/follow?asked=yes`)
    const [mail] = await listMessages(db, agency.id)
    const link = /http:\/\/longtable\.test(\S+token=[\w-]+)/.exec(mail!.text)![1]!
    // Programs that open links confirm nothing.
    expect(await read(link)).toContain('Yes, send me news')
    expect((await findFollow(db, agency.id, engagement.id, 'ana@example.org'))?.confirmedAt).toBeNull()
    const token = new URL(link, 'http://a').searchParams.get('token')!
    const confirmed = await request(`${hub()}/follow/confirm`, { form: { token } })
    expect(confirmed.status).toBe(303)
    expect((await findFollow(db, agency.id, engagement.id, 'ana@example.org'))?.confirmedAt).toEqual(testNow)
    expect((await request(`${hub()}/follow/confirm`, { form: { token: 'old' } })).status).toBe(410)
  })

  test('a mail program stops it with one POST from elsewhere; looking at the page stops nothing', async () => {
    const { agency, engagement, hub } = await setting()
    await request(`${hub()}/follow`, { form: { address: 'ana@example.org' } })
    const { stopToken } = (await findFollow(db, agency.id, engagement.id, 'ana@example.org'))!
    expect(await read(`/en/follow/stop/${stopToken}`)).toContain('Stop the emails')
    expect((await findFollow(db, agency.id, engagement.id, 'ana@example.org'))?.stoppedAt).toBeNull()
    const headers = { origin: 'https://mail.example', 'sec-fetch-site': 'cross-site' }
    const stopped = await request(`/en/follow/stop/${stopToken}`, {
      form: { 'List-Unsubscribe': 'One-Click' },
      headers,
    })
    expect(stopped.status).toBe(200)
    expect((await findFollow(db, agency.id, engagement.id, 'ana@example.org'))?.stoppedAt).toEqual(testNow)
    expect((await request('/en/follow/stop/unknown', { form: {} })).status).toBe(200)
  })

  test('an address cannot be flooded', async () => {
    const { hub } = await setting()
    const ask = () => request(`${hub()}/follow`, { form: { address: 'flood@example.org' } })
    const statuses = [await ask(), await ask(), await ask(), await ask()].map(({ status }) => status)
    expect(statuses).toEqual([303, 303, 303, 429])
  })
})

describe('the work', () => {
  test('shows every engagement with its state and what is next; a member sees it and may not change it', async () => {
    const { agency, as, member, work, engagement } = await setting({ closesOn: '2027-03-01' })
    const html = await read(`/en/work/${agency.slug}`, { as })
    expect(html).toContain('The last day has passed: close it')
    expect(html).toContain('Late')
    expect(html).toContain('Start an engagement')
    expect(await read(`/en/work/${agency.slug}`, { as: member })).not.toContain('Start an engagement')
    expect(await read(work, { as: member })).not.toContain(`${work}/edit`)
    expect((await request(`${work}/edit`, { as: member })).status).toBe(403)
    expect((await request(`${work}/status`, { as: member, form: { to: 'closed' } })).status).toBe(403)
    expect((await getEngagement(db, agency.id, engagement.id)).status).toBe('open')
  })

  test('starts an engagement, and gives back a form without a title', async () => {
    const { agency, as } = await setting()
    const address = `/en/work/${agency.slug}/engagements/new`
    const faulty = await request(address, { as, form: { title: '', source: 'es', languages: ['en'] } })
    expect(faulty.status).toBe(422)
    expect(await faulty.text()).toMatch(/<option value="es"[^>]*selected/)
    const made = await request(address, {
      as,
      form: { title: 'Buses on time', source: 'en', languages: ['en', 'es'] },
    })
    expect(made.headers.get('location')).toBe(`/en/work/${agency.slug}/engagements/buses-on-time/edit`)
    expect((await request(`/en/work/${agency.slug}/engagements/buses-on-time/edit`, { as })).status).toBe(200)
  })

  test('refuses to open a draft with all that is missing, and opens a whole one', async () => {
    const { as, work, agency, engagement } = await setting({ status: 'draft', inputUse: nothingWritten })
    const refused = await request(`${work}/status`, { as, form: { to: 'open' } })
    expect(refused.status).toBe(422)
    expect(await refused.text()).toContain('How input will be used is missing')
    const fields = { ...fieldsOf(engagement), 'inputUse-en': 'Read by the board' }
    expect((await request(`${work}/edit`, { as, form: fields })).status).toBe(303)
    expect((await request(`${work}/status`, { as, form: { to: 'open' } })).status).toBe(303)
    expect((await getEngagement(db, agency.id, engagement.id)).status).toBe('open')
    expect((await request(`${work}/status`, { as, form: { to: 'open' } })).status).toBe(409)
    expect((await request(`${work}/status`, { as, form: { to: 'draft' } })).status).toBe(422)
  })

  test('a faulty edit comes back with every value and the faults tied to their fields', async () => {
    const { as, work, engagement } = await setting()
    const fields = { ...fieldsOf(engagement), 'title-en': '', 'purpose-en': 'Kept text', responseDays: '99' }
    const response = await request(`${work}/edit`, { as, form: fields })
    expect(response.status).toBe(422)
    const html = await response.text()
    expect(html).toContain('Kept text')
    expect(html).toContain('value="99"')
    expect(html).toContain('href="#field-title-en"')
    expect(html).toContain('href="#field-responseDays"')
  })

  test('the second of two editors sees both texts, and saves over the first only on purpose', async () => {
    const { as, work, agency, engagement } = await setting()
    const fields = fieldsOf(engagement)
    expect((await request(`${work}/edit`, { as, form: { ...fields, 'purpose-en': 'Theirs' } })).status).toBe(
      303,
    )
    const conflict = await request(`${work}/edit`, { as, form: { ...fields, 'purpose-en': 'Mine' } })
    expect(conflict.status).toBe(409)
    const html = await conflict.text()
    expect(html).toContain('Purpose (English)')
    expect(html).toContain('Theirs')
    expect(html).toContain('Mine')
    expect(html).toContain('name="version" value="2"')
    expect((await getEngagement(db, agency.id, engagement.id)).purpose.texts.en?.text).toBe('Theirs')
    await request(`${work}/edit`, { as, form: { ...fields, version: '2', 'purpose-en': 'Mine' } })
    expect((await getEngagement(db, agency.id, engagement.id)).purpose.texts.en?.text).toBe('Mine')
  })

  test('dates are added, changed, called off and put back', async () => {
    const { as, work, agency, engagement, hub } = await setting()
    const faulty = await request(`${work}/timeline`, {
      as,
      form: { 'title-en': 'Evening', day: '', ends: '19:00' },
    })
    expect(faulty.status).toBe(422)
    expect(await faulty.text()).toContain('value="Evening"')
    const form = { 'title-en': 'Evening', day: '2027-03-20', starts: '18:00', takesPart: 'yes' }
    expect((await request(`${work}/timeline`, { as, form })).status).toBe(303)
    const [entry] = await listTimeline(db, agency.id, engagement.id)
    expect(entry?.startsAt).toEqual(new Date('2027-03-21T01:00:00Z'))
    const address = `${work}/timeline/${entry!.id}`
    expect(await read(address, { as })).toContain('value="18:00"')
    expect((await request(address, { as, form: { ...form, sequence: '0', starts: '19:00' } })).status).toBe(
      303,
    )
    const conflict = await request(address, { as, form: { ...form, sequence: '0', place: 'Gym' } })
    expect(conflict.status).toBe(409)
    expect(await conflict.text()).toContain('19:00')
    expect((await request(address, { as, form: { act: 'cancel' } })).status).toBe(303)
    expect(await read(`${hub()}/timeline`)).toContain('Called off')
    expect((await request(address, { as, form: { act: 'restore' } })).status).toBe(303)
    expect(await read(`${hub()}/timeline`)).not.toContain('Called off')
    expect((await request(`${work}/timeline/${newId()}`, { as })).status).toBe(404)
  })

  test('the entry of another agency’s engagement is not there', async () => {
    const mine = await setting()
    const other = await setting()
    const entry = await addMeeting(other.engagement)
    expect((await request(`${mine.work}/timeline/${entry.id}`, { as: mine.as })).status).toBe(404)
    expect(
      (await request(`${mine.work}/timeline/${entry.id}`, { as: mine.as, form: { act: 'cancel' } })).status,
    ).toBe(404)
    expect((await request(`${other.work}/timeline/${entry.id}`, { as: mine.as })).status).toBe(403)
  })
})
