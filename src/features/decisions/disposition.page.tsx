import { paths } from '../../paths.ts'
import { inLanguage } from '../../platform/i18n/written.ts'
import { type Typed, typedText } from '../../platform/http/typed.ts'
import {
  Button,
  ButtonLink,
  Buttons,
  ErrorSummary,
  type Fault,
  Form,
  HiddenField,
  Notice,
  PageHead,
  Radios,
  WorkLayout,
} from '../../ui/components.ts'
import { workPlace, type WorkPageProps } from '../comments/work-place.ts'
import { workFrame } from '../engagements/work-frame.ts'
import { StatementsForStaff } from '../conversations/statements-in-theme.tsx'
import type { StatementInTheme } from '../conversations/theme-statement.ts'
import type { ShownQuote } from '../themes/quote.ts'
import { Voices } from '../themes/voices.tsx'
import { foreignLanguage, InWords, WrittenFields } from '../themes/written-fields.tsx'
import type { AnsweredTheme } from './decision.store.ts'
import type { Decision, Missing } from './decision.ts'
import { followUps, outcomes } from './disposition.ts'
import { MissingList } from './work-decision.page.tsx'

type AnswerProps = WorkPageProps & {
  decision: Decision
  disposition: AnsweredTheme
  quotes: readonly ShownQuote[]
  /** Statements that people voted on and that the theme rests on. */
  statements: readonly StatementInTheme[]
  typed?: Typed
  faults?: readonly Fault[]
  meanwhile?: AnsweredTheme
}

/** What becomes of one theme, and why, with the voices that speak for and against it at the side. */
export function DispositionPage(props: AnswerProps) {
  const { view, agency, engagement, decision, disposition, quotes, statements, typed, faults, meanwhile } =
    props
  const { t } = view
  const place = { ...workPlace(view, agency, engagement), decision: decision.id }
  const title = inLanguage(disposition.theme.title, view.language)
  const question = inLanguage(decision.question, view.language)
  const published = decision.status === 'published'
  return (
    <WorkLayout
      view={view}
      title={title.text}
      {...workFrame(view, agency, engagement, 'decisions')}
      faulty={faults !== undefined}
      evidence={
        <>
          <p>
            <InWords view={view} text={disposition.theme.summary} />
          </p>
          <Voices view={view} quotes={quotes} level={3} />
          {statements.length > 0 && (
            <StatementsForStaff view={view} place={place} statements={statements} mayTake={false} level={3} />
          )}
        </>
      }
    >
      <ErrorSummary view={view} faults={faults} />
      {meanwhile && (
        <Notice view={view} kind="warning" title={t('decisions.work.meanwhile')}>
          <p>{t('decisions.work.meanwhileText')}</p>
          <p>
            {meanwhile.outcome && <strong>{t(`decisions.outcome.${meanwhile.outcome}`)}</strong>}{' '}
            <InWords view={view} text={meanwhile.reason} />
          </p>
        </Notice>
      )}
      <PageHead
        title={title.text}
        lang={foreignLanguage(view, title.language)}
        above={
          <a href={paths.workDecision.to(place)} lang={foreignLanguage(view, question.language)}>
            {question.text}
          </a>
        }
      />
      <Form
        view={view}
        action={paths.workDisposition.to({ ...place, theme: disposition.themeId })}
        label={title.text}
      >
        <HiddenField name="version" value={String(decision.version)} />
        {published ? (
          <p>{t('decisions.answer.published')}</p>
        ) : (
          <Radios
            view={view}
            name="outcome"
            label={t('decisions.answer.outcome')}
            options={outcomes.map((outcome) => ({
              value: outcome,
              label: t(`decisions.outcome.${outcome}`),
              hint: t(`decisions.outcomeHint.${outcome}`),
            }))}
            value={typed ? typedText(typed, 'outcome') : (disposition.outcome ?? '')}
            faults={faults}
            required
          />
        )}
        <WrittenFields
          view={view}
          name="reason"
          label={t('decisions.answer.reason')}
          hint={t('decisions.answer.reasonHint')}
          written={disposition.reason}
          languages={engagement.languages}
          typed={typed}
          faults={faults}
          rows={5}
          sourceStays={published}
          required
        />
        <Buttons>
          <Button>{t('decisions.answer.save')}</Button>
          <ButtonLink kind="quiet" href={paths.workDecision.to(place)}>
            {t('decisions.answer.back')}
          </ButtonLink>
        </Buttons>
      </Form>
    </WorkLayout>
  )
}

type PublishProps = WorkPageProps & {
  decision: Decision
  dispositions: readonly AnsweredTheme[]
  missing: readonly Missing[]
  authors: number
  /** People who voted on statements of these themes and asked to be told. */
  voters: number
  changed?: boolean
}

