import type { Db } from '../../platform/db/database.ts'
import { newId } from '../../platform/db/id.ts'
import type { Typed } from '../../platform/http/typed.ts'

/** A paper form keyed in once, waiting for its second keying; `commentId` when it has become a comment. */
export type PaperEntry = {
  agencyId: string
  id: string
  engagementId: string
  paperNumber: string
  fields: Typed
  enteredBy: string
  enteredAt: Date
  commentId: string | null
}

declare module '../../platform/db/database.ts' {
  interface Tables {
    paperEntry: PaperEntry
  }
}

/** Keeps a first keying; undefined when this paper was keyed in already. */
export async function addPaperEntry(
  db: Db,
  entry: Omit<PaperEntry, 'id' | 'commentId'>,
): Promise<string | undefined> {
  const added = await db
    .insertInto('paperEntry')
    .values({
      ...entry,
      id: newId(),
      commentId: null,
      fields: JSON.stringify(entry.fields) as unknown as Typed,
    }) // as: jsonb text
    .onConflict((conflict) => conflict.columns(['agencyId', 'engagementId', 'paperNumber']).doNothing())
    .returning('id')
    .executeTakeFirst()
  return added?.id
}

export async function findPaperEntry(db: Db, agencyId: string, id: string): Promise<PaperEntry | undefined> {
  return db
    .selectFrom('paperEntry')
    .selectAll()
    .where('agencyId', '=', agencyId)
    .where('id', '=', id)
    .executeTakeFirst()
}

export async function findPaperByNumber(
  db: Db,
  agencyId: string,
  engagementId: string,
  paperNumber: string,
): Promise<PaperEntry | undefined> {
  return db
    .selectFrom('paperEntry')
    .selectAll()
    .where('agencyId', '=', agencyId)
    .where('engagementId', '=', engagementId)
    .where('paperNumber', '=', paperNumber)
    .executeTakeFirst()
}

/** The papers of an engagement that wait for their second keying, oldest first; never with what they say. */
export async function listWaitingPapers(
  db: Db,
  agencyId: string,
  engagementId: string,
): Promise<Omit<PaperEntry, 'fields'>[]> {
  return db
    .selectFrom('paperEntry')
    .select(['agencyId', 'id', 'engagementId', 'paperNumber', 'enteredBy', 'enteredAt', 'commentId'])
    .where('agencyId', '=', agencyId)
    .where('engagementId', '=', engagementId)
    .where('commentId', 'is', null)
    .orderBy('enteredAt')
    .limit(500)
    .execute()
}

/** A paper has become a comment; what was keyed in is the comment's now and is not kept twice. */
export async function finishPaperEntry(
  db: Db,
  agencyId: string,
  id: string,
  commentId: string,
): Promise<void> {
  await db
    .updateTable('paperEntry')
    .set({ commentId, fields: {} })
    .where('agencyId', '=', agencyId)
    .where('id', '=', id)
    .execute()
}

/** Takes away a first keying, for example of a number that was misread. */
export async function removePaperEntry(db: Db, agencyId: string, id: string): Promise<void> {
  await db
    .deleteFrom('paperEntry')
    .where('agencyId', '=', agencyId)
    .where('id', '=', id)
    .where('commentId', 'is', null)
    .execute()
}
