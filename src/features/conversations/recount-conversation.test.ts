import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { testNow } from '../../../tests/support/app.ts'
import { testDatabase } from '../../../tests/support/database.ts'
import { makeConversation, makeStatements } from '../../../tests/support/make-conversation.ts'
import { makeAgency, makeEngagement } from '../../../tests/support/make.ts'
import { makeVotes } from '../../../tests/support/make-votes.ts'
import { plantVotes } from '../../../tests/support/planted-votes.ts'
import { seededRandom } from '../../analysis/numbers/seeded-random.ts'
import type { Agency } from '../agencies/agency.ts'
import type { Engagement } from '../engagements/engagement.ts'
import { findConversationResult } from './conversation-result.store.ts'
import { findConversationById, saveConversation } from './conversation.store.ts'
import type { Conversation } from './conversation.ts'
import { countInThread } from './count-votes.action.ts'
import { fixReport } from './freeze-report.action.ts'
import { findFrozenReport, readOpinionReport, reportHash } from './opinion-report.store.ts'
import { recountConversation, refineConversation } from './recount-conversation.action.ts'
import { listStatements, saveStatement } from './statement.store.ts'
import type { Statement } from './statement.ts'
import { takenOffWords } from './taken-off.ts'
import { sweepConversationsJob } from './sweep-conversations.job.ts'

const { db } = testDatabase()
const { matrix } = plantVotes(
  {
    name: 'strong',
    participants: 240,
    statements: 24,
    votes: 16,
    groups: 2,
    separation: 2.2,
    informative: 0.6,
  },
  seededRandom(4),
)
let clock = testNow.getTime()
const counting = { db, now: () => new Date(clock), count: countInThread }

let agency: Agency
let engagement: Engagement
beforeAll(async () => {
  agency = await makeAgency(db)
  engagement = await makeEngagement(db, agency)
})

type Place = {
  conversation: Conversation
  statements: Statement[]
  ids: { agencyId: string; conversationId: string }
}

async function makePlace(people = 240): Promise<Place> {
  const conversation = await makeConversation(db, engagement)
  const statements = await makeStatements(db, conversation, 24)
  await makeVotes(db, conversation, statements, matrix, { rows: [0, people] })
  return { conversation, statements, ids: { agencyId: agency.id, conversationId: conversation.id } }
}

const result = ({ ids }: Place) => findConversationResult(db, ids.agencyId, ids.conversationId)

