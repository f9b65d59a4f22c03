import { expect, test } from 'vitest'
import { testApp } from '../../../tests/support/app.ts'
import { testDatabase } from '../../../tests/support/database.ts'
import { makeAgency, makeEngagement, makePerson } from '../../../tests/support/make.ts'
import { newId } from '../../platform/db/id.ts'
import { nothingWritten, written } from '../../platform/i18n/written.ts'
import { saveDraft } from '../comments/comment-draft.store.ts'
import { addQuestion } from '../comments/question.store.ts'
import { sendComment } from '../comments/send-comment.action.ts'
import { recordsRoutes } from './records.routes.tsx'

const database = testDatabase()
const { db } = database
const { request, services } = testApp(database, recordsRoutes)

test('whoever is signed in downloads account, comments and drafts of their own, and nobody else’s, without secrets', async () => {
  const agency = await makeAgency(db)
  const engagement = await makeEngagement(db, agency)
  const [person, other] = [
    await makePerson(db, { agencyId: agency.id, roles: ['analyst'] }),
    await makePerson(db, { agencyId: agency.id, roles: ['analyst'] }),
  ]
  const questionId = await addQuestion(db, {
    agencyId: agency.id,
    engagementId: engagement.id,
    code: 'Q1',
    position: 1,
    kind: 'text',
    prompt: written('en', { en: 'What have you seen?' }),
    hint: nothingWritten,
    options: [],
    required: true,
  })
  for (const [author, text] of [
    [person, 'We waited for a teacher until March'],
    [other, 'Somebody else’s words'],
  ] as const) {
    const answers = [{ questionId: questionId!, text, choices: null, number: null }]
    await sendComment(
      services,
      { agency, engagement, channel: 'web', answers, submissionKey: newId(), personId: author.id },
      services.now(),
    )
    const draft = { agencyId: agency.id, engagementId: engagement.id, personId: author.id }
    await saveDraft(db, { ...draft, fields: { 'q-Q1': `Half of: ${text}` } }, services.now())
  }

  const answer = await request('/en/account/data', { as: person.id })
  expect(answer.headers.get('content-disposition')).toContain('attachment')
  const data = await answer.json()
  expect(data).toMatchObject({
    person: { address: person.address },
    roles: [{ agency: agency.name, role: 'analyst' }],
    comments: [{ answers: [{ text: 'We waited for a teacher until March' }] }],
    drafts: [{ fields: { 'q-Q1': 'Half of: We waited for a teacher until March' } }],
  })
  expect(JSON.stringify(data)).not.toMatch(/Somebody else|hash|token/i)
})
