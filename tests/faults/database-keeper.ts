import { findPostgres } from '../../src/platform/db/postgres-binaries.ts'
import { DatabaseUnavailable, startPostgres } from '../../src/platform/db/postgres-server.ts'

// A program that does nothing but keep a database running, for tests to kill: `database-keeper.ts FOLDER [MAJOR]`.
const [dataDir, major] = process.argv.slice(2)
if (!dataDir) throw new Error('Name a data folder')

const engine = await findPostgres({ env: process.env, dataDir, major: major ? Number(major) : undefined })
if (engine.outcome !== 'found') throw new Error(engine.message)
try {
  const server = await startPostgres({
    dataDir,
    binaries: engine,
    log: (level, message) => console.log(`${level}: ${message}`),
  })
  server.onChange((state) => console.log(`state: ${state}`))
  await server.ensureDatabase('longtable')
  console.log(
    `ready: ${JSON.stringify({ adopted: server.adopted, postmaster: server.postmasterPid(), connection: server.connection('longtable') })}`,
  )
  const hold = setInterval(() => undefined, 1_000)
  process.on('SIGTERM', async () => {
    await server.stop()
    clearInterval(hold)
    console.log('stopped')
    process.exit(0)
  })
} catch (error) {
  if (!(error instanceof DatabaseUnavailable)) throw error
  console.log(`unavailable: ${error.message}`)
  process.exit(3)
}
