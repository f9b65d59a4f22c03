import type { Engagement } from './engagement.ts'

declare module 'hono' {
  interface ContextVariableMap {
    /** The engagement of the address; a draft is only there for those who may see the work. */
    engagement: Engagement
  }
}
