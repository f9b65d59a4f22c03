// The days of PostgreSQL's minor releases: https://www.postgresql.org/docs/release/
// Each line: the day, then the minor number that each major version reached on it.
const releases: readonly [day: string, minors: Readonly<Record<number, number>>][] = [
  ['2023-02-09', { 15: 2 }],
  ['2023-05-11', { 15: 3 }],
  ['2023-08-10', { 15: 4 }],
  ['2023-11-09', { 15: 5, 16: 1 }],
  ['2024-02-08', { 15: 6, 16: 2 }],
  ['2024-05-09', { 15: 7, 16: 3 }],
  ['2024-08-08', { 15: 8, 16: 4 }],
  ['2024-11-14', { 15: 9, 16: 5, 17: 1 }],
  ['2024-11-21', { 15: 10, 16: 6, 17: 2 }],
  ['2025-02-13', { 15: 11, 16: 7, 17: 3 }],
  ['2025-02-20', { 15: 12, 16: 8, 17: 4 }],
  ['2025-05-08', { 15: 13, 16: 9, 17: 5 }],
  ['2025-08-14', { 15: 14, 16: 10, 17: 6 }],
  ['2025-11-13', { 15: 15, 16: 11, 17: 7, 18: 1 }],
  ['2026-02-12', { 15: 16, 16: 12, 17: 8, 18: 2 }],
  ['2026-02-26', { 15: 17, 16: 13, 17: 9, 18: 3 }],
  ['2026-05-14', { 15: 18, 16: 14, 17: 10, 18: 4 }],
]

const patience = 180

/** The day on which this release came out, such as '2026-05-14' for 18.4; undefined when it is not in the table. */
export function releaseDay(version: string): string | undefined {
  const [major = 0, minor = 0] = version.split('.').map((part) => Number.parseInt(part, 10))
  return releases.find(([, minors]) => minors[major] === minor)?.[0]
}

/**
 * A warning when the engine's minor release is older than 180 days: such a one has missed two rounds of security fixes.
 * A release that the table does not know gives none: it is newer than this program.
 */
export function engineAgeWarning(version: string, now: Date): string | undefined {
  const day = releaseDay(version)
  if (day === undefined) return undefined
  const age = Math.floor((now.getTime() - Date.parse(day)) / 86_400_000)
  if (age <= patience) return undefined
  return (
    `PostgreSQL ${version} is ${age} days old and has missed security fixes since. Update this program, install a newer ` +
    `minor release of PostgreSQL ${Number.parseInt(version, 10)} and name its folder (LONGTABLE_POSTGRES_BIN), or update the server.`
  )
}
