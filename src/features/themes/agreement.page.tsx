import { paths } from '../../paths.ts'
import {
  Bidi,
  Button,
  Buttons,
  Count,
  DateTime,
  Details,
  EmptyState,
  ErrorSummary,
  type Fault,
  Form,
  Heading,
  Notice,
  numberInWords,
  PageHead,
  Radios,
  Table,
  TextArea,
  type View,
  WorkLayout,
} from '../../ui/components.ts'
import { type Typed, typedText } from '../../platform/http/typed.ts'
import { answerInWords, type Question } from '../comments/question.ts'
import { workPlace, type WorkPageProps } from '../comments/work-place.ts'
import { workFrame } from '../engagements/work-frame.ts'
import { type CodersAgreement, fewestForAgreement, verdictOn } from './agreement.ts'
import type { Code } from './code.ts'
import type { Adjudication } from './adjudication.store.ts'
import type { Stance } from './reading.ts'
import type { AnswerToRead } from './workbench.page.tsx'

/** A code on a comment that some of its coders gave and some did not. */
export type Difference = {
  commentId: string
  codeId: string
  gave: number
  readers: number
  words: string
  language: string
}

type AgreementProps = WorkPageProps & {
  codes: readonly Code[]
  agreement: CodersAgreement
  names: ReadonlyMap<string, string>
  differences: readonly Difference[]
  openCount: number
  settledCount: number
}

/** How well two coders drew the same lines, code by code, and where they did not. */
export function AgreementPage(props: AgreementProps) {
  const { view, agency, engagement, codes, agreement, names, differences, openCount, settledCount } = props
  const { t } = view
  const place = workPlace(view, agency, engagement)
  const nameOf = new Map(codes.map((code) => [code.id, code.name]))
  const two = agreement.coderIds.length === 2
  return (
    <WorkLayout
      view={view}
      title={t('themes.agreement.title')}
      {...workFrame(view, agency, engagement, 'coding')}
    >
      <PageHead
        title={t('themes.agreement.title')}
        above={<a href={paths.workCoding.to(place)}>{t('themes.coding.title')}</a>}
        lead={t('themes.agreement.lead')}
      />
      {agreement.readTwice === 0 ? (
        <EmptyState
          title={t('themes.agreement.empty')}
          why={t('themes.agreement.emptyWhy')}
          act={{ label: t('themes.coding.title'), href: paths.workCoding.to(place) }}
        />
      ) : (
        <>
          <p>
            {t('themes.agreement.based', { count: agreement.readTwice, coders: agreement.coderIds.length })}
          </p>
          {agreement.readTwice < fewestForAgreement && (
            <Notice
              view={view}
              kind="warning"
              title={t('themes.agreement.few', { count: agreement.readTwice })}
            >
              <p>{t('themes.agreement.fewText', { least: fewestForAgreement })}</p>
            </Notice>
          )}
          <Table
            view={view}
            caption={t('themes.agreement.caption')}
            columns={[
              { label: t('themes.code.name') },
              ...(two ? [{ label: t('themes.agreement.kappa'), numeric: true }] : []),
              { label: t('themes.agreement.alpha'), numeric: true },
              { label: t('themes.agreement.n'), numeric: true },
              { label: t('themes.agreement.verdict') },
            ]}
            rows={agreement.codes.map((row) => ({
              cells: [
                <a href={paths.workCode.to({ ...place, code: row.codeId })} dir="auto">
                  {nameOf.get(row.codeId)}
                </a>,
                ...(two ? [<Coefficient view={view} value={row.kappa} />] : []),
                <Coefficient view={view} value={row.alpha} />,
                <Count view={view} value={agreement.readTwice} />,
                t(`themes.agreement.say.${verdictOn(row.alpha, agreement.readTwice)}`),
              ],
            }))}
            foot={
              <>
                {t('themes.agreement.between')}{' '}
                {agreement.coderIds.map((id, index) => (
                  <>
                    {index > 0 && ', '}
                    <Bidi>{names.get(id) ?? t('themes.agreement.someone')}</Bidi>
                  </>
                ))}
              </>
            }
          />
          <Details summary={t('themes.agreement.how')}>
            <p>{t('themes.agreement.howScale')}</p>
            <p>{t('themes.agreement.howChance')}</p>
            <p>{t('themes.agreement.howNone')}</p>
            <p>{t('themes.agreement.howSource')}</p>
          </Details>
          <Heading level={2}>{t('themes.agreement.differences')}</Heading>
          <p>
            {t('themes.agreement.open', { count: openCount })}{' '}
            {t('themes.agreement.settled', { count: settledCount })}
          </p>
          {differences.length > 0 && (
            <Table
              view={view}
              caption={t('themes.agreement.differences')}
              captionHidden
              columns={[
                { label: t('themes.code.name') },
                { label: t('themes.agreement.words') },
                { label: t('themes.agreement.gave') },
                { label: t('themes.agreement.act'), quiet: true },
              ]}
              rows={differences.map((row) => ({
                cells: [
                  <span dir="auto">{nameOf.get(row.codeId)}</span>,
                  <span lang={row.language} dir="auto">
                    {row.words}
                  </span>,
                  <Count view={view} value={row.gave} of={row.readers} />,
                  <a href={paths.workAdjudicate.to({ ...place, comment: row.commentId, code: row.codeId })}>
                    {t('themes.agreement.settle')}
                    <span class="visually-hidden">: {nameOf.get(row.codeId)}</span>
                  </a>,
                ],
              }))}
              foot={
                differences.length < openCount
                  ? t('themes.agreement.firstOnes', { count: differences.length })
                  : undefined
              }
            />
          )}
        </>
      )}
    </WorkLayout>
  )
}

