import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { testApp } from '../../../tests/support/app.ts'
import { testDatabase } from '../../../tests/support/database.ts'
import { makeColleague, makeStaffPlace, type StaffPlace } from '../../../tests/support/staff-place.ts'
import { paths } from '../../paths.ts'
import { newId } from '../../platform/db/id.ts'
import type { JobName, Jobs } from '../../platform/jobs/enqueue.ts'
import { workbook } from '../../platform/documents/xlsx-writer.ts'
import { dataSheet } from '../../platform/documents/xlsx-writer.ts'
import { countComments, listComments } from './comment.store.ts'
import { checkImportJob, commitImportJob, readImportJob } from './import-comments.job.ts'
import { staffCommentRoutes } from './staff.routes.tsx'

const database = testDatabase()
const { request, read, services } = testApp(database, staffCommentRoutes)
const { db } = database
let place: StaffPlace
let here: { language: 'en'; agency: string; engagement: string }
beforeAll(async () => {
  place = await makeStaffPlace(services)
  here = { language: 'en', agency: place.agency.slug, engagement: place.engagement.slug }
})

/** Runs what is on the queue, as the worker would. */
async function work(): Promise<void> {
  for (;;) {
    const { rows } = await sql<{ id: string; name: JobName; data: never }>`
      delete from pgboss.job where id = (select id from pgboss.job where name in ('read-import', 'check-import', 'commit-import') order by created_on limit 1)
      returning id, name, data`.execute(db)
    const [job] = rows
    if (!job) return
    const found = [readImportJob, checkImportJob, commitImportJob].find((one) => one.name === job.name)
    await (found?.run as (given: typeof services, data: Jobs[JobName]) => Promise<void>)(services, job.data)
  }
}

async function upload(
  content: string | Uint8Array,
  name = 'survey.csv',
  as = place.coordinator.id,
  at = here,
): Promise<string> {
  const answer = await request(paths.workImport.to(at), {
    as,
    form: { file: new File([content as BlobPart], name) },
  })
  expect(answer.status).toBe(303)
  return answer.headers.get('location')!
}

const mapping = {
  'column-0': 'reference',
  'column-1': 'q:Q1',
  'column-2': 'received',
  'column-3': 'q:Q2',
  language: 'en',
  channel: 'meeting',
  receivedOn: '2027-03-01',
  step: 'check',
}

