import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { clockIn, dayIn, instantIn } from './agency-time.ts'

describe('a day and time where the agency is are one moment', () => {
  const cases: [string, string, string, string][] = [
    ['America/Los_Angeles', '2027-01-15', '18:00', '2027-01-16T02:00:00.000Z'],
    ['America/Los_Angeles', '2027-07-15', '18:00', '2027-07-16T01:00:00.000Z'],
    ['Pacific/Honolulu', '2027-07-15', '00:00', '2027-07-15T10:00:00.000Z'],
    ['Pacific/Guam', '2027-07-15', '00:30', '2027-07-14T14:30:00.000Z'],
    // 2:30 in the morning does not exist on this day: it is 3:30.
    ['America/Los_Angeles', '2027-03-14', '02:30', '2027-03-14T10:30:00.000Z'],
    // 1:30 comes twice on this day: the first is meant.
    ['America/Los_Angeles', '2027-11-07', '01:30', '2027-11-07T08:30:00.000Z'],
  ]
  test.each(cases)('%s %s %s', (zone, day, clock, instant) => {
    expect(instantIn(zone, day, clock).toISOString()).toBe(instant)
  })
})

test('the moment of a day and time shows that day and time again, outside the skipped hour', () => {
  const zones = [
    'America/Los_Angeles',
    'America/New_York',
    'America/Phoenix',
    'Pacific/Guam',
    'America/Puerto_Rico',
  ]
  const minutes = fc.integer({ min: 0, max: 365 * 24 * 60 * 5 })
  fc.assert(
    fc.property(fc.constantFrom(...zones), minutes, (zone, minute) => {
      const wall = new Date(Date.UTC(2026, 0, 1, 0, minute)).toISOString()
      const [day, clock] = [wall.slice(0, 10), wall.slice(11, 16)]
      const at = instantIn(zone, day, clock)
      const shown = `${dayIn(zone, at)} ${clockIn(zone, at)}`
      expect(shown === `${day} ${clock}` || clock.startsWith('02:')).toBe(true)
    }),
  )
})
