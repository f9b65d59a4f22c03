import { sql } from 'kysely'
import { installation } from '../audit/audit.ts'
import type { Job } from '../jobs/jobs.ts'
import type { Services } from '../services.ts'

declare module '../jobs/enqueue.ts' {
  interface Jobs {
    'clean-up': Record<string, never>
  }
}

const hour = 3_600_000
const day = 24 * hour
/** The link that confirms an address works for a week; an address that nobody confirmed may belong to anyone. */
const unconfirmedDays = 8

/** Tables whose rows are of no use after a time that stands in the row. */
const expiring = ['session', 'sign_in_request', 'passkey_challenge', 'oidc_request'] as const

async function cleanUp({ db, now }: Services): Promise<void> {
  const moment = now()
  for (const table of expiring) {
    await sql`delete from ${sql.table(table)} where expires_at < ${moment}`.execute(db)
  }
  // The limits keep networks as keys; none may stay longer than the limit it counts for.
  await sql`delete from rate_limit where expire < ${moment.getTime()}`.execute(db)
  await sql`
    delete from follow
    where confirmed_at is null and stopped_at is null and created_at < ${new Date(moment.getTime() - unconfirmedDays * day)}
  `.execute(db)
  // Sign-in mails hold a code and an address, and nobody needs either an hour later.
  await sql`
    delete from message
    where agency_id = ${installation} and kind = 'code' and created_at < ${new Date(moment.getTime() - hour)}
  `.execute(db)
}

/** Takes away, every hour, what has expired. */
export const cleanUpJob: Job<Services, 'clean-up'> = { name: 'clean-up', cron: '7 * * * *', run: cleanUp }
