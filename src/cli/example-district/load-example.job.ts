import { findAgency } from '../../features/agencies/agency.store.ts'
import { countInThread } from '../../features/conversations/count-votes.action.ts'
import { fixReport } from '../../features/conversations/freeze-report.action.ts'
import { refineConversation } from '../../features/conversations/recount-conversation.action.ts'
import { takeStatement } from '../../features/conversations/take-statement.action.ts'
import { tellAuthorsJob } from '../../features/decisions/tell-authors.job.ts'
import { dayIn } from '../../features/engagements/agency-time.ts'
import { exampleSlug } from '../../features/people/set-up.action.ts'
import type { Job } from '../../platform/jobs/jobs.ts'
import type { Services } from '../../platform/services.ts'
import { exampleDistrict } from './example-district.ts'
import type { LoadedConversation } from './load-conversations.store.ts'
import { countRowsAnew, type LoadedExample, loadExampleDistrict } from './load-example.store.ts'

type Needed = Pick<Services, 'db' | 'config' | 'log' | 'now'>

/** Loads the example district and tells the authors of its past decisions, as if it had happened then. */
export async function loadExample(services: Needed, seed = 20270303): Promise<LoadedExample> {
  const now = services.now()
  const loaded = await loadExampleDistrict(
    services.db,
    exampleDistrict({ seed, today: dayIn('America/Los_Angeles', now) }),
    now,
  )
  await countRowsAnew(services.db)
  for (const conversation of loaded.conversations) await finishConversation(services.db, conversation)
  for (const { at, ...news } of loaded.news) {
    await tellAuthorsJob.run({ ...services, now: () => at } as Services, news) // as: telling needs no more
  }
  return loaded
}

/** Counts a conversation, fixes its report if it is over, and takes its common ground into themes, as staff did then. */
async function finishConversation(db: Services['db'], conversation: LoadedConversation): Promise<void> {
  const { agencyId, conversationId, engagementId, by, countedAt, closed, taken, minimum } = conversation
  const counting = { db, now: () => countedAt, count: countInThread }
  if (closed) await fixReport(counting, { agencyId, conversationId, by })
  else await refineConversation(counting, { agencyId, conversationId }, { wait: true })
  for (const { statementId, themeId, note, at } of taken) {
    const place = { agencyId, engagementId, conversationId, statementId, themeId, by }
    await takeStatement(db, { ...place, note, minimum }, at)
  }
}

/** Asked for on the set-up page. */
export const loadExampleJob: Job<Services, 'load-example'> = {
  name: 'load-example',
  async run(services) {
    if (await findAgency(services.db, exampleSlug)) return
    await loadExample(services)
  },
}
