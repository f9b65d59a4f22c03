import { type Config, readConfig } from '../config.ts'
import { type ProgramDatabase, reachDatabase } from '../database.ts'
import { MigrationRefused } from '../platform/db/migrate.ts'
import { DatabaseUnavailable } from '../platform/db/postgres-server.ts'
import { type Log, openLog } from '../platform/log/log.ts'
import { type CommandIo, exitCodes } from './command.ts'

/** The settings, or the faults told one a line. */
export function settings(io: CommandIo): Config | undefined {
  const read = readConfig(io.env, io.cwd)
  if (read.outcome === 'ok') return read.config
  io.stderr('Longtable cannot start with these settings:\n')
  for (const fault of read.faults) io.stderr(`  ${fault}\n`)
  return undefined
}

/**
 * Runs a command against the database: the one that is running on the data folder, or one started for as long as the
 * command lasts. What a person can put right is told in one message; the exit code is then 2.
 */
export async function withDatabase(
  io: CommandIo,
  work: (given: ProgramDatabase & { config: Config; log: Log }) => Promise<number>,
  options: { migrated?: boolean } = {},
): Promise<number> {
  const config = settings(io)
  if (!config) return exitCodes.badInput
  const log = openLog(config.logLevel === 'info' ? 'warn' : config.logLevel)
  try {
    const database = await reachDatabase(config, io.env, log, options)
    try {
      return await work({ ...database, config, log })
    } finally {
      await database.close()
    }
  } catch (error) {
    if (error instanceof DatabaseUnavailable || error instanceof MigrationRefused) {
      io.stderr(`${error.message}\n`)
      return exitCodes.badInput
    }
    throw error
  }
}
