import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { deviceName, isFresh, localPath } from './sign-in.ts'

describe('after signing in, someone goes', () => {
  test.each([
    ['/en/account', '/en/account'],
    ['/es/work/riverbend/members?told=given', '/es/work/riverbend/members?told=given'],
    ['/en/a/../b', '/en/b'],
    ['/en/a#part', '/en/a'],
  ])('to the wished page of ours: %j', (wish, expected) => {
    expect(localPath(wish, '/home')).toBe(expected)
  })

  test.each([
    undefined,
    '',
    'https://evil.example/',
    '//evil.example/',
    '/\\evil.example/',
    '\\\\evil.example',
    '/\t/evil.example',
    '/\n/evil.example',
    ' //evil.example',
    'javascript:alert(1)',
    'account',
    '/..//evil.example',
    `/${'a'.repeat(2000)}`,
  ])('nowhere else: %j', (wish) => {
    expect(localPath(wish, '/home')).toBe('/home')
  })

  test('to our own site, whatever the link says', () => {
    const origin = 'https://longtable.example'
    const part = fc.constantFrom(
      '/',
      '\\',
      '.',
      '@',
      ':',
      '//',
      'evil.example',
      '\t',
      '%2f',
      '?',
      '#',
      'http:',
      ' ',
    )
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(part).map((parts) => `/${parts.join('')}`),
        ),
        (wish) => {
          expect(new URL(localPath(wish, '/home'), origin).origin).toBe(origin)
        },
      ),
    )
  })
})

test('a sign-in is fresh for fifteen minutes', () => {
  const confirmedAt = new Date('2027-03-03T18:00:00Z')
  expect(isFresh({ confirmedAt }, new Date('2027-03-03T18:15:00Z'))).toBe(true)
  expect(isFresh({ confirmedAt }, new Date('2027-03-03T18:15:01Z'))).toBe(false)
  expect(isFresh(undefined, confirmedAt)).toBe(false)
})

test.each([
  ['Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:145.0) Gecko/20100101 Firefox/145.0', 'Firefox, Windows'],
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 Mobile/15E148 Safari/604.1',
    'Safari, iPhone',
  ],
  [
    'Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) AppleWebKit/537.36 Chrome/130.0.0.0 Safari/537.36',
    'Chrome, ChromeOS',
  ],
  [
    'Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/130.0.0.0 Safari/537.36 Edg/130.0',
    'Edge, Windows',
  ],
  ['curl/8.0', ''],
  [undefined, ''],
])('a browser is named as its owner knows it: %j', (userAgent, name) => {
  expect(deviceName(userAgent)).toBe(name)
})
