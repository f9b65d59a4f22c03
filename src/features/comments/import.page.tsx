import { paths } from '../../paths.ts'
import { columnLetter, type TableFault, type TableNote } from '../../platform/documents/table-types.ts'
import { type Typed, typedText } from '../../platform/http/typed.ts'
import type { StoredFile } from '../../platform/files/stored-file.store.ts'
import { wordsIn } from '../../platform/i18n/written.ts'
import {
  Bidi,
  Button,
  ButtonLink,
  Buttons,
  Checkbox,
  DateField,
  DateTime,
  dayInWords,
  DescriptionList,
  ErrorSummary,
  type Fault,
  FileField,
  Form,
  Heading,
  Notice,
  PageHead,
  Select,
  Table,
  type View,
  WorkLayout,
} from '../../ui/components.ts'
import { workFrame } from '../engagements/work-frame.ts'
import type { Asked } from './comment-form.ts'
import type { CommentImport } from './comment-import.store.ts'
import { channels } from './comment.ts'
import { columnField, columnUses, type ImportMapping, singleUses } from './import-mapping.ts'
import type { ImportReport } from './import-rows.ts'
import type { ImportOutcome, TableHead } from './import-draft.store.ts'
import { languageName } from './public-comments.page.tsx'
import { sayOneOf } from './say-one-of.ts'
import { workPlace, type WorkPageProps } from './work-place.ts'

export type ImportPageProps = WorkPageProps & {
  drafts: readonly StoredFile[]
  imports: readonly CommentImport[]
  names: ReadonlyMap<string, string>
  faults?: readonly Fault[]
  notice?: { kind: 'success' | 'warning'; text: string }
}

/** Where tables of comments come in, and where a whole import can be taken back. */
export function ImportPage({
  view,
  agency,
  engagement,
  drafts,
  imports,
  names,
  faults,
  notice,
}: ImportPageProps) {
  const { t } = view
  const place = workPlace(view, agency, engagement)
  return (
    <WorkLayout
      {...workFrame(view, agency, engagement, 'comments')}
      view={view}
      title={t('comments-staff.import.title')}
      faulty={Boolean(faults?.length)}
    >
      <PageHead
        above={<a href={paths.workComments.to(place)}>{t('comments-staff.list.title')}</a>}
        title={t('comments-staff.import.title')}
        lead={t('comments-staff.import.lead')}
      />
      <ErrorSummary view={view} faults={faults} />
      {notice && <Notice view={view} kind={notice.kind} title={notice.text} live />}
      <Form view={view} action={paths.workImport.to(place)} files label={t('comments-staff.import.title')}>
        <FileField
          view={view}
          name="file"
          label={t('comments-staff.import.file')}
          accept=".csv,.tsv,.txt,.xlsx"
          kinds={t('comments-staff.import.kinds')}
          size="20 MB"
          required
          faults={faults}
        />
        <Buttons>
          <Button>{t('comments-staff.import.upload')}</Button>
        </Buttons>
      </Form>
      {drafts.length > 0 && (
        <>
          <Heading level={2}>{t('comments-staff.import.drafts')}</Heading>
          <ul>
            {drafts.map((file) => (
              <li>
                <a href={paths.workImportMap.to({ ...place, file: file.id })}>
                  <Bidi>{file.name}</Bidi>
                </a>{' '}
                (<DateTime view={view} at={file.createdAt} style="short" />)
              </li>
            ))}
          </ul>
        </>
      )}
      {imports.length > 0 && (
        <Table
          view={view}
          caption={t('comments-staff.import.done')}
          columns={[
            { label: t('comments-staff.import.file') },
            { label: t('comments-staff.import.rows'), numeric: true },
            { label: t('comments-staff.import.by') },
            { label: t('comments-staff.import.when') },
            { label: t('comments-staff.import.undoColumn'), quiet: true },
          ]}
          rows={imports.map((one) => ({
            cells: [
              <Bidi>{one.fileName}</Bidi>,
              one.rows,
              <Bidi>{names.get(one.importedBy) ?? t('comments-staff.one.someone')}</Bidi>,
              <DateTime view={view} at={one.importedAt} style="short" />,
              one.undoneAt ? (
                t('comments-staff.import.undone')
              ) : (
                <Form
                  view={view}
                  action={paths.workImportUndo.to({ ...place, import: one.id })}
                  label={t('comments-staff.import.undoLabel', { file: one.fileName })}
                >
                  <Checkbox view={view} name="sure" label={t('comments-staff.import.sure')} required />
                  <Button kind="danger">{t('comments-staff.import.undo')}</Button>
                </Form>
              ),
            ],
          }))}
        />
      )}
    </WorkLayout>
  )
}

