import type { Route } from '../../platform/http/route.ts'
import { settingsRoutes } from './agency-settings.routes.tsx'
import { operationsRoutes } from './operations.routes.tsx'
import { outboxRoutes } from './outbox.routes.tsx'

/** Agencies: whom to ask, settings, what goes out to people, and the installation as a whole. */
export const agencyRoutes: Route[] = [...settingsRoutes, ...outboxRoutes, ...operationsRoutes]
