import type { Db } from '../../platform/db/database.ts'
import { getAgency } from '../agencies/agency.store.ts'
import { findConversationById } from './conversation.store.ts'
import { readOpinionReport } from './opinion-report.store.ts'
import { mayRenew, withoutWords } from './shown-report.ts'
import { countVotersSince, findShownReport, saveShownReport } from './shown-report.store.ts'

type Ids = { agencyId: string; conversationId: string }

/**
 * Lets everyone see the newest count, unless too few people have voted since the one that is shown. Belongs into the
 * transaction that keeps the count. Says whether what is shown has changed.
 */
export async function showCount(db: Db, ids: Ids): Promise<boolean> {
  const [agency, conversation, last] = await Promise.all([
    getAgency(db, ids.agencyId),
    findConversationById(db, ids.agencyId, ids.conversationId),
    findShownReport(db, ids),
  ])
  if (!conversation) return false
  const votersSince = last ? await countVotersSince(db, ids, last.countedAt) : 0
  const read = await readOpinionReport(db, agency, conversation)
  const stamp = read?.result.summary.count?.stamp
  if (!read || stamp === undefined || !mayRenew(last, { stamp, votersSince }, agency.minimum)) return false
  const { votes, countedAt } = read.result
  const { participants } = read.result.summary
  const report = withoutWords(read.report)
  await saveShownReport(db, { ...ids, report, stamp, participants, votes, countedAt })
  return true
}
