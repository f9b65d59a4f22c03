import { paths } from '../../paths.ts'
import { inLanguage, wordsIn } from '../../platform/i18n/written.ts'
import { type Typed } from '../../platform/http/typed.ts'
import {
  ButtonLink,
  Buttons,
  DateTime,
  Day,
  ErrorSummary,
  type Fault,
  Notice,
  PageHead,
  StatusTag,
  Table,
  WorkLayout,
} from '../../ui/components.ts'
import { workPlace, type WorkPageProps } from '../comments/work-place.ts'
import { workFrame } from '../engagements/work-frame.ts'
import type { Theme } from '../themes/theme.ts'
import { foreignLanguage, InWords } from '../themes/written-fields.tsx'
import type { AnsweredTheme } from './decision.store.ts'
import { type Decision, type Missing } from './decision.ts'
import { promises, statusOf } from './disposition.ts'
import { methodInWords } from './method-in-words.tsx'

import { DecisionForm } from './decision-form.page.tsx'
export type DecisionProps = WorkPageProps & {
  decision: Decision
  dispositions: readonly AnsweredTheme[]
  themes: readonly Theme[]
  missing: readonly Missing[]
  told: readonly { channel: 'mail' | 'sms' | 'receipt'; count: number }[]
  toldVoters: readonly { channel: 'mail' | 'sms' | 'code'; count: number }[]
  mayDecide: boolean
  typed?: Typed
  faults?: readonly Fault[]
  meanwhile?: Decision
}

/** One decision: what was asked and decided, theme by theme what became of it, and what it still lacks. */
export function WorkDecisionPage(props: DecisionProps) {
  const { view, agency, engagement, decision, dispositions, told, toldVoters, mayDecide, faults, meanwhile } =
    props
  const { t } = view
  const place = { ...workPlace(view, agency, engagement), decision: decision.id }
  const question = inLanguage(decision.question, view.language)
  const published = decision.status === 'published'
  return (
    <WorkLayout
      view={view}
      title={question.text}
      {...workFrame(view, agency, engagement, 'decisions')}
      faulty={faults !== undefined}
    >
      <ErrorSummary view={view} faults={faults} />
      {meanwhile && <Meanwhile {...props} meanwhile={meanwhile} />}
      <PageHead
        title={question.text}
        lang={foreignLanguage(view, question.language)}
        above={<a href={paths.workDecisions.to(place)}>{t('decisions.work.title')}</a>}
      >
        <StatusTag view={view} status={decision.status} />
      </PageHead>
      {published ? (
        <>
          <p>
            {t('decisions.work.publishedOn')} <DateTime view={view} at={decision.publishedAt!} style="day" />.{' '}
            {told.map(({ channel, count }) => t(`decisions.told.${channel}`, { count })).join(' ')}{' '}
            {toldVoters.map(({ channel, count }) => t(`opinion-thread.told.${channel}`, { count })).join(' ')}
          </p>
          <p>
            <a href={paths.decision.to(place)}>{t('decisions.work.publicPage')}</a>
          </p>
        </>
      ) : (
        <PublishBox {...props} />
      )}
      <Table
        view={view}
        caption={t('decisions.work.points')}
        columns={[
          { label: t('decisions.field.theme') },
          { label: t('decisions.mail.outcome') },
          { label: t('decisions.answer.reason') },
          { label: t('decisions.work.act'), quiet: true },
        ]}
        rows={dispositions.map((one) => ({
          key: one.themeId,
          cells: [
            <InWords view={view} text={one.theme.title} />,
            one.outcome ? (
              <StatusTag view={view} status={statusOf[one.outcome]} />
            ) : (
              t('decisions.work.noOutcome')
            ),
            wordsIn(one.reason, view.language) ? (
              <InWords view={view} text={one.reason} />
            ) : (
              t('decisions.work.noReason')
            ),
            mayDecide && (
              <>
                <a href={paths.workDisposition.to({ ...place, theme: one.themeId })}>
                  {t(published ? 'decisions.work.translate' : 'decisions.work.answer')}
                </a>
                <br />
                {published && promises(one) && one.followUp === null && (
                  <a href={paths.workFollowUp.to({ ...place, theme: one.themeId })}>
                    {t('decisions.work.followUp')}
                  </a>
                )}
                {one.followUp && t(`decisions.followUp.${one.followUp}`)}
              </>
            ),
          ],
        }))}
        empty={t('decisions.work.noThemes')}
      />
      {mayDecide && <DecisionForm {...props} />}
    </WorkLayout>
  )
}

function PublishBox({ view, agency, engagement, decision, dispositions, missing, mayDecide }: DecisionProps) {
  const { t } = view
  const place = { ...workPlace(view, agency, engagement), decision: decision.id }
  if (missing.length > 0) {
    return (
      <Notice view={view} title={t('decisions.publish.missing', { count: missing.length })}>
        <MissingList view={view} missing={missing} dispositions={dispositions} />
      </Notice>
    )
  }
  if (!mayDecide) return null
  return (
    <Buttons>
      <ButtonLink href={paths.workDecisionPublish.to(place)}>{t('decisions.publish.look')}</ButtonLink>
    </Buttons>
  )
}

/** What a decision lacks, each in a sentence. */
export function MissingList({
  view,
  missing,
  dispositions,
}: Pick<WorkPageProps, 'view'> & { missing: readonly Missing[]; dispositions: readonly AnsweredTheme[] }) {
  const { t, language } = view
  return (
    <ul>
      {missing.map((one) => {
        if (one.what !== 'outcome' && one.what !== 'reason')
          return <li>{t(`decisions.missing.${one.what}`)}</li>
        const theme = dispositions.find((disposition) => disposition.themeId === one.themeId)?.theme
        return (
          <li>
            {t(`decisions.missing.${one.what}`, { theme: theme ? wordsIn(theme.title, language) : '' })}
          </li>
        )
      })}
    </ul>
  )
}

function Meanwhile({ view, meanwhile }: Pick<WorkPageProps, 'view'> & { meanwhile: Decision }) {
  return (
    <Notice view={view} kind="warning" title={view.t('decisions.work.meanwhile')}>
      <p>{view.t('decisions.work.meanwhileText')}</p>
      <p>
        <strong>
          <InWords view={view} text={meanwhile.question} />
        </strong>
      </p>
      <p>
        <InWords view={view} text={meanwhile.result} />
      </p>
      <p dir="auto">
        {methodInWords(view, meanwhile)} {meanwhile.responsible}{' '}
        {meanwhile.decidedOn && <Day view={view} day={meanwhile.decidedOn} style="short" />}
      </p>
      {wordsIn(meanwhile.minorityStatement, view.language) && (
        <p>
          <InWords view={view} text={meanwhile.minorityStatement} />
        </p>
      )}
    </Notice>
  )
}
