import type { Route } from '../../platform/http/route.ts'
import { enterCommentRoutes } from './enter-comment.routes.tsx'
import { exportCommentRoutes } from './export-comments.routes.tsx'
import { importRoutes } from './import.routes.tsx'
import { inboundRoutes } from './inbound.routes.tsx'
import { questionRoutes } from './questions.routes.tsx'
import { workCommentRoutes } from './work-comment.routes.tsx'
import { workCommentsRoutes } from './work-comments.routes.tsx'

/** What staff and partners do with comments, and every channel besides the web form. */
export const staffCommentRoutes: Route[] = [
  ...questionRoutes,
  ...workCommentsRoutes,
  ...workCommentRoutes,
  ...enterCommentRoutes,
  ...importRoutes,
  ...exportCommentRoutes,
  ...inboundRoutes,
]
