import { paths } from '../../paths.ts'
import { inLanguage } from '../../platform/i18n/written.ts'
import {
  Bidi,
  ButtonLink,
  Buttons,
  Card,
  Cards,
  Day,
  EmptyState,
  PageHead,
  StatusTag,
  type View,
  WorkLayout,
} from '../../ui/components.ts'
import { agencyFrame } from '../agencies/agency-frame.ts'
import type { Agency } from '../agencies/agency.ts'
import { may, type Seat } from '../agencies/permission.ts'
import { type Engagement, isOverdue } from './engagement.ts'
import { nextAct } from './next-act.ts'
import type { TimelineEntry } from './timeline.ts'
import { whenInWords } from './timeline-words.ts'
import { langOf, ToldInline } from './told.page.tsx'

/** An agency's home for its own people: every engagement, how it stands, what is next, what is late. */
export function WorkPage({
  view,
  agency,
  seat,
  engagements,
  coming,
  today,
}: {
  view: View
  agency: Agency
  seat: Seat | undefined
  engagements: readonly Engagement[]
  /** What is still to come, over all engagements. */
  coming: readonly TimelineEntry[]
  today: string
}) {
  const { t, language } = view
  const frame = agencyFrame(view, agency, seat, 'work')
  const publicHref = paths.agency.to({ language, agency: agency.slug })
  const mayRun = may(seat, 'run engagements')
  const newHref = paths.workEngagementNew.to({ language, agency: agency.slug })
  return (
    <WorkLayout
      view={view}
      title={t('engagements.work.title')}
      {...frame}
      tools={[...(frame.tools ?? []), { label: t('engagements.work.publicPage'), href: publicHref }]}
    >
      <PageHead title={t('engagements.work.title')} lead={t('engagements.work.lead')} />
      {engagements.length === 0 ? (
        <EmptyState
          title={t('engagements.work.emptyTitle')}
          why={t('engagements.work.empty')}
          act={mayRun ? { label: t('engagements.new.title'), href: newHref } : undefined}
        />
      ) : (
        <>
          {mayRun && (
            <Buttons>
              <ButtonLink href={newHref}>{t('engagements.new.title')}</ButtonLink>
            </Buttons>
          )}
          <Cards>
            {engagements.map((engagement) => (
              <WorkCard
                view={view}
                agency={agency}
                engagement={engagement}
                coming={coming.filter((entry) => entry.engagementId === engagement.id)}
                today={today}
              />
            ))}
          </Cards>
        </>
      )}
    </WorkLayout>
  )
}

function WorkCard({
  view,
  agency,
  engagement,
  coming,
  today,
}: {
  view: View
  agency: Agency
  engagement: Engagement
  coming: readonly TimelineEntry[]
  today: string
}) {
  const { t, language } = view
  const title = inLanguage(engagement.title, language)
  const next = coming[0]
  return (
    <Card
      title={title.text}
      lang={langOf(view, title.language)}
      level={2}
      href={paths.workEngagement.to({ language, agency: agency.slug, engagement: engagement.slug })}
      above={
        <>
          <StatusTag
            view={view}
            status={engagement.status}
            label={t(`engagements.status.${engagement.status}`)}
          />
          {isOverdue(engagement, today) && (
            <>
              {' '}
              <StatusTag view={view} status="late" />
            </>
          )}
        </>
      }
      foot={
        <>
          {engagement.closesOn && engagement.status === 'open' && (
            <p>
              {t('engagements.hub.openUntil')} <Day view={view} day={engagement.closesOn} style="short" />
            </p>
          )}
          {next && (
            <p>
              <Bidi>{whenInWords(view, next)}</Bidi>: <ToldInline view={view} text={next.title} />
            </p>
          )}
        </>
      }
    >
      <p>
        <strong>{t('engagements.work.next')}</strong>{' '}
        {t(`engagements.next.${nextAct(engagement, today, coming)}.title`)}
      </p>
    </Card>
  )
}
