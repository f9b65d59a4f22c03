import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import type { z } from 'zod'
import { testApp, testNow } from '../../../tests/support/app.ts'
import { testDatabase } from '../../../tests/support/database.ts'
import { makeConversation, makeStatements } from '../../../tests/support/make-conversation.ts'
import { makeAgency, makeEngagement, makePerson } from '../../../tests/support/make.ts'
import { countOpinions } from '../../analysis/opinion/opinion.thread.ts'
import { newId } from '../../platform/db/id.ts'
import { nothingWritten, written } from '../../platform/i18n/written.ts'
import type { Agency } from '../agencies/agency.ts'
import { addAboutQuestion } from '../comments/about-question.store.ts'
import { findComment, listComments, saveComment } from '../comments/comment.store.ts'
import { addQuestion } from '../comments/question.store.ts'
import { sendComment } from '../comments/send-comment.action.ts'
import type { CountVotes } from '../conversations/count-votes.action.ts'
import { fixReport } from '../conversations/freeze-report.action.ts'
import {
  addDecision,
  linkThemes,
  listDispositions,
  saveDecision,
  saveDisposition,
} from '../decisions/decision.store.ts'
import type { Engagement } from '../engagements/engagement.ts'
import { addTimelineEntry } from '../engagements/timeline.store.ts'
import { addTheme, publishThemes } from '../themes/theme.store.ts'
import { apiDescription, endpoints } from './api-description.ts'
import * as schema from './api-schema.ts'
import type { Scope } from './api-token.ts'
import { integrationRoutes } from './integration.routes.tsx'
import { makeToken } from './make-token.action.ts'

const database = testDatabase()
const { db } = database
const { request, services } = testApp(database, integrationRoutes)

let agency: Agency
let engagement: Engagement
let draft: Engagement
let administrator: string
let base: string
let question: string
let published: string[] = []

async function tokenWith(scopes: Scope[], lifeDays?: number): Promise<string> {
  const { secret } = await makeToken(
    db,
    { agencyId: agency.id, name: 'Form', scopes, lifeDays, by: administrator },
    testNow,
  )
  return secret
}

beforeAll(async () => {
  agency = await makeAgency(db)
  engagement = await makeEngagement(db, agency)
  draft = await makeEngagement(db, agency, { status: 'draft' })
  administrator = (await makePerson(db, { agencyId: agency.id, roles: ['administrator'] })).id
  base = `/api/v1/agencies/${agency.slug}/engagements/${engagement.slug}`
  const own = { agencyId: agency.id, engagementId: engagement.id, hint: nothingWritten, required: false }
  question = (await addQuestion(db, {
    ...own,
    code: 'Q1',
    position: 1,
    kind: 'text',
    prompt: written('en', { en: 'What should change?' }),
    options: [],
  }))!
  const options = [
    { id: 'a', label: written('en', { en: 'Mentors' }) },
    { id: 'b', label: written('en', { en: 'Pay' }) },
  ]
  await addQuestion(db, {
    ...own,
    code: 'Q2',
    position: 2,
    kind: 'multiple',
    prompt: written('en', { en: 'Which?' }),
    options,
  })
  await addAboutQuestion(db, {
    agencyId: agency.id,
    engagementId: engagement.id,
    key: 'role',
    position: 1,
    prompt: written('en', { en: 'Who are you?' }),
    options,
  })
  for (let number = 1; number <= 5; number++) {
    const sent = await sendComment(
      services,
      {
        agency,
        engagement,
        channel: 'web',
        answers: [
          {
            questionId: question,
            text: `Please pay the mentors of new teachers, ${number}.`,
            choices: null,
            number: null,
          },
        ],
        contact: { channel: 'mail', address: `author-${number}@example.org` },
        submissionKey: newId(),
        receivedAt: new Date(testNow.getTime() - number * 3600_000),
      },
      testNow,
    )
    if (sent.outcome === 'accepted') published.push(sent.commentId)
  }
  await saveComment(db, { agencyId: agency.id, id: published[0]! }, { state: 'held' })
  published = published.slice(1)
  await addTimelineEntry(db, {
    agencyId: agency.id,
    id: newId(),
    engagementId: engagement.id,
    day: '2027-03-10',
    startsAt: testNow,
    endsAt: null,
    title: written('en', { en: 'Evening at the library' }),
    detail: nothingWritten,
    place: 'Library',
    takesPart: true,
    sequence: 0,
    cancelledAt: null,
    changedAt: testNow,
  })
  const themeId = await addTheme(
    db,
    { agencyId: agency.id, engagementId: engagement.id, title: written('en', { en: 'Mentors' }) },
    testNow,
  )
  await addTheme(
    db,
    { agencyId: agency.id, engagementId: engagement.id, title: written('en', { en: 'Not public yet' }) },
    testNow,
  )
  await publishThemes(db, agency.id, [themeId], testNow)
  const words = written('en', { en: 'Mentors in every school?' })
  const decisionId = await addDecision(
    db,
    { agencyId: agency.id, engagementId: engagement.id, question: words, by: administrator },
    testNow,
  )
  await linkThemes(db, { agencyId: agency.id, id: decisionId, question: words }, [themeId])
  const [disposition] = await listDispositions(db, agency.id, [decisionId])
  await saveDisposition(db, disposition!, {
    outcome: 'adopted',
    reason: written('en', { en: 'You asked for it.' }),
  })
  const vote = {
    method: 'vote' as const,
    methodDetail: { for: 5, against: 2, threshold: 'majority' as const },
  }
  const options2 = [{ id: 'option-1', label: written('en', { en: 'Yes' }) }]
  await saveDecision(
    db,
    { agencyId: agency.id, id: decisionId, version: 1 },
    { ...vote, options: options2, status: 'published', publishedAt: testNow, decidedOn: '2027-03-01' },
    testNow,
  )
})

