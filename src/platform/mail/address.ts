import { domainToASCII } from 'node:url'

/** Why a text is not a mail address; the page that asked for it puts the words to it. */
export type AddressFault =
  | 'empty'
  | 'too-long'
  | 'no-at'
  | 'display-name'
  | 'several'
  | 'local-part'
  | 'local-part-too-long'
  | 'domain'
  | 'domain-without-dot'

export type ParsedAddress = { ok: true; address: string } | { ok: false; fault: AddressFault }

// RFC 5321 §4.5.3.1 allows 64 octets before the @ and a path of 256 with its angle brackets.
const longestLocalPart = 64
const longestAddress = 254

// Copying an address out of an Arabic or Hebrew text brings invisible direction marks along.
const invisible = /[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g
const dotAtom = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/i
const label = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/

/**
 * Reads one mail address as people type it: the part of RFC 5321 that is in use, without quoted local parts and IP literals.
 * The domain comes back in lower case and ASCII; the part before the @ stays as written.
 */
export function parseAddress(text: string): ParsedAddress {
  if (text.length > 2000) return { ok: false, fault: 'too-long' }
  const typed = text.replace(invisible, '').trim()
  if (typed === '') return { ok: false, fault: 'empty' }
  if (/[<>"]/.test(typed)) return { ok: false, fault: 'display-name' }
  const at = typed.lastIndexOf('@')
  if (at < 0) return { ok: false, fault: 'no-at' }
  if (/[,;]|@.*@/.test(typed)) return { ok: false, fault: 'several' }
  const localPart = typed.slice(0, at)
  if (!dotAtom.test(localPart)) return { ok: false, fault: 'local-part' }
  if (localPart.length > longestLocalPart) return { ok: false, fault: 'local-part-too-long' }
  const domain = asciiDomain(typed.slice(at + 1))
  if (!domain.ok) return domain
  const address = `${localPart}@${domain.domain}`
  if (address.length > longestAddress) return { ok: false, fault: 'too-long' }
  return { ok: true, address }
}

/**
 * Reads an address of this installation: like parseAddress, but on a machine of its own it may end in @localhost, where no
 * stranger's address may.
 */
export function parseOwnAddress(text: string): ParsedAddress {
  const local = /^([^@]+)@localhost$/i.exec(text.trim())
  if (!local) return parseAddress(text)
  const parsed = parseAddress(`${local[1]}@localhost.invalid`)
  return parsed.ok ? { ok: true, address: parsed.address.replace(/\.invalid$/, '') } : parsed
}

function asciiDomain(typed: string): { ok: true; domain: string } | { ok: false; fault: AddressFault } {
  // domainToASCII reads its input as the host of a web address: it decodes %61, cuts at a slash and turns 1.2 into 1.0.0.2.
  if (typed === '' || /[\s%/\\?#:@[\]]/.test(typed)) return { ok: false, fault: 'domain' }
  const labels = typed.split(/[.\u3002\uff0e\uff61]/)
  if (labels.length < 2) return { ok: false, fault: 'domain-without-dot' }
  if (/^\d*$/.test(labels.at(-1) ?? '')) return { ok: false, fault: 'domain' }
  const domain = domainToASCII(typed).toLowerCase()
  if (domain === '' || domain.length > 253) return { ok: false, fault: 'domain' }
  const asciiLabels = domain.split('.')
  const last = asciiLabels.at(-1) ?? ''
  const sound = asciiLabels.length > 1 && asciiLabels.every((part) => label.test(part)) && !/^\d+$/.test(last)
  return sound ? { ok: true, domain } : { ok: false, fault: 'domain' }
}

/**
 * The address with a tag in it: comments@host and a1b2 make comments+a1b2@host. Some mail servers change the case of the
 * part before the @, so tags should be lower case. A tag that would make the address illegal is a programming error and throws.
 */
export function plusAddress(base: string, tag: string): string {
  const parsed = /^[a-z0-9_-]+$/i.test(tag) ? parseOwnAddress(base.replace('@', `+${tag}@`)) : undefined
  if (!parsed?.ok)
    throw new Error(`No address can be made of ${JSON.stringify(base)} and the tag ${JSON.stringify(tag)}`)
  return parsed.address
}

/** The tag that plusAddress put into an address, or undefined when the address does not belong to this base. */
export function plusTag(address: string, base: string): string | undefined {
  const parsed = parseOwnAddress(address)
  const parsedBase = parseOwnAddress(base)
  if (!parsed.ok || !parsedBase.ok) return undefined
  const at = parsed.address.lastIndexOf('@')
  const baseAt = parsedBase.address.lastIndexOf('@')
  if (parsed.address.slice(at) !== parsedBase.address.slice(baseAt)) return undefined
  const start = `${parsedBase.address.slice(0, baseAt)}+`
  const localPart = parsed.address.slice(0, at)
  if (!localPart.toLowerCase().startsWith(start.toLowerCase())) return undefined
  const tag = localPart.slice(start.length)
  return /^[a-z0-9_-]+$/i.test(tag) ? tag : undefined
}
