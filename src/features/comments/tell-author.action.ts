import { paths } from '../../paths.ts'
import type { Db } from '../../platform/db/database.ts'
import { speak } from '../../platform/i18n/speak.ts'
import { wordsIn } from '../../platform/i18n/written.ts'
import { addMessage } from '../../platform/mail/message.store.ts'
import type { Agency } from '../agencies/agency.ts'
import type { Engagement } from '../engagements/engagement.ts'
import { authorToldMail, authorToldText, type ToldAct } from './author-told.email.ts'
import type { Comment } from './comment.ts'
import { languageForAuthor } from './send-comment.action.ts'

/**
 * Tells an author what was done with their comment and why, in their language and by their channel, when they left one.
 * Whoever left none finds it on the page of their receipt. Call it in the transaction of the act; `eventId` makes it once.
 */
export async function tellAuthor(
  db: Db,
  {
    baseUrl,
    agency,
    engagement,
    comment,
    act,
    reason,
    eventId,
  }: {
    baseUrl: string
    agency: Agency
    engagement: Engagement
    comment: Comment
    act: ToldAct
    reason: string
    eventId: string
  },
  now: Date,
): Promise<boolean> {
  if (comment.contactChannel === null || comment.contactAddress === null) return false
  const language = languageForAuthor(agency, comment.language)
  const told = {
    t: speak(language),
    language,
    agencyName: agency.name,
    engagementTitle: wordsIn(engagement.title, language),
    act,
    reason,
    receiptCode: comment.receiptCode,
    url: baseUrl + paths.receiptShort.to({ code: comment.receiptCode }),
  }
  const words =
    comment.contactChannel === 'mail' ? authorToldMail(told) : { subject: '', text: authorToldText(told) }
  return addMessage(
    db,
    {
      agencyId: agency.id,
      channel: comment.contactChannel,
      kind: 'notice',
      toAddress: comment.contactAddress,
      language,
      ...words,
      replyTo: engagement.contactAddress || undefined,
      onceKey: `comment-event:${eventId}`,
      aboutKind: 'comment',
      aboutId: comment.id,
    },
    now,
  )
}
