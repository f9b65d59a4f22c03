import type { Route } from '../../platform/http/route.ts'
import { accountRoutes } from './account.routes.tsx'
import { auditRoutes } from './audit.routes.tsx'
import { memberRoutes } from './members.routes.tsx'
import { passkeyRoutes } from './passkey.routes.tsx'
import { providerSignInRoutes } from './provider-sign-in.routes.tsx'
import { providersRoutes } from './providers.routes.tsx'
import { setUpRoutes } from './set-up.routes.tsx'
import { codeRoutes } from './sign-in.routes.tsx'

/** Signing in, one's account, the people of an agency and their acts, and the first set-up. */
export const personRoutes: Route[] = [
  ...setUpRoutes,
  ...codeRoutes,
  ...passkeyRoutes,
  ...providerSignInRoutes,
  ...accountRoutes,
  ...memberRoutes,
  ...providersRoutes,
  ...auditRoutes,
]
