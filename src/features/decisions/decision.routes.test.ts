import { beforeAll, describe, expect, test } from 'vitest'
import { testApp, testNow } from '../../../tests/support/app.ts'
import { makeCode, makeComment, makeQuestion, makeReading, makeTheme } from '../../../tests/support/coded.ts'
import { testDatabase } from '../../../tests/support/database.ts'
import { makeAgency, makeEngagement, makePerson } from '../../../tests/support/make.ts'
import { paths } from '../../paths.ts'
import { verifyAudit } from '../../platform/audit/audit.store.ts'
import { listMessages } from '../../platform/mail/message.store.ts'
import type { Agency } from '../agencies/agency.ts'
import type { Comment } from '../comments/comment.ts'
import { eraseComment } from '../comments/erase-comment.action.ts'
import type { Engagement } from '../engagements/engagement.ts'
import { chooseQuote } from '../themes/choose-quote.action.ts'
import { listCodedQuotes } from '../themes/quote.store.ts'
import { findTheme } from '../themes/theme.store.ts'
import { countHeard } from './count-heard.store.ts'
import { decisionRoutes } from './decision.routes.tsx'
import { findDecision } from './decision.store.ts'
import { tellAuthorsJob } from './tell-authors.job.ts'
import { threadOfComment } from './thread.store.ts'
import { listTold } from './told.store.ts'

const database = testDatabase()
const { db, pool } = database
const app = testApp(database, decisionRoutes)

let coordinator: string
let member: string
let agency: Agency
let elsewhere: string

beforeAll(async () => {
  agency = await makeAgency(db)
  coordinator = (await makePerson(db, { agencyId: agency.id, roles: ['coordinator'] })).id
  member = (await makePerson(db, { agencyId: agency.id, roles: ['member'] })).id
  const other = await makeAgency(db)
  elsewhere = (await makePerson(db, { agencyId: other.id, roles: ['coordinator'] })).id
})

type Setting = {
  engagement: Engagement
  here: { language: 'en'; agency: string; engagement: string }
  theme: string
  second: string
  comments: Comment[]
  decision: string
}

const contact = (address: string, channel: 'mail' | 'sms' = 'mail') => ({
  contactChannel: channel,
  contactAddress: address,
})

/** Two themes; six comments: two of one address (one on each theme), one by text in Spanish, one without contact, one on neither, one withdrawn. */
async function setting(): Promise<Setting> {
  const engagement = await makeEngagement(db, agency)
  const question = await makeQuestion(db, engagement)
  const here = { language: 'en' as const, agency: agency.slug, engagement: engagement.slug }
  const [a, b] = [await makeCode(db, engagement, 'A'), await makeCode(db, engagement, 'B')]
  const [theme, second] = [
    await makeTheme(db, engagement, 'Mentors for new teachers', [a]),
    await makeTheme(db, engagement, 'Fewer transfers', [b]),
  ]
  const comments = [
    await makeComment(db, engagement, question, 'Give new teachers a mentor', contact('ana@example.org')),
    await makeComment(db, engagement, question, 'Stop the transfers', contact('Ana@example.org')),
    await makeComment(db, engagement, question, 'Que alguien acompañe a los nuevos', {
      language: 'es',
      ...contact('+15305550123', 'sms'),
    }),
    await makeComment(db, engagement, question, 'A mentor in the same school'),
    await makeComment(db, engagement, question, 'Better lunches', contact('lunch@example.org')),
    await makeComment(db, engagement, question, 'Mentors, but I take it back', {
      state: 'withdrawn',
      ...contact('gone@example.org'),
    }),
  ]
  const codes = [a, b, a, a, undefined, a]
  for (const [index, code] of codes.entries()) {
    await makeReading(
      db,
      comments[index]!,
      coordinator,
      code ? [{ codeId: code, stance: 'for', words: index === 0 ? 'a mentor' : undefined }] : [],
    )
  }
  const begun = await app.request(paths.workDecisions.to(here), {
    as: coordinator,
    form: { 'question-en': 'How do we help new teachers?', 'question-es': '¿Cómo ayudamos?' },
  })
  const decision = begun.headers.get('location')!.split('/').at(-1)!
  return { engagement, here, theme, second, comments, decision }
}

