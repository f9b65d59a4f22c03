import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { testApp, testConfig, testNow } from '../../../tests/support/app.ts'
import { testDatabase } from '../../../tests/support/database.ts'
import { makeConversation, makeStatements } from '../../../tests/support/make-conversation.ts'
import { makeAboutQuestion } from '../../../tests/support/make-questions.ts'
import { makeAgency, makeEngagement, makePerson } from '../../../tests/support/make.ts'
import { written } from '../../platform/i18n/written.ts'
import type { Agency } from '../agencies/agency.ts'
import type { Engagement } from '../engagements/engagement.ts'
import type { Conversation } from './conversation.ts'
import { votingRoutes } from './public-voting.routes.ts'
import { statementFingerprint } from './statement-fingerprint.ts'
import type { Statement } from './statement.ts'
import { noVoterThread } from './voter-thread.ts'

const database = testDatabase()
const { db } = database
const unlimited = { take: async () => ({ outcome: 'ok' as const }) }
const routes = votingRoutes(noVoterThread)
const app = testApp(database, routes, { limits: unlimited })

let agency: Agency
let engagement: Engagement
let conversation: Conversation
let statements: Statement[]

beforeAll(async () => {
  agency = await makeAgency(db, { name: 'Riverbend Schools' })
  engagement = await makeEngagement(db, agency)
  conversation = await makeConversation(db, engagement)
  statements = await makeStatements(db, conversation, 7)
  await makeAboutQuestion(db, engagement)
})

const at = (rest = '', { of = conversation, language = 'en' } = {}) =>
  `/${language}/at/${agency.slug}/${engagement.slug}/conversations/${of.id}${rest}`

const numberOf = (id: string) => statements.find((statement) => statement.id === id)?.number

const field = (html: string, name: string) =>
  new RegExp(`<input type="hidden" name="${name}" value="([^"]*)"`).exec(html)?.[1]

