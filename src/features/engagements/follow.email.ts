import { paths } from '../../paths.ts'
import { directionOf, type Language } from '../../platform/i18n/language.ts'
import { speak } from '../../platform/i18n/speak.ts'
import { type Written, wordsIn } from '../../platform/i18n/written.ts'
import { type Block, mailDocument } from '../../platform/mail/template.ts'
import type { Agency } from '../agencies/agency.ts'
import type { Engagement } from './engagement.ts'
import { confirmDays } from './follow.ts'
import type { News } from './tell-followers.action.ts'
import type { TimelineEntry } from './timeline.ts'
import { whenInWords } from './timeline-words.ts'

type Mail = { subject: string; text: string; html: string }
type About = { agency: Agency; engagement: Engagement; language: Language; baseUrl: string }

function mail(
  about: About,
  subject: string,
  paragraphs: Block[],
  footer: { lines: string[]; links?: { label: string; url: string }[] },
): Mail {
  const { language } = about
  return {
    subject,
    ...mailDocument({ language, dir: directionOf(language), title: subject, paragraphs, footer }),
  }
}

/** Where one click stops the mails; also what the List-Unsubscribe header names. */
export function stopUrl(
  { baseUrl, language }: Pick<About, 'baseUrl' | 'language'>,
  stopToken: string,
): string {
  return baseUrl + paths.followStop.to({ language, token: stopToken })
}

function names({ agency, engagement, language }: About): { title: string; agency: string } {
  return { title: wordsIn(engagement.title, language), agency: agency.name }
}

/** Asks whether an address really wants to follow: anybody could have typed it. */
export function confirmFollowEmail(about: About & { token: string }): Mail {
  const t = speak(about.language)
  const place = { language: about.language, agency: about.agency.slug, engagement: about.engagement.slug }
  const url = about.baseUrl + paths.followConfirm.to(place, { token: about.token })
  const paragraphs: Block[] = [
    { kind: 'paragraph', text: t('engagements.follow.mail.confirmText', names(about)) },
    { kind: 'button', label: t('engagements.follow.mail.confirmButton'), url },
    { kind: 'paragraph', text: t('engagements.follow.mail.confirmUntil', { days: confirmDays }) },
  ]
  return mail(about, t('engagements.follow.mail.confirmSubject', names(about)), paragraphs, {
    lines: [t('engagements.follow.mail.notYou'), about.agency.name],
  })
}

/** For an address that follows already and asked again. */
export function alreadyFollowingEmail(about: About & { stopToken: string }): Mail {
  const t = speak(about.language)
  const paragraphs: Block[] = [
    { kind: 'paragraph', text: t('engagements.follow.mail.alreadyText', names(about)) },
  ]
  return mail(
    about,
    t('engagements.follow.mail.alreadySubject', names(about)),
    paragraphs,
    footer(about, about.stopToken),
  )
}

function footer(
  about: About,
  stopToken: string,
): { lines: string[]; links: { label: string; url: string }[] } {
  const t = speak(about.language)
  return {
    lines: [t('engagements.follow.mail.why', names(about))],
    links: [{ label: t('engagements.follow.mail.stop'), url: stopUrl(about, stopToken) }],
  }
}

/** What changed on the timeline. */
export function timelineEmail(
  about: About & {
    entry: TimelineEntry
    change: Extract<News, { kind: 'timeline' }>['change']
    stopToken: string
  },
): Mail {
  const { agency, engagement, language, baseUrl, entry, change } = about
  const t = speak(language)
  const title = wordsIn(entry.title, language)
  const detail = wordsIn(entry.detail, language)
  const place = { language, agency: agency.slug, engagement: engagement.slug }
  const facts = [
    {
      label: t('engagements.timeline.when'),
      value: whenInWords({ language, timeZone: agency.timeZone, t }, entry),
    },
    ...(entry.place ? [{ label: t('engagements.timeline.place'), value: entry.place }] : []),
  ]
  const paragraphs: Block[] = [
    { kind: 'paragraph', text: t(`engagements.follow.mail.${change}Text`, names(about)) },
    { kind: 'heading', text: title },
    { kind: 'facts', facts },
    ...(detail ? [{ kind: 'paragraph' as const, text: detail }] : []),
    ...(entry.takesPart && change !== 'cancelled'
      ? [{ kind: 'paragraph' as const, text: t('engagements.follow.mail.takePart') }]
      : []),
    {
      kind: 'button',
      label: t('engagements.follow.mail.timelineButton'),
      url: `${baseUrl}${paths.timeline.to(place)}#entry-${entry.id}`,
    },
  ]
  return mail(
    about,
    t(`engagements.follow.mail.${change}Subject`, { title }),
    paragraphs,
    footer(about, about.stopToken),
  )
}

/** That a decision was published, with its reasons. */
export function decisionEmail(
  about: About & { decisionId: string; title: Written; stopToken: string },
): Mail {
  const { agency, engagement, language, baseUrl } = about
  const t = speak(language)
  const title = wordsIn(about.title, language)
  const place = { language, agency: agency.slug, engagement: engagement.slug }
  const paragraphs: Block[] = [
    { kind: 'paragraph', text: t('engagements.follow.mail.decisionText', names(about)) },
    { kind: 'heading', text: title },
    {
      kind: 'button',
      label: t('engagements.follow.mail.decisionButton'),
      url: baseUrl + paths.decision.to({ ...place, decision: about.decisionId }),
    },
  ]
  return mail(
    about,
    t('engagements.follow.mail.decisionSubject', { title }),
    paragraphs,
    footer(about, about.stopToken),
  )
}
