import { paths } from '../../paths.ts'
import { inLanguage } from '../../platform/i18n/written.ts'
import { type Typed, typedText } from '../../platform/http/typed.ts'
import {
  Bidi,
  Button,
  Buttons,
  Checkbox,
  DateField,
  Details,
  EmptyState,
  ErrorSummary,
  type Fault,
  Fieldset,
  Form,
  HiddenField,
  Notice,
  PageHead,
  Table,
  Tag,
  TextField,
  type View,
  WorkLayout,
} from '../../ui/components.ts'
import type { Agency } from '../agencies/agency.ts'
import { Conflict, type Difference } from './conflict.page.tsx'
import type { Engagement } from './engagement.ts'
import { formLanguages } from './engagement-form.ts'
import { entryState, type TimelineEntry } from './timeline.ts'
import { whenInWords } from './timeline-words.ts'
import { langOf, ToldInline } from './told.page.tsx'
import { TranslatedFields } from './translated-fields.page.tsx'
import { workFrame } from './work-frame.ts'

type Props = { view: View; agency: Agency; engagement: Engagement }

/** The timeline as its makers see it: every date, and a form for a new one. */
export function WorkTimelinePage(
  props: Props & {
    entries: readonly TimelineEntry[]
    today: string
    followers: number
    mayRun: boolean
    typed: Typed
    faults?: readonly Fault[]
  },
) {
  const { view, agency, engagement, entries, mayRun, faults } = props
  const { t } = view
  const place = { language: view.language, agency: agency.slug, engagement: engagement.slug }
  const title = t('engagements.timeline.title')
  return (
    <WorkLayout
      view={view}
      title={title}
      {...workFrame(view, agency, engagement, 'timeline')}
      faulty={Boolean(faults?.length)}
    >
      <ErrorSummary view={view} faults={faults} />
      <PageHead title={title} lead={t('engagements.timeline.workLead', { count: props.followers })} />
      {entries.length === 0 ? (
        <EmptyState title={t('engagements.timeline.emptyTitle')} why={t('engagements.timeline.workEmpty')} />
      ) : (
        <Table
          view={view}
          caption={title}
          captionHidden
          columns={[
            { label: t('engagements.timeline.what') },
            { label: t('engagements.timeline.when') },
            { label: t('engagements.timeline.place') },
            { label: t('engagements.timeline.state') },
          ]}
          rows={entries.map((entry) => {
            const name = inLanguage(entry.title, view.language)
            const href = paths.workTimelineEntry.to({ ...place, entry: entry.id })
            return {
              key: `entry-${entry.id}`,
              cells: [
                mayRun ? (
                  <a href={href} lang={langOf(view, name.language)} dir="auto">
                    {name.text}
                  </a>
                ) : (
                  <ToldInline view={view} text={entry.title} />
                ),
                whenInWords(view, entry),
                <Bidi>{entry.place}</Bidi>,
                <EntryTags view={view} entry={entry} today={props.today} />,
              ],
            }
          })}
        />
      )}
      {mayRun && (
        <section aria-labelledby="new-entry">
          <h2 id="new-entry">{t('engagements.timeline.addTitle')}</h2>
          <EntryForm
            {...props}
            entry={undefined}
            action={paths.workTimeline.to(place)}
            button={t('engagements.timeline.add')}
          />
        </section>
      )}
    </WorkLayout>
  )
}

function EntryTags({ view, entry, today }: { view: View; entry: TimelineEntry; today: string }) {
  const { t } = view
  if (entry.cancelledAt) return <Tag tone="clay">{t('engagements.timeline.cancelled')}</Tag>
  return (
    <>
      <Tag>{t(`ui.timeline.${entryState(entry, today, view.now)}`)}</Tag>{' '}
      {entry.takesPart && <Tag tone="sun">{t('engagements.timeline.participation')}</Tag>}
    </>
  )
}

