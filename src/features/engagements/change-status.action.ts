import { recordAct } from '../../platform/audit/audit.store.ts'
import { type Db, inTransaction } from '../../platform/db/database.ts'
import { announce } from '../../platform/jobs/announce.ts'
import {
  type Engagement,
  type EngagementStatus,
  mayBecome,
  missingToOpen,
  type Needed,
} from './engagement.ts'
import { findByKeyword, getEngagement, saveEngagement } from './engagement.store.ts'

export type ChangeStatus =
  | { outcome: 'changed'; engagement: Engagement }
  | { outcome: 'incomplete'; missing: Needed[] }
  | { outcome: 'keyword-taken' }
  /** It is so already, or someone else was faster. */
  | { outcome: 'not-possible' }

/** Opens or closes an engagement. Opening asks for everything that people must know before they write. */
export async function changeStatus(
  db: Db,
  {
    agencyId,
    id,
    next,
    personId,
  }: { agencyId: string; id: string; next: EngagementStatus; personId: string },
  now: Date,
): Promise<ChangeStatus> {
  return inTransaction(db, async (db) => {
    const current = await getEngagement(db, agencyId, id)
    if (!mayBecome(current.status, next)) return { outcome: 'not-possible' }
    const missing = next === 'open' ? missingToOpen(current) : []
    if (missing.length > 0) return { outcome: 'incomplete', missing }
    if (next === 'open' && current.smsKeyword !== '') {
      // While this one was closed, another may have taken its keyword.
      const holder = await findByKeyword(db, agencyId, current.smsKeyword)
      if (holder && holder.id !== id) return { outcome: 'keyword-taken' }
    }
    const engagement = await saveEngagement(db, current, { status: next }, now)
    if (!engagement) return { outcome: 'not-possible' }
    if (next === 'open')
      await announce(db, { agencyId, event: 'engagement.opened', data: { engagement: id } }, now)
    const act = {
      agencyId,
      actorId: personId,
      act: 'change-status',
      subjectKind: 'engagement',
      subjectId: id,
    }
    await recordAct(
      db,
      { ...act, details: { from: current.status, to: next, version: engagement.version } },
      now,
    )
    return { outcome: 'changed', engagement }
  })
}
