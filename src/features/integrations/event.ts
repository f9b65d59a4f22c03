/** What an agency's webhooks can hear of. Lower features announce these (platform/jobs/announce.ts). */
export const webhookEvents = ['comment.received', 'decision.published', 'engagement.opened'] as const
export type WebhookEvent = (typeof webhookEvents)[number]

export function isWebhookEvent(text: string): text is WebhookEvent {
  return webhookEvents.some((event) => event === text)
}

/** The event that staff send by hand to see whether a webhook works. */
export const testEvent = 'test'

/** The body of a webhook as Standard Webhooks asks: what, when, and names and ids to ask further with. */
export function eventBody(type: string, at: string, data: Record<string, string>): string {
  return JSON.stringify({ type, timestamp: at, data })
}
