import { formatLocale, type Language } from '../platform/i18n/language.ts'
import type { View } from './view.ts'

const formats = new Map<string, Intl.DateTimeFormat>()

/** Making a format costs far more than using it, and pages show many dates. */
function format(language: Language, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = language + JSON.stringify(options)
  const found = formats.get(key) ?? new Intl.DateTimeFormat(formatLocale(language), options)
  formats.set(key, found)
  return found
}

const fullDay = { weekday: 'long', year: 'numeric', month: 'long', day: 'numeric' } as const
const shortDay = { year: 'numeric', month: 'short', day: 'numeric' } as const
const clock = { hour: 'numeric', minute: '2-digit' } as const

/** How much of an instant is told: all of it with weekday and time zone, the day in full, the day in short, the time. */
export type DateStyle = 'full' | 'day' | 'short' | 'time'

/** An instant in words of the reader's language, in the agency's time zone; for sentences, mail and documents. */
export function instantInWords(
  view: Pick<View, 'language' | 'timeZone'>,
  at: Date,
  style: DateStyle = 'full',
): string {
  // Arabic has no short names for American time zones: it would say "GMT-8".
  const timeZoneName = view.language === 'ar' ? 'long' : 'short'
  const options: Record<DateStyle, Intl.DateTimeFormatOptions> = {
    full: { ...fullDay, ...clock, timeZoneName },
    day: fullDay,
    short: shortDay,
    time: { ...clock, timeZoneName },
  }
  return format(view.language, { ...options[style], timeZone: view.timeZone }).format(at)
}

/** A calendar day such as `2027-03-01` in words of the reader's language. A day has no time zone. */
export function dayInWords(
  view: Pick<View, 'language'>,
  day: string,
  style: 'day' | 'short' = 'day',
): string {
  const options = style === 'day' ? fullDay : shortDay
  return format(view.language, { ...options, timeZone: 'UTC' }).format(new Date(`${day}T12:00:00Z`))
}

/** An instant. WCAG 1.3.1: `datetime` gives software the exact moment; 3.1.5: people read weekday, day, time and zone. */
export function DateTime({ view, at, style = 'full' }: { view: View; at: Date; style?: DateStyle }) {
  return <time datetime={at.toISOString()}>{instantInWords(view, at, style)}</time>
}

/** A calendar day. WCAG 1.3.1 as above. */
export function Day({ view, day, style = 'day' }: { view: View; day: string; style?: 'day' | 'short' }) {
  return <time datetime={day}>{dayInWords(view, day, style)}</time>
}
