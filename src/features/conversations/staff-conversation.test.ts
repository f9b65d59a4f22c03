import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { testNow } from '../../../tests/support/app.ts'
import { testDatabase } from '../../../tests/support/database.ts'
import { makeAgency, makeEngagement, makePerson } from '../../../tests/support/make.ts'
import { newId } from '../../platform/db/id.ts'
import { prepareJobs } from '../../platform/jobs/jobs.ts'
import type { Db } from '../../platform/db/database.ts'
import type { Engagement } from '../engagements/engagement.ts'
import { changeConversationStatus } from './change-conversation-status.action.ts'
import { blankConversation, newConversationFields, readConversationForm } from './conversation-form.ts'
import { findConversationById } from './conversation.store.ts'
import { moderateStatements } from './moderate-statement.action.ts'
import { beginConversation, saveConversationSettings } from './save-conversation.action.ts'
import { addStatements, countVotes, findStatement, listStatements } from './statement.store.ts'
import type { Statement } from './statement.ts'
import { rewriteStatement, writeStatements } from './write-statement.action.ts'

const database = testDatabase()
const { db } = database

function settingsFor(engagement: Engagement, changes: Record<string, string> = {}) {
  const read = readConversationForm(
    {
      before: blankConversation('en'),
      languages: engagement.languages,
      timeZone: 'America/Los_Angeles',
    },
    {
      ...newConversationFields('en', engagement.languages, () => 'We read every statement.'),
      'question-en': 'What keeps good teachers?',
      'question-es': '¿Qué conserva a los buenos docentes?',
      ...changes,
    },
  )
  if (read.outcome !== 'read') throw new Error(JSON.stringify(read.faults))
  return read.settings
}

async function place(statements = 'Pay more\nGive more time\nSmaller classes', changes = {}) {
  await prepareJobs(database.pool)
  const agency = await makeAgency(db)
  const engagement = await makeEngagement(db, agency)
  const actor = await makePerson(db, { agencyId: agency.id, roles: ['coordinator'] })
  const by = { engagement, actorId: actor.id }
  const id = await beginConversation(db, by, settingsFor(engagement, changes), testNow)
  if (statements !== '') await writeStatements(db, by, id, { 'words-en': statements }, testNow)
  return { agency, engagement, by, id, actor }
}

async function addVoterStatement(db: Db, agencyId: string, conversationId: string, text: string) {
  const statement: Omit<Statement, 'number' | 'version'> = {
    agencyId,
    id: newId(),
    conversationId,
    words: { source: 'en', texts: { en: { text, status: 'source' } } },
    origin: 'voter',
    voterId: null,
    state: 'waiting',
    reason: '',
    isMeta: false,
    fingerprint: text,
    addedBy: null,
    addedAt: testNow,
    moderatedBy: null,
    moderatedAt: null,
  }
  return (await addStatements(db, agencyId, conversationId, [statement]))[0]!
}

async function actsOn(id: string): Promise<string[]> {
  const { rows } = await sql<{ act: string }>`
    select act from audit_entry where subject_id = ${id} order by at, act`.execute(db)
  return rows.map((row) => row.act)
}

