import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parsePhone, smsSegments } from './sms.ts'

describe('a telephone number', () => {
  test.each([
    ['530-555-0123', '+15305550123'],
    ['(530) 555-0123', '+15305550123'],
    ['1 530 555 0123', '+15305550123'],
    ['+1 (530) 555.0123', '+15305550123'],
    ['  5305550123\u202c', '+15305550123'],
    ['tel:+1-530-555-0123', '+15305550123'],
    ['٥٣٠٥٥٥٠١٢٣', '+15305550123'],
    ['+52 55 1234 5678', '+525512345678'],
    ['011 52 55 1234 5678', '+525512345678'],
    ['0052 55 1234 5678', '+525512345678'],
    ['+20 10 1234 5678', '+201012345678'],
    ['５３０ ５５５ ０１２３', '+15305550123'],
  ])('%j is %s', (typed, number) => {
    expect(parsePhone(typed)).toEqual({ ok: true, number })
  })

  test.each([
    ['', 'empty'],
    [' - ', 'empty'],
    ['530-555-CALL', 'letters'],
    ['ana@example.org', 'letters'],
    ['530-555-0123 x12', 'extension'],
    ['530-555-0123 ext. 12', 'extension'],
    ['555-0123', 'too-short'],
    ['530555012', 'too-short'],
    ['53055501234', 'too-long'],
    ['1530555012345', 'too-long'],
    ['130-555-0123', 'area-code'],
    ['911-555-0123', 'area-code'],
    ['530-155-0123', 'exchange'],
    ['530-411-0123', 'exchange'],
    ['911', 'emergency-or-service'],
    ['988', 'emergency-or-service'],
    ['+0 123 456 789', 'country-code'],
    ['+', 'empty'],
    ['+52 123', 'too-short'],
    ['+521234567890123456', 'too-long'],
    ['1'.repeat(300), 'too-long'],
  ])('%j is refused: %s', (typed, fault) => {
    expect(parsePhone(typed)).toEqual({ ok: false, fault })
  })

  test('reading never throws, and what was read once reads the same again', () => {
    const digits = fc.string({ unit: fc.constantFrom(...'0123456789+-() .x٣') })
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), digits), (typed) => {
        const parsed = parsePhone(typed)
        if (!parsed.ok) return
        expect(parsed.number).toMatch(/^\+[1-9]\d{6,14}$/)
        expect(parsePhone(parsed.number)).toEqual(parsed)
      }),
      { numRuns: 1000 },
    )
  })
})

describe('a text is cut', () => {
  test.each([
    ['', 'GSM-7', 0, 0, 160],
    ['a'.repeat(160), 'GSM-7', 160, 1, 0],
    ['a'.repeat(161), 'GSM-7', 161, 2, 145],
    ['a'.repeat(306), 'GSM-7', 306, 2, 0],
    ['a'.repeat(307), 'GSM-7', 307, 3, 152],
    ['€'.repeat(80), 'GSM-7', 160, 1, 0],
    ['€'.repeat(81), 'GSM-7', 162, 2, 143],
    ['¿Mañana? ¡Sé que sí', 'UCS-2', 19, 1, 51],
    ['¿Mañana? ¡Sé que es él!', 'GSM-7', 23, 1, 137],
    ['ش'.repeat(70), 'UCS-2', 70, 1, 0],
    ['ش'.repeat(71), 'UCS-2', 71, 2, 63],
    ['😀'.repeat(35), 'UCS-2', 70, 1, 0],
    ['😀'.repeat(36), 'UCS-2', 72, 2, 61],
  ])('%j', (text, encoding, units, segments, remaining) => {
    expect(smsSegments(text)).toMatchObject({ encoding, units, segments, remaining })
  })

  test('without breaking an escaped character or a pair of surrogates', () => {
    // 152 septets and a euro sign: the sign does not fit into the first message any more.
    expect(smsSegments(`${'a'.repeat(152)}€${'a'.repeat(10)}`)).toMatchObject({ segments: 2, remaining: 141 })
    expect(smsSegments(`${'ش'.repeat(66)}😀${'ش'.repeat(10)}`)).toMatchObject({ segments: 2, remaining: 55 })
  })

  test('and the characters that made it dearer are named once', () => {
    expect(smsSegments('“Aquí” está').beyondGsm).toEqual(['“', 'í', '”', 'á'])
  })

  test('into as many pieces as its units need, for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
        const { encoding, units, segments, remaining } = smsSegments(text)
        const [alone, each] = encoding === 'GSM-7' ? [160, 153] : [70, 67]
        expect(segments).toBeGreaterThanOrEqual(units <= alone ? Math.min(units, 1) : Math.ceil(units / each))
        expect(remaining).toBeGreaterThanOrEqual(0)
        expect(segments * Math.max(alone, each)).toBeGreaterThanOrEqual(units)
      }),
    )
  })
})
