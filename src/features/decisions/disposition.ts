import type { Written } from '../../platform/i18n/written.ts'
import type { Status } from '../../ui/components.ts'

export const outcomes = ['adopted', 'in-part', 'not', 'already', 'out-of-scope'] as const
export type Outcome = (typeof outcomes)[number]

export const followUps = ['done', 'dropped'] as const
export type FollowUp = (typeof followUps)[number]

/** What became of one theme in one decision, and why. */
export type Disposition = {
  agencyId: string
  id: string
  decisionId: string
  themeId: string
  /** Null while nobody has said. */
  outcome: Outcome | null
  reason: Written
  /** Whether what was promised was done later, or dropped; null while it is under way. */
  followUp: FollowUp | null
  followUpNote: Written
  followedUpAt: Date | null
}

export const dispositionLimits = { reason: 3000, note: 2000 } as const

/** The mark that goes with an outcome. */
export const statusOf: Record<Outcome, Status> = {
  adopted: 'adopted',
  'in-part': 'part',
  not: 'declined',
  already: 'already',
  'out-of-scope': 'outside',
}

/** Whether something was promised that can later be done or dropped. */
export function promises(disposition: Pick<Disposition, 'outcome'>): boolean {
  return disposition.outcome === 'adopted' || disposition.outcome === 'in-part'
}

/** Whether the way of a comment ends with this answer. */
export function endsHere(disposition: Pick<Disposition, 'outcome' | 'followUp'>): boolean {
  return (
    disposition.outcome === 'not' ||
    disposition.outcome === 'out-of-scope' ||
    disposition.followUp === 'dropped'
  )
}
