import { generateAuthenticationOptions, verifyAuthenticationResponse } from '@simplewebauthn/server'
import type { z } from 'zod'
import { type Db, inTransaction } from '../../platform/db/database.ts'
import { relyingParty, type UsedPasskey } from './passkey.ts'
import { addChallenge, findPasskey, savePasskeyUse, takeChallenge } from './passkey.store.ts'
import { findPerson } from './person.store.ts'
import { type Browser, startSession, type StartedSession } from './start-session.action.ts'

/** What the browser needs to use any passkey it has for this site. It names no one, so it tells nothing about who has one. */
export async function askForPasskey(db: Db, baseUrl: string, now: Date) {
  const options = await generateAuthenticationOptions({
    rpID: relyingParty(baseUrl).rpId,
    userVerification: 'required',
  })
  const given = { challenge: options.challenge, purpose: 'sign-in' as const, personId: null }
  const challengeId = await addChallenge(db, given, now)
  return { challengeId, options }
}

export type SignInWithPasskey = { outcome: 'signed-in'; session: StartedSession } | { outcome: 'refused' }

/** Signs in whoever owns the passkey that answered our challenge. */
export async function signInWithPasskey(
  db: Db,
  given: { baseUrl: string; challengeId: string; answer: z.output<typeof UsedPasskey> },
  browser: Browser,
  now: Date,
): Promise<SignInWithPasskey> {
  const challenge = await takeChallenge(db, given.challengeId, 'sign-in', now)
  const passkey = challenge && (await findPasskey(db, given.answer.id))
  const person = passkey && (await findPerson(db, passkey.personId))
  if (!challenge || !passkey || !person) return { outcome: 'refused' }
  const { rpId, origin } = relyingParty(given.baseUrl)
  const verified = await verifyAuthenticationResponse({
    response: given.answer,
    expectedChallenge: challenge.challenge,
    expectedOrigin: origin,
    expectedRPID: rpId,
    requireUserVerification: true,
    credential: {
      id: passkey.credentialId,
      publicKey: new Uint8Array(passkey.publicKey),
      counter: passkey.counter,
      transports: passkey.transports,
    },
    // Throws also when the counter went back, which is what a copied passkey looks like.
  }).catch(() => undefined)
  if (!verified?.verified) return { outcome: 'refused' }
  return inTransaction(db, async (db) => {
    await savePasskeyUse(db, passkey.id, verified.authenticationInfo.newCounter, now)
    return { outcome: 'signed-in', session: await startSession(db, person, 'passkey', browser, now) }
  })
}
