import { beforeAll, describe, expect, test } from 'vitest'
import { testApp, testNow } from '../../../tests/support/app.ts'
import { testDatabase } from '../../../tests/support/database.ts'
import {
  makeColleague,
  makeComment,
  makeStaffPlace,
  type StaffPlace,
} from '../../../tests/support/staff-place.ts'
import { paths } from '../../paths.ts'
import { getEngagement } from '../engagements/engagement.store.ts'
import { listAboutQuestions } from './about-question.store.ts'
import { findQuestion, listQuestions } from './question.store.ts'
import { staffCommentRoutes } from './staff.routes.tsx'

const database = testDatabase()
const { request, read, services } = testApp(database, staffCommentRoutes)
let place: StaffPlace
let here: { language: 'en'; agency: string; engagement: string }
beforeAll(async () => {
  place = await makeStaffPlace(services)
  here = { language: 'en', agency: place.agency.slug, engagement: place.engagement.slug }
})
const codes = async () =>
  (await listQuestions(database.db, place.agency.id, place.engagement.id)).map((question) => question.code)

describe('the questions of an engagement', () => {
  test('are added in every language and get the next code', async () => {
    expect(
      (await request(paths.workQuestions.to(here, { add: 'single' }), { as: place.coordinator.id })).status,
    ).toBe(200)
    const form = {
      kind: 'single',
      'prompt-en': 'Which school?',
      'prompt-es': '¿Qué escuela?',
      'more-en': 'North\nSouth',
    }
    expect((await request(paths.workQuestions.to(here), { as: place.coordinator.id, form })).status).toBe(303)
    const added = (await listQuestions(database.db, place.agency.id, place.engagement.id)).at(-1)
    expect(added).toMatchObject({
      code: 'Q6',
      kind: 'single',
      required: false,
      options: [{ id: 'a' }, { id: 'b' }],
    })
    const faulty = await request(paths.workQuestions.to(here), {
      as: place.coordinator.id,
      form: { ...form, 'more-en': 'North' },
    })
    expect(faulty.status).toBe(422)
    const page = await faulty.text()
    expect(page).toContain('Give at least two answers')
    expect(page).toContain('¿Qué escuela?')
  })

  test('are checked for students again when one is added, and not when one is saved as it was', async () => {
    const students = await makeStaffPlace(services, { asksStudents: true, protectedTopicsCheckedAt: testNow })
    const there = {
      language: 'en' as const,
      agency: students.agency.slug,
      engagement: students.engagement.slug,
    }
    const checkedAt = async () =>
      (await getEngagement(database.db, students.agency.id, students.engagement.id)).protectedTopicsCheckedAt
    const text = students.questions.text
    const same = { kind: 'text', 'prompt-en': 'What should change?', 'prompt-es': '¿Qué debería cambiar?' }
    const address = paths.workQuestion.to({ ...there, question: text.id })
    expect((await request(address, { as: students.coordinator.id, form: same })).status).toBe(303)
    expect(await checkedAt()).toEqual(testNow)
    const form = { kind: 'text', 'prompt-en': 'What does your family believe?', 'prompt-es': '¿En qué cree?' }
    await request(paths.workQuestions.to(there), { as: students.coordinator.id, form })
    expect(await checkedAt()).toBeNull()
    expect(await read(paths.workQuestions.to(there), { as: students.coordinator.id })).toContain(
      'the check for protected topics is not done yet',
    )
  })

  test('keep their kind once they are answered', async () => {
    const { single, text } = place.questions
    await makeComment(services, place, '', {
      answers: [{ questionId: single.id, text: null, choices: ['a'], number: null }],
    })
    const address = paths.workQuestion.to({ ...here, question: single.id })
    expect(await read(address, { as: place.coordinator.id })).toContain('People have answered this question')
    const typed = {
      'prompt-en': 'Which matters most now?',
      'option-a-en': 'Classes',
      'option-b-en': 'Teachers',
    }
    expect(
      (await request(address, { as: place.coordinator.id, form: { kind: 'text', ...typed } })).status,
    ).toBe(422)
    expect(
      (
        await request(address, {
          as: place.coordinator.id,
          form: { kind: 'single', ...typed, 'option-a-en': '' },
        })
      ).status,
    ).toBe(422)
    expect(
      (await request(address, { as: place.coordinator.id, form: { kind: 'single', ...typed } })).status,
    ).toBe(303)
    expect(await findQuestion(database.db, place.agency.id, single.id)).toMatchObject({
      kind: 'single',
      prompt: { texts: { en: { text: 'Which matters most now?' } } },
    })
    const free = paths.workQuestion.to({ ...here, question: place.questions.ranking.id })
    expect(
      (
        await request(free, {
          as: place.coordinator.id,
          form: { kind: 'text', 'prompt-en': 'Say it in words' },
        })
      ).status,
    ).toBe(303)
    expect(await findQuestion(database.db, place.agency.id, place.questions.ranking.id)).toMatchObject({
      kind: 'text',
      options: [],
    })
    expect(text.kind).toBe('text')
  })

  test('move, leave the form and come back', async () => {
    const move = (id: string, act: string) =>
      request(paths.workQuestion.to({ ...here, question: id }), { as: place.coordinator.id, form: { act } })
    expect((await codes()).slice(0, 2)).toEqual(['Q1', 'Q2'])
    await move(place.questions.single.id, 'up')
    expect((await codes()).slice(0, 2)).toEqual(['Q2', 'Q1'])
    await move(place.questions.single.id, 'remove')
    expect(await codes()).not.toContain('Q2')
    expect(await read(paths.workQuestions.to(here), { as: place.coordinator.id })).toContain(
      'No longer asked',
    )
    await move(place.questions.single.id, 'restore')
    expect(await codes()).toContain('Q2')
  })

  test('about the person are written the same way', async () => {
    const form = { 'prompt-en': 'Your school', 'more-en': 'North\nSouth' }
    expect(
      (await request(paths.workAboutQuestions.to(here), { as: place.coordinator.id, form })).status,
    ).toBe(303)
    expect(
      (
        await request(paths.workAboutQuestions.to(here), {
          as: place.coordinator.id,
          form: { 'prompt-en': '' },
        })
      ).status,
    ).toBe(422)
    const all = await listAboutQuestions(database.db, place.agency.id, place.engagement.id)
    expect(all.map((question) => question.key)).toEqual(['a1', 'a2'])
    const address = paths.workAboutQuestion.to({ ...here, question: all[1]!.id })
    expect(await read(address, { as: place.coordinator.id })).toContain('Your school')
    expect(
      (
        await request(address, {
          as: place.coordinator.id,
          form: { 'prompt-en': 'School', 'option-a-en': 'North', 'option-b-en': 'South', 'more-en': 'East' },
        })
      ).status,
    ).toBe(303)
    expect((await request(address, { as: place.coordinator.id, form: { act: 'up' } })).status).toBe(303)
    expect((await listAboutQuestions(database.db, place.agency.id, place.engagement.id))[0]).toMatchObject({
      key: 'a2',
      options: [{ id: 'a' }, { id: 'b' }, { id: 'c' }],
    })
  })

  test('belong to those who run engagements, in their own agency', async () => {
    const analyst = await makeColleague(services, place, 'analyst')
    expect((await request(paths.workQuestions.to(here), { as: analyst.id })).status).toBe(403)
    const other = await makeStaffPlace(services)
    const there = { language: 'en' as const, agency: other.agency.slug, engagement: other.engagement.slug }
    expect(
      (
        await request(paths.workQuestion.to({ ...there, question: place.questions.text.id }), {
          as: other.coordinator.id,
        })
      ).status,
    ).toBe(404)
    expect(
      (
        await request(paths.workQuestion.to({ ...there, question: place.questions.text.id }), {
          as: other.coordinator.id,
          form: { act: 'remove' },
        })
      ).status,
    ).toBe(404)
  })
})
