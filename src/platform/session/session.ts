import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

/** How long a session lives: without use, and in all. Staff sessions are shorter (methods/ecosystem.md §5). */
export const sessionLimits = {
  public: { idleMinutes: 12 * 60, absoluteMinutes: 30 * 24 * 60 },
  staff: { idleMinutes: 2 * 60, absoluteMinutes: 12 * 60 },
} as const

export type SessionKind = keyof typeof sessionLimits

/** Acts that matter ask for a sign-in not older than this. */
export const freshMinutes = 15

/** A secret of 256 bits, as it travels. */
export function newToken(): string {
  return randomBytes(32).toString('base64url')
}

/** How a secret is kept: whoever reads the table cannot use it. */
export function hashToken(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}

/** The token that the forms of a session carry; another site cannot know it. */
export function csrfToken(sessionToken: string): string {
  return createHash('sha256').update(`csrf:${sessionToken}`).digest('base64url')
}

export function sameSecret(a: string, b: string): boolean {
  return timingSafeEqual(hashToken(a), hashToken(b))
}

// No 0/O, 1/I/L, 5/S, 2/Z, 8/B, U/V: read aloud, written on paper and typed on a phone without mistakes.
const alphabet = '34679ACDEFGHJKMNPQRTWXY'

/** A code of `length` letters and digits that people can read out; about 4.5 bits each. */
export function newCode(length: number): string {
  let code = ''
  while (code.length < length) {
    for (const byte of randomBytes(length * 2)) {
      if (byte < 253 && code.length < length) code += alphabet[byte % alphabet.length]
    }
  }
  return code
}

/** What a person typed as a code: case, spaces and hyphens do not matter. */
export function normalCode(typed: string): string {
  return typed.toUpperCase().replace(/[^0-9A-Z]/g, '')
}

/** A code in groups of four, as it is shown. */
export function groupedCode(code: string): string {
  return code.replace(/(.{4})(?=.)/g, '$1-')
}
