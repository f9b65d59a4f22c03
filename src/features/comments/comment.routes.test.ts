import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { testDatabase } from '../../../tests/support/database.ts'
import { testApp, testNow } from '../../../tests/support/app.ts'
import { makeAgency, makeEngagement, makePerson } from '../../../tests/support/make.ts'
import { makeAboutQuestion, makeQuestion } from '../../../tests/support/make-questions.ts'
import { newId } from '../../platform/db/id.ts'
import type { Agency } from '../agencies/agency.ts'
import type { Engagement } from '../engagements/engagement.ts'
import { saveTranslation } from './answer-translation.store.ts'
import { publicCommentRoutes } from './comment.routes.tsx'
import { findByReceipt, listAnswers, listComments, saveComment } from './comment.store.ts'
import { findReceipt } from './receipt.store.ts'
import { receiptView } from './receipt-view.ts'
import { ReceiptPage } from './receipt.page.tsx'
import { speak } from '../../platform/i18n/speak.ts'
import type { View } from '../../ui/view.ts'

const database = testDatabase()
const { db } = database
let network = 0
const app = testApp(database, publicCommentRoutes, {
  // Every test is another household, except the one about the limit.
  limits: {
    take: async (kind, key, allowance) =>
      limits.take(kind, kind === 'receipt-address' ? key : `${network} ${key}`, allowance),
  },
})
const { openRateLimits } = await import('../../platform/http/rate-limit.ts')
const limits = openRateLimits(database.pool)

let agency: Agency
let engagement: Engagement

beforeAll(async () => {
  agency = await makeAgency(db)
  engagement = await makeEngagement(db, agency)
  await makeQuestion(db, engagement, { code: 'Q1', kind: 'text' })
  await makeQuestion(db, engagement, { code: 'Q2', kind: 'ranking' })
  await makeQuestion(db, engagement, { code: 'Q3', kind: 'scale' })
  await makeAboutQuestion(db, engagement)
})

const form = (language = 'en', rest = '') =>
  `/${language}/at/${agency.slug}/${engagement.slug}/comment${rest}`
const list = (rest = '') => `/en/at/${agency.slug}/${engagement.slug}/comments${rest}`
const opened = String(testNow.getTime() - 60_000)

function fields(changes: Record<string, string | string[]> = {}) {
  network++
  return {
    idempotencyKey: newId(),
    opened,
    age: 'adult',
    contact: 'none',
    'q-Q1': 'More buses, please',
    ...changes,
  }
}

async function send(changes: Record<string, string | string[]> = {}, language = 'en') {
  const answer = await app.request(form(language), { form: fields(changes) })
  const code = /\/sent\/([A-Z0-9]{12})/.exec(answer.headers.get('location') ?? '')?.[1]
  if (answer.status !== 303 || !code) throw new Error(`${answer.status} ${await answer.text()}`)
  return code
}

