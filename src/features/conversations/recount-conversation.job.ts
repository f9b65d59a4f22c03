import type { Job } from '../../platform/jobs/jobs.ts'
import type { Services } from '../../platform/services.ts'
import { countInThread } from './count-votes.action.ts'
import { recountConversation, refineConversation } from './recount-conversation.action.ts'

declare module '../../platform/jobs/enqueue.ts' {
  interface Jobs {
    'recount-conversation': { agencyId: string; conversationId: string }
  }
}

/** Counts the votes of a conversation as they stand, quickly. Safe to run twice: without new votes nothing happens. */
export const recountConversationJob: Job<Services, 'recount-conversation'> = {
  name: 'recount-conversation',
  run: ({ db, now }, { agencyId, conversationId }) =>
    recountConversation({ db, now, count: countInThread }, { agencyId, conversationId }),
}

/** Tests what the quick count found. A queue of its own, so that quick counts go on meanwhile. */
export const refineConversationJob: Job<Services, 'refine-conversation'> = {
  name: 'refine-conversation',
  async run({ db, now, log }, { agencyId, conversationId }) {
    const outcome = await refineConversation({ db, now, count: countInThread }, { agencyId, conversationId })
    log.info({ conversation: conversationId, outcome }, 'conversation refined')
  },
}
