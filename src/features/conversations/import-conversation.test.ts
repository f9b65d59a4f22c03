import { sql } from 'kysely'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { describe, expect, test } from 'vitest'
import { memoryFiles, testNow, testServices } from '../../../tests/support/app.ts'
import { testDatabase } from '../../../tests/support/database.ts'
import { makeAgency, makeEngagement, makePerson } from '../../../tests/support/make.ts'
import { newId } from '../../platform/db/id.ts'
import { zipStream } from '../../platform/documents/zip-writer.ts'
import { unpack, zipDirectory } from '../../platform/documents/zip-reader.ts'
import { prepareJobs } from '../../platform/jobs/jobs.ts'
import { projectRoot } from '../../platform/root.ts'
import { findArchivePart } from './conversation-import.store.ts'
import { findConversationResult } from './conversation-result.store.ts'
import { findConversationById } from './conversation.store.ts'
import { openDataArchive, openDataOf } from './export-conversation.action.ts'
import {
  askToImport,
  checkArchive,
  giveUpArchive,
  importConversation,
  type ImportWish,
  uploadArchive,
} from './import-conversation.action.ts'
import { openDataFiles } from './open-data.ts'
import { listStatements } from './statement.store.ts'

const database = testDatabase()
const { db } = database
const services = testServices(database, { files: memoryFiles() })
const wish: ImportWish = { question: 'What keeps good teachers?', language: 'en', over: false }

async function place() {
  await prepareJobs(database.pool)
  const agency = await makeAgency(db)
  const engagement = await makeEngagement(db, agency)
  const person = await makePerson(db, { agencyId: agency.id, roles: ['coordinator'] })
  return { agency, engagement, person }
}
type Place = Awaited<ReturnType<typeof place>>

const zip = (texts: Record<string, string>) =>
  buffer(zipStream(Object.entries(texts).map(([path, content]) => ({ path, content: Buffer.from(content) }))))

async function upload({ engagement, person }: Place, bytes: Uint8Array): Promise<string> {
  const uploaded = await uploadArchive(
    services,
    { engagement, actorId: person.id, name: 'export.zip', bytes },
    testNow,
  )
  if (uploaded.outcome !== 'uploaded') throw new Error(uploaded.outcome)
  await checkArchive(services, { agencyId: engagement.agencyId, fileId: uploaded.fileId })
  return uploaded.fileId
}

async function bringIn(at: Place, bytes: Uint8Array, changes: Partial<ImportWish> = {}): Promise<string> {
  const fileId = await upload(at, bytes)
  const ids = { agencyId: at.agency.id, fileId }
  const told = { personId: at.person.id, wish: { ...wish, ...changes } }
  await askToImport(services, ids, told)
  await importConversation(services, { ...ids, ...told }, testNow)
  return fileId
}

/** The five files of a conversation. */
async function exportedTexts(agencyId: string, id: string): Promise<Record<string, string>> {
  const conversation = await findConversationById(db, agencyId, id)
  const open = await openDataOf(services, conversation!, `https://longtable.test/${id}`)
  const bytes = await buffer(openDataArchive(open, testNow))
  return Object.fromEntries(
    zipDirectory(bytes)!.map((file) => [file.path, Buffer.from(unpack(bytes, file)!).toString('utf8')]),
  )
}

/** The same, each with its lines sorted. */
async function exported(agencyId: string, id: string): Promise<Record<string, string[]>> {
  return Object.fromEntries(
    Object.entries(await exportedTexts(agencyId, id)).map(([file, text]) => [file, text.split('\n').sort()]),
  )
}

