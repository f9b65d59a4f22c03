import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { testNow } from '../../../tests/support/app.ts'
import { testDatabase } from '../../../tests/support/database.ts'
import { makeConversation, makeStatements } from '../../../tests/support/make-conversation.ts'
import { makeAgency, makeEngagement } from '../../../tests/support/make.ts'
import { verifyAudit } from '../../platform/audit/audit.store.ts'
import { openDatabase } from '../../platform/db/database.ts'
import { newId } from '../../platform/db/id.ts'
import { newCode } from '../../platform/session/session.ts'
import type { Engagement } from '../engagements/engagement.ts'
import { castVote, recountEvery } from './cast-vote.action.ts'
import type { Conversation } from './conversation.ts'
import { saveConversation } from './conversation.store.ts'
import type { Statement } from './statement.ts'
import { saveStatement } from './statement.store.ts'
import { findVisit, listLoggedVotes } from './voter.store.ts'
import { hashVoterCode } from './voter.ts'
import { type GivenVote, keepVotes } from './vote.store.ts'

const database = testDatabase()
const { db } = database

let engagement: Engagement
let conversation: Conversation
let statements: Statement[]

beforeAll(async () => {
  engagement = await makeEngagement(db, await makeAgency(db))
  conversation = await makeConversation(db, engagement)
  statements = await makeStatements(db, conversation, 6)
})

let clock = testNow.getTime()
const now = () => new Date(clock)
const services = { db, now }

function given(changes: Partial<GivenVote> = {}): GivenVote {
  return {
    statementId: statements[0]!.id,
    codeHash: hashVoterCode(newCode(12)),
    value: 1,
    propensity: 0.25,
    joins: true,
    source: 'web',
    language: 'en',
    castAt: now(),
    wantsAnswered: true,
    ...changes,
  }
}

async function standing({ codeHash }: GivenVote) {
  return (await findVisit(db, conversation.agencyId, conversation.id, codeHash))?.votes
}

async function counts(of: Conversation = conversation) {
  const { rows } = await sql<{
    voters: number
    orphans: number
    logged: number
    standing: number
    jobs: number
  }>`
    select (select count(*) from voter where conversation_id = ${of.id}) as voters,
      (select count(*) from voter where conversation_id = ${of.id}
        and not exists (select from vote where vote.voter_id = voter.id)) as orphans,
      (select count(*) from vote where conversation_id = ${of.id}) as logged,
      (select count(*) from latest_vote where conversation_id = ${of.id}) as standing,
      (select count(*) from pgboss.job where name = 'recount-conversation'
        and data->>'conversationId' = ${of.id}::text) as jobs
  `.execute(db)
  return rows[0]!
}

