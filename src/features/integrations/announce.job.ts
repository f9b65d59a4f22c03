import { createHash } from 'node:crypto'
import { inTransaction } from '../../platform/db/database.ts'
import { enqueue } from '../../platform/jobs/enqueue.ts'
import type { Job } from '../../platform/jobs/jobs.ts'
import type { Announcement } from '../../platform/jobs/announce.ts'
import type { Services } from '../../platform/services.ts'
import { getAgency } from '../agencies/agency.store.ts'
import { getEngagement } from '../engagements/engagement.store.ts'
import './deliver-webhook.job.ts'
import { eventBody, isWebhookEvent } from './event.ts'
import { addDelivery, listListeners } from './webhook.store.ts'

/** The same event for the same webhook is the same delivery, however often this job runs: its id is made of theirs. */
export function deliveryId(announcementId: string, webhookId: string): string {
  const hex = createHash('sha256').update(`${announcementId} ${webhookId}`).digest('hex')
  // Version 8 is the one for ids of one's own making (RFC 9562 §5.8).
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

async function spread({ db, now }: Services, { id, agencyId, event, at, data }: Announcement): Promise<void> {
  if (!isWebhookEvent(event)) throw new Error(`No webhook can listen to "${event}"`)
  await inTransaction(db, async (db) => {
    const listeners = (await listListeners(db, agencyId)).filter((webhook) => webhook.events.includes(event))
    if (listeners.length === 0) return
    const { engagement: engagementId, ...ids } = data
    // The names under which the interface knows them.
    const agency = (await getAgency(db, agencyId)).slug
    const engagement = engagementId && { engagement: (await getEngagement(db, agencyId, engagementId)).slug }
    const body = eventBody(event, at, { agency, ...engagement, ...ids })
    for (const webhook of listeners) {
      const delivery = {
        agencyId,
        id: deliveryId(id, webhook.id),
        webhookId: webhook.id,
        event,
        body,
        attempts: 0,
        status: null,
        problem: '',
        createdAt: now(),
        deliveredAt: null,
      }
      if (await addDelivery(db, delivery)) {
        await enqueue(db, 'deliver-webhook', { agencyId, deliveryId: delivery.id, attempt: 0 })
      }
    }
  })
}

/** Makes one delivery for each webhook that listens to what happened. */
export const announceJob: Job<Services, 'announce'> = { name: 'announce', run: spread }