const small = {
  'folder/comments.csv': `timestamp,datetime,comment-id,author-id,agrees,disagrees,moderated,comment-body,is-meta,is-seed,comment-body-es
1700000000000,x,0,,2,0,1,Buses should run later,false,true,Los autobuses deberían circular hasta más tarde
1700000000001,x,1,3,1,2,1,"=Pay, more",false,false,
1700000000002,x,2,3,0,0,-1,Our principal is lazy,false,false,
1700000000003,x,3,5,0,0,0,I am a parent,true,false,
`,
  'folder/votes.csv': `timestamp,datetime,comment-id,voter-id,vote
1700000001000,x,0,3,1
1700000001000,x,0,5,1
1700000002000,x,1,3,1
1700000002000,x,1,5,-1
1700000003000,x,1,5,0
1700000003000,x,1,5,-1
`,
  'folder/participants-votes.csv':
    'participant,group-id,n-comments,n-votes,n-agree,n-disagree,0,1\n3,0,2,2,2,0,1,1\n5,1,1,2,1,1,1,-1\n9,,0,0,0,0,,\n',
  'folder/summary.csv':
    'topic,Getting home\nurl,https://pol.is/abc\nviews,12\nconversation-description,"After school, how?"\n',
}

describe('an archive', () => {
  test('is read and summed up before anything is brought in', async () => {
    const at = await place()
    const fileId = await upload(at, await zip(small))
    expect(await findArchivePart(services.files, fileId, 'report')).toEqual({
      state: 'ready',
      topic: 'Getting home',
      statements: 4,
      rejected: 1,
      people: 3,
      votes: 6,
      first: 1700000001000,
      last: 1700000003000,
      groups: 2,
    })
    expect(await findConversationById(db, at.agency.id, fileId)).toBeUndefined()
    await giveUpArchive(services, { agencyId: at.agency.id, fileId })
    expect(await findArchivePart(services.files, fileId, 'report')).toBeUndefined()
  })

  test('becomes a draft with people, statements and votes under their own numbers and times', async () => {
    const at = await place()
    const id = await bringIn(at, await zip(small))
    expect(await findConversationById(db, at.agency.id, id)).toMatchObject({
      status: 'draft',
      question: { texts: { en: { text: 'What keeps good teachers?' } } },
      introduction: { texts: { en: { text: 'After school, how?' } } },
    })
    const statements = await listStatements(db, at.agency.id, id)
    expect(statements.map(({ number, state, origin, isMeta }) => [number, state, origin, isMeta])).toEqual([
      [0, 'shown', 'import', false],
      [1, 'shown', 'import', false],
      [2, 'rejected', 'import', false],
      [3, 'waiting', 'import', true],
    ])
    expect(statements[0]?.words.texts.es?.text).toMatch(/autobuses/)
    const { rows } = await sql<{ number: number; value: number; castAt: Date }>`
      select voter.number, latest_vote.value, latest_vote.cast_at from latest_vote join voter on voter.id = voter_id
      where latest_vote.conversation_id = ${id} and statement_id = ${statements[1]!.id} order by 1`.execute(
      db,
    )
    // Of two votes of the same instant the later row counts.
    expect(rows).toEqual([
      { number: 3, value: 1, castAt: new Date(1700000002000) },
      { number: 5, value: -1, castAt: new Date(1700000003000) },
    ])
    const result = await findConversationResult(db, at.agency.id, id)
    expect(
      Object.values(result!.people)
        .map(({ group }) => group)
        .sort(),
    ).toEqual(['0', '1'])
    expect(result!.summary.statement_stats[statements[1]!.id]).toMatchObject({
      agree: 1,
      disagree: 1,
      by_group: { 0: [1, 0, 1], 1: [0, 1, 1] },
    })
  })

  test('goes round: what comes out goes in again and comes out the same', async () => {
    const at = await place()
    const first = await bringIn(at, await zip(small))
    const out = await exported(at.agency.id, first)
    expect(Object.keys(out).sort()).toEqual([...openDataFiles].sort())
    const second = await bringIn(at, await zip(await exportedTexts(at.agency.id, first)))
    const third = await exported(at.agency.id, second)
    expect(third).toEqual(out)
    expect(out['summary.csv']).toContain('url,https://pol.is/abc')
    expect(out['comments.csv']!.find((line) => line.startsWith('1700000000001'))).toContain(`"'=Pay, more"`)
  })

  test('that is over is closed at once, and its report is asked for', async () => {
    const at = await place()
    const id = await bringIn(at, await zip(small), { over: true })
    expect(await findConversationById(db, at.agency.id, id)).toMatchObject({
      status: 'closed',
      closedAt: testNow,
    })
    const { rows } = await sql<{ count: number }>`select count(*) as count from pgboss.job
      where name = 'freeze-report' and data->>'conversationId' = ${id}`.execute(db)
    expect(rows[0]?.count).toBe(1)
  })

  test('brought in twice is there once', async () => {
    const at = await place()
    const id = await bringIn(at, await zip(small))
    const again = { agencyId: at.agency.id, fileId: id, personId: at.person.id, wish }
    await importConversation(services, again, testNow)
    expect(await listStatements(db, at.agency.id, id)).toHaveLength(4)
  })

  test.each([
    ['a picture', Buffer.from('GIF89a'), { state: 'unreadable', problem: 'not-an-archive' }],
    ['an archive without tables', { 'readme.txt': 'hello' }, { state: 'faulty', count: 2 }],
    [
      'a vote on a statement that is not there',
      { ...small, 'folder/votes.csv': 'timestamp,comment-id,voter-id,vote\n1700000001000,77,3,1\n' },
      {
        state: 'faulty',
        count: 1,
        faults: [{ file: 'votes.csv', row: 1, problem: 'commentUnknown', detail: '77' }],
      },
    ],
  ])('%s is refused, and nothing is brought in', async (_, content, report) => {
    const at = await place()
    const bytes = Buffer.isBuffer(content) ? content : await zip(content as Record<string, string>)
    const fileId = await bringIn(at, bytes)
    expect(await findArchivePart(services.files, fileId, 'report')).toMatchObject(report)
    expect(await findArchivePart(services.files, fileId, 'progress')).toBeUndefined()
    expect(await findConversationById(db, at.agency.id, fileId)).toBeUndefined()
  })
})

