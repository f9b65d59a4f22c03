import type { Child } from 'hono/jsx'
import { paths } from '../../paths.ts'
import { type Typed, typedText } from '../../platform/http/typed.ts'
import { languageNames, type Language } from '../../platform/i18n/language.ts'
import { inLanguage, wordsIn } from '../../platform/i18n/written.ts'
import {
  Button,
  ButtonLink,
  Buttons,
  Card,
  Cards,
  Checkbox,
  EmptyState,
  ErrorSummary,
  type Fault,
  Fieldset,
  Form,
  Heading,
  HiddenField,
  Hint,
  Notice,
  PageHead,
  Select,
  Tag,
  Tags,
  TextArea,
  TextField,
  WorkLayout,
} from '../../ui/components.ts'
import { studentsMayAnswer } from '../engagements/protected-topics.ts'
import { workFrame } from '../engagements/work-frame.ts'
import type { AboutQuestion } from './about-question.ts'
import { questionFields, sourceOf } from './question-form.ts'
import {
  answerLimits,
  type Question,
  type QuestionKind,
  questionKinds,
  type QuestionOption,
} from './question.ts'
import type { WorkPageProps } from './work-place.ts'
import { workPlace } from './work-place.ts'
import { langOf, WrittenText } from './written-text.page.tsx'

type AnyQuestion = Pick<Question, 'id' | 'prompt' | 'options' | 'removedAt'>

export type QuestionsPageProps = WorkPageProps & {
  questions: readonly Question[]
  removed: readonly Question[]
  /** How many answers each question has. */
  answers: ReadonlyMap<string, number>
  done?: boolean
}

/** Everything that an engagement asks, in its order, and the way to ask more. */
export function QuestionsPage({
  view,
  agency,
  engagement,
  questions,
  removed,
  answers,
  done,
}: QuestionsPageProps) {
  const { t } = view
  const place = workPlace(view, agency, engagement)
  return (
    <WorkLayout
      {...workFrame(view, agency, engagement, 'questions')}
      view={view}
      title={t('comments-staff.questions.title')}
    >
      <PageHead title={t('comments-staff.questions.title')} lead={t('comments-staff.questions.lead')} />
      {done && <Notice view={view} kind="success" title={t('comments-staff.saved')} live />}
      <TopicsUnchecked view={view} agency={agency} engagement={engagement} />
      {questions.length === 0 ? (
        <EmptyState
          title={t('comments-staff.questions.empty')}
          why={t('comments-staff.questions.emptyWhy')}
          act={{
            label: t('comments-staff.questions.addFirst'),
            href: paths.workQuestions.to(place, { add: 'text' }),
          }}
        />
      ) : (
        <Cards>
          {questions.map((question, index) => (
            <QuestionCard
              view={view}
              question={question}
              above={<Tag>{question.code}</Tag>}
              facts={t('comments-staff.questions.answers', { count: answers.get(question.id) ?? 0 })}
              kind={`${t(`comments-staff.kind.${question.kind}`)}${question.required ? ` · ${t('comments-staff.questions.required')}` : ''}`}
              address={paths.workQuestion.to({ ...place, question: question.id })}
              first={index === 0}
              last={index === questions.length - 1}
            />
          ))}
        </Cards>
      )}
      <Heading level={2}>{t('comments-staff.questions.add')}</Heading>
      <ul>
        {questionKinds.map((kind) => (
          <li>
            <a href={paths.workQuestions.to(place, { add: kind })}>{t(`comments-staff.kind.${kind}`)}</a>:{' '}
            {t(`comments-staff.kindHint.${kind}`)}
          </li>
        ))}
      </ul>
      <Removed
        view={view}
        removed={removed}
        address={(id) => paths.workQuestion.to({ ...place, question: id })}
      />
      <Heading level={2}>{t('comments-staff.about.title')}</Heading>
      <p>{t('comments-staff.about.lead')}</p>
      <Buttons>
        <ButtonLink kind="quiet" href={paths.workAboutQuestions.to(place)}>
          {t('comments-staff.about.open')}
        </ButtonLink>
        <ButtonLink kind="quiet" href={paths.workPaperForm.to(place)}>
          {t('comments-staff.paper.formLink')}
        </ButtonLink>
      </Buttons>
    </WorkLayout>
  )
}

