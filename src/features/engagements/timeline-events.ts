import { inLanguage } from '../../platform/i18n/written.ts'
import type { Language } from '../../platform/i18n/language.ts'
import type { AtomEntry } from '../../platform/documents/atom.ts'
import type { CalendarEvent } from '../../platform/documents/calendar.ts'
import type { TimelineEntry } from './timeline.ts'

type About = {
  language: Language
  /** Absolute address of the public timeline in this language. */
  url: string
  organizer: { name: string; url: string }
}

function addressOf(about: About, entry: TimelineEntry): string {
  return `${about.url}#entry-${entry.id}`
}

/** The timeline as schema.org events, for search engines and assistants; undefined when nothing can be attended. */
export function structuredTimeline(entries: readonly TimelineEntry[], about: About): object | undefined {
  const attended = entries.filter((entry) => entry.takesPart)
  if (attended.length === 0) return undefined
  return {
    '@context': 'https://schema.org',
    '@graph': attended.map((entry) => structuredEvent(entry, about)),
  }
}

function structuredEvent(entry: TimelineEntry, about: About): object {
  const title = inLanguage(entry.title, about.language)
  const detail = inLanguage(entry.detail, about.language)
  const url = addressOf(about, entry)
  return {
    '@type': 'Event',
    '@id': url,
    url,
    name: title.text,
    inLanguage: title.language,
    ...(detail.text && { description: detail.text }),
    startDate: entry.startsAt?.toISOString() ?? entry.day,
    endDate: (entry.endsAt ?? entry.startsAt)?.toISOString() ?? entry.day,
    eventStatus: `https://schema.org/${entry.cancelledAt ? 'EventCancelled' : 'EventScheduled'}`,
    eventAttendanceMode: `https://schema.org/${entry.place ? 'Offline' : 'Online'}EventAttendanceMode`,
    location: entry.place
      ? { '@type': 'Place', name: entry.place, address: entry.place }
      : { '@type': 'VirtualLocation', url: about.url },
    organizer: { '@type': 'GovernmentOrganization', ...about.organizer },
    isAccessibleForFree: true,
  }
}

/** The timeline as calendar events. */
export function calendarEvents(entries: readonly TimelineEntry[], about: About): CalendarEvent[] {
  return entries.map((entry) => {
    const title = inLanguage(entry.title, about.language)
    const detail = inLanguage(entry.detail, about.language)
    return {
      uid: `urn:uuid:${entry.id}`,
      sequence: entry.sequence,
      stamp: entry.changedAt,
      when: entry.startsAt
        ? { start: entry.startsAt, ...(entry.endsAt && { end: entry.endsAt }) }
        : { firstDay: entry.day },
      title: title.text,
      ...(detail.text && { description: detail.text }),
      ...(entry.place && { location: entry.place }),
      url: addressOf(about, entry),
      status: entry.cancelledAt ? 'cancelled' : 'confirmed',
      language: title.language,
    }
  })
}

/** The timeline as feed entries, what changed last first; `describe` says when and where in words. */
export function feedEntries(
  entries: readonly TimelineEntry[],
  about: About,
  describe: (entry: TimelineEntry) => string,
): AtomEntry[] {
  return [...entries]
    .sort((a, b) => b.changedAt.getTime() - a.changedAt.getTime())
    .map((entry) => {
      const title = inLanguage(entry.title, about.language)
      return {
        id: `urn:uuid:${entry.id}`,
        title: title.text,
        url: addressOf(about, entry),
        updated: entry.changedAt,
        summary: describe(entry),
        language: title.language,
      }
    })
}
