import { recordAct } from '../../platform/audit/audit.store.ts'
import { type Db, inTransaction } from '../../platform/db/database.ts'
import { findCode } from './code.store.ts'
import { saveAdjudication } from './adjudication.store.ts'
import { listReadings } from './reading.store.ts'

export type SettleCode = { outcome: 'settled' } | { outcome: 'not-there' } | { outcome: 'not-read-twice' }

type Settlement = {
  agencyId: string
  engagementId: string
  commentId: string
  codeId: string
  applies: boolean
  note: string
  by: string
}

/** Settles whether a code stands on a comment that two or more coders have read. */
export async function settleCode(db: Db, settlement: Settlement, now: Date): Promise<SettleCode> {
  const { agencyId, engagementId, commentId, codeId, applies, note, by } = settlement
  return inTransaction(db, async (db) => {
    const readings = await listReadings(db, agencyId, commentId)
    const code = await findCode(db, agencyId, engagementId, codeId)
    if (!code || !readings.some((reading) => reading.engagementId === engagementId))
      return { outcome: 'not-there' }
    if (readings.length < 2) return { outcome: 'not-read-twice' }
    await saveAdjudication(db, {
      agencyId,
      engagementId,
      commentId,
      codeId,
      applies,
      note,
      settledBy: by,
      settledAt: now,
    })
    const details = { code: codeId, applies }
    await recordAct(
      db,
      { agencyId, actorId: by, act: 'settled a code', subjectKind: 'comment', subjectId: commentId, details },
      now,
    )
    return { outcome: 'settled' }
  })
}
