import { realpathSync, statfsSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { sqlState, type Connection } from './database.ts'
import type { PostgresBinaries } from './postgres-binaries.ts'
import { clusterUser, ensureCluster, ensureSocketDir, serverSettings } from './postgres-cluster.ts'
import {
  lowerPostmaster,
  raisePostmaster,
  withClient,
  type Postmaster,
  type RaiseContext,
} from './postgres-postmaster.ts'
import { findRunUser, reachableBinaries, reachableDataDir } from './postgres-user.ts'

export { DatabaseUnavailable } from './postgres-unavailable.ts'

export type ServerState = 'up' | 'starting' | 'down'
export type ServerLog = (level: 'info' | 'warn' | 'error', message: string) => void

export type StartPostgres = {
  dataDir: string
  binaries: Pick<PostgresBinaries, 'binDir' | 'major' | 'version'>
  log: ServerLog
  maxConnections?: number
  /** Tests may trade safety for speed; nothing else may. */
  testOnly?: { durable: false }
}

export type PostgresServer = {
  /** How to reach a database of this server; the database may still have to be made. */
  connection(database: string): Connection
  /** Makes a database unless it exists, and gives its connection. */
  ensureDatabase(database: string): Promise<Connection>
  version: string
  /** True when the server ran already, started by another process. */
  adopted: boolean
  dataDir: string
  postmasterPid(): number | undefined
  state(): ServerState
  /** Calls the listener at each change of state; gives the function that ends it. */
  onChange(listener: (state: ServerState) => void): () => void
  /** Shuts the server down and waits for it, unless another living process started it. */
  stop(): Promise<void>
}

/**
 * Starts PostgreSQL on a folder, making it at the first start, and keeps it running until `stop` or until this process
 * ends. Throws DatabaseUnavailable with a message for people when it cannot.
 */
export async function startPostgres(options: StartPostgres): Promise<PostgresServer> {
  const { binaries, log } = options
  const durable = options.testOnly?.durable !== false
  const user = findRunUser(options.dataDir)
  const wanted = reachableDataDir(options.dataDir, user)
  const binDir = reachableBinaries(binaries, user)
  await ensureCluster({ dataDir: wanted, binDir, major: binaries.major, user, sync: durable })
  const dataDir = realpathSync(wanted)
  const socketDir = ensureSocketDir(dataDir, user)
  const settings = serverSettings({ socketDir, maxConnections: options.maxConnections ?? 100, durable })

  let state: ServerState = 'starting'
  let stopping = false
  const stopped = Promise.withResolvers<void>()
  const listeners = new Set<(state: ServerState) => void>()
  const enter = (next: ServerState) => {
    if (next === state) return
    state = next
    for (const listener of listeners) listener(next)
  }

  const raise: RaiseContext = {
    dataDir,
    socketDir,
    binDir,
    settings,
    user,
    log,
    durable,
    isStopping: () => stopping,
  }
  let current: Postmaster = await raisePostmaster(raise, 30_000)
  const adopted = current.guardian === undefined
  enter('up')

  const keepRunning = async () => {
    let failures = 0
    for (;;) {
      await Promise.race([current.gone, stopped.promise])
      if (stopping) return
      enter('down')
      log('warn', 'The database went away; starting it again.')
      for (;;) {
        try {
          enter('starting')
          current = await raisePostmaster(raise, 5_000)
          break
        } catch (error) {
          if (stopping) return
          enter('down')
          log(
            'error',
            `The database does not start: ${error instanceof Error ? error.message : String(error)}`,
          )
          // A full disk or a lost volume can last for hours: keep trying, but not busily.
          await Promise.race([sleep(Math.min(250 * 2 ** failures++, 10_000)), stopped.promise])
          if (stopping) return
        }
      }
      failures = 0
      enter('up')
      log('info', 'The database is back.')
    }
  }
  const keeper = keepRunning()
  const diskWatch = watchDisk(dataDir, log)

  const connection = (database: string): Connection => ({
    socketDir: current.socketDir,
    database,
    user: clusterUser,
  })
  let stop: Promise<void> | undefined
  return {
    connection,
    ensureDatabase: (database) => ensureDatabase(connection, database),
    version: binaries.version,
    adopted,
    dataDir,
    postmasterPid: () => (state === 'up' ? current.pid : undefined),
    state: () => state,
    onChange(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    stop: () =>
      (stop ??= (async () => {
        stopping = true
        stopped.resolve()
        clearInterval(diskWatch)
        await keeper
        await lowerPostmaster(current, dataDir)
        enter('down')
      })()),
  }
}

async function ensureDatabase(
  connection: PostgresServer['connection'],
  database: string,
): Promise<Connection> {
  await withClient(connection('postgres'), async (client) => {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [database])
    if (rowCount) return
    try {
      await client.query(`create database ${pg.escapeIdentifier(database)} template template0`)
    } catch (error) {
      // Another process made it a moment ago.
      if (sqlState(error) !== '42P04' && sqlState(error) !== '23505') throw error
    }
  })
  return connection(database)
}

const lowDisk = 512 * 1024 * 1024

function watchDisk(dataDir: string, log: ServerLog): NodeJS.Timeout {
  let warned = false
  const look = () => {
    const free = freeBytes(dataDir)
    if (free < lowDisk && !warned) {
      log(
        'warn',
        `Only ${Math.round(free / 1024 / 1024)} MiB are free on the disk of the database (${dataDir}). At zero it stops until there is space.`,
      )
    }
    warned = free < lowDisk
  }
  look()
  return setInterval(look, 60_000).unref()
}

/** The bytes that an ordinary user can still write beside this folder. */
export function freeBytes(folder: string): number {
  try {
    const { bavail, bsize } = statfsSync(folder)
    return bavail * bsize
  } catch {
    return Number.POSITIVE_INFINITY
  }
}
