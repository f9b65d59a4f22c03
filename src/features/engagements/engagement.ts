import type { Language } from '../../platform/i18n/language.ts'
import { inLanguage, type Written } from '../../platform/i18n/written.ts'

export const engagementStatuses = ['draft', 'open', 'closed'] as const
export type EngagementStatus = (typeof engagementStatuses)[number]

/** One conversation of an agency with the people affected, from its announcement to its decisions. */
export type Engagement = {
  agencyId: string
  id: string
  slug: string
  status: EngagementStatus
  title: Written
  purpose: Written
  decisionQuestion: Written
  decidedBy: Written
  /** How input will be used: shown before anyone writes. */
  inputUse: Written
  hardestIssue: Written
  languages: Language[]
  contactName: string
  contactAddress: string
  contactPhone: string
  frameworks: string[]
  /** Calendar days in the agency's time zone; null when not set. */
  opensOn: string | null
  closesOn: string | null
  /** The response promise, in working days. */
  responseDays: number
  moderation: 'before' | 'after'
  moderationPolicy: Written
  asksStudents: boolean
  protectedTopics: string[]
  protectedTopicsCheckedAt: Date | null
  doubleEntry: boolean
  smsKeyword: string
  version: number
  createdBy: string | null
  createdAt: Date
  changedAt: Date
}

/** Whether comments are taken today (`day` in the agency's time zone). */
export function takesComments(engagement: Engagement, day: string): boolean {
  if (engagement.status !== 'open') return false
  if (engagement.opensOn !== null && day < engagement.opensOn) return false
  return engagement.closesOn === null || day <= engagement.closesOn
}

/** The texts of an engagement, in the order in which the public reads them. */
export const engagementTexts = [
  'title',
  'purpose',
  'decisionQuestion',
  'decidedBy',
  'inputUse',
  'hardestIssue',
  'moderationPolicy',
] as const
export type EngagementText = (typeof engagementTexts)[number]

/** The language in which the agency writes this engagement; the others are translations. */
export function sourceLanguage(engagement: Pick<Engagement, 'title'>): Language {
  return engagement.title.source
}

/** What an engagement needs before it opens: nobody is asked for their words before knowing what becomes of them. */
export const neededToOpen = [
  'title',
  'purpose',
  'decisionQuestion',
  'decidedBy',
  'inputUse',
  'contact',
  'protectedTopics',
] as const
export type Needed = (typeof neededToOpen)[number]

/** What stands between a draft and its opening; empty when it may open. */
export function missingToOpen(engagement: Engagement): Needed[] {
  return neededToOpen.filter((need) => {
    switch (need) {
      case 'contact':
        return (
          engagement.contactName === '' ||
          (engagement.contactAddress === '' && engagement.contactPhone === '')
        )
      case 'protectedTopics':
        return engagement.asksStudents && engagement.protectedTopicsCheckedAt === null
      default:
        return !engagement[need].texts[sourceLanguage(engagement)]?.text
    }
  })
}

/** An engagement that has been open never becomes a draft again: people have its address. */
const followingStatuses: Record<EngagementStatus, readonly EngagementStatus[]> = {
  draft: ['open'],
  open: ['closed'],
  closed: ['open'],
}

export function mayBecome(status: EngagementStatus, next: EngagementStatus): boolean {
  return followingStatuses[status].includes(next)
}

/** How the taking of comments stands today: not begun, going on, or over; the pages say which and until when. */
export type CommentTime = 'soon' | 'now' | 'over'

export function commentTime(engagement: Engagement, day: string): CommentTime {
  if (takesComments(engagement, day)) return 'now'
  return engagement.status !== 'closed' && engagement.opensOn !== null && day < engagement.opensOn
    ? 'soon'
    : 'over'
}

/** The last day has passed and nobody has closed the engagement: its people should say what happens now. */
export function isOverdue(engagement: Pick<Engagement, 'status' | 'closesOn'>, day: string): boolean {
  return engagement.status === 'open' && engagement.closesOn !== null && engagement.closesOn < day
}

/** The texts that a reader of this language gets in another one, because they are not translated yet. */
export function untranslated(engagement: Engagement, language: Language): EngagementText[] {
  return engagementTexts.filter((field) => {
    const found = inLanguage(engagement[field], language)
    return found.text !== '' && found.language !== language
  })
}

// Addresses under which something else already stands: /at/AGENCY/contact, /work/AGENCY/engagements/new.
const reservedSlugs = ['contact', 'new']

/** An address part that is not taken yet: `teachers`, `teachers-2`, `teachers-3`, at most 60 characters. */
export function freeSlug(wanted: string, taken: readonly string[]): string {
  const base = wanted === '' ? 'engagement' : wanted
  for (let number = 1; ; number++) {
    const ending = number === 1 ? '' : `-${number}`
    const slug = base.slice(0, 60 - ending.length).replace(/-+$/, '') + ending
    if (!taken.includes(slug) && !reservedSlugs.includes(slug)) return slug
  }
}
