import type { Agency } from './agency.ts'
import type { Seat } from './permission.ts'

declare module 'hono' {
  interface ContextVariableMap {
    /** The agency of the address; set on every route whose address names one. */
    agency: Agency
    /** The reader's roles in that agency; undefined for whoever is not signed in. */
    seat: Seat | undefined
  }
}
