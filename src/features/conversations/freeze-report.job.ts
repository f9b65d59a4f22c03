import type { Job } from '../../platform/jobs/jobs.ts'
import type { Services } from '../../platform/services.ts'
import { countInThread } from './count-votes.action.ts'
import { fixReport } from './freeze-report.action.ts'

/** Fixes the closing report after a last full count. Safe to run twice: what is fixed stays. */
export const freezeReportJob: Job<Services, 'freeze-report'> = {
  name: 'freeze-report',
  async run({ db, now, log }, data) {
    const { outcome } = await fixReport({ db, now, count: countInThread }, data)
    log.info({ conversation: data.conversationId, outcome }, 'closing report')
  },
}
