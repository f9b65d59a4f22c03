import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
// @ts-expect-error the package brings no types
import Provider from 'oidc-provider'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testApp, testNow } from '../../../tests/support/app.ts'
import { testDatabase } from '../../../tests/support/database.ts'
import { makeAgency, makePerson } from '../../../tests/support/make.ts'
import { addMembership } from '../agencies/membership.store.ts'
import { addProvider } from './identity-provider.store.ts'
import { personRoutes } from './person.routes.tsx'

const database = testDatabase()
const { db } = database
const free = { take: async () => ({ outcome: 'ok' as const }) }
const returnAddress = 'http://longtable.test/sign-in/return'

/** Accounts at the test's own issuer: subject → claims. */
const accounts = new Map<string, { email: string; email_verified: boolean }>()
let server: Server
let issuer: string

beforeAll(async () => {
  server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const provider = new Provider(issuer, {
    clients: [
      { client_id: 'longtable', client_secret: 'a secret of the test', redirect_uris: [returnAddress] },
    ],
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    ttl: { AccessToken: 60, Grant: 60, IdToken: 60, Interaction: 60, Session: 60 },
    features: { devInteractions: { enabled: true } },
    findAccount: (_context: unknown, id: string) => ({
      accountId: id,
      claims: () => ({ sub: id, ...accounts.get(id) }),
    }),
    cookies: { keys: ['test'] },
  })
  server.on('request', provider.callback())
})
afterAll(() => new Promise((resolve) => server.close(resolve)))

/** Walks through the issuer's own pages as a browser would, and gives the address it sends people back to. */
async function signInAtIssuer(start: string, subject: string): Promise<string> {
  const jar = new Map<string, string>()
  let address = start
  let form: URLSearchParams | undefined
  for (let step = 0; step < 15; step++) {
    const answer = await fetch(address, {
      redirect: 'manual',
      method: form ? 'POST' : 'GET',
      body: form,
      headers: { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') },
    })
    for (const cookie of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? []
      jar.set(name, value)
    }
    form = undefined
    const location = answer.headers.get('location')
    if (location) {
      address = new URL(location, address).href
      if (address.startsWith(returnAddress)) return address
      continue
    }
    const page = await answer.text()
    const action = /<form[^>]*action="([^"]+)"/.exec(page)?.[1]
    const prompt = /name="prompt" value="([^"]+)"/.exec(page)?.[1]
    if (!action || !prompt) throw new Error(`The issuer answered ${answer.status}: ${page.slice(0, 500)}`)
    address = new URL(action, address).href
    form = new URLSearchParams({ prompt, login: subject, password: 'x' })
  }
  throw new Error('The issuer never sent anyone back')
}

async function setUp({ agencyWide = true, clientSecret = 'a secret of the test' } = {}) {
  const agency = await makeAgency(db)
  const given = {
    preset: 'own',
    name: 'District account',
    issuer,
    clientId: 'longtable',
    clientSecret,
    allowedDomain: '',
  }
  const provider = await addProvider(db, { ...given, agencyId: agencyWide ? agency.id : null }, testNow)
  const run = testApp(database, personRoutes, { limits: free })
  return {
    ...run,
    agency,
    async begin() {
      const answer = await run.request(`/es/sign-in/with/${provider}?next=%2Fes%2Faccount%3Ftold%3Dsaved`)
      return {
        address: answer.headers.get('location')!,
        cookie: answer.headers.getSetCookie()[0]!.split(';')[0]!,
      }
    },
    async signInAs(subject: string) {
      const { address, cookie } = await this.begin()
      const back = new URL(await signInAtIssuer(address, subject))
      const here = `${back.pathname}${back.search}`
      return { here, cookie, answer: await run.request(here, { headers: { cookie } }) }
    },
  }
}

function signedIn(answer: Response): boolean {
  return answer.headers.getSetCookie().some((cookie) => cookie.startsWith('longtable='))
}

