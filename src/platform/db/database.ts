import { CamelCasePlugin, Kysely, PostgresDialect, type Transaction } from 'kysely'
import pg from 'pg'
import { withPreparedStatements } from './prepared.ts'

/** Every table by name. Each store adds its own by `declare module`, so a table's columns stand beside its SQL. */
// eslint-disable-next-line @typescript-eslint/no-empty-object-type -- filled by the stores
export interface Tables {}

/** A connection pool or a transaction; functions that read or write take it first. */
export type Db = Kysely<Tables>

// Counts are numbers, calendar days text, instants Date (which pg gives by itself).
pg.types.setTypeParser(pg.types.builtins.INT8, Number)
pg.types.setTypeParser(pg.types.builtins.NUMERIC, Number)
pg.types.setTypeParser(pg.types.builtins.DATE, String)

/** How to reach a database: a URL, or the folder of a Unix socket with a database name and user. */
export type Connection =
  { url: string } | { socketDir: string; database: string; user: string; port?: number }

/** The options that the `pg` driver wants for a connection. */
export function driverOptions(connection: Connection): pg.PoolConfig {
  if ('url' in connection) return { connectionString: connection.url }
  return {
    host: connection.socketDir,
    database: connection.database,
    user: connection.user,
    ...(connection.port ? { port: connection.port } : {}),
  }
}

export type OpenDatabase = { db: Db; pool: pg.Pool; close(): Promise<void> }

/** Opens a pool. `max` counts connections; nothing is sent until the first query. */
export function openDatabase(connection: Connection, max = 10): OpenDatabase {
  const pool = new pg.Pool({ ...driverOptions(connection), max, connectionTimeoutMillis: 10_000 })
  // A connection that dies while idle is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => undefined)
  // The same while it is lent out between two statements of a transaction: the next statement says that it is gone.
  pool.on('connect', (client) => client.on('error', () => undefined))
  const db = new Kysely<Tables>({
    dialect: new PostgresDialect({ pool: 'url' in connection ? pool : withPreparedStatements(pool) }),
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
  })
  const close = async () => {
    await db.destroy()
    // Kysely ends the pool only when it has used it itself.
    if (!pool.ended && !pool.ending) await pool.end()
  }
  return { db, pool, close }
}

const retriedCodes = new Set(['40001', '40P01'])

/** The SQLSTATE of a database error, or undefined for anything else. */
export function sqlState(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined
  return typeof error.code === 'string' ? error.code : undefined
}

/**
 * Runs `work` in one transaction and gives its answer. A transaction that lost a race (serialization failure, deadlock)
 * is run again, up to five times: so `work` must not have effects outside the database.
 */
export async function inTransaction<Answer>(
  db: Db,
  work: (db: Transaction<Tables>) => Promise<Answer>,
): Promise<Answer> {
  if (db.isTransaction) return work(db as Transaction<Tables>) // as: isTransaction says so
  for (let attempt = 1; ; attempt++) {
    try {
      return await db.transaction().execute(work)
    } catch (error) {
      if (attempt === 5 || !retriedCodes.has(sqlState(error) ?? '')) throw error
    }
  }
}

const away = new Set([
  'ECONNREFUSED',
  'ENOENT',
  'ECONNRESET',
  'EPIPE',
  '57P01',
  '57P02',
  '57P03',
  '08006',
  '08001',
  '53300',
  '53100',
])

/** Whether an error says that the database cannot be reached just now, rather than that something is wrong with us. */
export function databaseIsAway(error: unknown): boolean {
  const code = sqlState(error)
  if (code !== undefined && away.has(code)) return true
  return (
    error instanceof Error &&
    /Connection terminated|timeout exceeded when trying to connect/.test(error.message)
  )
}
