import type { Poster } from '../../platform/documents/poster.ts'
import { directionOf, type Language, languageNames } from '../../platform/i18n/language.ts'
import type { Translate } from '../../platform/i18n/translate.ts'
import { wordsIn } from '../../platform/i18n/written.ts'
import { dayInWords } from '../../ui/date-time.tsx'
import type { Agency } from '../agencies/agency.ts'
import type { Engagement } from './engagement.ts'
import { entryState, type TimelineEntry } from './timeline.ts'
import { whenInWords } from './timeline-words.ts'

const mostDates = 5

/** What the poster of an engagement says in one language, on screen, on paper and as a PDF. `url` is the hub's. */
export function engagementPoster(
  { language, t }: { language: Language; t: Translate },
  given: {
    agency: Agency
    engagement: Engagement
    entries: readonly TimelineEntry[]
    today: string
    now: Date
    url: string
  },
): Poster {
  const { agency, engagement, entries, today, now, url } = given
  const reader = { language, timeZone: agency.timeZone, t }
  const shortUrl = url.replace(/^https?:\/\//, '')
  const coming = entries.filter(
    (entry) => entry.takesPart && entry.cancelledAt === null && entryState(entry, today, now) !== 'past',
  )
  const until = engagement.closesOn !== null && engagement.closesOn >= today ? engagement.closesOn : undefined
  const dates = [
    ...(until
      ? [{ day: until, when: dayInWords(reader, until), what: t('engagements.poster.lastDay') }]
      : []),
    ...coming
      .filter((entry) => entry.startsAt !== null || entry.day !== until)
      .map((entry) => ({
        day: entry.day,
        when: whenInWords(reader, entry),
        what: [wordsIn(entry.title, language), entry.place].filter((part) => part !== '').join(' · '),
      })),
  ].sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
  const spoken = engagement.languages.map((code) => languageNames[code])
  return {
    language,
    dir: directionOf(language),
    agency: agency.name,
    title: wordsIn(engagement.title, language),
    purpose: wordsIn(engagement.purpose, language),
    decision: wordsIn(engagement.decisionQuestion, language),
    dates: dates.slice(0, mostDates).map(({ when, what }) => ({ when, what })),
    url,
    shortUrl,
    contact: [engagement.contactName, engagement.contactPhone, engagement.contactAddress]
      .filter((part) => part !== '')
      .join(', '),
    labels: {
      decision: t('engagements.hub.decision'),
      dates: t('engagements.poster.dates'),
      online: t('engagements.hub.comment'),
      scan: t('engagements.poster.scan'),
      qrAlt: t('engagements.poster.qr', { url: shortUrl }),
      contact: t('engagements.poster.contact'),
      note: t('engagements.poster.note', {
        languages: new Intl.ListFormat(language, { type: 'disjunction' }).format(spoken),
      }),
    },
  }
}
