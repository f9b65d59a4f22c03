import { recordAct } from '../../platform/audit/audit.store.ts'
import { type Db, inTransaction } from '../../platform/db/database.ts'
import { translateByMachine } from '../../platform/i18n/machine-translation.ts'
import type { Language } from '../../platform/i18n/language.ts'
import { enqueue } from '../../platform/jobs/enqueue.ts'
import type { Services } from '../../platform/services.ts'
import type { Engagement } from '../engagements/engagement.ts'
import { listTranslations, saveTranslation } from './answer-translation.store.ts'
import { addCommentEvent } from './comment-event.store.ts'
import { findComment, listAnswers } from './comment.store.ts'
import { lockComment } from './staff-list.store.ts'

declare module '../../platform/jobs/enqueue.ts' {
  interface Jobs {
    'translate-comment': { agencyId: string; commentId: string; language: Language }
  }
}

export type TranslateComment =
  | { outcome: 'saved'; answers: number }
  | { outcome: 'not-there' }
  | { outcome: 'nothing-written' }
  /** Its words may be others by now: taken out by staff, or corrected by the author. */
  | { outcome: 'changed-meanwhile' }

/** Keeps what a person translated, answer by answer; a field left empty changes nothing. */
export async function saveHumanTranslation(
  db: Db,
  {
    engagement,
    commentId,
    version,
    language,
    texts,
    actorId,
  }: {
    engagement: Engagement
    commentId: string
    /** The version that was translated. */
    version: number
    language: Language
    texts: ReadonlyMap<string, string>
    actorId: string
  },
  now: Date,
): Promise<TranslateComment> {
  const agencyId = engagement.agencyId
  return inTransaction(db, async (db) => {
    const comment = await lockComment(db, agencyId, commentId)
    if (!comment || comment.engagementId !== engagement.id || comment.state === 'erased')
      return { outcome: 'not-there' }
    if (comment.version !== version) return { outcome: 'changed-meanwhile' }
    let answers = 0
    for (const answer of await listAnswers(db, agencyId, [commentId])) {
      const text = texts.get(answer.id)?.trim()
      if (answer.text === null || !text) continue
      await saveTranslation(db, {
        agencyId,
        answerId: answer.id,
        language,
        text,
        origin: 'human',
        madeBy: actorId,
        madeAt: now,
      })
      answers++
    }
    if (answers === 0) return { outcome: 'nothing-written' }
    await addCommentEvent(
      db,
      { agencyId, engagementId: engagement.id, commentId, act: 'translated', byPerson: actorId },
      now,
    )
    await recordAct(
      db,
      {
        agencyId,
        actorId,
        act: 'comment translated',
        subjectKind: 'comment',
        subjectId: commentId,
        details: { language, origin: 'human' },
      },
      now,
    )
    return { outcome: 'saved', answers }
  })
}

/** Asks a machine to translate a comment in the background. */
export async function askForMachineTranslation(
  db: Db,
  {
    engagement,
    commentId,
    language,
    actorId,
  }: { engagement: Engagement; commentId: string; language: Language; actorId: string },
  now: Date,
): Promise<{ outcome: 'asked' } | { outcome: 'not-there' }> {
  const agencyId = engagement.agencyId
  return inTransaction(db, async (db) => {
    const comment = await findComment(db, agencyId, commentId)
    if (!comment || comment.engagementId !== engagement.id || comment.state === 'erased')
      return { outcome: 'not-there' }
    await enqueue(db, 'translate-comment', { agencyId, commentId, language })
    await recordAct(
      db,
      {
        agencyId,
        actorId,
        act: 'machine translation asked for',
        subjectKind: 'comment',
        subjectId: commentId,
        details: { language },
      },
      now,
    )
    return { outcome: 'asked' }
  })
}

/**
 * Translates by machine what nobody has translated by hand yet. Words that changed while the machine worked are left for the
 * next time. A refusal that may pass throws, so that the job is tried again.
 */
export async function translateCommentByMachine(
  { db, config, log }: Pick<Services, 'db' | 'config' | 'log'>,
  { agencyId, commentId, language }: { agencyId: string; commentId: string; language: Language },
  now: Date,
): Promise<number> {
  const service = config.translation
  const comment = await findComment(db, agencyId, commentId)
  if (!service || !comment || comment.state === 'erased' || comment.language === language) return 0
  const answers = await listAnswers(db, agencyId, [commentId])
  const there = await listTranslations(
    db,
    agencyId,
    answers.map((answer) => answer.id),
    language,
  )
  let made = 0
  for (const answer of answers) {
    if (answer.text === null || there.some((one) => one.answerId === answer.id && one.origin === 'human'))
      continue
    const translated = await translateByMachine(service, {
      text: answer.text,
      from: comment.language,
      to: language,
    })
    if (translated.outcome === 'refused') {
      log.warn({ commentId, language, reason: translated.reason }, 'machine translation refused')
      if (translated.permanent) continue
      throw new Error(`The translation service did not answer: ${translated.reason}`)
    }
    const words = translated.text
    const kept = await inTransaction(db, async (db) => {
      // Nobody takes words out between this look and the keeping.
      await lockComment(db, agencyId, commentId)
      const current = (await listAnswers(db, agencyId, [commentId])).find((one) => one.id === answer.id)
      if (current?.text !== answer.text) return false
      await saveTranslation(db, {
        agencyId,
        answerId: answer.id,
        language,
        text: words,
        origin: 'machine',
        madeBy: null,
        madeAt: now,
      })
      return true
    })
    if (kept) made++
  }
  return made
}
