import { freshMinutes } from '../../platform/session/session.ts'

/** How an emailed code behaves: ecosystem.md §5, OWASP ASVS 5 V6.5.5 (ten minutes at most) and V6.6.3 (few tries). */
export const codeRules = { length: 8, minutes: 10, tries: 5 } as const

/** How often one network or one address may ask for a code, and how often a network may try one. */
export const signInAllowances = {
  askByAddress: { points: 5, seconds: 15 * 60 },
  askByNetwork: { points: 30, seconds: 15 * 60 },
  tryByNetwork: { points: 60, seconds: 15 * 60 },
  setUpByNetwork: { points: 10, seconds: 10 * 60 },
} as const

/**
 * Where to go after signing in: the wished address if it is one of our own pages, else `fallback`. A link that someone
 * sends around must not lead from our sign-in page to another site.
 */
export function localPath(wish: string | undefined, fallback: string): string {
  if (!wish || wish.length > 1000 || !wish.startsWith('/')) return fallback
  // Browsers read a backslash as a slash and drop tabs and line ends, so "/\t/evil.example" would leave the site.
  if (/[\\\u0000-\u0020\u007f]/.test(wish) || wish.startsWith('//')) return fallback
  const here = 'http://here.invalid'
  if (!URL.canParse(wish, here)) return fallback
  const url = new URL(wish, here)
  if (url.origin !== here || url.pathname.startsWith('//')) return fallback
  return url.pathname + url.search
}

/** Whether someone signed in so lately that they may do what matters most: give roles, take data out, make tokens. */
export function isFresh(session: { confirmedAt: Date } | undefined, now: Date): boolean {
  return session !== undefined && now.getTime() - session.confirmedAt.getTime() <= freshMinutes * 60_000
}

const browsers: readonly [RegExp, string][] = [
  [/Edg(?:e|A|iOS)?\//, 'Edge'],
  [/SamsungBrowser\//, 'Samsung Internet'],
  [/OPR\/|Opera/, 'Opera'],
  [/Firefox\/|FxiOS\//, 'Firefox'],
  [/CrOS.*Chrome\/|Chrome\/|CriOS\//, 'Chrome'],
  [/Safari\//, 'Safari'],
]
const systems: readonly [RegExp, string][] = [
  [/iPhone/, 'iPhone'],
  [/iPad/, 'iPad'],
  [/Android/, 'Android'],
  [/CrOS/, 'ChromeOS'],
  [/Windows/, 'Windows'],
  [/Mac OS X|Macintosh/, 'macOS'],
  [/Linux/, 'Linux'],
]

/** A browser in words its owner recognises in a list: "Firefox, Windows". Empty when it does not say. */
export function deviceName(userAgent: string | undefined): string {
  const said = (userAgent ?? '').slice(0, 500)
  const find = (table: readonly [RegExp, string][]) => table.find(([pattern]) => pattern.test(said))?.[1]
  return [find(browsers), find(systems)].filter((part) => part !== undefined).join(', ')
}
