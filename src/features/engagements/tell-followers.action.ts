import type { Db } from '../../platform/db/database.ts'
import type { Written } from '../../platform/i18n/written.ts'
import { enqueue } from '../../platform/jobs/enqueue.ts'

/** What followers of an engagement hear about. */
export type News =
  | {
      kind: 'timeline'
      entryId: string
      sequence: number
      change: 'added' | 'changed' | 'cancelled' | 'restored'
    }
  /** `title` is what was decided on, in the languages of the engagement. */
  | { kind: 'decision'; decisionId: string; title: Written }

declare module '../../platform/jobs/enqueue.ts' {
  interface Jobs {
    'tell-followers': { agencyId: string; engagementId: string; news: News }
  }
}

/** Has everyone who follows an engagement told of news, in the transaction that makes the news. Each hears of each only once. */
export async function tellFollowers(
  db: Db,
  told: { agencyId: string; engagementId: string; news: News },
): Promise<void> {
  await enqueue(db, 'tell-followers', told)
}
