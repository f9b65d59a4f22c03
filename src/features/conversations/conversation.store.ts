import { sql } from 'kysely'
import type { Db } from '../../platform/db/database.ts'
import type { Conversation } from './conversation.ts'

declare module '../../platform/db/database.ts' {
  interface Tables {
    conversation: Conversation
  }
}

/** The conversations of an engagement in their order; drafts are staff's. */
export async function listConversations(
  db: Db,
  agencyId: string,
  engagementId: string,
  { drafts = false }: { drafts?: boolean } = {},
): Promise<Conversation[]> {
  let query = db
    .selectFrom('conversation')
    .selectAll()
    .where('agencyId', '=', agencyId)
    .where('engagementId', '=', engagementId)
  if (!drafts) query = query.where('status', '!=', 'draft')
  return query.orderBy('position').orderBy('id').execute()
}

/** A conversation of this engagement. */
export async function findConversation(
  db: Db,
  agencyId: string,
  engagementId: string,
  id: string,
): Promise<Conversation | undefined> {
  return db
    .selectFrom('conversation')
    .selectAll()
    .where('agencyId', '=', agencyId)
    .where('engagementId', '=', engagementId)
    .where('id', '=', id)
    .executeTakeFirst()
}

export async function findConversationById(
  db: Db,
  agencyId: string,
  id: string,
): Promise<Conversation | undefined> {
  return db
    .selectFrom('conversation')
    .selectAll()
    .where('agencyId', '=', agencyId)
    .where('id', '=', id)
    .executeTakeFirst()
}

/** The conversation, kept from other changes until the transaction ends; votes go on, because they only need it to exist. */
export async function lockConversation(
  db: Db,
  agencyId: string,
  id: string,
): Promise<Conversation | undefined> {
  return db
    .selectFrom('conversation')
    .selectAll()
    .where('agencyId', '=', agencyId)
    .where('id', '=', id)
    .forNoKeyUpdate()
    .executeTakeFirst()
}

/** Adds a conversation at the end of its engagement's list; false when this id is there already. */
export async function addConversation(
  db: Db,
  conversation: Omit<Conversation, 'position'>,
): Promise<boolean> {
  const { agencyId, engagementId } = conversation
  const added = await db
    .insertInto('conversation')
    .values({
      ...conversation,
      position: sql<number>`(
        select coalesce(max(position), 0) + 1 from conversation
        where agency_id = ${agencyId} and engagement_id = ${engagementId}
      )`,
    })
    .onConflict((conflict) => conflict.columns(['agencyId', 'id']).doNothing())
    .returning('id')
    .executeTakeFirst()
  return added !== undefined
}

export type ConversationChanges = Partial<
  Pick<
    Conversation,
    | 'status'
    | 'question'
    | 'introduction'
    | 'whoAdds'
    | 'statementLength'
    | 'moderation'
    | 'moderationPolicy'
    | 'resultsShown'
    | 'opensAt'
    | 'closesAt'
    | 'closedAt'
    | 'embedOrigins'
  >
>

/** Saves changes on the version that was seen; undefined when somebody else was faster. */
export async function saveConversation(
  db: Db,
  { agencyId, id, version }: Pick<Conversation, 'agencyId' | 'id' | 'version'>,
  changes: ConversationChanges,
  now: Date,
): Promise<Conversation | undefined> {
  return db
    .updateTable('conversation')
    .set({ ...changes, version: version + 1, changedAt: now })
    .where('agencyId', '=', agencyId)
    .where('id', '=', id)
    .where('version', '=', version)
    .returningAll()
    .executeTakeFirst()
}
