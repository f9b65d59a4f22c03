import { describe, expect, test } from 'vitest'
import { afterQuietHours, inQuietHours } from './quiet-hours.ts'

const night = { from: '21:00', to: '08:00' }
const california = 'America/Los_Angeles'

describe('quiet hours', () => {
  test.each([
    ['2027-03-02T04:59:00Z', false, '20:59'],
    ['2027-03-02T05:00:00Z', true, '21:00'],
    ['2027-03-02T08:00:00Z', true, 'midnight'],
    ['2027-03-02T15:59:00Z', true, '7:59'],
    ['2027-03-02T16:00:00Z', false, '8:00'],
    ['2027-07-02T04:30:00Z', true, '21:30 in summer'],
    ['2027-07-02T15:00:00Z', false, '8:00 in summer'],
  ])('at %s: %j (%s)', (now, quiet) => {
    expect(inQuietHours(new Date(now), california, night)).toBe(quiet)
  })

  test('may lie within one day, or not be there at all', () => {
    const noon = new Date('2027-03-02T20:30:00Z')
    expect(inQuietHours(noon, california, { from: '12:00', to: '13:00' })).toBe(true)
    expect(inQuietHours(noon, california, { from: '13:00', to: '14:00' })).toBe(false)
    expect(inQuietHours(noon, california, { from: '12:30', to: '12:30' })).toBe(false)
    expect(inQuietHours(noon, california, { from: '12:00', to: '24:00' })).toBe(true)
  })

  test('end by the clock on the wall, also in the night when it changes', () => {
    const end = (now: string) => afterQuietHours(new Date(now), california, night).toISOString()
    expect(end('2027-03-02T05:30:20Z')).toBe('2027-03-02T16:00:00.000Z')
    // Clocks went forward on 14 March 2027 and back on 7 November 2027.
    expect(end('2027-03-14T06:00:00Z')).toBe('2027-03-14T15:00:00.000Z')
    expect(end('2027-11-07T05:00:00Z')).toBe('2027-11-07T16:00:00.000Z')
    expect(end('2027-03-02T18:00:20Z')).toBe('2027-03-02T18:00:20.000Z')
  })

  test('that are no times, or in no zone, are a programming error', () => {
    const now = new Date('2027-03-02T05:30:20Z')
    for (const from of ['', '9pm', '25:00', '10:60'])
      expect(() => inQuietHours(now, california, { from, to: '08:00' })).toThrow('Not a time of day')
    expect(() => inQuietHours(now, 'Nowhere/Land', night)).toThrow()
  })
})
