import type { Job } from '../../platform/jobs/jobs.ts'
import type { Services } from '../../platform/services.ts'
import { checkArchive, importConversation } from './import-conversation.action.ts'

/** Reads an uploaded archive and says what is in it. */
export const checkConversationArchiveJob: Job<Services, 'check-conversation-archive'> = {
  name: 'check-conversation-archive',
  run: (services, data) => checkArchive(services, data),
}

/** Brings an archive in as a new conversation, all of it or nothing. */
export const importConversationJob: Job<Services, 'import-conversation'> = {
  name: 'import-conversation',
  run: (services, data) => importConversation(services, data, services.now()),
}
