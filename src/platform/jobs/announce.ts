import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../db/database.ts'
import { newId } from '../db/id.ts'
import { jobWhere } from './enqueue.ts'

/**
 * Something that happened in an agency and that others may want to hear of, such as `comment.received`. It carries ids
 * only (`engagement`, and what it is about): whoever hears of it asks for the rest, with the rights they have then.
 */
export type Announcement = {
  id: string
  agencyId: string
  event: string
  /** When it happened, as ISO 8601. */
  at: string
  data: Record<string, string>
}

declare module './enqueue.ts' {
  interface Jobs {
    announce: Announcement
  }
}

type Told = Pick<Announcement, 'agencyId' | 'event' | 'data'>

/**
 * The parts of a larger statement that tell whoever listens to an agency's events, when the part called `kept` has a row.
 * Most agencies have no listener; then it is one short look and nothing is put on the queue.
 */
export function announcedWhen(kept: string, told: Told, now: Date): RawBuilder<unknown> {
  return announced(told, now, sql`exists (select from ${sql.table(kept)})`)
}

/** Tells whoever listens to an agency's events, in the transaction of what happened. */
export async function announce(db: Db, told: Told, now: Date): Promise<void> {
  await sql`with ${announced(told, now, sql`true`)} select`.execute(db)
}

function announced(told: Told, now: Date, condition: RawBuilder<unknown>): RawBuilder<unknown> {
  const heard = sql`exists (
    select from webhook
    where webhook.agency_id = ${told.agencyId} and webhook.disabled_at is null and ${told.event} = any(webhook.events)
  )`
  const announcement = { id: newId(), ...told, at: now.toISOString() }
  return jobWhere('announce', announcement, sql`${condition} and ${heard}`)
}
