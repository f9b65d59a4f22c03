import type { Context } from 'hono'
import { paths } from '../../paths.ts'
import { answerRecentPage } from '../../platform/http/public-answer.tsx'
import { get, type Route } from '../../platform/http/route.ts'
import type { Db } from '../../platform/db/database.ts'
import { dayIn } from './agency-time.ts'
import { type HubExtra, HubPage } from './hub.page.tsx'
import type { ShowConversations } from './show-conversations.ts'
import { structuredTimeline } from './timeline-events.ts'
import { listTimeline } from './timeline.store.ts'
import { waysIn } from './ways-in.routes.tsx'

/** Counts what an engagement has heard; the features above know. */
export type CountHeard = (db: Db, agencyId: string, engagementId: string) => Promise<HubExtra>

/** The public page of an engagement. */
export function hubRoutes(countHeard: CountHeard, showConversations: ShowConversations): Route[] {
  const draw = (c: Context) => hubPage(c, countHeard, showConversations)
  return [get(paths.hub, 'anyone', (c) => answerRecentPage(c, () => draw(c)))]
}

async function hubPage(c: Context, countHeard: CountHeard, showConversations: ShowConversations) {
  const [db, agency, engagement] = [c.get('db'), c.get('agency'), c.get('engagement')]
  const [entries, extra, conversations] = await Promise.all([
    listTimeline(db, agency.id, engagement.id),
    countHeard(db, agency.id, engagement.id),
    showConversations(c),
  ])
  return (
    <HubPage
      view={c.get('view')}
      agency={agency}
      engagement={engagement}
      entries={entries}
      today={dayIn(agency.timeZone, c.get('now'))}
      extra={extra}
      conversations={conversations}
      ways={waysIn(c)}
      structuredData={structuredTimeline(entries, aboutTimeline(c))}
    />
  )
}

function aboutTimeline(c: Context) {
  const [agency, language, { baseUrl }] = [c.get('agency'), c.get('language'), c.get('config')]
  const place = { language, agency: agency.slug, engagement: c.get('engagement').slug }
  const organizer = { name: agency.name, url: baseUrl + paths.agency.to(place) }
  return { language, url: baseUrl + paths.timeline.to(place), organizer }
}