async function read<Schema extends z.ZodType>(address: string, shape: Schema): Promise<z.output<Schema>> {
  const answer = await request(address)
  expect(answer.status, address).toBe(200)
  expect(answer.headers.get('content-type')).toMatch(/^application\/json/)
  const body: unknown = await answer.json()
  const parsed = shape.safeParse(body)
  expect(parsed.error?.issues ?? []).toEqual([])
  // Nothing beside what the description says.
  expect(parsed.data).toEqual(body)
  return parsed.data!
}

describe('reading', () => {
  test('every answer has the shape that is described', async () => {
    const list = await read(`/api/v1/agencies/${agency.slug}/engagements`, schema.EngagementList)
    expect(list.items.map((item) => [item.slug, item.comments])).toEqual([[engagement.slug, 4]])
    const one = await read(base, schema.EngagementWithQuestions)
    expect(one).toMatchObject({ comments: 4, takes_comments: true, status: 'open' })
    expect(one.questions.map((each) => each.code)).toEqual(['Q1', 'Q2'])
    expect((await read(`${base}/timeline`, schema.Timeline)).items).toHaveLength(1)
    expect((await read(`${base}/themes`, schema.ThemeList)).items).toMatchObject([
      { title: { texts: { en: { text: 'Mentors' } } }, comments: { shown: false, value: null } },
    ])
    const decisions = await read(`${base}/decisions`, schema.DecisionList)
    expect(decisions.items).toMatchObject([
      { method: 'vote', method_detail: { for: 5 }, dispositions: [{ outcome: 'adopted' }] },
    ])
    const comment = await read(`${base}/comments/${published[0]}`, schema.Comment)
    expect(comment).toMatchObject({
      received_on: '2027-03-03',
      channel: 'web',
      answers: [{ question: 'Q1' }],
    })
  })

  test('a conversation tells its statements, and what the votes show when everyone may see it', async () => {
    const open = await makeConversation(db, engagement, { resultsShown: 'after-voting' })
    const hiddenDraft = await makeConversation(db, engagement, { status: 'draft' })
    const closed = await makeConversation(db, engagement, { status: 'closed', closedAt: testNow })
    const [first, second] = await makeStatements(db, closed, 2)
    await makeStatements(db, closed, 1, { state: 'waiting' })
    const statements = [first!, second!]
    const voters = Array.from({ length: 14 }, () => newId())
    for (const id of voters) {
      const place = { agencyId: agency.id, conversationId: closed.id }
      const voter = {
        ...place,
        id,
        number: null,
        codeHash: id,
        source: 'web' as const,
        language: 'en',
        joinedAt: testNow,
      }
      await db
        .insertInto('voter')
        .values({ ...voter, contactChannel: null, contactAddress: null })
        .execute()
      const cast = { ...place, voterId: id, statementId: first!.id, value: 1 as const, castAt: testNow }
      await db
        .insertInto('latestVote')
        .values({ ...cast, propensity: null })
        .execute()
      await db
        .insertInto('vote')
        .values({ ...cast, id: newId(), propensity: null })
        .execute()
    }
    const count: CountVotes = async (task) => countOpinions(task)
    const place = { agencyId: agency.id, conversationId: closed.id, by: null }
    await fixReport({ db, now: () => testNow, count }, place)
    const list = await read(`${base}/conversations`, schema.ConversationList)
    expect(list.items.map((item) => [item.id, item.status, item.takes_votes])).toEqual([
      [open.id, 'open', true],
      [closed.id, 'closed', false],
    ])
    const withoutReport = await read(`${base}/conversations/${open.id}`, schema.ConversationWithReport)
    expect(withoutReport.report).toBeNull()
    const whole = await read(`${base}/conversations/${closed.id}`, schema.ConversationWithReport)
    expect(whole.statements.map((one) => one.id)).toEqual(statements.map((one) => one.id))
    expect(whole.report).toMatchObject({
      standing: 'one-group',
      participants: { shown: true, value: 14 },
      common_ground: [{ statement: first!.id, direction: 'agree' }],
      statements: [{ statement: first!.id, votes: { agree: 14, disagree: 0, pass: 0 } }],
    })
    expect(whole.report!.closing_hash).toMatch(/^[0-9a-f]{64}$/)
    expect(JSON.stringify(whole)).not.toContain(voters[0])
    expect((await request(`${base}/conversations/${hiddenDraft.id}`)).status).toBe(404)
  })

  test('nothing about authors, no receipt and no draft is ever told', async () => {
    const text = await (await request(`${base}/comments`)).text()
    expect(text).not.toMatch(/example\.org|receipt|contact|person|about|submission/i)
    const staff = { as: administrator }
    for (const path of ['', '/comments', '/themes', '/decisions', '/timeline', '/conversations']) {
      const hidden = `/api/v1/agencies/${agency.slug}/engagements/${draft.slug}${path}`
      expect((await request(hidden)).status).toBe(404)
      expect((await request(hidden, staff)).status).toBe(404)
    }
  })

  test('a held comment and one of another engagement are not there', async () => {
    const held = (await listComments(db, agency.id, engagement.id, { states: ['held'] }))[0]!
    expect((await request(`${base}/comments/${held.id}`)).status).toBe(404)
    const other = await makeEngagement(db, agency)
    const answer = await request(
      `/api/v1/agencies/${agency.slug}/engagements/${other.slug}/comments/${published[0]}`,
    )
    expect(answer.status).toBe(404)
    expect(schema.Problem.parse(await answer.json())).toMatchObject({
      type: 'urn:longtable:problem:not-found',
      status: 404,
    })
  })

  test('pages lead on by Link until each comment was told once', async () => {
    const seen: string[] = []
    let address: string | undefined = `${base}/comments?limit=3`
    while (address) {
      const answer = await request(address)
      const page = schema.CommentList.parse(await answer.json())
      seen.push(...page.items.map((item) => item.id))
      const next: string | undefined = /<http:\/\/longtable\.test([^>]+)>; rel="next"/.exec(
        answer.headers.get('link') ?? '',
      )?.[1]
      expect(next === undefined).toBe(page.next === null)
      address = next
    }
    expect(seen).toEqual(published)
  })

  test('what has not changed is not sent again', async () => {
    const first = await request(`${base}/comments`)
    const etag = first.headers.get('etag')!
    const second = await request(`${base}/comments`, { headers: { 'if-none-match': etag } })
    expect([second.status, await second.text()]).toEqual([304, ''])
    expect(first.headers.get('access-control-allow-origin')).toBe('*')
  })

  test('a parameter that cannot be read is a problem that names it', async () => {
    for (const query of ['limit=0', 'limit=x', 'cursor=nonsense', 'question=Q99', 'language=..']) {
      const answer = await request(`${base}/comments?${query}`)
      expect([query, answer.status, answer.headers.get('content-type')]).toEqual([
        query,
        400,
        'application/problem+json',
      ])
      expect(schema.Problem.parse(await answer.json()).errors?.[0]?.pointer).toBe(query.split('=')[0])
    }
  })

  test('limits are told, and kept', async () => {
    const answer = await request(base)
    expect(answer.headers.get('ratelimit-policy')).toBe('"network";q=300;w=60')
    expect(answer.headers.get('ratelimit')).toMatch(/^"network";r=\d+;t=\d+$/)
    const full = testApp(database, integrationRoutes, {
      limits: { take: async () => ({ outcome: 'too-many', seconds: 7 }) },
    })
    const refused = await full.request(base)
    expect([refused.status, refused.headers.get('retry-after'), refused.headers.get('ratelimit')]).toEqual([
      429,
      '7',
      '"network";r=0;t=7',
    ])
    expect(schema.Problem.parse(await refused.json()).status).toBe(429)
  })
})

