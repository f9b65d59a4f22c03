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
  Layout,
  PageHead,
  StatusTag,
  type View,
} from '../../ui/components.ts'
import type { Agency } from '../agencies/agency.ts'
import { commentTime, type Engagement } from './engagement.ts'
import { langOf } from './told.page.tsx'
import { telephone } from './ways-in.page.tsx'

/** What everyone may see of an agency: what is open, what has been, who stands below it, whom to ask. */
export function AgencyPage({
  view,
  agency,
  engagements,
  parent,
  below,
  today,
  mayWork,
}: {
  view: View
  agency: Agency
  engagements: readonly Engagement[]
  parent: Agency | undefined
  below: readonly Agency[]
  today: string
  /** The reader works here; the page offers the way to the work. */
  mayWork: boolean
}) {
  const { t, language } = view
  const open = engagements.filter((engagement) => engagement.status === 'open')
  const past = engagements.filter((engagement) => engagement.status === 'closed')
  return (
    <Layout
      view={view}
      title={t('engagements.agency.title')}
      description={t('engagements.agency.lead', { agency: agency.name })}
    >
      <PageHead
        title={<Bidi>{agency.name}</Bidi>}
        lead={t('engagements.agency.lead', { agency: agency.name })}
      >
        {parent && (
          <p>
            {t('engagements.agency.partOf')}{' '}
            <a href={paths.agency.to({ language, agency: parent.slug })}>
              <Bidi>{parent.name}</Bidi>
            </a>
          </p>
        )}
      </PageHead>
      {mayWork && (
        <Buttons>
          <ButtonLink kind="quiet" href={paths.work.to({ language, agency: agency.slug })}>
            {t('engagements.agency.toWork')}
          </ButtonLink>
        </Buttons>
      )}
      <h2>{t('engagements.agency.open')}</h2>
      {open.length === 0 ? (
        <EmptyState
          level={3}
          title={t('engagements.agency.emptyTitle')}
          why={t('engagements.agency.empty', { agency: agency.name })}
        />
      ) : (
        <Cards>
          {open.map((engagement) => (
            <EngagementCard view={view} agency={agency} engagement={engagement} today={today} />
          ))}
        </Cards>
      )}
      {past.length > 0 && (
        <>
          <h2>{t('engagements.agency.past')}</h2>
          <Cards>
            {past.map((engagement) => (
              <EngagementCard view={view} agency={agency} engagement={engagement} today={today} />
            ))}
          </Cards>
        </>
      )}
      {below.length > 0 && (
        <>
          <h2>{t('engagements.agency.below')}</h2>
          <ul>
            {below.map((one) => (
              <li>
                <a href={paths.agency.to({ language, agency: one.slug })}>
                  <Bidi>{one.name}</Bidi>
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
      <h2>{t('engagements.hub.person')}</h2>
      <AgencyContact view={view} agency={agency} />
    </Layout>
  )
}

function EngagementCard({
  view,
  agency,
  engagement,
  today,
}: {
  view: View
  agency: Agency
  engagement: Engagement
  today: string
}) {
  const { t, language } = view
  const title = inLanguage(engagement.title, language)
  const purpose = inLanguage(engagement.purpose, language)
  return (
    <Card
      title={title.text}
      lang={langOf(view, title.language)}
      href={paths.hub.to({ language, agency: agency.slug, engagement: engagement.slug })}
      above={
        <StatusTag
          view={view}
          status={engagement.status}
          label={t(`engagements.status.${engagement.status}`)}
        />
      }
      foot={
        commentTime(engagement, today) === 'now' &&
        engagement.closesOn && (
          <>
            {t('engagements.hub.openUntil')} <Day view={view} day={engagement.closesOn} />
          </>
        )
      }
    >
      <p class="brief" lang={langOf(view, purpose.language)} dir="auto">
        {purpose.text}
      </p>
    </Card>
  )
}

function AgencyContact({ view, agency }: { view: View; agency: Agency }) {
  const { t } = view
  if (agency.contactName === '' && agency.contactAddress === '' && agency.contactPhone === '') {
    return <p>{t('engagements.agency.nobody')}</p>
  }
  return (
    <p>
      <Bidi>{agency.contactName}</Bidi>
      {agency.contactAddress && (
        <>
          <br />
          <a class="address" href={`mailto:${agency.contactAddress}`}>
            {agency.contactAddress}
          </a>
        </>
      )}
      {agency.contactPhone && (
        <>
          <br />
          <a href={telephone(agency.contactPhone)}>
            <bdi>{agency.contactPhone}</bdi>
          </a>
        </>
      )}
    </p>
  )
}
