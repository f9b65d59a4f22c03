import fc from 'fast-check'
import { expect, test } from 'vitest'
import { testApp } from '../support/app.ts'
import { makeCode, makeComment, makeQuestion, makeReading, makeTheme } from '../support/coded.ts'
import { testDatabase } from '../support/database.ts'
import { makeAgency, makeEngagement, makePerson } from '../support/make.ts'
import { themeRoutes } from '../../src/features/themes/theme.routes.tsx'
import { decisionRoutes } from '../../src/features/decisions/decision.routes.tsx'

const database = testDatabase()
const { db } = database
const routes = [...decisionRoutes, ...themeRoutes()]
const app = testApp(database, routes)

test('no form, however odd, makes any route of themes and decisions fail', { timeout: 60_000 }, async () => {
  const agency = await makeAgency(db)
  const as = (await makePerson(db, { agencyId: agency.id, roles: ['administrator'] })).id
  const engagement = await makeEngagement(db, agency)
  const question = await makeQuestion(db, engagement)
  const code = await makeCode(db, engagement, 'Code')
  const theme = await makeTheme(db, engagement, 'Theme', [code])
  const comment = await makeComment(db, engagement, question, 'Some words to quote')
  await makeReading(db, comment, as, [{ codeId: code, words: 'Some words' }])
  const begun = await app.request(`/en/work/${agency.slug}/engagements/${engagement.slug}/decisions`, {
    as,
    form: { 'question-en': 'Q' },
  })
  const decision = begun.headers.get('location')!.split('/').at(-1)!
  const known: Record<string, string> = {
    agency: agency.slug,
    engagement: engagement.slug,
    code,
    theme,
    comment: comment.id,
    decision,
  }
  const addresses = routes.map(({ method, pattern }) => ({
    method,
    address: pattern
      .replace(':language{en|es|ar}', 'es')
      .replace(/:([a-z]+)/g, (_, name: string) => known[name]!),
  }))
  const field = fc.constantFrom(
    'name',
    'definition',
    'note',
    'act',
    'code',
    `quote-${code}`,
    `stance-${code}`,
    'memo',
    'round',
    'applies',
    'title-en',
    'title-es',
    'summary-en',
    'seen',
    'minority',
    'public',
    'choose',
    'drop',
    'stance',
    'question-en',
    'result-en',
    'options-en',
    'options-es',
    'method',
    'for',
    'level',
    'decidedOn',
    'reviewOn',
    'version',
    'theme',
    'outcome',
    'reason-en',
    'followUp',
    'note-en',
  )
  const odd = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom(
      '1',
      'yes',
      'adopted',
      'done',
      'vote',
      'retire',
      '\u0000',
      '2027-02-31',
      '9'.repeat(400),
      code,
      theme,
      decision,
      '\ud800',
    ),
  )
  const form = fc.dictionary(field, fc.oneof(odd, fc.array(odd, { maxLength: 3 })), { maxKeys: 12 })
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...addresses), form, async ({ method, address }, form) => {
      const answer = await app.request(address, method === 'post' ? { as, form } : { as })
      expect(answer.status, `${method} ${address}`).toBeLessThan(500)
    }),
    { numRuns: 600 },
  )
})
