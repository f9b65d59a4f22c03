import fc from 'fast-check'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { describe, expect, test } from 'vitest'
import { readCsv } from '../../platform/documents/csv-reader.ts'
import { defaultTableLimits } from '../../platform/documents/table-types.ts'
import { unpack, zipDirectory } from '../../platform/documents/zip-reader.ts'
import { projectRoot } from '../../platform/root.ts'
import { openDataArchive } from './export-conversation.action.ts'
import { readsColumn } from './open-data-columns.ts'
import { type OpenDataRows, readOpenData } from './open-data-reader.ts'
import { guarded, type OpenConversation, openDataFile, openDataFiles, unguarded } from './open-data.ts'

const limits = { ...defaultTableLimits, rows: 200_000, columns: 5000 }

async function rowsOf(texts: Partial<Record<string, string>>): Promise<OpenDataRows> {
  const rows: Record<string, unknown> = {}
  for (const [file, text] of Object.entries(texts)) {
    const table = await readCsv(Buffer.from(text ?? ''), limits)
    if (table.outcome === 'table') rows[file] = table.rows
  }
  return rows
}

/** The archive as texts by file name. */
async function filesOf(conversation: OpenConversation): Promise<Record<string, string>> {
  const bytes = await buffer(openDataArchive(conversation, new Date('2027-03-03T18:00:00Z')))
  return Object.fromEntries(
    zipDirectory(bytes)!.map((file) => [file.path, Buffer.from(unpack(bytes, file)!).toString('utf8')]),
  )
}

const comments = 'timestamp,comment-id,author-id,moderated,comment-body\n'
const votes = 'timestamp,comment-id,voter-id,vote\n'
const good = {
  'comments.csv': `${comments}1403054214196,0,7,1,Buses run late\n1403054214197,1,7,-1,"Two lines,\nand a comma"\n`,
  'votes.csv': `${votes}1403054214200,0,7,1\n1403054214201,0,8,-1\n1403054214300,0,8,0\n`,
}

