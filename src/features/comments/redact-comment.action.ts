import { contentHash } from '../../platform/audit/audit.ts'
import { recordAct } from '../../platform/audit/audit.store.ts'
import { inTransaction } from '../../platform/db/database.ts'
import type { Services } from '../../platform/services.ts'
import { addCommentEvent } from './comment-event.store.ts'
import { listAnswers, saveComment } from './comment.store.ts'
import { fingerprint } from './fingerprint.ts'
import type { StaffAct } from './moderate-comment.action.ts'
import { freeText } from './question.ts'
import { mergedRanges, type Range, redacted } from './redaction.ts'
import { replaceRedacted } from './redaction.store.ts'
import { lockComment } from './staff-list.store.ts'
import { tellAuthor } from './tell-author.action.ts'

export type RedactComment =
  | { outcome: 'redacted'; places: number; quotesDropped: number }
  | { outcome: 'not-there' }
  | { outcome: 'changed-meanwhile' }
  | { outcome: 'nothing-chosen' }

/**
 * Takes words out of a comment for good: what stood there is in no table afterwards, only the hash of it in the audit chain.
 * The author is told why.
 */
export async function redactComment(
  { db, config }: Pick<Services, 'db' | 'config'>,
  by: StaffAct,
  chosen: ReadonlyMap<string, readonly Range[]>,
  { reason, note }: { reason: string; note: string },
  now: Date,
): Promise<RedactComment> {
  const agencyId = by.agency.id
  return inTransaction(db, async (db) => {
    const comment = await lockComment(db, agencyId, by.commentId)
    if (!comment || comment.engagementId !== by.engagement.id || comment.state === 'erased')
      return { outcome: 'not-there' }
    if (comment.version !== by.version) return { outcome: 'changed-meanwhile' }
    const before = await listAnswers(db, agencyId, [comment.id])
    let places = 0
    let quotesDropped = 0
    const after: { text: string | null }[] = []
    for (const answer of before) {
      const ranges = answer.text === null ? [] : mergedRanges(chosen.get(answer.id) ?? [], answer.text.length)
      if (answer.text === null || ranges.length === 0) {
        after.push(answer)
        continue
      }
      const text = redacted(answer.text, ranges)
      const dropped = await replaceRedacted(db, {
        agencyId,
        commentId: comment.id,
        answerId: answer.id,
        text,
        ranges,
      })
      places += ranges.length
      quotesDropped += dropped.quotesDropped
      after.push({ text })
    }
    if (places === 0) return { outcome: 'nothing-chosen' }
    await saveComment(
      db,
      { agencyId, id: comment.id },
      { fingerprint: fingerprint(freeText(after)), changedAt: now },
    )
    const eventId = await addCommentEvent(
      db,
      {
        agencyId,
        engagementId: comment.engagementId,
        commentId: comment.id,
        act: 'redacted',
        byPerson: by.actorId,
        reason,
        note,
      },
      now,
    )
    await tellAuthor(
      db,
      {
        baseUrl: config.baseUrl,
        agency: by.agency,
        engagement: by.engagement,
        comment,
        act: 'redacted',
        reason,
        eventId,
      },
      now,
    )
    await recordAct(
      db,
      {
        agencyId,
        actorId: by.actorId,
        act: 'comment redacted',
        subjectKind: 'comment',
        subjectId: comment.id,
        details: { engagement: by.engagement.slug, places, quotesDropped },
        contentHash: contentHash(before.map(({ questionId, text }) => ({ questionId, text }))),
      },
      now,
    )
    return { outcome: 'redacted', places, quotesDropped }
  })
}
