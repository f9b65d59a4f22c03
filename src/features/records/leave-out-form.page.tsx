import { typedList, typedText } from '../../platform/http/typed.ts'
import {
  Button,
  Buttons,
  Checkbox,
  Checkboxes,
  Details,
  Form,
  HiddenField,
  Select,
  TextArea,
  TextField,
} from '../../ui/components.ts'
import { rangeText, suggestRedactions } from '../comments/redaction.ts'
import {
  longestGround,
  markOf,
  type RecordsRedaction,
  redactionReasons,
  type RequestedAnswer,
  type RequestedComment,
} from './records-request.ts'
import type { RequestProps } from './request.page.tsx'

/** What staff may leave out of one answer: places the program proposes, words they name, or all of it. */
export function LeaveOutForm({
  view,
  answer,
  comment,
  own,
  part,
  faulty,
  action,
}: Pick<RequestProps, 'view' | 'part' | 'faulty'> & {
  comment: RequestedComment
  answer: RequestedAnswer
  own: readonly RecordsRedaction[]
  action: string
}) {
  const { t } = view
  const mine = faulty?.answerId === answer.id ? faulty : undefined
  const typed = mine?.typed ?? {}
  const suggestions = suggestRedactions(answer.words).filter(
    (one) => !own.some((redaction) => redaction.rangeStart <= one.start && redaction.rangeEnd >= one.end),
  )
  // Many forms stand on one page: each has names of its own, so that labels and faults find their fields.
  const named = (name: string) => `${name}-${answer.id}`
  return (
    <Details
      summary={t('records.request.leaveOutOf', { number: comment.number, question: answer.questionCode })}
      open={mine !== undefined}
    >
      <Form
        view={view}
        action={action}
        label={t('records.request.leaveOutOf', { number: comment.number, question: answer.questionCode })}
      >
        <HiddenField name="part" value={String(part)} />
        <HiddenField name="answerId" value={answer.id} />
        <HiddenField name="mark" value={markOf(answer.words)} />
        {answer.isText ? (
          <>
            {suggestions.length > 0 && (
              <Checkboxes
                view={view}
                name={named('ranges')}
                label={t('records.request.suggestions')}
                hint={t('records.request.suggestionsHint')}
                options={suggestions.map((one) => ({
                  value: rangeText(one),
                  label: one.text,
                  lang: comment.language,
                }))}
                values={typedList(typed, named('ranges'))}
                faults={mine?.faults}
              />
            )}
            <TextArea
              view={view}
              name={named('words')}
              label={t('records.request.words')}
              hint={t('records.request.wordsHint')}
              value={typedText(typed, named('words'))}
              rows={2}
              lang={comment.language}
              faults={mine?.faults}
            />
            <Checkbox
              view={view}
              name={named('whole')}
              label={t('records.request.whole')}
              checked={typedText(typed, named('whole')) === 'yes'}
            />
          </>
        ) : (
          <p>{t('records.request.choiceWhole')}</p>
        )}
        <Select
          view={view}
          name={named('reason')}
          label={t('records.request.reason')}
          value={typedText(typed, named('reason'))}
          options={redactionReasons.map((reason) => ({
            value: reason,
            label: t(`records.reason.${reason}`),
          }))}
          faults={mine?.faults}
          required
        />
        <TextField
          view={view}
          name={named('ground')}
          label={t('records.request.ground')}
          hint={t('records.request.groundHint')}
          value={typedText(typed, named('ground'))}
          maxLength={longestGround}
          faults={mine?.faults}
        />
        <Buttons>
          <Button kind="quiet">{t('records.request.leaveOut')}</Button>
        </Buttons>
      </Form>
    </Details>
  )
}
