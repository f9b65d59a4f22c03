import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  calculatePKCECodeChallenge,
  ClientSecretBasic,
  type Configuration,
  discovery,
  fetchUserInfo,
  None,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from 'openid-client'

/** An OpenID Connect issuer and what we are called there. */
export type OidcClient = {
  issuer: string
  clientId: string
  /** Empty for a public client. */ clientSecret: string
}

const known = new Map<string, { configuration: Promise<Configuration>; until: number }>()
const keepMilliseconds = 60 * 60_000

/** The issuer's addresses and keys, asked for once an hour. */
async function connect({ issuer, clientId, clientSecret }: OidcClient): Promise<Configuration> {
  const key = JSON.stringify([issuer, clientId, clientSecret])
  const kept = known.get(key)
  if (kept && kept.until > Date.now()) return kept.configuration
  const url = new URL(issuer)
  const configuration = discovery(
    url,
    clientId,
    undefined,
    clientSecret ? ClientSecretBasic(clientSecret) : None(),
    {
      timeout: 10,
      // The library marks this as deprecated to make it stand out. It is meant for issuers on this very machine.
      execute: isThisMachine(url) ? [allowInsecureRequests] : [],
    },
  )
  known.set(key, { configuration, until: Date.now() + keepMilliseconds })
  // An issuer that could not be reached is asked again next time.
  configuration.catch(() => known.delete(key))
  return configuration
}

function isThisMachine(url: URL): boolean {
  return url.protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname)
}

/** Whether an issuer's address can be used: https, or plain http on this machine. */
export function isIssuer(text: string): boolean {
  if (!URL.canParse(text)) return false
  const url = new URL(text)
  if (url.username !== '' || url.password !== '' || url.hash !== '' || url.search !== '') return false
  return url.protocol === 'https:' || isThisMachine(url)
}

/** What is kept here while someone is away at the issuer. */
export type OidcSecrets = { state: string; nonce: string; codeVerifier: string }

/** Where to send someone to sign in, with fresh secrets that bind the answer to this attempt (PKCE, nonce, state). */
export async function beginOidc(
  client: OidcClient,
  {
    scope,
    returnAddress,
    hint = {},
  }: { scope: string; returnAddress: string; hint?: Record<string, string> },
): Promise<{ address: string; secrets: OidcSecrets }> {
  const configuration = await connect(client)
  const secrets = { state: randomState(), nonce: randomNonce(), codeVerifier: randomPKCECodeVerifier() }
  const address = buildAuthorizationUrl(configuration, {
    ...hint,
    redirect_uri: returnAddress,
    scope,
    state: secrets.state,
    nonce: secrets.nonce,
    code_challenge: await calculatePKCECodeChallenge(secrets.codeVerifier),
    code_challenge_method: 'S256',
  })
  return { address: address.href, secrets }
}

/** What the issuer says about whoever came back, its signature, nonce and state checked. Throws when anything is wrong. */
export async function finishOidc(
  client: OidcClient,
  returned: URL,
  secrets: OidcSecrets,
): Promise<Record<string, unknown>> {
  const configuration = await connect(client)
  const tokens = await authorizationCodeGrant(configuration, returned, {
    expectedState: secrets.state,
    expectedNonce: secrets.nonce,
    pkceCodeVerifier: secrets.codeVerifier,
    idTokenExpected: true,
  })
  const claims = tokens.claims()
  if (!claims) throw new Error(`${client.issuer} sent no ID token`)
  if (claims.email !== undefined || !configuration.serverMetadata().userinfo_endpoint) return { ...claims }
  // Issuers that follow the standard to the letter tell the mail address only here. What the signed token says goes first.
  const more = await fetchUserInfo(configuration, tokens.access_token, claims.sub)
  return { ...more, ...claims }
}
