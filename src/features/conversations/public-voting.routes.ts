import type { Route } from '../../platform/http/route.ts'
import { myVotesRoutes } from './my-votes.routes.tsx'
import { ownStatementRoutes } from './own-statement.routes.tsx'
import type { ShowVoterThread } from './voter-thread.ts'
import { votingListRoutes } from './voting-list.routes.tsx'
import { castingRoutes } from './voting.routes.tsx'

/** Everything that voters meet. `showThread` is handed in by the features that know what came of the statements. */
export function votingRoutes(showThread: ShowVoterThread): Route[] {
  return [...castingRoutes, ...votingListRoutes, ...ownStatementRoutes, ...myVotesRoutes(showThread)]
}
