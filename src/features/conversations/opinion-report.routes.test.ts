import { beforeAll, describe, expect, test } from 'vitest'
import { testApp, testNow } from '../../../tests/support/app.ts'
import { testDatabase } from '../../../tests/support/database.ts'
import { makeConversation, makeStatements } from '../../../tests/support/make-conversation.ts'
import { makeAgency, makeEngagement, makePerson } from '../../../tests/support/make.ts'
import { makeVotes } from '../../../tests/support/make-votes.ts'
import { plantVotes } from '../../../tests/support/planted-votes.ts'
import { seededRandom } from '../../analysis/numbers/seeded-random.ts'
import { newId } from '../../platform/db/id.ts'
import { written } from '../../platform/i18n/written.ts'
import type { Agency } from '../agencies/agency.ts'
import { addAboutQuestion } from '../comments/about-question.store.ts'
import type { Engagement } from '../engagements/engagement.ts'
import { saveConversation } from './conversation.store.ts'
import type { Conversation } from './conversation.ts'
import { countInThread } from './count-votes.action.ts'
import { fixReport } from './freeze-report.action.ts'
import { opinionReportRoutes } from './opinion-report.routes.tsx'
import { recountConversation, refineConversation } from './recount-conversation.action.ts'
import { replaceVoterAbout } from './voter.store.ts'

const database = testDatabase()
const { db } = database
const { request, read } = testApp(database, opinionReportRoutes)
const counting = { db, now: () => testNow, count: countInThread }
const { matrix } = plantVotes(
  {
    name: 'strong',
    participants: 200,
    statements: 20,
    votes: 14,
    groups: 2,
    separation: 2.4,
    informative: 0.5,
  },
  seededRandom(11),
)

let agency: Agency
let engagement: Engagement
let shown: Conversation
let address: string
let staff: string

function reportOf(conversation: Conversation, language = 'en'): string {
  return `/${language}/at/${agency.slug}/${engagement.slug}/conversations/${conversation.id}/report`
}

beforeAll(async () => {
  agency = await makeAgency(db)
  engagement = await makeEngagement(db, agency)
  staff = (await makePerson(db, { agencyId: agency.id, roles: ['coordinator'] })).id
  shown = await makeConversation(db, engagement, { resultsShown: 'always' })
  const statements = await makeStatements(db, shown, 20)
  const voters = await makeVotes(db, shown, statements, matrix)
  const question = await addAboutQuestion(db, {
    agencyId: agency.id,
    engagementId: engagement.id,
    key: 'role',
    position: 1,
    prompt: written('en', { en: 'What is your role?', es: '¿Cuál es su papel?' }),
    options: [
      { id: 'family', label: written('en', { en: 'Family', es: 'Familia' }) },
      { id: 'teacher', label: written('en', { en: 'Teacher', es: 'Docente' }) },
      { id: 'driver', label: written('en', { en: 'Bus driver', es: 'Conductor' }) },
    ],
  })
  for (const [i, voter] of voters.entries()) {
    const value = i < 3 ? 'driver' : i % 2 ? 'family' : 'teacher'
    if (i % 5 > 0) await replaceVoterAbout(db, voter, [{ aboutQuestionId: question!, value }])
  }
  const ids = { agencyId: agency.id, conversationId: shown.id }
  await recountConversation(counting, ids)
  await refineConversation(counting, ids)
  address = reportOf(shown)
}, 60_000)

