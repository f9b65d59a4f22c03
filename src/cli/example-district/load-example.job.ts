import { findAgency } from '../../features/agencies/agency.store.ts'
import { tellAuthorsJob } from '../../features/decisions/tell-authors.job.ts'
import { dayIn } from '../../features/engagements/agency-time.ts'
import { exampleSlug } from '../../features/people/set-up.action.ts'
import type { Job } from '../../platform/jobs/jobs.ts'
import type { Services } from '../../platform/services.ts'
import { exampleDistrict } from './example-district.ts'
import { countRowsAnew, type LoadedExample, loadExampleDistrict } from './load-example.store.ts'

type Needed = Pick<Services, 'db' | 'config' | 'log' | 'now'>

/** Loads the example district and tells the authors of its past decisions, as if it had happened then. */
export async function loadExample(services: Needed, seed = 20270303): Promise<LoadedExample> {
  const now = services.now()
  const loaded = await loadExampleDistrict(
    services.db,
    exampleDistrict({ seed, today: dayIn('America/Los_Angeles', now) }),
    now,
  )
  await countRowsAnew(services.db)
  for (const { at, ...news } of loaded.news) {
    await tellAuthorsJob.run({ ...services, now: () => at } as Services, news) // as: telling needs no more
  }
  return loaded
}

/** Asked for on the set-up page. */
export const loadExampleJob: Job<Services, 'load-example'> = {
  name: 'load-example',
  async run(services) {
    if (await findAgency(services.db, exampleSlug)) return
    await loadExample(services)
  },
}
