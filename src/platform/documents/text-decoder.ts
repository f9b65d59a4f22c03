import type { Encoding } from './table-types.ts'

export type DecodedText = { text: string; encoding: Encoding; guessed: boolean }

/**
 * Bytes as text: a byte order mark decides; otherwise zero bytes in every second place mean UTF-16, valid UTF-8 is UTF-8,
 * and the rest is taken for windows-1252, which old versions of Excel save.
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return decoded(bytes, 'utf-8', false)
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decoded(bytes, 'utf-16le', false)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decoded(bytes, 'utf-16be', false)
  const wide = wideEncoding(bytes)
  if (wide) return decoded(bytes, wide, true)
  try {
    return {
      text: new TextDecoder('utf-8', { fatal: true }).decode(bytes),
      encoding: 'utf-8',
      guessed: false,
    }
  } catch {
    return decoded(bytes, 'windows-1252', true)
  }
}

function decoded(bytes: Uint8Array, encoding: Encoding, guessed: boolean): DecodedText {
  return { text: new TextDecoder(encoding).decode(bytes), encoding, guessed }
}

// Delimiters, line ends, digits and Latin letters have one zero byte each in UTF-16, whatever else the text holds.
function wideEncoding(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const sample = bytes.subarray(0, 4096)
  let evenZeros = 0
  let oddZeros = 0
  for (let i = 0; i < sample.length; i++) {
    if (sample[i] !== 0) continue
    if (i % 2 === 0) evenZeros += 1
    else oddZeros += 1
  }
  const enough = sample.length / 2 / 10
  if (oddZeros > enough && evenZeros < oddZeros / 10) return 'utf-16le'
  if (evenZeros > enough && oddZeros < evenZeros / 10) return 'utf-16be'
  return undefined
}
