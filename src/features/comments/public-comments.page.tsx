import { paths } from '../../paths.ts'
import { languageNames, isLanguage } from '../../platform/i18n/language.ts'
import { wordsIn } from '../../platform/i18n/written.ts'
import {
  Button,
  ButtonLink,
  Buttons,
  DateTime,
  Details,
  EmptyState,
  Form,
  Icon,
  Layout,
  PageHead,
  Quote,
  Select,
  TextField,
  type View,
} from '../../ui/components.ts'
import type { Agency } from '../agencies/agency.ts'
import type { Engagement } from '../engagements/engagement.ts'
import type { AnswerTranslation } from './answer-translation.ts'
import type { Comment } from './comment.ts'
import { answerInWords, type KeptAnswer, type Question } from './question.ts'
import { langOf } from './written-text.page.tsx'

/** A comment as everyone may read it: without name, with translations into the reader's language by answer id. */
export type ShownComment = {
  comment: Comment
  answers: readonly KeptAnswer[]
  translations: ReadonlyMap<string, AnswerTranslation>
}

export type PublicFilters = { question?: string; language?: string; search?: string }

/** Published comments, newest first, with those that say nearly the same together. */
export function PublicCommentsPage(props: {
  view: View
  agency: Agency
  engagement: Engagement
  questions: readonly Question[]
  /** Questions of other engagements that comments moved from there answered. */
  askedElsewhere: readonly Question[]
  languages: readonly string[]
  filters: PublicFilters
  /** Near-duplicates stand with the comment that they repeat. */
  comments: readonly (ShownComment & { duplicates: readonly ShownComment[] })[]
  total: number
  found: number
  firstPage: boolean
  next: string | undefined
  takesComments: boolean
}) {
  const { view, agency, engagement, questions, filters, comments, next } = props
  const { t, language } = view
  const place = { language, agency: agency.slug, engagement: engagement.slug }
  const filtering = Object.values(filters).some(Boolean)
  const answered = [...questions, ...props.askedElsewhere]
  return (
    <Layout
      view={view}
      title={t('comments.list.title')}
      description={t('comments.list.lead', { count: props.total })}
      lastChanged={props.firstPage && !filtering ? comments[0]?.comment.changedAt : undefined}
    >
      <PageHead
        above={<a href={paths.hub.to(place)}>{wordsIn(engagement.title, language)}</a>}
        title={t('comments.list.title')}
        lead={t('comments.list.lead', { count: props.total })}
      >
        {engagement.moderation === 'before' && <p>{t('comments.list.waiting')}</p>}
      </PageHead>
      {props.takesComments && (
        <Buttons>
          <ButtonLink href={paths.comment.to(place)} icon="speak">
            {t('comments.list.say')}
          </ButtonLink>
        </Buttons>
      )}
      {props.total > 0 && <FilterForm {...props} filtering={filtering} />}
      {filtering && <p role="status">{t('comments.list.found', { count: props.found })}</p>}
      {comments.length === 0 && (
        <EmptyState
          title={t(filtering ? 'comments.list.emptyFound' : 'comments.list.empty')}
          why={t(filtering ? 'comments.list.emptyFoundWhy' : 'comments.list.emptyWhy')}
          act={filtering ? { label: t('comments.list.clear'), href: paths.comments.to(place) } : undefined}
        />
      )}
      <ol class="said">
        {comments.map((shown) => (
          <li id={`comment-${shown.comment.id}`}>
            <OneComment view={view} questions={answered} shown={shown} />
            {shown.duplicates.length > 0 && (
              <Details summary={t('comments.list.duplicates', { count: shown.duplicates.length })}>
                {shown.duplicates.map((duplicate) => (
                  <OneComment view={view} questions={answered} shown={duplicate} />
                ))}
              </Details>
            )}
          </li>
        ))}
      </ol>
      {(next || !props.firstPage) && (
        <nav class="pagination" aria-label={t('ui.pages.label')}>
          {!props.firstPage && (
            <a href={paths.comments.to(place, { ...filters })}>{t('comments.list.first')}</a>
          )}
          {next && (
            <a
              class="button button-quiet"
              href={paths.comments.to(place, { ...filters, after: next })}
              rel="next"
            >
              {t('comments.list.more')}
              <Icon name="forward" mirror />
            </a>
          )}
        </nav>
      )}
      <p class="hint">
        <a href={paths.moderationLog.to(place)}>{t('comments.list.moderation')}</a>
      </p>
    </Layout>
  )
}

