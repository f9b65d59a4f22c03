import fc from 'fast-check'
import { BlockList, isIPv4, isIPv6 } from 'node:net'
import { describe, expect, test } from 'vitest'
import { hostOf, isPublicAddress, urlProblem } from './address-guard.ts'

describe('an address is public only when it leads to someone on the internet', () => {
  test.each([
    '127.0.0.1', '127.255.255.254', '0.0.0.0', '10.0.0.1', '10.255.255.255', '100.64.0.1', '169.254.169.254', '172.16.0.1',
    '172.31.255.255', '192.168.1.1', '192.0.0.1', '198.18.0.1', '224.0.0.1', '240.0.0.1', '255.255.255.255',
    '::', '::1', 'fe80::1', 'fe80::1%eth0', 'fc00::1', 'fd00:ec2::254', 'ff02::1', '::ffff:127.0.0.1', '::ffff:7f00:1',
    '::FFFF:169.254.169.254', '0:0:0:0:0:ffff:a00:1', '::127.0.0.1', '64:ff9b::10.0.0.1', '64:ff9b:1::1', '2001:db8::1', '2001::1',
    '2002:7f00:1::1', '3fff::1', '5f00::1', '100::1',
    '', 'localhost', '1', '127.1', '0x7f.0.0.1', '010.0.0.1', '1.2.3.4.5', '1.2.3.256', ':::', '1::2::3', '1:2:3:4:5:6:7', '1:2:3:4:5:6:7:8:9', '12345::', 'g::1',
  ])('%s is not', (address) => expect(isPublicAddress(address)).toBe(false)) // prettier-ignore

  test.each([
    '1.1.1.1',
    '8.8.8.8',
    '172.32.0.1',
    '100.128.0.1',
    '192.167.255.255',
    '2606:4700:4700::1111',
    '2a00:1450:4001:830::200e',
    '::ffff:8.8.8.8',
    '64:ff9b::808:808',
    '2001:200::1',
    '2620:0:0:0:0:0:0:1',
  ])('%s is', (address) => expect(isPublicAddress(address)).toBe(true))

  const special = new BlockList()
  for (const [net, length] of [['0.0.0.0', 8], ['10.0.0.0', 8], ['100.64.0.0', 10], ['127.0.0.0', 8], ['169.254.0.0', 16], ['172.16.0.0', 12], ['192.0.0.0', 24], ['192.0.2.0', 24], ['192.88.99.0', 24], ['192.168.0.0', 16], ['198.18.0.0', 15], ['198.51.100.0', 24], ['203.0.113.0', 24], ['224.0.0.0', 4], ['240.0.0.0', 4]] as const) {
    special.addSubnet(net, length, 'ipv4')
  } // prettier-ignore

  test('every IPv4 address is judged as Node judges it, also in its forms within IPv6', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.ipV4(),
          fc
            .constantFrom('10', '127', '169.254', '172.20', '192.168')
            .chain((start) =>
              fc
                .array(fc.nat(255), { minLength: 4, maxLength: 4 })
                .map((rest) => [...start.split('.'), ...rest].slice(0, 4).join('.')),
            ),
        ),
        (address) => {
          const wanted = !special.check(address)
          const [a, b, c, d] = address.split('.').map(Number) as [number, number, number, number]
          const hex = `${((a << 8) | b).toString(16)}:${((c << 8) | d).toString(16)}`
          expect(isPublicAddress(address)).toBe(wanted)
          for (const form of [
            `::ffff:${address}`,
            `::ffff:${hex}`,
            `0:0:0:0:0:FFFF:${hex}`,
            `64:ff9b::${address}`,
          ])
            expect(isPublicAddress(form)).toBe(wanted)
        },
      ),
    )
  })

  test('an IPv6 address outside 2000::/3 is never public unless it holds a public IPv4 address, and no form of it fools the reader', () => {
    fc.assert(
      fc.property(fc.ipV6(), (address) => {
        const first = parseInt(
          new URL(`http://[${address.replace(/%.*/, '')}]`).hostname.slice(1).split(':')[0] || '0',
          16,
        )
        const usual = new URL(`http://[${address}]`).hostname.slice(1, -1)
        expect(isPublicAddress(address)).toBe(isPublicAddress(usual))
        if (first >> 13 !== 1 && first !== 0 && first !== 0x64) expect(isPublicAddress(address)).toBe(false)
      }),
    )
  })

  test('whatever is no address is not public', () => {
    fc.assert(fc.property(fc.string(), (text) => { if (!isIPv4(text) && !isIPv6(text)) expect(isPublicAddress(text)).toBe(false) })) // prettier-ignore
  })
})

describe('the address of a webhook', () => {
  test.each([
    ['https://example.org/hook', undefined],
    ['https://example.org:8443/hook?x=1', undefined],
    ['https://1.1.1.1/', undefined],
    ['http://example.org/hook', 'notHttps'],
    ['ftp://example.org', 'notHttps'],
    ['file:///etc/passwd', 'notHttps'],
    ['javascript:alert(1)', 'notHttps'],
    ['example.org', 'unreadable'],
    ['', 'unreadable'],
    ['https://', 'unreadable'],
    ['https://a:b@example.org/', 'credentials'],
    ['https://localhost/', 'notPublic'],
    ['https://LOCALHOST./', 'notPublic'],
    ['https://printer.local/', 'notPublic'],
    ['https://metadata.google.internal/', 'notPublic'],
    ['https://intranet/', 'notPublic'],
    ['https://127.0.0.1/', 'notPublic'],
    ['https://2130706433/', 'notPublic'],
    ['https://0x7f.1/', 'notPublic'],
    ['https://0177.0.0.1/', 'notPublic'],
    ['https://169.254.169.254/latest/meta-data', 'notPublic'],
    ['https://[::1]/', 'notPublic'],
    ['https://[::ffff:10.0.0.1]/', 'notPublic'],
    ['https://①②⑦.0.0.1/', 'notPublic'],
    [`https://example.org/${'a'.repeat(500)}`, 'tooLong'],
  ])('%s → %s', (url, problem) => expect(urlProblem(url, { development: false })).toBe(problem))

  test('in development plain http and this machine are allowed, other schemes are not', () => {
    expect(urlProblem('http://127.0.0.1:9999/hook', { development: true })).toBeUndefined()
    expect(urlProblem('ftp://127.0.0.1/', { development: true })).toBe('notHttps')
  })

  test('any text gets an answer, and an accepted one is https to a public host', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.webUrl(),
          fc.ipV4().map((ip) => `https://${ip}/`),
          fc.ipV6().map((ip) => `https://[${ip}]/`),
        ),
        (text) => {
          if (urlProblem(text, { development: false }) !== undefined) return
          const url = new URL(text)
          expect(url.protocol).toBe('https:')
          expect(special(hostOf(url))).toBe(false)
        },
      ),
      { numRuns: 30 },
    )
  })
})

function special(host: string): boolean {
  return (isIPv4(host) || isIPv6(host)) && !isPublicAddress(host)
}