function QuestionCard({
  view,
  question,
  above,
  kind,
  facts,
  address,
  first,
  last,
}: {
  view: WorkPageProps['view']
  question: AnyQuestion
  above: Child
  kind: string
  facts?: string
  address: string
  first: boolean
  last: boolean
}) {
  const { t } = view
  const { text: name, language } = inLanguage(question.prompt, view.language)
  return (
    <Card title={name} lang={langOf(view, language)} level={2} above={above} foot={facts}>
      <p>{kind}</p>
      <OptionTags view={view} options={question.options} />
      <Form view={view} action={address} label={t('comments-staff.questions.actsFor', { question: name })}>
        <Buttons>
          <ButtonLink kind="quiet" href={address} icon="edit">
            {t('comments-staff.questions.edit')}
          </ButtonLink>
          {!first && (
            <Button kind="quiet" name="act" value="up">
              {t('comments-staff.questions.up')}
            </Button>
          )}
          {!last && (
            <Button kind="quiet" name="act" value="down">
              {t('comments-staff.questions.down')}
            </Button>
          )}
          <Button kind="quiet" name="act" value="remove">
            {t('comments-staff.questions.remove')}
          </Button>
        </Buttons>
      </Form>
    </Card>
  )
}

function OptionTags({ view, options }: { view: WorkPageProps['view']; options: readonly QuestionOption[] }) {
  if (options.length === 0) return null
  return (
    <Tags>
      {options.map((option) => {
        const label = inLanguage(option.label, view.language)
        return label.text ? (
          <Tag lang={langOf(view, label.language)}>{label.text}</Tag>
        ) : (
          <Tag>{option.id}</Tag>
        )
      })}
    </Tags>
  )
}

function Removed({
  view,
  removed,
  address,
}: {
  view: WorkPageProps['view']
  removed: readonly AnyQuestion[]
  address: (id: string) => string
}) {
  if (removed.length === 0) return null
  const { t } = view
  return (
    <section>
      <Heading level={2}>{t('comments-staff.questions.removed')}</Heading>
      <p>{t('comments-staff.questions.removedText')}</p>
      {removed.map((question) => (
        <Form
          view={view}
          action={address(question.id)}
          label={t('comments-staff.questions.actsFor', { question: wordsIn(question.prompt, view.language) })}
        >
          <p>
            <WrittenText view={view} text={question.prompt} />
          </p>
          <Button kind="quiet" name="act" value="restore">
            {t('comments-staff.questions.restore')}
          </Button>
        </Form>
      ))}
    </section>
  )
}

export type QuestionFormPageProps = WorkPageProps & {
  kind: QuestionKind
  /** The question that is changed; none for a new one. */
  question?: Question
  typed: Typed
  faults?: readonly Fault[]
  /** Somebody answered it, so its kind stays. */
  answered?: boolean
}

/** Writes a question, in every language of the engagement. */
export function QuestionFormPage({
  view,
  agency,
  engagement,
  kind,
  question,
  typed,
  faults,
  answered = false,
}: QuestionFormPageProps) {
  const { t } = view
  const place = workPlace(view, agency, engagement)
  const title = question
    ? t('comments-staff.questions.editTitle', { code: question.code })
    : t(`comments-staff.questions.newTitle.${kind}`)
  const source = sourceOf({ languages: engagement.languages, before: question })
  return (
    <WorkLayout
      {...workFrame(view, agency, engagement, 'questions')}
      view={view}
      title={title}
      faulty={Boolean(faults?.length)}
    >
      <PageHead
        above={<a href={paths.workQuestions.to(place)}>{t('comments-staff.questions.title')}</a>}
        title={title}
        lead={t(`comments-staff.kindHint.${kind}`)}
      />
      <ErrorSummary view={view} faults={faults} />
      <Form
        view={view}
        action={
          question
            ? paths.workQuestion.to({ ...place, question: question.id })
            : paths.workQuestions.to(place)
        }
        label={title}
      >
        {question && !answered ? (
          <Select
            view={view}
            name="kind"
            label={t('comments-staff.questions.kind')}
            options={questionKinds.map((value) => ({ value, label: t(`comments-staff.kind.${value}`) }))}
            value={kind}
            hint={t('comments-staff.questions.kindChange')}
            required
          />
        ) : (
          <HiddenField name="kind" value={kind} />
        )}
        {question && answered && <Hint>{t('comments-staff.questions.kindFixed')}</Hint>}
        <PromptFields
          view={view}
          languages={engagement.languages}
          source={source}
          typed={typed}
          faults={faults}
          hints
        />
        {kind === 'scale' && (
          <ScaleFields view={view} languages={engagement.languages} typed={typed} faults={faults} />
        )}
        {(kind === 'single' || kind === 'multiple' || kind === 'ranking') && (
          <OptionFields
            view={view}
            languages={engagement.languages}
            source={source}
            options={question?.kind === kind ? question.options : []}
            typed={typed}
            faults={faults}
          />
        )}
        <Checkbox
          view={view}
          name={questionFields.required}
          label={t('comments-staff.questions.mustAnswer')}
          hint={t('comments-staff.questions.mustAnswerHint')}
          checked={typedText(typed, questionFields.required) === 'yes'}
          required={false}
        />
        <Buttons>
          <Button>{t('comments-staff.questions.save')}</Button>
          <ButtonLink kind="quiet" href={paths.workQuestions.to(place)}>
            {t('comments-staff.cancel')}
          </ButtonLink>
        </Buttons>
      </Form>
    </WorkLayout>
  )
}

