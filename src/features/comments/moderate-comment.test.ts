import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { testApp } from '../../../tests/support/app.ts'
import { testDatabase } from '../../../tests/support/database.ts'
import { makeEngagement } from '../../../tests/support/make.ts'
import {
  makeColleague,
  makeComment,
  makeStaffPlace,
  readComment,
  type StaffPlace,
} from '../../../tests/support/staff-place.ts'
import { paths } from '../../paths.ts'
import { verifyAudit } from '../../platform/audit/audit.store.ts'
import { newId } from '../../platform/db/id.ts'
import { nothingWritten, written } from '../../platform/i18n/written.ts'
import { addQuestion } from './question.store.ts'
import { staffCommentRoutes } from './staff.routes.tsx'

const database = testDatabase()
const { request, read, services } = testApp(database, staffCommentRoutes)
const { db } = database
let place: StaffPlace
let here: { language: 'en'; agency: string; engagement: string }
beforeAll(async () => {
  place = await makeStaffPlace(services)
  here = { language: 'en', agency: place.agency.slug, engagement: place.engagement.slug }
})

async function act(id: string, form: Record<string, string>, version?: number) {
  const { comment } = await readComment(services, place, id)
  return request(paths.workCommentModerate.to({ ...here, comment: id }), {
    as: place.coordinator.id,
    form: { version: String(version ?? comment.version), ...form },
  })
}

async function messagesTo(address: string) {
  return db
    .selectFrom('message')
    .selectAll()
    .where('agencyId', '=', place.agency.id)
    .where('toAddress', '=', address)
    .where('onceKey', 'like', 'comment-event:%')
    .execute()
}