describe('the comment form', () => {
  test.each(['en', 'es', 'ar'])(
    'says in %s what is decided, by whom, how input is used, by when and whom to ask',
    async (language) => {
      const html = await app.read(form(language))
      for (const key of [
        'decided',
        'decidedBy',
        'inputUse',
        'answer',
        'takes',
        'contact',
        'record',
        'send',
      ] as const) {
        expect(html).toContain(speak(language as 'en')(`comments.form.${key}`))
      }
      expect(html).toContain('rosa@example.org')
      expect(html).toMatch(/name="q-Q1"[\s\S]*name="q-Q2-a"[\s\S]*name="q-Q3"[\s\S]*name="about-role"/)
      expect(html).not.toMatch(/ style=| on(click|submit|load)=/)
    },
  )

  test('sent, it answers with the receipt: the code, a QR code and what happens next by when', async () => {
    const code = await send({ 'q-Q2-a': '1', 'q-Q3': '5', 'about-role': 'a' })
    const html = await app.read(form('en', `/sent/${code}`))
    expect(html).toContain(`${code.slice(0, 4)}-${code.slice(4, 8)}-${code.slice(8)}`)
    expect(html).toContain('<svg xmlns')
    expect(html).toContain(`http://longtable.test/r/${code}`)
    expect(html).toContain('Wednesday, March 17, 2027')
    expect(await findByReceipt(db, code)).toMatchObject({ state: 'published', channel: 'web' })
  })

  test('sent twice with the same key, it leads to the same receipt', async () => {
    const idempotencyKey = newId()
    expect(await send({ idempotencyKey })).toBe(await send({ idempotencyKey }))
  })

  test('with faults, it comes back with everything that was typed, 422, and each fault tied to its field', async () => {
    const typed = {
      'q-Q1': '<b>"Typed" & kept</b>',
      'q-Q2-a': '1',
      'q-Q2-b': '1',
      'about-role': 'b',
      contact: 'mail',
      contactMail: 'nobody',
      age: '13-17',
    }
    const answer = await app.request(form(), { form: fields(typed) })
    const html = await answer.text()
    expect(answer.status).toBe(422)
    expect(html).toContain('&lt;b&gt;&quot;Typed&quot; &amp; kept&lt;/b&gt;')
    expect(html).toContain('href="#field-q-Q2-a"')
    expect(html).toContain('href="#field-contactMail"')
    expect(html).toContain('href="#field-guardianConsent"')
    expect(html).toMatch(/<option value="b"[^>]* selected/)
    expect(html).toContain('value="nobody"')
    expect(html).not.toContain('<b>"Typed"')
  })

  test('a trap that is filled or a form filled in no time gives a receipt and waits for staff', async () => {
    const trapped = await send({ website: 'http://spam.example' })
    const hasty = await send({ opened: String(testNow.getTime() - 500) })
    for (const code of [trapped, hasty]) expect((await findByReceipt(db, code))?.state).toBe('spam')
    expect(await app.read(form('en', `/sent/${trapped}`))).toContain('Staff will look at your comment first')
  })

  test('after thirty comments in ten minutes a network waits, and what was typed stays', async () => {
    const household = fields()
    const answers: number[] = []
    for (let i = 0; i < 31; i++) {
      const answer = await app.request(form(), {
        form: { ...household, idempotencyKey: newId(), 'q-Q1': `Number ${i}` },
      })
      answers.push(answer.status)
      if (i === 30) {
        expect(answer.headers.get('retry-after')).toMatch(/^\d+$/)
        const html = await answer.text()
        expect(html).toContain('Number 30')
        expect(html).toContain('Try again after')
      }
    }
    expect(answers.slice(0, 30).every((status) => status === 303)).toBe(true)
    expect(answers[30]).toBe(429)
  })

  test('nobody is flooded with receipts by strangers who type their address', async () => {
    const contact = { contact: 'mail', contactMail: 'victim@example.org' }
    for (let n = 0; n < 12; n++) await send({ ...contact, 'q-Q1': `Number ${n}` })
    const mails = await db
      .selectFrom('message')
      .select('id')
      .where('toAddress', '=', 'victim@example.org')
      .execute()
    expect(mails.length).toBeLessThanOrEqual(10)
  })

  test('a program that asks for JSON gets the outcome as JSON', async () => {
    const headers = { accept: 'application/json' }
    const sent = await app.request(form(), { form: fields(), headers })
    expect(await sent.json()).toMatchObject({
      outcome: 'accepted',
      receipt: expect.stringMatching(/^\/en\/receipts\/[A-Z0-9]{12}$/),
    })
    const faulty = await app.request(form(), { form: fields({ 'q-Q1': '' }), headers })
    expect([faulty.status, await faulty.json()]).toMatchObject([
      422,
      { outcome: 'faulty', faults: [{ field: 'q-Q1' }] },
    ])
  })

  test('after the end it says so, and gives back what was typed', async () => {
    const over = await makeEngagement(db, agency, { closesOn: '2027-03-01' })
    await makeQuestion(db, over, { code: 'Q1', kind: 'text' })
    const address = `/en/at/${agency.slug}/${over.slug}/comment`
    expect(await app.read(address)).toContain('Comments were taken until Monday, March 1, 2027')
    const answer = await app.request(address, { form: fields({ 'q-Q1': 'Too late, but mine' }) })
    expect(answer.status).toBe(409)
    expect(await answer.text()).toContain('Too late, but mine')
  })

  test('no input makes it fail', async () => {
    const names = fc.constantFrom(
      'q-Q1',
      'q-Q2',
      'q-Q2-a',
      'q-Q3',
      'about-role',
      'age',
      'contact',
      'contactMail',
      'contactPhone',
      'idempotencyKey',
      'opened',
      'website',
      'kiosk',
    )
    const bodies = fc.dictionary(
      names,
      fc.oneof(fc.string({ unit: 'binary' }), fc.array(fc.string()), fc.constant('x'.repeat(20_000))),
    )
    await fc.assert(
      fc.asyncProperty(bodies, async (body) => {
        network++
        const answer = await app.request(form(), { form: body as Record<string, string> })
        expect([303, 422]).toContain(answer.status)
      }),
      { numRuns: 60 },
    )
    for (const [type, body] of [
      ['multipart/form-data; boundary=x', '--x\r\nbroken'],
      ['application/json', '{'],
      ['text/plain', 'hello'],
      ['application/x-www-form-urlencoded', '%E0%A4%A'],
    ] as const) {
      network++
      const answer = await app.request(form(), { method: 'POST', headers: { 'content-type': type }, body })
      expect(answer.status).toBe(422)
    }
  })
})

