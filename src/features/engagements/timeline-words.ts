import { formatLocale, type Language } from '../../platform/i18n/language.ts'
import type { Translate } from '../../platform/i18n/translate.ts'
import { dayInWords, instantInWords } from '../../ui/date-time.tsx'
import type { TimelineEntry } from './timeline.ts'

type Reader = { language: Language; timeZone: string; t: Translate }

const clocks = new Map<string, Intl.DateTimeFormat>()

function clockInWords({ language, timeZone }: Reader, at: Date): string {
  const key = `${language} ${timeZone}`
  const format =
    clocks.get(key) ??
    new Intl.DateTimeFormat(formatLocale(language), { timeZone, hour: 'numeric', minute: '2-digit' })
  clocks.set(key, format)
  return format.format(at)
}

/** When an entry is, in words: "Tuesday, March 23, 2027, 6:00 PM to 7:30 PM PDT". */
export function whenInWords(
  reader: Reader,
  { day, startsAt, endsAt }: Pick<TimelineEntry, 'day' | 'startsAt' | 'endsAt'>,
): string {
  const date = dayInWords(reader, day)
  if (startsAt === null) return date
  if (endsAt === null)
    return reader.t('engagements.timeline.at', { day: date, time: instantInWords(reader, startsAt, 'time') })
  const [from, to] = [clockInWords(reader, startsAt), instantInWords(reader, endsAt, 'time')]
  return reader.t('engagements.timeline.fromTo', { day: date, from, to })
}
