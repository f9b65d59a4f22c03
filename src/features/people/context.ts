import type { Session } from '../../platform/session/session.store.ts'
import type { Person } from './person.ts'

declare module 'hono' {
  interface ContextVariableMap {
    /** Whoever is signed in. On routes that need it, use `signedIn(c)`. */
    person: Person | undefined
    session: Session | undefined
  }
}
