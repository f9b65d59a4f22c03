import type { Config } from './config.ts'
import { postgresFolder } from './config.ts'
import { type Connection, openDatabase, type OpenDatabase } from './platform/db/database.ts'
import { engineAgeWarning } from './platform/db/engine-age.ts'
import { migrate } from './platform/db/migrate.ts'
import { findPostgres } from './platform/db/postgres-binaries.ts'
import { DatabaseUnavailable, type PostgresServer, startPostgres } from './platform/db/postgres-server.ts'
import { prepareJobs } from './platform/jobs/jobs.ts'
import type { Log } from './platform/log/log.ts'

export type ProgramDatabase = OpenDatabase & {
  connection: Connection
  /** The bundled server; undefined when the database is someone else's (`DATABASE_URL`). */
  server: PostgresServer | undefined
}

/**
 * Reaches the database that the settings name: an external one, or the bundled PostgreSQL in the data folder, started
 * unless it runs already. Brings the schema up to date; a database newer than this program is refused.
 */
export async function reachDatabase(
  config: Config,
  env: NodeJS.ProcessEnv,
  log: Log,
  { migrated = true }: { migrated?: boolean } = {},
): Promise<ProgramDatabase> {
  const server = config.databaseUrl === undefined ? await startBundled(config, env, log) : undefined
  try {
    const connection = server ? await server.ensureDatabase('longtable') : { url: config.databaseUrl! }
    const opened = openDatabase(connection, config.databaseConnections)
    if (migrated) {
      await migrate(connection)
      await prepareJobs(opened.pool)
    }
    const close = async () => {
      await opened.close()
      await server?.stop()
    }
    return { ...opened, connection, close, server }
  } catch (error) {
    await server?.stop()
    throw error
  }
}

async function startBundled(config: Config, env: NodeJS.ProcessEnv, log: Log): Promise<PostgresServer> {
  const dataDir = postgresFolder(config)
  const found = await findPostgres({ env, dataDir })
  if (found.outcome !== 'found') throw new DatabaseUnavailable(found.message)
  const old = engineAgeWarning(found.version, new Date())
  if (old) log.warn({ part: 'postgres' }, old)
  return startPostgres({
    dataDir,
    binaries: found,
    log: (level, message) => log[level]({ part: 'postgres' }, message),
  })
}
