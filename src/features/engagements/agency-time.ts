const dayFormats = new Map<string, Intl.DateTimeFormat>()
const clockFormats = new Map<string, Intl.DateTimeFormat>()

/** The calendar day of a moment where the agency is, such as '2027-03-01'. */
export function dayIn(timeZone: string, at: Date): string {
  let format = dayFormats.get(timeZone)
  if (!format) {
    // en-CA writes days as 2027-03-01.
    format = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' })
    dayFormats.set(timeZone, format)
  }
  return format.format(at)
}

/** The wall-clock time of a moment where the agency is, such as '18:30', as a time field wants it. */
export function clockIn(timeZone: string, at: Date): string {
  let format = clockFormats.get(timeZone)
  if (!format) {
    format = new Intl.DateTimeFormat('en-GB', {
      timeZone,
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    })
    clockFormats.set(timeZone, format)
  }
  return format.format(at)
}

/**
 * The moment at which clocks at the agency show this day and time. In the hour that is skipped in spring, the moment an hour
 * later; in the hour that comes twice in autumn, the first of the two.
 */
export function instantIn(timeZone: string, day: string, clock: string): Date {
  const asUtc = Date.parse(`${day}T${clock}:00Z`)
  if (Number.isNaN(asUtc)) throw new RangeError(`Not a day and time: ${day} ${clock}`)
  const offsetAt = (at: number) =>
    Date.parse(`${dayIn(timeZone, new Date(at))}T${clockIn(timeZone, new Date(at))}:00Z`) - at
  const before = offsetAt(asUtc - 24 * 3600_000)
  const after = offsetAt(asUtc + 24 * 3600_000)
  const fits = [asUtc - before, asUtc - after].filter((at) => at + offsetAt(at) === asUtc)
  return new Date(fits.length > 0 ? Math.min(...fits) : asUtc - before)
}