/** The last look before a decision becomes public: what is missing, or whom it will reach. */
export function PublishPage({
  view,
  agency,
  engagement,
  decision,
  dispositions,
  missing,
  authors,
  voters,
  changed,
}: PublishProps) {
  const { t } = view
  const place = { ...workPlace(view, agency, engagement), decision: decision.id }
  const question = inLanguage(decision.question, view.language)
  const untranslated = engagement.languages.filter((language) =>
    [decision.question, decision.result, ...dispositions.map((one) => one.reason)].some((text) => {
      const found = text.texts[language]
      return found === undefined || found.status === 'stale'
    }),
  )
  return (
    <WorkLayout
      view={view}
      title={t('decisions.publish.title')}
      {...workFrame(view, agency, engagement, 'decisions')}
    >
      {changed && <Notice view={view} kind="warning" title={t('decisions.publish.changed')} live />}
      <PageHead
        title={t('decisions.publish.title')}
        above={
          <a href={paths.workDecision.to(place)} lang={foreignLanguage(view, question.language)}>
            {question.text}
          </a>
        }
      />
      {missing.length > 0 ? (
        <>
          <Notice
            view={view}
            kind="error"
            title={t('decisions.publish.missing', { count: missing.length })}
            live
          >
            <MissingList view={view} missing={missing} dispositions={dispositions} />
          </Notice>
          <Buttons>
            <ButtonLink href={paths.workDecision.to(place)}>{t('decisions.publish.complete')}</ButtonLink>
          </Buttons>
        </>
      ) : (
        <>
          <p class="lead">{t('decisions.publish.reaches', { count: authors })}</p>
          {voters > 0 && <p>{t('opinion-thread.reaches', { count: voters })}</p>}
          <p>{t('decisions.publish.stays')}</p>
          {untranslated.length > 0 && (
            <Notice view={view} kind="warning" title={t('decisions.publish.untranslated')}>
              <p>{t('decisions.publish.untranslatedText')}</p>
            </Notice>
          )}
          <Form view={view} action={paths.workDecisionPublish.to(place)} label={t('decisions.publish.title')}>
            <HiddenField name="version" value={String(decision.version)} />
            <Buttons>
              <Button>{t('decisions.publish.yes')}</Button>
              <ButtonLink kind="quiet" href={paths.workDecision.to(place)}>
                {t('decisions.publish.no')}
              </ButtonLink>
            </Buttons>
          </Form>
        </>
      )}
    </WorkLayout>
  )
}

type FollowUpProps = WorkPageProps & {
  decision: Decision
  disposition: AnsweredTheme
  typed?: Typed
  faults?: readonly Fault[]
}

/** Whether what was promised is done, or will not be; its authors hear of it. */
export function FollowUpPage({
  view,
  agency,
  engagement,
  decision,
  disposition,
  typed,
  faults,
}: FollowUpProps) {
  const { t } = view
  const place = { ...workPlace(view, agency, engagement), decision: decision.id }
  const title = inLanguage(disposition.theme.title, view.language)
  return (
    <WorkLayout
      view={view}
      title={t('decisions.follow.title')}
      {...workFrame(view, agency, engagement, 'decisions')}
      faulty={faults !== undefined}
    >
      <ErrorSummary view={view} faults={faults} />
      <PageHead
        title={t('decisions.follow.title')}
        above={
          <a href={paths.workDecision.to(place)} lang={foreignLanguage(view, title.language)}>
            {title.text}
          </a>
        }
        lead={t('decisions.follow.lead')}
      />
      <p>
        <strong>{disposition.outcome && t(`decisions.outcome.${disposition.outcome}`)}</strong>{' '}
        <InWords view={view} text={disposition.reason} />
      </p>
      {disposition.followUp ? (
        <Notice view={view} title={t(`decisions.followUp.${disposition.followUp}`)}>
          <p>
            <InWords view={view} text={disposition.followUpNote} />
          </p>
          <p>{t('decisions.follow.once')}</p>
        </Notice>
      ) : (
        <Form
          view={view}
          action={paths.workFollowUp.to({ ...place, theme: disposition.themeId })}
          label={t('decisions.follow.title')}
        >
          <Radios
            view={view}
            name="followUp"
            label={t('decisions.follow.what')}
            options={followUps.map((one) => ({
              value: one,
              label: t(`decisions.followUp.${one}`),
              hint: t(`decisions.follow.${one}Hint`),
            }))}
            value={typed ? typedText(typed, 'followUp') : ''}
            faults={faults}
            required
          />
          <WrittenFields
            view={view}
            name="note"
            label={t('decisions.follow.note')}
            hint={t('decisions.follow.noteHint')}
            written={disposition.followUpNote}
            languages={engagement.languages}
            typed={typed}
            faults={faults}
            rows={4}
            required
          />
          <Buttons>
            <Button>{t('decisions.follow.save')}</Button>
          </Buttons>
        </Form>
      )}
    </WorkLayout>
  )
}