describe('signing in with an account from elsewhere', () => {
  test('sends people there with PKCE, nonce and state', async () => {
    const run = await setUp()
    const query = new URL((await run.begin()).address).searchParams
    expect(query.get('code_challenge_method')).toBe('S256')
    for (const name of ['code_challenge', 'nonce', 'state'])
      expect(query.get(name)?.length).toBeGreaterThan(20)
    expect(query.get('redirect_uri')).toBe(returnAddress)
  })

  test('asks anew at the provider when someone confirms that it is them', async () => {
    const run = await setUp()
    const person = await makePerson(db, { agencyId: run.agency.id, roles: ['coordinator'] })
    const start = (await run.begin()).address
    expect(new URL(start).searchParams.has('prompt')).toBe(false)
    const id = (
      await db
        .selectFrom('identityProvider')
        .select('id')
        .where('agencyId', '=', run.agency.id)
        .executeTakeFirstOrThrow()
    ).id
    const again = await run.request(`/en/sign-in/with/${id}`, { as: person.id })
    expect(new URL(again.headers.get('location')!).searchParams.get('prompt')).toBe('login')
  })

  test('ties the account at first to the person an administrator added, then goes by the issuer’s id alone', async () => {
    const run = await setUp()
    const person = await makePerson(db, { agencyId: run.agency.id, roles: ['coordinator'] })
    accounts.set('s1', { email: person.address.toUpperCase(), email_verified: true })
    const first = await run.signInAs('s1')
    expect(first.answer.headers.get('location')).toBe('/es/account?told=saved')
    expect(signedIn(first.answer)).toBe(true)
    accounts.set('s1', { email: 'changed@example.org', email_verified: false })
    expect(signedIn((await run.signInAs('s1')).answer)).toBe(true)
    const sessions = await db.selectFrom('session').selectAll().where('personId', '=', person.id).execute()
    expect(sessions.map((session) => session.method)).toEqual(['provider', 'provider'])
  })

  test('never by an address that the issuer has not verified', async () => {
    const run = await setUp()
    const person = await makePerson(db, { agencyId: run.agency.id, roles: ['coordinator'] })
    accounts.set('s2', { email: person.address, email_verified: false })
    const { answer } = await run.signInAs('s2')
    expect(signedIn(answer)).toBe(false)
    expect(answer.headers.get('location')).toBe('/es/sign-in?problem=unverified')
  })

  test('not for someone whom nobody added', async () => {
    const run = await setUp()
    accounts.set('s3', { email: 'stranger@example.org', email_verified: true })
    const { answer } = await run.signInAs('s3')
    expect(answer.headers.get('location')).toBe('/es/sign-in?problem=unknown')
    expect(await run.read('/es/sign-in?problem=unknown')).toContain('Nadie le ha agregado')
  })

  test('opens no other agency’s door, at first or later', async () => {
    const run = await setUp()
    const other = await makeAgency(db)
    const elsewhere = await makePerson(db, { agencyId: other.id, roles: ['administrator'] })
    accounts.set('s4', { email: elsewhere.address, email_verified: true })
    expect((await run.signInAs('s4')).answer.headers.get('location')).toBe('/es/sign-in?problem=unknown')
    const own = await makePerson(db, { agencyId: run.agency.id, roles: ['analyst'] })
    accounts.set('s5', { email: own.address, email_verified: true })
    expect(signedIn((await run.signInAs('s5')).answer)).toBe(true)
    await addMembership(db, { agencyId: other.id, personId: own.id, role: 'coordinator' }, testNow)
    expect(signedIn((await run.signInAs('s5')).answer)).toBe(false)
  })

  test('counts an answer once, and only in the browser that began', async () => {
    const run = await setUp()
    const person = await makePerson(db, { agencyId: run.agency.id, roles: ['coordinator'] })
    accounts.set('s6', { email: person.address, email_verified: true })
    const { here, cookie } = await run.signInAs('s6')
    expect((await run.request(here, { headers: { cookie } })).headers.get('location')).toBe(
      '/en/sign-in?problem=expired',
    )
    const { address } = await run.begin()
    const back = new URL(await signInAtIssuer(address, 's6'))
    const answer = await run.request(back.pathname + back.search)
    expect(signedIn(answer)).toBe(false)
    expect(answer.headers.get('location')).toBe('/en/sign-in?problem=expired')
  })

  test('refuses a made-up answer with the right state', async () => {
    const run = await setUp()
    const { address, cookie } = await run.begin()
    const state = new URL(address).searchParams.get('state')!
    const answer = await run.request(
      `/sign-in/return?code=made-up&state=${state}&iss=${encodeURIComponent(issuer)}`,
      { headers: { cookie } },
    )
    expect(answer.headers.get('location')).toBe('/es/sign-in?problem=failed')
  })

  test('says so when the provider cannot be reached', async () => {
    const agency = await makeAgency(db)
    const given = {
      preset: 'own',
      name: 'Gone',
      issuer: 'http://127.0.0.1:9',
      clientId: 'x',
      clientSecret: '',
      allowedDomain: '',
    }
    const id = await addProvider(db, { ...given, agencyId: agency.id }, testNow)
    const { request } = testApp(database, personRoutes, { limits: free })
    expect((await request(`/en/sign-in/with/${id}`)).headers.get('location')).toBe(
      '/en/sign-in?problem=reach',
    )
  })

  test('begun at a portal is begun anew here, where its answer can be told from a forged one', async () => {
    const { request } = testApp(database, personRoutes, { limits: free })
    expect((await request('/sign-in/return?code=abc')).headers.get('location')).toBe('/en/sign-in')
    const given = {
      preset: 'clever',
      name: 'Clever',
      issuer,
      clientId: 'longtable',
      clientSecret: '',
      allowedDomain: '',
    }
    const id = await addProvider(db, { ...given, agencyId: null }, testNow)
    expect((await request('/sign-in/return?code=abc')).headers.get('location')).toBe(`/en/sign-in/with/${id}`)
  })
})