test('what people took back, a vote or a statement, is not taken out', async () => {
  const at = await place()
  const id = await bringIn(at, await zip(small))
  const [first, second] = await listStatements(db, at.agency.id, id)
  const { rows } = await sql<{
    id: string
  }>`select id from voter where conversation_id = ${id} and number = 3`.execute(db)
  await sql`insert into vote (agency_id, id, conversation_id, statement_id, voter_id, value, cast_at)
    values (${at.agency.id}, ${newId()}, ${id}, ${first!.id}, ${rows[0]!.id}, null, ${testNow})`.execute(db)
  await sql`update statement set state = 'withdrawn' where id = ${second!.id}`.execute(db)
  const votes = (await exported(at.agency.id, id))['votes.csv']!.filter((line) => /^\d/.test(line))
  expect(votes).toEqual(['1700000001000,2023-11-14T22:13:21.000Z,0,5,1'])
})

const shared = join(projectRoot, '../shared/data/opinion/vtaiwan.uberx')

test.skipIf(!existsSync(shared))(
  'fifty thousand votes come in while other work goes on, and come out as they were (needs ../shared/data/opinion)',
  async () => {
    const at = await place()
    const texts = Object.fromEntries(
      openDataFiles
        .filter((file) => existsSync(join(shared, file)))
        .map((file) => [file, readFileSync(join(shared, file), 'utf8')]),
    )
    const bytes = await zip(texts)
    let longest = 0
    let last = performance.now()
    const beat = setInterval(() => {
      longest = Math.max(longest, performance.now() - last)
      last = performance.now()
    }, 10)
    const id = await bringIn(at, bytes)
    clearInterval(beat)
    // No single piece of the work keeps others waiting for long, even on a busy machine.
    expect(longest).toBeLessThan(2000)
    const out = await exported(at.agency.id, id)
    const facts = (lines: string[]) => lines.map((line) => line.replace(/^(\d+),[^,]*,/, '$1,')).sort()
    expect(facts(out['votes.csv']!)).toEqual(facts(texts['votes.csv']!.split('\n')))
    expect(out['participants-votes.csv']).toEqual(texts['participants-votes.csv']!.split('\n').sort())
  },
  120_000,
)
