import type { Child } from 'hono/jsx'
import { paths } from '../../paths.ts'
import { type Typed, typedList, typedText } from '../../platform/http/typed.ts'
import {
  Button,
  ButtonLink,
  Buttons,
  Checkboxes,
  ErrorSummary,
  type Fault,
  Form,
  Heading,
  HiddenField,
  Notice,
  PageHead,
  Quote,
  TextField,
  WorkLayout,
} from '../../ui/components.ts'
import { workFrame } from '../engagements/work-frame.ts'
import type { Comment } from './comment.ts'
import type { KeptAnswer, Question } from './question.ts'
import { blackout, mergedRanges, type Range, rangeText, suggestRedactions } from './redaction.ts'
import { paragraphs } from './work-comment.page.tsx'
import { workPlace, type WorkPageProps } from './work-place.ts'
import { langOf, WrittenText } from './written-text.page.tsx'

/** The form fields of one answer: suggestions that are ticked, and words typed by hand. */
export const redactFields = {
  suggested: (answerId: string) => `suggested-${answerId}`,
  words: (answerId: string) => `words-${answerId}`,
  chosen: (answerId: string) => `range-${answerId}`,
} as const

export type RedactPageProps = WorkPageProps & {
  comment: Comment
  questions: readonly Question[]
  answers: readonly KeptAnswer[]
  typed: Typed
  faults?: readonly Fault[]
  /** What would be taken out, to be looked at once more; none while choosing. */
  chosen?: ReadonlyMap<string, readonly Range[]>
}

/**
 * Takes personal information out of a comment in two steps: say which words, then see the result before it is done for good.
 * Works with a keyboard and without script: words are typed or ticked, not painted with a mouse.
 */
export function RedactPage(props: RedactPageProps) {
  const { view, agency, engagement, comment, answers, questions, typed, faults, chosen } = props
  const { t } = view
  const here = { ...workPlace(view, agency, engagement), comment: comment.id }
  const back = paths.workComment.to(here)
  const title = t(chosen ? 'comments-staff.redact.check' : 'comments-staff.redact.title')
  const words = answers.flatMap((answer) => {
    const question = questions.find((one) => one.id === answer.questionId)
    return answer.text === null || !question ? [] : [{ answer, text: answer.text, question }]
  })
  return (
    <WorkLayout
      {...workFrame(view, agency, engagement, 'comments')}
      view={view}
      title={title}
      faulty={Boolean(faults?.length)}
      unlisted
    >
      <PageHead
        above={<a href={back}>{t('comments-staff.one.back')}</a>}
        title={title}
        lead={t(chosen ? 'comments-staff.redact.checkLead' : 'comments-staff.redact.lead')}
      />
      <ErrorSummary view={view} faults={faults} />
      <Notice view={view} kind="warning">
        <p>{t('comments-staff.redact.forGood')}</p>
      </Notice>
      <Form view={view} action={paths.workCommentRedact.to(here)} label={title}>
        <HiddenField name="version" value={String(comment.version)} />
        {words.map(({ answer, text, question }) => (
          <>
            <Heading level={2}>
              {question.code}: <WrittenText view={view} text={question.prompt} />
            </Heading>
            <Quote lang={langOf(view, comment.language)}>
              {chosen ? marked(text, chosen.get(answer.id) ?? []) : paragraphs(text)}
            </Quote>
            {chosen ? (
              <Kept answer={answer} chosen={chosen} typed={typed} />
            ) : (
              <Choose view={view} answer={answer} text={text} typed={typed} faults={faults} />
            )}
          </>
        ))}
        {chosen ? (
          <>
            <HiddenField name="reason" value={typedText(typed, 'reason')} />
            <HiddenField name="note" value={typedText(typed, 'note')} />
            <p>{typedText(typed, 'reason')}</p>
            <Buttons>
              <Button kind="danger" name="step" value="redact">
                {t('comments-staff.redact.do')}
              </Button>
              <Button kind="quiet" name="step" value="change">
                {t('comments-staff.redact.change')}
              </Button>
            </Buttons>
          </>
        ) : (
          <>
            <TextField
              view={view}
              name="reason"
              label={t('comments-staff.moderate.reason')}
              hint={t('comments-staff.redact.reasonHint')}
              value={typedText(typed, 'reason')}
              required
              faults={faults}
            />
            <TextField
              view={view}
              name="note"
              label={t('comments-staff.moderate.note')}
              value={typedText(typed, 'note')}
              faults={faults}
            />
            <Buttons>
              <Button name="step" value="check">
                {t('comments-staff.redact.show')}
              </Button>
              <ButtonLink kind="quiet" href={back}>
                {t('comments-staff.cancel')}
              </ButtonLink>
            </Buttons>
          </>
        )}
      </Form>
    </WorkLayout>
  )
}

function Choose({
  view,
  answer,
  text,
  typed,
  faults,
}: {
  view: RedactPageProps['view']
  answer: KeptAnswer
  text: string
  typed: Typed
  faults?: readonly Fault[]
}) {
  const { t } = view
  const suggestions = suggestRedactions(text)
  const name = redactFields.suggested(answer.id)
  return (
    <>
      {suggestions.length > 0 && (
        <Checkboxes
          view={view}
          name={name}
          label={t('comments-staff.redact.suggested')}
          hint={t('comments-staff.redact.suggestedHint')}
          values={typedList(typed, name)}
          options={suggestions.map((one) => ({
            value: rangeText(one),
            label: one.text,
            hint: t(`comments-staff.redact.kind.${one.kind}`),
          }))}
          faults={faults}
        />
      )}
      <TextField
        view={view}
        name={redactFields.words(answer.id)}
        label={t('comments-staff.redact.words')}
        hint={t('comments-staff.redact.wordsHint')}
        value={typedText(typed, redactFields.words(answer.id))}
        faults={faults}
      />
    </>
  )
}

/** What was chosen travels along unseen: the ranges themselves, and what was typed, for going back. */
function Kept({
  answer,
  chosen,
  typed,
}: {
  answer: KeptAnswer
  chosen: ReadonlyMap<string, readonly Range[]>
  typed: Typed
}) {
  return (
    <>
      {(chosen.get(answer.id) ?? []).map((range) => (
        <HiddenField name={redactFields.chosen(answer.id)} value={rangeText(range)} />
      ))}
      {typedList(typed, redactFields.suggested(answer.id)).map((value) => (
        <HiddenField name={redactFields.suggested(answer.id)} value={value} />
      ))}
      <HiddenField
        name={redactFields.words(answer.id)}
        value={typedText(typed, redactFields.words(answer.id))}
      />
    </>
  )
}

/** The text with what would go struck through, and what would stand there. */
function marked(text: string, ranges: readonly Range[]): Child {
  const parts: Child[] = []
  let at = 0
  for (const { start, end } of mergedRanges(ranges, text.length)) {
    parts.push(text.slice(at, start), <del>{text.slice(start, end)}</del>, <ins>{blackout}</ins>)
    at = end
  }
  return (
    <p>
      {parts}
      {text.slice(at)}
    </p>
  )
}
