import { paths } from '../../paths.ts'
import { directionOf } from '../../platform/i18n/language.ts'
import { type Typed, typedList, typedText } from '../../platform/http/typed.ts'
import { wordsIn } from '../../platform/i18n/written.ts'
import {
  Button,
  ButtonLink,
  Buttons,
  DateTime,
  Details,
  ErrorSummary,
  type Fault,
  FaultLine,
  faultOf,
  fieldId,
  Form,
  Heading,
  HiddenField,
  Hint,
  Notice,
  PageHead,
  TextArea,
  WorkLayout,
} from '../../ui/components.ts'
import type { Comment } from '../comments/comment.ts'
import { answerInWords, type Question } from '../comments/question.ts'
import { workFrame } from '../engagements/work-frame.ts'
import { type Code, keyOf } from './code.ts'
import { quoteField, readingLimits, stanceField, stances } from './reading.ts'
import type { Round } from './reading.store.ts'
import { workPlace, type WorkPageProps } from '../comments/work-place.ts'

export type AnswerToRead = {
  id: string
  questionId: string
  text: string | null
  choices: string[] | null
  number: number | null
  translation?: { text: string; origin: 'machine' | 'human' }
}

type WorkbenchProps = WorkPageProps & {
  comment: Comment
  questions: readonly Question[]
  answers: readonly AnswerToRead[]
  codes: readonly Code[]
  typed: Typed
  faults?: readonly Fault[]
  round: Round
  /** Where "skip" leads. */
  skipTo: string | undefined
  left: number
  /** The coder read it before; `changedSince`: other words than now. */
  readAt?: Date
  changedSince: boolean
  /** Two coders have read it, so that it is compared, not changed. */
  closed: boolean
}

/**
 * One comment at a time beside the codebook. Complete with check boxes and fields; `code-comment.js` adds keys: a number or letter
 * gives a code, selected words become its quote, Enter saves and goes on. What other coders gave is not shown here.
 */
export function WorkbenchPage(props: WorkbenchProps) {
  const { view, agency, engagement, comment, codes, typed, faults, round, skipTo, left } = props
  const { t } = view
  const place = workPlace(props.view, props.agency, props.engagement)
  return (
    <WorkLayout
      view={view}
      title={t('themes.bench.title')}
      {...workFrame(view, agency, engagement, 'coding')}
      faulty={faults !== undefined}
      scripts={['code-comment.js']}
      unlisted
    >
      <ErrorSummary view={view} faults={faults} />
      <PageHead
        title={t('themes.bench.title')}
        above={<a href={paths.workCoding.to(place)}>{t('themes.coding.title')}</a>}
      >
        <p class="hint">
          {t(`comments.channel.${comment.channel}`)} ·{' '}
          <DateTime view={view} at={comment.receivedAt} style="short" /> ·{' '}
          {t('themes.bench.left', { count: left })}
        </p>
      </PageHead>
      {props.changedSince && (
        <Notice view={view} kind="warning" title={t('themes.bench.changed')}>
          <p>{t('themes.bench.changedText')}</p>
        </Notice>
      )}
      {props.closed && (
        <Notice view={view} title={t('themes.bench.closed')}>
          <p>{t('themes.bench.closedText')}</p>
        </Notice>
      )}
      <div class="bench" data-bench>
        <section class="bench-words" aria-labelledby="bench-words-title" tabindex={0}>
          <Heading level={2} id="bench-words-title">
            {t('themes.bench.comment')}
          </Heading>
          {props.answers.map((answer) => (
            <AnswerText {...props} answer={answer} />
          ))}
        </section>
        {!props.closed && (
          <div class="bench-codes">
            <Form
              view={view}
              id="bench-form"
              action={paths.workCodingComment.to({ ...place, comment: comment.id })}
              label={t('themes.bench.codes')}
            >
              <HiddenField name="round" value={round} />
              <fieldset class="fieldset bench-list">
                <legend>{t('themes.bench.codes')}</legend>
                <Hint>{t('themes.bench.codesHint')}</Hint>
                <div
                  class="bench-keys"
                  data-bench-keys
                  data-on={t('themes.bench.keysOn')}
                  data-off={t('themes.bench.keysOff')}
                  data-quoted={t('themes.bench.quoted')}
                ></div>
                {faultOf(faults, 'code') && (
                  <FaultLine view={view} id="field-code-fault" message={faultOf(faults, 'code')!} />
                )}
                {codes.map((code, index) => (
                  <CodeRow
                    {...props}
                    code={code}
                    index={index}
                    ticked={typedList(typed, 'code').includes(code.id)}
                  />
                ))}
              </fieldset>
              <TextArea
                view={view}
                name="memo"
                label={t('themes.bench.memo')}
                hint={t('themes.bench.memoHint')}
                value={typedText(typed, 'memo')}
                rows={2}
                maxLength={readingLimits.memo}
                faults={faults}
              />
              <div class="bench-save">
                <Buttons>
                  <Button>{t('themes.bench.save')}</Button>
                  {skipTo && (
                    <a class="button button-quiet" href={skipTo} data-bench-skip>
                      {t('themes.bench.skip')}
                    </a>
                  )}
                </Buttons>
              </div>
            </Form>
          </div>
        )}
        {props.closed && skipTo && (
          <Buttons>
            <ButtonLink href={skipTo}>{t('themes.bench.next')}</ButtonLink>
          </Buttons>
        )}
      </div>
    </WorkLayout>
  )
}

