import { beforeAll, describe, expect, test } from 'vitest'
import { testApp } from '../../../tests/support/app.ts'
import { testDatabase } from '../../../tests/support/database.ts'
import { makeColleague, makeStaffPlace, type StaffPlace } from '../../../tests/support/staff-place.ts'
import { paths } from '../../paths.ts'
import { newId } from '../../platform/db/id.ts'
import { findByReceipt, listAnswers } from './comment.store.ts'
import { staffCommentRoutes } from './staff.routes.tsx'

const database = testDatabase()
const { request, read, services } = testApp(database, staffCommentRoutes)
const { db } = database
let place: StaffPlace
let here: { language: 'en'; agency: string; engagement: string }
beforeAll(async () => {
  place = await makeStaffPlace(services, { closesOn: '2027-03-02' })
  here = { language: 'en', agency: place.agency.slug, engagement: place.engagement.slug }
})

const paper = {
  channel: 'paper',
  receivedOn: '2027-03-01',
  language: 'es',
  paperNumber: 'K7-X9AB',
  'q-Q1': 'Más mentores para las maestras nuevas.',
  age: 'adult',
  contact: 'none',
}

function receiptIn(answer: Response): string {
  return /receipt=([A-Z0-9]{12})/.exec(answer.headers.get('location') ?? '')?.[1] ?? ''
}

describe('entering a comment for someone', () => {
  test('keeps who entered it and the paper, and gives a receipt to hand over in the language of the words', async () => {
    const partner = await makeColleague(services, place, 'partner')
    const key = newId()
    const entered = await request(paths.workCommentEnter.to(here), {
      as: partner.id,
      form: { ...paper, idempotencyKey: key },
    })
    expect(entered.status).toBe(303)
    const code = receiptIn(entered)
    const comment = await findByReceipt(db, code)
    expect(comment).toMatchObject({
      channel: 'paper',
      language: 'es',
      enteredBy: partner.id,
      provenance: { paperNumber: 'K7X9AB' },
    })
    expect(comment?.receivedAt.toISOString()).toBe('2027-03-01T20:00:00.000Z')
    const slip = await read(entered.headers.get('location')!, { as: partner.id })
    expect(slip).toContain('lang="es"')
    expect(slip).toContain(code.replace(/(.{4})(?=.)/g, '$1-'))
    const staff = await read(paths.workComment.to({ ...here, comment: comment!.id }), {
      as: place.coordinator.id,
    })
    expect(staff).toContain(`Entered from paper by ${partner.name}`)
    // The same form again is the same paper; another form with its number is not.
    expect(
      receiptIn(
        await request(paths.workCommentEnter.to(here), {
          as: partner.id,
          form: { ...paper, idempotencyKey: key },
        }),
      ),
    ).toBe(code)
    const taken = await request(paths.workCommentEnter.to(here), {
      as: place.coordinator.id,
      form: { ...paper, 'q-Q1': 'Other words' },
    })
    expect(taken.status).toBe(409)
    expect(await taken.text()).toContain('A paper with this number was entered already')
  })

  test('what was said in time is taken after the end; what was said later is not', async () => {
    const late = await request(paths.workCommentEnter.to(here), {
      as: place.coordinator.id,
      form: { ...paper, paperNumber: '', receivedOn: '2027-03-03' },
    })
    expect(late.status).toBe(409)
    const page = await late.text()
    expect(page).toContain('Comments were not open on this day')
    expect(page).toContain('Más mentores para las maestras nuevas.')
    expect(
      (
        await request(paths.workCommentEnter.to(here), {
          as: place.coordinator.id,
          form: { ...paper, paperNumber: '', channel: 'phone' },
        })
      ).status,
    ).toBe(303)
  })

  test('a child of under 13 may choose and not write', async () => {
    const refused = await request(paths.workCommentEnter.to(here), {
      as: place.coordinator.id,
      form: { ...paper, paperNumber: '', age: 'under-13' },
    })
    expect(refused.status).toBe(422)
    expect(
      (await request(paths.workCommentEnter.to(here), { as: place.coordinator.id, form: {} })).status,
    ).toBe(422)
    const analyst = await makeColleague(services, place, 'analyst')
    expect((await request(paths.workCommentEnter.to(here), { as: analyst.id })).status).toBe(403)
  })

  test('a receipt that nobody entered here is not shown', async () => {
    expect(
      (
        await request(paths.workCommentEnter.to(here, { receipt: 'ACDEFGHJKMNP' }), {
          as: place.coordinator.id,
        })
      ).status,
    ).toBe(404)
  })

  test('the paper form asks the same questions with codes and letters, in any language, in large print', async () => {
    const form = await read(paths.workPaperForm.to(here, { in: 'es', large: 1, copies: 3 }), {
      as: place.coordinator.id,
    })
    expect(form).toContain('<html lang="es" dir="ltr" class="large">')
    expect(form.match(/class="sheet"/g)).toHaveLength(3)
    for (const words of [
      '¿Qué debería cambiar?',
      'Docentes con experiencia',
      '<span class="letter">B</span>',
      'Q5',
      'role="img"',
    ])
      expect(form).toContain(words)
    expect(new Set([...form.matchAll(/<bdi>([A-Z0-9]{6})<\/bdi>/g)].map((match) => match[1])).size).toBe(3)
    expect(
      (
        await request(paths.workPaperForm.to(here, { in: 'xx', copies: 'many' }), {
          as: place.coordinator.id,
        })
      ).status,
    ).toBe(200)
  })
})