describe('a first vote', () => {
  test('makes the voter and the vote together, and asks for a recount', async () => {
    const fresh = await makeConversation(db, engagement)
    const [statement] = await makeStatements(db, fresh, 1)
    const cast = await castVote(services, fresh, given({ statementId: statement!.id }))
    expect(cast).toMatchObject({ outcome: 'counted', joined: true, changed: true })
    expect(await counts(fresh)).toEqual({ voters: 1, orphans: 0, logged: 1, standing: 1, jobs: 1 })
  })

  test('of 32 people at the same moment all count: none fails, no voter is left without a vote', async () => {
    const fresh = await makeConversation(db, engagement)
    const some = await makeStatements(db, fresh, 3)
    for (let round = 0; round < 3; round++) {
      const cast = await Promise.all(
        Array.from({ length: 32 }, (_, i) =>
          castVote(services, fresh, given({ statementId: some[i % 3]!.id })),
        ),
      )
      expect(cast.every((one) => one.outcome === 'counted' && one.joined)).toBe(true)
    }
    expect(await counts(fresh)).toMatchObject({ voters: 96, orphans: 0, logged: 96, standing: 96 })
  })

  test('of 32 people through as many processes and connections counts as well', async () => {
    const fresh = await makeConversation(db, engagement)
    const [statement] = await makeStatements(db, fresh, 1)
    const processes = Array.from({ length: 4 }, () => openDatabase(database.connection, 8))
    const cast = await Promise.all(
      Array.from({ length: 32 }, (_, i) =>
        castVote({ db: processes[i % 4]!.db, now }, fresh, given({ statementId: statement!.id })),
      ),
    )
    await Promise.all(processes.map((one) => one.close()))
    expect(cast.map((one) => one.outcome)).toEqual(Array(32).fill('counted'))
    expect(await counts(fresh)).toMatchObject({ voters: 32, orphans: 0, logged: 32, standing: 32 })
  })

  test('sent twice at once, also through two processes, is one voter with one vote', async () => {
    const fresh = await makeConversation(db, engagement)
    const [statement] = await makeStatements(db, fresh, 1)
    const vote = given({ statementId: statement!.id })
    const place = { agencyId: fresh.agencyId, conversationId: fresh.id }
    const other = openDatabase(database.connection, 2)
    const kept = await Promise.all([
      castVote(services, fresh, vote),
      castVote(services, fresh, vote),
      keepVotes(other.db, place, [vote], { now: now() }),
    ])
    await other.close()
    expect(kept.flat().map((one) => one.outcome)).toEqual(['counted', 'counted', 'counted'])
    expect(await counts(fresh)).toMatchObject({ voters: 1, orphans: 0, standing: 1 })
  })

  test('with a code that nobody has given out makes nobody, unless it is a first vote', async () => {
    const before = await counts()
    expect(await castVote(services, conversation, given({ joins: false }))).toEqual({
      outcome: 'unknown-voter',
    })
    expect(await counts()).toEqual(before)
  })

  test('that is not counted leaves no voter behind', async () => {
    const before = await counts()
    const [hidden] = await makeStatements(db, conversation, 1, { state: 'waiting' })
    expect(await castVote(services, conversation, given({ statementId: newId() }))).toEqual({
      outcome: 'no-such-statement',
    })
    expect(await castVote(services, conversation, given({ statementId: hidden!.id }))).toEqual({
      outcome: 'not-shown',
    })
    expect(await counts()).toEqual(before)
  })
})

describe('a vote', () => {
  test('is replaced by a later one, and both stay in the log', async () => {
    const vote = given()
    const first = await castVote(services, conversation, vote)
    expect(first).toMatchObject({ outcome: 'counted', joined: true })
    clock += 1000
    await castVote(services, conversation, { ...vote, value: -1, propensity: null, castAt: now() })
    const voter = {
      ...conversation,
      conversationId: conversation.id,
      id: (first as { voterId: string }).voterId,
    }
    expect(await standing(vote)).toMatchObject([{ value: -1 }])
    expect(await listLoggedVotes(db, voter)).toMatchObject([
      { value: 1, propensity: 0.25 },
      { value: -1, propensity: null },
    ])
    // The chance with which it was first put to them still tells how likely it was to be asked.
    const { propensity } = await db
      .selectFrom('latestVote')
      .select('propensity')
      .where('voterId', '=', voter.id)
      .executeTakeFirstOrThrow()
    expect(propensity).toBe(0.25)
  })

  test('sent again changes nothing', async () => {
    const vote = given()
    await castVote(services, conversation, vote)
    const before = await counts()
    expect(await castVote(services, conversation, vote)).toMatchObject({ outcome: 'counted', changed: false })
    expect(await counts()).toEqual(before)
  })

  test('can be taken back, and taking back what is not there is harmless', async () => {
    const vote = given()
    const first = await castVote(services, conversation, vote)
    clock += 1000
    const back = { ...vote, value: null, castAt: now() }
    expect(await castVote(services, conversation, back)).toMatchObject({ outcome: 'counted', changed: true })
    expect(await castVote(services, conversation, back)).toMatchObject({ outcome: 'counted', changed: false })
    const voter = {
      ...conversation,
      conversationId: conversation.id,
      id: (first as { voterId: string }).voterId,
    }
    expect(await standing(vote)).toEqual([])
    expect(await listLoggedVotes(db, voter)).toMatchObject([{ value: 1 }, { value: null }])
  })

  test('tells what its voter had said before it', async () => {
    const vote = given()
    await castVote(services, conversation, vote)
    await castVote(services, conversation, { ...vote, statementId: statements[1]!.id, value: 0 })
    const third = await castVote(services, conversation, {
      ...vote,
      statementId: statements[2]!.id,
      value: -1,
    })
    expect(third).toMatchObject({
      answered: new Map([
        [statements[0]!.id, 1],
        [statements[1]!.id, 0],
      ]),
    })
  })

  test('can be taken back from a statement that is no longer shown, and not cast on it', async () => {
    const [statement] = await makeStatements(db, conversation, 1)
    const vote = given({ statementId: statement!.id })
    await castVote(services, conversation, vote)
    await saveStatement(db, statement!, { state: 'rejected', reason: 'Names a person' })
    expect(await castVote(services, conversation, { ...vote, value: -1 })).toEqual({ outcome: 'not-shown' })
    expect(await castVote(services, conversation, { ...vote, value: null })).toMatchObject({ changed: true })
  })

  test('does not count before the opening, after the closing time, or once closed', async () => {
    const opensAt = new Date(clock + 60_000)
    const early = await makeConversation(db, engagement, { opensAt })
    const late = await makeConversation(db, engagement, { closesAt: new Date(clock) })
    const closed = await makeConversation(db, engagement, { status: 'closed', closedAt: now() })
    for (const place of [early, late, closed]) {
      const [statement] = await makeStatements(db, place, 1)
      expect(await castVote(services, place, given({ statementId: statement!.id }))).toEqual({
        outcome: 'closed',
      })
      expect((await counts(place)).voters).toBe(0)
    }
  })

  test('that waits while the conversation is being closed does not slip in behind it', async () => {
    const fresh = await makeConversation(db, engagement)
    const [statement] = await makeStatements(db, fresh, 1)
    let cast: Promise<unknown> | undefined
    await db.transaction().execute(async (db) => {
      await saveConversation(db, fresh, { status: 'closed', closedAt: now() }, now())
      cast = castVote(services, fresh, given({ statementId: statement!.id }))
      await new Promise((resolve) => setTimeout(resolve, 150))
    })
    expect(await cast).toEqual({ outcome: 'closed' })
    expect(await counts(fresh)).toMatchObject({ voters: 0, logged: 0 })
  })

  test('that is wrong does not spoil the others that come with it', async () => {
    const before = await counts()
    const kept = await Promise.all([
      castVote(services, conversation, given()),
      castVote(services, conversation, given({ statementId: newId() })),
      castVote(services, conversation, given({ joins: false })),
      // What PostgreSQL itself refuses: the batch fails as a whole, and each is tried alone.
      castVote(services, conversation, given({ statementId: 'not an id' })).catch(() => 'failed'),
      castVote(services, conversation, given()),
    ])
    expect(kept.map((one) => (typeof one === 'string' ? one : one.outcome))).toEqual([
      'counted',
      'no-such-statement',
      'unknown-voter',
      'failed',
      'counted',
    ])
    expect((await counts()).voters).toBe(before.voters + 2)
  })
})

