import { recordAct } from '../../platform/audit/audit.store.ts'
import { type Db, inTransaction } from '../../platform/db/database.ts'
import { findEngagement } from '../engagements/engagement.store.ts'
import type { RetentionRule } from './retention.ts'
import { addHold, liftHold, listRules, saveRule } from './retention.store.ts'

export type SetRetention = { outcome: 'saved' }

/** Sets the schedule of an agency, and notes in its log each time that changed. */
export async function setRetention(
  db: Db,
  {
    agencyId,
    rules,
    by,
  }: { agencyId: string; rules: readonly Pick<RetentionRule, 'kind' | 'keepDays' | 'basis'>[]; by: string },
  now: Date,
): Promise<SetRetention> {
  return inTransaction(db, async (db) => {
    const before = new Map((await listRules(db, agencyId)).map((rule) => [rule.kind, rule]))
    const changed = rules.filter(({ kind, keepDays, basis }) => {
      const old = before.get(kind)
      return (old?.keepDays ?? null) !== keepDays || (old?.basis ?? '') !== basis
    })
    if (changed.length === 0) return { outcome: 'saved' }
    for (const rule of changed) await saveRule(db, { agencyId, ...rule, changedAt: now })
    const details = Object.fromEntries(changed.map(({ kind, keepDays }) => [kind, keepDays]))
    await recordAct(
      db,
      {
        agencyId,
        actorId: by,
        act: 'retention changed',
        subjectKind: 'agency',
        subjectId: agencyId,
        details,
      },
      now,
    )
    return { outcome: 'saved' }
  })
}

export type PlaceHold = { outcome: 'placed' } | { outcome: 'no-such-engagement' }

/** Stops all deletion in an engagement, or in the whole agency. */
export async function placeHold(
  db: Db,
  {
    agencyId,
    engagementSlug,
    reason,
    by,
  }: { agencyId: string; engagementSlug: string | undefined; reason: string; by: string },
  now: Date,
): Promise<PlaceHold> {
  return inTransaction(db, async (db) => {
    const engagement =
      engagementSlug === undefined ? undefined : await findEngagement(db, agencyId, engagementSlug)
    if (engagementSlug !== undefined && !engagement) return { outcome: 'no-such-engagement' }
    const engagementId = engagement?.id ?? null
    const id = await addHold(db, { agencyId, engagementId, reason, placedBy: by, placedAt: now })
    const details = { engagement: engagement?.slug ?? null }
    await recordAct(
      db,
      { agencyId, actorId: by, act: 'hold placed', subjectKind: 'hold', subjectId: id, details },
      now,
    )
    return { outcome: 'placed' }
  })
}

export type EndHold = { outcome: 'lifted' | 'not-there' }

/** Lifts a hold; the time of a notice begins anew. */
export async function endHold(
  db: Db,
  { agencyId, holdId, by }: { agencyId: string; holdId: string; by: string },
  now: Date,
): Promise<EndHold> {
  return inTransaction(db, async (db) => {
    if (!(await liftHold(db, agencyId, holdId, by, now))) return { outcome: 'not-there' }
    await recordAct(
      db,
      { agencyId, actorId: by, act: 'hold lifted', subjectKind: 'hold', subjectId: holdId },
      now,
    )
    return { outcome: 'lifted' }
  })
}
