import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { testDatabase } from '../../../tests/support/database.ts'
import { testNow, testServices } from '../../../tests/support/app.ts'
import { makeAgency, makeEngagement, makePerson } from '../../../tests/support/make.ts'
import { verifyAudit } from '../../platform/audit/audit.store.ts'
import { newId } from '../../platform/db/id.ts'
import { listMessages } from '../../platform/mail/message.store.ts'
import type { Agency } from '../agencies/agency.ts'
import type { Engagement } from '../engagements/engagement.ts'
import { listAboutYou } from './about-question.store.ts'
import { listCommentEvents } from './comment-event.store.ts'
import { findDraft, saveDraft } from './comment-draft.store.ts'
import {
  countByState,
  findByReceipt,
  findComment,
  listAnswers,
  listComments,
  listNearDuplicates,
  tallyPromise,
} from './comment.store.ts'
import { correctComment } from './correct-comment.action.ts'
import { eraseComment } from './erase-comment.action.ts'
import { nearDuplicateBits } from './fingerprint.ts'
import type { Answer } from './question.ts'
import { sendComment, type IncomingComment } from './send-comment.action.ts'
import { withdrawComment } from './withdraw-comment.action.ts'
import { makeAboutQuestion, makeQuestion } from '../../../tests/support/make-questions.ts'

const database = testDatabase()
const { db } = database
const services = testServices(database)

async function place(changes: Partial<Engagement> = {}) {
  const agency = await makeAgency(db)
  const engagement = await makeEngagement(db, agency, changes)
  const text = await makeQuestion(db, engagement, { code: 'Q1', kind: 'text' })
  const choice = await makeQuestion(db, engagement, { code: 'Q2', kind: 'multiple' })
  const role = await makeAboutQuestion(db, engagement)
  return { agency, engagement, text, choice, role }
}

function words(questionId: string, text: string): Answer {
  return { questionId, text, choices: null, number: null }
}

function incoming(
  agency: Agency,
  engagement: Engagement,
  answers: Answer[],
  changes: Partial<IncomingComment> = {},
): IncomingComment {
  return { agency, engagement, channel: 'web', answers, submissionKey: newId(), language: 'en', ...changes }
}

