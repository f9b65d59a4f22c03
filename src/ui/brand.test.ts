import { describe, expect, test } from 'vitest'
import { brandContrast, brandRule, contrast, parseColor } from './brand.ts'

describe('an agency’s brand color', () => {
  test('black on white is 21, a color on itself is 1', () => {
    expect(contrast('#000000', '#FFFFFF')).toBeCloseTo(21, 10)
    expect(contrast('#0B5D4B', '#0B5D4B')).toBe(1)
  })

  test('the palette keeps the contrasts it was chosen for', () => {
    for (const [color, least] of [
      ['#1E2422', 14.8],
      ['#55605B', 6.1],
      ['#0B5D4B', 7.2],
      ['#A63A24', 6],
      ['#1D5A8C', 6.6],
      ['#6B3F77', 7.4],
      ['#7A5600', 6],
    ] as const) {
      expect(contrast(color, '#FBF8F2'), color).toBeGreaterThanOrEqual(least)
    }
  })

  test('it passes from 4.5 on, against paper as well as white', () => {
    expect(brandContrast('#0B5D4B').ok).toBe(true)
    expect(brandContrast('#7F1D1D').ok).toBe(true)
    expect(brandContrast('#767676')).toEqual({ ok: false, ratio: 4.28 })
    expect(brandContrast('#E3A72F').ok).toBe(false)
    expect(brandContrast('#ffffff')).toEqual({ ok: false, ratio: 1 })
  })

  test('short and bare notations are read, anything else is refused', () => {
    expect(parseColor('#0b5')).toBe('#00BB55')
    expect(parseColor(' 0B5D4B ')).toBe('#0B5D4B')
    for (const hostile of ['', 'green', '#12', '#12345g', '#000;}body{display:none', 'url(x)']) {
      expect(parseColor(hostile), hostile).toBeUndefined()
      expect(brandContrast(hostile)).toEqual({ ok: false, ratio: 0 })
    }
  })

  test('a color that does not pass makes no rule', () => {
    expect(brandRule('#E3A72F')).toBeUndefined()
    expect(brandRule(null)).toBeUndefined()
    expect(brandRule('#7F1D1D')).toContain('--pine:#7F1D1D')
  })
})
