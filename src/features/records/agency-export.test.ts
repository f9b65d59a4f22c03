import { buffer } from 'node:stream/consumers'
import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { testApp, testNow } from '../../../tests/support/app.ts'
import { testDatabase } from '../../../tests/support/database.ts'
import { makeAgency, makeEngagement, makePerson } from '../../../tests/support/make.ts'
import { readCsv } from '../../cli/command.ts'
import { exportCommand } from '../../cli/export.ts'
import { sql } from 'kysely'
import { newId } from '../../platform/db/id.ts'
import { unpack, zipDirectory } from '../../platform/documents/zip-reader.ts'
import { addStoredFile } from '../../platform/files/stored-file.store.ts'
import { nothingWritten, written } from '../../platform/i18n/written.ts'
import type { Agency } from '../agencies/agency.ts'
import { putUpload } from '../comments/import-draft.store.ts'
import { findComment } from '../comments/comment.store.ts'
import { addQuestion } from '../comments/question.store.ts'
import { shownReceipt } from '../comments/receipt.ts'
import { sendComment } from '../comments/send-comment.action.ts'
import { columnInWords, exportedTables, sharedTables, tablesLeftBehind } from './agency-export.ts'
import { hideSecrets, listColumns } from './agency-export.store.ts'
import { exportAgency } from './export-agency.action.ts'
import { recordsRoutes } from './records.routes.tsx'

const database = testDatabase()
const { db } = database
const { request, services } = testApp(database, recordsRoutes)

describe('the list of tables', () => {
  const without = (name: string) => exportedTables.find((table) => table.name === name)?.without ?? []

  test('every table with rows of an agency is taken along, or says why not', async () => {
    const columns = await listColumns(db)
    const owned = new Set(
      columns.filter((column) => column.name === 'agency_id').map((column) => column.table),
    )
    owned.add('agency')
    const known = [...exportedTables.map((table) => table.name), ...Object.keys(tablesLeftBehind)]
    expect([...owned].sort()).toEqual(known.sort())
    const others = new Set(columns.map((column) => column.table).filter((table) => !owned.has(table)))
    expect(
      [...others].filter(
        (table) => !(sharedTables as readonly string[]).includes(table) && !/migration/.test(table),
      ),
    ).toEqual([])
  })

  test('every column that is taken along is explained, and none that opens a door is', async () => {
    const kept = (await listColumns(db)).filter(
      (column) =>
        exportedTables.some((table) => table.name === column.table) &&
        !without(column.table).includes(column.name),
    )
    expect(kept.filter((column) => columnInWords(column.name) === undefined)).toEqual([])
    expect(
      kept.filter(
        (column) =>
          /token|secret|_hash$|receipt|password|submission/.test(column.name) &&
          column.name !== 'content_hash',
      ),
    ).toEqual([])
    for (const { name } of exportedTables)
      for (const column of without(name))
        expect(await listColumns(db)).toContainEqual(expect.objectContaining({ table: name, name: column }))
  })
})

test('links and codes that open a door are taken out of messages', () => {
  expect(hideSecrets('See https://x.org/r/ACDEFGHJKMNP or type ACDE-FGHJ-KMNP.')).toBe(
    'See https://x.org/r/████ or type ████.',
  )
  expect(hideSecrets('https://x.org/en/receipts/ACDEFGHJKMNP\nhttps://x.org/en/follow/stop/abc_DEF-1')).toBe(
    'https://x.org/en/receipts/████\nhttps://x.org/en/follow/stop/████',
  )
  expect(hideSecrets('https://x.org/en/at/a/b/follow/confirm?token=abc&x=1')).toBe(
    'https://x.org/en/at/a/b/follow/confirm?token=████&x=1',
  )
})

