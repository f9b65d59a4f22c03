import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { testApp, testNow } from '../../../tests/support/app.ts'
import { testDatabase } from '../../../tests/support/database.ts'
import { makePerson } from '../../../tests/support/make.ts'
import { MadePasskey, parseAnswer, UsedPasskey } from './passkey.ts'
import { listPasskeys } from './passkey.store.ts'
import { personRoutes } from './person.routes.tsx'

const database = testDatabase()
const { db } = database
const free = { take: async () => ({ outcome: 'ok' as const }) }
const origin = 'http://longtable.test'

/** A security key in software, as WebAuthn Level 3 describes it: P-256, no attestation, user verified. */
function securityKey() {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' })
  const id = randomBytes(16)
  let counter = 0
  const sha256 = (data: Buffer | string) => createHash('sha256').update(data).digest()
  const clientData = (type: string, challenge: string, from: string) =>
    Buffer.from(JSON.stringify({ type, challenge, origin: from }))
  const head = (rpId: string, flags: number) => {
    const count = Buffer.alloc(4)
    count.writeUInt32BE(counter)
    return Buffer.concat([sha256(rpId), Buffer.from([flags]), count])
  }
  const shared = {
    id: id.toString('base64url'),
    rawId: id.toString('base64url'),
    type: 'public-key',
    clientExtensionResults: {},
  }
  return {
    make(challenge: string, { from = origin, flags = 0x45 } = {}) {
      const coordinate = (value: string) =>
        Buffer.concat([Buffer.from([0x58, 32]), Buffer.from(value, 'base64url')])
      // COSE: kty EC2, alg ES256, crv P-256, x, y.
      const cose = Buffer.concat([
        Buffer.from('a501020326200121', 'hex'),
        coordinate(x),
        Buffer.from('22', 'hex'),
        coordinate(y),
      ])
      const authData = Buffer.concat([
        head('longtable.test', flags),
        Buffer.alloc(16),
        Buffer.from([0, id.length]),
        id,
        cose,
      ])
      const attestation = Buffer.concat([
        Buffer.from('a3', 'hex'),
        Buffer.from([0x63]),
        Buffer.from('fmt'),
        Buffer.from([0x64]),
        Buffer.from('none'),
        Buffer.from([0x67]),
        Buffer.from('attStmt'),
        Buffer.from([0xa0]),
        Buffer.from([0x68]),
        Buffer.from('authData'),
        Buffer.from([0x58, authData.length]),
        authData,
      ])
      const response = {
        clientDataJSON: clientData('webauthn.create', challenge, from).toString('base64url'),
        attestationObject: attestation.toString('base64url'),
        transports: ['usb'],
      }
      return JSON.stringify({ ...shared, response })
    },
    use(challenge: string, { from = origin, flags = 0x05, step = 1 } = {}) {
      counter += step
      const data = clientData('webauthn.get', challenge, from)
      const authData = head('longtable.test', flags)
      const response = {
        clientDataJSON: data.toString('base64url'),
        authenticatorData: authData.toString('base64url'),
        signature: sign('sha256', Buffer.concat([authData, sha256(data)]), privateKey).toString('base64url'),
      }
      return JSON.stringify({ ...shared, response })
    },
  }
}

type Offered = { challengeId: string; options: { challenge: string; rpId?: string; rp?: { id: string } } }

function program() {
  const run = testApp(database, personRoutes, { limits: free })
  const offer = async (address: string, as?: string): Promise<Offered> =>
    (await run.request(address, { as, form: {} })).json()
  return {
    ...run,
    async register(person: string, key: ReturnType<typeof securityKey>, changes = {}) {
      const { challengeId, options } = await offer('/en/account/passkeys/options', person)
      const form = {
        challenge: challengeId,
        response: key.make(options.challenge, changes),
        passkeyName: 'My phone',
      }
      return (await run.request('/en/account/passkeys', { as: person, form })).headers.get('location')
    },
    async signInWith(key: ReturnType<typeof securityKey>, changes = {}) {
      const { challengeId, options } = await offer('/en/sign-in/passkey/options')
      const form = {
        challenge: challengeId,
        response: key.use(options.challenge, changes),
        next: '/en/account',
      }
      return { form, answer: await run.request('/en/sign-in/passkey', { form }) }
    },
  }
}

