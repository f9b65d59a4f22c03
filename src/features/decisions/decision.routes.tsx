import type { Route } from '../../platform/http/route.ts'
import { answerThemeRoutes } from './answer-theme.routes.tsx'
import { ledgerRoutes } from './ledger.routes.tsx'
import { receiptPageRoutes } from './receipt.routes.tsx'
import { workDecisionRoutes } from './work-decision.routes.tsx'

/** Everything about decisions, and the receipt, which shows what came of a comment. */
export const decisionRoutes: Route[] = [
  ...workDecisionRoutes,
  ...answerThemeRoutes,
  ...ledgerRoutes,
  ...receiptPageRoutes,
]
