import { lookup as lookUp } from 'node:dns/promises'
import { request as requestPlain } from 'node:http'
import { request as requestSecure } from 'node:https'
import type { LookupFunction } from 'node:net'
import { Webhook as Signer } from 'standardwebhooks'
import { hostOf, isIpLiteral, isPublicAddress, urlProblem } from './address-guard.ts'

export type SendWebhook = { outcome: 'answered'; status: number } | { outcome: 'unreached'; problem: string }

/** All addresses of a name. Tests give their own. */
export type Resolve = (host: string) => Promise<{ address: string; family: number }[]>

const resolveName: Resolve = (host) => lookUp(host, { all: true, verbatim: true })

export const sendLimits = { milliseconds: 10_000, answerBytes: 65_536 } as const

class NotPublic extends Error {}

/**
 * A lookup for one connection: it asks for the name's addresses, refuses when a single one of them is not public, and
 * the connection is made to the very address that was checked. A name that answers differently a moment later gains nothing.
 */
export function guardedLookup(resolve: Resolve): LookupFunction {
  return (host, options, done) => {
    resolve(host).then(
      (found) => {
        const refused = found.find(({ address }) => !isPublicAddress(address))
        const first = found[0]
        if (refused || !first)
          return done(new NotPublic('its address is not one of the public internet'), '', 0)
        if (options.all) done(null, [first])
        else done(null, first.address, first.family)
      },
      (error: unknown) => done(error instanceof Error ? error : new Error(String(error)), '', 0),
    )
  }
}

/**
 * Posts a signed body to a webhook's address. Redirects are not followed, the answer is read no further than needed, and
 * whatever takes longer than ten seconds is given up. `development` lets the address be on this machine.
 */
export async function sendWebhook(
  { url, secret, id, body }: { url: string; secret: string; id: string; body: string },
  now: Date,
  {
    development,
    resolve = resolveName,
    milliseconds = sendLimits.milliseconds,
  }: { development: boolean; resolve?: Resolve; milliseconds?: number },
): Promise<SendWebhook> {
  const wrong = urlProblem(url, { development })
  if (wrong) return { outcome: 'unreached', problem: problems[wrong] }
  const target = new URL(url)
  const host = hostOf(target)
  const request = target.protocol === 'https:' ? requestSecure : requestPlain
  const headers = {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(body),
    'user-agent': 'Longtable-Webhooks/1',
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(now.getTime() / 1000)),
    'webhook-signature': new Signer(secret).sign(id, now, body),
  }
  return new Promise((resolveSend) => {
    const sent = request(
      target,
      {
        method: 'POST',
        headers,
        agent: false,
        signal: AbortSignal.timeout(milliseconds),
        // A literal address was checked above and is not looked up.
        ...(development || isIpLiteral(host) ? {} : { lookup: guardedLookup(resolve) }),
      },
      (answer) => {
        resolveSend({ outcome: 'answered', status: answer.statusCode ?? 0 })
        let bytes = 0
        answer.on('data', (chunk: Buffer) => {
          bytes += chunk.length
          if (bytes > sendLimits.answerBytes) answer.destroy()
        })
        answer.on('error', () => undefined)
      },
    )
    sent.on('error', (error) => resolveSend({ outcome: 'unreached', problem: problemOf(error) }))
    sent.end(body)
  })
}

const problems = {
  unreadable: 'its address cannot be read',
  tooLong: 'its address is too long',
  notHttps: 'its address does not begin with https',
  credentials: 'its address holds a name or a password',
  notPublic: 'its address is not one of the public internet',
} as const

function problemOf(error: Error): string {
  if (error instanceof NotPublic) return error.message
  if (error.name === 'AbortError' || error.name === 'TimeoutError') return 'it did not answer in time'
  const code = 'code' in error ? String(error.code) : ''
  const known: Record<string, string> = {
    ENOTFOUND: 'its name is not known',
    EAI_AGAIN: 'its name could not be looked up',
    ECONNREFUSED: 'it refused the connection',
    ECONNRESET: 'it ended the connection',
    CERT_HAS_EXPIRED: 'its certificate has expired',
    DEPTH_ZERO_SELF_SIGNED_CERT: 'its certificate is not signed by anyone we trust',
    ERR_TLS_CERT_ALTNAME_INVALID: 'its certificate is for another name',
  }
  return known[code] ?? `it could not be reached (${code || error.name})`
}