function signedIn(answer: Response): boolean {
  return answer.headers.getSetCookie().some((cookie) => cookie.startsWith('longtable='))
}

describe('a passkey', () => {
  test('is added on the account page and signs its owner in', async () => {
    const run = program()
    const person = await makePerson(db)
    const key = securityKey()
    expect(await run.register(person.id, key)).toBe('/en/account?told=passkey-kept')
    const { answer } = await run.signInWith(key)
    expect(answer.headers.get('location')).toBe('/en/account')
    expect(signedIn(answer)).toBe(true)
    const [kept] = await listPasskeys(db, person.id)
    expect(kept).toMatchObject({ name: 'My phone', counter: 1, transports: ['usb'], lastUsedAt: testNow })
    expect(await run.read('/en/account', { as: person.id })).toContain('My phone')
  })

  test('answers each challenge once', async () => {
    const run = program()
    const key = securityKey()
    await run.register((await makePerson(db)).id, key)
    const { form } = await run.signInWith(key)
    const again = await run.request('/en/sign-in/passkey', { form })
    expect(signedIn(again)).toBe(false)
    expect(again.headers.get('location')).toContain('problem=passkey')
  })

  test.each([
    ['from another site', { from: 'https://evil.example' }],
    ['without the user being verified', { flags: 0x01 }],
    ['with a counter that stands still, as a copy would', { step: 0 }],
  ])('is refused %s', async (_why, changes) => {
    const run = program()
    const key = securityKey()
    await run.register((await makePerson(db)).id, key)
    expect(signedIn((await run.signInWith(key)).answer)).toBe(true)
    expect(signedIn((await run.signInWith(key, changes)).answer)).toBe(false)
  })

  test('is not kept when it was made for another site or without verification', async () => {
    const run = program()
    const person = await makePerson(db)
    expect(await run.register(person.id, securityKey(), { from: 'https://evil.example' })).toContain(
      'passkey-problem',
    )
    expect(await run.register(person.id, securityKey(), { flags: 0x41 })).toContain('passkey-problem')
    expect(await listPasskeys(db, person.id)).toEqual([])
  })

  test('made for one person is not kept for another', async () => {
    const run = program()
    const [one, other] = [await makePerson(db), await makePerson(db)]
    const offered: Offered = await (
      await run.request('/en/account/passkeys/options', { as: one.id, form: {} })
    ).json()
    const form = {
      challenge: offered.challengeId,
      response: securityKey().make(offered.options.challenge),
      passkeyName: '',
    }
    expect(
      (await run.request('/en/account/passkeys', { as: other.id, form })).headers.get('location'),
    ).toContain('passkey-problem')
  })

  test('is removed by its owner only', async () => {
    const run = program()
    const [person, other] = [await makePerson(db), await makePerson(db)]
    const key = securityKey()
    await run.register(person.id, key)
    const [kept] = await listPasskeys(db, person.id)
    const address = `/en/account/passkeys/${kept!.id}/remove`
    expect((await run.request(address, { as: other.id, form: {} })).status).toBe(404)
    expect((await run.request(address, { as: person.id, form: {} })).status).toBe(303)
    expect(signedIn((await run.signInWith(key)).answer)).toBe(false)
  })
})

test('whatever stands in the place of a passkey is an answer, not a failure', async () => {
  const run = program()
  const { challengeId } = (await (
    await run.request('/en/sign-in/passkey/options', { form: {} })
  ).json()) as Offered // as: our own answer
  for (const response of [
    '',
    '{}',
    'null',
    '[1]',
    '{"id":1}',
    securityKey().use('other'),
    'x'.repeat(50_000),
  ]) {
    for (const challenge of [challengeId, 'nothing', '']) {
      expect((await run.request('/en/sign-in/passkey', { form: { challenge, response } })).status).toBe(303)
    }
  }
  fc.assert(
    fc.property(fc.oneof(fc.json(), fc.string()), (json) => {
      parseAnswer(UsedPasskey, json)
      parseAnswer(MadePasskey, json)
    }),
  )
})