/** One date, to change or to call off. */
export function WorkTimelineEntryPage(
  props: Props & {
    entry: TimelineEntry
    typed: Typed
    faults?: readonly Fault[]
    differences?: readonly Difference[]
  },
) {
  const { view, agency, engagement, entry, faults } = props
  const { t } = view
  const place = { language: view.language, agency: agency.slug, engagement: engagement.slug }
  const action = paths.workTimelineEntry.to({ ...place, entry: entry.id })
  const title = t('engagements.timeline.editTitle')
  const cancelled = entry.cancelledAt !== null
  return (
    <WorkLayout
      view={view}
      title={title}
      {...workFrame(view, agency, engagement, 'timeline')}
      faulty={Boolean(faults?.length)}
    >
      <PageHead
        title={title}
        above={<a href={paths.workTimeline.to(place)}>{t('engagements.timeline.back')}</a>}
        lead={<ToldInline view={view} text={entry.title} />}
      />
      <ErrorSummary view={view} faults={faults} />
      {props.differences && <Conflict view={view} differences={props.differences} />}
      {cancelled && (
        <Notice view={view} kind="warning" title={t('engagements.timeline.cancelled')}>
          <p>{t('engagements.timeline.cancelledText')}</p>
        </Notice>
      )}
      <EntryForm {...props} action={action} button={t('engagements.timeline.save')} />
      <Details
        summary={t(cancelled ? 'engagements.timeline.restoreTitle' : 'engagements.timeline.cancelTitle')}
      >
        <p>{t(cancelled ? 'engagements.timeline.restoreText' : 'engagements.timeline.cancelText')}</p>
        <Form
          view={view}
          action={action}
          label={t(cancelled ? 'engagements.timeline.restoreTitle' : 'engagements.timeline.cancelTitle')}
        >
          <HiddenField name="act" value={cancelled ? 'restore' : 'cancel'} />
          <Button kind={cancelled ? 'quiet' : 'danger'}>
            {t(cancelled ? 'engagements.timeline.restore' : 'engagements.timeline.cancel')}
          </Button>
        </Form>
      </Details>
    </WorkLayout>
  )
}

function EntryForm({
  view,
  agency,
  engagement,
  entry,
  typed,
  faults,
  action,
  button,
}: Props & {
  entry: TimelineEntry | undefined
  typed: Typed
  faults?: readonly Fault[]
  action: string
  button: string
}) {
  const { t } = view
  const shown = formLanguages(engagement)
  const field = (name: string) => ({ view, name, faults, value: typedText(typed, name) })
  return (
    <Form view={view} action={action} draft={`timeline-${entry?.id ?? engagement.id}`} label={button}>
      <HiddenField name="sequence" value={typedText(typed, 'sequence')} />
      <TranslatedFields
        view={view}
        typed={typed}
        faults={faults}
        field="title"
        legend={t('engagements.timeline.what')}
        hint={t('engagements.timeline.titleHint')}
        written={entry?.title}
        shown={shown}
        oneLine
        required
      />
      <DateField {...field('day')} label={t('engagements.timeline.day')} required />
      <Fieldset
        legend={t('engagements.timeline.times')}
        hint={t('engagements.timeline.timesHint', { zone: agency.timeZone })}
        id="fieldset-times"
      >
        <TextField {...field('starts')} label={t('engagements.timeline.starts')} type="time" size="short" />
        <TextField {...field('ends')} label={t('engagements.timeline.ends')} type="time" size="short" />
      </Fieldset>
      <TextField
        {...field('place')}
        label={t('engagements.timeline.place')}
        hint={t('engagements.timeline.placeHint')}
      />
      <Checkbox
        view={view}
        name="takesPart"
        label={t('engagements.timeline.takesPart')}
        hint={t('engagements.timeline.takesPartHint')}
        checked={typedText(typed, 'takesPart') === 'yes'}
        faults={faults}
      />
      <TranslatedFields
        view={view}
        typed={typed}
        faults={faults}
        field="detail"
        legend={t('engagements.timeline.detail')}
        hint={t('engagements.timeline.detailHint')}
        written={entry?.detail}
        shown={shown}
        rows={3}
      />
      <Buttons>
        <Button>{button}</Button>
      </Buttons>
    </Form>
  )
}