describe('a comment that is sent', () => {
  test('is kept with its answers, what its author said about themselves, and an audit line', async () => {
    const { agency, engagement, text, choice, role } = await place()
    const answers = [
      words(text.id, 'We need more certified teachers at our school.'),
      { questionId: choice.id, text: null, choices: ['a', 'b'], number: null },
    ]
    const sent = await sendComment(
      services,
      incoming(agency, engagement, answers, { aboutYou: [{ aboutQuestionId: role.id, value: 'a' }] }),
      testNow,
    )
    if (sent.outcome !== 'accepted') throw new Error(sent.outcome)
    const comment = await findByReceipt(db, sent.receiptCode)
    expect(comment).toMatchObject({
      id: sent.commentId,
      state: 'published',
      language: 'en',
      channel: 'web',
      receivedAt: testNow,
      version: 1,
    })
    const kept = await listAnswers(db, agency.id, [sent.commentId])
    expect(kept.map(({ text, choices }) => ({ text, choices }))).toEqual([
      { text: 'We need more certified teachers at our school.', choices: null },
      { text: null, choices: ['a', 'b'] },
    ])
    expect(await listAboutYou(db, agency.id, [sent.commentId])).toEqual([
      { commentId: sent.commentId, aboutQuestionId: role.id, value: 'a' },
    ])
    const lines = await db.selectFrom('auditEntry').selectAll().where('agencyId', '=', agency.id).execute()
    expect(lines).toMatchObject([{ act: 'comment received', subjectId: sent.commentId }])
    expect(lines[0]!.contentHash).toHaveLength(32)
    expect(JSON.stringify(lines)).not.toContain('certified')
  })

  test('counts once, however often and however simultaneously the same key is sent', async () => {
    const { agency, engagement, text } = await place()
    const same = incoming(agency, engagement, [words(text.id, 'Once only')], {
      contact: { channel: 'mail', address: 'ana@example.org' },
    })
    const outcomes = await Promise.all(Array.from({ length: 12 }, () => sendComment(services, same, testNow)))
    expect(outcomes.filter((sent) => sent.outcome === 'accepted')).toHaveLength(1)
    expect(outcomes.filter((sent) => sent.outcome === 'repeated')).toHaveLength(11)
    expect(new Set(outcomes.map((sent) => 'receiptCode' in sent && sent.receiptCode)).size).toBe(1)
    expect(await listComments(db, agency.id, engagement.id)).toHaveLength(1)
    expect(await listMessages(db, agency.id)).toHaveLength(1)
    const { count } = await db
      .selectFrom('answer')
      .select((row) => row.fn.countAll<number>().as('count'))
      .where('agencyId', '=', agency.id)
      .executeTakeFirstOrThrow()
    expect(count).toBe(1)
    expect((await verifyAudit(db)).faults).toEqual([])
  })

  test('leaves nothing behind when any part of it fails', async () => {
    const { agency, engagement, text } = await place()
    const broken = incoming(agency, engagement, [words(text.id, 'x'), words(newId(), 'no such question')])
    await expect(sendComment(services, broken, testNow)).rejects.toThrow()
    expect(await listComments(db, agency.id, engagement.id)).toEqual([])
  })

  test('takes its receipt along by mail and by text, in the language of the page', async () => {
    const { agency, engagement, text } = await place()
    await sendComment(
      services,
      incoming(agency, engagement, [words(text.id, 'Hola')], {
        language: 'es',
        contact: { channel: 'mail', address: 'ana@example.org' },
      }),
      testNow,
    )
    await sendComment(
      services,
      incoming(agency, engagement, [words(text.id, 'Hi')], {
        contact: { channel: 'sms', address: '+15305550123' },
      }),
      testNow,
    )
    const messages = await listMessages(db, agency.id)
    const comments = await listComments(db, agency.id, engagement.id)
    for (const message of messages) {
      const comment = comments.find(({ id }) => id === message.aboutId)!
      expect(message.text).toContain(comment.receiptCode.slice(0, 4))
      expect(message.text).toContain(`http://longtable.test/r/${comment.receiptCode}`)
    }
    expect(messages.find((message) => message.channel === 'mail')).toMatchObject({
      language: 'es',
      subject: `${agency.name} recibió su comentario`,
    })
    expect(messages.find((message) => message.channel === 'sms')!.subject).toBe('')
  })

  test.each([
    ['after', false, 'published'],
    ['before', false, 'waiting'],
    ['after', true, 'spam'],
  ] as const)('moderation %s and suspicion %s make it %s', async (moderation, spamSuspect, state) => {
    const { agency, engagement, text } = await place({ moderation })
    expect(
      await sendComment(
        services,
        incoming(agency, engagement, [words(text.id, 'x')], { spamSuspect }),
        testNow,
      ),
    ).toMatchObject({ outcome: 'accepted', state })
    expect((await countByState(db, agency.id, engagement.id))[state]).toBe(1)
  })

  test.each([
    ['a draft', { status: 'draft' as const }],
    ['closed', { status: 'closed' as const }],
    ['not open yet', { opensOn: '2027-03-04' }],
    ['over', { closesOn: '2027-03-02' }],
  ])('is not taken when the engagement is %s', async (_, changes) => {
    const { agency, engagement, text } = await place(changes)
    expect(await sendComment(services, incoming(agency, engagement, [words(text.id, 'x')]), testNow)).toEqual(
      { outcome: 'closed' },
    )
  })

  test('may be entered after the end when it was said in time', async () => {
    const { agency, engagement, text } = await place({ status: 'closed', closesOn: '2027-03-02' })
    const staff = await makePerson(db)
    const paper = { channel: 'paper' as const, enteredBy: staff.id }
    const inTime = incoming(agency, engagement, [words(text.id, 'x')], {
      ...paper,
      receivedAt: new Date('2027-03-01T18:00:00Z'),
    })
    expect((await sendComment(services, inTime, testNow)).outcome).toBe('accepted')
    expect(
      (await sendComment(services, incoming(agency, engagement, [words(text.id, 'x')], paper), testNow))
        .outcome,
    ).toBe('closed')
  })

  test('of a child holds no words, no contact and no account', async () => {
    const { agency, engagement, text, choice } = await place()
    const child = { age: 'under-13' as const, personId: (await makePerson(db)).id }
    const picked = [{ questionId: choice.id, text: null, choices: ['a'], number: null }]
    const attempt = (answers: Answer[], changes = {}) =>
      sendComment(services, incoming(agency, engagement, answers, { ...child, ...changes }), testNow)
    expect(await attempt([words(text.id, 'hello')])).toEqual({
      outcome: 'not-allowed',
      reason: 'under13Text',
    })
    expect(await attempt(picked, { contact: { channel: 'mail', address: 'a@b.org' } })).toEqual({
      outcome: 'not-allowed',
      reason: 'under13Contact',
    })
    const sent = await attempt(picked)
    expect(
      sent.outcome === 'accepted' && (await findComment(db, agency.id, sent.commentId))?.personId,
    ).toBeNull()
  })

  test('of a student waits for the check of protected topics and for the guardian', async () => {
    const { agency, engagement, text } = await place({ asksStudents: true })
    const student = incoming(agency, engagement, [words(text.id, 'x')], {
      age: '13-17',
      guardianConsent: true,
    })
    expect(await sendComment(services, student, testNow)).toEqual({
      outcome: 'not-allowed',
      reason: 'notCheckedForStudents',
    })
    const checked = { ...engagement, protectedTopicsCheckedAt: testNow }
    expect(
      await sendComment(services, { ...student, engagement: checked, guardianConsent: false }, testNow),
    ).toEqual({ outcome: 'not-allowed', reason: 'consentMissing' })
    expect((await sendComment(services, { ...student, engagement: checked }, testNow)).outcome).toBe(
      'accepted',
    )
  })

  test('removes the draft of its author', async () => {
    const { agency, engagement, text } = await place()
    const person = await makePerson(db)
    await saveDraft(
      db,
      { agencyId: agency.id, engagementId: engagement.id, personId: person.id, fields: { 'q-Q1': 'half' } },
      testNow,
    )
    await sendComment(
      services,
      incoming(agency, engagement, [words(text.id, 'whole')], { personId: person.id }),
      testNow,
    )
    expect(await findDraft(db, agency.id, engagement.id, person.id)).toBeUndefined()
  })
})

