import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { testApp, testNow } from '../support/app.ts'
import { makeCode, makeComment, makeQuestion, makeReading, makeTheme } from '../support/coded.ts'
import { testDatabase } from '../support/database.ts'
import { makeConversation, makeStatements } from '../support/make-conversation.ts'
import { makeAgency, makeEngagement, makePerson } from '../support/make.ts'
import { paths } from '../../src/paths.ts'
import { verifyAudit } from '../../src/platform/audit/audit.store.ts'
import { newId } from '../../src/platform/db/id.ts'
import { listMessages } from '../../src/platform/mail/message.store.ts'
import type { Agency } from '../../src/features/agencies/agency.ts'
import type { Conversation } from '../../src/features/conversations/conversation.ts'
import { saveStatement } from '../../src/features/conversations/statement.store.ts'
import type { Statement } from '../../src/features/conversations/statement.ts'
import {
  showStatements,
  statementThemeRoutes,
} from '../../src/features/conversations/statement-theme.routes.tsx'
import { listStatementsOfThemes } from '../../src/features/conversations/theme-statement.store.ts'
import type { Voter, VoteValue } from '../../src/features/conversations/voter.ts'
import { eraseVoter } from '../../src/features/conversations/voter.store.ts'
import type { Engagement } from '../../src/features/engagements/engagement.ts'
import { themeRoutes } from '../../src/features/themes/theme.routes.tsx'
import { decisionRoutes } from '../../src/features/decisions/decision.routes.tsx'
import { findDecision, listDispositions } from '../../src/features/decisions/decision.store.ts'
import { tellAuthorsJob } from '../../src/features/decisions/tell-authors.job.ts'
import { listToldVoter } from '../../src/features/decisions/told-voter.store.ts'
import { threadOfVoter } from '../../src/features/decisions/voter-thread.store.ts'

const database = testDatabase()
const { db } = database
const app = testApp(database, [...decisionRoutes, ...themeRoutes(showStatements), ...statementThemeRoutes])

let agency: Agency
let coordinator: string
let member: string
let engagement: Engagement
let conversation: Conversation
let statements: Statement[]
let themes: string[]
let here: { language: 'en'; agency: string; engagement: string }

beforeAll(async () => {
  agency = await makeAgency(db)
  coordinator = (await makePerson(db, { agencyId: agency.id, roles: ['coordinator'] })).id
  member = (await makePerson(db, { agencyId: agency.id, roles: ['member'] })).id
})

beforeEach(async () => {
  engagement = await makeEngagement(db, agency)
  here = { language: 'en', agency: agency.slug, engagement: engagement.slug }
  conversation = await makeConversation(db, engagement, { status: 'closed', closedAt: testNow })
  statements = await makeStatements(db, conversation, 3)
  themes = [
    await makeTheme(db, engagement, 'Mentors for new teachers', []),
    await makeTheme(db, engagement, 'Fewer transfers', []),
  ]
})

async function vote(
  values: readonly (VoteValue | undefined)[],
  changes: Partial<Voter> = {},
  inside: { conversation: Conversation; statements: readonly Statement[] } = { conversation, statements },
): Promise<string> {
  const id = newId()
  const place = { agencyId: agency.id, conversationId: inside.conversation.id }
  const voter: Voter = {
    ...place,
    id,
    number: null,
    codeHash: id,
    source: 'web',
    language: 'en',
    contactChannel: null,
    contactAddress: null,
    joinedAt: testNow,
    ...changes,
  }
  await db.insertInto('voter').values(voter).execute()
  for (const [i, value] of values.entries()) {
    if (value === undefined) continue
    const cast = {
      ...place,
      voterId: id,
      statementId: inside.statements[i]!.id,
      propensity: null,
      castAt: testNow,
    }
    await db
      .insertInto('vote')
      .values({ ...cast, id: newId(), value })
      .execute()
    await db
      .insertInto('latestVote')
      .values({ ...cast, value })
      .execute()
  }
  return id
}

