import { encode } from 'uqr'
import { expect, test } from 'vitest'
import { fitsQr, qrSvg } from './qr.ts'

const url = 'https://maplevalley.example/r/K7QM-2XPD'

test('a code is a named picture with a quiet zone of four modules', () => {
  const svg = qrSvg(url, { label: 'Opens your receipt "K7QM" <now>' })
  const { size } = encode(url, { ecc: 'M', border: 0 })
  expect(svg).toContain(
    `role="img" aria-label="Opens your receipt &quot;K7QM&quot; &lt;now&gt;" viewBox="0 0 ${size + 8} ${size + 8}"`,
  )
  expect(svg).toContain('<title>Opens your receipt &quot;K7QM&quot; &lt;now&gt;</title>')
  expect(svg.length).toBeLessThan(8000)
})

test('the path draws exactly the dark modules', () => {
  const { data, size } = encode(url, { ecc: 'M', border: 0 })
  const drawn = Array.from({ length: size }, () => Array.from({ length: size }, () => false))
  for (const [, x, y, width] of qrSvg(url, { label: 'x' }).matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g)) {
    for (let i = 0; i < Number(width); i++) drawn[Number(y) - 4]![Number(x) - 4 + i] = true
  }
  expect(drawn).toEqual(data)
})

test('what a code cannot hold is known before', () => {
  const most = 'ñ'.repeat(1165)
  expect(fitsQr(most)).toBe(true)
  expect(() => qrSvg(most, { label: 'x' })).not.toThrow()
  expect(fitsQr(`${most}ñ`)).toBe(false)
})