describe('recounts', () => {
  test('are asked for at most once in a while, and again for votes that came too late for the last one', async () => {
    const fresh = await makeConversation(db, engagement)
    const some = await makeStatements(db, fresh, 3)
    const vote = (i: number) => castVote(services, fresh, given({ statementId: some[i]!.id, castAt: now() }))
    await vote(0)
    await vote(1)
    expect((await counts(fresh)).jobs).toBe(1)
    clock += recountEvery
    await vote(2)
    expect((await counts(fresh)).jobs).toBe(2)
  })

  test('are asked for once more when a vote was kept only after the one that it relied on began', async () => {
    const fresh = await makeConversation(db, engagement)
    const [statement] = await makeStatements(db, fresh, 1)
    let time = clock
    const slow = { db, now: () => new Date((time += recountEvery - 50)) }
    await castVote(slow, fresh, given({ statementId: statement!.id }))
    expect((await counts(fresh)).jobs).toBe(1)
    await castVote(slow, fresh, given({ statementId: statement!.id }))
    expect((await counts(fresh)).jobs).toBe(2)
  })
})

test('one voter cannot cast votes without end', async () => {
  const vote = given()
  const outcomes = new Set<string>()
  for (let i = 0; i < 300; i += 30) {
    const cast = await Promise.all(
      Array.from({ length: 30 }, (_, j) =>
        castVote(services, conversation, { ...vote, value: j % 2 ? 1 : -1 }),
      ),
    )
    for (const one of cast) outcomes.add(one.outcome)
  }
  expect([...outcomes].sort()).toEqual(['counted', 'too-many'])
})

test('the audit chain holds, and says that votes were cast', async () => {
  const { faults, lines } = await verifyAudit(db, engagement.agencyId)
  expect(faults).toEqual([])
  expect(lines).toBeGreaterThan(5)
})
