import type { ShowVoterThread } from '../conversations/voter-thread.ts'
import { threadOfVoter } from './voter-thread.store.ts'
import { VoterWay } from './voter-thread.tsx'

/** What came of someone's votes, for the page that shows them: it is made here, because only from here the whole thread can be seen. */
export const showVoterThread: ShowVoterThread = async (c, voter) => {
  const view = c.get('view')
  const place = {
    language: view.language,
    agency: c.get('agency').slug,
    engagement: c.get('engagement').slug,
  }
  return <VoterWay view={view} place={place} thread={await threadOfVoter(c.get('db'), voter)} />
}
