import { type Command, exitCodes, readArguments } from './command.ts'
import { withDatabase } from './with-database.ts'
import { migrate, pendingMigrations } from '../platform/db/migrate.ts'
import { prepareJobs } from '../platform/jobs/jobs.ts'

export const migrateCommand: Command = {
  name: 'migrate',
  summary: 'Brings the database up to date, or checks that it is',
  usage: '[--check]\n\n  --check  changes nothing; exit 1 when something is pending',
  async run(args, io) {
    const given = readArguments(migrateCommand, args, io, { options: { check: 'flag' }, positionals: [] })
    if (given.outcome === 'answered') return given.code
    return withDatabase(
      io,
      async ({ pool }) => {
        if (given.values.check) {
          const pending = await pendingMigrations(pool)
          for (const name of pending) io.stdout(`${name}\n`)
          return pending.length ? exitCodes.no : exitCodes.done
        }
        const { applied } = await migrate(pool)
        await prepareJobs(pool)
        for (const name of applied) io.stdout(`${name}\n`)
        io.stderr(applied.length ? `${applied.length} applied.\n` : 'The database is up to date.\n')
        return exitCodes.done
      },
      { migrated: false },
    )
  },
}
