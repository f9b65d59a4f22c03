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
import type { Conversation } from './conversation.ts'
import { countInThread } from './count-votes.action.ts'
import { readShownReport } from './opinion-report.store.ts'
import { recountConversation } from './recount-conversation.action.ts'
import { findShownReport } from './shown-report.store.ts'
import { saveStatement } from './statement.store.ts'
import type { Statement } from './statement.ts'

const { db } = testDatabase()
const { matrix } = plantVotes(
  { name: 'room', participants: 80, statements: 8, votes: 6, groups: 2, separation: 2, informative: 0.6 },
  seededRandom(9),
)

let agency: Agency
let engagement: Engagement
let conversation: Conversation
let statements: Statement[]

beforeAll(async () => {
  agency = await makeAgency(db)
  engagement = await makeEngagement(db, agency)
  conversation = await makeConversation(db, engagement)
  statements = await makeStatements(db, conversation, 8)
})

/** The people of these rows vote, each a second after the other, and the votes are counted when the last has voted. */
async function vote(from: number, to: number): Promise<void> {
  await makeVotes(db, conversation, statements, matrix, { rows: [from, to] })
  const now = () => new Date(testNow.getTime() + to * 1000 - 500)
  await recountConversation(
    { db, now, count: countInThread },
    { agencyId: agency.id, conversationId: conversation.id },
  )
}

const votesShown = async () => (await readShownReport(db, conversation))?.votes

describe('what everyone sees while votes are taken', () => {
  test('is renewed only when as many people as the minimum have voted since, so that no single vote shows', async () => {
    await vote(0, 40)
    const first = await votesShown()
    expect(first).toBeGreaterThan(0)
    await vote(40, 41)
    expect(await votesShown()).toBe(first)
    await vote(41, 40 + agency.minimum - 1)
    expect(await votesShown()).toBe(first)
    await vote(40 + agency.minimum - 1, 41 + agency.minimum)
    expect(await votesShown()).toBeGreaterThan(first!)
  })

  test('loses a statement that is turned away at once, and never holds its words', async () => {
    const gone = statements[2]!
    const ids = { agencyId: agency.id, conversationId: conversation.id }
    expect((await readShownReport(db, conversation))!.statements.map(({ id }) => id)).toContain(gone.id)
    await saveStatement(db, gone, { state: 'rejected' })
    const report = (await readShownReport(db, conversation))!
    expect(JSON.stringify(report)).not.toContain(gone.id)
    expect(report.statements[0]!.words).toEqual(statements[0]!.words)
    expect((await findShownReport(db, ids))!.report.statements[0]!.words.texts).toEqual({})
  })
})
