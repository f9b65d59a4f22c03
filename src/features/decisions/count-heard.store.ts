import type { Db } from '../../platform/db/database.ts'
import { getAgency } from '../agencies/agency.store.ts'
import { tallyPromise } from '../comments/comment.store.ts'
import { dayIn, shareKept } from '../comments/response-promise.ts'
import { getEngagement } from '../engagements/engagement.store.ts'
import { keepBriefly } from '../themes/kept-counts.store.ts'
import { countPublishedDecisions } from './decision.store.ts'

export type Heard = { comments: number; decided: number; dueShare: number | null }

/** What an engagement has heard and decided so far, and how well it keeps its promise to answer; a few seconds old at most. */
export function countHeard(db: Db, agencyId: string, engagementId: string): Promise<Heard> {
  return keepBriefly(db, `heard ${agencyId} ${engagementId}`, async () => {
    const [agency, engagement] = await Promise.all([
      getAgency(db, agencyId),
      getEngagement(db, agencyId, engagementId),
    ])
    const [tallies, decided] = await Promise.all([
      tallyPromise(db, agencyId, engagementId, agency.timeZone),
      countPublishedDecisions(db, agencyId, engagementId),
    ])
    const comments = tallies.reduce((sum, tally) => sum + tally.count, 0)
    const { share } = shareKept(tallies, engagement.responseDays, dayIn(agency.timeZone, new Date()))
    return { comments, decided, dueShare: share ?? null }
  })
}