describe('a draft', () => {
  test('of whoever is signed in is kept on the server, shown again, and gone once sent', async () => {
    const person = await makePerson(db)
    const saved = await app.request(form('en', '/draft'), {
      as: person.id,
      form: { 'q-Q1': 'Half a thought', website: 'x' },
    })
    expect([saved.status, saved.headers.get('location')]).toEqual([303, form('en', '?draft=saved')])
    expect(await app.read(form(), { as: person.id })).toContain('Half a thought')
    expect(await app.read(form('en', '?kiosk=1'), { as: person.id })).not.toContain('Half a thought')
    await app.request(form(), { as: person.id, form: fields({ 'q-Q1': 'A whole thought' }) })
    expect(await app.read(form(), { as: person.id })).not.toContain('Half a thought')
  })

  test('of a child is not kept, nor what was kept before they told their age', async () => {
    const person = await makePerson(db)
    await app.request(form('en', '/draft'), { as: person.id, form: { 'q-Q1': 'I am small' } })
    expect(await app.read(form(), { as: person.id })).toContain('I am small')
    const answer = await app.request(form('en', '/draft'), {
      as: person.id,
      form: { 'q-Q1': 'I am small', age: 'under-13' },
    })
    expect(answer.status).toBe(422)
    expect(await app.read(form(), { as: person.id })).not.toContain('I am small')
  })

  test('asks a stranger to sign in', async () => {
    expect(
      (await app.request(form('en', '/draft'), { form: { 'q-Q1': 'x' } })).headers.get('location'),
    ).toMatch(/^\/en\/sign-in/)
  })
})

