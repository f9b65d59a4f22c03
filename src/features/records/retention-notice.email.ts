import { directionOf, type Language } from '../../platform/i18n/language.ts'
import { speak } from '../../platform/i18n/speak.ts'
import { mailDocument } from '../../platform/mail/template.ts'
import { instantInWords } from '../../ui/date-time.tsx'
import type { DeletableKind } from './retention.ts'

/** Tells an administrator what will be deleted, when at the earliest, and how to stop it. */
export function retentionNoticeEmail(given: {
  language: Language
  agency: { name: string; timeZone: string }
  kind: DeletableKind
  /** The title of the engagement, for records that belong to one. */
  engagement: string | undefined
  count: number | undefined
  on: Date
  keepDays: number
  url: string
}) {
  const { language, agency, kind, engagement, count, on } = given
  const t = speak(language)
  const day = instantInWords({ language, timeZone: agency.timeZone }, on, 'day')
  const records = t(`records.kind.${kind}`)
  const title = t('records.notice.subject', { records, day })
  const mail = mailDocument({
    language,
    dir: directionOf(language),
    title,
    paragraphs: [
      {
        kind: 'paragraph',
        text:
          engagement === undefined
            ? t('records.notice.running', { records, agency: agency.name, day, days: given.keepDays })
            : t('records.notice.engagement', {
                records,
                engagement,
                agency: agency.name,
                day,
                days: given.keepDays,
                count: count ?? 0,
              }),
      },
      { kind: 'paragraph', text: t('records.notice.how') },
      { kind: 'button', label: t('records.notice.open'), url: given.url },
    ],
    footer: { lines: [t('records.notice.why', { agency: agency.name })] },
  })
  return { subject: title, ...mail }
}
