/** How many of the 64 bits may differ between near-duplicates. */
export const nearDuplicateBits = 6

/** Words without case, accents, marks and punctuation, so that only a change of words counts. */
export function plainWords(text: string): string[] {
  const plain = text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
  return plain.match(/[\p{L}\p{N}]+/gu) ?? []
}

/** FNV-1a with 32 bits, over UTF-16 units. */
function hash32(text: string, seed: number): number {
  let hash = seed
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  // Fowler, Noll and Vo's hash mixes its last letters little into the high bits; this finishes the mixing (murmur3).
  hash ^= hash >>> 16
  hash = Math.imul(hash, 0x85ebca6b)
  hash ^= hash >>> 13
  hash = Math.imul(hash, 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}

/**
 * A fingerprint of 64 bits, as 16 hexadecimal digits, that changes little when the text changes little (Charikar's simhash,
 * 2002, over words and pairs of words). Letters of a campaign get fingerprints that are close; empty for a text without words.
 */
export function fingerprint(text: string): string {
  const words = plainWords(text).slice(0, 3000)
  if (words.length === 0) return ''
  const weights = new Int32Array(64)
  const add = (feature: string) => {
    const low = hash32(feature, 0x811c9dc5)
    const high = hash32(feature, 0x1000193)
    for (let bit = 0; bit < 32; bit++) {
      weights[bit]! += (low >>> bit) & 1 ? 1 : -1
      weights[bit + 32]! += (high >>> bit) & 1 ? 1 : -1
    }
  }
  for (const [i, word] of words.entries()) {
    add(word)
    if (i > 0) add(`${words[i - 1]} ${word}`)
  }
  let low = 0
  let high = 0
  for (let bit = 0; bit < 32; bit++) {
    if (weights[bit]! > 0) low |= 1 << bit
    if (weights[bit + 32]! > 0) high |= 1 << bit
  }
  return hex(high) + hex(low)
}

function hex(word: number): string {
  return (word >>> 0).toString(16).padStart(8, '0')
}

function bitCount(word: number): number {
  let count = 0
  for (let rest = word >>> 0; rest !== 0; rest = (rest & (rest - 1)) >>> 0) count++
  return count
}

/** In how many of 64 bits two fingerprints differ; 64 when either text had no words. */
export function fingerprintDistance(a: string, b: string): number {
  if (a.length !== 16 || b.length !== 16) return 64
  const part = (text: string, from: number) => Number.parseInt(text.slice(from, from + 8), 16)
  return bitCount(part(a, 0) ^ part(b, 0)) + bitCount(part(a, 8) ^ part(b, 8))
}
