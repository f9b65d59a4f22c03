import type { Route } from '../../platform/http/route.ts'
import { apiRoutes } from './api.routes.ts'
import { integrationPages } from './integrations.routes.tsx'

/** The interface for programs, and the pages on which an agency connects them. */
export const integrationRoutes: Route[] = [...apiRoutes, ...integrationPages]
