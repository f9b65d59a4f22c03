import { z } from 'zod'
import { presetOf } from './provider-presets.ts'

/** An issuer of accounts that an agency, or the whole installation, lets people sign in with. */
export type IdentityProvider = {
  id: string
  /** Null for one that the operator set up for everybody. */
  agencyId: string | null
  preset: string
  name: string
  issuer: string
  clientId: string
  clientSecret: string
  /** Only accounts of this mail domain; empty for any that the issuer knows. */
  allowedDomain: string
  createdAt: Date
  disabledAt: Date | null
}

const flag = z.union([z.boolean(), z.stringbool()]).catch(false)
const word = z.string().max(320).optional().catch(undefined)

/** What an ID token tells that matters here; everything else is passed over. */
export const IdClaims = z.object({
  sub: z.string().min(1).max(255),
  email: word,
  email_verified: flag.default(false),
  preferred_username: word,
  hd: word,
  tid: word,
  oid: word,
})
export type IdClaims = z.output<typeof IdClaims>

export type Claimed =
  | {
      outcome: 'claimed'
      subject: string
      /** Undefined when nothing shows that it is theirs. */ address: string | undefined
    }
  /** An account of another organisation than the one that was set up. */
  | { outcome: 'outside' }

/**
 * Who signed in, by the issuer's own lasting id and never by mail address, which can pass to someone else. The address is
 * only used once, to find the account that an administrator made for its owner.
 */
export function claimedBy(
  claims: IdClaims,
  provider: Pick<IdentityProvider, 'preset' | 'issuer' | 'allowedDomain'>,
): Claimed {
  const preset = presetOf(provider.preset)
  const wanted = provider.allowedDomain.toLowerCase()
  const tenant = preset.addressProof === 'tenant'
  if (tenant && (!claims.tid || !claims.oid || !provider.issuer.includes(`/${claims.tid}/`)))
    return { outcome: 'outside' }
  if (preset.domainClaim && wanted !== '' && claims[preset.domainClaim]?.toLowerCase() !== wanted)
    return { outcome: 'outside' }
  const said = (tenant ? (claims.email ?? claims.preferred_username) : claims.email)?.trim()
  const inDomain = wanted === '' || said?.toLowerCase().endsWith(`@${wanted}`) === true
  if (!preset.domainClaim && !inDomain) return { outcome: 'outside' }
  // A tenant can hold guests with addresses from anywhere; only those of its own domain are its to vouch for.
  const proven = tenant ? wanted !== '' && inDomain : claims.email_verified && inDomain
  const subject = tenant ? `${claims.tid}:${claims.oid}` : claims.sub
  return { outcome: 'claimed', subject, address: proven ? said : undefined }
}

/**
 * Whether a provider may speak for someone. One that an agency set up could otherwise open every other agency's doors,
 * by claiming the address of somebody who works there: so it vouches only for people whose roles are all in that agency.
 */
export function mayVouchFor(
  provider: Pick<IdentityProvider, 'agencyId'>,
  person: { isOperator: boolean; agencyIds: readonly string[] },
): boolean {
  if (provider.agencyId === null) return person.isOperator || person.agencyIds.length > 0
  return (
    !person.isOperator &&
    person.agencyIds.length > 0 &&
    person.agencyIds.every((id) => id === provider.agencyId)
  )
}
