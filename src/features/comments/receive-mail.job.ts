import type { Job } from '../../platform/jobs/jobs.ts'
import type { Services } from '../../platform/services.ts'
import { receiveKeptMail } from './receive-mail.action.ts'

/** Reads a mail that came in at the door. */
export const receiveMailJob: Job<Services, 'receive-mail'> = {
  name: 'receive-mail',
  async run(services, { key }) {
    const result = await receiveKeptMail(services, key, services.now())
    if (result) services.log.info({ outcome: result.outcome }, 'mail received')
  },
}
