import { hashToken, newToken } from '../../platform/session/session.ts'

export const scopes = ['read', 'comments:write'] as const
export type Scope = (typeof scopes)[number]

export function isScope(text: string): text is Scope {
  return scopes.some((scope) => scope === text)
}

/** A key for a program of the agency or of a partner. The secret itself is shown once and not kept. */
export type ApiToken = {
  agencyId: string
  id: string
  name: string
  tokenHash: Buffer
  scopes: Scope[]
  createdBy: string
  createdAt: Date
  lastUsedAt: Date | null
  expiresAt: Date | null
  revokedAt: Date | null
}

/** So that a secret that was put somewhere by mistake can be found there by its beginning. */
const prefix = 'lt_'

/** A new secret and the hash to keep. */
export function newApiSecret(): { secret: string; tokenHash: Buffer } {
  const secret = prefix + newToken()
  return { secret, tokenHash: hashToken(secret) }
}

export type TokenState = 'active' | 'expired' | 'revoked'

export function tokenState(token: Pick<ApiToken, 'expiresAt' | 'revokedAt'>, now: Date): TokenState {
  if (token.revokedAt !== null) return 'revoked'
  return token.expiresAt !== null && token.expiresAt <= now ? 'expired' : 'active'
}

/** The secret in an Authorization header (RFC 6750 §2.1); undefined when there is none, empty when it cannot be one of ours. */
export function readBearer(header: string | undefined): string | undefined {
  if (header === undefined) return undefined
  const found = /^Bearer +(\S+) *$/i.exec(header)?.[1]
  return found?.startsWith(prefix) && found.length <= 100 ? found : ''
}

/** How long a token may live, as it is chosen when it is made. */
export const tokenLives = [30, 90, 365] as const

/** The choice that means "until it is taken back". */
export const noExpiry = 'never'

export const longestTokenName = 100