const words = {
  'result-en': 'Two paid hours a week with a mentor.',
  method: 'consensus',
  level: 'All eleven agreed',
  responsible: 'Rosa Delgado',
  decidedOn: '2027-03-01',
  'minority-en': 'Two wanted coaches who travel.',
}

async function version(s: Setting): Promise<string> {
  return String((await findDecision(db, agency.id, s.engagement.id, s.decision))!.version)
}

async function writeAll(s: Setting): Promise<void> {
  const form = {
    ...words,
    'question-en': 'How do we help new teachers?',
    'question-es': '¿Cómo ayudamos?',
    version: await version(s),
    theme: [s.theme, s.second],
  }
  expect(
    (await app.request(paths.workDecision.to({ ...s.here, decision: s.decision }), { as: coordinator, form }))
      .status,
  ).toBe(303)
}

async function answer(s: Setting, theme: string, outcome: string, reason: string): Promise<Response> {
  const form = { outcome, 'reason-en': reason, 'reason-es': `${reason} (es)`, version: await version(s) }
  return app.request(paths.workDisposition.to({ ...s.here, decision: s.decision, theme }), {
    as: coordinator,
    form,
  })
}

async function publish(s: Setting): Promise<Response> {
  return app.request(paths.workDecisionPublish.to({ ...s.here, decision: s.decision }), {
    as: coordinator,
    form: { version: await version(s) },
  })
}

async function published(): Promise<Setting> {
  const s = await setting()
  await writeAll(s)
  await answer(s, s.theme, 'adopted', 'Hours after school do not happen')
  await answer(s, s.second, 'not', 'The contract forbids it until 2028')
  expect((await publish(s)).status).toBe(303)
  return s
}

const tell = (s: Setting, dispositionId?: string) =>
  tellAuthorsJob.run(app.services, { agencyId: agency.id, decisionId: s.decision, dispositionId })

async function messagesTo(s: Setting) {
  const ids = new Set(s.comments.map((comment) => comment.id))
  const all = await listMessages(db, agency.id, { limit: 500 })
  return all.filter((message) => message.aboutKind === 'comment' && ids.has(message.aboutId!))
}

const jobsOf = async (s: Setting, name: string) =>
  (
    await pool.query(`select data from pgboss.job where name = $1 and data::text like '%' || $2 || '%'`, [
      name,
      s.decision,
    ])
  ).rows.length

