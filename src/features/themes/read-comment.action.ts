import { type Db, inTransaction } from '../../platform/db/database.ts'
import { counts } from '../comments/comment.ts'
import { findComment } from '../comments/comment.store.ts'
import { findWordsChange, listReadings, saveReading } from './reading.store.ts'
import { type GivenCode, mayReadAgain } from './reading.ts'

export type ReadComment = { outcome: 'read' } | { outcome: 'compared-already' } | { outcome: 'not-there' }

type Given = {
  agencyId: string
  engagementId: string
  commentId: string
  coderId: string
  memo: string
  given: readonly GivenCode[]
}

/** Keeps what one coder found in one comment, in place of what they found before. */
export async function readComment(db: Db, given: Given, now: Date): Promise<ReadComment> {
  const { agencyId, engagementId, commentId, coderId, memo } = given
  return inTransaction(db, async (db) => {
    const comment = await findComment(db, agencyId, commentId)
    if (!comment || comment.engagementId !== engagementId || !counts(comment)) return { outcome: 'not-there' }
    const readings = await listReadings(db, agencyId, commentId)
    const changed = await findWordsChange(db, agencyId, commentId)
    if (!mayReadAgain(readings, coderId, changed)) return { outcome: 'compared-already' }
    await saveReading(db, { agencyId, engagementId, commentId, coderId, memo, finishedAt: now }, given.given)
    return { outcome: 'read' }
  })
}
