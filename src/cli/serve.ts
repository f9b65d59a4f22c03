import { type Parts, PortTaken, type Program, startProgram } from '../main.ts'
import { needsSetUp, newSetUpCode } from '../features/people/set-up.store.ts'
import { MigrationRefused } from '../platform/db/migrate.ts'
import { DatabaseUnavailable } from '../platform/db/postgres-server.ts'
import { openLog } from '../platform/log/log.ts'
import { groupedCode } from '../platform/session/session.ts'
import { type Command, type CommandIo, exitCodes, readArguments } from './command.ts'
import { settings } from './with-database.ts'

export const serve: Command = {
  name: 'serve',
  summary: 'Starts the database, the web and the worker',
  usage:
    '[--web] [--worker]\n\n  --web     only the web\n  --worker  only the worker\n\nSettings come from the environment; the README lists them.',
  async run(args, io) {
    const given = readArguments(serve, args, io, {
      options: { web: 'flag', worker: 'flag' },
      positionals: [],
    })
    if (given.outcome === 'answered') return given.code
    const { web, worker } = given.values
    const both = web === worker
    return runProgram(io, { web: both || web, worker: both || worker }, async (program) => {
      if (program.address !== undefined) await greet(io, program, program.address)
    })
  },
}

/** Starts the program, says what `ready` has to say, and stays until it is told to stop. Also used by `demo`. */
export async function runProgram(
  io: CommandIo,
  parts: Parts,
  ready: (program: Program) => Promise<void>,
): Promise<number> {
  const config = settings(io)
  if (!config) return exitCodes.badInput
  io.stderr('Longtable is starting …\n')
  const log = openLog(config.logLevel)
  let program: Program
  try {
    program = await startProgram(config, io.env, log, parts)
  } catch (error) {
    if (error instanceof PortTaken) {
      io.stderr(
        `${error.message}. Is Longtable running already? Stop that one, or set PORT to another number.\n`,
      )
      return exitCodes.badInput
    }
    if (error instanceof DatabaseUnavailable || error instanceof MigrationRefused) {
      io.stderr(`${error.message}\n`)
      return exitCodes.badInput
    }
    throw error
  }
  await ready(program)
  await untilStopped()
  io.stderr('Longtable is stopping …\n')
  await program.stop()
  return exitCodes.done
}

async function greet(io: CommandIo, program: Program, address: string): Promise<void> {
  const { db, now } = program.services
  io.stdout(`\nLongtable is ready: ${address}\n`)
  if (await needsSetUp(db)) {
    const code = await newSetUpCode(db, now())
    io.stdout(`Your one-time set-up code: ${groupedCode(code)}\nOpen the address above and enter it there.\n`)
  }
  io.stdout('Stop with Ctrl+C.\n\n')
}

/** Ends at a signal, or when the starter that holds our leash is gone. */
function untilStopped(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve())
    if (process.env.LONGTABLE_LEASH && process.connected) process.once('disconnect', () => resolve())
  })
}
