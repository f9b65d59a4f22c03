import { type Command, exitCodes, readArguments, refuse } from './command.ts'
import { withDatabase } from './with-database.ts'
import { verifyAudit } from '../platform/audit/audit.store.ts'

const problems = {
  changed: 'was changed',
  missing: 'is missing',
  'cut-off': 'is where lines were cut off',
} as const

export const audit: Command = {
  name: 'audit',
  summary: 'Verifies that no line of the audit log was changed or removed',
  usage: 'verify [--json]',
  async run(args, io) {
    const given = readArguments(audit, args, io, { options: { json: 'flag' }, positionals: ['verify'] })
    if (given.outcome === 'answered') return given.code
    if (given.positionals[0] !== 'verify')
      return refuse(audit, io, [`it can only "verify", not "${given.positionals[0]}"`])
    return withDatabase(io, async ({ db }) => {
      const { lines, chains, faults } = await verifyAudit(db)
      if (given.values.json) {
        const rows = faults.map((fault) => ({
          agency_id: fault.agencyId,
          lane: fault.lane,
          position: fault.position,
          problem: fault.problem,
        }))
        io.stdout(`${JSON.stringify({ intact: faults.length === 0, lines, chains, faults: rows })}\n`)
      } else {
        for (const fault of faults)
          io.stdout(
            `agency ${fault.agencyId}, lane ${fault.lane}, line ${fault.position} ${problems[fault.problem]}\n`,
          )
        io.stdout(
          faults.length
            ? `The log does not hold: ${faults.length} faults in ${lines} lines.\n`
            : `The log holds: ${lines} lines in ${chains} chains.\n`,
        )
      }
      return faults.length ? exitCodes.no : exitCodes.done
    })
  },
}
