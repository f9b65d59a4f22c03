import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { backup } from '../../src/platform/db/backup.ts'
import type { Manifest } from '../../src/platform/db/archive-format.ts'
import { openDatabase, type Connection } from '../../src/platform/db/database.ts'
import { newId } from '../../src/platform/db/id.ts'
import { migrate } from '../../src/platform/db/migrate.ts'
import { oldestMajor } from '../../src/platform/db/postgres-binaries.ts'
import type { PostgresServer } from '../../src/platform/db/postgres-server.ts'
import { restore } from '../../src/platform/db/restore.ts'
import { prepareJobs } from '../../src/platform/jobs/jobs.ts'
import { startTestServer } from '../support/engine.ts'
import { findEngine, removeFolder, temporaryFolder } from './support.ts'

let folder: string
let oldest: PostgresServer
let newest: PostgresServer

beforeAll(async () => {
  folder = temporaryFolder()
  oldest = await startTestServer(await findEngine(oldestMajor))
  newest = await startTestServer(await findEngine())
})

afterAll(async () => {
  await oldest?.stop()
  await newest?.stop()
  removeFolder(folder)
})

async function fill(connection: Connection): Promise<void> {
  const { pool, close } = openDatabase(connection, 1)
  await migrate(pool)
  await prepareJobs(pool)
  const state = newId()
  const district = newId()
  for (const [id, parent, kind, slug] of [
    [district, null, 'lea', 'district'],
    [state, null, 'sea', 'state'],
  ]) {
    await pool.query(
      `insert into agency (id, parent_id, kind, slug, name, languages, time_zone, created_at)
       values ($1, $2, $3, $4, 'Distrito — مدرسة 學校', '{en,es,ar}', 'America/Chicago', now())`,
      [id, parent, kind, slug],
    )
  }
  await pool.query('update agency set parent_id = $1 where id = $2', [state, district])
  await pool.query(
    `insert into audit_chain select $1, n, 10000000000 + n, decode(md5(n::text), 'hex') from generate_series(1, 3000) n`,
    [district],
  )
  await pool.query(`select pgboss.create_queue('remind', '{"policy": "standard"}')`)
  await pool.query(
    `insert into pgboss.job (name, data) select 'remind', jsonb_build_object('n', n) from generate_series(1, 50) n`,
  )
  await close()
}

async function saveAs(name: string, connection: Connection, filesFolder: string): Promise<Manifest> {
  const made = await backup({ connection, archive: join(folder, `${name}.tar.gz`), filesFolder })
  if (made.outcome !== 'made') throw new Error(made.message)
  return made.manifest
}

async function bringBack(name: string, connection: Connection, filesFolder: string): Promise<void> {
  const answer = await restore({
    connection,
    archive: join(folder, `${name}.tar.gz`),
    filesFolder,
    prepareJobs,
  })
  if (answer.outcome !== 'restored') throw new Error(answer.message)
}

test('a backup goes from the oldest engine to the newest and back, and every hash stays', async () => {
  const files = ['one', 'two', 'three'].map((name) => join(folder, `files-${name}`))
  mkdirSync(join(files[0]!, 'ab'), { recursive: true })
  writeFileSync(join(files[0]!, 'ab', 'photograph'), Buffer.alloc(100_000, 'picture'))

  const start = await oldest.ensureDatabase('start')
  await fill(start)
  const first = await saveAs('first', start, files[0]!)

  const middle = await newest.ensureDatabase('middle')
  await bringBack('first', middle, files[1]!)
  const second = await saveAs('second', middle, files[1]!)

  const end = await oldest.ensureDatabase('end')
  await bringBack('second', end, files[2]!)
  const third = await saveAs('third', end, files[2]!)

  expect(
    [first.engine, second.engine, third.engine].map(
      (version) => Number.parseInt(version, 10) === oldestMajor,
    ),
  ).toEqual([true, false, true])
  expect(first.tables.find(({ name }) => name === 'audit_chain')?.rows).toBe(3000)
  expect(second.tables).toEqual(first.tables)
  expect(third.tables).toEqual(first.tables)
  expect(third.files).toEqual(first.files)
  expect(third.migrations).toEqual(first.migrations)
})
