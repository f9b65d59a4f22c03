import type { TestProject } from 'vitest/node'
import { openDatabase } from '../../src/platform/db/database.ts'
import { migrate } from '../../src/platform/db/migrate.ts'
import { prepareJobs } from '../../src/platform/jobs/jobs.ts'
import { startTestServer, testEngine } from './engine.ts'

/** What the test files are told about the server of the run. */
export type TestServer = { socketDir: string; user: string; template: string; major: number }

declare module 'vitest' {
  interface ProvidedContext {
    testServer: TestServer
  }
}

const template = 'longtable_template'

/** Starts one PostgreSQL for the run, with one migrated database that each test file copies. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const engine = await testEngine()
  const server = await startTestServer(engine)
  const connection = await server.ensureDatabase(template)
  if (!('socketDir' in connection)) throw new Error('The test server is reached through a socket')
  const { pool, close } = openDatabase(connection)
  try {
    await migrate(pool)
    await prepareJobs(pool)
    await close()
  } catch (error) {
    await server.stop()
    throw error
  }
  const { socketDir, user } = connection
  project.provide('testServer', { socketDir, user, template, major: engine.major })
  return () => server.stop()
}
