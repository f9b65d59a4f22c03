import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { firstWords, lastLateDay, readListWish } from './comment-list.ts'
import { clockState } from './response-promise.ts'

const days = fc
  .integer({ min: 0, max: 3000 })
  .map((offset) => new Date(Date.UTC(2026, 0, 1 + offset, 12)).toISOString().slice(0, 10))

describe('the list of comments', () => {
  test('the last late day parts late from not late, on every day of the week', () => {
    fc.assert(
      fc.property(
        days,
        fc.integer({ min: 1, max: 60 }),
        fc.integer({ min: 0, max: 100 }),
        (today, workingDays, before) => {
          const received = new Date(Date.parse(`${today}T12:00:00Z`) - before * 86_400_000)
            .toISOString()
            .slice(0, 10)
          const late = clockState(received, null, workingDays, today) === 'late'
          expect(received <= lastLateDay(today, workingDays)).toBe(late)
        },
      ),
    )
  })

  test('wishes that make no sense are left out', () => {
    expect(
      readListWish({
        state: 'published',
        channel: 'web',
        language: 'es',
        promise: 'late',
        search: ' \u0000 bus ',
      }),
    ).toMatchObject({ state: 'published', channel: 'web', language: 'es', promise: 'late', search: 'bus' })
    expect(
      Object.values(
        readListWish({ state: 'x', channel: '1', language: '<b>', question: 'q', promise: '', search: ' ' }),
      ).every((value) => value === undefined),
    ).toBe(true)
    fc.assert(fc.property(fc.dictionary(fc.string(), fc.string()), (query) => void readListWish(query)))
  })

  test('long words are cut at a space', () => {
    expect(firstWords('one two three four', 9)).toBe('one two …')
    expect(firstWords('  one\n\ntwo ', 9)).toBe('one two')
  })
})
