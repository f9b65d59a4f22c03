import { type Db, inTransaction } from '../../platform/db/database.ts'
import type { Job } from '../../platform/jobs/jobs.ts'
import { addMessage } from '../../platform/mail/message.store.ts'
import type { Services } from '../../platform/services.ts'
import { getAgency } from '../agencies/agency.store.ts'
import type { Agency } from '../agencies/agency.ts'
import { getEngagement } from './engagement.store.ts'
import type { Engagement } from './engagement.ts'
import { decisionEmail, stopUrl, timelineEmail } from './follow.email.ts'
import { listFollowers } from './follow.store.ts'
import type { Follow } from './follow.ts'
import type { News } from './tell-followers.action.ts'
import { findTimelineEntry } from './timeline.store.ts'

type Mail = { subject: string; text: string; html: string }
type Writer = (follow: Follow) => Mail

/** Writes to everyone who follows an engagement. Run twice, it writes once: each message is kept under follower and news. */
export const tellFollowersJob: Job<Services, 'tell-followers'> = {
  name: 'tell-followers',
  async run({ db, config, now }, { agencyId, engagementId, news }) {
    const [agency, engagement] = [
      await getAgency(db, agencyId),
      await getEngagement(db, agencyId, engagementId),
    ]
    const write = await writerOf(db, { agency, engagement, baseUrl: config.baseUrl, news })
    if (!write) return
    for (let after: string | undefined; ;) {
      const followers = await listFollowers(db, agencyId, engagementId, { after })
      if (followers.length === 0) return
      await inTransaction(db, async (db) => {
        for (const follow of followers) await tell(db, follow, write(follow), news, config.baseUrl, now())
      })
      after = followers.at(-1)?.id
    }
  },
}

async function writerOf(
  db: Db,
  { news, ...about }: { agency: Agency; engagement: Engagement; baseUrl: string; news: News },
): Promise<Writer | undefined> {
  if (news.kind === 'decision') {
    return ({ language, stopToken }) =>
      decisionEmail({ ...about, language, stopToken, decisionId: news.decisionId, title: news.title })
  }
  const entry = await findTimelineEntry(db, about.agency.id, about.engagement.id, news.entryId)
  // Changed again since: the job of that change tells what counts now.
  if (!entry || entry.sequence !== news.sequence) return undefined
  return ({ language, stopToken }) =>
    timelineEmail({ ...about, language, stopToken, entry, change: news.change })
}

async function tell(
  db: Db,
  follow: Follow,
  email: Mail,
  news: News,
  baseUrl: string,
  now: Date,
): Promise<void> {
  const about = news.kind === 'timeline' ? `${news.entryId} ${news.sequence}` : news.decisionId
  await addMessage(
    db,
    {
      agencyId: follow.agencyId,
      channel: 'mail',
      kind: 'list',
      toAddress: follow.address,
      language: follow.language,
      ...email,
      unsubscribeUrl: stopUrl({ baseUrl, language: follow.language }, follow.stopToken),
      onceKey: `follow ${follow.id} ${about}`,
      aboutKind: news.kind === 'timeline' ? 'timeline-entry' : 'decision',
      aboutId: news.kind === 'timeline' ? news.entryId : news.decisionId,
    },
    now,
  )
}
