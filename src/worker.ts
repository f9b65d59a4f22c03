import { loadExampleJob } from './cli/example-district/load-example.job.ts'
import { checkImportJob, commitImportJob, readImportJob } from './features/comments/import-comments.job.ts'
import { receiveMailJob } from './features/comments/receive-mail.job.ts'
import { translateCommentJob } from './features/comments/translate-comment.job.ts'
import { freezeReportJob } from './features/conversations/freeze-report.job.ts'
import {
  checkConversationArchiveJob,
  importConversationJob,
} from './features/conversations/import-conversation.job.ts'
import {
  recountConversationJob,
  refineConversationJob,
} from './features/conversations/recount-conversation.job.ts'
import { sweepConversationsJob } from './features/conversations/sweep-conversations.job.ts'
import { tellAuthorsJob } from './features/decisions/tell-authors.job.ts'
import { tellFollowersJob } from './features/engagements/tell-followers.job.ts'
import { announceJob } from './features/integrations/announce.job.ts'
import { cleanUpIntegrationsJob } from './features/integrations/clean-up-integrations.job.ts'
import { deliverWebhookJob } from './features/integrations/deliver-webhook.job.ts'
import { applyRetentionJob } from './features/records/apply-retention.job.ts'
import { type AnyJob, startJobs } from './platform/jobs/jobs.ts'
import { cleanUpJob } from './platform/mail/clean-up.job.ts'
import { sendMessageJob } from './platform/mail/send-message.job.ts'
import type { Services } from './platform/services.ts'

/** Every kind of background work, one list. */
export const jobs: readonly AnyJob<Services>[] = [
  sendMessageJob,
  cleanUpJob,
  tellFollowersJob,
  receiveMailJob,
  readImportJob,
  checkImportJob,
  commitImportJob,
  translateCommentJob,
  recountConversationJob,
  refineConversationJob,
  sweepConversationsJob,
  freezeReportJob,
  checkConversationArchiveJob,
  importConversationJob,
  tellAuthorsJob,
  applyRetentionJob,
  announceJob,
  deliverWebhookJob,
  cleanUpIntegrationsJob,
  loadExampleJob,
]

/** Takes jobs until it is stopped. */
export async function startWorker(services: Services): Promise<{ stop(): Promise<void> }> {
  return startJobs(services.pool, jobs, services, services.log)
}
