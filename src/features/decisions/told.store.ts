import { sql } from 'kysely'
import type { Db } from '../../platform/db/database.ts'
import { newId } from '../../platform/db/id.ts'
import type { ContactChannel } from '../comments/comment.ts'
import { toBeRead } from '../themes/reading.store.ts'

export type Occasion = 'published' | 'followed-up'

type ToldTable = {
  agencyId: string
  id: string
  commentId: string
  decisionId: string
  occasion: Occasion
  dispositionId: string | null
  channel: ContactChannel | 'receipt'
  toldAt: Date
}

declare module '../../platform/db/database.ts' {
  interface Tables {
    told: ToldTable
  }
}

/** An author to be told: how they can be reached, if at all. */
export type Author = {
  commentId: string
  receiptCode: string
  language: string
  receivedAt: Date
  contactChannel: ContactChannel | null
  contactAddress: string | null
}

/** The authors of these comments who have not been told on this occasion. */
export async function listUntold(
  db: Db,
  agencyId: string,
  commentIds: readonly string[],
  { decisionId, dispositionId }: { decisionId: string; dispositionId?: string },
): Promise<Author[]> {
  if (commentIds.length === 0) return []
  const before = dispositionId
    ? sql`told.disposition_id = ${dispositionId} and told.occasion = 'followed-up'`
    : sql`told.decision_id = ${decisionId} and told.occasion = 'published'`
  const { rows } = await sql<Author>`
    select id as comment_id, receipt_code, language, received_at, contact_channel, contact_address from comment
    where agency_id = ${agencyId} and id = any(${commentIds as string[]}::uuid[]) and state in ${toBeRead}
      and not exists (select from told where told.agency_id = comment.agency_id and told.comment_id = comment.id and ${before})
    order by id
  `.execute(db)
  return rows
}

/** Notes that the authors of these comments are told; gives those who had not been, also when two do this at once. */
export async function addTold(
  db: Db,
  occasion: { agencyId: string; decisionId: string; dispositionId?: string },
  told: readonly { commentId: string; channel: ToldTable['channel'] }[],
  now: Date,
): Promise<string[]> {
  if (told.length === 0) return []
  const { agencyId, decisionId, dispositionId = null } = occasion
  const rows = await db
    .insertInto('told')
    .values(
      told.map(({ commentId, channel }) => ({
        agencyId,
        id: newId(),
        commentId,
        decisionId,
        occasion: dispositionId ? ('followed-up' as const) : ('published' as const),
        dispositionId,
        channel,
        toldAt: now,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .returning('commentId')
    .execute()
  return rows.map((row) => row.commentId)
}

/** When and how the author of a comment was told. */
export async function listTold(db: Db, agencyId: string, commentId: string): Promise<ToldTable[]> {
  return db
    .selectFrom('told')
    .selectAll()
    .where('agencyId', '=', agencyId)
    .where('commentId', '=', commentId)
    .orderBy('toldAt')
    .execute()
}

/** How many authors have been told of each decision, and by which way. */
export async function countTold(
  db: Db,
  agencyId: string,
  decisionId: string,
): Promise<{ channel: ToldTable['channel']; count: number }[]> {
  return db
    .selectFrom('told')
    .select((row) => ['channel', row.fn.countAll<number>().as('count')])
    .where('agencyId', '=', agencyId)
    .where('decisionId', '=', decisionId)
    .where('occasion', '=', 'published')
    .groupBy('channel')
    .execute()
}