async function sent(changes: Partial<Engagement> = {}) {
  const there = await place(changes)
  const contact = { channel: 'mail' as const, address: 'ana@example.org' }
  const aboutYou = [{ aboutQuestionId: there.role.id, value: 'a' }]
  const result = await sendComment(
    services,
    incoming(there.agency, there.engagement, [words(there.text.id, 'The first words that I wrote here')], {
      contact,
      aboutYou,
    }),
    testNow,
  )
  if (result.outcome !== 'accepted') throw new Error(result.outcome)
  return { ...there, commentId: result.commentId }
}

describe('the author', () => {
  test('corrects: the answer keeps its id, the old words leave only a hash, and staff see that it changed', async () => {
    const { agency, engagement, text, commentId } = await sent()
    const [before] = await listAnswers(db, agency.id, [commentId])
    const correction = {
      engagement,
      commentId,
      version: 1,
      answers: [words(text.id, 'Better words')],
      aboutYou: [],
      language: 'en',
    }
    expect(await correctComment(db, correction, testNow)).toEqual({
      outcome: 'corrected',
      state: 'published',
    })
    const [after] = await listAnswers(db, agency.id, [commentId])
    expect(after).toMatchObject({ id: before!.id, text: 'Better words' })
    expect(await findComment(db, agency.id, commentId)).toMatchObject({ version: 2 })
    expect((await listCommentEvents(db, agency.id, commentId)).map(({ act }) => act)).toEqual(['corrected'])
    const lines = JSON.stringify(
      await db.selectFrom('auditEntry').selectAll().where('subjectId', '=', commentId).execute(),
    )
    expect(lines).toContain('comment corrected')
    expect(lines).not.toContain('first words')
  })

  test('overwrites nothing that staff changed meanwhile, and of two corrections at once one wins', async () => {
    const { agency, engagement, text, commentId } = await sent()
    const correction = (words_: string) => ({
      engagement,
      commentId,
      version: 1,
      answers: [words(text.id, words_)],
      aboutYou: [],
      language: 'en',
    })
    const outcomes = await Promise.all([
      correctComment(db, correction('one'), testNow),
      correctComment(db, correction('two'), testNow),
    ])
    expect(outcomes.map(({ outcome }) => outcome).sort()).toEqual(['changed-meanwhile', 'corrected'])
    expect((await findComment(db, agency.id, commentId))!.version).toBe(2)
  })

  test('waits for staff again where comments are read before they are shown', async () => {
    const { agency, engagement, text, commentId } = await sent()
    await db.updateTable('comment').set({ state: 'published' }).where('agencyId', '=', agency.id).execute()
    const strict: Engagement = { ...engagement, moderation: 'before' }
    const correction = {
      engagement: strict,
      commentId,
      version: 1,
      answers: [words(text.id, 'New')],
      aboutYou: [],
      language: 'en',
    }
    expect(await correctComment(db, correction, testNow)).toEqual({ outcome: 'corrected', state: 'waiting' })
  })

  test('waits for staff with every correction of a text that staff blacked out, not only with the first', async () => {
    const { agency, engagement, text, commentId } = await sent()
    const publish = () =>
      db.updateTable('comment').set({ state: 'published' }).where('agencyId', '=', agency.id).execute()
    await sql`update answer set text = 'Call ████ please', redacted = true where comment_id = ${commentId}`.execute(
      db,
    )
    for (const [index, said] of ['Call ████ please!', 'Call ████ at 530-555-0199'].entries()) {
      await publish()
      const correction = { engagement, commentId, version: index + 1, aboutYou: [], language: 'en' }
      expect(await correctComment(db, { ...correction, answers: [words(text.id, said)] }, testNow)).toEqual({
        outcome: 'corrected',
        state: 'waiting',
      })
    }
  })

  test('withdraws once; after that nothing can be corrected', async () => {
    const { agency, engagement, text, commentId } = await sent()
    const which = { agencyId: agency.id, commentId }
    expect(await withdrawComment(db, which, testNow)).toEqual({ outcome: 'withdrawn' })
    expect(await withdrawComment(db, which, testNow)).toEqual({ outcome: 'too-late' })
    const correction = {
      engagement,
      commentId,
      version: 2,
      answers: [words(text.id, 'x')],
      aboutYou: [],
      language: 'en',
    }
    expect(await correctComment(db, correction, testNow)).toEqual({ outcome: 'too-late' })
  })

  test('erases: no word, address or answer about themselves is left anywhere, and the chain holds', async () => {
    const { agency, commentId } = await sent()
    expect(await eraseComment(db, { agencyId: agency.id, commentId, reason: 'author' }, testNow)).toEqual({
      outcome: 'erased',
    })
    expect(await eraseComment(db, { agencyId: agency.id, commentId, reason: 'author' }, testNow)).toEqual({
      outcome: 'erased',
    })
    expect(await findComment(db, agency.id, commentId)).toMatchObject({
      state: 'erased',
      contactAddress: null,
      fingerprint: '',
    })
    expect(await listAboutYou(db, agency.id, [commentId])).toEqual([])
    const { rows: tables } = await sql<{
      name: string
    }>`select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`.execute(
      db,
    )
    for (const { name } of tables) {
      const { rows } = await sql<{
        found: number
      }>`select count(*) as found from ${sql.table(name)} as t where (t::text like '%first words%' or t::text like '%ana@example.org%') and t::text like ${`%${commentId}%`}`.execute(
        db,
      )
      expect({ name, found: rows[0]!.found }).toEqual({ name, found: 0 })
    }
    expect((await verifyAudit(db)).faults).toEqual([])
  })
})

