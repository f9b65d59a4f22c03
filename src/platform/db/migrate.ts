import { createHash } from 'node:crypto'
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { projectRoot } from '../root.ts'
import { driverOptions, type Connection } from './database.ts'

/** A migration file: its name, its SQL, and the hash by which a later change to it is seen. */
export type Migration = { name: string; sql: string; sha256: string }

/** The database and the program do not fit each other; the message says what to do. */
export class MigrationRefused extends Error {
  override name = 'MigrationRefused'
}

type Options = { migrationsDir?: string }

// Any fixed number: all processes that migrate one database take the same lock.
const lockKey = 7_265_310_442

/** The folder that holds the migrations of this program. */
export const migrationsFolder = join(projectRoot, 'migrations')

/** The migrations of a folder, in order. */
export function readMigrations(folder: string = migrationsFolder): Migration[] {
  if (!existsSync(folder)) return []
  const names = readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .sort()
  return names.map((name, index) => {
    const number = /^(\d{4})-[a-z0-9-]+\.sql$/.exec(name)?.[1]
    if (Number(number) !== index + 1) {
      throw new Error(
        `Migration ${name} should be named ${String(index + 1).padStart(4, '0')}-what-becomes-possible.sql`,
      )
    }
    const sql = readFileSync(join(folder, name), 'utf8')
    return { name, sql, sha256: createHash('sha256').update(sql).digest('hex') }
  })
}

/**
 * Brings the schema up to the program, each file in its own transaction under a lock, so that several processes may
 * start at once. Throws MigrationRefused when the database is newer than the program or an applied file has changed.
 */
export async function migrate(
  connection: Connection | pg.Pool,
  { migrationsDir = migrationsFolder }: Options = {},
): Promise<{ applied: string[] }> {
  const known = readMigrations(migrationsDir)
  return withClient(connection, async (client) => {
    const applied: string[] = []
    for (;;) {
      const name = await applyNext(client, known)
      if (name === undefined) return { applied }
      applied.push(name)
    }
  })
}

/** The names of the migrations that the database has not seen yet; refuses like `migrate`. */
export async function pendingMigrations(
  connection: Connection | pg.Pool,
  { migrationsDir = migrationsFolder }: Options = {},
): Promise<string[]> {
  const known = readMigrations(migrationsDir)
  return withClient(connection, async (client) => {
    const { rows } = await client.query<{ there: boolean }>(
      `select to_regclass('public.schema_migration') is not null as there`,
    )
    const done = rows[0]?.there ? await listApplied(client) : []
    assertSameHistory(known, done)
    return known.slice(done.length).map(({ name }) => name)
  })
}

/** Applies every migration on a client that is inside a transaction already; for restore. */
export async function migrateWithin(client: pg.ClientBase, known: readonly Migration[]): Promise<void> {
  await createHistory(client)
  const done = await listApplied(client)
  assertSameHistory(known, done)
  for (const migration of known.slice(done.length)) await apply(client, migration)
}

async function applyNext(client: pg.ClientBase, known: readonly Migration[]): Promise<string | undefined> {
  await client.query('begin')
  try {
    await client.query('select pg_advisory_xact_lock($1)', [lockKey])
    await createHistory(client)
    const done = await listApplied(client)
    assertSameHistory(known, done)
    const next = known[done.length]
    if (next) await apply(client, next)
    await client.query('commit')
    return next?.name
  } catch (error) {
    await client.query('rollback').catch(() => undefined)
    throw error
  }
}

async function createHistory(client: pg.ClientBase): Promise<void> {
  const { rows } = await client.query<{ there: boolean }>(
    `select to_regclass('public.schema_migration') is not null as there`,
  )
  if (rows[0]?.there) return
  await client.query(`create table public.schema_migration (
    name text primary key,
    sha256 text not null,
    applied_at timestamptz not null default now()
  )`)
}

type Applied = { name: string; sha256: string }

async function listApplied(client: pg.ClientBase): Promise<Applied[]> {
  const { rows } = await client.query<Applied>(
    'select name, sha256 from public.schema_migration order by name collate "C"',
  )
  return rows
}

async function apply(client: pg.ClientBase, { name, sql, sha256 }: Migration): Promise<void> {
  try {
    await client.query(sql)
  } catch (error) {
    const { message, position } = error as pg.DatabaseError // as: what pg rejects with
    const line = position ? sql.slice(0, Number(position)).split('\n').length : undefined
    throw new Error(`Migration ${name}${line ? `, line ${line}` : ''}: ${message}`, { cause: error })
  }
  await client.query('insert into public.schema_migration (name, sha256) values ($1, $2)', [name, sha256])
}

/** Throws unless what the database has seen is the beginning of what the program knows. */
export function assertSameHistory(known: readonly Applied[], done: readonly Applied[]): void {
  const names = new Set(known.map(({ name }) => name))
  const unknown = done.find(({ name }) => !names.has(name))
  if (unknown) {
    throw new MigrationRefused(
      `The database is newer than this program: it has seen ${unknown.name}, which the program does not know. ` +
        'Start the newer version of the program, or restore a backup made before the upgrade.',
    )
  }
  done.forEach(({ name, sha256 }, index) => {
    const expected = known[index]
    if (expected?.name !== name) {
      throw new MigrationRefused(
        `The database has seen ${name} but not ${expected?.name ?? 'its forerunner'}.`,
      )
    }
    if (expected.sha256 !== sha256) {
      throw new MigrationRefused(
        `Migration ${name} was changed after it had been applied to this database. ` +
          'Put the file back as it was and write the change as a new migration.',
      )
    }
  })
}

async function withClient<Answer>(
  connection: Connection | pg.Pool,
  work: (client: pg.ClientBase) => Promise<Answer>,
): Promise<Answer> {
  if (connection instanceof pg.Pool) {
    const client = await connection.connect()
    try {
      return await work(client)
    } finally {
      client.release()
    }
  }
  const client = new pg.Client(driverOptions(connection))
  client.on('error', () => undefined)
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