describe('publishing', () => {
  test('is refused while a linked theme has no outcome or reason, and names each', async () => {
    const s = await setting()
    await writeAll(s)
    await answer(s, s.theme, 'adopted', 'Because')
    const refused = await publish(s)
    expect(refused.status).toBe(409)
    const html = await refused.text()
    expect(html).toContain('“Fewer transfers”: nobody has said what becomes of it')
    expect(html).toContain('“Fewer transfers”: the reason is empty')
    expect((await findDecision(db, agency.id, s.engagement.id, s.decision))!.status).toBe('draft')
    expect(await jobsOf(s, 'tell-authors')).toBe(0)
    expect((await app.request(paths.decision.to({ ...s.here, decision: s.decision }))).status).toBe(404)
    await answer(s, s.second, 'not', 'The contract forbids it')
    expect(
      await app.read(paths.workDecisionPublish.to({ ...s.here, decision: s.decision }), { as: coordinator }),
    ).toContain('The authors of 4 comments are told')
    expect((await publish(s)).status).toBe(303)
    expect(await jobsOf(s, 'tell-authors')).toBe(1)
    expect(await jobsOf(s, 'tell-followers')).toBe(1)
    expect((await findTheme(db, agency.id, s.engagement.id, s.second))!.publishedAt).toEqual(testNow)
    expect((await verifyAudit(db)).faults).toEqual([])
    expect((await publish(s)).status).toBe(303)
    expect(await jobsOf(s, 'tell-authors')).toBe(1)
  })

  test('publishes only what its publisher saw', async () => {
    const s = await setting()
    await writeAll(s)
    await answer(s, s.theme, 'adopted', 'Because')
    await answer(s, s.second, 'not', 'Because not')
    const seen = await version(s)
    await answer(s, s.second, 'adopted', 'Changed at the last moment')
    const stale = await app.request(paths.workDecisionPublish.to({ ...s.here, decision: s.decision }), {
      as: coordinator,
      form: { version: seen },
    })
    expect(stale.status).toBe(409)
    expect((await findDecision(db, agency.id, s.engagement.id, s.decision))!.status).toBe('draft')
  })

  test('a reason is needed, and what was typed stays', async () => {
    const s = await setting()
    await writeAll(s)
    const refused = await answer(s, s.theme, '', '')
    expect(refused.status).toBe(422)
    const html = await refused.text()
    expect(html).toContain('Choose what becomes of this theme')
    expect(html).toContain('Give the reason')
  })

  test('two who write at once see each other', async () => {
    const s = await setting()
    const seen = await version(s)
    await writeAll(s)
    const form = { ...words, 'question-en': 'My other question', version: seen, theme: [] }
    const second = await app.request(paths.workDecision.to({ ...s.here, decision: s.decision }), {
      as: coordinator,
      form,
    })
    expect(second.status).toBe(409)
    const html = await second.text()
    expect(html).toContain('My other question')
    expect(html).toContain('How do we help new teachers?')
  })

  test('after it, only translations change', async () => {
    const s = await published()
    const address = paths.workDecision.to({ ...s.here, decision: s.decision })
    const form = {
      'question-en': 'Forged',
      'result-en': 'Forged',
      'result-es': 'Dos horas pagadas',
      version: await version(s),
      theme: [],
      responsible: 'Nobody',
      method: 'vote',
    }
    expect((await app.request(address, { as: coordinator, form })).status).toBe(303)
    const decision = (await findDecision(db, agency.id, s.engagement.id, s.decision))!
    expect(decision.result.texts.es!.text).toBe('Dos horas pagadas')
    expect(decision).toMatchObject({ responsible: 'Rosa Delgado', method: 'consensus' })
    expect(decision.question.texts.en!.text).toBe('How do we help new teachers?')
    expect((await threadOfComment(db, s.comments[0]!)).answers).toHaveLength(1)
    expect((await answer(s, s.theme, 'not', 'Forged reason')).status).toBe(303)
    const [kept] = (await threadOfComment(db, s.comments[0]!)).answers
    expect(kept!.disposition).toMatchObject({
      outcome: 'adopted',
      reason: { texts: { en: { text: 'Hours after school do not happen' } } },
    })
  })

  test('is for those who decide', async () => {
    const s = await setting()
    const address = paths.workDecisionPublish.to({ ...s.here, decision: s.decision })
    expect((await app.request(address, { as: member, form: { version: '1' } })).status).toBe(403)
    expect((await app.request(address, { as: elsewhere, form: { version: '1' } })).status).toBe(403)
    expect(
      (await app.request(paths.workDecision.to({ ...s.here, decision: s.decision }), { as: member })).status,
    ).toBe(200)
  })

  test('nobody of another engagement finds it', async () => {
    const [one, two] = [await setting(), await setting()]
    expect(
      (await app.request(paths.workDecision.to({ ...two.here, decision: one.decision }), { as: coordinator }))
        .status,
    ).toBe(404)
    const form = { version: await version(one) }
    expect(
      (
        await app.request(paths.workDecisionPublish.to({ ...two.here, decision: one.decision }), {
          as: coordinator,
          form,
        })
      ).status,
    ).toBe(404)
  })
})

