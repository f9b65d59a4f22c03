import { createWriteStream } from 'node:fs'
import { rm, stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { findAgency } from '../features/agencies/agency.store.ts'
import { exportAgency } from '../features/records/export-agency.action.ts'
import { openServices } from '../services.ts'
import { type Command, exitCodes, quoted, readArguments } from './command.ts'
import { withDatabase } from './with-database.ts'

export const exportCommand: Command = {
  name: 'export',
  summary: 'Writes everything that an agency has into one ZIP archive of open formats',
  usage:
    'AGENCY FILE.zip [--json]\n\nAGENCY is its part of the address, such as riverbend. An archive that is there already is not overwritten.',
  async run(args, io) {
    const given = readArguments(exportCommand, args, io, {
      options: { json: 'flag' },
      positionals: ['AGENCY', 'FILE.zip'],
    })
    if (given.outcome === 'answered') return given.code
    const [slug, file] = [given.positionals[0]!, resolve(io.cwd, given.positionals[1]!)]
    return withDatabase(io, async (database) => {
      const services = openServices(database.config, database, database.log)
      const agency = await findAgency(services.db, slug)
      if (!agency) {
        io.stderr(`longtable export: there is no agency ${quoted(slug)}\n`)
        return exitCodes.badInput
      }
      // Made first, so that nothing is noted as taken along when there is no place for it.
      const output = createWriteStream(file, { flags: 'wx', mode: 0o600 })
      try {
        await new Promise<void>((opened, failed) => output.once('open', () => opened()).once('error', failed))
      } catch (error) {
        const there = error instanceof Error && 'code' in error && error.code === 'EEXIST'
        io.stderr(
          `longtable export: ${quoted(file)} ${there ? 'is there already; nothing was written' : 'cannot be written'}\n`,
        )
        return exitCodes.badInput
      }
      try {
        await pipeline(await exportAgency(services, { agency, by: null }, services.now()), output)
      } catch (error) {
        await rm(file, { force: true })
        throw error
      }
      const { size } = await stat(file)
      if (given.values.json) io.stdout(`${JSON.stringify({ agency: agency.slug, file, bytes: size })}\n`)
      else io.stderr(`${file}: everything of ${agency.name}, ${size} bytes.\n`)
      return exitCodes.done
    })
  },
}
