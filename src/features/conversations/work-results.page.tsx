import { paths } from '../../paths.ts'
import { wordsIn } from '../../platform/i18n/written.ts'
import {
  Breadcrumbs,
  ButtonLink,
  Buttons,
  Count,
  DateTime,
  DescriptionList,
  EmptyState,
  Heading,
  instantInWords,
  Notice,
  numberInWords,
  PageHead,
  Table,
  WorkLayout,
} from '../../ui/components.ts'
import { workPlace, type WorkPageProps } from '../comments/work-place.ts'
import { workFrame } from '../engagements/work-frame.ts'
import type { Conversation } from './conversation.ts'
import type { ConversationResult } from './conversation-result.ts'
import type { ModerationCount } from './moderation-count.store.ts'
import { leadOf } from './opinion-report.page.tsx'
import type { OpinionReport } from './opinion-report.ts'
import { ReportBody } from './report-body.tsx'
import { TakeCommonGround, type TakenStatement } from './take-common-ground.tsx'
import { StatementWords } from './vote-bars.tsx'

export type WorkResultsProps = WorkPageProps & {
  conversation: Conversation
  report: OpinionReport | undefined
  result: ConversationResult | undefined
  frozen: { hash: string; frozenAt: Date } | undefined
  moderation: ModerationCount
  /** Which statements are part of a theme already; undefined for whoever may not take them there. */
  taken: readonly TakenStatement[] | undefined
}

/** The public report with what staff need to judge it: who may see it, how it was counted, what could have tilted it. */
export function WorkResultsPage(props: WorkResultsProps) {
  const { view, agency, engagement, conversation, report, frozen } = props
  const { t, language } = view
  const place = { ...workPlace(view, agency, engagement), conversation: conversation.id }
  const question = wordsIn(conversation.question, language)
  return (
    <WorkLayout
      view={view}
      title={`${t('opinion-report.work.title')}: ${question}`}
      {...workFrame(view, agency, engagement, 'conversations')}
    >
      <Breadcrumbs
        view={view}
        items={[
          { label: t('engagements.steps.conversations'), href: paths.workConversations.to(place) },
          { label: question, href: paths.workConversation.to(place) },
          { label: t('opinion-report.work.title') },
        ]}
      />
      <PageHead
        title={t('opinion-report.work.title')}
        above={question}
        lead={t('opinion-report.work.lead')}
      />
      <p>
        {seenInWords(props)} {report && leadOf(view, report)}
      </p>
      <Buttons>
        <ButtonLink kind="quiet" href={paths.conversationReport.to(place)}>
          {t('opinion-report.work.public')}
        </ButtonLink>
        <ButtonLink kind="quiet" href={paths.workConversationExport.to(place)}>
          {t('opinion-report.work.export')}
        </ButtonLink>
      </Buttons>
      {frozen && (
        <Notice view={view} title={t('opinion-report.frozen.title')}>
          <p>{t('opinion-report.frozen.text', { when: instantInWords(view, frozen.frozenAt) })}</p>
        </Notice>
      )}
      {report?.provisional && (
        <Notice view={view} kind="warning" title={t('opinion-report.provisional.title')}>
          <p>{t('opinion-report.provisional.text')}</p>
        </Notice>
      )}
      {!report && <EmptyState title={t('opinion-report.none.title')} why={t('opinion-report.none.why')} />}
      {report && <Checks {...props} report={report} />}
      {report && props.taken && (
        <TakeCommonGround view={view} place={place} report={report} taken={props.taken} />
      )}
      {report && <ReportBody view={view} report={report} />}
    </WorkLayout>
  )
}

function seenInWords({ view, conversation }: WorkResultsProps): string {
  const { t } = view
  if (conversation.status === 'closed' || conversation.resultsShown === 'always')
    return t('opinion-report.work.seenNow')
  return conversation.resultsShown === 'after-voting'
    ? t('opinion-report.work.seenAfterVoting')
    : t('opinion-report.work.seenClosed')
}

