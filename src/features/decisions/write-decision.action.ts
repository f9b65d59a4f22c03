import { recordAct } from '../../platform/audit/audit.store.ts'
import { type Db, inTransaction } from '../../platform/db/database.ts'
import type { Written } from '../../platform/i18n/written.ts'
import { listThemes } from '../themes/theme.store.ts'
import {
  addDecision,
  findDecision,
  linkThemes,
  listDispositions,
  saveDecision,
  saveDisposition,
} from './decision.store.ts'
import type { Decision } from './decision.ts'
import type { Outcome } from './disposition.ts'

type By = { agencyId: string; engagementId: string; by: string }

/** Begins a decision with its question. */
export async function beginDecision(
  db: Db,
  { agencyId, engagementId, by }: By,
  question: Written,
  now: Date,
): Promise<string> {
  return inTransaction(db, async (db) => {
    const id = await addDecision(db, { agencyId, engagementId, question, by }, now)
    await recordAct(
      db,
      { agencyId, actorId: by, act: 'began a decision', subjectKind: 'decision', subjectId: id },
      now,
    )
    return id
  })
}

export type DecisionWords = Pick<
  Decision,
  | 'question'
  | 'options'
  | 'method'
  | 'methodDetail'
  | 'result'
  | 'minorityStatement'
  | 'responsible'
  | 'decidedOn'
  | 'reviewOn'
>

export type WriteDecision =
  { outcome: 'saved' } | { outcome: 'changed-meanwhile'; decision: Decision } | { outcome: 'not-there' }

/**
 * Changes a decision. A draft may change in everything; of a published one only its translations, for what was decided is not
 * rewritten afterwards.
 */
export async function writeDecision(
  db: Db,
  change: By & { id: string; version: number; words: DecisionWords; themeIds: readonly string[] },
  now: Date,
): Promise<WriteDecision> {
  const { agencyId, engagementId, by, id, version, words } = change
  return inTransaction(db, async (db) => {
    const before = await findDecision(db, agencyId, engagementId, id, { lock: true })
    if (!before) return { outcome: 'not-there' }
    if (before.version !== version) return { outcome: 'changed-meanwhile', decision: before }
    const published = before.status === 'published'
    const { question, options, result, minorityStatement } = words
    const translations = { question, options, result, minorityStatement }
    await saveDecision(db, { agencyId, id, version }, published ? translations : words, now)
    if (!published) {
      const themes = await listThemes(db, agencyId, engagementId)
      const linked = themes.map((theme) => theme.id).filter((themeId) => change.themeIds.includes(themeId))
      await linkThemes(db, { agencyId, id, question }, linked)
    }
    const act = published ? 'translated a decision' : 'changed a decision'
    await recordAct(db, { agencyId, actorId: by, act, subjectKind: 'decision', subjectId: id }, now)
    return { outcome: 'saved' }
  })
}

export type AnswerTheme = WriteDecision

/** Says what becomes of one theme, and why. In a published decision only translations of the reason are kept. */
export async function answerTheme(
  db: Db,
  answer: By & { id: string; version: number; themeId: string; outcome: Outcome | null; reason: Written },
  now: Date,
): Promise<AnswerTheme> {
  const { agencyId, engagementId, by, id, version, themeId, outcome, reason } = answer
  return inTransaction(db, async (db) => {
    const decision = await findDecision(db, agencyId, engagementId, id, { lock: true })
    const dispositions = await listDispositions(db, agencyId, [id])
    const disposition = dispositions.find((one) => one.themeId === themeId)
    if (!decision || !disposition) return { outcome: 'not-there' }
    if (decision.version !== version) return { outcome: 'changed-meanwhile', decision }
    const published = decision.status === 'published'
    await saveDisposition(db, disposition, published ? { reason } : { outcome, reason })
    await saveDecision(db, decision, {}, now)
    const details = { theme: themeId, outcome: published ? disposition.outcome : outcome }
    await recordAct(
      db,
      { agencyId, actorId: by, act: 'answered a theme', subjectKind: 'decision', subjectId: id, details },
      now,
    )
    return { outcome: 'saved' }
  })
}
