import { directionOf, type Language } from '../../platform/i18n/language.ts'
import { speak } from '../../platform/i18n/speak.ts'
import { type Written, wordsIn } from '../../platform/i18n/written.ts'
import { type Block, mailDocument } from '../../platform/mail/template.ts'
import type { Agency } from '../agencies/agency.ts'
import type { AnsweredTheme } from './decision.store.ts'
import type { Decision } from './decision.ts'

/** What one voter is told: what was decided on the themes that their statements became part of, or what was later done. */
export type VoterNews = {
  language: Language
  agency: Agency
  decision: Decision
  answered: readonly (AnsweredTheme & { statements: readonly Written[] })[]
  followUp: boolean
  /** How many statements of theirs this is about. */
  statements: number
  decisionUrl: string
  /** Those they took part in, each with the address of their votes, which their code opens. */
  conversations: readonly { question: Written; url: string }[]
}

const mostStatements = 3
const shortTitle = 60

/** The answer as a mail: their statements theme by theme, what was decided, and why. */
export function voterMail(news: VoterNews): { subject: string; text: string; html: string } {
  const { language, agency, decision, answered, followUp, statements, conversations } = news
  const t = speak(language)
  const subject = t(followUp ? 'opinion-thread.mail.followUpSubject' : 'opinion-thread.mail.subject', {
    agency: agency.name,
  })
  const points = answered.flatMap((one): Block[] => {
    const outcome = one.outcome ? t(`decisions.outcome.${one.outcome}`) : ''
    const told = one.statements
      .slice(0, mostStatements)
      .map((words) => t('opinion-thread.mail.votedOn', { statement: wordsIn(words, language) }))
    const more = one.statements.length - told.length
    if (more > 0) told.push(t('opinion-thread.mail.more', { count: more }))
    const note = followUp ? wordsIn(one.followUpNote, language) : ''
    return [
      { kind: 'heading', text: wordsIn(one.theme.title, language) },
      { kind: 'list', items: told },
      { kind: 'facts', facts: [{ label: t('decisions.mail.outcome'), value: outcome }] },
      { kind: 'paragraph', text: t('decisions.mail.why', { reason: wordsIn(one.reason, language) }) },
      ...(followUp && one.followUp
        ? [
            {
              kind: 'facts' as const,
              facts: [{ label: t('decisions.mail.now'), value: t(`decisions.followUp.${one.followUp}`) }],
            },
            ...(note ? [{ kind: 'paragraph' as const, text: note }] : []),
          ]
        : []),
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
        text: t('opinion-thread.mail.intro', {
          question: conversations[0] ? wordsIn(conversations[0].question, language) : '',
          count: statements,
          agency: agency.name,
        }),
      },
      {
        kind: 'facts',
        facts: [{ label: t('decisions.mail.question'), value: wordsIn(decision.question, language) }],
      },
      ...(followUp ? [] : [{ kind: 'paragraph' as const, text: wordsIn(decision.result, language) }]),
      ...points,
      { kind: 'button', label: t('opinion-thread.mail.open'), url: news.decisionUrl },
    ],
    footer: {
      lines: [t('opinion-thread.mail.footer', { agency: agency.name })],
      links: news.conversations.map(({ question, url }) => ({
        label: t('opinion-thread.mail.yours', { question: wordsIn(question, language) }),
        url,
      })),
    },
  })
  return { subject, ...mail }
}

/** The same in one short text message; the reasons are behind the link. */
export function voterText({ language, agency, answered, followUp, decisionUrl }: VoterNews): string {
  const t = speak(language)
  const one = answered[0]
  if (!one || answered.length > 1)
    return t('opinion-thread.sms.several', { agency: agency.name, count: answered.length, url: decisionUrl })
  const title = wordsIn(one.theme.title, language)
  const theme = title.length > shortTitle ? `${title.slice(0, shortTitle - 1).toWellFormed()}…` : title
  const outcome =
    followUp && one.followUp
      ? t(`decisions.followUp.${one.followUp}`)
      : one.outcome
        ? t(`decisions.outcome.${one.outcome}`)
        : ''
  return t('opinion-thread.sms.one', { agency: agency.name, theme, outcome, url: decisionUrl })
}