describe('moderating a comment', () => {
  test('holding it needs a reason, and its author reads the reason in their language', async () => {
    const { id } = await makeComment(
      services,
      place,
      'Queremos maestras con experiencia en todas las escuelas del distrito.',
      { contact: { channel: 'mail', address: 'ana@example.org' } },
    )
    const refused = await act(id, { act: 'hold', reason: ' ' })
    expect(refused.status).toBe(422)
    expect(await refused.text()).toContain('Please give a reason')
    expect((await act(id, { act: 'hold', reason: 'It names a child.', note: 'seen by R.' })).status).toBe(303)
    expect((await readComment(services, place, id)).comment.state).toBe('held')
    const told = (await messagesTo('ana@example.org')).at(-1)
    expect(told).toMatchObject({
      language: 'es',
      subject: expect.stringContaining('retiró por ahora'),
      aboutId: id,
    })
    expect(told?.text).toContain('It names a child.')
    expect(told?.text).not.toContain('seen by R.')
    const page = await read(paths.workComment.to({ ...here, comment: id }), { as: place.coordinator.id })
    expect(page).toContain('lang="es"')
    expect(page).toContain('seen by R.')
    expect((await act(id, { act: 'release', reason: '' })).status).toBe(303)
    expect((await readComment(services, place, id)).comment.state).toBe('published')
  })

  test('an act on an older version changes nothing and says so', async () => {
    const { id } = await makeComment(services, place, 'The bus is late')
    const answer = await act(id, { act: 'spam', reason: '' }, 7)
    expect(answer.status).toBe(409)
    expect(await answer.text()).toContain('Somebody changed this comment')
    expect((await readComment(services, place, id)).comment.state).toBe('published')
    expect((await act(id, { act: 'approve', reason: '' })).status).toBe(409)
    expect((await act(id, { act: 'dance' })).status).toBe(422)
  })

  test('near-duplicates stand under one head, whatever order they are marked in, and none is dropped', async () => {
    const words =
      'Please keep the experienced teachers at the schools that need them the most, and pay them more for it.'
    const ids = await Promise.all(
      [0, 1, 2].map(
        async (n) =>
          (await makeComment(services, place, `${words}${n ? ' Thanks' : ''}${n === 2 ? '!' : ''}`)).id,
      ),
    )
    const page = await read(paths.workComment.to({ ...here, comment: ids[0]! }), { as: place.coordinator.id })
    expect(page).toContain('Others that say nearly the same')
    await act(ids[1]!, { act: 'duplicate', head: ids[0]! })
    await act(ids[2]!, { act: 'duplicate', head: ids[1]! })
    for (const id of ids.slice(1))
      expect((await readComment(services, place, id)).comment).toMatchObject({
        duplicateOf: ids[0],
        state: 'published',
      })
    const other = (await makeComment(services, place, 'Quite another thing')).id
    await act(ids[0]!, { act: 'duplicate', head: other })
    for (const id of ids) expect((await readComment(services, place, id)).comment.duplicateOf).toBe(other)
    expect((await act(other, { act: 'duplicate', head: ids[0]! })).status).toBe(409)
    await act(ids[1]!, { act: 'not-duplicate' })
    expect((await readComment(services, place, ids[1]!)).comment.duplicateOf).toBeNull()
    expect((await act(ids[1]!, { act: 'duplicate', head: "' or 1=1" })).status).toBe(422)
  })

  test('an answer stops the clock, goes to the author by text, and the log does not tell its words', async () => {
    const { id } = await makeComment(services, place, 'When do you fix the gym?', {
      contact: { channel: 'sms', address: '+15305550123' },
    })
    expect((await act(id, { act: 'answer', answer: 'The gym opens on May 1.' })).status).toBe(303)
    expect((await readComment(services, place, id)).comment.answeredAt).toEqual(services.now())
    const text = (await messagesTo('+15305550123')).at(-1)
    expect(text).toMatchObject({ channel: 'sms', subject: '' })
    expect(text?.text).toContain('The gym opens on May 1.')
    const log = await read(paths.moderationLog.to(here))
    expect(log).toContain('answered')
    expect(log).not.toContain('gym')
    expect(log).not.toContain(id)
    expect(log).toContain('It names a child.')
    await act(id, { act: 'reopen' })
    expect((await readComment(services, place, id)).comment.answeredAt).toBeNull()
  })

  test('only those who may moderate do', async () => {
    const { id } = await makeComment(services, place, 'Read me')
    const analyst = await makeColleague(services, place, 'analyst')
    const partner = await makeColleague(services, place, 'partner')
    expect((await request(paths.workComment.to({ ...here, comment: id }), { as: analyst.id })).status).toBe(
      200,
    )
    expect(
      (
        await request(paths.workCommentModerate.to({ ...here, comment: id }), {
          as: analyst.id,
          form: { act: 'spam', version: '1' },
        })
      ).status,
    ).toBe(403)
    expect((await request(paths.workComment.to({ ...here, comment: id }), { as: partner.id })).status).toBe(
      403,
    )
    expect(
      (await request(paths.workComment.to({ ...here, comment: newId() }), { as: analyst.id })).status,
    ).toBe(404)
    const other = await makeStaffPlace(services)
    expect(
      (
        await request(
          paths.workComment.to({
            language: 'en',
            agency: other.agency.slug,
            engagement: other.engagement.slug,
            comment: id,
          }),
          { as: other.coordinator.id },
        )
      ).status,
    ).toBe(404)
  })
})

