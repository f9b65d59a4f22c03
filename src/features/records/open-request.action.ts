import { recordAct } from '../../platform/audit/audit.store.ts'
import { type Db, inTransaction } from '../../platform/db/database.ts'
import { addRequest } from './records-request.store.ts'

export type OpenRequest = { outcome: 'opened'; requestId: string }

/** Notes a request for records; what it asks for is gathered when its page is opened. */
export async function openRequest(
  db: Db,
  given: {
    agencyId: string
    engagementId: string
    askedBy: string
    fromDay: string
    toDay: string
    note: string
    by: string
  },
  now: Date,
): Promise<OpenRequest> {
  const { by, ...request } = given
  return inTransaction(db, async (db) => {
    const requestId = await addRequest(db, { ...request, openedBy: by, openedAt: now })
    const details = { from: request.fromDay, to: request.toDay }
    const act = {
      act: 'records request opened',
      subjectKind: 'records-request',
      subjectId: requestId,
      details,
    }
    await recordAct(db, { agencyId: request.agencyId, actorId: by, ...act }, now)
    return { outcome: 'opened', requestId }
  })
}
