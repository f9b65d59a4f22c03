import type { Language } from '../../platform/i18n/language.ts'
import { nothingWritten, type Written } from '../../platform/i18n/written.ts'
import { type Typed, typedText } from '../../platform/http/typed.ts'
import { clockIn, instantIn } from './agency-time.ts'
import {
  type FieldProblem,
  lengthProblems,
  longestLine,
  longestText,
  longestTitle,
  oneLine,
  readClock,
  readDay,
  readLine,
  textField,
  typedTexts,
  writtenFields,
} from './form-fields.ts'
import type { TimelineEntry } from './timeline.ts'
import { retell } from './translations.ts'

export type TimelineChanges = Pick<
  TimelineEntry,
  'day' | 'startsAt' | 'endsAt' | 'title' | 'detail' | 'place' | 'takesPart'
>

export type ReadTimelineForm =
  { outcome: 'read'; changes: TimelineChanges } | { outcome: 'faulty'; problems: FieldProblem[] }

/** An entry as its form shows it, times in the agency's time zone. */
export function timelineFields(entry: TimelineEntry, timeZone: string): Typed {
  return {
    ...writtenFields('title', entry.title),
    ...writtenFields('detail', entry.detail),
    sequence: String(entry.sequence),
    day: entry.day,
    starts: entry.startsAt ? clockIn(timeZone, entry.startsAt) : '',
    ends: entry.endsAt ? clockIn(timeZone, entry.endsAt) : '',
    place: entry.place,
    takesPart: entry.takesPart ? 'yes' : '',
  }
}

/** Reads the form of an entry, a new one (`before` undefined) or a changed one; every problem at once. */
export function readTimelineForm(
  before: { title: Written; detail: Written } | undefined,
  shown: readonly Language[],
  typed: Typed,
  timeZone: string,
): ReadTimelineForm {
  const problems: FieldProblem[] = []
  const source = shown[0] ?? 'en'
  const titles = typedTexts(typed, 'title', shown).map((one) => ({ ...one, text: oneLine(one.text) }))
  if (!titles[0]?.text) problems.push({ field: textField('title', source), problem: 'titleMissing' })
  problems.push(...lengthProblems('title', titles, longestTitle, 'titleLong'))

  const dayText = readLine(typed, 'day')
  const day = readDay(dayText)
  if (day === undefined) problems.push({ field: 'day', problem: dayText === '' ? 'dayMissing' : 'day' })
  const starts = readOptionalClock(typed, 'starts', problems)
  const ends = readOptionalClock(typed, 'ends', problems)
  if (ends !== null && starts === null && typedText(typed, 'starts') === '')
    problems.push({ field: 'starts', problem: 'timeMissing' })
  if (starts !== null && ends !== null && ends <= starts)
    problems.push({ field: 'ends', problem: 'timesOrder' })

  const place = readLine(typed, 'place')
  if (place.length > longestLine) problems.push({ field: 'place', problem: 'lineLong' })
  const details = typedTexts(typed, 'detail', shown)
  problems.push(...lengthProblems('detail', details, longestText, 'textLong'))

  if (problems.length > 0 || day === undefined) return { outcome: 'faulty', problems }
  return {
    outcome: 'read',
    changes: {
      day,
      startsAt: starts === null ? null : instantIn(timeZone, day, starts),
      endsAt: starts === null || ends === null ? null : instantIn(timeZone, day, ends),
      title: retell(before?.title ?? nothingWritten, source, titles),
      detail: retell(before?.detail ?? nothingWritten, source, details),
      place,
      takesPart: typedText(typed, 'takesPart') === 'yes',
    },
  }
}

function readOptionalClock(typed: Typed, field: string, problems: FieldProblem[]): string | null {
  const text = readLine(typed, field)
  if (text === '') return null
  const clock = readClock(text)
  if (clock === undefined) problems.push({ field, problem: 'time' })
  return clock ?? null
}