describe('moving a comment', () => {
  test('to another engagement takes words, choices and what fits of the person along', async () => {
    const there = await makeEngagement(db, place.agency)
    const questionId = (await addQuestion(db, {
      agencyId: place.agency.id,
      engagementId: there.id,
      code: 'Q1',
      position: 1,
      kind: 'text',
      prompt: written('en', { en: 'Tell us' }),
      hint: nothingWritten,
      options: [],
      required: false,
    }))!
    const { text, single } = place.questions
    const { id } = await makeComment(services, place, 'Wrong place', {
      answers: [
        { questionId: text.id, text: 'About buses', choices: null, number: null },
        { questionId: single.id, text: null, choices: ['b'], number: null },
      ],
      aboutYou: [{ aboutQuestionId: place.aboutId, value: 'a' }],
    })
    expect(
      (await act(id, { act: 'move', target: questionId, moveReason: 'It is about buses.' })).status,
    ).toBe(303)
    const moved = await readComment(services, place, id)
    expect(moved.comment.engagementId).toBe(there.id)
    expect(moved.answers).toHaveLength(1)
    expect(moved.text).toBe('About buses\n\nWhich matters most? Experienced teachers')
    expect(await db.selectFrom('aboutYou').selectAll().where('commentId', '=', id).execute()).toEqual([])
    expect(
      (await request(paths.workComment.to({ ...here, comment: id }), { as: place.coordinator.id })).status,
    ).toBe(404)
    expect(
      (
        await request(paths.workComment.to({ ...here, engagement: there.slug, comment: id }), {
          as: place.coordinator.id,
        })
      ).status,
    ).toBe(200)
  })

  test('stays where codes rest on it, and where a child only chose', async () => {
    const there = await makeStaffPlace(services)
    const { id } = await makeComment(services, place, 'Coded already')
    await sql`insert into reading (agency_id, id, engagement_id, comment_id, coder_id, finished_at)
      values (${place.agency.id}, ${newId()}, ${place.engagement.id}, ${id}, ${place.coordinator.id}, now())`.execute(
      db,
    )
    const target = await makeEngagement(db, place.agency)
    const questionId = (await addQuestion(db, {
      agencyId: place.agency.id,
      engagementId: target.id,
      code: 'Q1',
      position: 1,
      kind: 'text',
      prompt: written('en', { en: 'Tell us' }),
      hint: nothingWritten,
      options: [],
      required: false,
    }))!
    const coded = await act(id, { act: 'move', target: questionId })
    expect(coded.status).toBe(422)
    expect(await coded.text()).toContain('Codes or quotes rest on this comment')
    const { id: marked } = await makeComment(services, place, 'Left out of a records request')
    const [answer] = (await readComment(services, place, marked)).answers
    const requestId = newId()
    await sql`insert into records_request (agency_id, id, engagement_id, asked_by, from_day, to_day, opened_by, opened_at)
      values (${place.agency.id}, ${requestId}, ${place.engagement.id}, 'A paper', '2027-01-01', '2027-12-31', ${place.coordinator.id}, now())`.execute(
      db,
    )
    await sql`insert into records_redaction (agency_id, id, request_id, answer_id, range_start, range_end, reason, made_by, made_at)
      values (${place.agency.id}, ${newId()}, ${requestId}, ${answer!.id}, 0, 4, 'privacy', ${place.coordinator.id}, now())`.execute(
      db,
    )
    expect((await act(marked, { act: 'move', target: questionId })).status).toBe(422)
    // Another agency's question is no target.
    expect((await act(id, { act: 'move', target: there.questions.text.id })).status).toBe(422)
    expect((await act(id, { act: 'move', target: 'nowhere' })).status).toBe(422)
  })
})

