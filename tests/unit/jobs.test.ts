import { sql } from 'kysely'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, expect, test } from 'vitest'
import { inTransaction } from '../../src/platform/db/database.ts'
import { enqueue } from '../../src/platform/jobs/enqueue.ts'
import { type Job, listFailedJobs, retryFailedJob, startJobs } from '../../src/platform/jobs/jobs.ts'
import { silentLog } from '../../src/platform/log/log.ts'
import { testDatabase } from '../support/database.ts'

declare module '../../src/platform/jobs/enqueue.ts' {
  interface Jobs {
    'note-down': { word: string }
    'always-fails': Record<string, never>
  }
}

const { db, pool } = testDatabase()
const noted: string[] = []
const noteDown: Job<object, 'note-down'> = {
  name: 'note-down',
  run: async (_, { word }) => void noted.push(word),
}
const alwaysFails: Job<object, 'always-fails'> = {
  name: 'always-fails',
  run: async () => {
    throw new Error('The printer is on fire')
  },
}
const running: { stop(timeout?: number): Promise<void> }[] = []
afterAll(async () => {
  for (const worker of running) await worker.stop(1000)
})

async function until(condition: () => Promise<boolean>): Promise<void> {
  for (let waited = 0; !(await condition()); waited += 100) {
    if (waited > 10_000) throw new Error('It did not happen within ten seconds')
    await sleep(100)
  }
}

test('a job asked for in a transaction is done once it commits, and never when it is rolled back', async () => {
  running.push(await startJobs(pool, [noteDown, alwaysFails], {}, silentLog, 0.5))
  await inTransaction(db, (db) => enqueue(db, 'note-down', { word: 'kept' }))
  await inTransaction(db, async (db) => {
    await enqueue(db, 'note-down', { word: 'taken back' })
    throw new Error('rolled back')
  }).catch(() => undefined)
  await until(async () => noted.includes('kept'))
  await sleep(700)
  expect(noted).toEqual(['kept'])
})

test('a job that is due later waits for its time', async () => {
  await enqueue(db, 'note-down', { word: 'tomorrow' }, { startAfter: new Date(Date.now() + 86_400_000) })
  await sleep(800)
  expect(noted).not.toContain('tomorrow')
})

test('a job that used up its retries is listed with its error, and can be tried again', async () => {
  const id = await enqueue(db, 'always-fails', {})
  await sql`update pgboss.job set retry_limit = 0 where id = ${id}`.execute(db)
  await until(async () => (await listFailedJobs(db)).length === 1)
  const [failure] = await listFailedJobs(db)
  expect(failure).toMatchObject({ id, name: 'always-fails' })
  expect(failure?.error).toContain('The printer is on fire')
  expect(await retryFailedJob(db, id)).toBe(true)
  expect(await retryFailedJob(db, id)).toBe(false)
})
