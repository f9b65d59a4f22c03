import { paths } from '../../paths.ts'
import { type Typed, typedText } from '../../platform/http/typed.ts'
import {
  Bidi,
  Button,
  Buttons,
  DateField,
  DateTime,
  Day,
  EmptyState,
  ErrorSummary,
  type Fault,
  Form,
  PageHead,
  StatusTag,
  Table,
  TextArea,
  TextField,
  type View,
  WorkLayout,
} from '../../ui/components.ts'
import type { Agency } from '../agencies/agency.ts'
import type { Engagement } from '../engagements/engagement.ts'
import { workFrame } from '../engagements/work-frame.ts'
import type { RecordsRequest } from './records-request.ts'

export const requestLimits = { askedBy: 200, note: 2000 } as const

/** The records of an engagement: exports for the agency's own use, and requests from others. */
export function RecordsPage(props: {
  view: View
  agency: Agency
  engagement: Engagement
  requests: readonly RecordsRequest[]
  /** Whether the reader may open requests, and take data out. */
  mayRelease: boolean
  mayExport: boolean
  typed?: Typed
  faults?: readonly Fault[]
}) {
  const { view, agency, engagement, requests, typed = {}, faults } = props
  const { t } = view
  const place = { language: view.language, agency: agency.slug, engagement: engagement.slug }
  const title = t('records.title')
  return (
    <WorkLayout
      view={view}
      title={title}
      faulty={Boolean(faults?.length)}
      {...workFrame(view, agency, engagement, 'records')}
      unlisted
    >
      <PageHead title={title} lead={t('records.lead')} />
      <ErrorSummary view={view} faults={faults} />
      {props.mayExport && (
        <>
          <h2>{t('records.exports.title')}</h2>
          <p>{t('records.exports.lead')}</p>
          <ul>
            <li>
              <a href={paths.workCommentsCsv.to(place)}>{t('records.exports.csv')}</a>
            </li>
            <li>
              <a href={paths.workCommentsXlsx.to(place)}>{t('records.exports.xlsx')}</a>
            </li>
            <li>
              <a href={paths.decisionsCsv.to(place)}>{t('records.exports.decisions')}</a>
            </li>
            <li>
              <a href={paths.workExportAll.to(place)}>{t('records.exports.all')}</a>
            </li>
          </ul>
        </>
      )}
      <h2>{t('records.requests.title')}</h2>
      <p>{t('records.requests.lead')}</p>
      {requests.length === 0 ? (
        <EmptyState level={3} title={t('records.requests.none')} why={t('records.requests.noneWhy')} />
      ) : (
        <Table
          view={view}
          caption={t('records.requests.title')}
          captionHidden
          columns={[
            { label: t('records.requests.askedBy') },
            { label: t('records.requests.days') },
            { label: t('records.requests.opened') },
            { label: t('records.requests.state') },
          ]}
          rows={requests.map((request) => ({
            cells: [
              props.mayRelease ? (
                <a href={paths.workRecordsRequest.to({ ...place, request: request.id })}>
                  <Bidi>{request.askedBy}</Bidi>
                </a>
              ) : (
                <Bidi>{request.askedBy}</Bidi>
              ),
              <>
                <Day view={view} day={request.fromDay} style="short" /> –{' '}
                <Day view={view} day={request.toDay} style="short" />
              </>,
              <DateTime view={view} at={request.openedAt} style="short" />,
              <RequestState view={view} request={request} />,
            ],
          }))}
        />
      )}
      {props.mayRelease && (
        <Form view={view} action={paths.workRecords.to(place)} label={t('records.requests.open')}>
          <h3>{t('records.requests.open')}</h3>
          <TextField
            view={view}
            name="askedBy"
            label={t('records.requests.askedBy')}
            hint={t('records.requests.askedByHint')}
            value={typedText(typed, 'askedBy')}
            maxLength={requestLimits.askedBy}
            faults={faults}
            autocomplete="off"
            required
          />
          <DateField
            view={view}
            name="fromDay"
            label={t('records.requests.from')}
            value={typedText(typed, 'fromDay')}
            faults={faults}
            required
          />
          <DateField
            view={view}
            name="toDay"
            label={t('records.requests.to')}
            value={typedText(typed, 'toDay')}
            faults={faults}
            required
          />
          <TextArea
            view={view}
            name="note"
            label={t('records.requests.note')}
            value={typedText(typed, 'note')}
            rows={3}
            maxLength={requestLimits.note}
            faults={faults}
          />
          <Buttons>
            <Button>{t('records.requests.openButton')}</Button>
          </Buttons>
        </Form>
      )}
    </WorkLayout>
  )
}

/** Whether a request was answered, and when. */
export function RequestState({ view, request }: { view: View; request: RecordsRequest }) {
  if (request.releasedAt === null)
    return <StatusTag view={view} status="open" label={view.t('records.requests.isOpen')} />
  return (
    <>
      <StatusTag view={view} status="done" label={view.t('records.requests.released')} />{' '}
      <DateTime view={view} at={request.releasedAt} style="short" />
    </>
  )
}