describe('lists', () => {
  test('go on where a page ended, also among comments of the same moment', async () => {
    const { agency, engagement, text } = await place()
    for (let i = 0; i < 7; i++)
      await sendComment(services, incoming(agency, engagement, [words(text.id, `Comment ${i}`)]), testNow)
    const seen: string[] = []
    let after: { receivedAt: Date; id: string } | undefined
    for (;;) {
      const page = await listComments(db, agency.id, engagement.id, { after, limit: 3 })
      seen.push(...page.map(({ id }) => id))
      after = page.at(-1)
      if (page.length < 3) break
    }
    expect(new Set(seen).size).toBe(7)
    expect(seen).toEqual([...seen].sort().reverse())
  })

  test('find words as they are written, also with the signs of patterns', async () => {
    const { agency, engagement, text, choice } = await place()
    for (const said of ['100% yes', '100 x yes', 'under_score', 'underXscore'])
      await sendComment(services, incoming(agency, engagement, [words(text.id, said)]), testNow)
    const found = async (filters: object) =>
      (await listComments(db, agency.id, engagement.id, filters)).length
    expect(await found({ search: '100%' })).toBe(1)
    expect(await found({ search: 'r_s' })).toBe(1)
    expect(await found({ search: 'YES' })).toBe(2)
    expect(await found({ search: 'yes', questionId: choice.id })).toBe(0)
    expect(
      await found({
        questionId: text.id,
        states: ['published'],
        language: 'en',
        channel: 'web',
        headsOnly: true,
      }),
    ).toBe(4)
  })

  test('near-duplicates are found by their words', async () => {
    const { agency, engagement, text } = await place()
    const letter =
      'Please place experienced teachers at the schools with the most turnover and tell families when a class has no certified teacher this year.'
    const ids: string[] = []
    for (const said of [
      letter,
      `${letter} Thank you`,
      'The bus is late every morning and my son misses his breakfast at school.',
    ]) {
      const result = await sendComment(
        services,
        incoming(agency, engagement, [words(text.id, said)]),
        testNow,
      )
      if (result.outcome === 'accepted') ids.push(result.commentId)
    }
    const comment = (await findComment(db, agency.id, ids[0]!))!
    expect((await listNearDuplicates(db, comment, nearDuplicateBits)).map(({ id }) => id)).toEqual([ids[1]])
  })

  test('the promise is tallied by day where the agency is', async () => {
    const { agency, engagement, commentId } = await sent()
    await db
      .updateTable('comment')
      .set({ receivedAt: new Date('2027-03-02T05:30:00Z') })
      .where('id', '=', commentId)
      .execute()
    expect(await tallyPromise(db, agency.id, engagement.id, agency.timeZone)).toEqual([
      { received: '2027-03-01', answered: null, count: 1 },
    ])
  })
})
