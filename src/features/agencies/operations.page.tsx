import { paths } from '../../paths.ts'
import { type Typed, typedList, typedText } from '../../platform/http/form.ts'
import { languageNames, languages } from '../../platform/i18n/language.ts'
import type { JobFailure } from '../../platform/jobs/jobs.ts'
import {
  Bidi,
  Button,
  Buttons,
  Checkboxes,
  DateTime,
  DescriptionList,
  Details,
  ErrorSummary,
  type Fault,
  Form,
  Layout,
  Notice,
  numberInWords,
  PageHead,
  Radios,
  Select,
  Table,
  TextField,
  type View,
} from '../../ui/components.ts'
import { type Agency, agencyKinds } from './agency.ts'
import { asTree, isAlmostFull, needsVacuum } from './operations.ts'
import type { DatabaseFacts, DiskFacts } from './operations.store.ts'
import { timeZoneOptions } from './time-zones.ts'

const operationsNews = ['retried', 'agency-added'] as const
export type OperationsNews = (typeof operationsNews)[number]

export function newsOf(told: string | undefined): OperationsNews | undefined {
  return operationsNews.find((known) => known === told)
}

/** How the installation is doing: for whoever runs it. */
export function OperationsPage(props: {
  view: View
  failures: readonly JobFailure[]
  lag: { ready: number; oldestSeconds: number }
  database: DatabaseFacts
  /** Days since the engine's release, when that is too long ago. */
  daysBehind: number | undefined
  disk: DiskFacts | undefined
  mails: boolean
  agencies: readonly Agency[]
  typed?: Typed
  faults?: readonly Fault[]
  news?: OperationsNews
}) {
  const { view, database, disk, lag, faults } = props
  const { t } = view
  const gigabytes = (bytes: number) =>
    t('agencies.operations.gigabytes', {
      count: numberInWords(view, bytes / 1e9, { maximumFractionDigits: 1 }),
    })
  return (
    <Layout
      view={view}
      title={t('agencies.operations.title')}
      width="work"
      faulty={Boolean(faults?.length)}
      unlisted
    >
      <PageHead title={t('agencies.operations.title')} lead={t('agencies.operations.lead')} />
      <ErrorSummary view={view} faults={faults} />
      {props.news && (
        <Notice view={view} kind="success" live>
          <p>{t(`agencies.operations.news.${props.news}`)}</p>
        </Notice>
      )}
      {props.daysBehind !== undefined && (
        <Notice view={view} kind="warning" title={t('agencies.operations.oldTitle')}>
          <p>{t('agencies.operations.old', { version: database.version, days: props.daysBehind })}</p>
        </Notice>
      )}
      {needsVacuum(database.transactionAge) && (
        <Notice view={view} kind="warning" title={t('agencies.operations.vacuumTitle')}>
          <p>{t('agencies.operations.vacuum')}</p>
        </Notice>
      )}
      {disk && isAlmostFull(disk) && (
        <Notice view={view} kind="error" title={t('agencies.operations.fullTitle')}>
          <p>{t('agencies.operations.full', { free: gigabytes(disk.freeBytes) })}</p>
        </Notice>
      )}
      <DescriptionList
        items={[
          {
            term: t('agencies.operations.database'),
            value: `PostgreSQL ${database.version}, ${gigabytes(database.bytes)}`,
          },
          {
            term: t('agencies.operations.disk'),
            value: disk
              ? t('agencies.operations.diskFree', {
                  free: gigabytes(disk.freeBytes),
                  total: gigabytes(disk.totalBytes),
                })
              : t('agencies.operations.diskUnknown'),
          },
          {
            term: t('agencies.operations.queue'),
            value: t('agencies.operations.queueText', {
              count: lag.ready,
              seconds: Math.round(lag.oldestSeconds),
            }),
          },
          {
            term: t('agencies.operations.mail'),
            value: t(props.mails ? 'agencies.operations.mailOn' : 'agencies.operations.mailOff'),
          },
        ]}
      />
      <FailedJobs view={view} failures={props.failures} />
      <AgencyTree view={view} agencies={props.agencies} />
      <AddAgency {...props} />
    </Layout>
  )
}

