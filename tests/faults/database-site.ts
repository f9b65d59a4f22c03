import { join } from 'node:path'
import pg from 'pg'
import { afterEach, beforeEach } from 'vitest'
import { driverOptions, type Connection } from '../../src/platform/db/database.ts'
import { processesOf, removeFolder, spawnScript, temporaryFolder, waitFor, type Spawned } from './support.ts'

/** A temporary folder for each test, with programs that keep a database on it. */
export type Site = {
  folder: string
  dataDir: string
  /** Starts a program that does nothing but keep a database running. */
  keep(dataDir?: string): Spawned
  /** Waits until no process is left that works on the database. */
  nothingLeft(): Promise<void>
}

/** Call it at the top of a test file: each test then has a new folder, and leaves neither files nor processes. */
export function useSite(): Site {
  const keepers: Spawned[] = []
  const site: Site = {
    folder: '',
    dataDir: '',
    keep(dataDir = site.dataDir) {
      const keeper = spawnScript('tests/faults/database-keeper.ts', [dataDir])
      keepers.push(keeper)
      return keeper
    },
    async nothingLeft() {
      await waitFor('the end of all processes', 5_000, () => processesOf(site.folder).length === 0)
    },
  }
  beforeEach(() => {
    site.folder = temporaryFolder()
    site.dataDir = join(site.folder, 'postgres')
  })
  afterEach(async () => {
    for (const keeper of keepers.splice(0)) keeper.kill('SIGKILL')
    await site.nothingLeft().catch(() => undefined)
    removeFolder(site.folder)
  })
  return site
}

export type Ready = { adopted: boolean; postmaster: number; connection: Connection }

/** What a keeper says when its database serves. */
export const ready = async (keeper: Spawned): Promise<Ready> =>
  JSON.parse((await keeper.line(/^ready: /)).slice('ready: '.length))

/** One statement on a connection of its own. */
export async function query(
  connection: Connection,
  text: string,
  values: unknown[] = [],
): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ ...driverOptions(connection), connectionTimeoutMillis: 2_000 })
  client.on('error', () => undefined)
  try {
    await client.connect()
    return (await client.query(text, values)).rows
  } finally {
    await client.end().catch(() => undefined)
  }
}

/** Writes rows one by one, each in its own transaction, until the server is gone; gives the last acknowledged one. */
export async function writeUntilGone(
  connection: Connection,
  from: number,
  onRow?: (row: number) => void,
): Promise<number> {
  const client = new pg.Client(driverOptions(connection))
  client.on('error', () => undefined)
  await client.connect()
  let acknowledged = from - 1
  try {
    for (let row = from; ; row++) {
      await client.query('insert into written values ($1)', [row])
      acknowledged = row
      onRow?.(row)
    }
  } catch {
    return acknowledged
  } finally {
    await client.end().catch(() => undefined)
  }
}

/** How many of the rows 1 to `upTo` are not there. */
export async function missingRows(connection: Connection, upTo: number): Promise<number> {
  const [row] = await query(
    connection,
    'select count(*)::int as missing from generate_series(1, $1::int) n where not exists (select from written where written.n = n.n)',
    [upTo],
  )
  return Number(row?.missing)
}
