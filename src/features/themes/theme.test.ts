import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { nothingWritten, written } from '../../platform/i18n/written.ts'
import { safeThemeCounts, withEveryPart } from './theme-counts.ts'
import { inSight } from './theme.ts'
import { readWritten } from './written-field.ts'

describe('themes in sight', () => {
  test('the most raised come first, and minorities follow the first three', () => {
    const row = (name: string, comments: number, isMinority = false) => ({
      name,
      comments,
      theme: { isMinority, position: 1 },
    })
    const rows = [row('few', 2, true), row('d', 10), row('a', 40), row('c', 20), row('b', 30), row('e', 5)]
    expect(inSight(rows).map((one) => one.name)).toEqual(['a', 'b', 'c', 'few', 'd', 'e'])
  })
})

describe('counts of a theme', () => {
  const policy = { minimum: 10 }

  test('a small theme tells no number at all', () => {
    const counts = safeThemeCounts(7, [{ key: 'channel', parts: [{ key: 'web', count: 7 }] }], policy)
    expect(counts.total.shown).toBe(false)
    expect(counts.breakdowns[0]!.parts[0]!.cell.shown).toBe(false)
  })

  test('a small group is hidden, and one beside it, so that it cannot be worked out', () => {
    const parts = [
      { key: 'parent', count: 40 },
      { key: 'teacher', count: 30 },
      { key: 'principal', count: 3 },
    ]
    const counts = safeThemeCounts(73, [{ key: 'role', parts }], policy)
    const cells = counts.breakdowns[0]!.parts.map(({ cell }) => cell)
    expect(cells[2]!.shown).toBe(false)
    expect(cells.filter((cell) => !cell.shown).length).toBeGreaterThan(1)
  })

  test('no shown part is ever below the minimum', () => {
    const counts = fc.array(fc.nat(60), { minLength: 1, maxLength: 6 })
    fc.assert(
      fc.property(counts, fc.nat(30), (counts, rest) => {
        const total = counts.reduce((sum, count) => sum + count, rest)
        const { breakdowns } = safeThemeCounts(
          total,
          [{ key: 'k', parts: counts.map((count, i) => ({ key: `${i}`, count })) }],
          policy,
        )
        for (const { cell } of breakdowns[0]!.parts)
          if (cell.shown) expect(cell.value).toBeGreaterThanOrEqual(10)
      }),
    )
  })

  test('options that nobody chose have their place, so that leaving them out tells nothing', () => {
    expect(
      withEveryPart({ key: 'role', parts: [{ key: 'parent', count: 12 }] }, 'role', ['parent', 'teacher'])
        .parts,
    ).toEqual([
      { key: 'parent', count: 12 },
      { key: 'teacher', count: 0 },
    ])
  })
})

describe('a text in several languages', () => {
  const before = written('en', { en: 'Old', es: 'Viejo' })
  const rule = { name: 'title', before, most: 20, missing: 'themes.fault.themeTitle' }

  test('a new source makes an untouched translation stale', () => {
    const { value } = readWritten({ 'title-en': 'New', 'title-es': 'Viejo' }, rule, ['en', 'es'])
    expect(value.texts.en).toEqual({ text: 'New', status: 'source' })
    expect(value.texts.es).toEqual({ text: 'Viejo', status: 'human' })
  })

  test('what was not sent stays', () => {
    expect(
      readWritten({ 'title-es': 'Nuevo', 'title-en': 'Old' }, rule, ['en', 'es', 'ar']).value.texts.ar,
    ).toBeUndefined()
  })

  test('a published source cannot be changed by a crafted form', () => {
    const { value, faults } = readWritten(
      { 'title-en': 'Forged', 'title-es': 'Nuevo' },
      { ...rule, sourceStays: true },
      ['en', 'es'],
    )
    expect(faults).toEqual([])
    expect(value.texts.en!.text).toBe('Old')
    expect(value.texts.es!.text).toBe('Nuevo')
  })

  test('an empty source and a text too long are faults of their fields', () => {
    const { faults } = readWritten({ 'title-en': ' ', 'title-es': 'x'.repeat(21) }, rule, ['en', 'es'])
    expect(faults.map((fault) => fault.field)).toEqual(['title-en', 'title-es'])
  })

  test('any form is read', () => {
    const typed = fc.dictionary(
      fc.constantFrom('title-en', 'title-es', 'title', 'x'),
      fc.oneof(fc.string(), fc.array(fc.string())),
    )
    fc.assert(
      fc.property(
        typed,
        (typed) => void readWritten(typed, { name: 'title', before: nothingWritten, most: 5 }, ['en', 'es']),
      ),
    )
  })
})
