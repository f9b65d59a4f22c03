import { describe, expect, test } from 'vitest'
import { testApp, testNow } from '../../../tests/support/app.ts'
import { testDatabase } from '../../../tests/support/database.ts'
import { makeAgency, makePerson } from '../../../tests/support/make.ts'
import { installation } from '../../platform/audit/audit.ts'
import { openRateLimits } from '../../platform/http/rate-limit.ts'
import { addMembership } from '../agencies/membership.store.ts'
import { issueCode } from './issue-code.action.ts'
import { personRoutes } from './person.routes.tsx'

const database = testDatabase()
const { db } = database

/** A program whose clock can be set, with limits of its own, so that one test does not use up another's. */
function program({ limited = false } = {}) {
  const clock = { now: testNow }
  const free = { take: async () => ({ outcome: 'ok' as const }) }
  const limits = limited ? openRateLimits(database.pool) : free
  return { clock, ...testApp(database, personRoutes, { now: () => clock.now, limits }) }
}

function cookieOf(answer: Response, name: string): string | undefined {
  const set = answer.headers.getSetCookie().find((cookie) => cookie.startsWith(`${name}=`))
  return set && set.split(';')[0]!
}

async function mailedCode(address: string): Promise<string> {
  const message = await db
    .selectFrom('message')
    .selectAll()
    .where('toAddress', '=', address)
    .orderBy('createdAt', 'desc')
    .orderBy('id', 'desc')
    .executeTakeFirstOrThrow()
  return /\b([0-9A-Z]{4}-[0-9A-Z]{4})\b/.exec(message.text)![1]!
}

async function ask({ request }: ReturnType<typeof program>, address: string, next = '') {
  const answer = await request('/en/sign-in', { form: { address, next } })
  return { answer, page: answer.headers.get('location')!, browser: cookieOf(answer, 'longtable-browser')! }
}

describe('signing in with a mailed code', () => {
  test('works in the browser that asked, once, and leads on', async () => {
    const run = program()
    const person = await makePerson(db)
    const { answer, page, browser } = await ask(run, person.address, '/en/account?told=saved')
    expect(answer.status).toBe(303)
    const code = await mailedCode(person.address)
    const form = { code: code.toLowerCase().replace('-', ' ') }
    const signedIn = await run.request(page, { form, headers: { cookie: browser } })
    expect(signedIn.status).toBe(303)
    expect(signedIn.headers.get('location')).toBe('/en/account?told=saved')
    const session = cookieOf(signedIn, 'longtable')!
    const account = await run.request('/en/account', { headers: { cookie: session } })
    expect(await account.text()).toContain(person.address)
    const again = await run.request(page, { form, headers: { cookie: browser } })
    expect(again.status).toBe(410)
  })

  test('sends a mail whose link holds no secret', async () => {
    const run = program()
    const person = await makePerson(db, { language: 'es' })
    const { page } = await ask(run, person.address)
    const message = await db
      .selectFrom('message')
      .selectAll()
      .where('toAddress', '=', person.address)
      .executeTakeFirstOrThrow()
    const code = await mailedCode(person.address)
    expect(message).toMatchObject({
      agencyId: installation,
      kind: 'code',
      channel: 'mail',
      language: 'es',
      subject: 'Su código de acceso',
    })
    expect(message.html).toContain(`http://longtable.test${page}`)
    expect(page).not.toContain(code.replace('-', ''))
    const request = await db
      .selectFrom('signInRequest')
      .selectAll()
      .where('address', '=', person.address)
      .executeTakeFirstOrThrow()
    expect(request.codeHash.toString()).not.toContain(code.replace('-', ''))
  })

  test('does not work in another browser, which is told why', async () => {
    const run = program()
    const person = await makePerson(db)
    const { page } = await ask(run, person.address)
    const elsewhere = await run.read(page)
    expect(elsewhere).toContain('another browser')
    expect(elsewhere).not.toContain(person.address)
    const form = { code: await mailedCode(person.address) }
    const answer = await run.request(page, {
      form,
      headers: { cookie: `longtable-browser=${'x'.repeat(43)}` },
    })
    expect(cookieOf(answer, 'longtable')).toBeUndefined()
  })

  test('stops after five wrong tries, also for the right code', async () => {
    const run = program()
    const person = await makePerson(db)
    const { page, browser } = await ask(run, person.address)
    const send = (code: string) => run.request(page, { form: { code }, headers: { cookie: browser } })
    for (let left = 4; left >= 1; left--) {
      const answer = await send('AAAA-AAAA')
      expect(answer.status).toBe(422)
      expect(await answer.text()).toContain(left === 1 ? 'once more' : `${left} more times`)
    }
    expect((await send('AAAA-AAAA')).status).toBe(410)
    expect((await send(await mailedCode(person.address))).status).toBe(410)
  })

  test('stops after ten minutes', async () => {
    const run = program()
    const person = await makePerson(db)
    const { page, browser } = await ask(run, person.address)
    run.clock.now = new Date(testNow.getTime() + 10 * 60_000)
    const form = { code: await mailedCode(person.address) }
    expect((await run.request(page, { form, headers: { cookie: browser } })).status).toBe(410)
    expect(await run.read(page, { headers: { cookie: browser } })).toContain('cannot be used any more')
  })

  test('counts a code once when it is sent twice at the same time', async () => {
    const run = program()
    const person = await makePerson(db)
    const { page, browser } = await ask(run, person.address)
    const form = { code: await mailedCode(person.address) }
    const answers = await Promise.all(
      [1, 2, 3].map(() => run.request(page, { form, headers: { cookie: browser } })),
    )
    expect(answers.filter((answer) => answer.status === 303)).toHaveLength(1)
  })

  test('answers the same for an address without an account, whose owner is told so by mail', async () => {
    const run = program()
    const known = await makePerson(db)
    const one = await ask(run, known.address)
    const other = await ask(run, 'nobody@example.org')
    expect(other.answer.status).toBe(one.answer.status)
    const pages = await Promise.all(
      [one, other].map(({ page, browser }) => run.read(page, { headers: { cookie: browser } })),
    )
    const plain = (page: string, address: string) =>
      page
        .replaceAll(address, 'X')
        .replace(/nonce="[^"]*"/g, '')
        .replace(/[0-9a-f-]{36}/g, 'id')
    expect(plain(pages[1]!, 'nobody@example.org')).toBe(plain(pages[0]!, known.address))
    const message = await db
      .selectFrom('message')
      .selectAll()
      .where('toAddress', '=', 'nobody@example.org')
      .executeTakeFirstOrThrow()
    expect(message.text).toContain('There is no account')
  })

  test('keeps what was typed when it is no address, and never leads to another site', async () => {
    const run = program()
    const faulty = await run.request('/en/sign-in', { form: { address: 'not an address' } })
    expect(faulty.status).toBe(422)
    expect(await faulty.text()).toContain('value="not an address"')
    const person = await makePerson(db)
    const { page, browser } = await ask(run, person.address, 'https://evil.example/')
    const form = { code: await mailedCode(person.address) }
    const answer = await run.request(page, { form, headers: { cookie: browser } })
    expect(answer.headers.get('location')).toBe('/en/account')
  })

  test('is asked for at most five times in a quarter of an hour by one address', async () => {
    const run = program({ limited: true })
    const person = await makePerson(db)
    for (let times = 0; times < 5; times++) expect((await ask(run, person.address)).answer.status).toBe(303)
    const { answer } = await ask(run, person.address.toUpperCase())
    expect(answer.status).toBe(429)
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0)
  })

  test('ends the session that the browser had before', async () => {
    const run = program()
    const agency = await makeAgency(db)
    const person = await makePerson(db, { agencyId: agency.id, roles: ['member'] })
    const before = await run.signIn(person.id)
    const { page, browser } = await ask(run, person.address)
    const answer = await run.request(page, {
      as: person.id,
      form: { code: await mailedCode(person.address) },
      headers: { cookie: browser },
    })
    const after = cookieOf(answer, 'longtable')!
    expect(after).not.toBe(`longtable=${before}`)
    expect((await run.request('/en/account', { headers: { cookie: `longtable=${before}` } })).status).toBe(
      303,
    )
    expect((await run.request('/en/account', { headers: { cookie: after } })).status).toBe(200)
  })
})

