import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isSignedByTwilio, twilioSignature } from './twilio-signature.ts'

const url = 'https://mycompany.com/myapp.php?foo=1&bar=2'
const fields = {
  CallSid: 'CA1234567890ABCDE',
  Caller: '+14158675309',
  Digits: '1234',
  From: '+14158675309',
  To: '+18005551212',
}

describe('the signature', () => {
  test('is the one of the published examples', () => {
    // twilio.com/docs/usage/security and the tests of Twilio's own libraries, token "12345".
    expect(twilioSignature('12345', url, fields)).toBe('RSOYDt4T1cUTdK1PDd93/VVr8B8=')
    const older = { ...fields, Caller: '+12349013030', From: '+12349013030' }
    expect(twilioSignature('12345', url, new URLSearchParams(older))).toBe('0/KCTR6DLpKmkAf8muzZqo1nDgQ=')
  })

  test('holds with and without the port that the scheme implies, and with no other', () => {
    const signature = twilioSignature('12345', url, fields)
    expect(isSignedByTwilio('12345', signature, url, fields)).toBe(true)
    expect(isSignedByTwilio('12345', signature, url.replace('.com', '.com:443'), fields)).toBe(true)
    expect(isSignedByTwilio('12345', signature, url.replace('.com', '.com:8443'), fields)).toBe(false)
    const withPort = twilioSignature('12345', url.replace('.com', '.com:443'), fields)
    expect(isSignedByTwilio('12345', withPort, url, fields)).toBe(true)
  })

  test('does not hold when anything else changes', () => {
    const signature = twilioSignature('12345', url, fields)
    expect(isSignedByTwilio('12346', signature, url, fields)).toBe(false)
    expect(isSignedByTwilio('12345', signature, `${url}&x=1`, fields)).toBe(false)
    expect(isSignedByTwilio('12345', signature, url.replace('https', 'http'), fields)).toBe(false)
    expect(isSignedByTwilio('12345', signature, url, { ...fields, Body: 'x' })).toBe(false)
    for (const other of [undefined, '', 'x', `${signature} `, signature.toLowerCase(), 'é'.repeat(14)]) {
      expect(isSignedByTwilio('12345', other, url, fields)).toBe(false)
    }
    expect(isSignedByTwilio('', twilioSignature('', url, fields), url, fields)).toBe(false)
  })

  test('holds for any fields, in any order, repeated or not', () => {
    const anyFields = fc.dictionary(
      fc.string(),
      fc.oneof(fc.string(), fc.array(fc.string(), { minLength: 1 })),
      { maxKeys: 8 },
    )
    fc.assert(
      fc.property(anyFields, fc.string({ minLength: 1 }), fc.webUrl(), (posted, token, address) => {
        const pairs = Object.entries(posted).flatMap(([name, value]) =>
          [value].flat().map((one) => [name, one]),
        )
        const reversed = new URLSearchParams(pairs.toReversed())
        expect(isSignedByTwilio(token, twilioSignature(token, address, posted), address, reversed)).toBe(true)
      }),
    )
  })
})
