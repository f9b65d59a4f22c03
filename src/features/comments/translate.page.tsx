import { paths } from '../../paths.ts'
import { type Typed, typedText } from '../../platform/http/typed.ts'
import type { Language } from '../../platform/i18n/language.ts'
import {
  Button,
  ButtonLink,
  Buttons,
  ErrorSummary,
  type Fault,
  Form,
  Heading,
  HiddenField,
  Notice,
  PageHead,
  Quote,
  TextArea,
  WorkLayout,
} from '../../ui/components.ts'
import { workFrame } from '../engagements/work-frame.ts'
import type { AnswerTranslation } from './answer-translation.ts'
import type { Comment } from './comment.ts'
import { languageName } from './public-comments.page.tsx'
import type { KeptAnswer, Question } from './question.ts'
import { paragraphs } from './work-comment.page.tsx'
import { workPlace, type WorkPageProps } from './work-place.ts'
import { langOf, WrittenText } from './written-text.page.tsx'

export function translationField(answerId: string): string {
  return `text-${answerId}`
}

export type TranslatePageProps = WorkPageProps & {
  comment: Comment
  questions: readonly Question[]
  answers: readonly KeptAnswer[]
  translations: readonly AnswerTranslation[]
  /** Into which language. */
  to: Language
  /** The languages that it can be translated into. */
  targets: readonly Language[]
  /** A translation service is set up. */
  machine: boolean
  asked?: boolean
  /** What was typed, when it could not be saved. */
  typed?: Typed
  faults?: readonly Fault[]
}

/** Writes a translation beside the original, or has a machine make a first one; which it was is always told. */
export function TranslatePage({
  view,
  agency,
  engagement,
  comment,
  questions,
  answers,
  translations,
  to,
  targets,
  machine,
  asked,
  typed,
  faults,
}: TranslatePageProps) {
  const { t } = view
  const here = { ...workPlace(view, agency, engagement), comment: comment.id }
  const title = t('comments-staff.translate.title', { language: languageName(view, to) })
  const words = answers.filter((answer) => answer.text !== null)
  return (
    <WorkLayout
      {...workFrame(view, agency, engagement, 'comments')}
      view={view}
      title={title}
      faulty={Boolean(faults?.length)}
      unlisted
    >
      <PageHead
        above={<a href={paths.workComment.to(here)}>{t('comments-staff.one.back')}</a>}
        title={title}
        lead={t('comments-staff.translate.lead', { language: languageName(view, comment.language) })}
      />
      <ErrorSummary view={view} faults={faults} />
      {asked && (
        <Notice view={view} kind="info" title={t('comments-staff.translate.asked')} live>
          <p>{t('comments-staff.translate.askedText')}</p>
        </Notice>
      )}
      {targets.length > 1 && (
        <Buttons>
          {targets
            .filter((target) => target !== to)
            .map((target) => (
              <ButtonLink kind="quiet" href={paths.workCommentTranslate.to(here, { to: target })}>
                {t('comments-staff.translate.into', { language: languageName(view, target) })}
              </ButtonLink>
            ))}
        </Buttons>
      )}
      {machine && (
        <Form
          view={view}
          action={paths.workCommentTranslate.to(here)}
          label={t('comments-staff.translate.machine')}
        >
          <HiddenField name="to" value={to} />
          <Button kind="quiet" name="by" value="machine">
            {t('comments-staff.translate.machine')}
          </Button>
        </Form>
      )}
      <Form view={view} action={paths.workCommentTranslate.to(here)} label={title}>
        <HiddenField name="to" value={to} />
        <HiddenField name="version" value={String(comment.version)} />
        {words.map((answer) => {
          const question = questions.find((one) => one.id === answer.questionId)
          const there = translations.find((one) => one.answerId === answer.id && one.language === to)
          return (
            <>
              <Heading level={2}>
                {question && (
                  <>
                    {question.code}: <WrittenText view={view} text={question.prompt} />
                  </>
                )}
              </Heading>
              <Quote lang={langOf(view, comment.language)}>{paragraphs(answer.text ?? '')}</Quote>
              <TextArea
                view={view}
                name={translationField(answer.id)}
                label={t('comments-staff.translate.words', { language: languageName(view, to) })}
                hint={there && t(`comments-staff.translate.there.${there.origin}`)}
                value={typed ? typedText(typed, translationField(answer.id)) : (there?.text ?? '')}
                lang={to}
                faults={faults}
              />
            </>
          )
        })}
        <Buttons>
          <Button name="by" value="human">
            {t('comments-staff.translate.save')}
          </Button>
          <ButtonLink kind="quiet" href={paths.workComment.to(here)}>
            {t('comments-staff.cancel')}
          </ButtonLink>
        </Buttons>
      </Form>
    </WorkLayout>
  )
}
