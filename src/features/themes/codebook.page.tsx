import { paths } from '../../paths.ts'
import { type Typed, typedText } from '../../platform/http/typed.ts'
import {
  Button,
  Buttons,
  ButtonLink,
  Count,
  DateTime,
  Details,
  EmptyState,
  ErrorSummary,
  type Fault,
  Form,
  Heading,
  HiddenField,
  Notice,
  PageHead,
  Table,
  TextArea,
  TextField,
  WorkLayout,
} from '../../ui/components.ts'
import { workFrame } from '../engagements/work-frame.ts'
import type { Code } from './code.ts'
import type { CodeChange } from './code.store.ts'
import { workPlace, type WorkPageProps } from '../comments/work-place.ts'

type CodebookProps = WorkPageProps & {
  codes: readonly Code[]
  retired: readonly Code[]
  uses: ReadonlyMap<string, number>
  mayWrite: boolean
  typed?: Typed
  faults?: readonly Fault[]
}

/** The codebook: what coders look for, and where each idea ends. */
export function CodebookPage(props: CodebookProps) {
  const { view, agency, engagement, codes, retired, mayWrite, faults } = props
  const { t } = view
  const place = workPlace(props.view, props.agency, props.engagement)
  return (
    <WorkLayout
      view={view}
      title={t('themes.codebook.title')}
      {...workFrame(view, agency, engagement, 'coding')}
      faulty={faults !== undefined}
    >
      <ErrorSummary view={view} faults={faults} />
      <PageHead title={t('themes.codebook.title')} lead={t('themes.codebook.lead')}>
        {codes.length > 0 && (
          <Buttons>
            <ButtonLink href={paths.workCoding.to(place)}>{t('themes.codebook.toCoding')}</ButtonLink>
          </Buttons>
        )}
      </PageHead>
      {codes.length === 0 ? (
        <EmptyState title={t('themes.codebook.empty')} why={t('themes.codebook.emptyWhy')} />
      ) : (
        <CodeTable {...props} rows={codes} caption={t('themes.codebook.inUse')} />
      )}
      {retired.length > 0 && (
        <Details summary={t('themes.codebook.retired', { count: retired.length })}>
          <CodeTable {...props} rows={retired} caption={t('themes.codebook.retiredCaption')} />
        </Details>
      )}
      {mayWrite && (
        <>
          <Heading level={2}>{t('themes.codebook.add')}</Heading>
          <Form view={view} action={paths.workCodebook.to(place)} label={t('themes.codebook.add')}>
            <CodeFields {...props} typed={props.typed ?? {}} />
            <Buttons>
              <Button>{t('themes.codebook.addIt')}</Button>
            </Buttons>
          </Form>
        </>
      )}
    </WorkLayout>
  )
}

function CodeTable(props: CodebookProps & { rows: readonly Code[]; caption: string }) {
  const { view, rows, uses, caption } = props
  const { t } = view
  const place = workPlace(props.view, props.agency, props.engagement)
  return (
    <Table
      view={view}
      caption={caption}
      columns={[
        { label: t('themes.code.name') },
        { label: t('themes.code.definition') },
        { label: t('themes.code.uses'), numeric: true },
      ]}
      rows={rows.map((code) => ({
        key: code.id,
        cells: [
          <a href={paths.workCode.to({ ...place, code: code.id })} dir="auto">
            {code.name}
          </a>,
          <span dir="auto">{code.definition}</span>,
          <Count view={view} value={uses.get(code.id) ?? 0} />,
        ],
      }))}
    />
  )
}

function CodeFields({ view, typed, faults }: WorkPageProps & { typed: Typed; faults?: readonly Fault[] }) {
  const { t } = view
  const shared = { view, faults }
  return (
    <>
      <TextField
        {...shared}
        name="name"
        label={t('themes.code.name')}
        hint={t('themes.code.nameHint')}
        value={typedText(typed, 'name')}
        required
      />
      <TextArea
        {...shared}
        name="definition"
        label={t('themes.code.definition')}
        hint={t('themes.code.definitionHint')}
        value={typedText(typed, 'definition')}
        rows={3}
        required
      />
      <TextArea
        {...shared}
        name="example"
        label={t('themes.code.example')}
        hint={t('themes.code.exampleHint')}
        value={typedText(typed, 'example')}
        rows={2}
      />
      <TextArea
        {...shared}
        name="exclusion"
        label={t('themes.code.exclusion')}
        hint={t('themes.code.exclusionHint')}
        value={typedText(typed, 'exclusion')}
        rows={2}
      />
    </>
  )
}

type CodeProps = WorkPageProps & {
  code: Code
  uses: number
  changes: readonly CodeChange[]
  mayWrite: boolean
  typed: Typed
  faults?: readonly Fault[]
}

/** One code: its words, how its meaning changed over time, and taking it out of use. */
export function CodePage(props: CodeProps) {
  const { view, agency, engagement, code, uses, changes, mayWrite, faults } = props
  const { t } = view
  const place = workPlace(props.view, props.agency, props.engagement)
  const here = paths.workCode.to({ ...place, code: code.id })
  return (
    <WorkLayout
      view={view}
      title={code.name}
      {...workFrame(view, agency, engagement, 'coding')}
      faulty={faults !== undefined}
      evidence={<History view={view} changes={changes} />}
      evidenceLabel={t('themes.code.history')}
    >
      <ErrorSummary view={view} faults={faults} />
      <PageHead
        title={code.name}
        above={<a href={paths.workCodebook.to(place)}>{t('themes.codebook.title')}</a>}
        lead={t('themes.code.used', { count: uses })}
      />
      {code.retiredAt && <Notice view={view} title={t('themes.code.isRetired')} />}
      {mayWrite ? (
        <Form view={view} action={here} label={code.name}>
          <CodeFields {...props} />
          {uses > 0 && (
            <TextArea
              view={view}
              name="note"
              label={t('themes.code.note')}
              hint={t('themes.code.noteHint')}
              value={typedText(props.typed, 'note')}
              rows={2}
              faults={faults}
            />
          )}
          <Buttons>
            <Button>{t('themes.code.save')}</Button>
          </Buttons>
        </Form>
      ) : (
        <p dir="auto">{code.definition}</p>
      )}
      {mayWrite && (
        <Form
          view={view}
          action={here}
          label={t(code.retiredAt ? 'themes.code.useAgain' : 'themes.code.retire')}
        >
          <Heading level={2}>{t(code.retiredAt ? 'themes.code.useAgain' : 'themes.code.retire')}</Heading>
          <p>{t(code.retiredAt ? 'themes.code.useAgainText' : 'themes.code.retireText')}</p>
          <HiddenField name="act" value={code.retiredAt ? 'use-again' : 'retire'} />
          <Buttons>
            <Button kind="quiet">{t(code.retiredAt ? 'themes.code.useAgain' : 'themes.code.retire')}</Button>
          </Buttons>
        </Form>
      )}
    </WorkLayout>
  )
}

function History({ view, changes }: Pick<WorkPageProps, 'view'> & { changes: readonly CodeChange[] }) {
  if (changes.length === 0) return <p>{view.t('themes.code.noHistory')}</p>
  return (
    <ol class="code-history">
      {changes.map((change) => (
        <li>
          <p>
            <DateTime view={view} at={change.at} style="short" />
          </p>
          {change.definition && <p dir="auto">{change.definition}</p>}
          {change.note && (
            <p dir="auto" class="hint">
              {view.t('themes.code.noted', { note: change.note })}
            </p>
          )}
        </li>
      ))}
    </ol>
  )
}
