import { recordAct } from '../../platform/audit/audit.store.ts'
import { type Db, inTransaction } from '../../platform/db/database.ts'
import { type Agency, mayStandBelow } from './agency.ts'
import { getAgency, listAgencies, saveAgency } from './agency.store.ts'

export type AgencySettings = Pick<
  Agency,
  | 'name'
  | 'languages'
  | 'timeZone'
  | 'minimum'
  | 'contactName'
  | 'contactAddress'
  | 'contactPhone'
  | 'brandColor'
  | 'parentId'
>

export type SaveSettings = { outcome: 'saved'; agency: Agency } | { outcome: 'not-a-parent' }

/** Changes what an agency says about itself, and notes which settings changed, without their words. */
export async function saveSettings(
  db: Db,
  given: { agencyId: string; settings: AgencySettings; by: string },
  now: Date,
): Promise<SaveSettings> {
  const { agencyId, settings, by } = given
  return inTransaction(db, async (db) => {
    const before = await getAgency(db, agencyId)
    if (settings.parentId !== null && settings.parentId !== before.parentId) {
      const parent = (await listAgencies(db)).find((agency) => agency.id === settings.parentId)
      // Kinds only ever stand below a higher kind, so the tree cannot bite its own tail.
      if (!parent || !mayStandBelow(before.kind, parent.kind)) return { outcome: 'not-a-parent' }
    }
    const names = Object.keys(settings) as (keyof AgencySettings)[] // as: keys of its own type
    const changed = names.filter((name) => String(settings[name] ?? '') !== String(before[name] ?? ''))
    if (changed.length > 0) {
      await saveAgency(db, agencyId, settings)
      const act = {
        act: 'agency changed',
        subjectKind: 'agency',
        subjectId: agencyId,
        details: { settings: changed.join(', ') },
      }
      await recordAct(db, { agencyId, actorId: by, ...act }, now)
    }
    return { outcome: 'saved', agency: { ...before, ...settings } }
  })
}
