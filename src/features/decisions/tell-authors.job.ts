import type { Job } from '../../platform/jobs/jobs.ts'
import type { Services } from '../../platform/services.ts'
import { tellAuthors } from './tell-authors.action.ts'

/** Tells the authors whom a decision concerns. Safe to run twice: `told` remembers each of them. */
export const tellAuthorsJob: Job<Services, 'tell-authors'> = {
  name: 'tell-authors',
  async run({ db, config, log, now }, data) {
    const told = await tellAuthors(db, data, { baseUrl: config.baseUrl, now: now() })
    log.info({ decision: data.decisionId, told }, 'authors told')
  },
}
