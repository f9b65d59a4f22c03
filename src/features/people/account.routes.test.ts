import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { testApp, testNow } from '../../../tests/support/app.ts'
import { testDatabase } from '../../../tests/support/database.ts'
import { makeAgency, makeEngagement, makePerson } from '../../../tests/support/make.ts'
import { newId } from '../../platform/db/id.ts'
import { addSession, listSessions } from '../../platform/session/session.store.ts'
import { listSeats } from '../agencies/membership.store.ts'
import { giveRole } from './give-role.action.ts'
import { findPerson, findPersonByAddress, listPeople } from './person.store.ts'
import { personRoutes } from './person.routes.tsx'

const database = testDatabase()
const { db } = database

function program() {
  return testApp(database, personRoutes)
}

describe('on their account page, someone', () => {
  test('changes name and language, and the page answers in that language', async () => {
    const { request } = program()
    const person = await makePerson(db)
    const answer = await request('/en/account', { as: person.id, form: { name: 'Nuevo', language: 'es' } })
    expect(answer.headers.get('location')).toBe('/es/account?told=saved')
    expect(await findPerson(db, person.id)).toMatchObject({ name: 'Nuevo', language: 'es' })
    const faulty = await request('/en/account', { as: person.id, form: { name: ' ', language: 'xx' } })
    expect(faulty.status).toBe(422)
  })

  test('sees where they are signed in and ends a session, but not another person’s', async () => {
    const { request, read } = program()
    const [person, other] = [await makePerson(db), await makePerson(db)]
    const open = (personId: string) =>
      addSession(db, { personId, device: 'Firefox, Windows', method: 'code', kind: 'public' }, testNow)
    const [own, theirs] = [await open(person.id), await open(other.id)]
    expect(await read('/en/account', { as: person.id })).toContain('Firefox, Windows')
    expect((await request(`/en/account/sessions/${theirs.id}/end`, { as: person.id, form: {} })).status).toBe(
      404,
    )
    expect((await request(`/en/account/sessions/${own.id}/end`, { as: person.id, form: {} })).status).toBe(
      303,
    )
    expect((await listSessions(db, person.id, testNow)).map((session) => session.id)).not.toContain(own.id)
    expect((await listSessions(db, other.id, testNow)).map((session) => session.id)).toContain(theirs.id)
  })

  test('needs to be signed in', async () => {
    expect((await program().request('/en/account')).headers.get('location')).toBe(
      '/en/sign-in?next=%2Fen%2Faccount',
    )
  })
})

describe('erasing an account', () => {
  test('takes away everything personal and leaves an empty row and a line in the log', async () => {
    const { request, signIn } = program()
    const agency = await makeAgency(db)
    await makePerson(db, { agencyId: agency.id, roles: ['administrator'] })
    const person = await makePerson(db, { agencyId: agency.id, roles: ['administrator', 'analyst'] })
    const token = await signIn(person.id)
    const unsure = await request('/en/account/erase', { as: person.id, form: {} })
    expect(unsure.status).toBe(422)
    const answer = await request('/en/account/erase', { as: person.id, form: { sure: 'yes' } })
    expect(await answer.text()).toContain('Your account is erased')
    expect(await findPersonByAddress(db, person.address)).toBeUndefined()
    const [row] = await listPeople(db, [person.id])
    expect(row).toMatchObject({ name: '', isOperator: false, erasedAt: testNow })
    expect(JSON.stringify(row)).not.toContain(person.address)
    expect(await listSeats(db, person.id)).toEqual([])
    expect((await request('/en/account', { headers: { cookie: `longtable=${token}` } })).status).toBe(303)
    const line = await db
      .selectFrom('auditEntry')
      .selectAll()
      .where('subjectId', '=', person.id)
      .where('act', '=', 'account erased')
      .execute()
    expect(line).toHaveLength(1)
  })

  test('leaves no draft behind, and no mail that an agency wrote to them as staff', async () => {
    const { request } = program()
    const agency = await makeAgency(db)
    const engagement = await makeEngagement(db, agency)
    const person = await makePerson(db)
    await giveRole(
      db,
      {
        agency,
        name: person.name,
        address: person.address,
        role: 'analyst',
        language: 'en',
        by: null,
        signInAddress: 'http://longtable.test/en/sign-in',
      },
      testNow,
    )
    await sql`insert into comment_draft (agency_id, id, engagement_id, person_id, fields, saved_at)
      values (${agency.id}, ${newId()}, ${engagement.id}, ${person.id}, '{"q-Q1": "Our bus is late"}', ${testNow})`.execute(
      db,
    )
    await request('/en/account/erase', { as: person.id, form: { sure: 'yes' } })
    expect((await sql`select 1 from comment_draft where person_id = ${person.id}`.execute(db)).rows).toEqual(
      [],
    )
    const mails = await sql<{
      kept: string
    }>`select to_jsonb(message)::text as kept from message where agency_id = ${agency.id}`.execute(db)
    expect(mails.rows).toHaveLength(1)
    expect(mails.rows[0]!.kept).not.toContain(person.address)
    expect(mails.rows[0]!.kept).not.toContain(person.name)
  })

  test('waits until someone else can give roles in the agency and run the installation', async () => {
    const { request, read } = program()
    const agency = await makeAgency(db, { name: 'Lone Pine' })
    const person = await makePerson(db, { agencyId: agency.id, roles: ['administrator'], isOperator: true })
    expect(await read('/en/account/erase', { as: person.id })).toContain('only administrator of Lone Pine')
    const answer = await request('/en/account/erase', { as: person.id, form: { sure: 'yes' } })
    expect(await answer.text()).toContain('only operator')
    expect(await findPerson(db, person.id)).toBeDefined()
  })

  test('frees the address for a new account', async () => {
    const { request } = program()
    const person = await makePerson(db)
    await request('/en/account/erase', { as: person.id, form: { sure: 'yes' } })
    expect((await makePerson(db, { address: person.address })).address).toBe(person.address)
  })
})