describe('reading', () => {
  test('people, statements and the log are read as they stand, and whoever votes or writes is somebody', async () => {
    const read = await readOpenData(await rowsOf(good))
    expect(read.outcome).toBe('read')
    if (read.outcome !== 'read') return
    const { statements, participants, votes } = read.conversation
    expect(
      statements.map(({ number, author, moderated, isSeed }) => [number, author, moderated, isSeed]),
    ).toEqual([
      [0, 7, 1, false],
      [1, 7, -1, false],
    ])
    expect(statements[1]?.body).toBe('Two lines,\nand a comma')
    expect(participants).toEqual([
      { number: 7, group: null },
      { number: 8, group: null },
    ])
    expect([...votes.value]).toEqual([1, -1, 0])
  })

  test.each([
    ['votes.csv', `${votes}1403054214200,0,7,2\n`, 1, 'voteValue'],
    ['votes.csv', `${votes}1403054214200,0,7,1\n1403054214200,5,7,1\n`, 2, 'commentUnknown'],
    ['votes.csv', `${votes}1403054214200,0,,1\n`, 1, 'idNotNumber'],
    // Whoever comes next must get a number that the database can keep.
    ['votes.csv', `${votes}1403054214200,0,2147483647,1\n`, 1, 'idNotNumber'],
    ['comments.csv', `${comments}1403054214196,2147483647,7,1,a b\n`, 1, 'idNotNumber'],
    ['votes.csv', `${votes}yesterday,0,7,1\n`, 1, 'timestamp'],
    ['votes.csv', `timestamp,comment-id,vote\n1403054214200,0,1\n`, undefined, 'columnMissing'],
    ['comments.csv', `${comments}1403054214196,0,7,1,a b\n1403054214196,0,7,1,c d\n`, 2, 'commentTwice'],
    ['comments.csv', `${comments}1403054214196,0,7,3,a b\n`, 1, 'moderated'],
    ['comments.csv', `${comments}1403054214196,0,7,1,\n`, 1, 'bodyMissing'],
    ['comments.csv', comments, undefined, 'empty'],
    ['participants-votes.csv', 'participant,group-id\n7,0\n7,1\n', 2, 'participantTwice'],
  ])('%s: what does not fit is refused with its row (%#)', async (file, text, row, problem) => {
    const read = await readOpenData(await rowsOf({ ...good, [file]: text }))
    expect(read.outcome).toBe('faulty')
    expect(read).toMatchObject({
      faults: expect.arrayContaining([expect.objectContaining({ file, problem })]),
    })
    if (read.outcome === 'faulty')
      expect(read.faults.find((fault) => fault.problem === problem)?.row).toBe(row)
  })

  test('columns that nobody reads are left aside, in whatever order the others stand', async () => {
    const wide = `0,group-id,1,participant,2\n,b,,8,\n${','.repeat(500)}\n,a,1,7,-1\n`
    const onlyColumns = (name: string) => readsColumn('participants-votes.csv', name)
    const table = await readCsv(Buffer.from(wide), { ...limits, onlyColumns })
    expect(table.outcome === 'table' && table.rows.map(({ cells }) => cells)).toEqual([
      ['group-id', 'participant'],
      ['b', '8'],
      ['a', '7'],
    ])
  })

  test('rows after a statement of two lines are still counted as rows', async () => {
    const text = `${comments}1403054214196,0,7,1,"a\nb"\n1403054214196,x,7,1,c\n`
    const read = await readOpenData(await rowsOf({ ...good, 'comments.csv': text }))
    expect(read).toMatchObject({ outcome: 'faulty', faults: [{ row: 2, problem: 'idNotNumber' }] })
  })

  test('files that are missing are named', async () => {
    expect(await readOpenData({})).toMatchObject({
      outcome: 'faulty',
      faults: [
        { file: 'comments.csv', problem: 'fileMissing' },
        { file: 'votes.csv', problem: 'fileMissing' },
      ],
    })
  })

  test('seconds and milliseconds are both times', async () => {
    const read = await readOpenData(
      await rowsOf({ ...good, 'votes.csv': `${votes}1403054214,0,7,1\n1403054214196,0,8,1\n` }),
    )
    expect(read.outcome === 'read' && [...read.conversation.votes.at]).toEqual([1403054214000, 1403054214196])
  })

  test('whatever stands in the files, the answer is a conversation or faults', async () => {
    const cell = fc.oneof(
      fc.constantFrom('', '0', '1', '-1', '7', 'x', '=1', '1403054214196', '99999999999999999'),
      fc.string(),
    )
    const row = fc.record({ row: fc.nat({ max: 99 }), cells: fc.array(cell, { maxLength: 8 }) })
    const header = fc.constantFrom<string[][]>(
      ['timestamp', 'comment-id', 'author-id', 'moderated', 'comment-body'],
      ['timestamp', 'comment-id', 'voter-id', 'vote'],
      ['participant', 'group-id'],
      [],
    )
    const table = fc
      .tuple(header, fc.array(row, { maxLength: 6 }))
      .map(([cells, rows]) => [{ row: 1, cells }, ...rows])
    await fc.assert(
      fc.asyncProperty(table, table, table, async (a, b, c) => {
        const read = await readOpenData({ 'comments.csv': a, 'votes.csv': b, 'participants-votes.csv': c })
        expect(['read', 'faulty']).toContain(read.outcome)
        if (read.outcome === 'faulty') expect(read.count).toBeGreaterThan(0)
      }),
      { numRuns: 200 },
    )
  })
})

test.each([
  ['votes.csv', 'votes.csv'],
  ['folder/r123-votes.csv', 'votes.csv'],
  ['participant-votes.csv', 'participants-votes.csv'],
  ['x_participants-votes.csv', 'participants-votes.csv'],
  ['a/Comment-Groups.csv', 'comment-groups.csv'],
  ['comments.csv', 'comments.csv'],
  ['__MACOSX/._votes.csv', undefined],
  ['stats-history.csv', undefined],
  ['devotes.csv', undefined],
])('%s is %s', (path, file) => {
  expect(openDataFile(path)).toBe(file)
})

test('no cell of an exported text begins as a formula, and reading gives the text back', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.constantFrom('=1', "'=1", ' -x', "''@a", '+', "'")), (text) => {
      expect(guarded(text)).not.toMatch(/^\s*[=+\-@]/)
      expect(unguarded(guarded(text))).toBe(text)
    }),
  )
})

const text = fc
  .string({ minLength: 1, maxLength: 40 })
  .filter((one) => one.trim() !== '' && !/[\u0000-\u0008\u000b-\u001f\ufeff]/.test(one) && one.isWellFormed())

