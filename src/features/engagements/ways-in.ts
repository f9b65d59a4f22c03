import { parseOwnAddress } from '../../platform/mail/address.ts'

/**
 * The mail address at which an engagement takes comments: the installation's own with agency and engagement in it.
 * Undefined when mail cannot carry it: the part before the @ holds 64 characters at most.
 */
export function commentMailAddress(
  base: string | undefined,
  agencySlug: string,
  engagementSlug: string,
): string | undefined {
  if (base === undefined) return undefined
  const parsed = parseOwnAddress(base.replace('@', `+${agencySlug}.${engagementSlug}@`))
  return parsed.ok ? parsed.address : undefined
}

/** How people can take part besides the web form; what is missing is not offered. */
export type WaysIn = {
  mailAddress: string | undefined
  sms: { keyword: string; number: string } | undefined
  phone: string
  contactName: string
  contactAddress: string
}
