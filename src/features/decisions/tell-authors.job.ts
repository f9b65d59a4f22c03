import type { Job } from '../../platform/jobs/jobs.ts'
import type { Services } from '../../platform/services.ts'
import { tellAuthors } from './tell-authors.action.ts'
import { tellVoters } from './tell-voters.action.ts'

/**
 * Tells the authors and the voters whom a decision concerns. Safe to run twice: `told` and `told_voter` remember each of them.
 * Authors come first, so that whoever also voted is written to once, about their own words.
 */
export const tellAuthorsJob: Job<Services, 'tell-authors'> = {
  name: 'tell-authors',
  async run({ db, config, log, now }, data) {
    const world = { baseUrl: config.baseUrl, now: now() }
    const told = await tellAuthors(db, data, world)
    const voters = await tellVoters(db, data, world)
    log.info({ decision: data.decisionId, told, voters }, 'authors and voters told')
  },
}
