import { directionOf, type Language } from '../../platform/i18n/language.ts'
import type { Translate } from '../../platform/i18n/translate.ts'
import { mailDocument } from '../../platform/mail/template.ts'
import { sayOneOf } from './say-one-of.ts'

/** What we write back to a mail that was not taken as it came. */
export const mailReplies = ['closed', 'empty', 'tooLong', 'noQuestion', 'notAllowed', 'attachments'] as const
export type MailReply = (typeof mailReplies)[number]

/** Tells somebody who wrote a mail why it was not taken, or not all of it, and how else to say it. */
export function channelReplyMail({
  t,
  language,
  reply,
  agencyName,
  engagementTitle,
  contactName,
  contactAddress,
  url,
}: {
  t: Translate
  language: Language
  reply: MailReply
  agencyName: string
  engagementTitle: string
  contactName: string
  contactAddress: string
  /** The absolute address of the engagement's page. */
  url: string
}): { subject: string; text: string; html: string } {
  const subject = t(`comments-staff.mailReply.subject.${reply}`, { agency: agencyName })
  const mail = mailDocument({
    language,
    dir: directionOf(language),
    title: subject,
    paragraphs: [
      {
        kind: 'paragraph',
        text: sayOneOf(t, `comments-staff.mailReply.text.${reply}`, {
          agency: agencyName,
          engagement: engagementTitle,
        }),
      },
      { kind: 'button', label: t('comments-staff.mailReply.open'), url },
      {
        kind: 'paragraph',
        text: t('comments-staff.mailReply.ask', { name: contactName, address: contactAddress }),
      },
    ],
    footer: { lines: [t('comments-staff.mailReply.why', { agency: agencyName })] },
  })
  return { subject, ...mail }
}
