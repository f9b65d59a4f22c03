import type { Job } from '../../platform/jobs/jobs.ts'
import type { Services } from '../../platform/services.ts'
import { removeOldAnswers } from './idempotent-answer.store.ts'
import { removeOldDeliveries } from './webhook.store.ts'

declare module '../../platform/jobs/enqueue.ts' {
  interface Jobs {
    'clean-up-integrations': Record<string, never>
  }
}

const day = 86_400_000

/** How long answers are kept for a request that is sent again, and deliveries for those who look into a fault. */
export const keptDays = { answers: 7, deliveries: 30 } as const

async function cleanUp({ db, now }: Services): Promise<void> {
  await removeOldAnswers(db, new Date(now().getTime() - keptDays.answers * day))
  await removeOldDeliveries(db, new Date(now().getTime() - keptDays.deliveries * day))
}

export const cleanUpIntegrationsJob: Job<Services, 'clean-up-integrations'> = {
  name: 'clean-up-integrations',
  cron: '41 4 * * *',
  run: cleanUp,
}
