import { resolve } from 'node:path'
import { filesFolder } from '../config.ts'
import { backup as makeBackup } from '../platform/db/backup.ts'
import { type Command, exitCodes, readArguments } from './command.ts'
import { withDatabase } from './with-database.ts'

export const backup: Command = {
  name: 'backup',
  summary: 'Writes the database and the uploaded files into one archive, while the program runs',
  usage:
    'FILE.tar.gz [--json]\n\nFiles in an S3 store are not in the archive; the store keeps its own versions.',
  async run(args, io) {
    const given = readArguments(backup, args, io, { options: { json: 'flag' }, positionals: ['FILE.tar.gz'] })
    if (given.outcome === 'answered') return given.code
    const archive = resolve(io.cwd, given.positionals[0]!)
    return withDatabase(io, async ({ connection, config }) => {
      const made = await makeBackup({
        connection,
        archive,
        ...(config.s3 ? {} : { filesFolder: filesFolder(config) }),
      })
      if (made.outcome === 'refused') {
        io.stderr(`${made.message}\n`)
        return exitCodes.badInput
      }
      const { manifest, rows, bytes } = made
      if (given.values.json) {
        io.stdout(
          `${JSON.stringify({ archive, rows, bytes, tables: manifest.tables.length, files: manifest.files.length })}\n`,
        )
      } else {
        io.stderr(
          `${archive}: ${rows} rows of ${manifest.tables.length} tables and ${manifest.files.length} files, ${bytes} bytes.\n`,
        )
      }
      return exitCodes.done
    })
  },
}
