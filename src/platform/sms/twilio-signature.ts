import { createHmac, timingSafeEqual } from 'node:crypto'

/** The fields of a form post; a field may come several times. */
export type PostedFields = URLSearchParams | Record<string, string | string[]>

/**
 * The X-Twilio-Signature of a form post: HMAC-SHA1 in base64 over the address and each field name and value, sorted by name
 * (https://www.twilio.com/docs/usage/security). Tests and gateways that copy Twilio make it, the webhook compares it.
 */
export function twilioSignature(authToken: string, url: string, fields: PostedFields): string {
  const values = new Map<string, Set<string>>()
  const add = (name: string, value: string) => values.set(name, (values.get(name) ?? new Set()).add(value))
  if (fields instanceof URLSearchParams) for (const [name, value] of fields) add(name, value)
  else for (const [name, value] of Object.entries(fields)) for (const one of [value].flat()) add(name, one)
  const names = [...values.keys()].sort()
  const signed = names.map((name) =>
    [...(values.get(name) ?? [])]
      .sort()
      .map((value) => name + value)
      .join(''),
  )
  return createHmac('sha1', authToken)
    .update(url + signed.join(''), 'utf8')
    .digest('base64')
}

/**
 * Whether a request came from who knows the token. The address must be the public one that the gateway called, with its query;
 * it is tried with and without the port that its scheme implies, because gateways differ in that.
 */
export function isSignedByTwilio(
  authToken: string,
  signature: string | undefined,
  url: string,
  fields: PostedFields,
): boolean {
  if (authToken === '' || signature === undefined) return false
  const given = Buffer.from(signature)
  // Both are compared always, so that the time tells nothing.
  const results = spellings(url).map((spelling) => {
    const expected = Buffer.from(twilioSignature(authToken, spelling, fields))
    return expected.length === given.length && timingSafeEqual(expected, given)
  })
  return results.includes(true)
}

function spellings(url: string): string[] {
  const found = /^(https?):\/\/([^/?#]+?)(:\d+)?(?=[/?#]|$)/i.exec(url)
  if (!found) return [url]
  const [start, scheme = '', host = '', port = ''] = found
  const rest = url.slice(start.length)
  const implied = scheme.toLowerCase() === 'https' ? ':443' : ':80'
  if (port === '') return [url, `${scheme}://${host}${implied}${rest}`]
  return port === implied ? [url, `${scheme}://${host}${rest}`] : [url]
}