describe('bringing comments in from a file', () => {
  test('reads, checks and brings in 500 rows in one transaction, and takes them back', async () => {
    const own = await makeStaffPlace(services)
    const at = { language: 'en' as const, agency: own.agency.slug, engagement: own.engagement.slug }
    const rows = Array.from(
      { length: 500 },
      (_, n) =>
        `${n + 1},"Comment ${n}: more mentors, please",2027-02-${String((n % 28) + 1).padStart(2, '0')},${n % 2 ? 'Smaller classes' : 'B'}`,
    )
    const address = await upload(
      `ID,Comment,Date,Which matters most?\r\n${rows.join('\r\n')}\r\n,,,\r\n`,
      'survey.csv',
      own.coordinator.id,
      at,
    )
    expect(await read(address, { as: own.coordinator.id })).toContain('We are reading your file')
    await work()
    const map = await read(address, { as: own.coordinator.id })
    for (const guess of [
      'value="reference" selected',
      'value="q:Q1" selected',
      'value="received" selected',
      'value="q:Q2" selected',
    ])
      expect(map).toContain(guess)
    expect((await request(address, { as: own.coordinator.id, form: mapping })).status).toBe(303)
    expect(await read(address, { as: own.coordinator.id })).toContain('We are going through the rows')
    await work()
    expect(await read(address, { as: own.coordinator.id })).toContain('Bring in 500 comments')
    expect(await countComments(db, own.agency.id, own.engagement.id)).toBe(0)
    expect((await request(address, { as: own.coordinator.id, form: { step: 'commit' } })).status).toBe(303)
    await request(address, { as: own.coordinator.id, form: { step: 'commit' } })
    await work()
    expect(await countComments(db, own.agency.id, own.engagement.id)).toBe(500)
    const [comment] = await listComments(db, own.agency.id, own.engagement.id, { limit: 1 })
    expect(comment).toMatchObject({
      channel: 'meeting',
      state: 'published',
      enteredBy: own.coordinator.id,
      provenance: { file: 'survey.csv' },
    })
    expect((await request(address, { as: own.coordinator.id })).headers.get('location')).toBe(
      paths.workImport.to(at),
    )
    // The words are comments now and nowhere else.
    const keys: string[] = []
    for await (const file of services.files.list(`imports/${comment!.importId}/`))
      keys.push(file.key.split('/').at(-1)!)
    expect(keys.sort()).toEqual(['head', 'outcome'])
    const undo = paths.workImportUndo.to({ ...at, import: comment!.importId! })
    expect((await request(undo, { as: own.coordinator.id, form: {} })).status).toBe(422)
    await sql`insert into reading (agency_id, id, engagement_id, comment_id, coder_id, finished_at) values (${own.agency.id}, ${newId()}, ${own.engagement.id}, ${comment!.id}, ${own.coordinator.id}, now())`.execute(
      db,
    )
    const refused = await request(undo, { as: own.coordinator.id, form: { sure: 'yes' } })
    expect(refused.status).toBe(409)
    expect(await refused.text()).toContain('1 comment of this file was coded')
    await sql`delete from reading where agency_id = ${own.agency.id}`.execute(db)
    await sql`insert into hold (agency_id, id, engagement_id, reason, placed_by, placed_at)
      values (${own.agency.id}, ${newId()}, ${own.engagement.id}, 'A lawsuit', ${own.coordinator.id}, now())`.execute(
      db,
    )
    const held = await request(undo, { as: own.coordinator.id, form: { sure: 'yes' } })
    expect(held.status).toBe(409)
    expect(await held.text()).toContain('A hold stops deletion here')
    await sql`update hold set lifted_at = now() where agency_id = ${own.agency.id}`.execute(db)
    expect((await request(undo, { as: own.coordinator.id, form: { sure: 'yes' } })).status).toBe(303)
    expect(await countComments(db, own.agency.id, own.engagement.id, { states: ['erased'] })).toBe(500)
    const left = await sql<{
      count: number
    }>`select count(*) as count from answer where agency_id = ${own.agency.id} and (text is not null or choices is not null)`.execute(
      db,
    )
    expect(left.rows[0]?.count).toBe(0)
    expect((await request(undo, { as: own.coordinator.id, form: { sure: 'yes' } })).status).toBe(404)
  })

  test('rows with faults are named by row and column, and stay out only when that is wished', async () => {
    const address = await upload(
      'ID,Comment,Date,Which matters most?\n1,Good,2027-02-01,Neither\n2,Fine,soon,\n3,,,\n4,Yes,,b\n',
    )
    await work()
    const untold = await request(address, {
      as: place.coordinator.id,
      form: { ...mapping, 'column-1': 'ignore', 'column-3': 'ignore' },
    })
    expect(untold.status).toBe(422)
    await request(address, { as: place.coordinator.id, form: mapping })
    await work()
    const page = await read(address, { as: place.coordinator.id })
    expect(page).toContain('2 rows cannot be brought in as they are')
    expect(page).toContain('Neither')
    expect(page).toContain('C Date')
    expect((await request(address, { as: place.coordinator.id, form: { step: 'commit' } })).status).toBe(422)
    const before = await countComments(db, place.agency.id, place.engagement.id)
    await request(address, { as: place.coordinator.id, form: { step: 'commit', leaveOut: 'yes' } })
    await work()
    expect((await countComments(db, place.agency.id, place.engagement.id)) - before).toBe(1)
  })

  test('an Excel workbook comes in the same way', async () => {
    const columns = [{ name: 'Comment', value: (row: string) => row }]
    const bytes = await workbook(
      [
        dataSheet({
          name: 'Data',
          columns,
          rows: ['Necesitamos más maestras bilingües en nuestras escuelas.'],
        }),
      ],
      { name: 'D', sheet: 's', column: 'c', meaning: 'm' },
    )
    const address = await upload(bytes, 'survey.xlsx')
    await work()
    await request(address, {
      as: place.coordinator.id,
      form: { ...mapping, 'column-0': 'q:Q1', 'column-1': '', 'column-2': '', 'column-3': '' },
    })
    await work()
    await request(address, { as: place.coordinator.id, form: { step: 'commit' } })
    await work()
    const found = await listComments(db, place.agency.id, place.engagement.id, { search: 'bilingües' })
    expect(found).toMatchObject([{ language: 'es' }])
  })

  test.each([
    [
      'an empty name and bytes that are no table',
      new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3]),
      'This is not a table',
    ],
    ['an old workbook', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), 'old Excel file'],
    ['a broken workbook', new Uint8Array([0x50, 0x4b, 0x03, 0x04, 9, 9, 9]), 'Nothing was brought in'],
    ['only names of columns', 'ID,Comment,Date\n', 'There are no rows'],
    ['a quote that never ends', 'ID,Comment\n1,"never\n'.repeat(1), 'Nothing was brought in'],
  ])('a file that cannot be read says what to do: %s', async (_, content, words) => {
    const address = await upload(content, 'x.csv')
    await work()
    const answer = await request(address, { as: place.coordinator.id })
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain(words)
    expect((await request(address, { as: place.coordinator.id, form: { step: 'give-up' } })).status).toBe(303)
    expect((await request(address, { as: place.coordinator.id })).status).toBe(404)
  })

  test('no file, an empty one, or somebody who may not: nothing is kept', async () => {
    expect((await request(paths.workImport.to(here), { as: place.coordinator.id, form: {} })).status).toBe(
      422,
    )
    expect(
      (
        await request(paths.workImport.to(here), {
          as: place.coordinator.id,
          form: { file: new File([], 'e.csv') },
        })
      ).status,
    ).toBe(422)
    const partner = await makeColleague(services, place, 'partner')
    expect((await request(paths.workImport.to(here), { as: partner.id })).status).toBe(403)
    const other = await makeStaffPlace(services)
    const address = await upload('ID,Comment\n1,Mine alone\n')
    const elsewhere = address
      .replace(place.agency.slug, other.agency.slug)
      .replace(place.engagement.slug, other.engagement.slug)
    expect((await request(elsewhere, { as: other.coordinator.id })).status).toBe(404)
    expect((await request(elsewhere, { as: other.coordinator.id, form: { step: 'commit' } })).status).toBe(
      404,
    )
  })
})