const mail = (contactAddress: string) => ({ contactChannel: 'mail' as const, contactAddress })

const takeAddress = (statement: Statement) =>
  paths.workStatementTheme.to({ ...here, conversation: conversation.id, statement: statement.id })

const take = (statement: Statement, theme: string, as = coordinator) =>
  app.request(takeAddress(statement), { as, form: { theme, note: 'The same as the comments say' } })

/** A decision that adopts the first theme and turns down the second. */
async function decide(): Promise<string> {
  const begun = await app.request(paths.workDecisions.to(here), {
    as: coordinator,
    form: { 'question-en': 'How do we help new teachers?', 'question-es': '¿Cómo ayudamos?' },
  })
  const decision = begun.headers.get('location')!.split('/').at(-1)!
  const version = async () => String((await findDecision(db, agency.id, engagement.id, decision))!.version)
  const send = async (address: string, form: Record<string, string | readonly string[]>) =>
    app.request(address, { as: coordinator, form: { ...form, version: await version() } })
  await send(paths.workDecision.to({ ...here, decision }), {
    'question-en': 'How do we help new teachers?',
    'question-es': '¿Cómo ayudamos?',
    'result-en': 'Two paid hours a week with a mentor.',
    method: 'consensus',
    level: 'All agreed',
    responsible: 'Rosa Delgado',
    decidedOn: '2027-03-01',
    theme: themes,
  })
  const answers = [
    ['adopted', 'Hours after school do not happen'],
    ['not', 'The contract forbids it'],
  ]
  for (const [i, [outcome, reason]] of answers.entries())
    await send(paths.workDisposition.to({ ...here, decision, theme: themes[i]! }), {
      outcome: outcome!,
      'reason-en': reason!,
      'reason-es': `${reason} (es)`,
    })
  return decision
}

async function publish(decision: string): Promise<void> {
  const version = String((await findDecision(db, agency.id, engagement.id, decision))!.version)
  const form = { version }
  const done = await app.request(paths.workDecisionPublish.to({ ...here, decision }), {
    as: coordinator,
    form,
  })
  expect(done.status).toBe(303)
}

const tell = (decisionId: string, dispositionId?: string) =>
  tellAuthorsJob.run(app.services, { agencyId: agency.id, decisionId, dispositionId })

async function messagesTo(...addresses: string[]) {
  const all = await listMessages(db, agency.id, { limit: 500 })
  return all.filter((message) => addresses.includes(message.toAddress.toLowerCase()))
}

describe('taking a statement into a theme', () => {
  test('freezes the votes of that moment, once, and later votes do not change them', async () => {
    for (let i = 0; i < 12; i++) await vote([1])
    await vote([-1])
    expect((await take(statements[0]!, themes[0]!)).status).toBe(303)
    for (let i = 0; i < 5; i++) await vote([-1])
    expect((await take(statements[0]!, themes[0]!)).status).toBe(303)
    const kept = await listStatementsOfThemes(db, agency.id, themes)
    expect(kept).toHaveLength(1)
    expect(kept[0]).toMatchObject({
      number: 1,
      note: 'The same as the comments say',
      takenBy: coordinator,
      figures: { agree: 12, disagree: 1, pass: 0, commonGround: null },
    })
    const page = await app.read(takeAddress(statements[0]!), { as: coordinator })
    expect(page).toContain('It is part of these themes')
    const work = await app.read(paths.workTheme.to({ ...here, theme: themes[0]! }), { as: coordinator })
    expect(work).toContain('Statement 1 about teachers')
    expect(work).toContain('The same as the comments say')
    expect((await verifyAudit(db)).faults).toEqual([])
  })

  test('can be undone', async () => {
    await take(statements[0]!, themes[0]!)
    const form = { drop: themes[0]! }
    expect((await app.request(takeAddress(statements[0]!), { as: coordinator, form })).status).toBe(303)
    expect((await app.request(takeAddress(statements[0]!), { as: coordinator, form })).status).toBe(303)
    expect(await listStatementsOfThemes(db, agency.id, themes)).toEqual([])
  })

  test('needs a theme of this engagement, a statement that voters see, and the permission', async () => {
    const elsewhere = await makeTheme(db, await makeEngagement(db, agency), 'Elsewhere', [])
    expect((await take(statements[0]!, elsewhere)).status).toBe(422)
    expect((await take(statements[0]!, 'x')).status).toBe(422)
    expect((await take(statements[0]!, themes[0]!, member)).status).toBe(403)
    const long = { theme: themes[0]!, note: 'x'.repeat(501) }
    const refused = await app.request(takeAddress(statements[0]!), { as: coordinator, form: long })
    expect([refused.status, (await refused.text()).includes(long.note)]).toEqual([422, true])
    await saveStatement(db, statements[1]!, { state: 'rejected' })
    expect((await take(statements[1]!, themes[0]!)).status).toBe(409)
    expect(await listStatementsOfThemes(db, agency.id, themes)).toEqual([])
  })
})

