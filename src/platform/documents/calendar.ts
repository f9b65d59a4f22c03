/** When an event is: a span of instants, or whole days (`lastDay` included). */
export type CalendarSpan = { start: Date; end?: Date } | { firstDay: string; lastDay?: string }

/** One event of a calendar. The uid never changes; `sequence` grows by one with every change that matters to a guest. */
export type CalendarEvent = {
  uid: string
  sequence: number
  /** When this version was written. */
  stamp: Date
  when: CalendarSpan
  title: string
  description?: string
  location?: string
  url?: string
  status?: 'confirmed' | 'tentative' | 'cancelled'
  organizer?: { name: string; email: string }
  categories?: readonly string[]
  /** Language of the texts, when it differs from the calendar's. */
  language?: string
}

/** A calendar that people subscribe to. */
export type Calendar = {
  name: string
  description?: string
  /** Who wrote the file, for example `-//Longtable//Timeline//EN`. */
  product: string
  language: string
  url?: string
  events: readonly CalendarEvent[]
}

/**
 * An iCalendar document (RFC 5545) for subscribers, METHOD:PUBLISH, without guests. Times are in UTC: no time zone
 * table can be wrong. Our own writer, because the kept libraries shift hours, fold by characters or leave names unquoted.
 */
export function calendarFeed(calendar: Calendar): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    `PRODID:${escapeText(calendar.product)}`,
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `NAME${languageOf(calendar.language)}:${escapeText(calendar.name)}`,
    // Outlook and Apple read this older name only.
    `X-WR-CALNAME:${escapeText(calendar.name)}`,
    ...(calendar.description
      ? [`DESCRIPTION${languageOf(calendar.language)}:${escapeText(calendar.description)}`]
      : []),
    ...(calendar.url ? [`URL:${uri(calendar.url)}`] : []),
    'REFRESH-INTERVAL;VALUE=DURATION:PT4H',
    'X-PUBLISHED-TTL:PT4H',
    ...calendar.events.flatMap((event) => eventLines(event, calendar.language)),
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${fold(line)}\r\n`).join('')
}

function eventLines(event: CalendarEvent, calendarLanguage: string): string[] {
  const language = languageOf(event.language ?? calendarLanguage)
  const lines = [
    'BEGIN:VEVENT',
    `UID:${escapeText(event.uid)}`,
    `DTSTAMP:${utc(event.stamp)}`,
    `LAST-MODIFIED:${utc(event.stamp)}`,
    `SEQUENCE:${event.sequence}`,
    ...whenLines(event.when),
    `SUMMARY${language}:${escapeText(event.title)}`,
  ]
  if (event.description) lines.push(`DESCRIPTION${language}:${escapeText(event.description)}`)
  if (event.location) lines.push(`LOCATION${language}:${escapeText(event.location)}`)
  if (event.url) lines.push(`URL:${uri(event.url)}`)
  if (event.organizer) {
    lines.push(`ORGANIZER;CN=${quoteParameter(event.organizer.name)}:mailto:${uri(event.organizer.email)}`)
  }
  if (event.categories?.length) {
    lines.push(`CATEGORIES${language}:${event.categories.map(escapeText).join(',')}`)
  }
  lines.push(`STATUS:${(event.status ?? 'confirmed').toUpperCase()}`)
  // An all-day entry of a timeline is a fact about the day, not a meeting that blocks it.
  lines.push(`TRANSP:${'firstDay' in event.when ? 'TRANSPARENT' : 'OPAQUE'}`)
  lines.push('END:VEVENT')
  return lines
}

function whenLines(when: CalendarSpan): string[] {
  if ('firstDay' in when) {
    // DTEND is the first day that is no longer part of the event (RFC 5545, 3.6.1).
    return [
      `DTSTART;VALUE=DATE:${compactDay(when.firstDay)}`,
      `DTEND;VALUE=DATE:${compactDay(dayAfter(when.lastDay ?? when.firstDay))}`,
    ]
  }
  const lines = [`DTSTART:${utc(when.start)}`]
  if (when.end && when.end > when.start) lines.push(`DTEND:${utc(when.end)}`)
  return lines
}

function utc(instant: Date): string {
  const year = instant.getUTCFullYear()
  if (!(year >= 0 && year <= 9999)) throw new RangeError(`No calendar time for ${String(instant)}`)
  return `${instant.toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`
}

function compactDay(day: string): string {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) throw new RangeError(`Not a calendar day: ${day}`)
  return day.replaceAll('-', '')
}

function dayAfter(day: string): string {
  const next = new Date(`${day}T00:00:00Z`)
  next.setUTCDate(next.getUTCDate() + 1)
  return next.toISOString().slice(0, 10)
}

function languageOf(language: string): string {
  return `;LANGUAGE=${language.replace(/[^A-Za-z0-9-]/g, '')}`
}

/** A TEXT value (RFC 5545, 3.3.11). */
function escapeText(text: string): string {
  return withoutControls(text.replace(/\r\n?/g, '\n'))
    .replace(/[\\;,]/g, (character) => `\\${character}`)
    .replace(/\n/g, '\\n')
}

/** A quoted parameter; RFC 6868 writes what a quoted string cannot hold. */
function quoteParameter(text: string): string {
  const value = withoutControls(text.replace(/\r\n?/g, '\n'))
    .replace(/\^/g, '^^')
    .replace(/"/g, "^'")
    .replace(/\n/g, '^n')
  return `"${value}"`
}

/** A URI or address, which has no way to escape a line break: such characters are percent-encoded. */
function uri(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\u0000-\u0020"<>\\^`{|}\u007F]/g, (character) => encodeURIComponent(character))
}

function withoutControls(text: string): string {
  return text.toWellFormed().replace(/[\u0000-\u0008\u000B-\u001F\u007F]/g, '')
}

/** Breaks a line after at most 75 octets, never inside a character (RFC 5545, 3.1). */
function fold(line: string): string {
  const limit = 75
  let folded = ''
  let octets = 0
  for (const character of line) {
    const size = octetsOf(character)
    if (octets + size > limit) {
      folded += '\r\n '
      octets = 1
    }
    folded += character
    octets += size
  }
  return folded
}

function octetsOf(character: string): number {
  const point = character.codePointAt(0) ?? 0
  if (point < 0x80) return 1
  if (point < 0x800) return 2
  return point < 0x10000 ? 3 : 4
}
