import { createHash, randomBytes } from 'node:crypto'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testDatabase } from '../../../tests/support/database.ts'
import { prepareJobs } from '../jobs/jobs.ts'
import { backup, listFiles } from './backup.ts'
import { newId } from './id.ts'
import { migrate } from './migrate.ts'
import { restore } from './restore.ts'

const source = testDatabase({ empty: true })
const target = testDatabase({ empty: true })
const bystander = testDatabase({ empty: true })

const folder = mkdtempSync(join(tmpdir(), 'longtable-backup-'))
const migrationsDir = join(folder, 'migrations')
const filesFolder = join(folder, 'files')
const archive = join(folder, 'all.tar.gz')
const picture = randomBytes(300_000)

beforeAll(async () => {
  mkdirSync(migrationsDir)
  // Two tables that point at each other, every type of value in use, a generated column, and a row from a migration.
  writeFileSync(
    join(migrationsDir, '0001-things.sql'),
    `create table reference (key text primary key);
     insert into reference values ('seed');
     create table parent (agency_id uuid, id uuid, favorite uuid, primary key (agency_id, id));
     create table child (
       agency_id uuid, id uuid, parent_id uuid, label text, at timestamptz, day date, data jsonb, tags text[], raw bytea,
       share double precision, amount numeric, folded text generated always as (lower(label)) stored,
       primary key (agency_id, id), foreign key (agency_id, parent_id) references parent (agency_id, id));
     alter table parent add foreign key (agency_id, favorite) references child (agency_id, id);`,
  )
  await migrate(source.pool, { migrationsDir })
  await prepareJobs(source.pool)
  mkdirSync(join(filesFolder, 'a/b'), { recursive: true })
  writeFileSync(join(filesFolder, 'a/b', 'picture.png'), picture)
  writeFileSync(join(filesFolder, 'an empty file'), '')
  const agency = newId()
  const parent = newId()
  const child = newId()
  await source.pool.query('insert into parent (agency_id, id) values ($1, $2)', [agency, parent])
  await source.pool.query(
    `insert into child (agency_id, id, parent_id, label, at, day, data, tags, raw, share, amount)
     values ($1, $2, $3, $4, '2027-03-01 12:00:00.123456+02', '2027-03-01', '{"a": [1, null, "\\u00e9"]}', '{x,"y z",NULL}', '\\x00ff', 0.1, 12.340)`,
    [agency, child, parent, 'Tab\there, line\nbreak, \\ and 学校 مدرسة'],
  )
  await source.pool.query('update parent set favorite = $1', [child])
  await source.pool.query(
    `insert into child (agency_id, id, label, data)
     select $1, gen_random_uuid(), repeat('a long comment ', 40), jsonb_build_object('n', n) from generate_series(1, 8000) n`,
    [agency],
  )
  await source.pool.query(`select pgboss.create_queue('remind', '{"policy": "standard"}')`)
  await source.pool.query(`insert into pgboss.job (name, data) values ('remind', '{"id": 1}')`)
})

afterAll(() => rmSync(folder, { recursive: true }))

const rowsHash = async ({ pool }: typeof source) => {
  const { rows } = await pool.query('select * from child order by id')
  return createHash('sha256').update(JSON.stringify(rows)).digest('hex')
}

