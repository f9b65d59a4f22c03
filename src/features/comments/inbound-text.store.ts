import { sql } from 'kysely'
import type { Db } from '../../platform/db/database.ts'
import type { Message } from '../../platform/mail/message.store.ts'
import '../../platform/mail/message.store.ts'

/** The engagement for which this number texted last, if it did. */
export async function findLastTextedEngagement(
  db: Db,
  agencyId: string,
  number: string,
): Promise<{ engagementId: string; language: string } | undefined> {
  return db
    .selectFrom('comment')
    .select(['engagementId', 'language'])
    .where('agencyId', '=', agencyId)
    .where('channel', '=', 'sms')
    .where('contactChannel', '=', 'sms')
    .where('contactAddress', '=', number)
    .orderBy('receivedAt', 'desc')
    .limit(1)
    .executeTakeFirst()
}

/** The texts that went out of an agency, to one number or to all, newest first. */
export async function listTexts(db: Db, agencyId: string, number?: string): Promise<Message[]> {
  let query = db
    .selectFrom('message')
    .selectAll()
    .where('agencyId', '=', agencyId)
    .where('channel', '=', 'sms')
  if (number) query = query.where('toAddress', '=', number)
  return query.orderBy('createdAt', 'desc').limit(60).execute()
}

/** The comments that came from one number by text, newest first. */
export async function listTexted(
  db: Db,
  agencyId: string,
  number: string,
): Promise<{ id: string; text: string; at: Date }[]> {
  const { rows } = await sql<{ id: string; text: string; at: Date }>`
    select comment.id, answer.text, comment.received_at as at from comment
    join answer on answer.agency_id = comment.agency_id and answer.comment_id = comment.id and answer.text is not null
    where comment.agency_id = ${agencyId} and comment.channel = 'sms' and comment.contact_address = ${number}
    order by comment.received_at desc limit 60`.execute(db)
  return rows
}