type Sent = { token?: string; key?: string; body?: unknown; type?: string; raw?: BodyInit; address?: string }

function send({
  token,
  key = newId(),
  body,
  type = 'application/json',
  raw,
  address = `${base}/comments`,
}: Sent): Promise<Response> {
  return request(address, {
    method: 'POST',
    headers: {
      'content-type': type,
      ...(token ? { authorization: `Bearer ${token}` } : {}),
      ...(key ? { 'idempotency-key': key } : {}),
    },
    body: raw ?? JSON.stringify(body),
  })
}

const goodBody = {
  answers: [
    { question: 'Q1', text: 'Mentors helped me to stay.' },
    { question: 'Q2', choices: ['a'] },
  ],
  about_you: [{ key: 'role', value: 'b' }],
  contact: { channel: 'mail', address: 'writer@example.org' },
  language: 'en',
  external_id: 'row 7',
}

describe('sending a comment', () => {
  test('it is taken once for each key, with the same answer each time', async () => {
    const token = await tokenWith(['comments:write'])
    const key = newId()
    const [first, second] = await Promise.all([
      send({ token, key, body: goodBody }),
      send({ token, key, body: goodBody }),
    ])
    expect([first.status, second.status]).toEqual([201, 201])
    const body = await first.text()
    expect(await second.text()).toBe(body)
    const third = await send({ token, key, body: goodBody })
    expect([third.status, await third.text()]).toEqual([201, body])
    const receipt = schema.Receipt.parse(JSON.parse(body))
    expect(receipt.receipt_url).toBe(`http://longtable.test/r/${receipt.receipt_code}`)
    const comment = await findComment(db, agency.id, receipt.id)
    expect(comment).toMatchObject({
      channel: 'api',
      state: 'published',
      contactAddress: 'writer@example.org',
    })
    expect(comment!.provenance).toMatchObject({ external_id: 'row 7' })
    const another = await send({
      token,
      key,
      body: { answers: [{ question: 'Q1', text: 'Something else.' }] },
    })
    expect([another.status, schema.Problem.parse(await another.json()).type]).toEqual([
      422,
      'urn:longtable:problem:idempotency-key-reused',
    ])
  })

  test('of a child under 13 nothing is kept by which another system knows them', async () => {
    const body = { answers: [{ question: 'Q2', choices: ['b'] }], age: 'under-13', external_id: 'pupil 4711' }
    const answer = await send({ token: await tokenWith(['comments:write']), key: 'pupil-4711', body })
    expect(answer.status).toBe(201)
    const { id } = schema.Receipt.parse(await answer.json())
    expect(JSON.stringify(await findComment(db, agency.id, id))).not.toContain('4711')
  })

  test('without a token, with a wrong, expired, foreign, revoked or narrow one it is refused', async () => {
    const narrow = await tokenWith(['read'])
    const expired = await tokenWith(['comments:write'], -1)
    const other = await makeAgency(db)
    const foreign = await makeToken(
      db,
      { agencyId: other.id, name: 'x', scopes: ['comments:write'], lifeDays: undefined, by: administrator },
      testNow,
    )
    const before = await listComments(db, agency.id, engagement.id)
    for (const [token, status] of [
      [undefined, 401],
      ['lt_nonsense', 401],
      ['x', 401],
      [expired, 401],
      [foreign.secret, 401],
      [narrow, 403],
    ] as const) {
      const answer = await send({ token, body: goodBody })
      expect([token, answer.status]).toEqual([token, status])
      expect(answer.headers.get('www-authenticate')).toMatch(/^Bearer /)
      expect(answer.headers.get('content-type')).toBe('application/problem+json')
    }
    expect(await listComments(db, agency.id, engagement.id)).toHaveLength(before.length)
  })

  test('what is wrong with it is told where it stands, and nothing is kept', async () => {
    const token = await tokenWith(['comments:write'])
    const before = await listComments(db, agency.id, engagement.id)
    const cases: [Sent, number, string | undefined][] = [
      [{ body: {} }, 422, '/answers'],
      [{ body: { answers: [{ question: 'Q9', text: 'x' }] } }, 422, '/answers/0/question'],
      [{ body: { answers: [{ question: 'Q1', choices: ['a'] }] } }, 422, '/answers/0'],
      [{ body: { answers: [{ question: 'Q2', choices: ['z'] }] } }, 422, '/answers/0'],
      [{ body: { answers: [{ question: 'Q1', text: '   ' }] } }, 422, '/answers/0'],
      [{ body: { ...goodBody, anwsers: [] } }, 422, '/'],
      [{ body: { ...goodBody, about_you: [{ key: 'nope', value: 'a' }] } }, 422, '/about_you/0/key'],
      [{ body: { ...goodBody, contact: { channel: 'mail', address: 'nobody' } } }, 422, '/contact'],
      [{ body: { ...goodBody, age: 'under-13', contact: undefined } }, 422, '/answers/0'],
      [{ raw: '{"answers":' }, 400, undefined],
      [{ raw: Buffer.from([0x7b, 0xff, 0x7d]) }, 400, undefined],
      [{ body: goodBody, type: 'text/plain' }, 415, undefined],
      [{ body: goodBody, key: '' }, 400, undefined],
      [{ body: goodBody, key: 'k'.repeat(201) }, 400, undefined],
      [{ raw: ' '.repeat(300_000) }, 413, undefined],
    ]
    for (const [sent, status, pointer] of cases) {
      const answer = await send({ token, ...sent })
      const problem = schema.Problem.parse(await answer.json())
      expect([JSON.stringify(sent).slice(0, 80), answer.status, problem.errors?.[0]?.pointer]).toEqual([
        JSON.stringify(sent).slice(0, 80),
        status,
        pointer,
      ])
    }
    expect(await listComments(db, agency.id, engagement.id)).toHaveLength(before.length)
  })

  test('a closed engagement says so, and a draft is not there', async () => {
    const token = await tokenWith(['comments:write'])
    const closed = await makeEngagement(db, agency, { status: 'closed' })
    const own = {
      agencyId: agency.id,
      engagementId: closed.id,
      hint: nothingWritten,
      required: false,
      options: [],
      position: 1,
    }
    await addQuestion(db, { ...own, code: 'Q1', kind: 'text', prompt: written('en', { en: 'What?' }) })
    const body = { answers: [{ question: 'Q1', text: 'Too late?' }] }
    const to = (slug: string) => `/api/v1/agencies/${agency.slug}/engagements/${slug}/comments`
    expect((await send({ token, body, address: to(closed.slug) })).status).toBe(409)
    expect((await send({ token, body, address: to(draft.slug) })).status).toBe(404)
    expect((await send({ token, body, address: to('nowhere') })).status).toBe(404)
  })

  test('no body whatsoever ends in a failure of ours', async () => {
    const token = await tokenWith(['comments:write'])
    const generous = testApp(database, integrationRoutes, {
      limits: { take: async () => ({ outcome: 'ok' }) },
    })
    const word = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 40 }),
      fc.constantFrom('Q1', 'Q2', 'a', '\u0000', '\ud800', '__proto__', 'constructor', 'mail', 'role'),
    )
    const near = fc.record(
      {
        answers: fc.array(
          fc.record(
            {
              question: word,
              text: word,
              choices: fc.array(word, { maxLength: 3 }),
              number: fc.oneof(fc.double(), fc.integer()),
            },
            { requiredKeys: [] },
          ),
          { maxLength: 3 },
        ),
        about_you: fc.array(fc.record({ key: word, value: word }), { maxLength: 2 }),
        age: word,
        guardian_consent: fc.anything(),
        contact: fc.record({ channel: word, address: word }),
        language: word,
        external_id: word,
      },
      { requiredKeys: [] },
    )
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(near, fc.jsonValue()),
        fc.oneof(fc.uuid(), fc.string({ maxLength: 10 })),
        async (body, key) => {
          const answer = await generous.request(`${base}/comments`, {
            method: 'POST',
            headers: {
              'content-type': 'application/json',
              authorization: `Bearer ${token}`,
              'idempotency-key': encodeURIComponent(key.toWellFormed()),
            },
            body: JSON.stringify(body) ?? 'undefined',
          })
          const text = await answer.text()
          expect(answer.status, text).toBeLessThan(500)
          if (answer.status >= 400) expect(schema.Problem.safeParse(JSON.parse(text)).success).toBe(true)
        },
      ),
      { numRuns: 300 },
    )
  }, 60_000)
})

