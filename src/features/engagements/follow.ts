import type { Language } from '../../platform/i18n/language.ts'

/** An address that hears of news of an engagement, without an account. */
export type Follow = {
  agencyId: string
  id: string
  engagementId: string
  address: string
  language: Language
  /** The hash of the secret in the mail that asks for a confirmation. */
  confirmHash: Buffer
  /** Whoever holds it may stop the mails; it stands in every one of them. */
  stopToken: string
  createdAt: Date
  confirmedAt: Date | null
  stoppedAt: Date | null
}

/** How long the link in the first mail may be used. */
export const confirmDays = 7

/** How often one network, and one address, may ask to follow. */
export const followAllowances = {
  byNetwork: { points: 20, seconds: 3600 },
  byAddress: { points: 3, seconds: 3600 },
} as const

export type FollowState = 'unconfirmed' | 'following' | 'stopped'

export function followState(follow: Pick<Follow, 'confirmedAt' | 'stoppedAt'>): FollowState {
  if (follow.stoppedAt !== null) return 'stopped'
  return follow.confirmedAt === null ? 'unconfirmed' : 'following'
}

/** Whether the link of the first mail still counts. */
export function mayConfirm(follow: Pick<Follow, 'createdAt'>, now: Date): boolean {
  return now.getTime() - follow.createdAt.getTime() < confirmDays * 24 * 3600_000
}