describe('the public list', () => {
  test('shows published comments in their language, no names, and nothing that is not public', async () => {
    const shown = await send(
      { 'q-Q1': 'Necesitamos más maestros bilingües en la escuela de mi hija', 'about-role': 'a' },
      'es',
    )
    const held = await send({ 'q-Q1': 'This one is held back by staff' })
    await saveComment(db, (await findByReceipt(db, held))!, { state: 'held' })
    const html = await app.read(list('?search=escuela'))
    expect(html).toMatch(/<blockquote lang="es" dir="auto">Necesitamos más maestros/)
    expect(html).not.toContain(shown)
    expect(html).not.toContain('Role a')
    expect(await app.read(list('?search=held+back'))).toContain('No comment fits your search')
  })

  test('labels a machine translation and keeps the original one click away', async () => {
    const comment = (await findByReceipt(
      db,
      await send({ 'q-Q1': 'Queremos tener clases de música en todas las escuelas' }, 'es'),
    ))!
    const [answer] = await listAnswers(db, agency.id, [comment.id])
    await saveTranslation(db, {
      agencyId: agency.id,
      answerId: answer!.id,
      language: 'en',
      text: 'We want music in all schools',
      origin: 'machine',
      madeBy: null,
      madeAt: testNow,
    })
    const html = await app.read(list('?search=clases'))
    expect(html).toContain('We want music in all schools')
    expect(html).toContain('Machine translation. Nobody has checked it.')
    expect(html).toContain('<summary>Show the original (Español)</summary>')
  })

  test('shows near-duplicates with the comment that they repeat', async () => {
    const head = (await findByReceipt(db, await send({ 'q-Q1': 'Zebra crossing at the school gate' })))!
    const other = (await findByReceipt(db, await send({ 'q-Q1': 'Zebra crossing at the school gate!' })))!
    await saveComment(db, other, { duplicateOf: head.id })
    const html = await app.read(list('?search=zebra'))
    expect(html).toContain('1 more person says nearly the same')
    expect(html).toContain('1 comment fits.')
  })

  test('keeps a near-duplicate in sight when the comment that it repeats is taken back', async () => {
    const head = (await findByReceipt(db, await send({ 'q-Q1': 'Giraffe house for the school yard' })))!
    const other = (await findByReceipt(db, await send({ 'q-Q1': 'Giraffe house for the school yard!' })))!
    await saveComment(db, other, { duplicateOf: head.id })
    await saveComment(db, head, { state: 'withdrawn' })
    const html = await app.read(list('?search=giraffe'))
    expect(html).toContain(`id="comment-${other.id}"`)
    expect(html).not.toContain(`id="comment-${head.id}"`)
    expect(html).toContain('1 comment fits.')
  })

  test('goes on by cursor to its end, each comment once', async () => {
    const total = (
      await listComments(db, agency.id, engagement.id, {
        states: ['published'],
        headsOnly: true,
        limit: 1000,
      })
    ).length
    const seen = new Set<string>()
    let address: string | undefined = list()
    while (address) {
      const html: string = await app.read(address)
      for (const [, id] of html.matchAll(/id="comment-([0-9a-f-]{36})"/g)) seen.add(id!)
      address = /href="([^"]*after=[^"]*)"/.exec(html)?.[1]?.replaceAll('&amp;', '&')
    }
    expect(seen.size).toBe(total)
    expect(total).toBeGreaterThan(20)
  })
})