describe('the description', () => {
  const description = apiDescription('https://example.org')

  test('it is OpenAPI 3.1, served as it is made, and names every address once', async () => {
    const answer = await request('/api/v1/openapi.json')
    expect(await answer.json()).toEqual(JSON.parse(JSON.stringify(apiDescription('http://longtable.test'))))
    expect(description.openapi).toBe('3.1.0')
    const operations = Object.values(description.paths ?? {}).flatMap((path) =>
      Object.values(path as object),
    ) as { operationId: string }[]
    expect(operations.map((operation) => operation.operationId).sort()).toEqual(
      endpoints.map((endpoint) => endpoint.operationId).sort(),
    )
    expect(new Set(operations.map((operation) => operation.operationId)).size).toBe(endpoints.length)
    const routed = integrationRoutes
      .filter((route) => route.pattern.startsWith('/api/'))
      .map((route) => `${route.method} ${route.pattern}`)
    expect(routed.sort()).toEqual(
      [
        ...endpoints.map((endpoint) => `${endpoint.method} ${endpoint.path.pattern}`),
        'get /api/v1/openapi.json',
      ].sort(),
    )
  })

  test('every reference leads somewhere, every parameter of an address is declared, every answer has a shape', () => {
    const references = [
      ...JSON.stringify(description).matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g),
    ].map(([, name]) => name!)
    expect(references.length).toBeGreaterThan(20)
    for (const name of references) expect(description.components?.schemas).toHaveProperty([name])
    for (const [path, operations] of Object.entries(description.paths ?? {})) {
      const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)
      for (const operation of Object.values(operations as object) as {
        parameters: { name: string; in: string; required?: boolean }[]
        responses: Record<string, { content?: object }>
      }[]) {
        const declared = operation.parameters.filter((parameter) => parameter.in === 'path')
        expect(declared.map((parameter) => parameter.name)).toEqual(names)
        expect(declared.every((parameter) => parameter.required)).toBe(true)
        for (const [status, response] of Object.entries(operation.responses))
          expect([path, status, response.content !== undefined]).toEqual([path, status, status !== '304'])
      }
    }
  })
})
