import { directionOf, type Language } from '../../platform/i18n/language.ts'
import { speak } from '../../platform/i18n/speak.ts'
import { wordsIn } from '../../platform/i18n/written.ts'
import { type Block, mailDocument } from '../../platform/mail/template.ts'
import { instantInWords } from '../../ui/date-time.tsx'
import type { Agency } from '../agencies/agency.ts'
import type { Engagement } from '../engagements/engagement.ts'
import type { AnsweredTheme } from './decision.store.ts'
import type { Decision } from './decision.ts'

/** What one author is told: what was decided on the themes they spoke to, or what was later done. */
export type AuthorNews = {
  language: Language
  agency: Agency
  engagement: Engagement
  decision: Decision
  answered: readonly AnsweredTheme[]
  followUp: boolean
  receipts: readonly { code: string; receivedAt: Date; url: string }[]
}

const mostReceipts = 5
const shortTitle = 60

/** The answer as a mail: what was decided, on each point why, and the way back to the comment. */
export function authorMail(news: AuthorNews): { subject: string; text: string; html: string } {
  const { language, agency, engagement, decision, answered, followUp, receipts } = news
  const t = speak(language)
  const subject = t(followUp ? 'decisions.mail.followUpSubject' : 'decisions.mail.subject', {
    agency: agency.name,
  })
  const day = instantInWords({ language, timeZone: agency.timeZone }, receipts[0]!.receivedAt, 'day')
  const points = answered.flatMap((one): Block[] => {
    const outcome = one.outcome ? t(`decisions.outcome.${one.outcome}`) : ''
    const reason = wordsIn(one.reason, language)
    return [
      { kind: 'heading', text: wordsIn(one.theme.title, language) },
      { kind: 'facts', facts: [{ label: t('decisions.mail.outcome'), value: outcome }] },
      { kind: 'paragraph', text: t('decisions.mail.why', { reason }) },
      ...(followUp && one.followUp ? followUpBlocks(news, one) : []),
    ]
  })
  const mail = mailDocument({
    language,
    dir: directionOf(language),
    title: subject,
    preheader: wordsIn(decision.question, language),
    paragraphs: [
      {
        kind: 'paragraph',
        text: t('decisions.mail.intro', {
          engagement: wordsIn(engagement.title, language),
          day,
          agency: agency.name,
        }),
      },
      {
        kind: 'facts',
        facts: [{ label: t('decisions.mail.question'), value: wordsIn(decision.question, language) }],
      },
      ...(followUp ? [] : [{ kind: 'paragraph' as const, text: wordsIn(decision.result, language) }]),
      ...points,
      ...receipts
        .slice(0, mostReceipts)
        .map(({ url }): Block => ({ kind: 'button', label: t('decisions.mail.open'), url })),
    ],
    footer: { lines: [t('decisions.mail.footer', { agency: agency.name })] },
  })
  return { subject, ...mail }
}

function followUpBlocks({ language }: AuthorNews, one: AnsweredTheme): Block[] {
  const t = speak(language)
  const note = wordsIn(one.followUpNote, language)
  return [
    {
      kind: 'facts',
      facts: [{ label: t('decisions.mail.now'), value: t(`decisions.followUp.${one.followUp!}`) }],
    },
    ...(note ? [{ kind: 'paragraph' as const, text: note }] : []),
  ]
}

/** The same in one short text message; the reasons are behind the link. */
export function authorText({ language, agency, answered, followUp, receipts }: AuthorNews): string {
  const t = speak(language)
  const { url } = receipts[0]!
  const one = answered[0]
  if (!one || answered.length > 1)
    return t('decisions.sms.several', { agency: agency.name, count: answered.length, url })
  const title = wordsIn(one.theme.title, language)
  const theme = title.length > shortTitle ? `${title.slice(0, shortTitle - 1).toWellFormed()}…` : title
  const outcome =
    followUp && one.followUp
      ? t(`decisions.followUp.${one.followUp}`)
      : one.outcome
        ? t(`decisions.outcome.${one.outcome}`)
        : ''
  return t('decisions.sms.one', { agency: agency.name, theme, outcome, url })
}