function Coefficient({ view, value }: { view: View; value: number | null }) {
  if (value === null) return <>{view.t('themes.agreement.cannotSay')}</>
  return (
    <bdi class="number">
      {numberInWords(view, value, { minimumFractionDigits: 2, maximumFractionDigits: 2 })}
    </bdi>
  )
}

type SettleProps = WorkPageProps & {
  code: Code
  commentId: string
  language: string
  questions: readonly Question[]
  answers: readonly AnswerToRead[]
  readers: readonly { name: string; gave: boolean; stance: Stance | undefined; words: string; memo: string }[]
  before: Adjudication | undefined
  typed: Typed
  faults?: readonly Fault[]
}

/** One code on one comment, where coders differed: what each found, the code's definition, and what stands. */
export function SettlePage(props: SettleProps) {
  const {
    view,
    agency,
    engagement,
    code,
    commentId,
    language,
    questions,
    answers,
    readers,
    before,
    typed,
    faults,
  } = props
  const { t } = view
  const place = workPlace(view, agency, engagement)
  return (
    <WorkLayout
      view={view}
      title={t('themes.settle.title', { code: code.name })}
      {...workFrame(view, agency, engagement, 'coding')}
      faulty={faults !== undefined}
      evidence={
        <>
          <p dir="auto">{code.definition}</p>
          {code.exclusion && <p dir="auto">{t('themes.bench.without', { exclusion: code.exclusion })}</p>}
          {code.example && <p dir="auto">{t('themes.settle.example', { example: code.example })}</p>}
        </>
      }
      evidenceLabel={code.name}
      unlisted
    >
      <ErrorSummary view={view} faults={faults} />
      <PageHead
        title={t('themes.settle.title', { code: code.name })}
        above={<a href={paths.workAgreement.to(place)}>{t('themes.agreement.title')}</a>}
      />
      {answers.map((answer) => {
        const question = questions.find((candidate) => candidate.id === answer.questionId)
        const words = question ? answerInWords(question, answer, view.language) : ''
        return (
          words && (
            <div class="quote">
              <blockquote lang={answer.text === null ? undefined : language} dir="auto">
                {words}
              </blockquote>
            </div>
          )
        )
      })}
      <Table
        view={view}
        caption={t('themes.settle.readers')}
        columns={[
          { label: t('themes.coding.coder') },
          { label: t('themes.settle.found') },
          { label: t('themes.settle.rests') },
        ]}
        rows={readers.map((reader) => ({
          cells: [
            <Bidi>{reader.name}</Bidi>,
            reader.gave ? t(`themes.settle.gave.${reader.stance ?? 'neutral'}`) : t('themes.settle.gaveNot'),
            <span dir="auto">
              {[reader.words && `“${reader.words}”`, reader.memo].filter(Boolean).join(' – ')}
            </span>,
          ],
        }))}
      />
      {before && (
        <Notice view={view} title={t(before.applies ? 'themes.settle.wasYes' : 'themes.settle.wasNo')}>
          <p>
            <DateTime view={view} at={before.settledAt} style="day" />
          </p>
        </Notice>
      )}
      <Form
        view={view}
        action={paths.workAdjudicate.to({ ...place, comment: commentId, code: code.id })}
        label={t('themes.settle.title', { code: code.name })}
      >
        <Radios
          view={view}
          name="applies"
          label={t('themes.settle.question')}
          options={[
            { value: 'yes', label: t('themes.settle.yes') },
            { value: 'no', label: t('themes.settle.no') },
          ]}
          value={typedText(typed, 'applies')}
          faults={faults}
          required
        />
        <TextArea
          view={view}
          name="note"
          label={t('themes.settle.note')}
          hint={t('themes.settle.noteHint')}
          value={typedText(typed, 'note')}
          rows={2}
          faults={faults}
        />
        <Buttons>
          <Button>{t('themes.settle.save')}</Button>
        </Buttons>
      </Form>
    </WorkLayout>
  )
}