describe('telling authors', () => {
  test('each person gets one message by their channel and in their language; run twice, nobody hears twice', async () => {
    const s = await published()
    await tell(s)
    const first = await messagesTo(s)
    expect(
      first.map((message) => [message.channel, message.toAddress.toLowerCase(), message.language]).sort(),
    ).toEqual([
      ['mail', 'ana@example.org', 'en'],
      ['sms', '+15305550123', 'es'],
    ])
    const mail = first.find((message) => message.channel === 'mail')!
    expect(mail.text).toContain('Mentors for new teachers')
    expect(mail.text).toContain('The contract forbids it until 2028')
    expect(mail.text).toContain(`/en/receipts/${s.comments[0]!.receiptCode}`)
    expect(mail.text).toContain(`/en/receipts/${s.comments[1]!.receiptCode}`)
    expect(mail.kind).toBe('notice')
    const text = first.find((message) => message.channel === 'sms')!
    expect(text.text).toContain(`/es/receipts/${s.comments[2]!.receiptCode}`)
    expect(text.text).toContain('Aceptado')
    const told = await Promise.all(
      s.comments.map(async (comment) =>
        (await listTold(db, agency.id, comment.id)).map((one) => one.channel),
      ),
    )
    expect(told).toEqual([['mail'], ['mail'], ['sms'], ['receipt'], [], []])
    await Promise.all([tell(s), tell(s)])
    expect(await messagesTo(s)).toHaveLength(2)
    const html = await app.read(paths.workDecision.to({ ...s.here, decision: s.decision }), {
      as: coordinator,
    })
    expect(html).toContain('2 authors were told by mail')
  })

  test('two jobs at the same moment tell each author once', async () => {
    const s = await published()
    await Promise.all([tell(s), tell(s), tell(s)])
    expect(await messagesTo(s)).toHaveLength(2)
  })

  test('whoever has erased their comment is not written to any more', async () => {
    const s = await published()
    await eraseComment(db, { agencyId: agency.id, commentId: s.comments[2]!.id, reason: 'author' }, testNow)
    await tell(s)
    expect((await messagesTo(s)).map((message) => message.channel)).toEqual(['mail'])
  })

  test('of a draft nobody hears', async () => {
    const s = await setting()
    await writeAll(s)
    await tell(s)
    expect(await messagesTo(s)).toEqual([])
  })

  test('when a point is done, its authors hear that too, once, and only they', async () => {
    const s = await published()
    await tell(s)
    const address = paths.workFollowUp.to({ ...s.here, decision: s.decision, theme: s.theme })
    expect((await app.request(address, { as: coordinator, form: { followUp: 'done' } })).status).toBe(422)
    expect(
      (
        await app.request(address, {
          as: coordinator,
          form: { followUp: 'done', 'note-en': '29 mentors work', 'note-es': '29 mentores trabajan' },
        })
      ).status,
    ).toBe(303)
    expect(
      (await app.request(address, { as: coordinator, form: { followUp: 'dropped', 'note-en': 'No' } }))
        .status,
    ).toBe(303)
    const [point] = (await threadOfComment(db, s.comments[0]!)).answers
    expect(point!.disposition.followUp).toBe('done')
    await tell(s, point!.disposition.id)
    await tell(s, point!.disposition.id)
    const messages = await messagesTo(s)
    expect(messages).toHaveLength(4)
    expect(messages.filter((message) => message.text.includes('29 mentors work'))).toHaveLength(1)
    expect(
      messages.filter((message) => message.channel === 'sms' && message.text.includes('Ya está hecho')),
    ).toHaveLength(1)
    expect((await listTold(db, agency.id, s.comments[1]!.id)).map((one) => one.occasion)).toEqual([
      'published',
    ])
  })

  test('what was not adopted cannot be followed up', async () => {
    const s = await published()
    const address = paths.workFollowUp.to({ ...s.here, decision: s.decision, theme: s.second })
    expect((await app.request(address, { as: coordinator })).status).toBe(404)
    expect(
      (await app.request(address, { as: coordinator, form: { followUp: 'done', 'note-en': 'x' } })).status,
    ).toBe(404)
  })
})

