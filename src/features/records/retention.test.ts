import { sql } from 'kysely'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { testApp, testNow } from '../../../tests/support/app.ts'
import { testDatabase } from '../../../tests/support/database.ts'
import { makeConversation, makeStatements } from '../../../tests/support/make-conversation.ts'
import { makeAgency, makeEngagement, makePerson } from '../../../tests/support/make.ts'
import { listAudit, verifyAudit } from '../../platform/audit/audit.store.ts'
import { newId } from '../../platform/db/id.ts'
import { nothingWritten, written } from '../../platform/i18n/written.ts'
import { listMessages } from '../../platform/mail/message.store.ts'
import type { Agency } from '../agencies/agency.ts'
import { addAboutQuestion, listAboutQuestions } from '../comments/about-question.store.ts'
import { saveDraft } from '../comments/comment-draft.store.ts'
import { listAnswers, listComments } from '../comments/comment.store.ts'
import { addQuestion } from '../comments/question.store.ts'
import { sendComment } from '../comments/send-comment.action.ts'
import type { Conversation } from '../conversations/conversation.ts'
import { listStatements } from '../conversations/statement.store.ts'
import type { Engagement } from '../engagements/engagement.ts'
import { saveEngagement } from '../engagements/engagement.store.ts'
import { applyRetention } from './apply-retention.action.ts'
import { applyRetentionJob } from './apply-retention.job.ts'
import { daysAfter, noticeDays, retentionKinds, retentionStep } from './retention.ts'
import { listHolds, listRules } from './retention.store.ts'
import { recordsRoutes } from './records.routes.tsx'
import { endHold, placeHold, setRetention } from './set-retention.action.ts'

const database = testDatabase()
const { db } = database
const { request, read, services } = testApp(database, recordsRoutes)

describe('what a rule asks for today', () => {
  const due = new Date('2027-06-01T00:00:00Z')
  const since = new Date('2027-01-01T00:00:00Z')
  const on = (day: string) => new Date(`${day}T00:00:00Z`)
  test.each([
    [
      'nothing is due ever',
      { dueAt: undefined, since, lastNotice: undefined, held: false },
      '2027-06-01',
      { step: 'nothing' },
    ],
    [
      'more than a month before',
      { dueAt: due, since, lastNotice: undefined, held: false },
      '2027-05-01',
      { step: 'nothing' },
    ],
    [
      'a month before, nobody told',
      { dueAt: due, since, lastNotice: undefined, held: false },
      '2027-05-02',
      { step: 'notify', on: due },
    ],
    [
      'long past, nobody told',
      { dueAt: due, since, lastNotice: undefined, held: false },
      '2027-07-01',
      { step: 'notify', on: on('2027-07-31') },
    ],
    [
      'told, not due yet',
      { dueAt: due, since, lastNotice: on('2027-05-02'), held: false },
      '2027-05-31',
      { step: 'nothing' },
    ],
    [
      'told a month ago and due',
      { dueAt: due, since, lastNotice: on('2027-05-02'), held: false },
      '2027-06-01',
      { step: 'delete' },
    ],
    [
      'told late, due, the month not over',
      { dueAt: due, since, lastNotice: on('2027-05-20'), held: false },
      '2027-06-10',
      { step: 'nothing' },
    ],
    [
      'told before the rule changed',
      { dueAt: due, since: on('2027-05-10'), lastNotice: on('2027-05-02'), held: false },
      '2027-06-01',
      { step: 'notify', on: on('2027-07-01') },
    ],
    [
      'held',
      { dueAt: due, since, lastNotice: on('2027-05-02'), held: true },
      '2027-06-01',
      { step: 'nothing' },
    ],
  ] as const)('%s', (_, given, today, step) => expect(retentionStep(given, on(today))).toEqual(step))
})

