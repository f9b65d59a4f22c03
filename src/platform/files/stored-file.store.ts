import type { Db } from '../db/database.ts'

/** A file that somebody sent: what it belongs to and what it is; its bytes are in the file store. */
export type StoredFile = {
  agencyId: string
  id: string
  aboutKind: string
  aboutId: string
  name: string
  type: string
  size: number
  sha256: Buffer
  isPublic: boolean
  uploadedBy: string | null
  createdAt: Date
}

declare module '../db/database.ts' {
  interface Tables {
    storedFile: StoredFile
  }
}

export async function addStoredFile(db: Db, file: StoredFile): Promise<void> {
  await db.insertInto('storedFile').values(file).execute()
}

export async function findStoredFile(db: Db, agencyId: string, id: string): Promise<StoredFile | undefined> {
  return db
    .selectFrom('storedFile')
    .selectAll()
    .where('agencyId', '=', agencyId)
    .where('id', '=', id)
    .executeTakeFirst()
}

/** The files of one thing, newest first. */
export async function listStoredFiles(
  db: Db,
  agencyId: string,
  aboutKind: string,
  aboutId: string,
): Promise<StoredFile[]> {
  return db
    .selectFrom('storedFile')
    .selectAll()
    .where('agencyId', '=', agencyId)
    .where('aboutId', '=', aboutId)
    .where('aboutKind', '=', aboutKind)
    .orderBy('createdAt', 'desc')
    .limit(200)
    .execute()
}

export async function removeStoredFile(db: Db, agencyId: string, id: string): Promise<void> {
  await db.deleteFrom('storedFile').where('agencyId', '=', agencyId).where('id', '=', id).execute()
}