describe('keying a paper in twice', () => {
  test('another person keys it again, differences are settled, and then it is a comment', async () => {
    const own = await makeStaffPlace(services, { doubleEntry: true })
    const at = { language: 'en' as const, agency: own.agency.slug, engagement: own.engagement.slug }
    const [first, second] = [
      await makeColleague(services, own, 'note-taker'),
      await makeColleague(services, own, 'facilitator'),
    ]
    expect(
      (await request(paths.workCommentEnter.to(at), { as: first.id, form: { ...paper, paperNumber: '' } }))
        .status,
    ).toBe(422)
    const kept = await request(paths.workCommentEnter.to(at), {
      as: first.id,
      form: { ...paper, 'q-Q3': ['a', 'b'] },
    })
    expect(kept.headers.get('location')).toContain('kept=K7X9AB')
    expect((await request(paths.workCommentEnter.to(at), { as: second.id, form: paper })).status).toBe(409)
    const list = await read(paths.workPaperEntries.to(at), { as: second.id })
    expect(list).toContain('K7X9AB')
    expect(list).not.toContain('mentores')
    const address = /href="([^"]*comments\/paper\/[^"]+)"/.exec(list)![1]!
    expect(await read(address, { as: second.id })).not.toContain('mentores')
    expect(await read(address, { as: first.id })).toContain('You keyed in this paper yourself')
    expect((await request(address, { as: first.id, form: paper })).status).toBe(422)
    const differs = await read(address, {
      as: second.id,
      form: { ...paper, 'q-Q1': 'Más mentores para maestras.', 'q-Q3': ['a', 'b'] },
    })
    expect(differs).toContain('One thing was read differently')
    expect(differs).toContain('Más mentores para las maestras nuevas.')
    const settle = { ...paper, 'q-Q1': 'Más mentores para maestras.', 'q-Q3': ['a', 'b'], step: 'settle' }
    expect((await request(address, { as: second.id, form: settle })).status).toBe(422)
    const done = await request(address, {
      as: second.id,
      form: { ...settle, 'pick-q-Q1': 'own', 'own-q-Q1': 'Más mentores para las nuevas maestras.' },
    })
    expect(done.status).toBe(303)
    const comment = await findByReceipt(db, receiptIn(done))
    expect(comment).toMatchObject({
      enteredBy: first.id,
      provenance: { paperNumber: 'K7X9AB', secondBy: second.id },
    })
    const answers = await listAnswers(db, own.agency.id, [comment!.id])
    expect(answers.map((answer) => answer.text ?? answer.choices)).toEqual([
      'Más mentores para las nuevas maestras.',
      ['a', 'b'],
    ])
    const entry = await db
      .selectFrom('paperEntry')
      .selectAll()
      .where('agencyId', '=', own.agency.id)
      .executeTakeFirstOrThrow()
    expect(entry).toMatchObject({ commentId: comment!.id, fields: {} })
    expect((await request(address, { as: second.id })).status).toBe(404)
  })

  test('two keyings that agree become a comment at once, and a first keying can be dropped', async () => {
    const own = await makeStaffPlace(services, { doubleEntry: true })
    const at = { language: 'en' as const, agency: own.agency.slug, engagement: own.engagement.slug }
    const [first, second] = [
      await makeColleague(services, own, 'note-taker'),
      await makeColleague(services, own, 'facilitator'),
    ]
    await request(paths.workCommentEnter.to(at), { as: first.id, form: paper })
    const entry = await db
      .selectFrom('paperEntry')
      .selectAll()
      .where('agencyId', '=', own.agency.id)
      .executeTakeFirstOrThrow()
    const address = paths.workPaperSecond.to({ ...at, entry: entry.id })
    expect((await request(address, { as: first.id, form: { act: 'drop' } })).status).toBe(303)
    await request(paths.workCommentEnter.to(at), { as: first.id, form: paper })
    const again = await db
      .selectFrom('paperEntry')
      .selectAll()
      .where('agencyId', '=', own.agency.id)
      .executeTakeFirstOrThrow()
    const done = await request(paths.workPaperSecond.to({ ...at, entry: again.id }), {
      as: second.id,
      form: { ...paper, 'q-Q1': ` ${paper['q-Q1']}  ` },
    })
    expect(receiptIn(done)).not.toBe('')
  })
})
