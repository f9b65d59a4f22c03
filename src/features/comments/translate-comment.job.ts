import type { Job } from '../../platform/jobs/jobs.ts'
import type { Services } from '../../platform/services.ts'
import { translateCommentByMachine } from './translate-comment.action.ts'

/** Has a machine translate a comment into one language. Run twice, it only says the same again. */
export const translateCommentJob: Job<Services, 'translate-comment'> = {
  name: 'translate-comment',
  async run(services, data) {
    await translateCommentByMachine(services, data, services.now())
  },
}
