import { beforeAll, describe, expect, test } from 'vitest'
import { testApp } from '../../../tests/support/app.ts'
import { testDatabase } from '../../../tests/support/database.ts'
import { makeComment, makeStaffPlace, type StaffPlace } from '../../../tests/support/staff-place.ts'
import { paths } from '../../paths.ts'
import { readCatalogue } from '../../platform/i18n/catalogue.ts'
import { languages } from '../../platform/i18n/language.ts'
import { speak } from '../../platform/i18n/speak.ts'
import type { MessageKey } from '../../platform/i18n/translate.ts'
import { sayOneOf } from './say-one-of.ts'
import { staffCommentRoutes } from './staff.routes.tsx'

const database = testDatabase()
const { request, services } = testApp(database, staffCommentRoutes)
let place: StaffPlace
let comment: string
beforeAll(async () => {
  place = await makeStaffPlace(services, { doubleEntry: true })
  comment = (
    await makeComment(services, place, 'My name is Ana Ruiz. Please keep the mentors.', {
      contact: { channel: 'mail', address: 'ana@example.org' },
    })
  ).id
})

describe.each(languages)('the staff pages of comments in %s', (language) => {
  test('all open, with words for everything', async () => {
    const here = { language, agency: place.agency.slug, engagement: place.engagement.slug }
    const addresses = [
      paths.workQuestions.to(here),
      ...(['text', 'single', 'multiple', 'scale', 'ranking'] as const).map((add) =>
        paths.workQuestions.to(here, { add }),
      ),
      ...Object.values(place.questions).map((question) =>
        paths.workQuestion.to({ ...here, question: question.id }),
      ),
      paths.workAboutQuestions.to(here),
      paths.workAboutQuestion.to({ ...here, question: place.aboutId }),
      paths.workComments.to(here),
      paths.workComment.to({ ...here, comment }),
      paths.workCommentRedact.to({ ...here, comment }),
      paths.workCommentTranslate.to({ ...here, comment }, { to: language === 'en' ? 'es' : language }),
      paths.workCommentEnter.to(here),
      paths.workPaperForm.to(here),
      paths.workPaperEntries.to(here),
      paths.workImport.to(here),
      paths.workSmsSimulator.to({ language, agency: here.agency }),
      paths.moderationLog.to(here),
      paths.workCommentsCsv.to(here),
      paths.workCommentsXlsx.to(here),
    ]
    for (const address of addresses) {
      const answer = await request(address, { as: place.coordinator.id })
      expect([address, answer.status]).toEqual([address, 200])
      const page = await answer.text()
      expect(page).not.toMatch(/comments-staff\.|undefined|\[object Object\]/)
    }
  })

  test('every message can be said with the values that the pages give', () => {
    const values = {
      agency: 'A',
      engagement: 'E',
      reason: 'R',
      url: 'U',
      count: 3,
      most: 5,
      detail: 'D',
      language: 'L',
      question: 'Q',
      minimum: 10,
      day: 'D',
      when: 'W',
      state: 'S',
      name: 'N',
      from: 'F',
      to: 'T',
      answer: 'A',
      note: 'N',
      codes: 'C',
      number: 'N',
      file: 'F',
      rows: 4,
      row: 1,
      column: 'C',
      use: 'U',
      keyword: 'K',
      title: 'T',
      choices: 'C',
      contact: 'C',
      address: 'A',
      words: 'W',
      fewest: 2,
      code: 'Q1',
    }
    const keys = [...readCatalogue(language).keys()].filter((key) => key.startsWith('comments-staff.'))
    expect(keys).toEqual([...readCatalogue('en').keys()].filter((key) => key.startsWith('comments-staff.')))
    for (const key of keys) {
      const numbers = key.includes('questions.option') ? { number: 1 } : {}
      expect(sayOneOf(speak(language), key as MessageKey, { ...values, ...numbers })).not.toBe('') // as: the catalogue's own key
    }
  })
})