describe('a backup', () => {
  test('holds every row and file of one moment', async () => {
    const made = await backup({ connection: source.connection, archive, filesFolder })
    if (made.outcome !== 'made') throw new Error(made.message)
    const counts = Object.fromEntries(
      made.manifest.tables.map(({ schema, name, rows }) => [`${schema}.${name}`, rows]),
    )
    expect(counts).toMatchObject({
      'public.child': 8001,
      'public.parent': 1,
      'public.reference': 1,
      'pgboss.job': 1,
      'pgboss.queue': 1,
    })
    expect(made.manifest.files.map(({ path, size }) => [path, size])).toEqual([
      ['a/b/picture.png', 300_000],
      ['an empty file', 0],
    ])
    expect(made.bytes).toBeGreaterThan(300_000)
  })

  test('is not written over another file', async () => {
    expect(await backup({ connection: source.connection, archive, filesFolder })).toMatchObject({
      outcome: 'refused',
    })
  })

  test('twice of the same rows has the same hashes', async () => {
    const again = await backup({
      connection: source.connection,
      archive: join(folder, 'again.tar.gz'),
      filesFolder,
    })
    const first = await backup({
      connection: source.connection,
      archive: join(folder, 'third.tar.gz'),
      filesFolder,
    })
    if (again.outcome !== 'made' || first.outcome !== 'made') throw new Error('not made')
    expect(again.manifest.tables).toEqual(first.manifest.tables)
  })

  test('leaves nothing behind when it fails', async () => {
    await expect(
      backup({ connection: bystander.connection, archive: join(folder, 'failed.tar.gz') }),
    ).rejects.toThrow(/schema_migration/)
    expect((await listFiles(folder)).filter((path) => path.includes('failed'))).toEqual([])
  })
})

describe('restore', () => {
  const restored = join(folder, 'restored')

  test('refuses an archive that was changed, cut short or is something else, and changes nothing', async () => {
    const bytes = gunzipSync(readFileSync(archive))
    const at = bytes.indexOf('a long comment')
    bytes[at] = bytes[at]! + 1
    writeFileSync(join(folder, 'changed.tar.gz'), gzipSync(bytes))
    writeFileSync(join(folder, 'short.tar.gz'), readFileSync(archive).subarray(0, 200_000))
    writeFileSync(join(folder, 'other.tar.gz'), 'not an archive at all')
    for (const name of ['changed', 'short', 'other', 'absent']) {
      const answer = await restore({
        connection: bystander.connection,
        archive: join(folder, `${name}.tar.gz`),
        filesFolder: restored,
        migrationsDir,
      })
      expect(answer).toMatchObject({
        outcome: 'refused',
        message: expect.stringMatching(/damaged|does not exist/),
      })
    }
    const { rows } = await bystander.pool.query(
      `select from pg_class where relnamespace = 'public'::regnamespace`,
    )
    expect(rows).toHaveLength(0)
    expect(await listFiles(restored)).toEqual([])
  })

  test('refuses an archive of a newer program', async () => {
    const answer = await restore({
      connection: bystander.connection,
      archive,
      filesFolder: restored,
      migrationsDir: join(folder, 'none'),
    })
    expect(answer).toMatchObject({
      outcome: 'refused',
      message: expect.stringMatching(/newer than this program/),
    })
  })

  test('brings back every row and file, and then migrates further', async () => {
    writeFileSync(join(migrationsDir, '0002-later.sql'), 'alter table child add later text;')
    const answer = await restore({
      connection: target.connection,
      archive,
      filesFolder: restored,
      migrationsDir,
      prepareJobs,
    })
    expect(answer).toMatchObject({ outcome: 'restored' })
    await source.pool.query('alter table child add later text')
    expect(await rowsHash(target)).toBe(await rowsHash(source))
    expect(readFileSync(join(restored, 'a/b/picture.png')).equals(picture)).toBe(true)
    const { rows } = await target.pool.query(`select data, state from pgboss.job`)
    expect(rows).toEqual([{ data: { id: 1 }, state: 'created' }])
    const keys = await target.pool.query(
      `select from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace`,
    )
    expect(keys.rowCount).toBe(2)
  })

  test('refuses a database or a files folder that is not empty', async () => {
    const again = await restore({
      connection: target.connection,
      archive,
      filesFolder: join(folder, 'elsewhere'),
      migrationsDir,
      prepareJobs,
    })
    expect(again).toMatchObject({
      outcome: 'refused',
      message: expect.stringMatching(/database is not empty/),
    })
    const files = await restore({
      connection: bystander.connection,
      archive,
      filesFolder: restored,
      migrationsDir,
      prepareJobs,
    })
    expect(files).toMatchObject({
      outcome: 'refused',
      message: expect.stringMatching(/files folder .* is not empty/),
    })
  })
})
