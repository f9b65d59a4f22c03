import type { Route } from '../../platform/http/route.ts'
import { conversationWorkRoutes } from './conversations-work.routes.tsx'
import { opinionReportRoutes } from './opinion-report.routes.tsx'
import { votingRoutes } from './public-voting.routes.ts'
import { statementThemeRoutes } from './statement-theme.routes.tsx'
import type { ShowVoterThread } from './voter-thread.ts'

/** Everything about conversations: voting, the report, and the work of staff. */
export function conversationRoutes(showThread: ShowVoterThread): Route[] {
  return [
    ...votingRoutes(showThread),
    ...opinionReportRoutes,
    ...conversationWorkRoutes,
    ...statementThemeRoutes,
  ]
}
