import { describe, expect, test } from 'vitest'
import { engineAgeWarning, releaseDay } from './engine-age.ts'

describe('the age of the engine', () => {
  test.each([
    ['15.18', '2026-05-14'],
    ['18.4', '2026-05-14'],
    ['17.2', '2024-11-21'],
    ['15.10 (Debian 15.10-0+deb12u1)', '2024-11-21'],
  ])('%s came out on %s', (version, day) => {
    expect(releaseDay(version)).toBe(day)
  })

  test('is a warning after 180 days, and names the ways on', () => {
    expect(engineAgeWarning('18.4', new Date('2026-11-10T00:00:00Z'))).toBeUndefined()
    expect(engineAgeWarning('18.4', new Date('2026-11-11T00:00:00Z'))).toMatch(
      /18\.4 is 181 days old.*LONGTABLE_POSTGRES_BIN/,
    )
  })

  test.each(['18.99', '19.0', '14.1', 'unknown'])(
    'is no warning for %s, which the table does not know',
    (version) => {
      expect(engineAgeWarning(version, new Date('2040-01-01'))).toBeUndefined()
    },
  )
})