describe('the schedule at work', () => {
  let agency: Agency
  let engagement: Engagement
  let administrator: string
  const day = (days: number) => daysAfter(testNow, days)

  beforeEach(async () => {
    agency = await makeAgency(db)
    engagement = await makeEngagement(db, agency)
    administrator = (await makePerson(db, { agencyId: agency.id, roles: ['administrator'] })).id
    await makePerson(db, { agencyId: agency.id, roles: ['coordinator'] })
    const own = { agencyId: agency.id, engagementId: engagement.id, position: 1 }
    const questionId = (await addQuestion(db, {
      ...own,
      code: 'Q1',
      kind: 'text',
      prompt: written('en', { en: 'What?' }),
      hint: nothingWritten,
      options: [],
      required: false,
    }))!
    const options = [{ id: 'parent', label: written('en', { en: 'Parent' }) }]
    const aboutQuestionId = (await addAboutQuestion(db, {
      ...own,
      key: 'role',
      prompt: written('en', { en: 'Who?' }),
      options,
    }))!
    for (let number = 0; number < 3; number++) {
      await sendComment(
        services,
        {
          agency,
          engagement,
          channel: 'web',
          answers: [{ questionId, text: `Words of author ${number}`, choices: null, number: null }],
          aboutYou: [{ aboutQuestionId, value: 'parent' }],
          contact: { channel: 'mail', address: `author-${number}@example.org` },
          submissionKey: newId(),
        },
        testNow,
      )
    }
    const closed = await saveEngagement(db, engagement, { status: 'closed', closesOn: '2027-03-02' }, testNow)
    engagement = closed!
  })

  const comments = () => listComments(db, agency.id, engagement.id)
  const apply = (at: Date) => applyRetention(services, agency, at)
  const keep = (
    kind: 'comments' | 'contact-addresses' | 'about-you' | 'messages' | 'drafts',
    keepDays: number | null,
    at = testNow,
  ) =>
    setRetention(
      db,
      { agencyId: agency.id, rules: [{ kind, keepDays, basis: 'Board policy 12' }], by: administrator },
      at,
    )
  const notices = async () =>
    (await listMessages(db, agency.id)).filter((message) => message.aboutKind === 'retention')

  test('without a rule nothing is ever deleted', async () => {
    expect(await apply(day(4000))).toEqual({ notices: 0, deleted: {} })
    expect((await comments()).every((comment) => comment.contactAddress !== null)).toBe(true)
  })

  test('comments: administrators hear of it once, a month later the words are gone and the rows stay', async () => {
    await keep('comments', 60)
    expect((await apply(day(20))).notices).toBe(0)
    expect((await apply(day(30))).notices).toBe(1)
    expect((await apply(day(30))).notices).toBe(0)
    const [notice, ...others] = await notices()
    expect(others).toEqual([])
    expect(notice!.subject).toMatch(/^Comments and votes: deletion from \w+, May 2, 2027$/)
    expect(notice!.text).toContain('3 records of “A prepared teacher in every room”')
    expect(await apply(day(58))).toEqual({ notices: 0, deleted: {} })
    expect(await apply(day(60))).toEqual({ notices: 0, deleted: { comments: 3 } })
    expect(await apply(day(60))).toEqual({ notices: 0, deleted: {} })
    const left = await comments()
    expect(left.map((comment) => comment.state)).toEqual(['erased', 'erased', 'erased'])
    expect(
      (
        await listAnswers(
          db,
          agency.id,
          left.map((comment) => comment.id),
        )
      ).every((answer) => answer.text === null),
    ).toBe(true)
    const [line] = await listAudit(db, agency.id, 1)
    expect(line).toMatchObject({
      act: 'retention applied',
      actorId: null,
      details: { kind: 'comments', count: 3, engagement: engagement.slug },
    })
    expect((await verifyAudit(db, agency.id)).faults).toEqual([])
  })

  test('addresses and what authors told about themselves go, the comments stay', async () => {
    await keep('contact-addresses', 1)
    await keep('about-you', 1)
    expect((await apply(day(1))).notices).toBe(2)
    expect(await apply(day(30))).toEqual({ notices: 0, deleted: {} })
    await sql`update message set state = 'sent' where agency_id = ${agency.id} and about_kind = 'comment'`.execute(
      db,
    )
    expect((await apply(day(31))).deleted).toEqual({ 'contact-addresses': 3, 'about-you': 3 })
    const addresses =
      await sql`select 1 from message where agency_id = ${agency.id} and to_address like 'author-%'`.execute(
        db,
      )
    expect(addresses.rows).toEqual([])
    expect(
      (await comments()).every((comment) => comment.state === 'published' && comment.contactAddress === null),
    ).toBe(true)
  })

  describe('of a conversation', () => {
    let conversation: Conversation

    beforeEach(async () => {
      conversation = await makeConversation(db, engagement, { status: 'closed', closedAt: testNow })
      const [own] = await makeStatements(db, conversation, 1)
      const [about] = await listAboutQuestions(db, agency.id, engagement.id)
      for (let number = 0; number < 150; number++) {
        const place = { agencyId: agency.id, conversationId: conversation.id }
        const id = newId()
        const asks =
          number === 0 ? { contactChannel: 'mail' as const, contactAddress: 'voter@example.org' } : {}
        await db
          .insertInto('voter')
          .values({
            ...place,
            id,
            number: null,
            codeHash: id,
            source: 'web',
            language: 'en',
            contactChannel: null,
            contactAddress: null,
            joinedAt: testNow,
            ...asks,
          })
          .execute()
        const cast = { ...place, voterId: id, statementId: own!.id, value: 1 as const, castAt: testNow }
        await db
          .insertInto('latestVote')
          .values({ ...cast, propensity: null })
          .execute()
        await db
          .insertInto('vote')
          .values({ ...cast, id: newId(), propensity: null })
          .execute()
        if (number > 0) continue
        await db
          .insertInto('voterAbout')
          .values({
            agencyId: agency.id,
            id: newId(),
            voterId: id,
            aboutQuestionId: about!.id,
            value: 'parent',
          })
          .execute()
        await makeStatements(db, conversation, 1, { origin: 'voter', voterId: id })
      }
    })

    test('addresses and what voters told about themselves go, the votes stay', async () => {
      await keep('contact-addresses', 1)
      await keep('about-you', 1)
      await apply(day(1))
      expect((await apply(day(31))).deleted).toEqual({ 'contact-addresses': 4, 'about-you': 4 })
      const voters = await db.selectFrom('voter').select('contactAddress').execute()
      expect(voters.every((voter) => voter.contactAddress === null)).toBe(true)
      expect(
        await db.selectFrom('voterAbout').selectAll().where('agencyId', '=', agency.id).execute(),
      ).toEqual([])
    })

    test('votes go with the words that people wrote, the statements of the agency stay, and a hold stops it', async () => {
      await keep('comments', 10)
      expect((await apply(day(1))).notices).toBe(1)
      expect((await notices())[0]!.text).toContain('154 records of')
      const hold = {
        agencyId: agency.id,
        engagementSlug: engagement.slug,
        reason: 'Case 9',
        by: administrator,
      }
      await placeHold(db, hold, day(2))
      expect(await apply(day(40))).toEqual({ notices: 0, deleted: {} })
      const [standing] = await listHolds(db, agency.id)
      await endHold(db, { agencyId: agency.id, holdId: standing!.id, by: administrator }, day(41))
      await apply(day(42))
      expect((await apply(day(42 + noticeDays))).deleted).toEqual({ comments: 153 })
      for (const table of ['voter', 'vote', 'latestVote'] as const) {
        const rows = await db.selectFrom(table).select('agencyId').where('agencyId', '=', agency.id).execute()
        expect([table, rows.length]).toEqual([table, 0])
      }
      const left = await listStatements(db, agency.id, conversation.id)
      expect(
        left.map(({ origin, state, words }) => [origin, state, Object.keys(words.texts).length]),
      ).toEqual([
        ['agency', 'shown', 2],
        ['voter', 'withdrawn', 0],
      ])
      expect(await apply(day(500))).toEqual({ notices: 0, deleted: {} })
    })
  })

  test('an open engagement keeps everything, however old', async () => {
    await saveEngagement(db, engagement, { status: 'open' }, testNow)
    await keep('comments', 1)
    expect(await apply(day(1000))).toEqual({ notices: 0, deleted: {} })
  })

  test('a hold stops it, and after the hold is lifted a new notice comes first', async () => {
    await keep('comments', 10)
    await apply(day(1))
    await placeHold(
      db,
      { agencyId: agency.id, engagementSlug: engagement.slug, reason: 'Case 7', by: administrator },
      day(2),
    )
    expect(await apply(day(100))).toEqual({ notices: 0, deleted: {} })
    const [hold] = await listHolds(db, agency.id)
    await endHold(db, { agencyId: agency.id, holdId: hold!.id, by: administrator }, day(101))
    expect(await apply(day(102))).toEqual({ notices: 1, deleted: {} })
    expect(await apply(day(131))).toEqual({ notices: 0, deleted: {} })
    expect((await apply(day(102 + noticeDays))).deleted).toEqual({ comments: 3 })
  })

  test('a rule that is changed needs a new notice; another ground in law does not', async () => {
    await keep('comments', 10)
    await apply(day(1))
    await setRetention(
      db,
      {
        agencyId: agency.id,
        rules: [{ kind: 'comments', keepDays: 10, basis: 'Another law' }],
        by: administrator,
      },
      day(5),
    )
    expect((await apply(day(31))).deleted).toEqual({ comments: 3 })
  })

  test('a shorter time takes effect a month after its own notice', async () => {
    await keep('about-you', 400)
    await apply(day(380))
    await keep('about-you', 300, day(395))
    expect(await apply(day(450))).toEqual({ notices: 1, deleted: {} })
    expect((await apply(day(480))).deleted).toEqual({ 'about-you': 3 })
  })

  test('messages and drafts go one by one after the first notice; those of a held engagement and those on their way stay', async () => {
    const other = await makeEngagement(db, agency)
    for (const place of [engagement, other]) {
      await saveDraft(
        db,
        { agencyId: agency.id, engagementId: place.id, personId: administrator, fields: { 'q-Q1': 'begun' } },
        testNow,
      )
    }
    await sql`update message set state = 'sent' where agency_id = ${agency.id} and to_address <> 'author-0@example.org'`.execute(
      db,
    )
    await keep('messages', 30)
    await keep('drafts', 30)
    expect((await apply(day(1))).notices).toBe(2)
    await sql`update message set state = 'sent' where agency_id = ${agency.id} and about_kind = 'retention'`.execute(
      db,
    )
    await placeHold(
      db,
      { agencyId: agency.id, engagementSlug: other.slug, reason: 'Case 8', by: administrator },
      day(2),
    )
    expect((await apply(day(31))).deleted).toEqual({ messages: 2, drafts: 1 })
    const left = await listMessages(db, agency.id)
    expect(
      left.map((message) => message.toAddress).filter((address) => address.startsWith('author')),
    ).toEqual(['author-0@example.org'])
  })

  test('the job does it for every agency', async () => {
    await keep('comments', 1)
    await applyRetentionJob.run({ ...services, now: () => day(1) }, {})
    await applyRetentionJob.run({ ...services, now: () => day(31) }, {})
    expect((await comments()).map((comment) => comment.state)).toEqual(['erased', 'erased', 'erased'])
  })
})

