import { describe, expect, test } from 'vitest'
import { testApp, testNow } from '../../../tests/support/app.ts'
import { testDatabase } from '../../../tests/support/database.ts'
import { makeAgency, makePerson } from '../../../tests/support/make.ts'
import { verifyAudit } from '../../platform/audit/audit.store.ts'
import { findSeat, listMemberships } from '../agencies/membership.store.ts'
import { findPersonByAddress } from './person.store.ts'
import { listMembers } from './member.store.ts'
import { personRoutes } from './person.routes.tsx'

const database = testDatabase()
const { db } = database

async function setUp() {
  const clock = { now: testNow }
  const agency = await makeAgency(db)
  const administrator = await makePerson(db, { agencyId: agency.id, roles: ['administrator'] })
  const run = testApp(database, personRoutes, { now: () => clock.now })
  return { ...run, clock, agency, administrator, members: `/en/work/${agency.slug}/members` }
}

describe('an administrator', () => {
  test('adds someone by name and address; they get a mail and the role', async () => {
    const { request, read, agency, administrator, members } = await setUp()
    const form = { name: 'Ana Ruiz', address: 'ana.ruiz@example.org', role: 'note-taker' }
    const answer = await request(members, { as: administrator.id, form })
    expect(answer.headers.get('location')).toBe(`${members}?told=given`)
    const person = await findPersonByAddress(db, 'ANA.RUIZ@example.org')
    expect(person).toMatchObject({ name: 'Ana Ruiz', isOperator: false })
    expect((await findSeat(db, agency.id, person!.id)).roles).toEqual(['note-taker'])
    const message = await db
      .selectFrom('message')
      .selectAll()
      .where('toAddress', '=', form.address)
      .executeTakeFirstOrThrow()
    expect(message).toMatchObject({
      agencyId: agency.id,
      kind: 'notice',
      subject: `You have a role at ${agency.name}`,
    })
    expect(await read(members, { as: administrator.id })).toContain('Ana Ruiz')
  })

  test('gives someone a second role without changing their name, and only once', async () => {
    const { request, agency, administrator, members } = await setUp()
    const known = await makePerson(db, { agencyId: agency.id, roles: ['member'], name: 'Their own name' })
    const form = { name: 'Another name', address: known.address, role: 'analyst' }
    await request(members, { as: administrator.id, form })
    const again = await request(members, { as: administrator.id, form })
    expect(again.headers.get('location')).toBe(`${members}?told=held-already`)
    expect((await findPersonByAddress(db, known.address))?.name).toBe('Their own name')
    expect((await findSeat(db, agency.id, known.id)).roles.toSorted()).toEqual(['analyst', 'member'])
  })

  test('changes someone’s roles, and they sign in anew', async () => {
    const { request, signIn, agency, administrator, members } = await setUp()
    const person = await makePerson(db, { agencyId: agency.id, roles: ['member', 'analyst'] })
    await signIn(person.id)
    const membership = (await listMembers(db, agency.id)).find((member) => member.personId === person.id)!
    const answer = await request(`${members}/${membership.membershipId}/end`, {
      as: administrator.id,
      form: {},
    })
    expect(answer.headers.get('location')).toBe(`${members}?told=ended`)
    expect(await db.selectFrom('session').selectAll().where('personId', '=', person.id).execute()).toEqual([])
    const lines = await db
      .selectFrom('auditEntry')
      .select(['act', 'actorId'])
      .where('agencyId', '=', agency.id)
      .execute()
    expect(lines).toContainEqual({ act: 'role ended', actorId: administrator.id })
  })

  test('cannot be the last one to go', async () => {
    const { request, agency, administrator, members } = await setUp()
    const [only] = await listMemberships(db, agency.id)
    const answer = await request(`${members}/${only!.id}/end`, { as: administrator.id, form: {} })
    expect(answer.status).toBe(409)
    expect(await answer.text()).toContain('last administrator')
    expect(await listMemberships(db, agency.id)).toHaveLength(1)
  })

  test('and two of them cannot leave at the same moment', async () => {
    const { request, agency, administrator, members } = await setUp()
    const second = await makePerson(db, { agencyId: agency.id, roles: ['administrator'] })
    const both = await listMemberships(db, agency.id)
    const end = (by: string, who: string) =>
      request(`${members}/${both.find((one) => one.personId === who)!.id}/end`, { as: by, form: {} })
    await Promise.all([end(administrator.id, administrator.id), end(second.id, second.id)])
    expect(await listMemberships(db, agency.id)).toHaveLength(1)
  })

  test('cannot end a role of another agency', async () => {
    const [here, there] = [await setUp(), await setUp()]
    const [theirs] = await listMemberships(db, there.agency.id)
    const answer = await here.request(`${here.members}/${theirs!.id}/end`, {
      as: here.administrator.id,
      form: {},
    })
    expect(answer.status).toBe(404)
  })

  test('confirms who they are when they signed in more than fifteen minutes ago, and nothing typed is lost', async () => {
    const { request, read, clock, administrator, members } = await setUp()
    await read(members, { as: administrator.id })
    clock.now = new Date(testNow.getTime() + 16 * 60_000)
    expect(await read(members, { as: administrator.id })).toContain('Confirm that it is me')
    const form = { name: 'Late Person', address: 'late@example.org', role: 'member' }
    const answer = await request(members, { as: administrator.id, form })
    const location = new URL(answer.headers.get('location')!, 'http://longtable.test')
    expect(location.pathname).toBe('/en/sign-in')
    const next = location.searchParams.get('next')!
    expect(await findPersonByAddress(db, form.address)).toBeUndefined()
    expect(await read(location.pathname + location.search, { as: administrator.id })).toContain(
      'Confirm that it is you',
    )
    clock.now = testNow
    const page = await read(next, { as: administrator.id })
    expect(page).toContain('value="Late Person"')
    expect(page).toContain('value="late@example.org"')
  })

  test('sees each fault beside its field, with everything kept', async () => {
    const { request, administrator, members } = await setUp()
    const answer = await request(members, {
      as: administrator.id,
      form: { name: '', address: 'x', role: 'king' },
    })
    expect(answer.status).toBe(422)
    const page = await answer.text()
    for (const words of ['Enter a name.', 'Enter a mail address', 'Choose a role.', 'value="x"'])
      expect(page).toContain(words)
  })
})

