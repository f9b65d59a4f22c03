/** The calendar day `days` after `day`, both as 'YYYY-MM-DD'. */
export function dayAfter(day: string, days: number): string {
  const at = Date.parse(`${day}T00:00:00Z`)
  if (Number.isNaN(at)) throw new Error(`not a calendar day: ${day}`)
  return new Date(at + days * 86_400_000).toISOString().slice(0, 10)
}

/** An instant as ISO text: `minutes` after midnight UTC of the day. */
export function instantOn(day: string, minutes: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + minutes * 60_000).toISOString()
}
