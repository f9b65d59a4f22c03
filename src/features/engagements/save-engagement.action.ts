import { isDeepStrictEqual } from 'node:util'
import { contentHash } from '../../platform/audit/audit.ts'
import { recordAct } from '../../platform/audit/audit.store.ts'
import { type Db, inTransaction } from '../../platform/db/database.ts'
import { type Engagement, missingToOpen, type Needed } from './engagement.ts'
import type { EngagementChanges } from './engagement-form.ts'
import { findByKeyword, getEngagement, saveEngagement } from './engagement.store.ts'

export type SaveEngagement =
  | { outcome: 'saved'; engagement: Engagement }
  /** Someone saved first; `current` is theirs. Nothing was written. */
  | { outcome: 'changed-meanwhile'; current: Engagement }
  /** The public already reads it, so what it needed to open it still needs. */
  | { outcome: 'incomplete'; missing: Needed[] }
  | { outcome: 'keyword-taken' }

/** Saves what the edit form changed, on the version that its writer saw. */
export async function saveEngagementChanges(
  db: Db,
  {
    engagement,
    version,
    changes,
    personId,
  }: { engagement: Engagement; version: number; changes: EngagementChanges; personId: string },
  now: Date,
): Promise<SaveEngagement> {
  return inTransaction(db, async (db) => {
    const { agencyId, id } = engagement
    const current = await getEngagement(db, agencyId, id)
    if (current.version !== version) return { outcome: 'changed-meanwhile', current }
    const missing = current.status === 'draft' ? [] : missingToOpen({ ...current, ...changes })
    if (missing.length > 0) return { outcome: 'incomplete', missing }
    if (changes.smsKeyword !== '') {
      const holder = await findByKeyword(db, agencyId, changes.smsKeyword)
      if (holder && holder.id !== id) return { outcome: 'keyword-taken' }
    }
    const saved = await saveEngagement(db, { agencyId, id, version }, changes, now)
    if (!saved) return { outcome: 'changed-meanwhile', current: await getEngagement(db, agencyId, id) }
    const changed = (Object.keys(changes) as (keyof EngagementChanges)[]) // as: the keys of the form's own type
      .filter((field) => !isDeepStrictEqual(changes[field], current[field]))
    const act = {
      agencyId,
      actorId: personId,
      act: 'save-engagement',
      subjectKind: 'engagement',
      subjectId: id,
    }
    const details = { version: saved.version, fields: changed.join(' ') }
    await recordAct(db, { ...act, details, contentHash: contentHash(changes) }, now)
    return { outcome: 'saved', engagement: saved }
  })
}
