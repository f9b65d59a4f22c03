import type { Context } from 'hono'
import { paths } from '../../paths.ts'
import { answerPage } from '../../platform/http/answer.tsx'
import { get, type Route } from '../../platform/http/route.ts'
import { answerRevalidated } from '../../platform/http/revalidated.ts'
import { atomFeed } from '../../platform/documents/atom.ts'
import { calendarFeed } from '../../platform/documents/calendar.ts'
import { wordsIn } from '../../platform/i18n/written.ts'
import { dayIn } from './agency-time.ts'
import { answerPublicPage } from '../../platform/http/public-answer.tsx'
import { calendarEvents, feedEntries, structuredTimeline } from './timeline-events.ts'
import { TimelinePage } from './timeline.page.tsx'
import { listTimeline } from './timeline.store.ts'
import { lastChange, type TimelineEntry } from './timeline.ts'
import { whenInWords } from './timeline-words.ts'

/** The public timeline as a page, a feed and a calendar. */
export const timelineRoutes: Route[] = [
  get(paths.timeline, 'anyone', showTimeline),
  get(paths.timelineAtom, 'anyone', sendFeed),
  get(paths.timelineCalendar, 'anyone', sendCalendar),
]

function addressesOf(c: Context) {
  const place = {
    language: c.get('language'),
    agency: c.get('agency').slug,
    engagement: c.get('engagement').slug,
  }
  const { baseUrl } = c.get('config')
  const organizer = { name: c.get('agency').name, url: baseUrl + paths.agency.to(place) }
  return {
    self: (feed: typeof paths.timelineAtom | typeof paths.timelineCalendar) => baseUrl + feed.to(place),
    about: { language: c.get('language'), url: baseUrl + paths.timeline.to(place), organizer },
  }
}

function entriesOf(c: Context): Promise<TimelineEntry[]> {
  return listTimeline(c.get('db'), c.get('agency').id, c.get('engagement').id)
}

async function showTimeline(c: Context): Promise<Response> {
  const [agency, engagement, entries] = [c.get('agency'), c.get('engagement'), await entriesOf(c)]
  const page = (
    <TimelinePage
      view={c.get('view')}
      agency={agency}
      engagement={engagement}
      entries={entries}
      today={dayIn(agency.timeZone, c.get('now'))}
      structuredData={structuredTimeline(entries, addressesOf(c).about)}
    />
  )
  return engagement.status === 'draft' ? answerPage(c, page) : answerPublicPage(c, page)
}

async function sendFeed(c: Context): Promise<Response> {
  const [agency, engagement, language, t] = [
    c.get('agency'),
    c.get('engagement'),
    c.get('language'),
    c.get('t'),
  ]
  const entries = await entriesOf(c)
  const { self, about } = addressesOf(c)
  const reader = { language, timeZone: agency.timeZone, t }
  const describe = (entry: TimelineEntry) =>
    [
      entry.cancelledAt && t('engagements.timeline.cancelled'),
      whenInWords(reader, entry),
      entry.place,
      wordsIn(entry.detail, language),
    ]
      .filter((part) => part)
      .join(' · ')
  const feed = atomFeed({
    id: self(paths.timelineAtom),
    title: `${wordsIn(engagement.title, language)}: ${t('engagements.timeline.title')}`,
    language,
    author: agency.name,
    selfUrl: self(paths.timelineAtom),
    pageUrl: about.url,
    updated: lastChange(entries) ?? engagement.changedAt,
    entries: feedEntries(entries, about, describe),
  })
  return answerRevalidated(c, feed, 'application/atom+xml; charset=utf-8')
}

async function sendCalendar(c: Context): Promise<Response> {
  const [agency, engagement, language] = [c.get('agency'), c.get('engagement'), c.get('language')]
  const { about } = addressesOf(c)
  const calendar = calendarFeed({
    name: `${wordsIn(engagement.title, language)} (${agency.name})`,
    product: `-//Longtable//Timeline//${language.toUpperCase()}`,
    language,
    url: about.url,
    events: calendarEvents(await entriesOf(c), about),
  })
  return answerRevalidated(c, calendar, 'text/calendar; charset=utf-8')
}