type PartProps = {
  view: WorkPageProps['view']
  languages: readonly Language[]
  typed: Typed
  faults?: readonly Fault[]
}

function PromptFields({
  view,
  languages,
  source,
  typed,
  faults,
  hints = false,
}: PartProps & { source: Language; hints?: boolean }) {
  const { t } = view
  return (
    <>
      {languages.map((language) => (
        <TextArea
          view={view}
          name={questionFields.prompt(language)}
          label={t('comments-staff.questions.prompt', { language: languageNames[language] })}
          value={typedText(typed, questionFields.prompt(language))}
          rows={2}
          lang={language}
          required={language === source}
          faults={faults}
        />
      ))}
      {hints &&
        languages.map((language) => (
          <TextField
            view={view}
            name={questionFields.hint(language)}
            label={t('comments-staff.questions.hint', { language: languageNames[language] })}
            value={typedText(typed, questionFields.hint(language))}
            lang={language}
            faults={faults}
          />
        ))}
    </>
  )
}

function ScaleFields({ view, languages, typed, faults }: PartProps) {
  const { t } = view
  return (
    <Fieldset legend={t('comments-staff.questions.scale')}>
      <TextField
        view={view}
        name={questionFields.points}
        label={t('comments-staff.questions.points')}
        hint={t('comments-staff.questions.pointsHint', {
          fewest: answerLimits.fewestScalePoints,
          most: answerLimits.mostScalePoints,
        })}
        value={typedText(typed, questionFields.points) || '5'}
        inputmode="numeric"
        size="short"
        required
        faults={faults}
      />
      {languages.map((language) => (
        <>
          <TextField
            view={view}
            name={questionFields.low(language)}
            label={t('comments-staff.questions.low', { language: languageNames[language] })}
            value={typedText(typed, questionFields.low(language))}
            lang={language}
            faults={faults}
          />
          <TextField
            view={view}
            name={questionFields.high(language)}
            label={t('comments-staff.questions.high', { language: languageNames[language] })}
            value={typedText(typed, questionFields.high(language))}
            lang={language}
            faults={faults}
          />
        </>
      ))}
    </Fieldset>
  )
}

function OptionFields({
  view,
  languages,
  source,
  options,
  typed,
  faults,
}: PartProps & { source: Language; options: readonly QuestionOption[] }) {
  const { t } = view
  return (
    <>
      {options.length > 0 && (
        <Fieldset
          legend={t('comments-staff.questions.options')}
          id="options"
          hint={t('comments-staff.questions.optionsHint')}
        >
          {options.flatMap((option, index) =>
            languages.map((language) => (
              <TextField
                view={view}
                name={questionFields.option(option.id, language)}
                label={t('comments-staff.questions.option', {
                  number: index + 1,
                  language: languageNames[language],
                })}
                value={typedText(typed, questionFields.option(option.id, language))}
                lang={language}
                required={language === source}
                faults={faults}
              />
            )),
          )}
        </Fieldset>
      )}
      <Fieldset
        legend={t(
          options.length > 0 ? 'comments-staff.questions.moreOptions' : 'comments-staff.questions.options',
        )}
        id="more"
        hint={t('comments-staff.questions.moreHint')}
      >
        {languages.map((language) => (
          <TextArea
            view={view}
            name={questionFields.more(language)}
            label={languageNames[language]}
            value={typedText(typed, questionFields.more(language))}
            rows={5}
            lang={language}
            required={options.length === 0 && language === source}
            faults={faults}
          />
        ))}
      </Fieldset>
    </>
  )
}

export type AboutQuestionsPageProps = WorkPageProps & {
  questions: readonly AboutQuestion[]
  removed: readonly AboutQuestion[]
  done?: boolean
  /** Shown when a new one is being written and came back with faults. */
  typed?: Typed
  faults?: readonly Fault[]
}

