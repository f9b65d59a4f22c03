import type { Readable } from 'node:stream'
import { recordAct } from '../../platform/audit/audit.store.ts'
import { inTransaction } from '../../platform/db/database.ts'
import { zipStream, type ZipEntry } from '../../platform/documents/zip-writer.ts'
import type { Services } from '../../platform/services.ts'
import type { Agency } from '../agencies/agency.ts'
import { agencyArchive } from './agency-export.store.ts'

type World = Pick<Services, 'db' | 'files' | 'config'>

/** Longer than this the snapshot is not held open: the database could not tidy up behind it. */
const longestMinutes = 30

/**
 * Everything an agency has, as one ZIP archive, streamed: what leaves is read a little at a time, all of it from the same
 * moment. That it was taken is noted first.
 */
export async function exportAgency(
  world: World,
  { agency, by }: { agency: Agency; by: string | null },
  now: Date,
): Promise<Readable> {
  await inTransaction(world.db, async (db) => {
    const act = { act: 'agency exported', subjectKind: 'agency', subjectId: agency.id }
    await recordAct(db, { agencyId: agency.id, actorId: by, ...act }, now)
  })
  const zip = zipStream(ofOneMoment(world, agency, now), { modified: now })
  const limit = setTimeout(() => zip.destroy(new Error('The export took too long')), longestMinutes * 60_000)
  limit.unref()
  zip.once('close', () => clearTimeout(limit))
  return zip
}

/** The archive from one snapshot of the database; it is let go when the last file is read or the reader goes away. */
async function* ofOneMoment(
  { db, files, config }: World,
  agency: Agency,
  now: Date,
): AsyncGenerator<ZipEntry> {
  const snapshot = await db
    .startTransaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute()
  try {
    yield* agencyArchive({ db: snapshot, files }, agency, { baseUrl: config.baseUrl, now })
  } finally {
    await snapshot.rollback().execute()
  }
}
