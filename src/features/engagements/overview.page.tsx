import { paths } from '../../paths.ts'
import { languageNames } from '../../platform/i18n/language.ts'
import {
  Button,
  ButtonLink,
  DescriptionList,
  ErrorSummary,
  type Fault,
  Form,
  HiddenField,
  Notice,
  numberInWords,
  PageHead,
  StatusTag,
  Table,
  type View,
  WorkLayout,
} from '../../ui/components.ts'
import { inLanguage } from '../../platform/i18n/written.ts'
import type { Agency } from '../agencies/agency.ts'
import { type Engagement, engagementTexts, isOverdue, missingToOpen, sourceLanguage } from './engagement.ts'
import { fieldOfNeed } from './engagement-form.ts'
import { settingItems, textItems } from './overview-items.page.tsx'
import { type NextAct, nextAct } from './next-act.ts'
import type { TimelineEntry } from './timeline.ts'
import { langOf } from './told.page.tsx'
import { translationWork } from './translations.ts'
import { workFrame } from './work-frame.ts'

export type OverviewProps = {
  view: View
  agency: Agency
  engagement: Engagement
  /** Timeline entries from today on. */
  coming: readonly TimelineEntry[]
  followers: number
  today: string
  mayRun: boolean
  faults?: readonly Fault[]
}

type Place = { language: View['language']; agency: string; engagement: string }

/** How an engagement stands: the next act, what is missing, what is set. */
export function OverviewPage(props: OverviewProps) {
  const { view, agency, engagement, mayRun } = props
  const { t, language } = view
  const place = { language, agency: agency.slug, engagement: engagement.slug }
  const title = inLanguage(engagement.title, language)
  return (
    <WorkLayout
      view={view}
      title={`${t('engagements.steps.overview')}: ${title.text}`}
      {...workFrame(view, agency, engagement, 'overview')}
      faulty={Boolean(props.faults?.length)}
      evidence={<Evidence {...props} place={place} />}
      evidenceLabel={t('engagements.overview.beside')}
    >
      <ErrorSummary view={view} faults={props.faults} />
      <PageHead
        title={title.text}
        lang={langOf(view, title.language)}
        above={
          <>
            <StatusTag
              view={view}
              status={engagement.status}
              label={t(`engagements.status.${engagement.status}`)}
            />
            {isOverdue(engagement, props.today) && (
              <>
                {' '}
                <StatusTag view={view} status="late" />
              </>
            )}
          </>
        }
      />
      <NextStep {...props} place={place} />
      {engagement.status === 'draft' && (
        <Missing view={view} place={place} engagement={engagement} mayRun={mayRun} />
      )}
      <h2>{t('engagements.overview.set')}</h2>
      <DescriptionList items={[...textItems(props, place), ...settingItems(props, place)]} />
      <Translations view={view} engagement={engagement} />
      {mayRun && engagement.status !== 'draft' && (
        <StatusForm view={view} place={place} engagement={engagement} />
      )}
    </WorkLayout>
  )
}

function NextStep({ view, engagement, coming, today, mayRun, place }: OverviewProps & { place: Place }) {
  const { t } = view
  const act = nextAct(engagement, today, coming)
  const hrefs: Record<NextAct, string> = {
    complete: paths.workEngagementEdit.to(place),
    open: '',
    close: '',
    translate: paths.workEngagementEdit.to(place),
    plan: paths.workTimeline.to(place),
    read: paths.workComments.to(place),
    decide: paths.workDecisions.to(place),
  }
  return (
    <section class="invitation" aria-labelledby="next-act">
      <h2 id="next-act">{t(`engagements.next.${act}.title`)}</h2>
      <p>{t(`engagements.next.${act}.why`)}</p>
      {(act === 'open' || act === 'close') && mayRun && (
        <StatusButton view={view} place={place} to={act === 'open' ? 'open' : 'closed'} />
      )}
      {hrefs[act] !== '' && (mayRun || act === 'read' || act === 'decide') && (
        <p class="buttons">
          <ButtonLink href={hrefs[act]}>{t(`engagements.next.${act}.act`)}</ButtonLink>
        </p>
      )}
    </section>
  )
}

