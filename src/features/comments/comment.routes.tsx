import type { Route } from '../../platform/http/route.ts'
import { commentFormRoutes } from './comment-form.routes.tsx'
import { publicListRoutes } from './public-comments.routes.tsx'
import { receiptRoutes } from './receipt.routes.tsx'
import { staffCommentRoutes } from './staff.routes.tsx'

/** What the public meets: the form, the list, and what the holder of a receipt may do. */
export const publicCommentRoutes: Route[] = [...commentFormRoutes, ...publicListRoutes, ...receiptRoutes]

export const commentRoutes: Route[] = [...publicCommentRoutes, ...staffCommentRoutes]
