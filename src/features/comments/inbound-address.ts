import { parseOwnAddress } from '../../platform/mail/address.ts'

/**
 * Which engagement a mail to this address is for: `comments+riverbend.every-room@host` with `comments@host` as our own. The
 * other way round is `commentMailAddress` of the engagements. Undefined when the address is not one of ours.
 */
export function engagementOfAddress(
  address: string,
  base: string,
): { agency: string; engagement: string } | undefined {
  const [parsed, own] = [parseOwnAddress(address), parseOwnAddress(base)]
  if (!parsed.ok || !own.ok) return undefined
  const [at, ownAt] = [parsed.address.lastIndexOf('@'), own.address.lastIndexOf('@')]
  if (parsed.address.slice(at) !== own.address.slice(ownAt)) return undefined
  const start = `${own.address.slice(0, ownAt)}+`.toLowerCase()
  // Some mail servers change the case of what stands before the @; our slugs are lower case.
  const local = parsed.address.slice(0, at).toLowerCase()
  if (!local.startsWith(start)) return undefined
  const found = /^([a-z0-9](?:[a-z0-9-]{0,58}[a-z0-9])?)\.([a-z0-9](?:[a-z0-9-]{0,58}[a-z0-9])?)$/.exec(
    local.slice(start.length),
  )
  return found ? { agency: found[1]!, engagement: found[2]! } : undefined
}
