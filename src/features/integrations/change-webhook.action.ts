import { recordAct } from '../../platform/audit/audit.store.ts'
import { type Db, inTransaction } from '../../platform/db/database.ts'
import { newId } from '../../platform/db/id.ts'
import { enqueue } from '../../platform/jobs/enqueue.ts'
import './deliver-webhook.job.ts'
import { eventBody, testEvent, type WebhookEvent } from './event.ts'
import { newWebhookSecret, type Webhook } from './webhook.ts'
import { addDelivery, addWebhook, disableWebhook, enableWebhook, findWebhook } from './webhook.store.ts'

export type MakeWebhook = { outcome: 'made'; webhook: Webhook }

/** Lets another program hear of an agency's events. */
export async function makeWebhook(
  db: Db,
  given: { agencyId: string; url: string; events: readonly WebhookEvent[]; by: string },
  now: Date,
): Promise<MakeWebhook> {
  const webhook: Webhook = {
    agencyId: given.agencyId,
    id: newId(),
    url: given.url,
    secret: newWebhookSecret(),
    events: [...given.events],
    createdBy: given.by,
    createdAt: now,
    disabledAt: null,
    disabledReason: '',
  }
  return inTransaction(db, async (db) => {
    await addWebhook(db, webhook)
    const details = { host: new URL(webhook.url).host, events: webhook.events.join(' ') }
    const act = { act: 'webhook made', subjectKind: 'webhook', subjectId: webhook.id, details }
    await recordAct(db, { agencyId: given.agencyId, actorId: given.by, ...act }, now)
    return { outcome: 'made', webhook }
  })
}

export type SwitchWebhook = { outcome: 'switched' | 'was-so' }

/** Switches a webhook off or on again. */
export async function switchWebhook(
  db: Db,
  { agencyId, webhookId, on, by }: { agencyId: string; webhookId: string; on: boolean; by: string },
  now: Date,
): Promise<SwitchWebhook> {
  return inTransaction(db, async (db) => {
    const switched = on
      ? await enableWebhook(db, agencyId, webhookId)
      : await disableWebhook(db, agencyId, webhookId, 'by-staff', now)
    if (!switched) return { outcome: 'was-so' }
    const act = {
      act: on ? 'webhook switched on' : 'webhook switched off',
      subjectKind: 'webhook',
      subjectId: webhookId,
    }
    await recordAct(db, { agencyId, actorId: by, ...act }, now)
    return { outcome: 'switched' }
  })
}

export type TestWebhook = { outcome: 'on-its-way' | 'switched-off' | 'not-there' }

/** Sends a webhook an event of its own, so that its makers see that it arrives and that its signature holds. */
export async function testWebhook(
  db: Db,
  { agencyId, agencySlug, webhookId }: { agencyId: string; agencySlug: string; webhookId: string },
  now: Date,
): Promise<TestWebhook> {
  return inTransaction(db, async (db) => {
    const webhook = await findWebhook(db, agencyId, webhookId)
    if (!webhook) return { outcome: 'not-there' }
    if (webhook.disabledAt !== null) return { outcome: 'switched-off' }
    const id = newId()
    const body = eventBody(testEvent, now.toISOString(), { agency: agencySlug })
    await addDelivery(db, {
      agencyId,
      id,
      webhookId,
      event: testEvent,
      body,
      attempts: 0,
      status: null,
      problem: '',
      createdAt: now,
      deliveredAt: null,
    })
    await enqueue(db, 'deliver-webhook', { agencyId, deliveryId: id, attempt: 0 })
    return { outcome: 'on-its-way' }
  })
}
