import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { engagementOfAddress } from './inbound-address.ts'
import { afterKeyword } from './inbound-text.ts'

describe('which engagement a message is for', () => {
  test.each([
    ['ROOMS more mentors', 'rooms', 'more mentors'],
    ['¡Aulas! Más mentores.', 'aúlas', 'Más mentores.'],
    ['rooms', 'rooms', ''],
    ['Rooms: why not?', 'rooms', 'why not?'],
  ])('the first word of %j is its keyword', (body, keyword, rest) => {
    expect(afterKeyword(body, ['other', keyword])).toEqual({ keyword, rest })
  })

  test('other first words are no keyword, and an empty keyword is none', () => {
    expect(afterKeyword('roomsful of ideas', ['rooms'])).toBeUndefined()
    expect(afterKeyword('', ['', 'x'])).toBeUndefined()
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.array(fc.string()),
        (body, keywords) => void afterKeyword(body, keywords),
      ),
    )
  })

  test.each([
    ['comments+riverbend.every-room@host.example', { agency: 'riverbend', engagement: 'every-room' }],
    ['Comments+Riverbend.Every-Room@HOST.example', { agency: 'riverbend', engagement: 'every-room' }],
    ['comments+riverbend@host.example', undefined],
    ['comments+riverbend.every-room@other.example', undefined],
    ['comments@host.example', undefined],
    ['comments+-x.y@host.example', undefined],
  ])('%s', (address, place) => {
    expect(engagementOfAddress(address, 'comments@host.example')).toEqual(place)
  })

  test('any address is one of ours or none', () => {
    fc.assert(
      fc.property(fc.string(), (address) => void engagementOfAddress(address, 'comments@host.example')),
    )
  })
})