function Checks(props: WorkResultsProps & { report: OpinionReport }) {
  const { view, result } = props
  const { t } = view
  return (
    <section>
      <Heading level={2} id="check">
        {t('opinion-report.work.check')}
      </Heading>
      {result && (
        <DescriptionList
          items={[
            {
              term: t('opinion-report.work.counted'),
              value: <DateTime view={view} at={result.countedAt} />,
            },
            { term: t('opinion-report.work.votes'), value: <Count view={view} value={result.votes} /> },
            {
              term: t('opinion-report.work.took'),
              value: t('opinion-report.work.seconds', {
                seconds: numberInWords(view, result.tookMs / 1000, { maximumFractionDigits: 1 }),
              }),
            },
            {
              term: t('opinion-report.work.state'),
              value: result.provisional
                ? t('opinion-report.work.stateProvisional')
                : t('opinion-report.work.stateFull'),
            },
          ]}
        />
      )}
      <Moderation {...props} />
      <Manipulation {...props} />
    </section>
  )
}

const origins = ['agency', 'voter', 'import'] as const
const states = ['shown', 'meta', 'waiting', 'rejected', 'withdrawn'] as const

function Moderation({ view, moderation }: WorkResultsProps) {
  const { t } = view
  const count = (origin: string, state: string) =>
    moderation.statements.find((row) => row.origin === origin && row.state === state)?.count ?? 0
  const names = {
    agency: t('opinion-report.work.byAgency'),
    voter: t('opinion-report.work.byVoters'),
    import: t('opinion-report.work.byImport'),
  }
  const there = origins.filter((origin) => moderation.statements.some((row) => row.origin === origin))
  return (
    <>
      <Heading level={3}>{t('opinion-report.work.moderation')}</Heading>
      <p>{t('opinion-report.work.moderationIntro')}</p>
      <Table
        view={view}
        caption={t('opinion-report.work.moderation')}
        captionHidden
        columns={[
          { label: t('opinion-report.work.statement') },
          ...states.map((state) => ({ label: t(`opinion-report.work.states.${state}`), numeric: true })),
        ]}
        rows={there.map((origin) => ({
          cells: [
            names[origin],
            ...states.map((state) => <Count view={view} value={count(origin, state)} />),
          ],
        }))}
        foot={t('opinion-report.work.lost', { votes: moderation.votesLost })}
      />
    </>
  )
}

function Manipulation({ view, report, result }: WorkResultsProps & { report: OpinionReport }) {
  const { t } = view
  const check = result?.summary.manipulation
  if (!check)
    return (
      <>
        <Heading level={3}>{t('opinion-report.work.manipulation')}</Heading>
        <p>{t('opinion-report.work.manipulationLater')}</p>
      </>
    )
  const byId = new Map(report.statements.map((statement) => [statement.id, statement]))
  const people = check.near_duplicates.reduce((sum, cluster) => sum + cluster.length, 0)
  const needed = report.commonGround
    // The engine tests shared agreement; what all reject is not measured.
    .filter(({ statementId, direction }) => direction === 'agree' && statementId in check.voters_to_change)
    .map(({ statementId }) => ({
      statement: byId.get(statementId)!,
      count: check.voters_to_change[statementId]!,
    }))
  return (
    <>
      <Heading level={3}>{t('opinion-report.work.manipulation')}</Heading>
      <p>{t('opinion-report.work.twins', { count: check.near_duplicates.length, people })}</p>
      {check.near_duplicates.length > 0 && (
        <p>{t('opinion-report.work.twinsChange', { count: check.changed_without_duplicates.length })}</p>
      )}
      {needed.length > 0 && (
        <>
          <p>{t('opinion-report.work.manipulationIntro')}</p>
          <Table
            view={view}
            caption={t('opinion-report.common.title')}
            columns={[
              { label: t('opinion-report.work.statement') },
              { label: t('opinion-report.work.needed') },
            ]}
            rows={needed.map(({ statement, count }) => ({
              cells: [
                <StatementWords view={view} statement={statement} quiet />,
                count === null ? t('opinion-report.work.many') : t('opinion-report.work.fewest', { count }),
              ],
            }))}
          />
        </>
      )}
    </>
  )
}
