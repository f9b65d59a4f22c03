import { beforeEach, describe, expect, test } from 'vitest'
import { testApp, testNow } from '../../../tests/support/app.ts'
import { testDatabase } from '../../../tests/support/database.ts'
import { makeAgency, makePerson } from '../../../tests/support/make.ts'
import { groupedCode } from '../../platform/session/session.ts'
import { findAgency } from '../agencies/agency.store.ts'
import { findSeat } from '../agencies/membership.store.ts'
import { findPersonByAddress } from './person.store.ts'
import { personRoutes } from './person.routes.tsx'
import { needsSetUp, newSetUpCode } from './set-up.store.ts'

const database = testDatabase()
const { db } = database
const free = { take: async () => ({ outcome: 'ok' as const }) }
const { request, read } = testApp(database, personRoutes, { limits: free })

beforeEach(async () => {
  await db.deleteFrom('session').execute()
  await db.deleteFrom('membership').execute()
  await db.deleteFrom('person').execute()
  await db.deleteFrom('agency').execute()
})

const wish = {
  name: 'Río Verde Unified',
  kind: 'lea',
  languages: ['en', 'es'],
  timeZone: 'America/Denver',
  personName: 'Rosa Delgado',
  address: 'rosa@example.org',
}

describe('setting up an agency', () => {
  test('makes the agency and its first person, and signs them in', async () => {
    expect(await needsSetUp(db)).toBe(true)
    const code = groupedCode(await newSetUpCode(db, testNow)).toLowerCase()
    const answer = await request('/es/set-up', { form: { ...wish, code } })
    expect(answer.headers.get('location')).toBe('/es/work/rio-verde-unified')
    const agency = await findAgency(db, 'rio-verde-unified')
    expect(agency).toMatchObject({
      name: wish.name,
      kind: 'lea',
      timeZone: 'America/Denver',
      languages: ['en', 'es'],
      minimum: 10,
    })
    const person = await findPersonByAddress(db, wish.address)
    expect(person).toMatchObject({ isOperator: true, language: 'es' })
    expect((await findSeat(db, agency!.id, person!.id)).roles).toEqual(['administrator'])
    const cookie = answer.headers
      .getSetCookie()
      .find((set) => set.startsWith('longtable='))!
      .split(';')[0]!
    expect((await request('/es/account', { headers: { cookie } })).status).toBe(200)
    expect(await needsSetUp(db)).toBe(false)
  })

  test('takes the code of the last start only, and says so beside the field', async () => {
    const old = await newSetUpCode(db, testNow)
    await newSetUpCode(db, testNow)
    const answer = await request('/en/set-up', { form: { ...wish, code: old } })
    expect(answer.status).toBe(422)
    const page = await answer.text()
    expect(page).toContain('not the set-up code of the last start')
    expect(page).toContain('value="Río Verde Unified"')
    expect(await needsSetUp(db)).toBe(true)
  })

  test('names every fault at once and uses up no code', async () => {
    const code = await newSetUpCode(db, testNow)
    const faulty = { code, name: '', kind: 'planet', timeZone: 'Mars/Base', personName: '', address: 'x' }
    const answer = await request('/en/set-up', { form: faulty })
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('Please check 6 things')
    expect((await request('/en/set-up', { form: { ...wish, code } })).status).toBe(303)
  })

  test('happens once', async () => {
    await makePerson(db, { isOperator: true })
    expect(await read('/en/set-up')).toContain('Longtable is set up')
    const code = await newSetUpCode(db, testNow)
    expect((await request('/en/set-up', { form: { ...wish, code } })).status).toBe(409)
    expect((await request('/en/set-up/example', { form: { exampleCode: code } })).status).toBe(409)
  })
})

describe('exploring the example district', () => {
  test('asks for it, waits, and signs the visitor in as its coordinator', async () => {
    const code = await newSetUpCode(db, testNow)
    const asked = await request('/en/set-up/example', { form: { exampleCode: code } })
    expect(asked.headers.get('location')).toBe('/en/set-up/example')
    const cookie = asked.headers.getSetCookie()[0]!.split(';')[0]!
    const waiting = await request('/en/set-up/example', { headers: { cookie } })
    expect(waiting.headers.get('refresh')).toBe('2')
    expect(await waiting.text()).toContain('being made')
    const agency = await makeAgency(db, { slug: 'riverbend' })
    const person = await makePerson(db, { agencyId: agency.id, roles: ['coordinator'] })
    // Somebody else who comes along meanwhile does not get in.
    expect((await request('/en/set-up/example')).headers.get('location')).toBe('/en/set-up')
    const entered = await request('/en/set-up/example', { headers: { cookie } })
    expect(entered.headers.get('location')).toBe('/en/work/riverbend')
    const session = entered.headers
      .getSetCookie()
      .find((set) => set.startsWith('longtable='))!
      .split(';')[0]!
    expect(await read('/en/account', { headers: { cookie: session } })).toContain(person.address)
    expect(await needsSetUp(db)).toBe(false)
    const again = await request('/en/set-up/example', { headers: { cookie } })
    expect(again.headers.get('location')).toBe('/en/set-up')
  })

  test('needs the code', async () => {
    await newSetUpCode(db, testNow)
    const answer = await request('/en/set-up/example', { form: { exampleCode: 'AAAA-AAAA-AAAA' } })
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('href="#field-exampleCode"')
  })
})