test('others than administrators do not see who may do what', async () => {
  const { request, agency, members } = await setUp()
  const coordinator = await makePerson(db, { agencyId: agency.id, roles: ['coordinator'] })
  expect((await request(members, { as: coordinator.id })).status).toBe(403)
  expect((await request(members)).status).toBe(303)
})

describe('the audit log', () => {
  test('says in words what was done and by whom, and can be checked', async () => {
    const { request, read, agency, administrator, members } = await setUp()
    await request(members, {
      as: administrator.id,
      form: { name: 'B', address: 'b@example.org', role: 'member' },
    })
    const address = `/en/work/${agency.slug}/audit`
    const page = await read(address, { as: administrator.id })
    expect(page).toContain('A role was given')
    expect(page).toContain(administrator.name)
    expect(await read(address, { as: administrator.id, form: {} })).toContain('The log is whole')
  })

  test('shows where it was altered, and no other agency’s faults', async () => {
    const [here, there] = [await setUp(), await setUp()]
    for (const { request, administrator, members } of [here, there]) {
      await request(members, {
        as: administrator.id,
        form: { name: 'C', address: `${administrator.id}@example.org`, role: 'member' },
      })
    }
    await db
      .updateTable('auditEntry')
      .set({ act: 'nothing happened' })
      .where('agencyId', '=', here.agency.id)
      .execute()
    const check = ({ read, agency, administrator }: typeof here) =>
      read(`/en/work/${agency.slug}/audit`, { as: administrator.id, form: {} })
    expect(await check(here)).toContain('The log was altered')
    expect(await check(there)).toContain('The log is whole')
    expect((await verifyAudit(db)).faults.length).toBeGreaterThan(0)
  })
})

describe('sign-in providers', () => {
  const google = {
    preset: 'google',
    name: 'Work account',
    clientId: 'id',
    clientSecret: 'hidden-words',
    allowedDomain: 'River.example',
  }

  test('are added and removed; the secret is never shown', async () => {
    const { request, read, agency, administrator } = await setUp()
    const address = `/en/work/${agency.slug}/sign-in-providers`
    expect(
      (await request(address, { as: administrator.id, form: google })).headers.get('location'),
    ).toContain('told=added')
    const page = await read(address, { as: administrator.id })
    expect(page).toContain('https://accounts.google.com')
    expect(page).toContain('river.example')
    expect(page).not.toContain('hidden-words')
    expect(await read('/en/sign-in')).toContain(`Sign in with Work account (${agency.name})`)
    const remove = /name="remove" value="([^"]+)"/.exec(page)![1]!
    expect(
      (await request(address, { as: administrator.id, form: { remove } })).headers.get('location'),
    ).toContain('told=removed')
    expect(await read('/en/sign-in')).not.toContain(`Sign in with Work account (${agency.name})`)
  })

  test.each([
    [
      'a shared Microsoft directory',
      { preset: 'microsoft-entra', issuer: 'https://login.microsoftonline.com/common/v2.0' },
      'own directory',
    ],
    ['plain http', { preset: 'own', issuer: 'http://id.example' }, 'begins with https'],
    ['this very machine', { preset: 'own', issuer: 'http://127.0.0.1:9200' }, 'begins with https'],
    ['Google without a domain', { allowedDomain: '' }, 'Enter your mail domain'],
    ['a domain that is none', { allowedDomain: 'a b' }, 'Enter a domain'],
    ['nothing', { preset: '', name: '', clientId: '' }, 'Choose a provider'],
  ])('refuse %s', async (_name, changes, words) => {
    const { request, agency, administrator } = await setUp()
    const answer = await request(`/en/work/${agency.slug}/sign-in-providers`, {
      as: administrator.id,
      form: { ...google, ...changes },
    })
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain(words)
  })

  test('of one agency cannot be removed by another', async () => {
    const [here, there] = [await setUp(), await setUp()]
    const at = (one: typeof here) => `/en/work/${one.agency.slug}/sign-in-providers`
    await here.request(at(here), { as: here.administrator.id, form: google })
    const remove = /name="remove" value="([^"]+)"/.exec(
      await here.read(at(here), { as: here.administrator.id }),
    )![1]!
    expect((await there.request(at(there), { as: there.administrator.id, form: { remove } })).status).toBe(
      404,
    )
  })
})