type FilePageProps = WorkPageProps & { file: StoredFile }

/** While a table is being read, checked or brought in. No page reloads itself: people who read slowly lose their place. */
export function ImportWaitPage({
  view,
  agency,
  engagement,
  file,
  what,
}: FilePageProps & { what: 'read' | 'check' | 'commit' }) {
  const { t } = view
  const place = workPlace(view, agency, engagement)
  const title = t(`comments-staff.import.wait.${what}`)
  return (
    <WorkLayout {...workFrame(view, agency, engagement, 'comments')} view={view} title={title}>
      <PageHead
        above={<a href={paths.workImport.to(place)}>{t('comments-staff.import.title')}</a>}
        title={title}
        lead={<Bidi>{file.name}</Bidi>}
      />
      <Notice view={view} title={t('comments-staff.import.wait.leave')} live>
        <p>{t('comments-staff.import.wait.text')}</p>
      </Notice>
      <Buttons>
        <ButtonLink href={paths.workImportMap.to({ ...place, file: file.id })}>
          {t('comments-staff.import.wait.look')}
        </ButtonLink>
      </Buttons>
      <GiveUp view={view} place={place} file={file} />
    </WorkLayout>
  )
}

function GiveUp({
  view,
  place,
  file,
}: {
  view: View
  place: ReturnType<typeof workPlace>
  file: StoredFile
}) {
  const { t } = view
  return (
    <Form
      view={view}
      action={paths.workImportMap.to({ ...place, file: file.id })}
      label={t('comments-staff.import.giveUp')}
    >
      <Button kind="quiet" name="step" value="give-up">
        {t('comments-staff.import.giveUp')}
      </Button>
    </Form>
  )
}

/** Why a table cannot be read: which row and column, and what to do. */
export function ImportFaultPage({
  view,
  agency,
  engagement,
  file,
  faults,
}: FilePageProps & { faults: readonly TableFault[] }) {
  const { t } = view
  const place = workPlace(view, agency, engagement)
  const title = t('comments-staff.import.unreadable')
  return (
    <WorkLayout {...workFrame(view, agency, engagement, 'comments')} view={view} title={title} faulty>
      <PageHead
        above={<a href={paths.workImport.to(place)}>{t('comments-staff.import.title')}</a>}
        title={title}
        lead={<Bidi>{file.name}</Bidi>}
      />
      <Notice view={view} kind="error" title={t('comments-staff.import.nothingKept')}>
        <ul>
          {faults.map((fault) => (
            <li>
              {fault.row !== undefined &&
                `${t('comments-staff.import.place', { row: fault.row, column: fault.column ?? '' })} `}
              {sayOneOf(t, `comments-staff.tableFaults.${fault.problem}`, { detail: fault.detail ?? '' })}
            </li>
          ))}
        </ul>
      </Notice>
      <GiveUp view={view} place={place} file={file} />
    </WorkLayout>
  )
}

export type MapPageProps = FilePageProps & {
  head: Extract<TableHead, { outcome: 'table' }>
  asked: Asked
  mapping: ImportMapping
  typed?: Typed
  faults?: readonly Fault[]
  report?: ImportReport
  today: string
  refused?: Extract<ImportOutcome, { state: 'refused' }>['reason']
}

