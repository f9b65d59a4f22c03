import { mkdir, open, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type pg from 'pg'
import {
  copyInStatement,
  copyOutStatement,
  listTables,
  quotedTable,
  tableFolder,
  tally,
  useFixedFormats,
  type ArchivedTable,
  type Manifest,
} from './archive-format.ts'
import { entriesOf, placeOf, Refused, verifyArchive, type ArchiveEntry } from './archive-reader.ts'
import { listFiles } from './backup.ts'
import { copyIn, copyOut } from './copy-stream.ts'
import { openDatabase, type Connection } from './database.ts'
import {
  assertSameHistory,
  migrateWithin,
  MigrationRefused,
  migrationsFolder,
  readMigrations,
} from './migrate.ts'

export type RestoreOptions = {
  connection: Connection
  archive: string
  filesFolder?: string
  migrationsDir?: string
  /** Makes the job queue's own schema, before its rows are loaded. */
  prepareJobs?: (pool: pg.Pool) => Promise<void>
}

export type Restore =
  { outcome: 'restored'; manifest: Manifest; rows: number } | { outcome: 'refused'; message: string }

/**
 * Puts an archive into an empty database and an empty files folder. The archive is read and its hashes compared first;
 * then everything is loaded in one transaction, read back, and compared again. Either all of it is there or nothing.
 */
export async function restore(options: RestoreOptions): Promise<Restore> {
  const { connection, archive, filesFolder } = options
  const known = readMigrations(options.migrationsDir ?? migrationsFolder)
  const { pool, close } = openDatabase(connection, 2)
  try {
    const manifest = await verifyArchive(archive)
    assertSameHistory(known, manifest.migrations)
    if (manifest.files.length > 0) await assertNoFiles(filesFolder)
    await assertEmpty(pool)
    await options.prepareJobs?.(pool)
    const client = await pool.connect()
    let failure: Error | undefined
    const written: string[] = []
    try {
      await client.query('begin')
      await useFixedFormats(client)
      await migrateWithin(client, known.slice(0, manifest.migrations.length))
      await load(client, archive, manifest, filesFolder, written)
      await migrateWithin(client, known)
      await client.query('commit')
    } catch (error) {
      failure = error instanceof Error ? error : new Error(String(error))
      await client.query('rollback').catch(() => undefined)
      for (const path of written) await rm(path, { force: true })
      throw failure
    } finally {
      client.release(failure)
    }
    return { outcome: 'restored', manifest, rows: manifest.tables.reduce((sum, { rows }) => sum + rows, 0) }
  } catch (error) {
    if (error instanceof Refused || error instanceof MigrationRefused)
      return { outcome: 'refused', message: error.message }
    throw error
  } finally {
    await close()
  }
}

async function assertNoFiles(folder: string | undefined): Promise<void> {
  if (folder === undefined) throw new Refused('The backup holds files; say which folder they go to.')
  const [first] = await listFiles(folder)
  if (first)
    throw new Refused(
      `The files folder ${folder} is not empty (it holds ${first}). Restore only into an empty one.`,
    )
}

async function assertEmpty(pool: pg.Pool): Promise<void> {
  const { rows } = await pool.query<{ name: string }>(
    `select c.relname as name from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'm', 'S', 'f')
      and not exists (select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
    order by c.relname limit 1`,
  )
  const [there] = rows
  if (there)
    throw new Refused(
      `The database is not empty (it holds ${there.name}). Restore only into an empty database.`,
    )
  const client = await pool.connect()
  try {
    for (const table of await listTables(client)) {
      const { rowCount } = await client.query(`select from ${quotedTable(table)} limit 1`)
      if (rowCount)
        throw new Refused(
          `The database is not empty (${table.schema}.${table.name} has rows). Restore only into an empty database.`,
        )
    }
  } finally {
    client.release()
  }
}

async function load(
  client: pg.PoolClient,
  archive: string,
  manifest: Manifest,
  filesFolder: string | undefined,
  written: string[],
): Promise<void> {
  const shapes = new Map((await listTables(client)).map((shape) => [tableFolder(shape), shape]))
  for (const table of manifest.tables) {
    if (!shapes.has(tableFolder(table)))
      throw new Refused(
        `The backup holds the table ${table.schema}.${table.name}, which this program does not make.`,
      )
  }
  const loaded = manifest.tables.filter(({ rows }) => rows > 0)
  // Rows that migrations add by themselves are in the archive too.
  if (shapes.size > 0) await client.query(`truncate ${[...shapes.values()].map(quotedTable).join(', ')}`)
  // Keys that point at each other would ask for an order; checked all at once afterwards they do not.
  const putBack = await takeForeignKeysOff(client)

  const byFolder = new Map(loaded.map((table) => [tableFolder(table), table]))
  const entries = entriesOf(archive)
  let step = await entries.next()
  while (!step.done) {
    const place = placeOf(step.value.header.name)
    if (place?.kind === 'table') {
      const table = byFolder.get(place.key)
      if (!table) throw new Refused(`${place.key} is not in the manifest`)
      const chunks = async function* () {
        while (!step.done && tableOf(step.value) === place.key) {
          for await (const chunk of step.value) yield chunk
          step = await entries.next()
        }
      }
      const rows = await copyIn(client, copyInStatement(table), chunks())
      if (rows !== table.rows) throw new Error(`${rows} of ${table.rows} rows of ${table.name} were loaded`)
      continue
    }
    if (place?.kind === 'file' && filesFolder)
      await writeFile(join(filesFolder, place.key), step.value, written)
    else for await (const _ of step.value);
    step = await entries.next()
  }
  await putBack()
  await moveSequencesOn(client)
  for (const table of manifest.tables)
    await assertSameRows(client, table, shapes.get(tableFolder(table))!.order)
}

function tableOf(entry: ArchiveEntry): string | undefined {
  const place = placeOf(entry.header.name)
  return place?.kind === 'table' ? place.key : undefined
}

async function writeFile(path: string, content: AsyncIterable<Buffer>, written: string[]): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  const handle = await open(path, 'wx', 0o600)
  written.push(path)
  try {
    for await (const chunk of content) await handle.write(chunk)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

async function takeForeignKeysOff(client: pg.PoolClient): Promise<() => Promise<void>> {
  const { rows } = await client.query<{ table: string; name: string; definition: string }>(
    `select conrelid::regclass::text as table, quote_ident(conname) as name, pg_get_constraintdef(oid) as definition
    from pg_constraint
    where contype = 'f' and conparentid = 0 and connamespace in (select oid from pg_namespace where nspname in ('public', 'pgboss'))
    order by conrelid::regclass::text, conname`,
  )
  for (const { table, name } of rows) await client.query(`alter table ${table} drop constraint ${name}`)
  return async () => {
    for (const { table, name, definition } of rows) {
      await client.query(`alter table ${table} add constraint ${name} ${definition}`)
    }
  }
}

/** Our own tables have no sequences; another package's may. */
async function moveSequencesOn(client: pg.PoolClient): Promise<void> {
  const { rows } = await client.query<{ sequence: string; table: string; column: string }>(
    `select s.oid::regclass::text as sequence, t.oid::regclass::text as table, quote_ident(a.attname) as column
    from pg_class s
    join pg_depend d on d.classid = 'pg_class'::regclass and d.objid = s.oid and d.deptype in ('a', 'i')
    join pg_class t on t.oid = d.refobjid
    join pg_attribute a on a.attrelid = t.oid and a.attnum = d.refobjsubid
    where s.relkind = 'S' and t.relnamespace in (select oid from pg_namespace where nspname in ('public', 'pgboss'))`,
  )
  for (const { sequence, table, column } of rows) {
    await client.query(`select setval($1, max(${column})) from ${table} having max(${column}) is not null`, [
      sequence,
    ])
  }
}

async function assertSameRows(client: pg.PoolClient, table: ArchivedTable, order: string): Promise<void> {
  const source = copyOut(client, copyOutStatement({ ...table, order }))
  const seen = tally()
  for await (const chunk of source as AsyncIterable<Buffer>) seen.add(chunk)
  if (source.rows !== table.rows || seen.sha256() !== table.sha256) {
    throw new Error(
      `The rows of ${table.name} differ after loading: ${source.rows} of ${table.rows} rows; nothing was restored`,
    )
  }
}
