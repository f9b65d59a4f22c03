/** Where United States schools are, from east to west, in words people know; then every other zone by its own name. */
const usual: readonly [string, string][] = [
  ['America/New_York', 'Eastern (New York)'],
  ['America/Chicago', 'Central (Chicago)'],
  ['America/Denver', 'Mountain (Denver)'],
  ['America/Phoenix', 'Arizona (Phoenix)'],
  ['America/Los_Angeles', 'Pacific (Los Angeles)'],
  ['America/Anchorage', 'Alaska (Anchorage)'],
  ['Pacific/Honolulu', 'Hawaii (Honolulu)'],
  ['America/Puerto_Rico', 'Puerto Rico'],
  ['Pacific/Guam', 'Guam'],
  ['Pacific/Pago_Pago', 'American Samoa'],
]

const usualNames = new Set(usual.map(([zone]) => zone))
const others = Intl.supportedValuesOf('timeZone').filter((zone) => !usualNames.has(zone))

/** Choices for a time zone field. */
export const timeZoneOptions = [
  ...usual.map(([value, label]) => ({ value, label, lang: 'en' })),
  ...others.map((value) => ({ value, label: value.replaceAll('_', ' '), lang: 'en' })),
]

export function isTimeZone(text: string): boolean {
  return timeZoneOptions.some((option) => option.value === text)
}
