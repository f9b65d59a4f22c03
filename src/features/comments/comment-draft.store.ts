import type { Db } from '../../platform/db/database.ts'
import { newId } from '../../platform/db/id.ts'
import type { Typed } from '../../platform/http/form.ts'

type CommentDraftTable = {
  agencyId: string
  id: string
  engagementId: string
  personId: string
  fields: Typed
  savedAt: Date
}

declare module '../../platform/db/database.ts' {
  interface Tables {
    commentDraft: CommentDraftTable
  }
}

export type CommentDraft = CommentDraftTable

/** What a signed-in person has typed so far in an engagement. */
export async function findDraft(
  db: Db,
  agencyId: string,
  engagementId: string,
  personId: string,
): Promise<CommentDraft | undefined> {
  return db
    .selectFrom('commentDraft')
    .selectAll()
    .where('agencyId', '=', agencyId)
    .where('engagementId', '=', engagementId)
    .where('personId', '=', personId)
    .executeTakeFirst()
}

/** Keeps what is typed in place of what was typed before. */
export async function saveDraft(
  db: Db,
  { agencyId, engagementId, personId, fields }: Omit<CommentDraft, 'id' | 'savedAt'>,
  now: Date,
): Promise<void> {
  const kept = JSON.stringify(fields) as unknown as Typed // as: jsonb text
  await db
    .insertInto('commentDraft')
    .values({ agencyId, id: newId(), engagementId, personId, fields: kept, savedAt: now })
    .onConflict((conflict) =>
      conflict.columns(['agencyId', 'engagementId', 'personId']).doUpdateSet({ fields: kept, savedAt: now }),
    )
    .execute()
}

export async function removeDraft(
  db: Db,
  agencyId: string,
  engagementId: string,
  personId: string,
): Promise<void> {
  await db
    .deleteFrom('commentDraft')
    .where('agencyId', '=', agencyId)
    .where('engagementId', '=', engagementId)
    .where('personId', '=', personId)
    .execute()
}

/** Everything that a person has begun to write and not sent, wherever it is. */
export async function listDraftsOf(db: Db, personId: string): Promise<CommentDraft[]> {
  return db.selectFrom('commentDraft').selectAll().where('personId', '=', personId).execute()
}
