import fc from 'fast-check'
import { beforeAll, expect, inject, test } from 'vitest'
import { roles } from '../../src/features/agencies/permission.ts'
import { routes } from '../../src/routes.ts'
import { addressOf } from '../support/addresses.ts'
import { testApp } from '../support/app.ts'
import { testDatabase } from '../support/database.ts'
import { makeAgency, makeEngagement, makePerson } from '../support/make.ts'

const database = testDatabase()
// The whole number once; on the second engine a tenth of it, for what that engine could answer differently.
const share = inject('testServer').major > 15 ? 1 : 0.1
const { app, request } = testApp(database, routes, {
  limits: { take: async () => ({ outcome: 'ok' }) },
})

let here: Record<string, string>
let everything: string

beforeAll(async () => {
  const agency = await makeAgency(database.db)
  const engagement = await makeEngagement(database.db, agency)
  here = { agency: agency.slug, engagement: engagement.slug }
  everything = (await makePerson(database.db, { agencyId: agency.id, roles: [...roles], isOperator: true }))
    .id
})

const words = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.constantFrom(
    '',
    '\u0000',
    '../../etc/passwd',
    "' or 1=1 --",
    '<script>alert(1)</script>',
    '=1+1',
    '٣',
    '9'.repeat(40),
    '-1',
    'NaN',
    '2027-02-30',
    '\ud800',
    'null',
    '[object Object]',
    '%00',
    '{"a":1}',
  ),
)
const names = [
  'address',
  'code',
  'name',
  'text',
  'title',
  'next',
  'q',
  'after',
  'before',
  'state',
  'language',
  'id',
  'version',
  'csrf',
  'q-Q1',
  'about-role',
  'slug',
  'from',
  'to',
  'page',
  'cursor',
  'limit',
  'day',
  'outcome',
  'file',
  '__proto__',
  'constructor',
]
const fields = fc.dictionary(fc.constantFrom(...names), fc.oneof(words, fc.array(words, { maxLength: 3 })), {
  maxKeys: 8,
})
const route = fc.constantFrom(...routes)

/** Sent as it is: addresses that are no address at all are refused before they reach us. */
function reachable(address: string): boolean {
  return URL.canParse(`http://longtable.test${address}`)
}

test('10,000 random requests against every route: none ends in a failure of ours', async () => {
  await fc.assert(
    fc.asyncProperty(
      route,
      fields,
      words,
      fc.boolean(),
      fc.boolean(),
      async (route, form, odd, signedIn, wild) => {
        const query = wild
          ? `?${new URLSearchParams({ after: odd.toWellFormed(), q: odd.toWellFormed() })}`
          : ''
        const address =
          addressOf(
            route,
            wild
              ? {
                  ...here,
                  code: encodeURIComponent(odd.toWellFormed()),
                  token: encodeURIComponent(odd.toWellFormed()),
                  name: encodeURIComponent(odd.toWellFormed()),
                }
              : here,
          ) + query
        if (!reachable(address)) return
        const clean = Object.fromEntries(
          Object.entries(form).map(([key, value]) => [
            key,
            Array.isArray(value) ? value.map((one) => one.toWellFormed()) : value.toWellFormed(),
          ]),
        )
        const posted = route.method === 'get' ? {} : { form: clean, method: route.method.toUpperCase() }
        const answer = await request(address, { ...(signedIn ? { as: everything } : {}), ...posted })
        await answer.arrayBuffer()
        expect(answer.status, `${route.method} ${address} ${JSON.stringify(clean)}`).toBeLessThan(500)
      },
    ),
    { numRuns: 9_000 * share },
  )
}, 300_000)

test('bodies that are not what they say get an answer of the 400s', async () => {
  const posts = routes.filter((route) => route.method === 'post')
  const types = [
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'multipart/form-data',
    'application/json',
    'text/plain; charset=utf-16',
    'nonsense',
  ]
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...posts),
      fc.constantFrom(...types),
      fc.uint8Array({ maxLength: 200 }),
      async (route, type, bytes) => {
        const answer = await app.request(`http://longtable.test${addressOf(route, here)}`, {
          method: 'POST',
          headers: { 'content-type': type, host: 'longtable.test' },
          body: Buffer.from(bytes),
        })
        await answer.arrayBuffer()
        expect(answer.status, `${route.pattern} ${type}`).toBeLessThan(500)
      },
    ),
    { numRuns: 1_000 * share },
  )
}, 120_000)
