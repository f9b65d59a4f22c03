import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  blackout,
  mergedRanges,
  movedQuote,
  rangesOf,
  readRange,
  redacted,
  suggestRedactions,
} from './redaction.ts'

const ranges = fc.array(
  fc.record({ start: fc.integer({ min: -5, max: 60 }), end: fc.integer({ min: -5, max: 70 }) }),
  { maxLength: 6 },
)

describe('taking words out of a text', () => {
  test.each([
    ['Write to ana.ruiz@example.org please', ['ana.ruiz@example.org']],
    ['Call (530) 555-0123 or 530-555-0199.', ['(530) 555-0123', '530-555-0199']],
    ['My name is Ana María Ruiz and I live here', ['Ana María Ruiz']],
    ['me llamo José de la Cruz, gracias', ['José de la Cruz']],
    ['Mi hijo Mateo no tiene maestra. Mr. Brown left.', ['Mateo', 'Brown']],
    ['Student number 20270301', ['20270301']],
    ['We live at 123 Oak Street, near the school.', ['123 Oak Street']],
    ['اسمي فاطمة', ['فاطمة']],
    ['In 2027 we want 25 teachers at Oak School.', []],
  ])('finds what points at a person in %j', (text, expected) => {
    expect(suggestRedactions(text).map((one) => one.text)).toEqual(expected)
  })

  test('finds typed words everywhere, whatever their case, but not inside other words', () => {
    const text = 'Ann said so. ANN again, and Annette too. ann!'
    expect(redacted(text, rangesOf(text, 'Ann'))).toBe(
      `${blackout} said so. ${blackout} again, and Annette too. ${blackout}!`,
    )
    expect(rangesOf(text, '  ')).toEqual([])
    expect(rangesOf('a.b a+b', 'a.b')).toEqual([{ start: 0, end: 3 }])
    expect(rangesOf('two  words\nhere', 'two words here')).toHaveLength(1)
  })

  test('leaves nothing of what stood in a range, and everything outside it', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 60 }), ranges, (text, chosen) => {
        fc.pre(!text.includes('█'))
        const merged = mergedRanges(chosen, text.length)
        const outside = text
          .split('')
          .filter((_, at) => !merged.some(({ start, end }) => at >= start && at < end))
        expect(redacted(text, chosen).replaceAll(blackout, '')).toBe(outside.join(''))
        for (const [index, range] of merged.entries()) {
          expect(range.start).toBeLessThan(range.end)
          if (index > 0) expect(range.start).toBeGreaterThan(merged[index - 1]!.end)
        }
      }),
    )
  })

  test('a quote that was not touched says the same afterwards', () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 10, maxLength: 60 }),
        ranges,
        fc.nat(59),
        fc.nat(59),
        (text, chosen, a, b) => {
          const quote = {
            start: Math.min(a, b, text.length - 1),
            end: Math.min(Math.max(a, b) + 1, text.length),
          }
          const merged = mergedRanges(chosen, text.length)
          const moved = movedQuote(quote, merged)
          const touched = merged.some((range) => range.start < quote.end && quote.start < range.end)
          if (touched) expect(moved).toBeUndefined()
          else
            expect(redacted(text, merged).slice(moved!.start, moved!.end)).toBe(
              text.slice(quote.start, quote.end),
            )
        },
      ),
    )
  })

  test('suggestions never throw and always name the words that they stand on', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        for (const one of suggestRedactions(text)) expect(text.slice(one.start, one.end)).toBe(one.text)
      }),
    )
  })

  test('a range in a form is two whole numbers in order', () => {
    expect(readRange('3-9')).toEqual({ start: 3, end: 9 })
    for (const wrong of ['9-3', '3-3', '-1-4', '3', 'a-b', '1-2-3', '99999999-1'])
      expect(readRange(wrong)).toBeUndefined()
  })
})