async function queued(name: string, conversationId: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from pgboss.job where name = ${name} and data->>'conversationId' = ${conversationId}`.execute(
    db,
  )
  return rows[0]!.count
}

describe('a conversation', () => {
  test('begins as a draft behind the others of its engagement, and the act is on record', async () => {
    const { by, id, agency, engagement } = await place('')
    const second = await beginConversation(db, by, settingsFor(engagement), testNow)
    expect(await findConversationById(db, agency.id, id)).toMatchObject({ status: 'draft', position: 1 })
    expect(await findConversationById(db, agency.id, second)).toMatchObject({ position: 2 })
    expect(await actsOn(id)).toEqual(['conversation begun'])
  })

  test('opens only with statements, and closing freezes its report for good', async () => {
    const { by, id } = await place('One\nTwo')
    const open = () => changeConversationStatus(db, by, { id, next: 'open' }, testNow)
    expect(await open()).toEqual({ outcome: 'incomplete', missing: ['statements'] })
    await writeStatements(db, by, id, { 'words-en': 'Three' }, testNow)
    expect((await open()).outcome).toBe('changed')
    expect((await open()).outcome).toBe('not-possible')
    const closed = await changeConversationStatus(db, by, { id, next: 'closed' }, testNow)
    expect(closed).toMatchObject({
      outcome: 'changed',
      conversation: { status: 'closed', closedAt: testNow },
    })
    expect(await queued('freeze-report', id)).toBe(1)
    expect((await open()).outcome).toBe('not-possible')
    expect(await actsOn(id)).toContain('conversation closed')
  })

  test('does not open in an engagement that nobody can see, or after its own closing time', async () => {
    const { by, id, agency } = await place('One\nTwo\nThree', { closesOn: '2027-03-04' })
    const draft = await makeEngagement(db, agency, { status: 'draft' })
    const hidden = await beginConversation(db, { ...by, engagement: draft }, settingsFor(draft), testNow)
    expect(
      await changeConversationStatus(db, { ...by, engagement: draft }, { id: hidden, next: 'open' }, testNow),
    ).toEqual({ outcome: 'incomplete', missing: ['engagement', 'statements'] })
    const later = new Date('2027-03-06T00:00:00Z')
    expect(await changeConversationStatus(db, by, { id, next: 'open' }, later)).toEqual({
      outcome: 'incomplete',
      missing: ['closing'],
    })
  })

  test('two people who save at the same time do not overwrite each other', async () => {
    const { by, id, engagement } = await place()
    const save = (changes: Record<string, string>) =>
      saveConversationSettings(db, by, { id, version: 1 }, settingsFor(engagement, changes), testNow)
    expect((await save({ 'question-en': 'Mine?' })).outcome).toBe('saved')
    expect(await save({ 'question-en': 'Yours?' })).toMatchObject({
      outcome: 'changed-meanwhile',
      current: { question: { texts: { en: { text: 'Mine?' } } } },
    })
  })

  test('of another engagement or agency is not there', async () => {
    const { id } = await place()
    const other = await place()
    expect(await changeConversationStatus(db, other.by, { id, next: 'open' }, testNow)).toEqual({
      outcome: 'not-there',
    })
    expect(await writeStatements(db, other.by, id, { 'words-en': 'x y' }, testNow)).toEqual({
      outcome: 'not-there',
    })
  })
})

describe('statements of the agency', () => {
  test('are numbered in their order, translated line by line and shown at once', async () => {
    const { by, id, agency } = await place('')
    const written = await writeStatements(
      db,
      by,
      id,
      { 'words-en': 'Pay more\n\n  Smaller   classes ', 'words-es': 'Pagar más\nClases más pequeñas' },
      testNow,
    )
    expect(written.outcome).toBe('written')
    const statements = await listStatements(db, agency.id, id)
    expect(
      statements.map(({ number, state, origin, words }) => [number, state, origin, words.texts.es?.text]),
    ).toEqual([
      [1, 'shown', 'agency', 'Pagar más'],
      [2, 'shown', 'agency', 'Clases más pequeñas'],
    ])
    expect(statements[1]?.words.texts.en).toEqual({ text: 'Smaller classes', status: 'source' })
  })

  test.each([
    [{ 'words-en': '' }, 'missing'],
    [{ 'words-en': 'x'.repeat(201) }, 'long'],
    [{ 'words-en': 'One\nTwo', 'words-es': 'Uno' }, 'uneven'],
    [{ 'words-en': 'One more\none  MORE!' }, 'twice'],
    [{ 'words-en': 'pay more.' }, 'there'],
    [{ 'words-en': '!!!' }, 'wordless'],
  ])('%o is refused and nothing is added', async (typed, problem) => {
    const { by, id, agency } = await place('Pay more')
    const written = await writeStatements(db, by, id, typed, testNow)
    expect(written).toMatchObject({ outcome: 'faulty', faults: [{ problem }] })
    expect(await listStatements(db, agency.id, id)).toHaveLength(1)
  })

  test('two writers at the same time never share a number', async () => {
    const { by, id, agency } = await place('')
    await Promise.all(
      Array.from({ length: 6 }, (_, i) =>
        writeStatements(db, by, id, { 'words-en': `Statement letter ${'abcdef'[i]}` }, testNow),
      ),
    )
    const numbers = (await listStatements(db, agency.id, id)).map(({ number }) => number)
    expect(numbers).toEqual([1, 2, 3, 4, 5, 6])
  })

  test('keep their words once people have voted on them, while translations can still be written', async () => {
    const { by, id, agency } = await place('Pay more')
    const [statement] = await listStatements(db, agency.id, id)
    const rewrite = (version: number, typed: Record<string, string>) =>
      rewriteStatement(db, by, { conversationId: id, statementId: statement!.id, version }, typed, testNow)
    expect((await rewrite(1, { 'words-en': 'Pay better', 'words-es': 'Pagar mejor' })).outcome).toBe('saved')
    const voter = newId()
    await sql`insert into voter (agency_id, id, conversation_id, code_hash, source, language, joined_at)
      values (${agency.id}, ${voter}, ${id}, 'x', 'web', 'en', ${testNow})`.execute(db)
    await sql`insert into latest_vote (agency_id, conversation_id, voter_id, statement_id, value, cast_at)
      values (${agency.id}, ${id}, ${voter}, ${statement!.id}, 1, ${testNow})`.execute(db)
    expect(await countVotes(db, agency.id, [statement!.id])).toEqual(
      new Map([[statement!.id, { agree: 1, disagree: 0, pass: 0 }]]),
    )
    expect((await rewrite(2, { 'words-en': 'Never mind', 'words-es': 'Mejor sueldo' })).outcome).toBe('saved')
    expect((await findStatement(db, agency.id, id, statement!.id))?.words.texts).toEqual({
      en: { text: 'Pay better', status: 'source' },
      es: { text: 'Mejor sueldo', status: 'human' },
    })
    expect((await rewrite(2, { 'words-es': 'x' })).outcome).toBe('changed-meanwhile')
  })
})

describe('moderation', () => {
  test('approves, rejects with a reason, marks and undoes, each on the version that was seen', async () => {
    const { by, id, agency } = await place()
    const { id: statementId } = await addVoterStatement(db, agency.id, id, 'More buses')
    let version = 1
    const act = async (what: 'approve' | 'reject' | 'undo' | 'meta' | 'not-meta', reason = '') => {
      const done = await moderateStatements(
        db,
        by,
        id,
        { act: what, reason, statements: [{ id: statementId, version }] },
        testNow,
      )
      version++
      expect(done).toMatchObject({ outcome: 'done', changedMeanwhile: 0, unfit: 0 })
      return findStatement(db, agency.id, id, statementId)
    }
    expect(await act('approve')).toMatchObject({ state: 'shown', moderatedBy: by.actorId })
    expect(await act('reject', 'It names a person.')).toMatchObject({
      state: 'rejected',
      reason: 'It names a person.',
    })
    expect(await act('undo')).toMatchObject({ state: 'waiting', reason: '', moderatedBy: null })
    expect(await act('meta')).toMatchObject({ isMeta: true })
    expect(await act('not-meta')).toMatchObject({ isMeta: false })
    expect(await queued('recount-conversation', id)).toBe(5)
    expect((await actsOn(statementId)).sort()).toEqual([
      'statement approved',
      'statement marked as about people',
      'statement moderation undone',
      'statement no longer about people',
      'statement rejected',
    ])
  })

  test('of many at once leaves alone what somebody else changed and what does not fit', async () => {
    const { by, id, agency } = await place('')
    const [a, b, c] = [
      await addVoterStatement(db, agency.id, id, 'a'),
      await addVoterStatement(db, agency.id, id, 'b'),
      await addVoterStatement(db, agency.id, id, 'c'),
    ]
    const approve = (statements: { id: string; version: number }[]) =>
      moderateStatements(db, by, id, { act: 'approve', reason: '', statements }, testNow)
    await approve([{ id: c.id, version: 1 }])
    expect(
      await approve([
        { id: a.id, version: 1 },
        { id: b.id, version: 7 },
        { id: c.id, version: 2 },
      ]),
    ).toMatchObject({ outcome: 'done', done: [{ id: a.id }], changedMeanwhile: 1, unfit: 1 })
    expect(await approve([{ id: newId(), version: 1 }])).toEqual({ outcome: 'not-there' })
  })

  test('of a statement that its author took back is not possible', async () => {
    const { by, id, agency } = await place('')
    const statement = await addVoterStatement(db, agency.id, id, 'a')
    await sql`update statement set state = 'withdrawn' where id = ${statement.id}`.execute(db)
    expect(
      await moderateStatements(
        db,
        by,
        id,
        { act: 'approve', reason: '', statements: [{ id: statement.id, version: 1 }] },
        testNow,
      ),
    ).toMatchObject({ done: [], unfit: 1 })
  })
})
