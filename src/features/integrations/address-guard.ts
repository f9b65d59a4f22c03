/** An address as a number and its length in bits. */
type Ip = { value: bigint; bits: 32 | 128 }

/** Reads the usual way of writing an IPv4 address, and no other: "010.1" means different things to different programs. */
function readIpv4(text: string): Ip | undefined {
  const parts = text.split('.')
  if (parts.length !== 4 || !parts.every((part) => /^(0|[1-9]\d{0,2})$/.test(part) && Number(part) < 256))
    return undefined
  return { bits: 32, value: parts.reduce((value, part) => value * 256n + BigInt(part), 0n) }
}

/** Reads an IPv6 address in any of its forms (RFC 4291 §2.2); one with a zone belongs to one network only and is refused. */
function readIpv6(text: string): Ip | undefined {
  const tail = /^(.*:)(\d+\.\d+\.\d+\.\d+)$/.exec(text)
  if (tail) {
    const last = readIpv4(tail[2]!)
    if (!last) return undefined
    const groups = `${(last.value >> 16n).toString(16)}:${(last.value & 0xffffn).toString(16)}`
    return readIpv6(tail[1]! + groups)
  }
  const halves = text.split('::')
  if (halves.length > 2) return undefined
  const [before, after] = halves.map((half) => (half === '' ? [] : half.split(':')))
  const groups = [...before!, ...(after ?? [])]
  if (!groups.every((group) => /^[0-9a-f]{1,4}$/i.test(group))) return undefined
  if (after === undefined ? groups.length !== 8 : groups.length > 7) return undefined
  const full = [...before!, ...Array<string>(8 - groups.length).fill('0'), ...(after ?? [])]
  return { bits: 128, value: full.reduce((value, group) => (value << 16n) | BigInt(`0x${group}`), 0n) }
}

function readIp(text: string): Ip | undefined {
  return text.includes(':') ? readIpv6(text) : readIpv4(text)
}

type Block = { value: bigint; length: number; bits: 32 | 128 }

function block(cidr: string): Block {
  const [address, length] = cidr.split('/')
  const ip = readIp(address!)
  if (!ip) throw new Error(`Not a block of addresses: ${cidr}`)
  return { ...ip, length: Number(length) }
}

function isIn(ip: Ip, { value, length, bits }: Block): boolean {
  if (ip.bits !== bits) return false
  const rest = BigInt(bits - length)
  return ip.value >> rest === value >> rest
}

/** Not on the public internet: IANA's IPv4 Special-Purpose Address Registry, multicast and the reserved rest. */
const specialIpv4 = [
  '0.0.0.0/8', '10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12', '192.0.0.0/24',
  '192.0.2.0/24', '192.88.99.0/24', '192.168.0.0/16', '198.18.0.0/15', '198.51.100.0/24', '203.0.113.0/24',
  '224.0.0.0/4', '240.0.0.0/4',
].map(block) // prettier-ignore

/** Global unicast, the only part of IPv6 that leads to someone on the internet, without its special parts. */
const globalIpv6 = block('2000::/3')
const specialIpv6 = ['2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20'].map(block)

/** Forms of IPv6 that hold an IPv4 address in their last 32 bits: mapped, and translated by the network (RFC 6052). */
const holdingIpv4 = ['::ffff:0:0/96', '64:ff9b::/96'].map(block)

/**
 * Whether an address, as a name server gives it, is one of the public internet. Everything else (this machine, the
 * agency's own network, the metadata service of a hosting provider) must not be reached through us.
 */
export function isPublicAddress(address: string): boolean {
  const ip = readIp(address)
  if (!ip) return false
  if (ip.bits === 32) return !specialIpv4.some((special) => isIn(ip, special))
  if (holdingIpv4.some((holding) => isIn(ip, holding))) {
    const inside: Ip = { bits: 32, value: ip.value & 0xffff_ffffn }
    return !specialIpv4.some((special) => isIn(inside, special))
  }
  return isIn(ip, globalIpv6) && !specialIpv6.some((special) => isIn(ip, special))
}

export const longestUrl = 500

export type UrlProblem = 'unreadable' | 'tooLong' | 'notHttps' | 'credentials' | 'notPublic'

// Names that only ever mean this machine or this network (RFC 6761, RFC 6762, RFC 8375, and a hosting provider's own).
const localNames =
  /(^|\.)(localhost|local|internal|intranet|lan|home|corp|home\.arpa|test|invalid|example|onion)$/

/**
 * What is wrong with the address of a webhook; undefined when it may be tried. The names it leads to are looked up, and
 * checked, each time something is sent. `development` allows plain http and this very machine.
 */
export function urlProblem(text: string, { development }: { development: boolean }): UrlProblem | undefined {
  if (text.length > longestUrl) return 'tooLong'
  if (!URL.canParse(text)) return 'unreadable'
  const url = new URL(text)
  if (url.protocol !== 'https:' && !(development && url.protocol === 'http:')) return 'notHttps'
  if (url.username !== '' || url.password !== '') return 'credentials'
  if (development) return undefined
  const host = hostOf(url)
  if (isIpLiteral(host)) return isPublicAddress(host) ? undefined : 'notPublic'
  return localNames.test(host.replace(/\.$/, '')) || !host.includes('.') ? 'notPublic' : undefined
}

/** The host without the brackets of an IPv6 address; `URL` has already brought odd forms such as 0x7f.1 into the usual one. */
export function hostOf(url: URL): string {
  return url.hostname.replace(/^\[|\]$/g, '').toLowerCase()
}

export function isIpLiteral(host: string): boolean {
  return readIp(host) !== undefined
}
