import { paths } from '../../paths.ts'
import { type Typed, typedText } from '../../platform/http/typed.ts'
import { inLanguage } from '../../platform/i18n/written.ts'
import {
  Button,
  ButtonLink,
  Buttons,
  EmptyState,
  ErrorSummary,
  type Fault,
  Form,
  Heading,
  HiddenField,
  Notice,
  PageHead,
  Quote,
  Radios,
  TextArea,
  WorkLayout,
} from '../../ui/components.ts'
import { workPlace, type WorkPageProps } from '../comments/work-place.ts'
import { workFrame } from '../engagements/work-frame.ts'
import type { Theme } from '../themes/theme.ts'
import { foreignLanguage } from '../themes/written-fields.tsx'
import type { Conversation } from './conversation.ts'
import type { Statement } from './statement.ts'
import { FrozenFigures } from './statements-in-theme.tsx'
import { longestStatementNote, type StatementFigures, type ThemeStatement } from './theme-statement.ts'

type TakeProps = WorkPageProps & {
  conversation: Conversation
  statement: Statement
  /** What would be frozen now. */
  now: StatementFigures
  taken: readonly (ThemeStatement & Pick<Theme, 'title'>)[]
  themes: readonly Theme[]
  typed?: Typed
  faults?: readonly Fault[]
}

/** Takes a statement into a theme, so that it is answered with the comments that say the same; shows where it was taken before. */
export function TakeStatementPage(props: TakeProps) {
  const { view, agency, engagement, conversation, statement, now, taken, themes, typed, faults } = props
  const { t } = view
  const place = workPlace(view, agency, engagement)
  const within = { ...place, conversation: conversation.id }
  const here = paths.workStatementTheme.to({ ...within, statement: statement.id })
  const words = inLanguage(statement.words, view.language)
  const question = inLanguage(conversation.question, view.language)
  const open = themes.filter((theme) => !taken.some((one) => one.themeId === theme.id))
  return (
    <WorkLayout
      view={view}
      title={t('opinion-thread.take.title')}
      {...workFrame(view, agency, engagement, 'conversations')}
      faulty={faults !== undefined}
    >
      <ErrorSummary view={view} faults={faults} />
      <PageHead
        title={t('opinion-thread.take.title')}
        above={
          <a href={paths.workConversation.to(within)} lang={foreignLanguage(view, question.language)}>
            {question.text}
          </a>
        }
        lead={t('opinion-thread.take.lead')}
      />
      <Quote
        lang={foreignLanguage(view, words.language)}
        source={
          <a href={paths.workStatement.to({ ...within, statement: statement.id })}>
            {t('opinion-thread.number', { number: statement.number })}
          </a>
        }
        note={<FrozenFigures view={view} figures={now} />}
      >
        {words.text}
      </Quote>
      {taken.length > 0 && (
        <>
          <Heading level={2}>{t('opinion-thread.take.already')}</Heading>
          {taken.map((one) => {
            const title = inLanguage(one.title, view.language)
            return (
              <div class="quote-row">
                <div>
                  <p>
                    <a
                      href={paths.workTheme.to({ ...place, theme: one.themeId })}
                      lang={foreignLanguage(view, title.language)}
                    >
                      {title.text}
                    </a>
                  </p>
                  {one.note && <p dir="auto">{one.note}</p>}
                  <p class="hint">
                    {t('opinion-thread.take.frozen')}{' '}
                    <FrozenFigures view={view} figures={one.figures} takenAt={one.takenAt} />
                  </p>
                </div>
                <Form view={view} action={here} label={`${t('opinion-thread.take.drop')}: ${title.text}`}>
                  <HiddenField name="drop" value={one.themeId} />
                  <Button kind="quiet">
                    {t('opinion-thread.take.drop')}
                    <span class="visually-hidden">: {title.text}</span>
                  </Button>
                </Form>
              </div>
            )
          })}
        </>
      )}
      <Heading level={2}>{t('opinion-thread.take.into')}</Heading>
      {statement.state !== 'shown' ? (
        <Notice view={view} title={t('opinion-thread.take.notShown')} />
      ) : open.length === 0 ? (
        <EmptyState
          title={t(themes.length === 0 ? 'opinion-thread.take.noThemes' : 'opinion-thread.take.inAll')}
          why={t('opinion-thread.take.beginWhy')}
          act={{ label: t('opinion-thread.take.begin'), href: paths.workThemes.to(place) }}
          level={3}
        />
      ) : (
        <Form view={view} action={here} label={t('opinion-thread.take.title')}>
          <Radios
            view={view}
            name="theme"
            label={t('opinion-thread.take.theme')}
            hint={t('opinion-thread.take.themeHint')}
            options={open.map((theme) => {
              const title = inLanguage(theme.title, view.language)
              return {
                value: theme.id,
                label: title.text,
                lang: foreignLanguage(view, title.language),
                hint: theme.publishedAt === null ? undefined : t('opinion-thread.take.isPublic'),
              }
            })}
            value={typed ? typedText(typed, 'theme') : ''}
            faults={faults}
            required
          />
          <TextArea
            view={view}
            name="note"
            label={t('opinion-thread.take.note')}
            hint={t('opinion-thread.take.noteHint', { most: longestStatementNote })}
            value={typed ? typedText(typed, 'note') : ''}
            rows={2}
            faults={faults}
          />
          <Buttons>
            <Button>{t('opinion-thread.take.yes')}</Button>
            <ButtonLink kind="quiet" href={paths.workConversationResults.to(within)}>
              {t('opinion-thread.take.back')}
            </ButtonLink>
          </Buttons>
          <p class="hint">
            {t('opinion-thread.take.noneFits')}{' '}
            <a href={paths.workThemes.to(place)}>{t('opinion-thread.take.begin')}</a>
          </p>
        </Form>
      )}
    </WorkLayout>
  )
}