describe('the public report', () => {
  test('shows common ground first, then the groups, then what divides, and how firm it all is', async () => {
    const html = await read(address)
    const order = [
      'id="common"',
      'id="groups"',
      'id="map"',
      'id="differ"',
      'id="who"',
      'id="method"',
      'id="all"',
    ]
    const places = order.map((mark) => html.indexOf(mark))
    expect(places.every((place) => place > 0)).toBe(true)
    expect(places).toEqual([...places].sort((a, b) => a - b))
    expect(html).toContain('200 people voted on 20 statements')
    expect(html).toMatch(/A firm group|A tentative group/)
    expect(html).toContain('Group A')
  })

  test('names no number of people below the minimum', async () => {
    const html = await read(address)
    const drivers = /Bus driver[\s\S]{0,200}?<\/tr>/.exec(html.slice(html.indexOf('id="who"')))![0]
    expect(drivers).not.toMatch(/>[1-9]</)
    expect(drivers).toMatch(/fewer than 10|withheld/i)
  })

  test('shows nobody who a person is: no id of a voter is in it', async () => {
    const html = await read(address)
    const voters = await db.selectFrom('voter').select('id').where('conversationId', '=', shown.id).execute()
    expect(voters.filter(({ id }) => html.includes(id))).toEqual([])
  })

  test('speaks Spanish and Arabic', async () => {
    expect(await read(reportOf(shown, 'es'))).toContain('Lo que tenemos en común')
    expect(await read(reportOf(shown, 'ar'))).toContain('dir="rtl"')
  })

  test('stays light: at most 30 kB compressed', async () => {
    const { gzipSync } = await import('node:zlib')
    expect(gzipSync(await read(address)).length).toBeLessThan(30 * 1024)
  })

  test('is there as a table with the same figures', async () => {
    const answer = await request(`${address}.csv`)
    expect(answer.headers.get('content-type')).toContain('text/csv')
    const lines = (await answer.text()).trim().split('\r\n')
    expect(lines).toHaveLength(21)
    expect(lines[0]).toContain('group A: agree')
  })

  test('says that too few have voted instead of giving numbers', async () => {
    const small = await makeConversation(db, engagement, { resultsShown: 'always' })
    const statements = await makeStatements(db, small, 20)
    await makeVotes(db, small, statements, matrix, { rows: [0, 7] })
    await recountConversation(counting, { agencyId: agency.id, conversationId: small.id })
    const html = await read(reportOf(small))
    expect(html).toContain('Fewer than 10 people have voted')
    expect(html).not.toContain('7 people')
    expect(html).not.toMatch(/\d+% agree/)
  })

  test('is not shown to someone who has not voted, when votes come first', async () => {
    const later = await makeConversation(db, engagement, { resultsShown: 'after-voting' })
    await makeStatements(db, later, 20)
    expect(await read(reportOf(later))).toContain('once you have voted on 5 statements')
    expect((await request(`${reportOf(later)}.csv`)).status).toBe(404)
    expect((await request(reportOf(later).replace('/report', '/live'))).status).toBe(404)
  })

  test('says so when nothing has been counted, and when results wait for the close', async () => {
    const empty = await makeConversation(db, engagement, { resultsShown: 'always' })
    expect(await read(reportOf(empty))).toContain('Nothing has been counted yet')
    const closing = await makeConversation(db, engagement, { resultsShown: 'when-closed' })
    expect(await read(reportOf(closing))).toContain('when voting has ended')
  })

  test('of a closed conversation is being prepared, and then fixed', async () => {
    const closing = await makeConversation(db, engagement)
    const statements = await makeStatements(db, closing, 20)
    await makeVotes(db, closing, statements, matrix, { rows: [0, 60] })
    const closed = (await saveConversation(db, closing, { status: 'closed', closedAt: testNow }, testNow))!
    expect(await read(reportOf(closed))).toContain('The closing report is being prepared')
    await fixReport(counting, { agencyId: agency.id, conversationId: closed.id, by: null })
    const html = await read(reportOf(closed))
    expect(html).toContain('Closing report')
    expect(html).toMatch(/<code>[0-9a-f]{64}<\/code>/)
    expect(html).not.toContain('live-report.js')
  })
})

describe('the live line', () => {
  test('tells each listener the count as it stands, and lets go when they leave', async () => {
    const answer = await request(address.replace('/report', '/live'))
    expect(answer.headers.get('content-type')).toContain('text/event-stream')
    const reader = answer.body!.getReader()
    let said = ''
    while (!said.includes('event: counted')) said += new TextDecoder().decode((await reader.read()).value)
    expect(said).toContain('"participants":200')
    await reader.cancel()
  })
})

describe('the results for staff', () => {
  const work = () =>
    `/en/work/${agency.slug}/engagements/${engagement.slug}/conversations/${shown.id}/results`

  test('add how it was counted and what moderation and a few people could change', async () => {
    const html = await read(work(), { as: staff })
    expect(html).toContain('What moderation changed')
    expect(html).toContain('Could someone have tilted it?')
    expect(html).toContain('Common ground')
  })

  test('are not for people without a seat', async () => {
    const stranger = await makePerson(db, { id: newId() })
    expect((await request(work(), { as: stranger.id })).status).toBe(403)
  })
})
