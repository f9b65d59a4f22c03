import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findPostgres, type PostgresBinaries } from '../../src/platform/db/postgres-binaries.ts'
import { startPostgres, type PostgresServer } from '../../src/platform/db/postgres-server.ts'

/** The engine of this test run: the bundled PostgreSQL, or the system's of the version in LONGTABLE_TEST_ENGINE. */
export function testEngine(): Promise<PostgresBinaries> {
  const wish = process.env.LONGTABLE_TEST_ENGINE
  return findEngine(wish ? Number(wish) : undefined)
}

/** A PostgreSQL of this major version; a missing one is a failure that names the command which installs it. */
export async function findEngine(major?: number): Promise<PostgresBinaries> {
  const found = await findPostgres({ env: { PATH: process.env.PATH }, major })
  if (found.outcome === 'found') return found
  const install = major ? `\nThe tests need PostgreSQL ${major}: apt-get install postgresql-${major}` : ''
  throw new Error(found.message + install)
}

/** A new temporary folder that the user whom root lends to PostgreSQL may pass through. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'longtable-test-'))
  chmodSync(folder, 0o755)
  return folder
}

/** A server on a new temporary folder, without waiting for the disk; `stop` also removes the folder. */
export async function startTestServer(binaries: PostgresBinaries): Promise<PostgresServer> {
  const folder = temporaryFolder()
  const server = await startPostgres({
    dataDir: join(folder, 'postgres'),
    binaries,
    log: (level, message) => {
      if (level !== 'info') console.error(message)
    },
    testOnly: { durable: false },
  })
  return {
    ...server,
    async stop() {
      await server.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