const anyConversation = fc
  .record({
    bodies: fc.array(text, { minLength: 1, maxLength: 6 }),
    voters: fc.integer({ min: 1, max: 8 }),
    log: fc.array(fc.tuple(fc.nat(5), fc.nat(7), fc.constantFrom(-1, 0, 1), fc.nat(3)), { maxLength: 40 }),
    groups: fc.array(fc.constantFrom(null, 'a', 'b'), { minLength: 8, maxLength: 8 }),
    topic: text,
    moderated: fc.array(fc.constantFrom(-1 as const, 0 as const, 1 as const), { minLength: 6, maxLength: 6 }),
  })
  .map(({ bodies, voters, log, groups, topic, moderated }): OpenConversation => {
    const rows = log
      .map(([statement, voter, value, at]) => ({
        statement: statement % bodies.length,
        voter: voter % voters,
        value,
        at: 1_800_000_000_000 + at,
      }))
      .sort((a, b) => a.statement - b.statement || a.voter - b.voter || a.at - b.at)
    return {
      summary: { topic, description: '', url: 'https://x.test', views: '', translations: {} },
      statements: bodies.map((body, number) => ({
        number,
        at: 1_800_000_000_000,
        author: number % 2 ? 0 : null,
        moderated: moderated[number]!,
        isMeta: number === 2,
        isSeed: number % 2 === 0,
        body,
        language: 'en',
        translations: number === 1 ? { es: body } : {},
      })),
      participants: Array.from({ length: voters }, (_, number) => ({ number, group: groups[number]! })),
      votes: {
        at: Float64Array.from(rows, (row) => row.at),
        statement: Int32Array.from(rows, (row) => row.statement),
        voter: Int32Array.from(rows, (row) => row.voter),
        value: Int8Array.from(rows, (row) => row.value),
      },
    }
  })

test('what is written is read back as it was, whatever people wrote', async () => {
  await fc.assert(
    fc.asyncProperty(anyConversation, async (conversation) => {
      const files = await filesOf(conversation)
      const read = await readOpenData(await rowsOf(files))
      expect(read).toEqual({ outcome: 'read', conversation })
      expect(await filesOf((read as { conversation: OpenConversation }).conversation)).toEqual(files)
    }),
    { numRuns: 60 },
  )
})

test('comment-groups.csv gives votes by group and their product', async () => {
  const read = await readOpenData(
    await rowsOf({ ...good, 'participants-votes.csv': 'participant,group-id\n7,0\n8,1\n' }),
  )
  const files = await filesOf((read as { conversation: OpenConversation }).conversation)
  expect(files['comment-groups.csv']?.split('\n')[1]).toBe(
    // 7 agrees (group a), 8 passes at last (group b): (1+1)/(1+2) × (0+1)/(1+2)
    `0,Buses run late,2,1,0,1,1,1,0,0,1,0,0,1,${(2 / 3) * (1 / 3)}`,
  )
  // Every vote that was cast counts here, as the form has it.
  expect(files['comments.csv']?.split('\n')[1]).toContain(',1,1,1,Buses run late')
})

const shared = join(projectRoot, '../shared/data/opinion')
const sorted = (text: string) =>
  text
    .split('\n')
    .filter((line) => line !== '')
    .sort()

describe.skipIf(!existsSync(shared))('public conversations (needs ../shared/data/opinion)', () => {
  test.each(['15-per-hour-seattle', 'scoop-hivemind.biodiversity', 'vtaiwan.uberx'])(
    '%s goes in and comes out the same',
    async (name) => {
      const texts = Object.fromEntries(
        openDataFiles
          .filter((file) => existsSync(join(shared, name, file)))
          .map((file) => [file, readFileSync(join(shared, name, file), 'utf8')]),
      )
      const read = await readOpenData(await rowsOf(texts))
      expect(read.outcome).toBe('read')
      const files = await filesOf((read as { conversation: OpenConversation }).conversation)
      // The dates in words are those of some server; the moments beside them are the same.
      const withoutWords = (text: string) => sorted(text).map((line) => line.replace(/^(\d+),[^,]*,/, '$1,'))
      expect(withoutWords(files['votes.csv']!)).toEqual(withoutWords(texts['votes.csv']!))
      expect(sorted(files['participants-votes.csv']!)).toEqual(sorted(texts['participants-votes.csv']!))
      const again = await readOpenData(await rowsOf(files))
      expect(await filesOf((again as { conversation: OpenConversation }).conversation)).toEqual(files)
      // Comments have further columns; those of the form are the same.
      const plain = async (text: string) =>
        ((await readCsv(Buffer.from(text), limits)) as { rows: { cells: string[] }[] }).rows
          .map(({ cells }) => cells.filter((_, index) => index !== 1 && index < 8).join('\u001f'))
          .sort()
      expect(await plain(files['comments.csv']!)).toEqual(await plain(texts['comments.csv']!))
      const facts = (text: string) => sorted(text).filter((line) => /^[a-z-]+,\d+$/.test(line))
      expect(facts(files['summary.csv']!)).toEqual(facts(texts['summary.csv']!))
    },
    60_000,
  )
})