/** Which column is what, with the first rows beside it; and after the dry run what bringing it in would come to. */
export function MapPage(props: MapPageProps) {
  const { view, agency, engagement, file, head, asked, mapping, typed, faults, report, refused } = props
  const { t } = view
  const place = workPlace(view, agency, engagement)
  const title = t(report ? 'comments-staff.import.checked' : 'comments-staff.import.map')
  const value = (field: string, fallback: string) => (typed ? typedText(typed, field) : fallback)
  return (
    <WorkLayout
      {...workFrame(view, agency, engagement, 'comments')}
      view={view}
      title={title}
      faulty={Boolean(faults?.length)}
    >
      <PageHead
        above={<a href={paths.workImport.to(place)}>{t('comments-staff.import.title')}</a>}
        title={title}
        lead={<Bidi>{file.name}</Bidi>}
      />
      <ErrorSummary view={view} faults={faults} />
      {refused && <Notice view={view} kind="error" title={t(`comments-staff.import.refused.${refused}`)} />}
      {report ? <Report {...props} report={report} /> : <HowRead view={view} head={head} />}
      {report && <Heading level={2}>{t('comments-staff.import.change')}</Heading>}
      <Form
        view={view}
        action={paths.workImportMap.to({ ...place, file: file.id })}
        label={t('comments-staff.import.map')}
      >
        <p>{t('comments-staff.import.mapLead')}</p>
        {head.header.map((name, index) => (
          <Select
            view={view}
            name={columnField(index)}
            label={`${columnLetter(index)}: ${name}`}
            hint={<Sample view={view} cells={head.sample.map((row) => row[index] ?? '')} />}
            options={columnUses(asked).map((use) => ({ value: use, label: useLabel(view, asked, use) }))}
            value={value(columnField(index), mapping.columns[index] ?? 'ignore')}
            required
            faults={faults}
          />
        ))}
        <Select
          view={view}
          name="language"
          label={t('comments-staff.import.language')}
          hint={t('comments-staff.import.languageHint')}
          options={[
            ...new Set<string>([...engagement.languages, 'en', 'es', 'ar', 'zh', 'vi', 'tl', 'ko', 'ru']),
          ].map((code) => ({ value: code, label: languageName(view, code) }))}
          value={value('language', mapping.language)}
          required
          faults={faults}
        />
        <Select
          view={view}
          name="channel"
          label={t('comments-staff.import.channel')}
          hint={t('comments-staff.import.channelHint')}
          options={channels.map((channel) => ({ value: channel, label: t(`comments.channel.${channel}`) }))}
          value={value('channel', mapping.channel)}
          required
          faults={faults}
        />
        <DateField
          view={view}
          name="receivedOn"
          label={t('comments-staff.import.received')}
          hint={t('comments-staff.import.receivedHint')}
          value={value('receivedOn', mapping.receivedOn)}
          max={props.today}
          required
          faults={faults}
        />
        <Buttons>
          <Button name="step" value="check" kind={report ? 'quiet' : 'primary'}>
            {t('comments-staff.import.check')}
          </Button>
        </Buttons>
      </Form>
      <GiveUp view={view} place={place} file={file} />
    </WorkLayout>
  )
}

function Sample({ view, cells }: { view: View; cells: readonly string[] }) {
  const some = cells.filter((cell) => cell.trim() !== '').slice(0, 3)
  if (some.length === 0) return <>{view.t('comments-staff.import.emptyColumn')}</>
  return (
    <>
      {some.map((cell, index) => (
        <>
          {index > 0 && ' · '}
          <Bidi>{cell.length > 80 ? `${cell.slice(0, 80).toWellFormed()}…` : cell}</Bidi>
        </>
      ))}
    </>
  )
}

function useLabel({ t, language }: View, asked: Asked, use: string): string {
  const single = singleUses.find((one) => one === use)
  if (single) return t(`comments-staff.import.uses.${single}`)
  const question = asked.questions.find((one) => `q:${one.code}` === use)
  if (question)
    return t('comments-staff.import.uses.question', {
      question: `${question.code} ${wordsIn(question.prompt, language)}`,
    })
  const about = asked.aboutQuestions.find((one) => `a:${one.key}` === use)
  return about
    ? t('comments-staff.import.uses.about', { question: wordsIn(about.prompt, language) })
    : t('comments-staff.import.uses.ignore')
}