describe('the holder of a receipt', () => {
  const receipt = (code: string, rest = '') => `/en/receipts/${code}${rest}`

  test('looks it up however they type the code', async () => {
    const code = await send()
    const found = await app.request('/en/receipts', {
      form: { code: ` ${code.slice(0, 4).toLowerCase()}-${code.slice(4)} ` },
    })
    expect([found.status, found.headers.get('location')]).toEqual([303, receipt(code)])
    expect(
      (await app.request(`/r/${code}`, { headers: { 'accept-language': 'es' } })).headers.get('location'),
    ).toBe(`/es/receipts/${code}`)
    expect((await app.request('/en/receipts', { form: { code: 'nonsense' } })).status).toBe(422)
    expect(await app.read('/en/receipts', { form: { code: 'ACDEFGHJKMNP' } })).toContain(
      'We do not know this code',
    )
  })

  test('corrects it in the same form, filled with their own words', async () => {
    const code = await send({ 'q-Q2-b': '1', 'q-Q2-a': '2', 'about-role': 'c' })
    const html = await app.read(receipt(code, '/correct'))
    expect(html).toContain('More buses, please')
    expect(html).toMatch(/<option value="c"[^>]* selected/)
    const answer = await app.request(receipt(code, '/correct'), {
      form: { version: '1', 'q-Q1': 'Fewer buses, please' },
    })
    expect([answer.status, answer.headers.get('location')]).toEqual([303, receipt(code, '?done=corrected')])
    const held = (await findReceipt(db, code))!
    expect(held.answers.map(({ text, choices }) => text ?? choices)).toEqual(['Fewer buses, please', null])
  })

  test('sees what staff changed meanwhile beside their own text, and neither is lost', async () => {
    const code = await send()
    await saveComment(db, (await findByReceipt(db, code))!, { changedAt: testNow })
    const answer = await app.request(receipt(code, '/correct'), {
      form: { version: '1', 'q-Q1': 'My second thought' },
    })
    const html = await answer.text()
    expect(answer.status).toBe(409)
    expect(html).toContain('More buses, please')
    expect(html).toContain('My second thought')
    expect(html).toContain('name="version" value="2"')
  })

  test('an empty correction is a fault, not an erasure', async () => {
    const code = await send()
    expect(
      (await app.request(receipt(code, '/correct'), { form: { version: '1', 'q-Q1': ' ' } })).status,
    ).toBe(422)
  })

  test('withdraws it after being asked once more, and it leaves the list', async () => {
    const code = await send({ 'q-Q1': 'Quokka sanctuary behind the gym' })
    expect(await app.read(receipt(code, '/withdraw'))).toContain('Withdraw your comment?')
    expect((await app.request(receipt(code, '/withdraw'), { form: {} })).headers.get('location')).toBe(
      receipt(code, '?done=withdrawn'),
    )
    expect(await app.read(list('?search=quokka'))).toContain('No comment fits')
    expect((await app.request(receipt(code, '/correct'))).status).toBe(409)
    expect((await app.request(receipt(code, '/withdraw'), { form: {} })).status).toBe(409)
  })

  test('downloads everything about it, and after erasing finds nothing of it', async () => {
    const code = await send({
      'q-Q1': '=SUM(A1) narwhal',
      'about-role': 'a',
      contact: 'mail',
      contactMail: 'ana@example.org',
    })
    const json = await (await app.request(receipt(code, '/data'))).json()
    expect(json).toMatchObject({
      receipt_code: code,
      contact_address: 'ana@example.org',
      answers: [{ code: 'Q1', text: '=SUM(A1) narwhal' }],
      about_you: [{ answer: 'Role a' }],
    })
    const csv = await app.request(receipt(code, '/data?as=csv'))
    expect(csv.headers.get('content-disposition')).toContain(`comment-${code}.csv`)
    expect(await csv.text()).toContain("'=SUM(A1) narwhal")
    await app.request(receipt(code, '/erase'), { form: {} })
    const after = await app.read(receipt(code, '/data'))
    expect(after).not.toContain('narwhal')
    expect(after).not.toContain('ana@example.org')
    expect(after).toContain('"state": "erased"')
  })

  test.each(['/correct', '/withdraw', '/erase', '/data'])(
    'without a receipt there is nothing at %s',
    async (rest) => {
      for (const code of ['ACDEFGHJKMNP', 'nonsense', "'; drop table comment --"]) {
        expect((await app.request(`/en/receipts/${encodeURIComponent(code)}${rest}`)).status).toBe(404)
      }
    },
  )

  test('sees its way along the thread, the promise and what may be done, in every language', async () => {
    const held = (await findReceipt(db, await send({ 'about-role': 'a' })))!
    for (const language of ['en', 'es', 'ar'] as const) {
      const view: View = {
        t: speak(language),
        language,
        dir: language === 'ar' ? 'rtl' : 'ltr',
        now: testNow,
        timeZone: 'UTC',
        nonce: '',
        csrf: '',
        path: '/',
        viewer: undefined,
        agency: undefined,
        draftLanguage: false,
      }
      const page = (rest: object) =>
        String(ReceiptPage({ ...held, view: receiptView(view, agency), thread: [], read: false, ...rest }))
      const fresh = page({})
      expect(fresh).toContain('More buses, please')
      expect(fresh).toContain(`/${language}/receipts/${held.comment.receiptCode}/correct`)
      expect(fresh.match(/<li class="node /g)).toHaveLength(5)
      const theme = {
        kind: 'theme' as const,
        label: 'Buses',
        state: 'now' as const,
        detail: 'Adopted, because it helps.',
      }
      const answered = page({
        thread: [theme],
        read: true,
        events: [{ ...held.events[0], act: 'held', reason: 'It names a child', at: testNow }],
      })
      expect(answered).toContain('Adopted, because it helps.')
      expect(answered).toContain('It names a child')
      expect(page({ comment: { ...held.comment, state: 'erased' }, answers: [] })).not.toContain('/correct"')
    }
  })
})
