import type { Job } from '../../platform/jobs/jobs.ts'
import type { Services } from '../../platform/services.ts'
import { listAgencies } from '../agencies/agency.store.ts'
import { applyRetention } from './apply-retention.action.ts'

declare module '../../platform/jobs/enqueue.ts' {
  interface Jobs {
    'apply-retention': Record<string, never>
  }
}

async function applyEverywhere(services: Services): Promise<void> {
  const faults: unknown[] = []
  for (const agency of await listAgencies(services.db)) {
    try {
      await applyRetention(services, agency, services.now())
    } catch (error) {
      // One agency's trouble must not keep the others' records beyond their time; the job still fails and is tried again.
      faults.push(error)
    }
  }
  if (faults.length > 0)
    throw new AggregateError(
      faults,
      `The retention schedule failed for ${faults.length} agencies: ${String(faults[0])}`,
    )
}

/** Does, every night, what the retention schedules ask for. */
export const applyRetentionJob: Job<Services, 'apply-retention'> = {
  name: 'apply-retention',
  cron: '23 9 * * *',
  run: applyEverywhere,
}
