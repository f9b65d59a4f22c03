import { directionOf, type Language } from '../../platform/i18n/language.ts'
import type { Translate } from '../../platform/i18n/translate.ts'
import { mailDocument } from '../../platform/mail/template.ts'
import { shownReceipt } from './receipt.ts'
import { sayOneOf } from './say-one-of.ts'

/** What an author is told about by mail or text. The rest stands on the page of their receipt. */
export const toldActs = ['held', 'released', 'redacted', 'moved', 'answered'] as const
export type ToldAct = (typeof toldActs)[number]

type Told = {
  t: Translate
  language: Language
  agencyName: string
  engagementTitle: string
  act: ToldAct
  /** As staff wrote it; may be in another language than the mail. */
  reason: string
  receiptCode: string
  url: string
}

/** What staff did with a comment and why, for its author, as a mail. */
export function authorToldMail({
  t,
  language,
  agencyName,
  engagementTitle,
  act,
  reason,
  receiptCode,
  url,
}: Told): { subject: string; text: string; html: string } {
  const subject = sayOneOf(t, `comments-staff.told.subject.${act}`, { agency: agencyName })
  const mail = mailDocument({
    language,
    dir: directionOf(language),
    title: subject,
    paragraphs: [
      {
        kind: 'paragraph',
        text: t(`comments-staff.told.text.${act}`, { agency: agencyName, engagement: engagementTitle }),
      },
      ...(reason ? [{ kind: 'quote' as const, text: reason, by: agencyName }] : []),
      { kind: 'paragraph', text: t('comments-staff.told.next') },
      { kind: 'button', label: t('comments-staff.told.open'), url },
      { kind: 'paragraph', text: t('comments.receipt.short', { code: shownReceipt(receiptCode) }) },
    ],
    footer: { lines: [t('comments.mail.why', { agency: agencyName })] },
  })
  return { subject, ...mail }
}

const longestReason = 120

/** The same as a text message: the act, the reason in short, and where the rest stands. */
export function authorToldText({ t, agencyName, act, reason, url }: Told): string {
  const short = reason.length > longestReason ? `${reason.slice(0, longestReason).toWellFormed()}…` : reason
  return t(`comments-staff.told.sms.${act}`, { agency: agencyName, reason: short, url })
    .replace(/\s+/g, ' ')
    .trim()
}
