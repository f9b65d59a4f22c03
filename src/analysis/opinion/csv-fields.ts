/** Bytes as text. */
export function textOf(bytes: Uint8Array, from: number, to: number): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes.subarray(from, to))
}

/** A field as it may be shown in a message. */
export function shown(bytes: Uint8Array, from: number, to: number): string {
  const text = textOf(bytes, from, Math.min(to, from + 60))
  return JSON.stringify(to - from > 60 ? `${text}…` : text)
}

/** Whether the bytes are text in UTF-8. */
export function isUtf8(bytes: Uint8Array, from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    if (bytes[i]! < 0x80) continue
    try {
      new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(from, to))
      return true
    } catch {
      return false
    }
  }
  return true
}

const zero = 48
const minus = 45
const plus = 43
const point = 46

/** The number that is written there in digits, with a sign and decimals if need be; NaN for anything else. */
export function numberIn(bytes: Uint8Array, from: number, to: number): number {
  let at = from
  const negative = bytes[at] === minus
  if (negative || bytes[at] === plus) at++
  if (at === to || to - at > 24) return NaN
  let number = 0
  let digits = 0
  for (; at < to && bytes[at] !== point; at++) {
    const digit = bytes[at]! - zero
    if (digit < 0 || digit > 9) return NaN
    number = number * 10 + digit
    digits++
  }
  if (digits === 0 || digits > 15) return NaN
  let part = 0.1
  for (at++; at < to; at++, part /= 10) {
    const digit = bytes[at]! - zero
    if (digit < 0 || digit > 9) return NaN
    number += digit * part
  }
  return negative ? -number : number
}

/** 1 agree, 0 pass, −1 disagree; 2 for anything else. Spreadsheets may have added a sign or a decimal. */
export function voteIn(bytes: Uint8Array, from: number, to: number): number {
  const number = to - from > 6 ? NaN : numberIn(bytes, from, to)
  return number === 1 || number === -1 ? number : number === 0 ? 0 : 2
}
