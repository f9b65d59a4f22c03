import { directionOf, type Language } from '../../platform/i18n/language.ts'
import type { Translate } from '../../platform/i18n/translate.ts'
import { mailDocument } from '../../platform/mail/template.ts'
import { dayInWords } from '../../ui/date-time.tsx'
import { shownReceipt } from './receipt.ts'

type Receipt = {
  t: Translate
  language: Language
  agencyName: string
  engagementTitle: string
  receiptCode: string
  /** The absolute address of the receipt. */
  url: string
  /** By when the agency promises an answer. */
  promisedDay: string
}

/** The receipt as a mail: the code, where it leads, and what happens next by when. */
export function receiptMail(receipt: Receipt): { subject: string; text: string; html: string } {
  const { t, language, agencyName, engagementTitle, receiptCode, url } = receipt
  const subject = t('comments.mail.subject', { agency: agencyName })
  const mail = mailDocument({
    language,
    dir: directionOf(language),
    title: t('comments.mail.title'),
    preheader: t('comments.mail.preheader', { code: shownReceipt(receiptCode) }),
    paragraphs: [
      {
        kind: 'paragraph',
        text: t('comments.mail.received', { agency: agencyName, engagement: engagementTitle }),
      },
      { kind: 'code', code: shownReceipt(receiptCode) },
      {
        kind: 'paragraph',
        text: t('comments.mail.next', {
          agency: agencyName,
          day: dayInWords({ language }, receipt.promisedDay),
        }),
      },
      { kind: 'button', label: t('comments.mail.open'), url },
      { kind: 'paragraph', text: t('comments.mail.keep') },
    ],
    footer: { lines: [t('comments.mail.why', { agency: agencyName })] },
  })
  return { subject, ...mail }
}

/** The receipt as a text message. */
export function receiptText({
  t,
  agencyName,
  receiptCode,
  url,
}: Pick<Receipt, 't' | 'agencyName' | 'receiptCode' | 'url'>): string {
  return t('comments.sms.receipt', { agency: agencyName, code: shownReceipt(receiptCode), url })
}
