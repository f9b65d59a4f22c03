import { sql } from 'kysely'
import type pg from 'pg'
import { type JobResult, PgBoss } from 'pg-boss'
import type { Db } from '../db/database.ts'
import type { Log } from '../log/log.ts'
import { type JobName, type Jobs, retries } from './enqueue.ts'

/** One kind of background work. `run` must be safe to run twice. `cron` makes it run by the clock as well (UTC). */
export type Job<Services, Name extends JobName = JobName> = {
  name: Name
  cron?: string
  run(services: Services, data: Jobs[Name]): Promise<void>
}

/** A job of any kind, for lists of them. */
export type AnyJob<Services> = {
  name: string
  cron?: string
  run(services: Services, data: never): Promise<void>
}

type Query = { executeSql(text: string, values?: unknown[]): Promise<{ rows: unknown[] }> }

function asQuery(pool: pg.Pool): Query {
  return { executeSql: (text, values) => pool.query(text, values) }
}

function boss(pool: pg.Pool, options: { supervise: boolean; schedule: boolean }): PgBoss {
  return new PgBoss({ db: asQuery(pool), schema: 'pgboss', ...options })
}

/** Makes pg-boss's own tables if they are not there yet, and brings them up to date. */
export async function prepareJobs(pool: pg.Pool): Promise<void> {
  const jobs = boss(pool, { supervise: false, schedule: false })
  await jobs.start()
  await jobs.stop({ graceful: false })
}

/** Starts taking jobs. The answer stops it: no new job is taken, and running ones get `timeout` milliseconds to end. */
export async function startJobs<Services>(
  pool: pg.Pool,
  jobs: readonly AnyJob<Services>[],
  services: Services,
  log: Log,
  pollingIntervalSeconds = 1,
): Promise<{ stop(timeout?: number): Promise<void> }> {
  const runner = boss(pool, { supervise: true, schedule: true })
  runner.on('error', (error) => log.error({ error: String(error) }, 'job queue'))
  await runner.start()
  for (const job of jobs) {
    const { name } = job
    await runner.createQueue(name, {
      retryLimit: retries.limit,
      retryDelay: retries.firstDelaySeconds,
      retryBackoff: true,
      retryDelayMax: retries.longestDelaySeconds,
    })
    await runner.work(
      name,
      { pollingIntervalSeconds, batchSize: 20, burstWhenBatchFull: true, perJobResults: true },
      async (tasks) => {
        const results: JobResult[] = []
        for (const task of tasks) results.push(await runOne(job, services, task, log))
        return results
      },
    )
    if (job.cron) await runner.schedule(name, job.cron, {}, { tz: 'UTC' })
  }
  return { stop: (timeout = 10_000) => runner.stop({ graceful: true, timeout }) }
}

/** One job: its failure is its own, and the others of its batch go on. */
async function runOne<Services>(
  job: AnyJob<Services>,
  services: Services,
  task: { id: string; data: unknown },
  log: Log,
): Promise<JobResult> {
  const started = Date.now()
  try {
    await job.run(services, task.data as never) // as: enqueue wrote what this kind of job is given
    log.info({ job: job.name, id: task.id, ms: Date.now() - started }, 'job done')
    return { id: task.id, status: 'completed' }
  } catch (error) {
    log.error({ job: job.name, id: task.id, error: String(error) }, 'job failed')
    return {
      id: task.id,
      status: 'failed',
      output: { message: error instanceof Error ? (error.stack ?? error.message) : String(error) },
    }
  }
}

export type JobFailure = { id: string; name: string; attempts: number; failedAt: Date | null; error: string }

/** Jobs that used up their retries, newest first. */
export async function listFailedJobs(db: Db, limit = 100): Promise<JobFailure[]> {
  const { rows } = await sql<JobFailure>`
    select id, name, retry_count + 1 as attempts, completed_on as failed_at,
      left(coalesce(output->>'message', output::text, ''), 2000) as error
    from pgboss.job where state = 'failed' order by completed_on desc limit ${limit}
  `.execute(db)
  return rows
}

/** Puts a failed job back on the queue with all its retries; false when there is no such failed job. */
export async function retryFailedJob(db: Db, id: string): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update pgboss.job set state = 'retry', retry_count = 0, start_after = now(), completed_on = null, output = null,
      keep_until = now() + interval '60 days'
    where id = ${id} and state = 'failed'
  `.execute(db)
  return numAffectedRows === 1n
}

/** How many jobs are ready and for how long (seconds) the oldest has waited. */
export async function queueLag(db: Db): Promise<{ ready: number; oldestSeconds: number }> {
  const { rows } = await sql<{ ready: number; oldestSeconds: number }>`
    select count(*) as ready, coalesce(extract(epoch from now() - min(start_after)), 0)::float8 as oldest_seconds
    from pgboss.job where state in ('created', 'retry') and start_after <= now()
  `.execute(db)
  return rows[0] ?? { ready: 0, oldestSeconds: 0 }
}