describe('taking personal information out', () => {
  test('leaves nothing of it anywhere, keeps the other quotes, and the chain holds', async () => {
    const words = 'My son Mateo needs a mentor. Call 530-555-0199. Mateo reads well.'
    const { id } = await makeComment(services, place, words, {
      contact: { channel: 'mail', address: 'bea@example.org' },
    })
    const { answers, comment } = await readComment(services, place, id)
    const answer = answers[0]!
    await sql`insert into answer_translation (agency_id, id, answer_id, language, text, origin, made_at) values (${place.agency.id}, ${newId()}, ${answer.id}, 'es', 'Mi hijo Mateo', 'machine', now())`.execute(
      db,
    )
    await sql`insert into theme (agency_id, id, engagement_id, title, summary, position, changed_at) values (${place.agency.id}, ${newId()}, ${place.engagement.id}, '{}', '{}', 1, now())`.execute(
      db,
    )
    for (const quote of ['needs a mentor', 'Call 530']) {
      const start = words.indexOf(quote)
      await sql`insert into quote (agency_id, id, engagement_id, theme_id, comment_id, answer_id, quote_start, quote_end, stance, chosen_at)
        select agency_id, ${newId()}, engagement_id, id, ${id}, ${answer.id}, ${start}, ${start + quote.length}, 'for', now() from theme where agency_id = ${place.agency.id} limit 1`.execute(
        db,
      )
    }
    const address = paths.workCommentRedact.to({ ...here, comment: id })
    const form = await read(address, { as: place.coordinator.id })
    expect(form).toContain('530-555-0199')
    const phoneAt = words.indexOf('530')
    const chosen = {
      [`suggested-${answer.id}`]: `${phoneAt}-${phoneAt + 12}`,
      [`words-${answer.id}`]: 'mateo',
      reason: 'It named a child.',
      version: String(comment.version),
    }
    const nothing = await request(address, {
      as: place.coordinator.id,
      form: { ...chosen, [`words-${answer.id}`]: 'Mattea', step: 'check' },
    })
    expect(nothing.status).toBe(422)
    expect(await nothing.text()).toContain('We could not find “Mattea”')
    const preview = await read(address, { as: place.coordinator.id, form: { ...chosen, step: 'check' } })
    expect(preview).toContain('<del>Mateo</del>')
    const ranges = [...preview.matchAll(/name="range-[^"]+" value="([^"]+)"/g)].map((match) => match[1]!)
    expect(ranges).toHaveLength(3)
    const done = await request(address, {
      as: place.coordinator.id,
      form: { ...chosen, [`range-${answer.id}`]: ranges, step: 'redact' },
    })
    expect(done.status).toBe(303)
    const after = await readComment(services, place, id)
    expect(after.text).toBe('My son ████ needs a mentor. Call ████. ████ reads well.')
    expect(after.answers[0]?.redacted).toBe(true)
    expect(
      (await sql`select 1 from answer_translation where answer_id = ${answer.id}`.execute(db)).rows,
    ).toHaveLength(0)
    const quotes = (
      await sql<{
        start: number
        end: number
      }>`select quote_start as start, quote_end as end from quote where answer_id = ${answer.id}`.execute(db)
    ).rows
    expect(quotes.map(({ start, end }) => after.text?.slice(start, end))).toEqual(['needs a mentor'])
    expect((await messagesTo('bea@example.org')).at(-1)?.text).toContain('It named a child.')
    for (const table of [
      'answer',
      'answer_translation',
      'comment',
      'comment_event',
      'audit_entry',
      'message',
      'quote',
    ]) {
      const { rows } = await sql<{
        found: number
      }>`select count(*) as found from ${sql.table(table)} as t where t::text ~ 'Mateo|555-0199'`.execute(db)
      expect([table, rows[0]?.found]).toEqual([table, 0])
    }
    expect((await verifyAudit(db)).faults).toEqual([])
  })

  test('on an older version it asks to look again', async () => {
    const { id } = await makeComment(services, place, 'I am Bo')
    const answer = await request(paths.workCommentRedact.to({ ...here, comment: id }), {
      as: place.coordinator.id,
      form: { version: '9', step: 'check', reason: 'x' },
    })
    expect(answer.status).toBe(409)
  })
})

describe('the list', () => {
  test('narrows by state, channel, words and promise, and pages by cursor', async () => {
    const own = await makeStaffPlace(services)
    const at = { language: 'en' as const, agency: own.agency.slug, engagement: own.engagement.slug }
    for (let n = 0; n < 52; n++)
      await makeComment(services, own, `Comment ${n} about ${n % 2 ? 'buses' : 'lunch'}`)
    await makeComment(services, own, 'An old one', {
      channel: 'phone',
      enteredBy: own.coordinator.id,
      receivedAt: new Date('2027-02-02T18:00:00Z'),
    })
    const page = await read(paths.workComments.to(at), { as: own.coordinator.id })
    expect(page).toContain('53 comments have come in')
    expect(page).toContain('1 comment waits longer than we promised')
    expect(page.match(/id="comment-/g)).toHaveLength(50)
    const next = /href="([^"]+after=[^"]+)"/.exec(page)![1]!.replaceAll('&amp;', '&')
    expect((await read(next, { as: own.coordinator.id })).match(/id="comment-/g)).toHaveLength(3)
    expect(await read(paths.workComments.to(at, { search: 'buses' }), { as: own.coordinator.id })).toContain(
      '26 comments fit',
    )
    expect(await read(paths.workComments.to(at, { promise: 'late' }), { as: own.coordinator.id })).toContain(
      'An old one',
    )
    expect(
      await read(paths.workComments.to(at, { channel: 'phone', state: 'held' }), { as: own.coordinator.id }),
    ).toContain('No comment fits.')
    expect(
      (
        await request(paths.workComments.to(at, { after: 'x', state: '%00', search: '\u0000' }), {
          as: own.coordinator.id,
        })
      ).status,
    ).toBe(200)
  })

  test('exports hold words and choices, no receipt code, no address, nothing about the person', async () => {
    const own = await makeStaffPlace(services)
    const { text, scale } = own.questions
    const { receiptCode } = await makeComment(services, own, '', {
      answers: [
        { questionId: text.id, text: '=1+1 "quoted"', choices: null, number: null },
        { questionId: scale.id, text: null, choices: null, number: 4 },
      ],
      aboutYou: [{ aboutQuestionId: own.aboutId, value: 'b' }],
      contact: { channel: 'mail', address: 'secret@example.org' },
    })
    const at = { language: 'en' as const, agency: own.agency.slug, engagement: own.engagement.slug }
    const answer = await request(paths.workCommentsCsv.to(at), { as: own.coordinator.id })
    const bytes = new Uint8Array(await answer.arrayBuffer())
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    const csv = new TextDecoder().decode(bytes)
    expect(csv).toContain(`"'=1+1 ""quoted"""`)
    for (const hidden of [receiptCode, 'secret@example.org', 'A teacher']) expect(csv).not.toContain(hidden)
    expect(await read(paths.workCommentsCsv.to(at, { dictionary: 1 }), { as: own.coordinator.id })).toContain(
      'What should change?',
    )
    const xlsx = await request(paths.workCommentsXlsx.to(at), { as: own.coordinator.id })
    expect(xlsx.status).toBe(200)
    expect(new Uint8Array(await xlsx.arrayBuffer()).slice(0, 2)).toEqual(new Uint8Array([0x50, 0x4b]))
    const partner = await makeColleague(services, own, 'partner')
    expect((await request(paths.workCommentsCsv.to(at), { as: partner.id })).status).toBe(403)
  })
})

describe('translating a comment', () => {
  test('keeps what a person wrote, and a machine never overwrites it', async () => {
    const { id } = await makeComment(
      services,
      place,
      'Queremos que las maestras con experiencia se queden en nuestra escuela.',
    )
    const { answers } = await readComment(services, place, id)
    const address = paths.workCommentTranslate.to({ ...here, comment: id })
    expect((await request(address, { as: place.coordinator.id })).status).toBe(200)
    const shown = { to: 'en', by: 'human', version: '1' }
    expect((await request(address, { as: place.coordinator.id, form: shown })).status).toBe(422)
    const saved = await request(address, {
      as: place.coordinator.id,
      form: { ...shown, [`text-${answers[0]!.id}`]: 'We want experienced teachers to stay.' },
    })
    expect(saved.status).toBe(303)
    const page = await read(paths.workComment.to({ ...here, comment: id }), { as: place.coordinator.id })
    expect(page).toContain('Translation into English by a person')
    expect(page).toContain('We want experienced teachers to stay.')
    const { translateCommentByMachine } = await import('./translate-comment.action.ts')
    const machine = {
      ...services,
      config: {
        ...services.config,
        translation: { url: 'http://127.0.0.1:1', shape: 'libretranslate' as const, key: '' },
      },
    }
    expect(
      await translateCommentByMachine(
        machine,
        { agencyId: place.agency.id, commentId: id, language: 'en' },
        services.now(),
      ),
    ).toBe(0)
    await expect(
      translateCommentByMachine(
        machine,
        { agencyId: place.agency.id, commentId: id, language: 'ar' },
        services.now(),
      ),
    ).rejects.toThrow('did not answer')
  })
  test('a translation begun before words were taken out does not bring them back', async () => {
    const { id } = await makeComment(services, place, 'La maestra de mi hijo Mateo se fue en octubre.')
    const { answers, comment } = await readComment(services, place, id)
    const field = `text-${answers[0]!.id}`
    await sql`update comment set version = version + 1 where id = ${id}`.execute(db)
    const late = await request(paths.workCommentTranslate.to({ ...here, comment: id }), {
      as: place.coordinator.id,
      form: {
        to: 'en',
        by: 'human',
        version: String(comment.version),
        [field]: 'My son Mateo lost his teacher',
      },
    })
    expect(late.status).toBe(409)
    // What was typed is still there for its writer, and nowhere else.
    expect(await late.text()).toContain('My son Mateo lost his teacher')
    const kept = await sql`select 1 from answer_translation where answer_id = ${answers[0]!.id}`.execute(db)
    expect(kept.rows).toHaveLength(0)
  })
})
