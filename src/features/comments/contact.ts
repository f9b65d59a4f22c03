import { parseAddress } from '../../platform/mail/address.ts'
import { parsePhone } from '../../platform/sms/sms.ts'
import type { ContactChannel } from './comment.ts'

/** Where an author wants to be told what became of their comment. */
export type Contact = { channel: ContactChannel; address: string }

/** How many receipts go to one address in a day: nobody must be flooded by a stranger who typed their address here. */
export const receiptAllowance = { points: 10, seconds: 86_400 } as const

/** Reads the wish to be told: by mail, by text, or not at all. */
export function readContact(
  channel: string,
  address: string,
):
  | { outcome: 'none' }
  | { outcome: 'read'; contact: Contact }
  | { outcome: 'faulty'; field: 'contactMail' | 'contactPhone' } {
  if (channel === 'mail') {
    const parsed = parseAddress(address)
    return parsed.ok
      ? { outcome: 'read', contact: { channel, address: parsed.address } }
      : { outcome: 'faulty', field: 'contactMail' }
  }
  if (channel === 'sms') {
    const phone = parsePhone(address)
    return phone.ok
      ? { outcome: 'read', contact: { channel, address: phone.number } }
      : { outcome: 'faulty', field: 'contactPhone' }
  }
  return { outcome: 'none' }
}
