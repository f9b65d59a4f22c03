import type { Route } from '../../platform/http/route.ts'
import { editRoutes } from './edit.routes.tsx'
import { followRoutes } from './follow.routes.tsx'
import { posterRoutes } from './poster.routes.tsx'
import { publicAgencyRoutes } from './public-agency.routes.tsx'
import { timelineRoutes } from './timeline.routes.tsx'
import { workTimelineRoutes } from './timeline-work.routes.tsx'
import { workRoutes } from './work.routes.tsx'

/** Everything of engagements except the hub, which shows numbers of higher features: see `hubRoutes`. */
export const engagementRoutes: Route[] = [
  ...publicAgencyRoutes,
  ...timelineRoutes,
  ...posterRoutes,
  ...followRoutes,
  ...workRoutes,
  ...editRoutes,
  ...workTimelineRoutes,
]
