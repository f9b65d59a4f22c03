import { paths } from '../../paths.ts'
import type { Typed } from '../../platform/http/form.ts'
import { wordsIn } from '../../platform/i18n/written.ts'
import {
  Button,
  ButtonLink,
  Buttons,
  ErrorSummary,
  type Fault,
  Form,
  HiddenField,
  Hint,
  Layout,
  Notice,
  PageHead,
  Quote,
  type View,
} from '../../ui/components.ts'
import { AboutYouFields, QuestionFields } from './comment-fields.page.tsx'
import { answerInWords, isEmptyAnswer } from './question.ts'
import { correctable, type HeldReceipt, shownReceipt } from './receipt.ts'

/** The author's own words in the same form again. `meanwhile` shows what the comment became while they were typing. */
export function CorrectCommentPage({
  view,
  receipt,
  typed,
  faults,
  meanwhile = false,
}: {
  view: View
  receipt: HeldReceipt
  typed: Typed
  faults?: readonly Fault[]
  meanwhile?: boolean
}) {
  const { t, language } = view
  const { comment, agency, questions, answers } = receipt
  const corrected = correctable(receipt)
  const here = { language, code: comment.receiptCode }
  const asked = new Map(questions.map((question) => [question.id, question]))
  return (
    <Layout view={view} title={t('comments.correct.title')} faulty={Boolean(faults?.length)} unlisted>
      <PageHead
        above={t('comments.receipt.short', { code: shownReceipt(comment.receiptCode) })}
        title={t('comments.correct.title')}
        lead={t('comments.correct.lead')}
      />
      <ErrorSummary view={view} faults={faults} />
      {meanwhile && (
        <Notice view={view} kind="warning" title={t('comments.correct.meanwhile')} live>
          <p>{t('comments.correct.meanwhileText')}</p>
          {answers.map((answer) => {
            const question = asked.get(answer.questionId)
            return (
              question &&
              !isEmptyAnswer(answer) && (
                <Quote author={wordsIn(question.prompt, language)}>
                  {answerInWords(question, answer, language)}
                </Quote>
              )
            )
          })}
        </Notice>
      )}
      <Form view={view} action={paths.receiptCorrect.to(here)} label={t('comments.correct.title')}>
        <HiddenField name="version" value={String(comment.version)} />
        <QuestionFields view={view} questions={corrected.questions} typed={typed} faults={faults} />
        <AboutYouFields
          view={view}
          aboutQuestions={corrected.aboutQuestions}
          typed={typed}
          faults={faults}
          agencyName={agency.name}
          minimum={agency.minimum}
        />
        <Hint>{t('comments.correct.next')}</Hint>
        <Buttons>
          <Button>{t('comments.correct.save')}</Button>
          <ButtonLink kind="quiet" href={paths.receipt.to(here)}>
            {t('comments.correct.back')}
          </ButtonLink>
        </Buttons>
      </Form>
    </Layout>
  )
}

/** When the comment is withdrawn or erased. */
export function TooLatePage({ view, receipt }: { view: View; receipt: HeldReceipt }) {
  const { t, language } = view
  return (
    <Layout view={view} title={t('comments.correct.tooLate')} unlisted>
      <PageHead title={t('comments.correct.tooLate')} lead={t('comments.correct.tooLateText')} />
      <ButtonLink href={paths.receipt.to({ language, code: receipt.comment.receiptCode })}>
        {t('comments.sent.open')}
      </ButtonLink>
    </Layout>
  )
}
