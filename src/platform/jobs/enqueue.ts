import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../db/database.ts'
import { newId } from '../db/id.ts'

/** What each kind of job is given. A feature adds its own by `declare module`, beside the job. */
// eslint-disable-next-line @typescript-eslint/no-empty-object-type -- filled by the jobs
export interface Jobs {}

export type JobName = keyof Jobs & string

/** Tried again up to this often: after about 15 s, 30 s, 1 min, 2 min … until an administrator is asked. */
export const retries = { limit: 8, firstDelaySeconds: 15, longestDelaySeconds: 3600 }

/**
 * The parts of a larger statement (`with …, <parts> select …`) that put a job on the queue where `condition` holds. The row
 * is pg-boss's own, written by its documented table; a worker with pg-boss takes it from there.
 */
export function jobWhere<Name extends JobName>(
  name: Name,
  data: Jobs[Name],
  condition: RawBuilder<unknown>,
  { id = newId(), startAfter = null }: { id?: string; startAfter?: Date | null } = {},
): RawBuilder<unknown> {
  const { limit, firstDelaySeconds, longestDelaySeconds } = retries
  // The queue of this kind may not have been made yet: a web process can be first, before any worker.
  return sql`
    queue_there as (
      insert into pgboss.queue
        (name, policy, retry_limit, retry_delay, retry_backoff, retry_delay_max, expire_seconds, retention_seconds, deletion_seconds, partition, table_name)
      select ${name}, 'standard', ${limit}::int, ${firstDelaySeconds}::int, true, ${longestDelaySeconds}::int, 900, 5184000, 1209600, false, 'job_common'
      where ${condition}
      on conflict (name) do nothing
    ), job_queued as (
      insert into pgboss.job
        (id, name, data, start_after, keep_until, retry_limit, retry_delay, retry_backoff, retry_delay_max, expire_seconds, deletion_seconds, policy)
      select ${id}::uuid, ${name}, ${JSON.stringify(data)}::jsonb, coalesce(${startAfter}::timestamptz, now()),
        coalesce(${startAfter}::timestamptz, now()) + interval '60 days',
        ${limit}::int, ${firstDelaySeconds}::int, true, ${longestDelaySeconds}::int, 900, 1209600, 'standard'
      where ${condition}
    )`
}

/** Puts a job on the queue with the very connection that makes the change asking for it, so that both happen or neither. */
export async function enqueue<Name extends JobName>(
  db: Db,
  name: Name,
  data: Jobs[Name],
  { startAfter }: { startAfter?: Date } = {},
): Promise<string> {
  const id = newId()
  await sql`with ${jobWhere(name, data, sql`true`, { id, startAfter })} select`.execute(db)
  return id
}