describe('everything of an agency', () => {
  let agency: Agency
  let other: Agency
  let administrator: string
  let commentId: string

  beforeAll(async () => {
    ;[agency, other] = [await makeAgency(db), await makeAgency(db, { name: 'Neighbor' })]
    administrator = (
      await makePerson(db, { agencyId: agency.id, roles: ['administrator'], name: 'Rosa Delgado' })
    ).id
    for (const place of [agency, other]) {
      const engagement = await makeEngagement(db, place)
      const own = {
        agencyId: place.id,
        engagementId: engagement.id,
        hint: nothingWritten,
        required: false,
        position: 1,
        options: [],
      }
      const questionId = (await addQuestion(db, {
        ...own,
        code: 'Q1',
        kind: 'text',
        prompt: written('en', { en: 'What?' }),
      }))!
      const sent = await sendComment(
        services,
        {
          agency: place,
          engagement,
          channel: 'web',
          answers: [
            { questionId, text: `=HYPERLINK("x") said at ${place.slug}`, choices: null, number: null },
          ],
          contact: { channel: 'mail', address: 'author@example.org' },
          submissionKey: newId(),
        },
        testNow,
      )
      if (place === agency && sent.outcome === 'accepted') commentId = sent.commentId
    }
    const fileId = newId()
    await putUpload(services.files, fileId, Buffer.from('a,b\n1,2\n'), 'text/csv')
    const file = {
      aboutKind: 'import',
      aboutId: newId(),
      name: '../notes "evening".csv',
      type: 'text/csv',
      size: 8,
      sha256: Buffer.alloc(32),
    }
    await addStoredFile(db, {
      agencyId: agency.id,
      id: fileId,
      ...file,
      isPublic: false,
      uploadedBy: administrator,
      createdAt: testNow,
    })
  })

  function filesOf(bytes: Uint8Array): Map<string, string> {
    return new Map(
      zipDirectory(bytes)!.map((file) => [file.path, new TextDecoder().decode(unpack(bytes, file))]),
    )
  }

  test('each table is there with its own rows only, and no receipt anywhere', async () => {
    const files = filesOf(await buffer(await exportAgency(services, { agency, by: administrator }, testNow)))
    for (const { name } of exportedTables) expect([...files.keys()]).toContain(`tables/${name}.csv`)
    const receipt = (await findComment(db, agency.id, commentId))!.receiptCode
    for (const [path, text] of files) {
      expect([
        path,
        text.includes(receipt),
        text.includes(shownReceipt(receipt)),
        text.includes(other.slug),
      ]).toEqual([path, false, false, false])
    }
    const answers = readCsv(Buffer.from(files.get('tables/answer.csv')!))
    expect(answers.outcome === 'read' && answers.table.rows).toHaveLength(1)
    expect(files.get('tables/answer.csv')).toContain(`'=HYPERLINK`)
    expect(files.get('people.csv')).toContain('Rosa Delgado')
    expect(files.get('dictionary.csv')).toContain('comment,contact_address,text,')
    expect(files.get('README.txt')).toContain(agency.name)
    const stored = [...files].find(([path]) => path.startsWith('files/'))!
    expect(stored[0]).toMatch(/^files\/[0-9a-f-]{36}-[^/\\"]+\.csv$/)
    expect(stored[1]).toBe('a,b\n1,2\n')
  })

  test('more rows than are read at once all come along, each once', async () => {
    await sql`
      insert into unreachable_address (agency_id, id, channel, address, reason, since)
      select ${agency.id}, gen_random_uuid(), 'mail', 'a' || number, 'bounced', now() from generate_series(1, 2500) number
    `.execute(db)
    const files = filesOf(await buffer(await exportAgency(services, { agency, by: null }, testNow)))
    const read = readCsv(Buffer.from(files.get('tables/unreachable_address.csv')!))
    expect(read.outcome === 'read' && new Set(read.table.rows.map(({ cells }) => cells[1])).size).toBe(2500)
  })

  test('a reader who goes away lets the database go', async () => {
    const zip = await exportAgency(services, { agency, by: null }, testNow)
    zip.once('data', () => zip.destroy())
    await new Promise((resolve) => zip.once('close', resolve))
    await new Promise((resolve) => setTimeout(resolve, 200))
    const { rows } = await sql<{ open: number }>`
      select count(*) as open from pg_stat_activity where datname = current_database() and state like 'idle in transaction%'
    `.execute(db)
    expect(rows[0]!.open).toBe(0)
  })

  test('the page needs a permission, the archive an administrator who signed in lately', async () => {
    const analyst = (await makePerson(db, { agencyId: agency.id, roles: ['analyst'] })).id
    const [page, zip] = [`/en/work/${agency.slug}/export`, `/en/work/${agency.slug}/export.zip`]
    expect(await (await request(page, { as: analyst })).text()).toContain(
      'An administrator of your agency can take it.',
    )
    expect((await request(zip, { as: analyst })).status).toBe(403)
    const answer = await request(zip, { as: administrator })
    expect([answer.status, answer.headers.get('content-disposition')?.split(';')[1]]).toEqual([
      200,
      ` filename="${agency.slug}-2027-03-03.zip"`,
    ])
    expect(filesOf(new Uint8Array(await answer.arrayBuffer())).size).toBeGreaterThan(exportedTables.length)
    await sql`update session set confirmed_at = confirmed_at - interval '1 hour' where person_id = ${administrator}`.execute(
      db,
    )
    const stale = await request(zip, { as: administrator })
    expect(stale.headers.get('location')).toMatch(/\/sign-in\?next=/)
  })
})

describe('the command line', () => {
  test('it writes the archive, never over another file, and names an agency that is not there', async () => {
    const agency = await makeAgency(db)
    const said: string[] = []
    const cwd = mkdtempSync(join(tmpdir(), 'export-'))
    if (!('socketDir' in database.connection)) throw new Error('The test server is reached through a socket')
    const { socketDir, user, database: name } = database.connection
    const env = {
      DATABASE_URL: `postgres://${user}@localhost/${name}?host=${socketDir}`,
      LONGTABLE_DATA: cwd,
      LOG_LEVEL: 'silent',
    }
    const io = {
      stdout: (text: string) => void said.push(text),
      stderr: (text: string) => void said.push(text),
      env,
      cwd,
    }
    expect(await exportCommand.run([], io)).toBe(2)
    expect(said.join('')).toContain('AGENCY is missing')
    expect(await exportCommand.run(['nowhere', 'all.zip'], io)).toBe(2)
    expect(said.at(-1)).toContain('there is no agency "nowhere"')
    said.length = 0
    expect(await exportCommand.run([agency.slug, 'all.zip', '--json'], io)).toBe(0)
    const bytes = readFileSync(join(cwd, 'all.zip'))
    expect(JSON.parse(said.join(''))).toEqual({
      agency: agency.slug,
      file: join(cwd, 'all.zip'),
      bytes: bytes.length,
    })
    expect(zipDirectory(bytes)!.length).toBeGreaterThan(exportedTables.length)
    expect(await exportCommand.run([agency.slug, 'all.zip'], io)).toBe(2)
    expect(readFileSync(join(cwd, 'all.zip'))).toEqual(bytes)
  })
})
