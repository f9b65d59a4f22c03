import { recordAct } from '../../platform/audit/audit.store.ts'
import { inTransaction } from '../../platform/db/database.ts'
import { enqueue } from '../../platform/jobs/enqueue.ts'
import type { Job } from '../../platform/jobs/jobs.ts'
import type { Services } from '../../platform/services.ts'
import { type Resolve, sendWebhook, type SendWebhook } from './send-webhook.action.ts'
import { type Delivery, type DisabledReason, nextAttempt } from './webhook.ts'
import { disableWebhook, findDelivery, findWebhook, hasDelivered, saveAttempt } from './webhook.store.ts'

declare module '../../platform/jobs/enqueue.ts' {
  interface Jobs {
    /** `attempt` is how many there were before: a job that runs twice does nothing the second time. */
    'deliver-webhook': { agencyId: string; deliveryId: string; attempt: number }
  }
}

type Data = { agencyId: string; deliveryId: string; attempt: number }

/** One attempt to bring an event to a webhook. A failed one asks for the next, with growing waits over three days. */
export async function deliver(
  { db, config, now }: Pick<Services, 'db' | 'config' | 'now'>,
  { agencyId, deliveryId, attempt }: Data,
  { chance = Math.random(), resolve }: { chance?: number; resolve?: Resolve } = {},
): Promise<void> {
  const delivery = await findDelivery(db, agencyId, deliveryId)
  if (!delivery || delivery.deliveredAt !== null || delivery.attempts !== attempt) return
  const webhook = await findWebhook(db, agencyId, delivery.webhookId)
  if (!webhook || webhook.disabledAt !== null) return
  const sent = await sendWebhook({ ...webhook, id: delivery.id, body: delivery.body }, now(), {
    development: config.development,
    ...(resolve ? { resolve } : {}),
  })
  await inTransaction(db, async (db) => {
    const moment = now()
    const result = resultOf(sent, moment)
    if (!(await saveAttempt(db, delivery, result)) || result.deliveredAt) return
    const again = nextAttempt(attempt + 1, moment, chance)
    const gone = sent.outcome === 'answered' && sent.status === 410
    const silent = !again && !(await hasDelivered(db, agencyId, webhook.id, delivery.createdAt))
    const reason: DisabledReason | undefined = gone ? 'gone' : silent ? 'failing' : undefined
    if (again && !gone)
      await enqueue(
        db,
        'deliver-webhook',
        { agencyId, deliveryId, attempt: attempt + 1 },
        { startAfter: again },
      )
    if (reason && (await disableWebhook(db, agencyId, webhook.id, reason, moment))) {
      const act = {
        act: 'webhook switched off',
        subjectKind: 'webhook',
        subjectId: webhook.id,
        details: { reason },
      }
      await recordAct(db, { agencyId, ...act }, moment)
    }
  })
}

function resultOf(sent: SendWebhook, now: Date): Pick<Delivery, 'status' | 'problem' | 'deliveredAt'> {
  if (sent.outcome === 'unreached') return { status: null, problem: sent.problem, deliveredAt: null }
  const arrived = sent.status >= 200 && sent.status < 300
  return {
    status: sent.status,
    problem: arrived ? '' : `it answered ${sent.status}`,
    deliveredAt: arrived ? now : null,
  }
}

export const deliverWebhookJob: Job<Services, 'deliver-webhook'> = {
  name: 'deliver-webhook',
  run: (services, data) => deliver(services, data),
}
