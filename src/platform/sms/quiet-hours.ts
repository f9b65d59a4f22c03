/** Wall-clock times such as 21:00 and 08:00; the hours may run over midnight. The same time twice means there are none. */
export type QuietHours = { from: string; to: string }

const minute = 60_000
const clocks = new Map<string, Intl.DateTimeFormat>()

/** Whether people there should not be texted now. The end itself is no longer quiet. */
export function inQuietHours(now: Date, timeZone: string, hours: QuietHours): boolean {
  const time = minutesOfDay(now, timeZone)
  const from = minutesOf(hours.from)
  const to = minutesOf(hours.to)
  return from <= to ? time >= from && time < to : time >= from || time < to
}

/** When a text that is due now may go out: now, or the minute in which the quiet hours end, whatever the clocks do that night. */
export function afterQuietHours(now: Date, timeZone: string, hours: QuietHours): Date {
  let at = now
  // A day has at most 25 hours where clocks change, and quiet hours are shorter than a day.
  for (let step = 0; step < 26 * 60 && inQuietHours(at, timeZone, hours); step++) {
    at = new Date(Math.floor(at.getTime() / minute + 1) * minute)
  }
  return at
}

function minutesOfDay(now: Date, timeZone: string): number {
  const clock =
    clocks.get(timeZone) ??
    new Intl.DateTimeFormat('en-US', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
  clocks.set(timeZone, clock)
  return minutesOf(clock.format(now))
}

function minutesOf(time: string): number {
  const [, hour, minutes] = /^(\d{1,2}):(\d{2})$/.exec(time) ?? []
  const sum = Number(hour) * 60 + Number(minutes)
  if (Number.isNaN(sum) || Number(minutes) > 59 || sum > 24 * 60)
    throw new Error(`Not a time of day: ${JSON.stringify(time)}`)
  return sum
}
