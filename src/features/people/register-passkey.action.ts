import { generateRegistrationOptions, verifyRegistrationResponse } from '@simplewebauthn/server'
import type { z } from 'zod'
import { installation } from '../../platform/audit/audit.ts'
import { recordAct } from '../../platform/audit/audit.store.ts'
import { type Db, inTransaction } from '../../platform/db/database.ts'
import type { Person } from './person.ts'
import { type MadePasskey, relyingParty } from './passkey.ts'
import { addChallenge, addPasskey, listPasskeys, takeChallenge } from './passkey.store.ts'

/** What the browser needs to make a passkey for someone; `challengeId` comes back with its answer. */
export async function offerPasskey(db: Db, person: Person, baseUrl: string, now: Date) {
  const known = await listPasskeys(db, person.id)
  const options = await generateRegistrationOptions({
    rpName: 'Longtable',
    rpID: relyingParty(baseUrl).rpId,
    userName: person.address,
    userDisplayName: person.name,
    userID: new Uint8Array(Buffer.from(person.id.replaceAll('-', ''), 'hex')),
    attestationType: 'none',
    excludeCredentials: known.map(({ credentialId, transports }) => ({ id: credentialId, transports })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  })
  const given = { challenge: options.challenge, purpose: 'register' as const, personId: person.id }
  const challengeId = await addChallenge(db, given, now)
  return { challengeId, options }
}

export type RegisterPasskey = { outcome: 'kept' } | { outcome: 'known' } | { outcome: 'not-valid' }

/** Keeps the passkey that a browser made, if it answers our challenge on our site and checked who was there. */
export async function registerPasskey(
  db: Db,
  given: {
    person: Person
    baseUrl: string
    challengeId: string
    name: string
    answer: z.output<typeof MadePasskey>
  },
  now: Date,
): Promise<RegisterPasskey> {
  const challenge = await takeChallenge(db, given.challengeId, 'register', now)
  if (!challenge || challenge.personId !== given.person.id) return { outcome: 'not-valid' }
  const { rpId, origin } = relyingParty(given.baseUrl)
  const verified = await verifyRegistrationResponse({
    response: given.answer,
    expectedChallenge: challenge.challenge,
    expectedOrigin: origin,
    expectedRPID: rpId,
    requireUserVerification: true,
    // The library throws whatever a hostile or broken answer makes it stumble over; to us that is one outcome.
  }).catch(() => undefined)
  if (!verified?.verified) return { outcome: 'not-valid' }
  const { credential } = verified.registrationInfo
  const passkey = {
    personId: given.person.id,
    credentialId: credential.id,
    publicKey: Buffer.from(credential.publicKey),
    counter: credential.counter,
    transports: given.answer.response.transports,
    name: given.name,
  }
  return inTransaction(db, async (db) => {
    if (!(await addPasskey(db, passkey, now))) return { outcome: 'known' }
    const act = { act: 'passkey added', subjectKind: 'person', subjectId: given.person.id }
    await recordAct(db, { agencyId: installation, actorId: given.person.id, ...act }, now)
    return { outcome: 'kept' }
  })
}
