import type { Route } from '../../platform/http/route.ts'
import { exportAllRoutes } from './export-all.routes.tsx'
import { ownDataRoutes } from './own-data.routes.ts'
import { recordsRequestRoutes } from './records-requests.routes.tsx'
import { retentionRoutes } from './retention.routes.tsx'

/** What is kept for how long, what is handed over on request, and what an agency takes along. */
export const recordsRoutes: Route[] = [
  ...retentionRoutes,
  ...recordsRequestRoutes,
  ...exportAllRoutes,
  ...ownDataRoutes,
]
