import { beforeAll, describe, expect, test } from 'vitest'
import { sql } from 'kysely'
import { testApp } from '../../../tests/support/app.ts'
import { testDatabase } from '../../../tests/support/database.ts'
import { makeAgency, makePerson } from '../../../tests/support/make.ts'
import { hashToken } from '../../platform/session/session.ts'
import type { Agency } from '../agencies/agency.ts'
import { listTokens } from './api-token.store.ts'
import { integrationRoutes } from './integration.routes.tsx'
import { listDeliveries, listWebhooks } from './webhook.store.ts'

const database = testDatabase()
const { db } = database
const { request, read } = testApp(database, integrationRoutes)

let agency: Agency
let administrator: string
let here: string

beforeAll(async () => {
  agency = await makeAgency(db)
  administrator = (await makePerson(db, { agencyId: agency.id, roles: ['administrator'] })).id
  here = `/en/work/${agency.slug}/integrations`
})

describe('tokens', () => {
  test('a token is shown once, kept as a hash, and can be taken back', async () => {
    const answer = await request(`${here}/tokens`, {
      as: administrator,
      form: { name: 'Form of the parents', scopes: ['read', 'comments:write'], life: '90' },
    })
    expect(answer.status).toBe(200)
    const secret = /lt_[\w-]{43}/.exec(await answer.text())![0]
    const [token] = await listTokens(db, agency.id)
    expect(token).toMatchObject({
      name: 'Form of the parents',
      scopes: ['read', 'comments:write'],
      revokedAt: null,
    })
    expect(token!.tokenHash).toEqual(hashToken(secret))
    const page = await read(here, { as: administrator })
    expect(page).toContain('Form of the parents')
    expect(page).not.toContain(secret)
    expect(
      (await request(`${here}/tokens/${token!.id}/revoke`, { as: administrator, form: {} })).status,
    ).toBe(303)
    expect(
      (await request(`${here}/tokens/${token!.id}/revoke`, { as: administrator, form: {} })).status,
    ).toBe(404)
    expect((await request(`${here}/tokens/nonsense/revoke`, { as: administrator, form: {} })).status).toBe(
      404,
    )
    const { rows } = await sql<{
      leaked: number
    }>`select count(*) as leaked from audit_entry where details::text like ${`%${secret.slice(0, 20)}%`}`.execute(
      db,
    )
    expect(rows[0]!.leaked).toBe(0)
  })

  test.each([
    [{ name: '', scopes: 'read', life: '90' }, 'Say which program the token is for.'],
    [{ name: 'x'.repeat(101), scopes: 'read', life: '90' }, 'Use at most 100 characters'],
    [{ name: 'x', life: '90' }, 'Choose at least one thing that the program may do.'],
    [{ name: 'x', scopes: 'admin', life: '90' }, 'Choose at least one thing that the program may do.'],
    [{ name: 'x', scopes: 'read', life: '7' }, 'Choose how long'],
    [{}, 'Say which program'],
  ])('%o is a fault', async (form, message) => {
    const answer = await request(`${here}/tokens`, {
      as: administrator,
      form: form as Record<string, string>,
    })
    expect([answer.status, (await answer.text()).includes(message)]).toEqual([422, true])
  })
})

describe('webhooks', () => {
  test('a webhook is added with its secret shown once, tested, switched off and on', async () => {
    const answer = await request(`${here}/webhooks`, {
      as: administrator,
      form: { url: 'https://example.org/hook', events: 'decision.published' },
    })
    const secret = /whsec_[\w+/=]{44}/.exec(await answer.text())![0]
    const [webhook] = await listWebhooks(db, agency.id)
    expect(webhook).toMatchObject({ url: 'https://example.org/hook', secret, events: ['decision.published'] })
    const page = `${here}/webhooks/${webhook!.id}`
    expect((await request(page, { as: administrator, form: { act: 'test' } })).headers.get('location')).toBe(
      `${page}?told=tested`,
    )
    expect(await listDeliveries(db, agency.id, webhook!.id)).toMatchObject([{ event: 'test', attempts: 0 }])
    const shown = await read(page, { as: administrator })
    expect(shown).toContain('On its way')
    expect(shown).not.toContain(secret)
    await request(page, { as: administrator, form: { act: 'off' } })
    expect(await read(page, { as: administrator })).toContain('Switched off by your staff.')
    await request(page, { as: administrator, form: { act: 'on' } })
    expect((await listWebhooks(db, agency.id))[0]!.disabledAt).toBeNull()
    expect((await request(page, { as: administrator, form: { act: 'nonsense' } })).status).toBe(303)
  })

  test('an address that leads into a private network is refused, and what was typed stays', async () => {
    const answer = await request(`${here}/webhooks`, {
      as: administrator,
      form: { url: 'https://10.0.0.1/hook', events: 'decision.published' },
    })
    const text = await answer.text()
    expect(answer.status).toBe(422)
    expect(text).toContain('This one leads into a private network.')
    expect(text).toContain('value="https://10.0.0.1/hook"')
  })
})

test('making a token or a webhook asks for a sign-in of the last minutes', async () => {
  const other = (await makePerson(db, { agencyId: agency.id, roles: ['administrator'] })).id
  await request(here, { as: other })
  await sql`update session set confirmed_at = confirmed_at - interval '1 hour' where person_id = ${other}`.execute(
    db,
  )
  const before = (await listTokens(db, agency.id)).length
  for (const path of ['tokens', 'webhooks']) {
    const answer = await request(`${here}/${path}`, {
      as: other,
      form: {
        name: 'x',
        scopes: 'read',
        life: '90',
        url: 'https://example.org',
        events: 'decision.published',
      },
    })
    expect(answer.headers.get('location')).toMatch(/\/sign-in\?next=/)
  }
  expect(await listTokens(db, agency.id)).toHaveLength(before)
  expect(await read(here, { as: other })).toContain('Confirm my sign-in')
})
