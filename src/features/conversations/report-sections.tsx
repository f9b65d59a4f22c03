import type { Child } from 'hono/jsx'
import type { Direction } from '../../analysis/opinion/bridging.ts'
import { Details, Heading, Notice, type View } from '../../ui/components.ts'
import { type CommonPoint, type OpinionReport, type ReportStatement, statementsOf } from './opinion-report.ts'
import { percent, percentDown, StatementWords, VoteBars, VoteKey } from './vote-bars.tsx'

type Props = { view: View; report: OpinionReport }

/** So many of a list stand open; the rest is one click away. */
const openItems = 5

/** The findings in a few sentences, for those who read nothing else. */
export function InShort({ view, report }: Props) {
  const { t } = view
  const { standing, minimum } = report
  if (standing === 'too-few')
    return (
      <Notice view={view} title={t('opinion-report.groups.titleFew')}>
        <p>{t('opinion-report.short.tooFew', { minimum })}</p>
      </Notice>
    )
  const count = report.commonGround.length
  return (
    <section class="in-short">
      <Heading level={2} id="short">
        {t('opinion-report.short.title')}
      </Heading>
      <ul>
        <li>
          {standing === 'several'
            ? t('opinion-report.short.commonSeveral', { count })
            : t('opinion-report.short.commonOne', { count })}
        </li>
        <li>
          {standing === 'several'
            ? t('opinion-report.short.groups', { count: report.groups.length })
            : report.provisional && report.nullTest === null
              ? t('opinion-report.groups.notYet')
              : t('opinion-report.short.noGroups')}
        </li>
        <li>{t('opinion-report.short.differ', { count: report.divides.length })}</li>
      </ul>
      <p class="hint">{t('opinion-report.short.notSample')}</p>
    </section>
  )
}

/** A list of statements with their bars; the first few open. */
function StatementList({
  view,
  report,
  items,
}: Props & {
  items: readonly { statement: ReportStatement; note?: Child; direction?: Direction }[]
}) {
  const list = (part: typeof items) => (
    <ol class="statement-list">
      {part.map(({ statement, note, direction }) => (
        <li>
          <StatementWords view={view} statement={statement} />
          {note && <p class="statement-note">{note}</p>}
          <VoteBars view={view} report={report} statement={statement} direction={direction} />
        </li>
      ))}
    </ol>
  )
  const rest = items.slice(openItems)
  return (
    <>
      {list(items.slice(0, openItems))}
      {rest.length > 0 && (
        <Details summary={view.t('opinion-report.more', { count: rest.length })}>{list(rest)}</Details>
      )}
    </>
  )
}

/** What everyone shares; it stands first, because it is what one can build on. */
export function CommonGround({ view, report }: Props) {
  const { t } = view
  const several = report.standing === 'several'
  const items = report.commonGround.flatMap((point) =>
    statementsOf(report, [point.statementId]).map((statement) => ({
      statement,
      note: <strong>{lowerInWords(view, point, several)}</strong>,
      direction: point.direction,
    })),
  )
  return (
    <section>
      <Heading level={2} id="common">
        {t('opinion-report.common.title')}
      </Heading>
      {items.length === 0 ? (
        <p>{t('opinion-report.common.none')}</p>
      ) : (
        <>
          <p>{several ? t('opinion-report.common.intro') : t('opinion-report.common.introOne')}</p>
          <VoteKey view={view} />
          <StatementList view={view} report={report} items={items} />
        </>
      )}
      <Details summary={t('opinion-report.how')}>
        <p>{t('opinion-report.common.how')}</p>
        <p>{t('opinion-report.howBars')}</p>
      </Details>
    </section>
  )
}

function lowerInWords(view: View, { direction, lower }: CommonPoint, several: boolean): string {
  const share = percentDown(view, lower)
  if (several)
    return direction === 'agree'
      ? view.t('opinion-report.common.lowerAgree', { share })
      : view.t('opinion-report.common.lowerDisagree', { share })
  return direction === 'agree'
    ? view.t('opinion-report.common.lowerAgreeOne', { share })
    : view.t('opinion-report.common.lowerDisagreeOne', { share })
}

/** The short list with its promise. */
export function Slate({ view, report }: Props) {
  const { t } = view
  if (report.slate === null) return null
  const { statementIds, coverage, largestUnrepresented } = report.slate
  const count = statementIds.length
  return (
    <section>
      <Heading level={2} id="slate">
        {t('opinion-report.slate.title')}
      </Heading>
      <p>{t('opinion-report.slate.intro', { count, share: percent(view, coverage) })}</p>
      <ol class="statement-list">
        {statementsOf(report, statementIds).map((statement) => (
          <li>
            <StatementWords view={view} statement={statement} />
          </li>
        ))}
      </ol>
      <p>
        {largestUnrepresented < 1
          ? t('opinion-report.slate.promise', { units: percent(view, largestUnrepresented) })
          : t('opinion-report.slate.broken')}
      </p>
      <Details summary={t('opinion-report.how')}>
        <p>{t('opinion-report.slate.how', { count })}</p>
      </Details>
    </section>
  )
}

/** What sets people apart. */
export function Divides({ view, report }: Props) {
  const { t } = view
  const several = report.standing === 'several'
  return (
    <section>
      <Heading level={2} id="differ">
        {t('opinion-report.differ.title')}
      </Heading>
      {report.divides.length === 0 ? (
        <p>{t('opinion-report.differ.none')}</p>
      ) : (
        <>
          <p>{several ? t('opinion-report.differ.intro') : t('opinion-report.differ.introOne')}</p>
          <VoteKey view={view} />
          <StatementList
            view={view}
            report={report}
            items={statementsOf(report, report.divides).map((statement) => ({ statement }))}
          />
          <Details summary={t('opinion-report.how')}>
            {several && <p>{t('opinion-report.differ.how')}</p>}
            <p>{t('opinion-report.howBars')}</p>
          </Details>
        </>
      )}
    </section>
  )
}

/** What many passed on. */
export function Unsure({ view, report }: Props) {
  const { t } = view
  const statements = statementsOf(report, report.unsure)
  if (statements.length === 0) return null
  return (
    <section>
      <Heading level={2} id="unsure">
        {t('opinion-report.unsure.title')}
      </Heading>
      <p>{t('opinion-report.unsure.intro')}</p>
      <ul class="statement-list">
        {statements.map((statement) => (
          <li>
            <StatementWords view={view} statement={statement} />
            <p class="statement-note">
              {t('opinion-report.unsure.item', {
                share: percent(view, statement.all!.pass / statement.all!.seen),
              })}
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}
