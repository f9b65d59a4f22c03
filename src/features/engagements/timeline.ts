import type { Written } from '../../platform/i18n/written.ts'

/** A date of an engagement: something that happens, and perhaps a point where people can take part. */
export type TimelineEntry = {
  agencyId: string
  id: string
  engagementId: string
  /** The calendar day where the agency is. */
  day: string
  /** Null for something that is about the whole day. */
  startsAt: Date | null
  endsAt: Date | null
  title: Written
  detail: Written
  place: string
  /** People can take part here. */
  takesPart: boolean
  /** Grows with every change; also what calendars call SEQUENCE, and how two editors notice each other. */
  sequence: number
  cancelledAt: Date | null
  changedAt: Date
}

export type EntryState = 'past' | 'now' | 'next'

/** Where an entry stands today; with times, "now" lasts from the beginning to the end. */
export function entryState(
  entry: Pick<TimelineEntry, 'day' | 'startsAt' | 'endsAt'>,
  today: string,
  now: Date,
): EntryState {
  if (entry.day !== today) return entry.day < today ? 'past' : 'next'
  if (entry.startsAt === null) return 'now'
  if (now < entry.startsAt) return 'next'
  return entry.endsAt !== null && now >= entry.endsAt ? 'past' : 'now'
}

/** The next entry that is still to come or going on, cancelled ones left out; `entries` in order. */
export function nextEntry(
  entries: readonly TimelineEntry[],
  today: string,
  now: Date,
  { takesPart = false }: { takesPart?: boolean } = {},
): TimelineEntry | undefined {
  return entries.find(
    (entry) =>
      entry.cancelledAt === null &&
      (!takesPart || entry.takesPart) &&
      entryState(entry, today, now) !== 'past',
  )
}

/** When the timeline last changed; undefined when it is empty. */
export function lastChange(entries: readonly TimelineEntry[]): Date | undefined {
  return entries.reduce<Date | undefined>(
    (latest, entry) => (!latest || entry.changedAt > latest ? entry.changedAt : latest),
    undefined,
  )
}
