import { paths } from '../../paths.ts'
import { type Typed, typedText } from '../../platform/http/typed.ts'
import { inLanguage } from '../../platform/i18n/written.ts'
import {
  Bidi,
  Button,
  Buttons,
  DateTime,
  ErrorSummary,
  type Fault,
  Fieldset,
  Form,
  Notice,
  PageHead,
  Select,
  StatusTag,
  Table,
  TextArea,
  TextField,
  type View,
  WorkLayout,
} from '../../ui/components.ts'
import type { Agency } from '../agencies/agency.ts'
import { agencyFrame } from '../agencies/agency-frame.ts'
import type { Seat } from '../agencies/permission.ts'
import type { Engagement } from '../engagements/engagement.ts'
import {
  type Hold,
  longestBasis,
  longestHoldReason,
  noticeDays,
  retentionKinds,
  type RetentionRule,
} from './retention.ts'

export const retentionNews = ['saved', 'held', 'lifted'] as const
export type RetentionNews = (typeof retentionNews)[number]

export type RetentionProps = {
  view: View
  agency: Agency
  seat: Seat | undefined
  rules: readonly RetentionRule[]
  holds: readonly Hold[]
  engagements: readonly Engagement[]
  /** The names of those who placed and lifted holds, by id. */
  names: ReadonlyMap<string, string>
  typed?: Typed
  faults?: readonly Fault[]
  news?: RetentionNews
}

/** How long each kind of record is kept, and what must not be deleted for now. */
export function RetentionPage(props: RetentionProps) {
  const { view, agency, faults } = props
  const { t } = view
  const title = t('records.retention.title')
  return (
    <WorkLayout
      view={view}
      title={title}
      faulty={Boolean(faults?.length)}
      {...agencyFrame(view, agency, props.seat, 'retention')}
      unlisted
    >
      <PageHead title={title} lead={t('records.retention.lead', { days: noticeDays })} />
      <ErrorSummary view={view} faults={faults} />
      {props.news && (
        <Notice view={view} kind="success" live>
          <p>{t(`records.retention.news.${props.news}`)}</p>
        </Notice>
      )}
      <Schedule {...props} />
      <Holds {...props} />
    </WorkLayout>
  )
}

function Schedule({ view, agency, rules, typed, faults }: RetentionProps) {
  const { t } = view
  return (
    <Form
      view={view}
      action={paths.workRetention.to({ language: view.language, agency: agency.slug })}
      label={t('records.retention.schedule')}
    >
      <h2>{t('records.retention.schedule')}</h2>
      <p>{t('records.retention.scheduleText')}</p>
      {retentionKinds.map((kind) => {
        const rule = rules.find((candidate) => candidate.kind === kind)
        const days = typed ? typedText(typed, `days-${kind}`) : String(rule?.keepDays ?? '')
        return (
          <Fieldset
            legend={t(`records.kind.${kind}`)}
            hint={t(`records.kindText.${kind}`)}
            id={`kind-${kind}`}
          >
            {kind !== 'audit' && (
              <TextField
                view={view}
                name={`days-${kind}`}
                label={t('records.retention.days')}
                hint={t('records.retention.daysHint')}
                value={days}
                inputmode="numeric"
                size="short"
                faults={faults}
              />
            )}
            <TextField
              view={view}
              name={`basis-${kind}`}
              label={t('records.retention.basis')}
              value={typed ? typedText(typed, `basis-${kind}`) : (rule?.basis ?? '')}
              maxLength={longestBasis}
              faults={faults}
            />
          </Fieldset>
        )
      })}
      <Buttons>
        <Button>{t('records.retention.save')}</Button>
      </Buttons>
    </Form>
  )
}

function Holds({ view, agency, holds, engagements, names, typed = {}, faults }: RetentionProps) {
  const { t } = view
  const at = { language: view.language, agency: agency.slug }
  const titleOf = (id: string | null) => {
    const engagement = engagements.find((candidate) => candidate.id === id)
    return engagement ? inLanguage(engagement.title, view.language) : undefined
  }
  return (
    <>
      <h2>{t('records.holds.title')}</h2>
      <p>{t('records.holds.lead')}</p>
      <Table
        view={view}
        caption={t('records.holds.title')}
        captionHidden
        empty={t('records.holds.none')}
        columns={[
          { label: t('records.holds.covers') },
          { label: t('records.holds.reason') },
          { label: t('records.holds.placed') },
          { label: t('records.holds.state') },
        ]}
        rows={holds.map((hold) => {
          const title = titleOf(hold.engagementId)
          return {
            cells: [
              title ? <Bidi lang={title.language}>{title.text}</Bidi> : t('records.holds.everything'),
              <Bidi>{hold.reason}</Bidi>,
              <>
                <DateTime view={view} at={hold.placedAt} style="short" />{' '}
                <Bidi>{names.get(hold.placedBy) ?? ''}</Bidi>
              </>,
              hold.liftedAt ? (
                <>
                  <StatusTag view={view} status="closed" label={t('records.holds.lifted')} />
                  <p class="hint">
                    <DateTime view={view} at={hold.liftedAt} style="short" />{' '}
                    <Bidi>{names.get(hold.liftedBy ?? '') ?? ''}</Bidi>
                  </p>
                </>
              ) : (
                <>
                  <StatusTag view={view} status="held" label={t('records.holds.standing')} />
                  <Form
                    view={view}
                    action={paths.workHoldLift.to({ ...at, hold: hold.id })}
                    label={t('records.holds.liftOf', { what: title?.text ?? t('records.holds.everything') })}
                  >
                    <Button kind="quiet">{t('records.holds.lift')}</Button>
                  </Form>
                </>
              ),
            ],
          }
        })}
      />
      <Form view={view} action={paths.workHolds.to(at)} label={t('records.holds.place')}>
        <h3>{t('records.holds.place')}</h3>
        <Select
          view={view}
          name="covers"
          label={t('records.holds.covers')}
          value={typedText(typed, 'covers')}
          options={[
            { value: '*', label: t('records.holds.everything') },
            ...engagements.map((engagement) => {
              const title = inLanguage(engagement.title, view.language)
              return { value: engagement.slug, label: title.text || engagement.slug, lang: title.language }
            }),
          ]}
          faults={faults}
          required
        />
        <TextArea
          view={view}
          name="reason"
          label={t('records.holds.reason')}
          hint={t('records.holds.reasonHint')}
          value={typedText(typed, 'reason')}
          rows={3}
          maxLength={longestHoldReason}
          faults={faults}
          required
        />
        <Buttons>
          <Button>{t('records.holds.place')}</Button>
        </Buttons>
      </Form>
    </>
  )
}