describe('statements on public pages', () => {
  test('stand on the theme and in the ledger with what the votes showed, once enough people voted', async () => {
    for (let i = 0; i < 40; i++) await vote([i < 37 ? 1 : -1])
    for (let i = 0; i < agency.minimum - 1; i++) await vote([0, i < 4 ? 1 : -1])
    await take(statements[0]!, themes[0]!)
    await take(statements[1]!, themes[0]!)
    await publish(await decide())
    for (const address of [paths.publicTheme.to({ ...here, theme: themes[0]! }), paths.decisions.to(here)]) {
      const html = await app.read(address)
      expect(html).toContain('Statement 1 about teachers')
      expect(html).toMatch(/\b37\b/)
      expect(html).not.toContain('The same as the comments say')
    }
    expect(await app.read(paths.publicTheme.to({ ...here, theme: themes[0]! }))).toContain('Too few people')
    const csv = await app.read(paths.decisionsCsv.to(here))
    expect(csv).toContain('Statement 1 about teachers')
    await saveStatement(db, statements[0]!, { state: 'withdrawn' })
    expect(await app.read(paths.publicTheme.to({ ...here, theme: themes[0]! }))).not.toContain('Statement 1')
  })
})

describe('telling voters', () => {
  test('whoever asked gets one message, in their language and by their channel, and nobody hears twice', async () => {
    const other = await makeConversation(db, engagement)
    const otherStatements = await makeStatements(db, other, 1)
    const ana = await vote([1], mail('ana@example.org'))
    const again = await vote([1], mail('Ana@example.org'), {
      conversation: other,
      statements: otherStatements,
    })
    const text = await vote([undefined, -1], {
      language: 'es',
      contactChannel: 'sms',
      contactAddress: '+15305550144',
    })
    const silent = await vote([1])
    const brought = await vote([1], { source: 'import' })
    const apart = await vote([undefined, undefined, 1], mail('apart@example.org'))
    const author = await vote([], mail('author@example.org'))
    await db.updateTable('statement').set({ voterId: author }).where('id', '=', statements[0]!.id).execute()
    await take(statements[0]!, themes[0]!)
    await take(statements[1]!, themes[1]!)
    await app.request(
      paths.workStatementTheme.to({ ...here, conversation: other.id, statement: otherStatements[0]!.id }),
      { as: coordinator, form: { theme: themes[0]! } },
    )
    const decision = await decide()
    await tell(decision)
    expect(await messagesTo('ana@example.org')).toEqual([])
    const look = await app.read(paths.workDecisionPublish.to({ ...here, decision }), { as: coordinator })
    expect(look).toContain('4 people who voted on its statements asked to be told as well.')
    await publish(decision)
    await Promise.all([tell(decision), tell(decision)])
    await tell(decision)
    const messages = await messagesTo(
      'ana@example.org',
      '+15305550144',
      'author@example.org',
      'apart@example.org',
    )
    expect(messages.map((one) => [one.channel, one.toAddress.toLowerCase(), one.language]).sort()).toEqual([
      ['mail', 'ana@example.org', 'en'],
      ['mail', 'author@example.org', 'en'],
      ['sms', '+15305550144', 'es'],
    ])
    const [toAna] = messages.filter((one) => one.toAddress.toLowerCase() === 'ana@example.org')
    expect(toAna!.text).toContain('Statement 1 about teachers')
    expect(toAna!.text).toContain('Hours after school do not happen')
    expect(toAna!.text).not.toContain('The contract forbids it')
    expect(toAna!.text).toContain(`/conversations/${conversation.id}/my-votes`)
    expect(toAna!.text).toContain(`/conversations/${other.id}/my-votes`)
    const [sms] = messages.filter((one) => one.channel === 'sms')
    expect(sms!.text).toContain('No aceptado')
    const ways = await Promise.all(
      [ana, again, text, silent, brought, apart, author].map(async (id) =>
        (await listToldVoter(db, agency.id, id)).map((one) => one.channel),
      ),
    )
    expect(ways).toEqual([['mail'], ['mail'], ['sms'], ['code'], [], [], ['mail']])
    const work = await app.read(paths.workDecision.to({ ...here, decision }), { as: coordinator })
    expect(work).toContain('3 voters were told by mail.')
  })

  test('whoever was written to about a comment gets no second message', async () => {
    const question = await makeQuestion(db, engagement)
    const code = await makeCode(db, engagement, 'A')
    themes[0] = await makeTheme(db, engagement, 'Coded', [code])
    const contact = { contactChannel: 'mail' as const, contactAddress: 'both@example.org' }
    const comment = await makeComment(db, engagement, question, 'Give new teachers a mentor', contact)
    await makeReading(db, comment, coordinator, [{ codeId: code, stance: 'for' }])
    const voter = await vote([1], mail('Both@Example.org'))
    await take(statements[0]!, themes[0]!)
    const decision = await decide()
    await publish(decision)
    await tell(decision)
    expect((await messagesTo('both@example.org')).map((one) => one.aboutKind)).toEqual(['comment'])
    expect((await listToldVoter(db, agency.id, voter)).map((one) => one.channel)).toEqual(['code'])
  })

  test('hears what was done, too, and the thread shows it all; whoever left leaves no trace', async () => {
    const voter = await vote([1, 0], mail('ida@example.org'))
    await take(statements[0]!, themes[0]!)
    expect(await threadOfVoter(db, { agencyId: agency.id, id: voter })).toEqual([])
    const decision = await decide()
    await publish(decision)
    await tell(decision)
    const address = paths.workFollowUp.to({ ...here, decision, theme: themes[0]! })
    const form = { followUp: 'done', 'note-en': '29 mentors work', 'note-es': '29 mentores' }
    expect((await app.request(address, { as: coordinator, form })).status).toBe(303)
    const dispositions = await listDispositions(db, agency.id, [decision])
    const done = dispositions.find((one) => one.themeId === themes[0])!
    await tell(decision, done.id)
    await tell(decision, done.id)
    const messages = await messagesTo('ida@example.org')
    expect(messages).toHaveLength(2)
    expect(messages.filter((one) => one.text.includes('29 mentors work'))).toHaveLength(1)
    const [part] = await threadOfVoter(db, { agencyId: agency.id, id: voter })
    expect(part).toMatchObject({
      theme: { id: themes[0] },
      statements: [{ number: 1, value: 1, isOwn: false }],
      answers: [{ disposition: { outcome: 'adopted', followUp: 'done' } }],
    })
    expect(part!.told.map((one) => one.occasion)).toEqual(['published', 'followed-up'])
    await eraseVoter(db, { agencyId: agency.id, id: voter }, { statementsToo: false })
    expect(await listToldVoter(db, agency.id, voter)).toEqual([])
    expect(await messagesTo('ida@example.org')).toEqual([])
  })
})