function FailedJobs({ view, failures }: { view: View; failures: readonly JobFailure[] }) {
  const { t, language } = view
  return (
    <>
      <h2>{t('agencies.operations.failed')}</h2>
      {failures.length === 0 ? (
        <p>{t('agencies.operations.noneFailed')}</p>
      ) : (
        <Table
          view={view}
          caption={t('agencies.operations.failed')}
          captionHidden
          columns={[
            { label: t('agencies.operations.job') },
            { label: t('agencies.operations.attempts'), numeric: true },
            { label: t('agencies.operations.failedAt') },
            { label: t('agencies.operations.error') },
            { label: t('agencies.operations.act'), quiet: true },
          ]}
          rows={failures.map((job) => ({
            cells: [
              <code>{job.name}</code>,
              numberInWords(view, job.attempts),
              job.failedAt ? <DateTime view={view} at={job.failedAt} /> : '',
              <span lang="en" dir="ltr">
                {job.error}
              </span>,
              <Form
                view={view}
                action={paths.operationsJobRetry.to({ language, job: job.id })}
                label={t('agencies.operations.retryOf', { job: job.name })}
              >
                <Button kind="quiet">{t('agencies.operations.retry')}</Button>
              </Form>,
            ],
          }))}
        />
      )}
    </>
  )
}

function AgencyTree({ view, agencies }: { view: View; agencies: readonly Agency[] }) {
  const { t, language } = view
  const names = new Map(agencies.map((agency) => [agency.id, agency.name]))
  return (
    <>
      <h2>{t('agencies.operations.agencies')}</h2>
      <Table
        view={view}
        caption={t('agencies.operations.agencies')}
        captionHidden
        columns={[
          { label: t('agencies.operations.agency') },
          { label: t('agencies.operations.kind') },
          { label: t('agencies.operations.below') },
        ]}
        rows={asTree(agencies).map(({ agency, depth }) => ({
          cells: [
            <>
              <span aria-hidden="true">{'— '.repeat(depth)}</span>
              <a href={paths.agency.to({ language, agency: agency.slug })}>
                <Bidi>{agency.name}</Bidi>
              </a>
            </>,
            t(`agencies.kind.${agency.kind}`),
            agency.parentId === null ? (
              t('agencies.operations.top')
            ) : (
              <Bidi>{names.get(agency.parentId) ?? ''}</Bidi>
            ),
          ],
        }))}
      />
    </>
  )
}

function AddAgency({
  view,
  agencies,
  typed = {},
  faults,
}: {
  view: View
  agencies: readonly Agency[]
  typed?: Typed
  faults?: readonly Fault[]
}) {
  const { t, language } = view
  const field = (name: string, usual = '') => ({ view, name, value: typedText(typed, name) || usual, faults })
  return (
    <Details summary={t('agencies.operations.add')} open={Boolean(faults?.length)}>
      <p>{t('agencies.operations.addText')}</p>
      <Form
        view={view}
        action={paths.operationsAgencies.to({ language })}
        label={t('agencies.operations.add')}
      >
        <TextField {...field('name')} label={t('agencies.settings.name')} autocomplete="off" required />
        <Radios
          {...field('kind', 'lea')}
          label={t('agencies.operations.kind')}
          options={agencyKinds.map((kind) => ({ value: kind, label: t(`agencies.kind.${kind}`) }))}
          required
        />
        <Select
          {...field('parentId')}
          label={t('agencies.settings.parent')}
          hint={t('agencies.settings.parentHint')}
          options={agencies
            .filter((agency) => agency.kind !== 'school')
            .map(({ id, name }) => ({ value: id, label: name }))}
        />
        <Checkboxes
          {...field('languages')}
          values={faults?.length ? typedList(typed, 'languages') : ['en', 'es']}
          label={t('agencies.settings.languages')}
          options={languages.map((code) => ({ value: code, label: languageNames[code], lang: code }))}
          required
        />
        <Select
          {...field('timeZone', view.timeZone)}
          label={t('agencies.settings.timeZone')}
          options={timeZoneOptions}
          required
        />
        <Buttons>
          <Button>{t('agencies.operations.addAct')}</Button>
        </Buttons>
      </Form>
    </Details>
  )
}
