import type { Child } from 'hono/jsx'
import { paths } from '../../paths.ts'
import { inLanguage, wordsIn } from '../../platform/i18n/written.ts'
import {
  Breadcrumbs,
  ButtonLink,
  Buttons,
  EmptyState,
  instantInWords,
  Layout,
  Notice,
  PageHead,
  type View,
} from '../../ui/components.ts'
import type { Agency } from '../agencies/agency.ts'
import type { Engagement } from '../engagements/engagement.ts'
import { type Conversation, votesBeforeResults } from './conversation.ts'
import type { OpinionReport } from './opinion-report.ts'
import { ReportBody } from './report-body.tsx'

type Frame = { view: View; agency: Agency; engagement: Engagement; conversation: Conversation }

function placeOf({ view, agency, engagement, conversation }: Frame) {
  return {
    language: view.language,
    agency: agency.slug,
    engagement: engagement.slug,
    conversation: conversation.id,
  }
}

/** How many people, votes and statements stand behind a report. */
export function leadOf({ t }: View, report: OpinionReport): string {
  if (!report.participants.shown) return t('opinion-report.leadFew')
  return t('opinion-report.lead', {
    people: report.participants.value,
    statements: report.statements.length,
    votes: report.votes,
  })
}

function Head(props: Frame & { lead: Child }) {
  const { view, engagement, conversation, lead } = props
  const { t, language } = view
  const place = placeOf(props)
  const question = inLanguage(conversation.question, language)
  const within = inLanguage(engagement.title, language)
  const foreign = (found: string) => (found === language ? undefined : found)
  return (
    <>
      <Breadcrumbs
        view={view}
        items={[
          { label: within.text, href: paths.hub.to(place), lang: foreign(within.language) },
          {
            label: question.text,
            href: paths.conversation.to(place),
            lang: foreign(question.language),
          },
          { label: t('opinion-report.above') },
        ]}
      />
      <PageHead
        above={t('opinion-report.above')}
        title={question.text}
        lang={foreign(question.language)}
        lead={lead}
      />
    </>
  )
}

export type OpinionReportPageProps = Frame & {
  report: OpinionReport
  /** The closing report, when this is it. */
  frozen?: { hash: string; frozenAt: Date }
  /** Votes are still coming in. */
  live: boolean
}

/** What a conversation shows, for everyone: live while it is open, fixed when it has closed. */
export function OpinionReportPage(props: OpinionReportPageProps) {
  const { view, report, frozen, live } = props
  const { t } = view
  const place = placeOf(props)
  const countedAt = new Date(report.countedAt)
  return (
    <Layout
      view={view}
      title={`${t('opinion-report.above')}: ${wordsIn(report.question, view.language)}`}
      description={leadOf(view, report)}
      lastChanged={frozen?.frozenAt ?? countedAt}
      scripts={live ? ['live-report.js'] : undefined}
    >
      <Head {...props} lead={<span data-live="lead">{leadOf(view, report)}</span>} />
      {frozen && (
        <Notice view={view} title={t('opinion-report.frozen.title')}>
          <p>{t('opinion-report.frozen.text', { when: instantInWords(view, frozen.frozenAt) })}</p>
          <details class="seal">
            <summary>{t('opinion-report.frozen.seal')}</summary>
            <code>{frozen.hash}</code>
          </details>
        </Notice>
      )}
      {live && (
        <p
          class="live-line"
          data-live-from={paths.conversationLive.to(place)}
          data-live-counted={report.countedAt}
        >
          <span class="live-dot" aria-hidden="true" />{' '}
          <span data-live-now>
            {t('opinion-report.live.counted', { time: instantInWords(view, countedAt, 'time') })}
          </span>{' '}
          <a href={paths.conversationReport.to(place)}>{t('opinion-report.live.newest')}</a>{' '}
          <span class="hint" data-live-note={t('opinion-report.live.note')} />
        </p>
      )}
      <div data-live="provisional">
        {report.provisional && report.standing !== 'too-few' && (
          <Notice view={view} kind="warning" title={t('opinion-report.provisional.title')}>
            <p>{t('opinion-report.provisional.text')}</p>
          </Notice>
        )}
      </div>
      <ReportBody
        view={view}
        report={report}
        csv={report.standing === 'too-few' ? undefined : paths.conversationReportCsv.to(place)}
      />
    </Layout>
  )
}

export type NoReport = 'after-voting' | 'when-closed' | 'not-open' | 'preparing' | 'nothing-counted'

/** Why there is no report to see yet, and what one can do. */
export function NoReportPage(props: Frame & { why: NoReport; statements: number }) {
  const { view, why, statements } = props
  const { t } = view
  const place = placeOf(props)
  const count = Math.max(1, Math.min(votesBeforeResults, statements))
  const act = { label: t('opinion-report.early.vote'), href: paths.conversation.to(place) }
  return (
    <Layout view={view} title={t('opinion-report.above')} unlisted>
      <Head {...props} lead={t('opinion-report.leadFew')} />
      {why === 'preparing' ? (
        <Notice view={view} title={t('opinion-report.preparing.title')}>
          <p>{t('opinion-report.preparing.text')}</p>
          <Buttons>
            <ButtonLink kind="quiet" href={paths.conversationReport.to(place)}>
              {t('opinion-report.live.newest')}
            </ButtonLink>
          </Buttons>
        </Notice>
      ) : why === 'nothing-counted' ? (
        <EmptyState title={t('opinion-report.none.title')} why={t('opinion-report.none.why')} act={act} />
      ) : (
        <EmptyState
          title={t('opinion-report.early.title')}
          why={whyEarly(view, why, count)}
          act={why === 'not-open' ? undefined : act}
        />
      )}
    </Layout>
  )
}

function whyEarly({ t }: View, why: 'after-voting' | 'when-closed' | 'not-open', count: number): string {
  if (why === 'after-voting') return t('opinion-report.early.afterVoting', { count })
  return why === 'when-closed' ? t('opinion-report.early.whenClosed') : t('opinion-report.early.notOpen')
}
