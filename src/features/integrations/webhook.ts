import { randomBytes } from 'node:crypto'
import type { WebhookEvent } from './event.ts'

/** An address of another program that hears of an agency's events. */
export type Webhook = {
  agencyId: string
  id: string
  url: string
  /** Signs what we send; kept as it is, because a hash cannot sign. */
  secret: string
  events: WebhookEvent[]
  createdBy: string
  createdAt: Date
  disabledAt: Date | null
  disabledReason: string
}

/** Why a webhook was switched off: by staff, because its address answered 410, or because it failed for days. */
export type DisabledReason = 'by-staff' | 'gone' | 'failing'

/** One event for one webhook: its body as it is signed, and what became of it. */
export type Delivery = {
  agencyId: string
  id: string
  webhookId: string
  event: string
  body: string
  attempts: number
  /** The HTTP status of the last attempt; null when there was no answer. */
  status: number | null
  problem: string
  createdAt: Date
  deliveredAt: Date | null
}

/** A secret as Standard Webhooks writes it, of 32 bytes. */
export function newWebhookSecret(): string {
  return `whsec_${randomBytes(32).toString('base64')}`
}

/** Seconds to wait after each failed attempt: three days in all, the rhythm that Standard Webhooks recommends. */
const waits = [5, 300, 1800, 7200, 18_000, 36_000, 50_400, 72_000, 86_400] as const
export const mostAttempts = waits.length + 1

/**
 * When to try again after `attempts` failures, or undefined when it is over. `chance` from 0 to 1 adds up to a tenth, so
 * that a receiver that comes back is not met by everything at once.
 */
export function nextAttempt(attempts: number, now: Date, chance: number): Date | undefined {
  const wait = waits[attempts - 1]
  return wait === undefined ? undefined : new Date(now.getTime() + wait * 1000 * (1 + chance / 10))
}

export type DeliveryState = 'waiting' | 'delivered' | 'failing' | 'given-up'

export function deliveryState({
  attempts,
  deliveredAt,
}: Pick<Delivery, 'attempts' | 'deliveredAt'>): DeliveryState {
  if (deliveredAt !== null) return 'delivered'
  if (attempts === 0) return 'waiting'
  return attempts >= mostAttempts ? 'given-up' : 'failing'
}
