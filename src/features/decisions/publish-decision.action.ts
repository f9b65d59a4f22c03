import { createHash } from 'node:crypto'
import { recordAct } from '../../platform/audit/audit.store.ts'
import { type Db, inTransaction } from '../../platform/db/database.ts'
import type { Written } from '../../platform/i18n/written.ts'
import { announce } from '../../platform/jobs/announce.ts'
import { enqueue } from '../../platform/jobs/enqueue.ts'
import { tellFollowers } from '../engagements/tell-followers.action.ts'
import { publishThemes } from '../themes/theme.store.ts'
import { findDecision, listDispositions, saveDecision, saveDisposition } from './decision.store.ts'
import { type Missing, missingBeforePublication } from './decision.ts'
import { type FollowUp, promises } from './disposition.ts'
import './tell-authors.action.ts'

export type PublishDecision =
  | { outcome: 'published' }
  | { outcome: 'published-already' }
  | { outcome: 'missing'; missing: Missing[] }
  | { outcome: 'changed-meanwhile' }
  | { outcome: 'not-there' }

type Place = { agencyId: string; engagementId: string; by: string; id: string }

/** Makes a decision public, with the themes it answers, and has every author whom it concerns told: all of it, or nothing. */
export async function publishDecision(
  db: Db,
  { agencyId, engagementId, by, id, version }: Place & { version: number },
  now: Date,
): Promise<PublishDecision> {
  return inTransaction(db, async (db) => {
    const decision = await findDecision(db, agencyId, engagementId, id, { lock: true })
    if (!decision) return { outcome: 'not-there' }
    if (decision.status === 'published') return { outcome: 'published-already' }
    // What is published is what its publisher saw.
    if (decision.version !== version) return { outcome: 'changed-meanwhile' }
    const dispositions = await listDispositions(db, agencyId, [id])
    const missing = missingBeforePublication(decision, dispositions)
    if (missing.length > 0) return { outcome: 'missing', missing }
    await saveDecision(db, decision, { status: 'published', publishedAt: now }, now)
    await publishThemes(
      db,
      agencyId,
      dispositions.map((one) => one.themeId),
      now,
    )
    await enqueue(db, 'tell-authors', { agencyId, decisionId: id })
    await tellFollowers(db, {
      agencyId,
      engagementId,
      news: { kind: 'decision', decisionId: id, title: decision.question },
    })
    await announce(
      db,
      { agencyId, event: 'decision.published', data: { engagement: engagementId, decision: id } },
      now,
    )
    const words = JSON.stringify([
      decision.question,
      decision.result,
      dispositions.map((one) => [one.themeId, one.outcome, one.reason]),
    ])
    const contentHash = createHash('sha256').update(words).digest()
    const details = { themes: dispositions.length }
    await recordAct(
      db,
      {
        agencyId,
        actorId: by,
        act: 'published a decision',
        subjectKind: 'decision',
        subjectId: id,
        details,
        contentHash,
      },
      now,
    )
    return { outcome: 'published' }
  })
}

export type FollowUpTheme =
  | { outcome: 'saved' }
  | { outcome: 'followed-up-already' }
  | { outcome: 'nothing-promised' }
  | { outcome: 'not-there' }

/** Says that what was promised on a theme is done, or dropped, and has the authors told again. It is said once. */
export async function followUpTheme(
  db: Db,
  {
    agencyId,
    engagementId,
    by,
    id,
    themeId,
    followUp,
    note,
  }: Place & { themeId: string; followUp: FollowUp; note: Written },
  now: Date,
): Promise<FollowUpTheme> {
  return inTransaction(db, async (db) => {
    const decision = await findDecision(db, agencyId, engagementId, id, { lock: true })
    const dispositions = await listDispositions(db, agencyId, [id])
    const disposition = dispositions.find((one) => one.themeId === themeId)
    if (!decision || !disposition || decision.status !== 'published') return { outcome: 'not-there' }
    if (!promises(disposition)) return { outcome: 'nothing-promised' }
    if (disposition.followUp !== null) return { outcome: 'followed-up-already' }
    await saveDisposition(db, disposition, { followUp, followUpNote: note, followedUpAt: now })
    await saveDecision(db, decision, {}, now)
    await enqueue(db, 'tell-authors', { agencyId, decisionId: id, dispositionId: disposition.id })
    const details = { theme: themeId, follow_up: followUp }
    await recordAct(
      db,
      {
        agencyId,
        actorId: by,
        act: 'followed up a decision',
        subjectKind: 'decision',
        subjectId: id,
        details,
      },
      now,
    )
    return { outcome: 'saved' }
  })
}