function StatusButton({
  view,
  place,
  to,
  quiet = false,
}: {
  view: View
  place: Place
  to: 'open' | 'closed'
  quiet?: boolean
}) {
  return (
    <Form
      view={view}
      action={paths.workEngagementStatus.to(place)}
      label={
        quiet ? view.t(`engagements.overview.change.${to}Title`) : view.t(`engagements.overview.to.${to}`)
      }
    >
      <HiddenField name="to" value={to} />
      <Button kind={quiet ? 'quiet' : 'primary'}>{view.t(`engagements.overview.to.${to}`)}</Button>
    </Form>
  )
}

function StatusForm({ view, place, engagement }: { view: View; place: Place; engagement: Engagement }) {
  const { t } = view
  const to = engagement.status === 'open' ? 'closed' : 'open'
  return (
    <>
      <h2>{t(`engagements.overview.change.${to}Title`)}</h2>
      <p>{t(`engagements.overview.change.${to}`)}</p>
      <StatusButton view={view} place={place} to={to} quiet />
    </>
  )
}

function Missing({
  view,
  place,
  engagement,
  mayRun,
}: {
  view: View
  place: Place
  engagement: Engagement
  mayRun: boolean
}) {
  const { t } = view
  const missing = missingToOpen(engagement)
  if (missing.length === 0) {
    return (
      <Notice view={view} kind="success" title={t('engagements.overview.completeTitle')}>
        <p>{t('engagements.overview.complete')}</p>
      </Notice>
    )
  }
  return (
    <>
      <h2>{t('engagements.overview.missingTitle', { count: missing.length })}</h2>
      <ul>
        {missing.map((need) => (
          <li>
            {mayRun ? (
              <a href={`${paths.workEngagementEdit.to(place)}#field-${fieldOfNeed(engagement, need)}`}>
                {t(`engagements.need.${need}`)}
              </a>
            ) : (
              t(`engagements.need.${need}`)
            )}
          </li>
        ))}
      </ul>
    </>
  )
}

function Translations({ view, engagement }: { view: View; engagement: Engagement }) {
  const { t } = view
  const others = engagement.languages.filter((language) => language !== sourceLanguage(engagement))
  if (others.length === 0) return null
  const written = engagementTexts.map((field) => engagement[field])
  return (
    <>
      <h2>{t('engagements.overview.translations')}</h2>
      <Table
        view={view}
        caption={t('engagements.overview.translations')}
        captionHidden
        columns={[
          { label: t('engagements.overview.language') },
          { label: t('engagements.translation.count.missing'), numeric: true },
          { label: t('engagements.translation.count.stale'), numeric: true },
          { label: t('engagements.translation.count.machine'), numeric: true },
        ]}
        rows={others.map((language) => {
          const work = translationWork(written, language)
          const counts = [work.missing, work.stale, work.machine].map((count) => numberInWords(view, count))
          return { cells: [<span lang={language}>{languageNames[language]}</span>, ...counts] }
        })}
      />
    </>
  )
}

function Evidence({ view, engagement, followers, mayRun, place }: OverviewProps & { place: Place }) {
  const { t } = view
  return (
    <>
      <ul>
        <li>
          <a href={paths.hub.to(place)}>
            {t(engagement.status === 'draft' ? 'engagements.overview.preview' : 'engagements.overview.hub')}
          </a>
        </li>
        <li>
          <a href={paths.poster.to(place)}>{t('engagements.hub.poster')}</a>
        </li>
        {mayRun && (
          <li>
            <a href={paths.workEngagementEdit.to(place)}>{t('engagements.edit.title')}</a>
          </li>
        )}
      </ul>
      <p>{t('engagements.overview.followers', { count: followers })}</p>
    </>
  )
}
