import { paths } from '../../paths.ts'
import { inLanguage, nothingWritten } from '../../platform/i18n/written.ts'
import { type Typed } from '../../platform/http/typed.ts'
import {
  Button,
  Buttons,
  Card,
  Cards,
  DateTime,
  EmptyState,
  ErrorSummary,
  type Fault,
  Form,
  Heading,
  PageHead,
  StatusTag,
  WorkLayout,
} from '../../ui/components.ts'
import { workPlace, type WorkPageProps } from '../comments/work-place.ts'
import { workFrame } from '../engagements/work-frame.ts'
import type { Theme } from '../themes/theme.ts'
import { foreignLanguage, InWords, WrittenFields } from '../themes/written-fields.tsx'
import { type Decision } from './decision.ts'

type DecisionsProps = WorkPageProps & {
  rows: readonly { decision: Decision; themes: number; missing: number }[]
  /** Themes that no decision answers. */
  unanswered: readonly Theme[]
  mayDecide: boolean
  typed?: Typed
  faults?: readonly Fault[]
}

/** The decisions of an engagement, drafts first, and the themes that still wait for one. */
export function WorkDecisionsPage(props: DecisionsProps) {
  const { view, agency, engagement, rows, unanswered, mayDecide, typed, faults } = props
  const { t } = view
  const place = workPlace(view, agency, engagement)
  return (
    <WorkLayout
      view={view}
      title={t('decisions.work.title')}
      {...workFrame(view, agency, engagement, 'decisions')}
      faulty={faults !== undefined}
    >
      <ErrorSummary view={view} faults={faults} />
      <PageHead title={t('decisions.work.title')} lead={t('decisions.work.lead')} />
      {rows.length === 0 ? (
        <EmptyState title={t('decisions.work.empty')} why={t('decisions.work.emptyWhy')} />
      ) : (
        <Cards>
          {rows.map(({ decision, themes, missing }) => {
            const question = inLanguage(decision.question, view.language)
            return (
              <Card
                level={2}
                title={question.text}
                lang={foreignLanguage(view, question.language)}
                href={paths.workDecision.to({ ...place, decision: decision.id })}
                above={<StatusTag view={view} status={decision.status} />}
                foot={
                  decision.publishedAt && <DateTime view={view} at={decision.publishedAt} style="short" />
                }
              >
                <p>{t('decisions.work.themes', { count: themes })}</p>
                {missing > 0 && <p class="hint">{t('decisions.work.missing', { count: missing })}</p>}
              </Card>
            )
          })}
        </Cards>
      )}
      {unanswered.length > 0 && (
        <>
          <Heading level={2}>{t('decisions.work.unanswered')}</Heading>
          <ul>
            {unanswered.map((theme) => (
              <li>
                <a href={paths.workTheme.to({ ...place, theme: theme.id })}>
                  <InWords view={view} text={theme.title} />
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
      {mayDecide && (
        <>
          <Heading level={2}>{t('decisions.work.begin')}</Heading>
          <Form view={view} action={paths.workDecisions.to(place)} label={t('decisions.work.begin')}>
            <WrittenFields
              view={view}
              name="question"
              label={t('decisions.field.question')}
              hint={t('decisions.field.questionHint')}
              written={{ ...nothingWritten, source: engagement.title.source }}
              languages={engagement.languages}
              typed={typed ?? {}}
              faults={faults}
              required
            />
            <Buttons>
              <Button>{t('decisions.work.beginIt')}</Button>
            </Buttons>
          </Form>
        </>
      )}
    </WorkLayout>
  )
}
