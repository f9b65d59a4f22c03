import { plusAddress, plusTag } from './address.ts'

/**
 * Where bounces of a message go: an address of our own that names the message (VERP), so that a bounce is recognised
 * whatever the other server writes into it. Ids are random, so nobody can make up a bounce of a message they never had.
 */
export function returnPathOf(messageId: string, inboundAddress: string): string {
  return plusAddress(inboundAddress, `bounce-${messageId.replaceAll('-', '')}`)
}

/** The id of the message that a bounce to this address is about; undefined when it is no such address. */
export function bouncedMessageId(address: string, inboundAddress: string): string | undefined {
  const hex = /^bounce-([0-9a-f]{32})$/i.exec(plusTag(address, inboundAddress) ?? '')?.[1]?.toLowerCase()
  return hex?.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