describe('the thread', () => {
  test('leads from a receipt to the decision and its reason, and says that the author was told', async () => {
    const s = await published()
    await tell(s)
    const html = await app.read(paths.receipt.to({ language: 'en', code: s.comments[1]!.receiptCode }))
    expect(html).toContain('Fewer transfers')
    expect(html).toContain('The contract forbids it until 2028')
    expect(html).toContain('Not adopted')
    expect(html).toContain('by mail')
    expect(html).not.toContain('Hours after school do not happen')
    const spanish = await app.read(paths.receipt.to({ language: 'es', code: s.comments[2]!.receiptCode }))
    expect(spanish).toContain('Hours after school do not happen (es)')
  })

  test('shows nothing of themes that staff still work on', async () => {
    const s = await setting()
    const html = await app.read(paths.receipt.to({ language: 'en', code: s.comments[0]!.receiptCode }))
    expect(html).not.toContain('Mentors for new teachers')
    const { read, themes } = await threadOfComment(db, s.comments[0]!)
    expect(read).toEqual(testNow)
    expect(themes).toEqual([])
  })

  test('an unknown receipt is not there', async () => {
    expect((await app.request(paths.receipt.to({ language: 'en', code: 'ACDEFGHJKMNP' }))).status).toBe(404)
    expect((await app.request(paths.receipt.to({ language: 'en', code: 'x' }))).status).toBe(404)
  })
})

describe('the ledger', () => {
  test('shows each theme with outcome, reason, voices and the minority, and hides small numbers', async () => {
    const s = await published()
    const [coded] = await listCodedQuotes(db, agency.id, s.theme)
    await chooseQuote(
      db,
      {
        agencyId: agency.id,
        engagementId: s.engagement.id,
        themeId: s.theme,
        codingId: coded!.id,
        stance: 'for',
        by: coordinator,
      },
      testNow,
    )
    const html = await app.read(paths.decisions.to(s.here))
    for (const part of [
      'How do we help new teachers?',
      'Adopted',
      'The contract forbids it until 2028',
      'a mentor',
      'Two wanted coaches who travel',
      'fewer than 10',
      'All eleven agreed',
    ]) {
      expect(html).toContain(part)
    }
    expect(html).toContain('5 comments came in')
    expect(await app.read(paths.decision.to({ ...s.here, decision: s.decision }))).toContain(
      'Two paid hours a week',
    )
  })

  test('as a feed it names each decision with its outcomes, and answers 304 to whoever has it', async () => {
    const s = await published()
    const answer = await app.request(paths.decisionsAtom.to(s.here))
    const xml = await answer.text()
    expect(xml).toContain('<title>How do we help new teachers?</title>')
    expect(xml).toContain('Fewer transfers: Not adopted')
    expect(xml).toContain(`urn:uuid:${s.decision}`)
    const again = await app.request(paths.decisionsAtom.to(s.here), {
      headers: { 'if-none-match': answer.headers.get('etag')! },
    })
    expect(again.status).toBe(304)
  })

  test('as a table it is safe for spreadsheets', async () => {
    const s = await setting()
    await writeAll(s)
    await answer(s, s.theme, 'adopted', '=HYPERLINK("http://evil")')
    await answer(s, s.second, 'not', 'No')
    await publish(s)
    const csv = await app.read(paths.decisionsCsv.to(s.here))
    expect(csv).toContain(`'=HYPERLINK`)
    expect(csv).toContain('fewer than 10')
    expect(csv.trim().split('\r\n')).toHaveLength(3)
  })

  test('is there, with what will come, before anything is decided', async () => {
    const engagement = await makeEngagement(db, agency)
    const here = { language: 'en' as const, agency: agency.slug, engagement: engagement.slug }
    for (const address of [
      paths.decisions.to(here),
      paths.decisionsAtom.to(here),
      paths.decisionsCsv.to(here),
    ]) {
      expect((await app.request(address)).status).toBe(200)
    }
    expect(await app.read(paths.decisions.to(here))).toContain('Nothing is decided yet')
    expect(await countHeard(db, agency.id, engagement.id)).toEqual({
      comments: 0,
      decided: 0,
      dueShare: null,
    })
  })
})