/** How the file was understood: what a person should look at before they go on. */
function HowRead({ view, head }: { view: View; head: MapPageProps['head'] }) {
  const { t } = view
  const facts = [
    { term: t('comments-staff.import.rows'), value: String(head.rows) },
    ...(head.encoding ? [{ term: t('comments-staff.import.encoding'), value: head.encoding }] : []),
    ...(head.delimiter
      ? [
          {
            term: t('comments-staff.import.delimiter'),
            value: head.delimiter === '\t' ? t('comments-staff.import.tab') : head.delimiter,
          },
        ]
      : []),
    ...(head.sheet ? [{ term: t('comments-staff.import.sheet'), value: head.sheet }] : []),
  ]
  return (
    <>
      <DescriptionList items={facts} />
      {head.notes.length > 0 && (
        <Notice view={view}>
          <ul>
            {head.notes.map((note: TableNote) => (
              <li>{t(`comments-staff.tableNotes.${note}`)}</li>
            ))}
          </ul>
        </Notice>
      )}
    </>
  )
}

/** What the dry run found, and the button that does it. */
function Report({ view, agency, engagement, file, head, report }: MapPageProps & { report: ImportReport }) {
  const { t } = view
  const place = workPlace(view, agency, engagement)
  const listed = (counts: Readonly<Record<string, number>>, name: (key: string) => string) =>
    Object.entries(counts)
      .sort(([, a], [, b]) => b - a)
      .map(([key, count]) => t('comments-staff.import.counted', { name: name(key), count }))
      .join(', ')
  const facts = [
    {
      term: t('comments-staff.import.comments'),
      value: t('comments-staff.import.ofRows', { count: report.comments, rows: report.rows }),
    },
    ...(report.blank > 0
      ? [
          {
            term: t('comments-staff.import.blank'),
            value: t('comments-staff.import.rowCount', { count: report.blank }),
          },
        ]
      : []),
    ...(report.repeated > 0
      ? [
          {
            term: t('comments-staff.import.repeated'),
            value: t('comments-staff.import.repeatedText', { count: report.repeated }),
          },
        ]
      : []),
    {
      term: t('comments-staff.list.language'),
      value: listed(report.languages, (code) => languageName(view, code)),
    },
    {
      term: t('comments-staff.list.channel'),
      value: listed(report.channels, (channel) =>
        t(`comments.channel.${channels.find((one) => one === channel) ?? 'import'}`),
      ),
    },
    ...(report.earliest && report.latest
      ? [
          {
            term: t('comments-staff.list.received'),
            value: t('ui.range', {
              from: dayInWords(view, report.earliest, 'short'),
              to: dayInWords(view, report.latest, 'short'),
            }),
          },
        ]
      : []),
  ]
  return (
    <>
      <DescriptionList items={facts} />
      {report.faultyRows > 0 && (
        <>
          <Notice
            view={view}
            kind="warning"
            title={t('comments-staff.import.faulty', { count: report.faultyRows })}
          >
            <p>{t('comments-staff.import.faultyText')}</p>
          </Notice>
          <Table
            view={view}
            caption={t('comments-staff.import.faults')}
            columns={[
              { label: t('comments-staff.import.row'), numeric: true },
              { label: t('comments-staff.import.column') },
              { label: t('comments-staff.import.value') },
              { label: t('comments-staff.import.what') },
            ]}
            rows={report.faults.map((fault) => ({
              cells: [
                fault.row,
                <Bidi>{`${columnLetter(fault.column)} ${head.header[fault.column] ?? ''}`}</Bidi>,
                <Bidi>{fault.value}</Bidi>,
                t(`comments-staff.rowFaults.${fault.problem}`),
              ],
            }))}
          />
        </>
      )}
      {report.comments > 0 && (
        <Form
          view={view}
          action={paths.workImportMap.to({ ...place, file: file.id })}
          label={t('comments-staff.import.commitLabel')}
        >
          {report.faultyRows > 0 && (
            <Checkbox
              view={view}
              name="leaveOut"
              label={t('comments-staff.import.leaveOut', { count: report.faultyRows })}
              required
            />
          )}
          <Buttons>
            <Button name="step" value="commit">
              {t('comments-staff.import.commit', { count: report.comments })}
            </Button>
          </Buttons>
        </Form>
      )}
    </>
  )
}