describe('the page of the schedule', () => {
  let agency: Agency
  let officer: string
  let address: string
  const whole = Object.fromEntries(
    retentionKinds.flatMap((kind) => [
      [`days-${kind}`, ''],
      [`basis-${kind}`, ''],
    ]),
  )

  beforeAll(async () => {
    agency = await makeAgency(db)
    officer = (await makePerson(db, { agencyId: agency.id, roles: ['records-officer'] })).id
    address = `/en/work/${agency.slug}/retention`
  })

  test('days and grounds are saved; the audit log takes no days', async () => {
    const answer = await request(address, {
      as: officer,
      form: {
        ...whole,
        'days-comments': '365',
        'basis-comments': 'Policy 4',
        'days-audit': '1',
        'basis-audit': 'Law',
      },
    })
    expect(answer.headers.get('location')).toBe(`${address}?told=saved`)
    const rules = await listRules(db, agency.id)
    expect(rules.map(({ kind, keepDays, basis }) => [kind, keepDays, basis]).sort()).toEqual([
      ['audit', null, 'Law'],
      ['comments', 365, 'Policy 4'],
    ])
    expect(await read(address, { as: officer })).toContain('value="365"')
  })

  test('what is no number of days comes back as it was typed', async () => {
    for (const typed of ['0', '-1', '1.5', 'abc', '40000', '٣']) {
      const answer = await request(address, { as: officer, form: { ...whole, 'days-drafts': typed } })
      expect([typed, answer.status]).toEqual([typed, 422])
      expect(await answer.text()).toContain(`value="${typed}"`)
    }
  })

  test('a hold is placed and lifted on the page; one without a reason or on nothing is not', async () => {
    const holds = `${address}/holds`
    expect((await request(holds, { as: officer, form: { covers: '*', reason: '' } })).status).toBe(422)
    expect((await request(holds, { as: officer, form: { covers: 'nowhere', reason: 'x' } })).status).toBe(422)
    expect((await request(holds, { as: officer, form: { covers: '*', reason: 'Case 9' } })).status).toBe(303)
    const [hold] = await listHolds(db, agency.id)
    expect(await read(address, { as: officer })).toContain('Case 9')
    expect((await request(`${holds}/${hold!.id}/lift`, { as: officer, form: {} })).status).toBe(303)
    expect((await request(`${holds}/${hold!.id}/lift`, { as: officer, form: {} })).status).toBe(404)
  })
})
