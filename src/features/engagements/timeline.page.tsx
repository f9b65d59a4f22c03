import { paths } from '../../paths.ts'
import { inLanguage } from '../../platform/i18n/written.ts'
import {
  Breadcrumbs,
  ButtonLink,
  Buttons,
  EmptyState,
  Layout,
  PageHead,
  type View,
} from '../../ui/components.ts'
import type { Agency } from '../agencies/agency.ts'
import { commentTime, type Engagement, sourceLanguage } from './engagement.ts'
import { timelineFeeds } from './timeline-feeds.ts'
import { lastChange, type TimelineEntry } from './timeline.ts'
import { TimelineList } from './timeline-list.page.tsx'
import { LanguageNotice, langOf } from './told.page.tsx'

/** Every date of an engagement, with the points where people can take part. */
export function TimelinePage(props: {
  view: View
  agency: Agency
  engagement: Engagement
  entries: readonly TimelineEntry[]
  today: string
  structuredData: object | undefined
}) {
  const { view, agency, engagement, entries, today } = props
  const { t, language } = view
  const place = { language, agency: agency.slug, engagement: engagement.slug }
  const title = inLanguage(engagement.title, language)
  const parts = entries.filter((entry) => inLanguage(entry.title, language).language !== language).length
  return (
    <Layout
      view={view}
      title={`${t('engagements.timeline.title')}: ${title.text}`}
      feeds={timelineFeeds(view, place)}
      lastChanged={lastChange(entries) ?? engagement.changedAt}
      structuredData={props.structuredData}
    >
      <Breadcrumbs
        view={view}
        items={[
          { label: title.text, lang: langOf(view, title.language), href: paths.hub.to(place) },
          { label: t('engagements.timeline.title') },
        ]}
      />
      <LanguageNotice view={view} source={sourceLanguage(engagement)} parts={parts} />
      <PageHead title={t('engagements.timeline.title')} lead={t('engagements.timeline.lead')} />
      {entries.length === 0 ? (
        <EmptyState
          title={t('engagements.timeline.emptyTitle')}
          why={t('engagements.timeline.empty')}
          act={{ label: t('engagements.follow.title'), href: paths.follow.to(place) }}
        />
      ) : (
        <TimelineList view={view} entries={entries} today={today} level={2} />
      )}
      <Buttons>
        {commentTime(engagement, today) === 'now' && (
          <ButtonLink href={paths.comment.to(place)} icon="speak">
            {t('engagements.hub.comment')}
          </ButtonLink>
        )}
        <ButtonLink kind="quiet" href={paths.follow.to(place)}>
          {t('engagements.follow.title')}
        </ButtonLink>
        <ButtonLink kind="quiet" href={paths.poster.to(place)}>
          {t('engagements.hub.poster')}
        </ButtonLink>
      </Buttons>
    </Layout>
  )
}
