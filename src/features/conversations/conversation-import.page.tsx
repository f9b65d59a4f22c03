import { paths } from '../../paths.ts'
import type { StoredFile } from '../../platform/files/stored-file.store.ts'
import { languageNames, languages } from '../../platform/i18n/language.ts'
import { type Typed, typedText } from '../../platform/http/typed.ts'
import {
  Bidi,
  Button,
  ButtonLink,
  Buttons,
  Count,
  DateTime,
  DescriptionList,
  ErrorSummary,
  type Fault,
  FileField,
  Form,
  Heading,
  HiddenField,
  instantInWords,
  Notice,
  numberInWords,
  PageHead,
  Progress,
  Radios,
  Select,
  Table,
  TextField,
  type View,
  WorkLayout,
} from '../../ui/components.ts'
import { sayOneOf } from '../comments/say-one-of.ts'
import { type WorkPageProps, workPlace } from '../comments/work-place.ts'
import { workFrame } from '../engagements/work-frame.ts'
import type { ArchiveProgress, ArchiveReport } from './conversation-import.store.ts'

type Problems = { faults?: readonly Fault[]; notice?: { kind: 'success' | 'warning'; text: string } }

/** Where an archive of another tool comes in. */
export function ImportConversationPage(props: WorkPageProps & Problems & { begun: readonly StoredFile[] }) {
  const { view, agency, engagement, begun, faults, notice } = props
  const { t } = view
  const place = workPlace(view, agency, engagement)
  const title = t('conversation-work.import.title')
  return (
    <WorkLayout
      {...workFrame(view, agency, engagement, 'conversations')}
      view={view}
      title={title}
      faulty={Boolean(faults?.length)}
    >
      <PageHead
        above={<a href={paths.workConversations.to(place)}>{t('conversation-work.title')}</a>}
        title={title}
        lead={t('conversation-work.import.lead')}
      />
      <ErrorSummary view={view} faults={faults} />
      {notice && <Notice view={view} kind={notice.kind} title={notice.text} live />}
      <Form view={view} action={paths.workConversationImport.to(place)} files label={title}>
        <FileField
          view={view}
          name="archive"
          label={t('conversation-work.import.file')}
          accept=".zip,application/zip"
          kinds={t('conversation-work.import.kinds')}
          size="19 MB"
          required
          faults={faults}
        />
        <Buttons>
          <Button>{t('conversation-work.import.upload')}</Button>
        </Buttons>
      </Form>
      {begun.length > 0 && (
        <>
          <Heading level={2}>{t('conversation-work.import.begun')}</Heading>
          <ul>
            {begun.map((file) => (
              <li>
                <a href={paths.workConversationImport.to(place, { file: file.id })}>
                  <Bidi>{file.name}</Bidi>
                </a>{' '}
                (<DateTime view={view} at={file.createdAt} style="short" />)
              </li>
            ))}
          </ul>
        </>
      )}
    </WorkLayout>
  )
}

export type ArchivePageProps = WorkPageProps &
  Problems & {
    file: StoredFile
    /** None while it is being read. */
    report: ArchiveReport | undefined
    /** It is being brought in. */
    progress: ArchiveProgress | undefined
    typed: Typed
  }

/** One archive on its way in: being read, refused with its rows, ready, or being written. No page reloads itself. */
export function ArchivePage(props: ArchivePageProps) {
  const { view, agency, engagement, file, report, progress, faults } = props
  const { t } = view
  const place = workPlace(view, agency, engagement)
  const title = titleOf(props)
  return (
    <WorkLayout
      {...workFrame(view, agency, engagement, 'conversations')}
      view={view}
      title={title}
      faulty={Boolean(faults?.length)}
    >
      <PageHead
        above={<a href={paths.workConversationImport.to(place)}>{t('conversation-work.import.title')}</a>}
        title={title}
        lead={<Bidi>{file.name}</Bidi>}
      />
      <ErrorSummary view={view} faults={faults} />
      {progress ? (
        <>
          <Progress
            view={view}
            done={progress.done}
            total={Math.max(progress.total, 1)}
            label={t('conversation-work.import.progress')}
            mayLeave
          />
          <LookAgain {...props} />
        </>
      ) : (
        <>
          {report === undefined && (
            <>
              <Notice view={view} title={t('conversation-work.import.waitText')} live />
              <LookAgain {...props} />
            </>
          )}
          {report?.state === 'unreadable' && (
            <Notice
              view={view}
              kind="error"
              title={t(`conversation-work.import.unreadableReason.${report.problem}`)}
            />
          )}
          {report?.state === 'faulty' && <FaultyRows view={view} report={report} />}
          {report?.state === 'ready' && <Ready {...props} report={report} />}
          <Form
            view={view}
            action={paths.workConversationImport.to(place, { file: file.id })}
            label={t('conversation-work.import.giveUp')}
          >
            <Button kind="quiet" name="step" value="give-up">
              {t('conversation-work.import.giveUp')}
            </Button>
          </Form>
        </>
      )}
    </WorkLayout>
  )
}

