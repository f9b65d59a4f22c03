import { resolve } from 'node:path'
import { filesFolder } from '../config.ts'
import { restore as restoreArchive } from '../platform/db/restore.ts'
import { prepareJobs } from '../platform/jobs/jobs.ts'
import { type Command, exitCodes, readArguments } from './command.ts'
import { withDatabase } from './with-database.ts'

export const restore: Command = {
  name: 'restore',
  summary: 'Puts an archive into an empty database and an empty data folder',
  usage:
    'FILE.tar.gz\n\nRefuses a database or a files folder that holds anything. Set LONGTABLE_DATA to a new folder, or DATABASE_URL to an empty database.',
  async run(args, io) {
    const given = readArguments(restore, args, io, { options: {}, positionals: ['FILE.tar.gz'] })
    if (given.outcome === 'answered') return given.code
    const archive = resolve(io.cwd, given.positionals[0]!)
    return withDatabase(
      io,
      async ({ connection, config }) => {
        const restored = await restoreArchive({
          connection,
          archive,
          filesFolder: filesFolder(config),
          prepareJobs,
        })
        if (restored.outcome === 'refused') {
          io.stderr(`${restored.message}\n`)
          return exitCodes.badInput
        }
        io.stderr(
          `${restored.rows} rows of ${restored.manifest.tables.length} tables and ${restored.manifest.files.length} files are back.\n`,
        )
        return exitCodes.done
      },
      { migrated: false },
    )
  },
}
