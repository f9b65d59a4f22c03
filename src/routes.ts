import { agencyRoutes } from './features/agencies/agency.routes.tsx'
import { commentRoutes } from './features/comments/comment.routes.tsx'
import { conversationRoutes } from './features/conversations/conversation.routes.ts'
import { showHubConversations } from './features/conversations/hub-conversations.routes.tsx'
import { showStatements } from './features/conversations/statement-theme.routes.tsx'
import { countHeard } from './features/decisions/count-heard.store.ts'
import { decisionRoutes } from './features/decisions/decision.routes.tsx'
import { showVoterThread } from './features/decisions/show-voter-thread.routes.tsx'
import { engagementRoutes } from './features/engagements/engagement.routes.tsx'
import { hubRoutes } from './features/engagements/hub.routes.tsx'
import { integrationRoutes } from './features/integrations/integration.routes.tsx'
import { personRoutes } from './features/people/person.routes.tsx'
import { recordsRoutes } from './features/records/records.routes.tsx'
import { themeRoutes } from './features/themes/theme.routes.tsx'
import type { Route } from './platform/http/route.ts'
import { siteRoutes } from './site.routes.tsx'

/** Every route of the product: one list, feature by feature. */
export const routes: readonly Route[] = [
  ...siteRoutes,
  ...agencyRoutes,
  ...personRoutes,
  ...engagementRoutes,
  ...hubRoutes(countHeard, showHubConversations),
  ...commentRoutes,
  ...themeRoutes(showStatements),
  ...conversationRoutes(showVoterThread),
  ...decisionRoutes,
  ...recordsRoutes,
  ...integrationRoutes,
]