/** What the agency would like to know about the people who speak. */
export function AboutQuestionsPage({
  view,
  agency,
  engagement,
  questions,
  removed,
  done,
  typed = {},
  faults,
}: AboutQuestionsPageProps) {
  const { t } = view
  const place = workPlace(view, agency, engagement)
  const source = sourceOf({ languages: engagement.languages })
  return (
    <WorkLayout
      {...workFrame(view, agency, engagement, 'questions')}
      view={view}
      title={t('comments-staff.about.title')}
      faulty={Boolean(faults?.length)}
    >
      <PageHead
        above={<a href={paths.workQuestions.to(place)}>{t('comments-staff.questions.title')}</a>}
        title={t('comments-staff.about.title')}
        lead={t('comments-staff.about.lead')}
      />
      <ErrorSummary view={view} faults={faults} />
      {done && <Notice view={view} kind="success" title={t('comments-staff.saved')} live />}
      <TopicsUnchecked view={view} agency={agency} engagement={engagement} />
      <Notice view={view}>
        <p>{t('comments-staff.about.protect', { minimum: agency.minimum })}</p>
      </Notice>
      {questions.length > 0 && (
        <Cards>
          {questions.map((question, index) => (
            <QuestionCard
              view={view}
              question={question}
              above={<Tag>{question.key}</Tag>}
              kind={t('comments-staff.kind.single')}
              address={paths.workAboutQuestion.to({ ...place, question: question.id })}
              first={index === 0}
              last={index === questions.length - 1}
            />
          ))}
        </Cards>
      )}
      <Removed
        view={view}
        removed={removed}
        address={(id) => paths.workAboutQuestion.to({ ...place, question: id })}
      />
      <Heading level={2}>{t('comments-staff.about.add')}</Heading>
      <Form view={view} action={paths.workAboutQuestions.to(place)} label={t('comments-staff.about.add')}>
        <PromptFields
          view={view}
          languages={engagement.languages}
          source={source}
          typed={typed}
          faults={faults}
        />
        <OptionFields
          view={view}
          languages={engagement.languages}
          source={source}
          options={[]}
          typed={typed}
          faults={faults}
        />
        <Button>{t('comments-staff.questions.save')}</Button>
      </Form>
    </WorkLayout>
  )
}

export type AboutQuestionPageProps = WorkPageProps & {
  question: AboutQuestion
  typed: Typed
  faults?: readonly Fault[]
}

export function AboutQuestionPage({
  view,
  agency,
  engagement,
  question,
  typed,
  faults,
}: AboutQuestionPageProps) {
  const { t } = view
  const place = workPlace(view, agency, engagement)
  const title = t('comments-staff.questions.editTitle', { code: question.key })
  const source = sourceOf({ languages: engagement.languages, before: { ...question, hint: question.prompt } })
  return (
    <WorkLayout
      {...workFrame(view, agency, engagement, 'questions')}
      view={view}
      title={title}
      faulty={Boolean(faults?.length)}
    >
      <PageHead
        above={<a href={paths.workAboutQuestions.to(place)}>{t('comments-staff.about.title')}</a>}
        title={title}
      />
      <ErrorSummary view={view} faults={faults} />
      <Form
        view={view}
        action={paths.workAboutQuestion.to({ ...place, question: question.id })}
        label={title}
      >
        <PromptFields
          view={view}
          languages={engagement.languages}
          source={source}
          typed={typed}
          faults={faults}
        />
        <OptionFields
          view={view}
          languages={engagement.languages}
          source={source}
          options={question.options}
          typed={typed}
          faults={faults}
        />
        <Buttons>
          <Button>{t('comments-staff.questions.save')}</Button>
          <ButtonLink kind="quiet" href={paths.workAboutQuestions.to(place)}>
            {t('comments-staff.cancel')}
          </ButtonLink>
        </Buttons>
      </Form>
    </WorkLayout>
  )
}

/** Students wait until somebody has gone through the questions: those who change them must see it. */
function TopicsUnchecked({ view, agency, engagement }: WorkPageProps) {
  if (studentsMayAnswer(engagement) !== 'unchecked') return null
  const place = workPlace(view, agency, engagement)
  return (
    <Notice view={view} kind="warning">
      <p>
        <a href={`${paths.workEngagementEdit.to(place)}#field-protectedTopicsChecked`}>
          {view.t('engagements.need.protectedTopics')}
        </a>
      </p>
    </Notice>
  )
}
