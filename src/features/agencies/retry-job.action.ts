import { installation } from '../../platform/audit/audit.ts'
import { recordAct } from '../../platform/audit/audit.store.ts'
import { type Db, inTransaction } from '../../platform/db/database.ts'
import { retryFailedJob } from '../../platform/jobs/jobs.ts'

/** Puts a job that used up its tries back on the queue. */
export async function retryJob(
  db: Db,
  { jobId, by }: { jobId: string; by: string },
  now: Date,
): Promise<{ outcome: 'retried' | 'not-failed' }> {
  return inTransaction(db, async (db) => {
    if (!(await retryFailedJob(db, jobId))) return { outcome: 'not-failed' }
    const act = { act: 'job retried', subjectKind: 'job', subjectId: jobId }
    await recordAct(db, { agencyId: installation, actorId: by, ...act }, now)
    return { outcome: 'retried' }
  })
}