describe('a code that the operator hands over', () => {
  test('works in any browser for that address, once', async () => {
    const run = program()
    const person = await makePerson(db)
    const issued = await issueCode(db, person.address.toUpperCase(), testNow)
    if (issued.outcome !== 'issued') throw new Error(issued.outcome)
    const first = await ask(run, person.address)
    const send = ({ page, browser }: typeof first) =>
      run.request(page, { form: { code: issued.code }, headers: { cookie: browser } })
    expect((await send(first)).status).toBe(303)
    expect((await send(await ask(run, person.address))).status).toBe(422)
  })

  test('does not work for another address, nor after ten minutes', async () => {
    const run = program()
    const [person, other] = [await makePerson(db), await makePerson(db)]
    const issued = await issueCode(db, person.address, testNow)
    if (issued.outcome !== 'issued') throw new Error(issued.outcome)
    const wrong = await ask(run, other.address)
    expect(
      (await run.request(wrong.page, { form: { code: issued.code }, headers: { cookie: wrong.browser } }))
        .status,
    ).toBe(422)
    run.clock.now = new Date(testNow.getTime() + 11 * 60_000)
    const late = await ask(run, person.address)
    expect(
      (await run.request(late.page, { form: { code: issued.code }, headers: { cookie: late.browser } }))
        .status,
    ).toBe(422)
  })

  test('is told of on the sign-in page while no mail server is set', async () => {
    expect(await program().read('/en/sign-in')).toContain('bin/longtable person code')
  })

  test('needs an account', async () => {
    expect(await issueCode(db, 'nobody@example.org', testNow)).toEqual({ outcome: 'no-such-person' })
  })
})

test('signing out ends the session', async () => {
  const run = program()
  const person = await makePerson(db)
  const token = await run.signIn(person.id)
  expect((await run.request('/en/sign-out', { as: person.id, form: {} })).status).toBe(303)
  expect((await run.request('/en/account', { headers: { cookie: `longtable=${token}` } })).status).toBe(303)
})

test('staff sessions last for twelve hours, others for thirty days', async () => {
  const run = program()
  const agency = await makeAgency(db)
  const person = await makePerson(db)
  const seconds = async () => {
    const { page, browser } = await ask(run, person.address)
    const answer = await run.request(page, {
      form: { code: await mailedCode(person.address) },
      headers: { cookie: browser },
    })
    return Number(/longtable=.*Max-Age=(\d+)/.exec(answer.headers.getSetCookie().join('\n'))![1])
  }
  expect(await seconds()).toBe(30 * 24 * 3600)
  await addMembership(db, { agencyId: agency.id, personId: person.id, role: 'member' }, testNow)
  expect(await seconds()).toBe(12 * 3600)
})