function titleOf({ view, report, progress }: ArchivePageProps): string {
  const { t } = view
  if (progress) return t('conversation-work.import.coming')
  if (!report) return t('conversation-work.import.wait')
  switch (report.state) {
    case 'unreadable':
      return t('conversation-work.import.unreadable')
    case 'faulty':
      return t('conversation-work.import.faulty', { count: report.count })
    case 'ready':
      return t('conversation-work.import.ready')
  }
}

function LookAgain({ view, agency, engagement, file }: ArchivePageProps) {
  const place = workPlace(view, agency, engagement)
  return (
    <Buttons>
      <ButtonLink href={paths.workConversationImport.to(place, { file: file.id })}>
        {view.t('conversation-work.import.look')}
      </ButtonLink>
    </Buttons>
  )
}

function FaultyRows({ view, report }: { view: View; report: Extract<ArchiveReport, { state: 'faulty' }> }) {
  const { t } = view
  return (
    <>
      <p>{t('conversation-work.import.faultyText')}</p>
      <Table
        view={view}
        caption={t('conversation-work.import.faultyCaption')}
        captionHidden
        columns={[
          { label: t('conversation-work.import.faultFile') },
          { label: t('conversation-work.import.faultRow'), numeric: true },
          { label: t('conversation-work.import.faultWhat') },
        ]}
        rows={report.faults.map(({ file, row, problem, detail = '' }) => ({
          cells: [
            <bdi>{file}</bdi>,
            row === undefined ? '' : numberInWords(view, row),
            sayOneOf(t, `conversation-work.import.problem.${problem}`, { detail }),
          ],
        }))}
        foot={
          report.count > report.faults.length
            ? t('conversation-work.import.faultyMore', { count: report.faults.length })
            : undefined
        }
      />
    </>
  )
}

function Ready(props: ArchivePageProps & { report: Extract<ArchiveReport, { state: 'ready' }> }) {
  const { view, agency, engagement, file, report, typed, faults } = props
  const { t } = view
  const place = workPlace(view, agency, engagement)
  const field = (name: string) => ({ view, name, faults, value: typedText(typed, name) })
  const count = (value: number) => <Count view={view} value={value} />
  const day = (at: number) => instantInWords(view, new Date(at), 'short')
  return (
    <>
      <DescriptionList
        items={[
          {
            term: t('conversation-work.import.statements'),
            value: t('conversation-work.import.statementsCount', {
              count: numberInWords(view, report.statements),
              rejected: numberInWords(view, report.rejected),
            }),
          },
          { term: t('conversation-work.import.people'), value: count(report.people) },
          { term: t('conversation-work.import.votesCast'), value: count(report.votes) },
          ...(report.first !== null && report.last !== null
            ? [
                {
                  term: t('conversation-work.import.span'),
                  value: t('conversation-work.import.spanValue', {
                    first: day(report.first),
                    last: day(report.last),
                  }),
                },
              ]
            : []),
          ...(report.groups > 0
            ? [{ term: t('conversation-work.import.groups'), value: count(report.groups) }]
            : []),
        ]}
      />
      <Form
        view={view}
        action={paths.workConversationImport.to(place, { file: file.id })}
        label={t('conversation-work.import.bringIn')}
      >
        <HiddenField name="step" value="bring-in" />
        <TextField {...field('question')} label={t('conversation-work.import.question')} required />
        <Select
          {...field('language')}
          label={t('conversation-work.import.language')}
          hint={t('conversation-work.import.languageHint')}
          options={languages.map((code) => ({ value: code, label: languageNames[code], lang: code }))}
          required
        />
        <Radios
          {...field('over')}
          label={t('conversation-work.import.over')}
          options={[
            {
              value: 'no',
              label: t('conversation-work.import.overNo'),
              hint: t('conversation-work.import.overNoHint'),
            },
            {
              value: 'yes',
              label: t('conversation-work.import.overYes'),
              hint: t('conversation-work.import.overYesHint'),
            },
          ]}
          required
        />
        <Buttons>
          <Button>{t('conversation-work.import.bringIn')}</Button>
        </Buttons>
      </Form>
    </>
  )
}