function FilterForm({
  view,
  agency,
  engagement,
  questions,
  languages,
  filters,
  filtering,
}: {
  view: View
  agency: Agency
  engagement: Engagement
  questions: readonly Question[]
  languages: readonly string[]
  filters: PublicFilters
  filtering: boolean
}) {
  const { t, language } = view
  const action = paths.comments.to({ language, agency: agency.slug, engagement: engagement.slug })
  return (
    <Details summary={t('comments.list.filter')} open={filtering}>
      <Form view={view} action={action} method="get" label={t('comments.list.filter')}>
        {questions.length > 1 && (
          <Select
            view={view}
            name="question"
            label={t('comments.list.question')}
            options={questions.map((question) => ({
              value: question.code,
              label: wordsIn(question.prompt, language),
            }))}
            value={filters.question}
          />
        )}
        {languages.length > 1 && (
          <Select
            view={view}
            name="language"
            label={t('comments.list.language')}
            options={languages.map((code) => ({ value: code, label: languageName(view, code) }))}
            value={filters.language}
          />
        )}
        <TextField
          view={view}
          name="search"
          type="search"
          label={t('comments.list.search')}
          value={filters.search}
        />
        <Buttons>
          <Button kind="quiet">{t('comments.list.show')}</Button>
          {filtering && <a href={action}>{t('comments.list.clear')}</a>}
        </Buttons>
      </Form>
    </Details>
  )
}

/** The name of a language: its own name where we speak it, else what the reader's language calls it. */
export function languageName(view: Pick<View, 'language'>, code: string): string {
  if (isLanguage(code)) return languageNames[code]
  try {
    return new Intl.DisplayNames([view.language], { type: 'language' }).of(code) ?? code
  } catch {
    return code
  }
}

function OneComment({
  view,
  questions,
  shown,
}: {
  view: View
  questions: readonly Question[]
  shown: ShownComment
}) {
  const { comment, answers, translations } = shown
  const asked = new Map(questions.map((question) => [question.id, question]))
  const [said, chosen] = [
    answers.filter((answer) => answer.text !== null),
    answers.filter((answer) => answer.choices !== null || answer.number !== null),
  ]
  return (
    <article class="comment">
      {said.map((answer) => (
        <SaidAnswer
          view={view}
          comment={comment}
          question={asked.get(answer.questionId)}
          answer={answer}
          translation={translations.get(answer.id)}
        />
      ))}
      {chosen.length > 0 && (
        <ul>
          {chosen.map((answer) => {
            const question = asked.get(answer.questionId)
            return (
              question && (
                <li>
                  {wordsIn(question.prompt, view.language)}:{' '}
                  <b>{answerInWords(question, answer, view.language)}</b>
                </li>
              )
            )
          })}
        </ul>
      )}
      <p class="hint">
        {view.t(`comments.channel.${comment.channel}`)} ·{' '}
        <DateTime view={view} at={comment.receivedAt} style="short" />
      </p>
    </article>
  )
}

/** Words of a person: a translation is labelled, and the original is one click away. */
function SaidAnswer({
  view,
  comment,
  question,
  answer,
  translation,
}: {
  view: View
  comment: Comment
  question: Question | undefined
  answer: KeptAnswer
  translation: AnswerTranslation | undefined
}) {
  const { t } = view
  const about = question && t('comments.list.about', { question: wordsIn(question.prompt, view.language) })
  const source = (
    <>
      {about}
      {answer.redacted && <> · {t('comments.list.redacted')}</>}
    </>
  )
  if (!translation) {
    return (
      <Quote lang={langOf(view, comment.language)} source={source}>
        {answer.text}
      </Quote>
    )
  }
  return (
    <>
      <Quote source={source} note={t(`comments.list.${translation.origin}`)}>
        {translation.text}
      </Quote>
      <Details summary={t('comments.list.original', { language: languageName(view, comment.language) })}>
        <p lang={comment.language} dir="auto">
          {answer.text}
        </p>
      </Details>
    </>
  )
}