async function jobsFor(name: string, { ids }: Place): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from pgboss.job where name = ${name} and data->>'conversationId' = ${ids.conversationId}
  `.execute(db)
  return rows[0]!.count
}

describe('a quick count', () => {
  test('keeps a provisional result, numbers the voters as they joined, and asks for the full count', async () => {
    const place = await makePlace()
    await recountConversation(counting, place.ids)
    const found = (await result(place))!
    expect(found.provisional).toBe(true)
    expect(found.summary.participants).toBe(240)
    expect(Object.keys(found.people)).toHaveLength(240)
    expect(await jobsFor('refine-conversation', place)).toBe(1)
    const voters = await db
      .selectFrom('voter')
      .select('number')
      .where('conversationId', '=', place.ids.conversationId)
      .orderBy('joinedAt')
      .execute()
    expect(voters.map((voter) => voter.number)).toEqual(Array.from({ length: 240 }, (_, i) => i + 1))
  })

  test('of the same votes changes nothing', async () => {
    const place = await makePlace(40)
    await recountConversation(counting, place.ids)
    const before = await result(place)
    clock += 1000
    await recountConversation(counting, place.ids)
    expect(await result(place)).toEqual(before)
  })

  test('of a statement that was turned away since leaves its votes out', async () => {
    const place = await makePlace(60)
    await recountConversation(counting, place.ids)
    const [first] = place.statements
    await saveStatement(db, first!, { state: 'rejected', reason: 'names a person' })
    await recountConversation(counting, place.ids)
    const found = (await result(place))!
    expect(found.summary.statement_stats[first!.id]).toBeUndefined()
    expect(found.votes).toBeLessThan(matrix.rowStart[60]!)
  })

  test('of a conversation that nobody has voted in is an empty result', async () => {
    const conversation = await makeConversation(db, engagement)
    const ids = { agencyId: agency.id, conversationId: conversation.id }
    await recountConversation(counting, ids)
    expect(await findConversationResult(db, agency.id, conversation.id)).toMatchObject({
      votes: 0,
      provisional: false,
    })
  })

  test('of ten jobs at once is made once', async () => {
    const place = await makePlace(50)
    let counts = 0
    const count: typeof countInThread = (task) => {
      counts++
      return countInThread(task)
    }
    await Promise.all(Array.from({ length: 4 }, () => recountConversation({ ...counting, count }, place.ids)))
    expect(counts).toBe(1)
  })
})

describe('a full count', () => {
  test('finds the planted groups with their stability; the next quick count keeps their names', async () => {
    const place = await makePlace()
    await recountConversation(counting, place.ids)
    expect(await refineConversation(counting, place.ids)).toBe('refined')
    const full = (await result(place))!
    expect(full).toMatchObject({ provisional: false, summary: { clear_groups: true, k: 2 } })
    expect(full.summary.groups.every((group) => group.stability !== null)).toBe(true)
    expect(full.routing).toMatchObject({ model: { participants: 240 } })

    await sql`delete from latest_vote where voter_id = (select min(voter_id::text)::uuid from latest_vote
      where conversation_id = ${place.ids.conversationId})`.execute(db)
    clock += 1000
    await recountConversation(counting, place.ids)
    const quick = (await result(place))!
    expect(quick).toMatchObject({ provisional: true, summary: { clear_groups: true, participants: 239 } })
    expect(quick.summary.null_test).toEqual(full.summary.null_test)
    const moved = Object.entries(quick.people).filter(
      ([id, { group }]) =>
        group !== null && full.people[id]!.group !== null && group !== full.people[id]!.group,
    )
    expect(moved.length).toBeLessThan(8)
  })

  test('during which votes came counts them on top and asks for another', async () => {
    const place = await makePlace(200)
    await recountConversation(counting, place.ids)
    const count: typeof countInThread = async (task) => {
      const answer = await countInThread(task)
      if (task.kind === 'full')
        await makeVotes(db, place.conversation, place.statements, matrix, { rows: [200, 230] })
      return answer
    }
    clock += 1000
    await refineConversation({ ...counting, count }, place.ids)
    expect(await result(place)).toMatchObject({ provisional: true, summary: { participants: 230 } })
    expect(await jobsFor('refine-conversation', place)).toBe(2)
  })
})

describe('the closing report', () => {
  test('is counted in full, has its fingerprint, and keeps its figures when a statement is turned away later', async () => {
    const place = await makePlace()
    const current = (await findConversationById(db, agency.id, place.conversation.id))!
    await saveConversation(db, current, { status: 'closed', closedAt: counting.now() }, counting.now())
    expect(await fixReport(counting, { ...place.ids, by: null })).toEqual({ outcome: 'fixed' })
    const frozen = (await findFrozenReport(db, agency.id, place.ids.conversationId))!
    expect(frozen.report.standing).toBe('several')
    expect(frozen.report.provisional).toBe(false)
    expect(reportHash(frozen.report)).toBe(frozen.hash)

    const [first] = await listStatements(db, agency.id, place.ids.conversationId)
    await saveStatement(db, first!, { state: 'rejected', reason: 'late' })
    await recountConversation(counting, place.ids)
    expect(await fixReport(counting, { ...place.ids, by: null })).toEqual({ outcome: 'there-already' })
    const [gone, ...others] = frozen.report.statements
    const later = (await findFrozenReport(db, agency.id, place.ids.conversationId))!
    expect(later.hash).toBe(frozen.hash)
    expect(later.report).toEqual({
      ...frozen.report,
      statements: [{ ...gone, words: takenOffWords }, ...others],
    })
    const live = (await readOpinionReport(db, agency, current))!
    expect(live.report.statements).toHaveLength(frozen.report.statements.length - 1)
  })

  test('of a conversation that is open is refused', async () => {
    const place = await makePlace(12)
    expect(await fixReport(counting, { ...place.ids, by: null })).toEqual({ outcome: 'not-closed' })
  })
})

describe('the sweeper', () => {
  const services = { db, now: () => new Date(clock) } as Parameters<typeof sweepConversationsJob.run>[0] // as: all it uses

  test('closes a conversation whose time has come and asks for its report', async () => {
    const place = await makePlace(12)
    const current = (await findConversationById(db, agency.id, place.conversation.id))!
    await saveConversation(db, current, { closesAt: new Date(clock - 1000) }, counting.now())
    await sweepConversationsJob.run(services, {})
    const closed = (await findConversationById(db, agency.id, place.conversation.id))!
    expect(closed).toMatchObject({ status: 'closed', closedAt: new Date(clock - 1000) })
    expect(await jobsFor('freeze-report', place)).toBe(1)
  })

  test('asks for counts that never came, but only after a while', async () => {
    const place = await makePlace(12)
    await sweepConversationsJob.run(services, {})
    const before = await jobsFor('recount-conversation', place)
    clock += 600_000
    await sweepConversationsJob.run(services, {})
    expect([before, await jobsFor('recount-conversation', place)]).toEqual([0, 1])
  })
})
