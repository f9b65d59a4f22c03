import type { Language } from '../../platform/i18n/language.ts'

/** Someone who signs in: staff, team members, assessors. The public needs no account. */
export type Person = {
  id: string
  name: string
  address: string
  language: Language
  /** Runs the installation: sets up agencies, sees failed jobs. */
  isOperator: boolean
  createdAt: Date
  erasedAt: Date | null
}
