import { installation } from '../../platform/audit/audit.ts'
import { recordAct } from '../../platform/audit/audit.store.ts'
import { type Db, inTransaction } from '../../platform/db/database.ts'
import type { Language } from '../../platform/i18n/language.ts'
import { beginOidc, finishOidc } from '../../platform/session/oidc.ts'
import { hashToken } from '../../platform/session/session.ts'
import { listSeats } from '../agencies/membership.store.ts'
import { claimedBy, IdClaims, type IdentityProvider, mayVouchFor } from './identity-provider.ts'
import {
  addIdentity,
  addOidcRequest,
  findIdentity,
  findProvider,
  takeOidcRequest,
} from './identity-provider.store.ts'
import { findPerson, findPersonByAddress } from './person.store.ts'
import { presetOf } from './provider-presets.ts'
import { type Browser, startSession, type StartedSession } from './start-session.action.ts'

export type StartProviderSignIn =
  { outcome: 'go'; address: string; state: string } | { outcome: 'reach'; reason: string }

/** Sends someone to the account they have elsewhere. The browser keeps `state`; we keep its hash with the rest. */
export async function startProviderSignIn(
  db: Db,
  provider: IdentityProvider,
  wish: {
    returnAddress: string
    returnTo: string
    language: Language
    /** Someone signed in confirms that it is them. */ confirming: boolean
  },
  now: Date,
): Promise<StartProviderSignIn> {
  const { returnAddress, returnTo, language } = wish
  const { scopes, domainClaim } = presetOf(provider.preset)
  const hint: Record<string, string> = {
    ...(domainClaim && provider.allowedDomain ? { [domainClaim]: provider.allowedDomain } : {}),
    // Otherwise the provider would answer from its own open session, and nobody would have confirmed anything.
    ...(wish.confirming ? { prompt: 'login' } : {}),
  }
  let begun
  try {
    begun = await beginOidc(provider, { scope: scopes, returnAddress, hint })
  } catch (error) {
    return { outcome: 'reach', reason: String(error) }
  }
  const { state, nonce, codeVerifier } = begun.secrets
  await addOidcRequest(
    db,
    { providerId: provider.id, stateHash: hashToken(state), nonce, codeVerifier, returnTo, language },
    now,
  )
  return { outcome: 'go', address: begun.address, state }
}

export type SignInWithProvider =
  | { outcome: 'signed-in'; session: StartedSession; returnTo: string; language: Language }
  /** Took too long, came from another browser, or was used before. */
  | { outcome: 'expired' }
  | { outcome: 'failed'; language: Language; reason: string }
  /** An account of another organisation; nobody here with it; its address not shown to be theirs. */
  | { outcome: 'outside' | 'unknown' | 'unverified'; language: Language }

/**
 * Signs in whoever came back from their provider. The first time, the account is tied to the person whom an administrator
 * added with the same, proven address; from then on only the issuer's own id counts.
 */
export async function signInWithProvider(
  db: Db,
  given: { returned: URL; /** From the browser's cookie. */ state: string | undefined },
  browser: Browser,
  now: Date,
): Promise<SignInWithProvider> {
  const state = given.returned.searchParams.get('state')
  if (!state || state !== given.state) return { outcome: 'expired' }
  const request = await takeOidcRequest(db, hashToken(state), now)
  const provider = request && (await findProvider(db, request.providerId))
  if (!request || !provider) return { outcome: 'expired' }
  const { language } = request
  let claims
  try {
    claims = IdClaims.parse(
      await finishOidc(provider, given.returned, {
        state,
        nonce: request.nonce,
        codeVerifier: request.codeVerifier,
      }),
    )
  } catch (error) {
    return { outcome: 'failed', language, reason: String(error) }
  }
  const claimed = claimedBy(claims, provider)
  if (claimed.outcome === 'outside') return { outcome: 'outside', language }
  return inTransaction(db, async (db) => {
    const tied = await findIdentity(db, provider.id, claimed.subject)
    if (!tied && claimed.address === undefined) return { outcome: 'unverified', language }
    const person = tied
      ? await findPerson(db, tied.personId)
      : await findPersonByAddress(db, claimed.address!)
    if (!person) return { outcome: 'unknown', language }
    const agencyIds = (await listSeats(db, person.id)).map((seat) => seat.agencyId)
    if (!mayVouchFor(provider, { isOperator: person.isOperator, agencyIds }))
      return { outcome: 'unknown', language }
    if (!tied) {
      await addIdentity(db, { providerId: provider.id, subject: claimed.subject, personId: person.id }, now)
    }
    const session = await startSession(db, person, 'provider', browser, now)
    if (!tied) {
      const act = { act: 'outside account tied', subjectKind: 'person', subjectId: person.id }
      await recordAct(db, { agencyId: provider.agencyId ?? installation, actorId: person.id, ...act }, now)
    }
    return { outcome: 'signed-in', session, returnTo: request.returnTo, language }
  })
}