/** A browser without script: keeps cookies, follows what a vote leads to. */
function browser(of: Conversation = conversation) {
  const cookies = new Map<string, string>()
  const headers = () => ({ cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') })
  const kept = (answer: Response) => {
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      if (value === '') cookies.delete(name)
      else cookies.set(name, value)
    }
    return answer
  }
  const post = async (rest: string, form: Record<string, string>, more: Record<string, string> = {}) =>
    kept(await app.request(at(rest, { of }), { form, headers: { ...headers(), ...more } }))
  const open = (rest = '', language = 'en') => app.read(at(rest, { of, language }), { headers: headers() })
  return {
    cookies,
    post,
    open,
    async vote(vote: string, more: Record<string, string> = {}) {
      const html = await open()
      const form = {
        statement: field(html, 'statement') ?? '',
        voter: field(html, 'voter') ?? '',
        join: field(html, 'join') ?? '',
        vote,
        ...more,
      }
      return { answer: await post('/vote', form), form }
    },
  }
}

async function votersOf(of: Conversation) {
  return db.selectFrom('voter').selectAll().where('conversationId', '=', of.id).execute()
}

describe('voting without script', () => {
  test('begins without an account: one statement, its origin, three answers', async () => {
    const html = await app.read(at())
    expect(html).toContain('What would help good teachers stay?')
    expect(html).toMatch(/<h2 id="vote-statement"[^>]*>Statement \d about teachers/)
    expect(html).toContain('Written by Riverbend Schools')
    for (const vote of ['agree', 'disagree', 'pass']) expect(html).toContain(`name="vote" value="${vote}"`)
    expect(html).toContain('You have answered 0 of 7')
    expect(html).toContain('about 1 in 7')
    expect(field(html, 'voter')).toMatch(/^[A-Z0-9]{12}$/)
  })

  test('a first vote leads on to the next statement and shows the code', async () => {
    const reader = browser()
    const { answer, form } = await reader.vote('agree')
    expect(answer.status).toBe(303)
    expect(answer.headers.get('location')).toBe(at('?joined=1'))
    const html = await reader.open('?joined=1')
    expect(html).toContain(`${form.voter.slice(0, 4)}-${form.voter.slice(4, 8)}-${form.voter.slice(8)}`)
    expect(html).toContain('You have answered 1 of 7')
    expect(html).toContain('You agreed:')
    // The code is in the cookie now and travels in no form.
    expect(field(html, 'voter')).toBeUndefined()
    expect(answer.headers.get('set-cookie')).toMatch(/HttpOnly; SameSite=Lax/)
  })

  test('never puts the same statement twice, until all are answered', async () => {
    const fresh = await makeConversation(db, engagement)
    await makeStatements(db, fresh, 5)
    const reader = browser(fresh)
    const asked = new Set<string>()
    for (let i = 0; i < 5; i++) asked.add((await reader.vote('pass')).form.statement)
    expect(asked.size).toBe(5)
    const html = await reader.open()
    expect(html).toContain('You have answered everything')
    expect(html).not.toContain('name="vote"')
    expect(await votersOf(fresh)).toHaveLength(1)
  })

  test('a vote can be taken back with one press, and its statement comes again', async () => {
    const reader = browser()
    const { form } = await reader.vote('disagree')
    const back = await reader.post('/vote/back', { statement: form.statement })
    expect(back.headers.get('location')).toBe(at(`?statement=${form.statement}&back=1`))
    const html = await reader.open(`?statement=${form.statement}&back=1`)
    expect(html).toContain('Your vote is taken back')
    expect(field(html, 'statement')).toBe(form.statement)
    expect(html).toContain('You have answered 0 of 7')
  })

  test('keeps the chance with which a statement was drawn, and none for one that the voter opened', async () => {
    const fresh = await makeConversation(db, engagement)
    const some = await makeStatements(db, fresh, 4)
    const reader = browser(fresh)
    const { form } = await reader.vote('agree')
    const other = some.find(({ id }) => id !== form.statement)!
    const html = await reader.open(`?statement=${other.id}`)
    expect(html).toContain('You opened this statement yourself.')
    await reader.post('/vote', { statement: other.id, vote: 'agree' })
    const log = await db
      .selectFrom('vote')
      .select(['statementId', 'propensity'])
      .where('conversationId', '=', fresh.id)
      .orderBy('id')
      .execute()
    const propensity = new Map(log.map((vote) => [vote.statementId, vote.propensity]))
    expect(propensity.get(form.statement)).toBe(0.25)
    expect(propensity.get(other.id)).toBeNull()
  })

  test('a chance that somebody sends along is not believed', async () => {
    const reader = browser()
    const html = await reader.open()
    await reader.post('/vote', {
      statement: field(html, 'statement')!,
      voter: field(html, 'voter')!,
      join: '1',
      vote: 'agree',
      propensity: '0.0001',
    })
    const rows = await db.selectFrom('vote').select('propensity').execute()
    expect(rows.every(({ propensity }) => propensity === null || propensity > 0.01)).toBe(true)
  })

  test('says so where the browser does not keep the code, and offers the page that needs none', async () => {
    const html = await app.read(at('?joined=1'))
    expect(html).toContain('your browser does not keep your code')
    expect(html).toContain(at('/embed'))
  })

  test.each([
    ['no answer', {}, 422],
    ['an answer that there is not', { vote: 'maybe' }, 422],
    ['no statement', { vote: 'agree', statement: '' }, 422],
    ['a statement of nowhere', { vote: 'agree', statement: '018f0000-0000-7000-8000-000000000000' }, 409],
    ['a code that nobody holds', { vote: 'agree', join: '', voter: 'AAAA-CCCC-DDDD' }, 409],
    ['what is no code', { vote: 'agree', voter: '<b>' }, 422],
  ])('with %s shows the page again and makes nobody', async (_, changes, status) => {
    const before = (await votersOf(conversation)).length
    const html = await app.read(at())
    const form = {
      statement: field(html, 'statement')!,
      voter: field(html, 'voter')!,
      join: '1',
      ...changes,
    }
    const answer = await app.request(at('/vote'), { form })
    expect(answer.status).toBe(status)
    expect(await answer.text()).toContain('id="voting"')
    expect(await votersOf(conversation)).toHaveLength(before)
  })

  test('too many newcomers from one network are asked to wait', async () => {
    const limited = testApp(database, routes, {
      limits: { take: async () => ({ outcome: 'too-many', seconds: 90 }) },
    })
    const html = await limited.read(at())
    const answer = await limited.request(at('/vote'), {
      form: { statement: field(html, 'statement')!, voter: field(html, 'voter')!, join: '1', vote: 'agree' },
    })
    expect(answer.status).toBe(429)
    expect(answer.headers.get('retry-after')).toBe('90')
  })

  test('from the page of another site is turned away', async () => {
    const html = await app.read(at())
    const answer = await app.request(at('/vote'), {
      form: { statement: field(html, 'statement')!, voter: field(html, 'voter')!, join: '1', vote: 'agree' },
      headers: { 'sec-fetch-site': 'cross-site' },
    })
    expect(answer.status).toBe(403)
  })
})

describe('voting with script', () => {
  test('answers with the part of the page that changes', async () => {
    const reader = browser()
    const html = await reader.open()
    const form = {
      statement: field(html, 'statement')!,
      voter: field(html, 'voter')!,
      join: '1',
      vote: 'agree',
    }
    const answer = await reader.post('/vote', form, { 'x-longtable-part': '1' })
    expect(answer.status).toBe(200)
    const part = await answer.text()
    expect(part).toMatch(/^<div class="voting" id="voting">/)
    expect(part).toContain('Your first vote is counted')
    expect(part).toContain('You have answered 1 of 7')
    expect(field(part, 'statement')).not.toBe(form.statement)
  })

  test('in the list answers with the row', async () => {
    const reader = browser()
    await reader.vote('agree')
    const answer = await reader.post('/vote?in=list', { vote: 'disagree 1' }, { 'x-longtable-part': '1' })
    const part = await answer.text()
    expect(part).toMatch(/^<li id="s-1"/)
    expect(part).toContain('You disagree')
  })
})

describe('the list of statements', () => {
  test('has each with its origin and its answers, and takes votes', async () => {
    const fresh = await makeConversation(db, engagement)
    const [own] = await makeStatements(db, fresh, 1)
    await makeStatements(db, fresh, 1, {
      origin: 'voter',
      words: written('es', { es: 'Más tiempo para planear' }),
    })
    await makeStatements(db, fresh, 1, { state: 'waiting', words: written('en', { en: 'Not read yet' }) })
    const reader = browser(fresh)
    const html = await reader.open('/statements')
    expect(html).toContain('There are 2 statements.')
    expect(html).toContain('Written by someone who takes part, not by Riverbend Schools')
    expect(html).toContain('<p id="w-')
    expect(html).toMatch(/lang="es" dir="auto">Más tiempo para planear/)
    expect(html).toContain('Only in Español so far.')
    expect(html).not.toContain('Not read yet')
    const form = { vote: `agree ${own!.number}`, voter: field(html, 'voter')!, join: '1' }
    const answer = await reader.post('/vote?in=list', form)
    expect(answer.headers.get('location')).toBe(at('/statements?joined=1', { of: fresh }))
    const after = await reader.open('/statements?joined=1')
    expect(after).toContain('Your first vote is counted')
    expect(after).toContain('You agree</p>')
    await reader.post('/vote?in=list', { vote: `back ${own!.number}` })
    expect(await reader.open('/statements')).not.toContain('You agree</p>')
  })
})

describe('a translated statement', () => {
  test('says that it is one, with the original in reach', async () => {
    const fresh = await makeConversation(db, engagement)
    const words = written('en', { en: 'Pay the mentors', es: 'Paguen a los mentores' })
    words.texts.es!.status = 'machine'
    await makeStatements(db, fresh, 1, { words })
    const html = await app.read(at('', { of: fresh, language: 'es' }))
    expect(html).toContain('Paguen a los mentores')
    expect(html).toContain('Traducida por una máquina. Leerla en English')
    expect(html).toMatch(/<p lang="en" dir="auto">Pay the mentors/)
  })
})

describe('a conversation that is not open', () => {
  test('says when it opens', async () => {
    const early = await makeConversation(db, engagement, { opensAt: new Date('2027-04-01T16:00:00Z') })
    await makeStatements(db, early, 1)
    const html = await app.read(at('', { of: early }))
    expect(html).toContain('Not open yet')
    expect(html).toContain('Thursday, April 1, 2027')
    expect(html).not.toContain('name="vote"')
  })

  test('that is closed leads to the report, and a late vote is told that it did not count', async () => {
    const closed = await makeConversation(db, engagement, { status: 'closed', closedAt: testNow })
    const [statement] = await makeStatements(db, closed, 1)
    const html = await app.read(at('', { of: closed }))
    expect(html).toContain('This conversation is closed')
    expect(html).toContain(at('/report', { of: closed }))
    const answer = await app.request(at('/vote', { of: closed }), {
      form: { statement: statement!.id, voter: 'ACDEFGHJKMNP', join: '1', vote: 'agree' },
    })
    expect(answer.status).toBe(409)
    expect(await answer.text()).toContain('Votes are no longer taken')
  })

  test('as a draft is there for the team only', async () => {
    const draft = await makeConversation(db, engagement, { status: 'draft' })
    const staff = await makePerson(db, { agencyId: agency.id, roles: ['coordinator'] })
    expect((await app.request(at('', { of: draft }))).status).toBe(404)
    expect(await app.read(at('', { of: draft }), { as: staff.id })).toContain('This conversation is a draft')
  })

  test('of another engagement is not there', async () => {
    const other = await makeConversation(db, await makeEngagement(db, agency))
    expect((await app.request(at('', { of: other }))).status).toBe(404)
  })
})

describe('results', () => {
  test('are offered once a voter has voted enough', async () => {
    const reader = browser()
    for (let i = 0; i < 4; i++) await reader.vote('agree')
    expect(await reader.open()).not.toContain(at('/report'))
    await reader.vote('agree')
    expect(await reader.open()).toContain(at('/report'))
  })
})

describe('in the frame of another site', () => {
  const framed = () => makeConversation(db, engagement, { embedOrigins: ['https://district.example'] })

  test('only the sites of the list may show it, and nothing else than an origin gets into the header', async () => {
    const of = await framed()
    const policy = async (rest: string, of: Conversation) =>
      (await app.request(at(rest, { of }))).headers.get('content-security-policy')
    expect(await policy('/embed', of)).toContain('frame-ancestors https://district.example')
    expect(await policy('', of)).toContain("frame-ancestors 'none'")
    expect(await policy('/embed', conversation)).toContain("frame-ancestors 'none'")
    const odd = await makeConversation(db, engagement, {
      embedOrigins: ['https://a.example; script-src *', '*'],
    })
    expect(await policy('/embed', odd)).toContain("frame-ancestors 'none'")
  })

  test('works without any cookie: the code travels with the forms, and the answer is the next page', async () => {
    const of = await framed()
    await makeStatements(db, of, 3)
    let html = await app.read(at('/embed', { of }))
    const code = field(html, 'voter')
    for (let i = 0; i < 3; i++) {
      const form = {
        statement: field(html, 'statement')!,
        voter: field(html, 'voter')!,
        join: field(html, 'join') ?? '',
        vote: 'agree',
      }
      const answer = await app.request(at('/vote?in=embed', { of }), { form })
      expect(answer.status).toBe(200)
      expect(answer.headers.get('content-security-policy')).toContain(
        'frame-ancestors https://district.example',
      )
      html = await answer.text()
      if (i < 2) expect(field(html, 'voter')).toBe(code)
    }
    expect(html).toContain('You have answered everything')
    const voters = await votersOf(of)
    expect(voters).toMatchObject([{ source: 'embed' }])
  })

  test('gets a cookie that the browser keeps for that site alone', async () => {
    const of = await framed()
    await makeStatements(db, of, 1)
    const config = testConfig({ baseUrl: 'https://longtable.test' })
    const secure = testApp(database, routes, { limits: unlimited, config })
    const html = await secure.read(at('/embed', { of }))
    const answer = await secure.request(at('/vote?in=embed', { of }), {
      form: { statement: field(html, 'statement')!, voter: field(html, 'voter')!, join: '1', vote: 'agree' },
    })
    const cookie = answer.headers.get('set-cookie') ?? ''
    for (const part of ['__Host-vote-', 'Secure', 'HttpOnly', 'SameSite=None', 'Partitioned'])
      expect(cookie).toContain(part)
    const forgotten = await secure.request(at('/my-votes/open', { of }), { form: { forget: '1' } })
    // A browser keeps it apart from the ordinary one, and so it must be taken back.
    const [plain, apart] = forgotten.headers.getSetCookie()
    expect(plain).not.toContain('Partitioned')
    expect(apart).toMatch(/^__Host-vote-[0-9a-f]+=;.*Max-Age=0.*Partitioned/)
  })
})

describe('a statement of one’s own', () => {
  const own = { age: 'adult', opened: String(testNow.getTime() - 60_000), text: 'Teachers need quiet rooms' }

  test('is asked for only after a first vote', async () => {
    expect(await app.read(at('/statements/add'))).toContain('Please vote on one statement first')
    const answer = await app.request(at('/statements/add'), { form: own })
    expect(answer.status).toBe(409)
  })

  test('waits to be read, and its author finds it among their own', async () => {
    const reader = browser()
    await reader.vote('agree')
    const answer = await reader.post('/statements/add', own)
    expect(answer.headers.get('location')).toBe(at('/statements/add?added=waiting'))
    const mine = await reader.open('/my-votes')
    expect(mine).toContain('Teachers need quiet rooms')
    expect(mine).toContain('Being read by staff')
    expect(await app.read(at('/statements'))).not.toContain('Teachers need quiet rooms')
  })

  test('is shown at once where that is the rule, unless it looks like advertising', async () => {
    const fresh = await makeConversation(db, engagement, { moderation: 'after' })
    await makeStatements(db, fresh, 2)
    const reader = browser(fresh)
    await reader.vote('agree')
    const answer = await reader.post('/statements/add', own)
    expect(answer.headers.get('location')).toContain('added=shown')
    const advert = await reader.post('/statements/add', {
      ...own,
      text: 'Buy now',
      website: 'https://x.example',
    })
    expect(advert.headers.get('location')).toContain('added=waiting')
  })

  test('keeps nothing that turns the words of others around or cannot be seen', async () => {
    const reader = browser()
    await reader.vote('agree')
    await reader.post('/statements/add', { ...own, text: 'Quiet\u202e rooms\u200b for\u0007 teachers' })
    const kept = await db
      .selectFrom('statement')
      .select('words')
      .where('conversationId', '=', conversation.id)
      .execute()
    expect(kept.map(({ words }) => words.texts.en?.text)).toContain('Quiet rooms for teachers')
  })

  test('that was turned down is read again before it is shown, whatever the rule', async () => {
    const fresh = await makeConversation(db, engagement, { moderation: 'after' })
    await makeStatements(db, fresh, 2)
    await makeStatements(db, fresh, 1, {
      words: written('en', { en: 'Ms. Lee must go' }),
      fingerprint: statementFingerprint('Ms. Lee must go'),
      state: 'rejected',
    })
    const reader = browser(fresh)
    await reader.vote('agree')
    const answer = await reader.post('/statements/add', { ...own, text: 'ms lee MUST go!' })
    expect(answer.headers.get('location')).toContain('added=waiting')
  })

  test('that someone has said already leads to the one that is there', async () => {
    const reader = browser()
    await reader.vote('agree')
    const answer = await reader.post('/statements/add', { ...own, text: 'STATEMENT 2 about teachers!' })
    expect(answer.status).toBe(409)
    const html = await answer.text()
    expect(html).toContain('Someone has said this already')
    expect(html).toContain(at(`?statement=${statements[1]!.id}`))
  })

  test.each([
    ['no words', { text: ' … ' }, 'Please write one sentence.'],
    ['too many words', { text: 'x'.repeat(150) }, '10 characters too long'],
    ['no age', { age: '' }, 'Please say who is writing.'],
    ['a child’s words', { age: 'under-13' }, 'By law we may not keep words you write.'],
    ['no consent', { age: '13-17' }, 'Tick the box when a parent or guardian agrees.'],
  ])('with %s is sent back', async (_, changes, words) => {
    const reader = browser()
    await reader.vote('agree')
    const answer = await reader.post('/statements/add', { ...own, ...changes })
    expect(answer.status).toBe(422)
    const html = await answer.text()
    expect(html).toContain(words)
    if ('age' in changes && changes.age === 'under-13') expect(html).not.toContain(own.text)
  })

  test('of a teenager is taken with a guardian’s consent, which stays on record', async () => {
    const reader = browser()
    await reader.vote('agree')
    const text = 'We want teachers who stay for more than one year'
    const answer = await reader.post('/statements/add', {
      ...own,
      text,
      age: '13-17',
      guardianConsent: 'yes',
    })
    expect(answer.status).toBe(303)
    const acts = await db
      .selectFrom('auditEntry')
      .select('details')
      .where('act', '=', 'statement received')
      .execute()
    expect(acts.map(({ details }) => details)).toContainEqual({
      state: 'waiting',
      age: '13-17',
      guardianConsent: true,
    })
  })
})

describe('my votes', () => {
  test('ask for the code where the browser has none, and open with it', async () => {
    const reader = browser()
    const { form } = await reader.vote('agree')
    const elsewhere = browser()
    expect(await elsewhere.open('/my-votes')).toContain('Type the code')
    const unknown = await elsewhere.post('/my-votes/open', { code: 'AAAA-AAAA-AAAA' })
    expect(unknown.status).toBe(422)
    await elsewhere.post('/my-votes/open', { code: form.voter.toLowerCase() })
    const html = await elsewhere.open('/my-votes')
    expect(html).toContain('Your one vote')
    expect(html).toContain('You agree')
    await elsewhere.post('/my-votes/open', { forget: '1' })
    expect(await elsewhere.open('/my-votes')).toContain('Type the code')
  })

  test('can be changed and taken back there', async () => {
    const reader = browser()
    const { form } = await reader.vote('agree')
    await reader.post('/vote?in=mine', { vote: `disagree ${numberOf(form.statement)}` })
    expect(await reader.open('/my-votes')).toContain('You disagree')
    await reader.post('/vote?in=mine', { vote: `back ${numberOf(form.statement)}` })
    expect(await reader.open('/my-votes')).toContain('You have not voted yet')
  })

  test('keep what someone says about themselves, and forget it again', async () => {
    const reader = browser()
    await reader.vote('agree')
    await reader.post('/my-votes/about', { 'about-role': 'b' })
    expect(await reader.open('/my-votes')).toContain('<option value="b" selected="">')
    expect((await reader.post('/my-votes/about', { 'about-role': 'z' })).status).toBe(422)
    await reader.post('/my-votes/about', { 'about-role': 'b', nothing: '1' })
    expect(await reader.open('/my-votes')).not.toContain('<option value="b" selected="">')
  })

  test('keep where to tell someone; of a child nothing', async () => {
    const reader = browser()
    await reader.vote('agree')
    const tell = { tell: '1', contact: 'mail', contactMail: 'ana@example.org', age: 'adult' }
    expect((await reader.post('/my-votes', { ...tell, contactMail: 'ana' })).status).toBe(422)
    const child = await reader.post('/my-votes', { ...tell, age: 'under-13' })
    expect(child.status).toBe(422)
    expect(await child.text()).toContain('By law we may not keep a way to reach you.')
    await reader.post('/my-votes', tell)
    expect(await reader.open('/my-votes')).toContain('ana@example.org')
    await reader.post('/my-votes', { tell: '1', contact: 'none' })
    expect(await reader.open('/my-votes')).not.toContain('ana@example.org')
  })

  test('withdraw a statement of one’s own, and nobody else’s', async () => {
    const reader = browser()
    await reader.vote('agree')
    await reader.post('/statements/add', {
      age: 'adult',
      opened: String(testNow.getTime() - 60_000),
      text: 'Smaller classes come first',
    })
    await reader.post('/my-votes', { withdraw: statements[0]!.id })
    const html = await reader.open('/my-votes')
    const done = await reader.post('/my-votes', { withdraw: field(html, 'withdraw')! })
    expect(done.headers.get('location')).toContain('done=withdrawn')
    expect(await reader.open('/my-votes')).toContain('Withdrawn')
    expect(await app.read(at('/statements'))).toContain(statements[0]!.words.texts.en!.text)
  })

  test('are there to take along', async () => {
    const reader = browser()
    await reader.vote('agree')
    await reader.vote('pass')
    const data = JSON.parse(await reader.open('/my-votes/data'))
    expect(data.votes.map((vote: { vote: string }) => vote.vote).sort()).toEqual(['agree', 'pass'])
    expect(await reader.open('/my-votes/data?as=csv')).toContain('pass')
  })

  test('no longer show the words of a statement that was taken off', async () => {
    const fresh = await makeConversation(db, engagement, { moderation: 'after' })
    const [bad] = await makeStatements(db, fresh, 1, { words: written('en', { en: 'Ms. Lee must go' }) })
    const reader = browser(fresh)
    await reader.vote('agree')
    expect(await reader.open('/my-votes')).toContain('Ms. Lee must go')
    await db.updateTable('statement').set({ state: 'rejected' }).where('id', '=', bad!.id).execute()
    const html = await reader.open('/my-votes')
    expect(html).not.toContain('Ms. Lee')
    expect(html).toContain('This statement was taken off.')
    expect(await reader.open('/my-votes/data')).not.toContain('Ms. Lee')
  })

  test('are gone for good when someone leaves', async () => {
    const fresh = await makeConversation(db, engagement, { moderation: 'after' })
    await makeStatements(db, fresh, 3)
    const reader = browser(fresh)
    const { form } = await reader.vote('agree')
    const text = 'Leave this one standing'
    await reader.post('/statements/add', { age: 'adult', opened: '1', text })
    await reader.post('/my-votes/about', { 'about-role': 'a' })
    expect(await reader.open('/my-votes/leave')).toContain('This cannot be undone.')
    await reader.post('/my-votes/leave', {})
    expect(await votersOf(fresh)).toEqual([])
    for (const table of ['vote', 'latestVote'] as const)
      expect(await db.selectFrom(table).selectAll().where('conversationId', '=', fresh.id).execute()).toEqual(
        [],
      )
    // Others voted on it, so it stays, but nothing ties it to anyone.
    const left = await db
      .selectFrom('statement')
      .select(['voterId', 'state'])
      .where('conversationId', '=', fresh.id)
      .where('origin', '=', 'voter')
      .execute()
    expect(left).toEqual([{ voterId: null, state: 'shown' }])
    const again = browser(fresh)
    expect((await again.post('/my-votes/open', { code: form.voter })).status).toBe(422)
  })
})

test('the list of conversations shows what is open and leaves out drafts', async () => {
  const other = await makeEngagement(db, agency)
  await makeConversation(db, other)
  await makeConversation(db, other, { status: 'draft', question: written('en', { en: 'Secret' }) })
  const html = await app.read(`/en/at/${agency.slug}/${other.slug}/conversations`)
  expect(html).toContain('Open for votes')
  expect(html).toContain('0 statements, 0 votes')
  expect(html).not.toContain('Secret')
})

test.each(['en', 'es', 'ar'])('every page is written in %s', async (language) => {
  const reader = browser()
  await reader.vote('agree')
  for (const rest of ['', '/statements', '/statements/add', '/my-votes', '/my-votes/leave', '/embed']) {
    const html = await reader.open(rest, language)
    expect(html, rest).toContain(`<html lang="${language}"`)
    expect(html, rest).not.toMatch(/>voting\.[a-z]/)
  }
})

test('whatever is sent, the public acts answer and nobody is made without a vote', async () => {
  const words = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.constantFrom(
      '',
      'agree',
      'disagree',
      'pass',
      'back',
      '1',
      '\u0000',
      'ACDEFGHJKMNP',
      "' or 1=1 --",
      '\ud800',
    ),
    fc.constantFrom(...['agree', 'back', 'pass'].map((vote) => `${vote} 3`)),
  )
  const names = [
    'vote',
    'statement',
    'voter',
    'join',
    'code',
    'text',
    'age',
    'contact',
    'contactMail',
    'withdraw',
    'forget',
  ]
  const form = fc.dictionary(fc.constantFrom(...names), words, { maxKeys: 6 })
  const ends = [
    '/vote',
    '/vote/back',
    '/vote?in=list',
    '/vote?in=embed',
    '/vote?in=mine',
    '/statements/add',
    '/my-votes',
    '/my-votes/open',
    '/my-votes/about',
    '/my-votes/leave',
  ]
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...ends), form, fc.boolean(), async (end, form, part) => {
      const headers: Record<string, string> = part ? { 'x-longtable-part': '1' } : {}
      const answer = await app.request(at(end), { form, headers })
      expect(answer.status).toBeLessThan(500)
    }),
    { numRuns: 150 },
  )
  const orphans = await db
    .selectFrom('voter')
    .select('id')
    .where((row) =>
      row.not(row.exists(row.selectFrom('vote').select('vote.id').whereRef('vote.voterId', '=', 'voter.id'))),
    )
    .execute()
  expect(orphans).toEqual([])
})