function AnswerText({ view, comment, questions, answer }: WorkbenchProps & { answer: AnswerToRead }) {
  const question = questions.find((candidate) => candidate.id === answer.questionId)
  if (!question) return null
  const words = answerInWords(question, answer, view.language)
  if (words === '') return null
  const own = answer.text !== null
  return (
    <div class="bench-answer">
      <p class="bench-question" dir="auto">
        {wordsIn(question.prompt, view.language)}
      </p>
      <blockquote
        lang={own ? comment.language : undefined}
        dir={own ? directionOf(comment.language) : 'auto'}
        data-answer={own ? answer.id : undefined}
      >
        {words}
      </blockquote>
      {answer.translation && (
        <Details summary={view.t(`themes.bench.translation.${answer.translation.origin}`)}>
          <p dir="auto">{answer.translation.text}</p>
        </Details>
      )}
    </div>
  )
}

function CodeRow({
  view,
  typed,
  faults,
  code,
  index,
  ticked,
}: WorkbenchProps & { code: Code; index: number; ticked: boolean }) {
  const { t } = view
  // The first one carries the field's own id, so that the error summary's link lands on something to act on.
  const id = index === 0 ? fieldId('code') : `${fieldId('code')}-${index + 1}`
  const key = keyOf(index)
  const [stance, quote] = [stanceField(code.id), quoteField(code.id)]
  const chosen = typedText(typed, stance) || 'neutral'
  const fault = faultOf(faults, quote)
  return (
    <div class="bench-code" data-key={key}>
      <div class="option">
        <input
          type="checkbox"
          id={id}
          name="code"
          value={code.id}
          checked={ticked}
          aria-describedby={`${id}-more`}
        />
        <label for={id} dir="auto">
          {code.name}
          {key && <kbd class="bench-key">{key}</kbd>}
        </label>
        <p class="hint" id={`${id}-more`} dir="auto">
          {code.definition}
          {code.exclusion && <> {t('themes.bench.without', { exclusion: code.exclusion })}</>}
        </p>
      </div>
      <div class="bench-more">
        <fieldset class="bench-stance">
          <legend class="visually-hidden">{t('themes.bench.stanceOf', { code: code.name })}</legend>
          {stances.map((value) => (
            <div class="option">
              <input
                type="radio"
                id={`${id}-${value}`}
                name={stance}
                value={value}
                checked={value === chosen}
              />
              <label for={`${id}-${value}`}>{t(`themes.stance.${value}`)}</label>
            </div>
          ))}
        </fieldset>
        <label for={fieldId(quote)} class="label">
          {t('themes.bench.quote')}
          <span class="visually-hidden"> ({code.name})</span>
        </label>
        {fault && <FaultLine view={view} id={`${fieldId(quote)}-fault`} message={fault} />}
        <input
          class="input"
          id={fieldId(quote)}
          name={quote}
          value={typedText(typed, quote)}
          dir="auto"
          autocomplete="off"
          aria-invalid={fault ? 'true' : undefined}
          aria-describedby={fault ? `${fieldId(quote)}-fault` : undefined}
        />
      </div>
    </div>
  )
}
