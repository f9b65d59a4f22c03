import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseAddress, parseOwnAddress, plusAddress, plusTag } from './address.ts'

describe('a mail address', () => {
  test.each([
    ['ana@example.org', 'ana@example.org'],
    ['  Ana.Ruiz+School@Example.ORG ', 'Ana.Ruiz+School@example.org'],
    ['o’brien'.replace('’', "'") + '@example.org', "o'brien@example.org"],
    ['ana@münchen.de', 'ana@xn--mnchen-3ya.de'],
    ['ana@مثال.إختبار', 'ana@xn--mgbh0fb.xn--kgbechtv'],
    ['\u200fana@example.org\u200e', 'ana@example.org'],
    [`${'a'.repeat(64)}@example.org`, `${'a'.repeat(64)}@example.org`],
  ])('%j is read as %j', (typed, address) => {
    expect(parseAddress(typed)).toEqual({ ok: true, address })
  })

  test.each([
    ['', 'empty'],
    ['   ', 'empty'],
    ['ana', 'no-at'],
    ['ana.example.org', 'no-at'],
    ['Ana <ana@example.org>', 'display-name'],
    ['ana@example.org, ben@example.org', 'several'],
    ['ana@@example.org', 'several'],
    ['ana ruiz@example.org', 'local-part'],
    ['.ana@example.org', 'local-part'],
    ['ana..ruiz@example.org', 'local-part'],
    ['niña@example.org', 'local-part'],
    ['@example.org', 'local-part'],
    [`${'a'.repeat(65)}@example.org`, 'local-part-too-long'],
    ['ana@example', 'domain-without-dot'],
    ['ana@', 'domain'],
    ['ana@example..org', 'domain'],
    ['ana@-example.org', 'domain'],
    ['ana@exam_ple.org', 'domain'],
    ['ana@1.2', 'domain'],
    ['ana@[127.0.0.1]', 'domain'],
    ['ana@ex%61mple.org', 'domain'],
    ['ana@example.org/x', 'domain'],
    ['ana@example.org\r\nBcc: x', 'domain'],
    [`ana@${'a'.repeat(63)}.${'b'.repeat(63)}.${'c'.repeat(63)}.${'d'.repeat(58)}.org`, 'domain'],
    ['a'.repeat(3000), 'too-long'],
  ])('%j is refused: %s', (typed, fault) => {
    expect(parseAddress(typed)).toEqual({ ok: false, fault })
  })

  test('reading never throws, and an address that was read once reads the same again', () => {
    const anything = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.emailAddress(),
      fc.tuple(fc.string(), fc.string({ unit: 'grapheme' })).map(([a, b]) => `${a}@${b}.org`),
    )
    fc.assert(
      fc.property(anything, (typed) => {
        const parsed = parseAddress(typed)
        if (!parsed.ok) return
        expect(parseAddress(parsed.address)).toEqual(parsed)
        expect(parsed.address).toMatch(/^[\x21-\x7e]+$/)
      }),
      { numRuns: 600 },
    )
  })
})

describe('a tagged address', () => {
  test('carries its tag there and back', () => {
    const tag = fc.string({
      unit: fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz0123456789-_'),
      minLength: 1,
      maxLength: 40,
    })
    fc.assert(
      fc.property(tag, (tag) => {
        const address = plusAddress('comments@example.org', tag)
        expect(address).toBe(`comments+${tag}@example.org`)
        expect(plusTag(address, 'comments@example.org')).toBe(tag)
      }),
    )
  })

  test.each([
    ['Comments+a1@EXAMPLE.org', 'a1'],
    ['comments@example.org', undefined],
    ['comments+@example.org', undefined],
    ['comments+a1@other.org', undefined],
    ['mycomments+a1@example.org', undefined],
    ['comments+a.1@example.org', undefined],
    ['nonsense', undefined],
  ])('the tag of %j is %j', (address, tag) => {
    expect(plusTag(address, 'comments@example.org')).toBe(tag)
  })

  test('may be on this machine, where nobody else’s address may', () => {
    expect(plusAddress('comments@localhost', 'a1')).toBe('comments+a1@localhost')
    expect(plusTag('comments+a1@localhost', 'comments@localhost')).toBe('a1')
    expect(parseOwnAddress('a b@localhost')).toEqual({ ok: false, fault: 'local-part' })
    expect(parseAddress('comments@localhost')).toEqual({ ok: false, fault: 'domain-without-dot' })
  })

  test('a tag that would change the address is a programming error', () => {
    for (const tag of ['', 'a b', 'a@b', 'x\r\nBcc: y', 'á', 'a'.repeat(64)]) {
      expect(() => plusAddress('comments@example.org', tag)).toThrow('No address can be made')
    }
  })
})
