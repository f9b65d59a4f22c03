import { paths } from '../../paths.ts'
import type { Typed } from '../../platform/http/typed.ts'
import { directionOf } from '../../platform/i18n/language.ts'
import {
  Bidi,
  Button,
  Buttons,
  Day,
  DescriptionList,
  EmptyState,
  ErrorSummary,
  type Fault,
  Form,
  Heading,
  HiddenField,
  Notice,
  PageHead,
  Pagination,
  Tag,
  type View,
  WorkLayout,
} from '../../ui/components.ts'
import type { Agency } from '../agencies/agency.ts'
import type { Engagement } from '../engagements/engagement.ts'
import { workFrame } from '../engagements/work-frame.ts'
import { LeaveOutForm } from './leave-out-form.page.tsx'
import { RequestState } from './records.page.tsx'
import {
  hasMoved,
  isWhole,
  piecesOf,
  readReason,
  type RecordsRedaction,
  type RecordsRequest,
  type RequestedAnswer,
  type RequestedComment,
} from './records-request.ts'

export const requestNews = ['opened', 'left-out', 'put-back'] as const
export type RequestNews = (typeof requestNews)[number]

export type RequestProps = {
  view: View
  agency: Agency
  engagement: Engagement
  request: RecordsRequest
  comments: readonly RequestedComment[]
  total: number
  redactions: readonly RecordsRedaction[]
  /** Which part of the list this is, from 1. */
  part: number
  previous: string | undefined
  next: string | undefined
  /** The answer whose form is shown with faults. */
  faulty?: { answerId: string; typed: Typed; faults: readonly Fault[] }
  news?: RequestNews
  /** The release was refused, because words have changed since something in them was left out. */
  refused?: boolean
}

/** What a request asks for, answer by answer: what is left out and why, and the release. */
export function RequestPage(props: RequestProps) {
  const { view, agency, engagement, request, comments, redactions, faulty } = props
  const { t } = view
  const place = {
    language: view.language,
    agency: agency.slug,
    engagement: engagement.slug,
    request: request.id,
  }
  const title = t('records.request.title', { name: request.askedBy })
  const moved = comments
    .flatMap((comment) => comment.answers)
    .filter((answer) => hasMoved(answer, redactions))
  return (
    <WorkLayout
      view={view}
      title={title}
      faulty={Boolean(faulty)}
      {...workFrame(view, agency, engagement, 'records')}
      unlisted
    >
      <PageHead title={title} lead={t('records.request.lead')} />
      <ErrorSummary view={view} faults={faulty?.faults} />
      {props.news && (
        <Notice view={view} kind="success" live>
          <p>{t(`records.request.news.${props.news}`)}</p>
        </Notice>
      )}
      {moved.length > 0 && (
        <Notice
          view={view}
          kind={props.refused ? 'error' : 'warning'}
          title={t('records.request.movedTitle')}
          live={props.refused}
        >
          <p>{t('records.request.moved', { count: moved.length })}</p>
        </Notice>
      )}
      <DescriptionList
        items={[
          {
            term: t('records.requests.days'),
            value: (
              <>
                <Day view={view} day={request.fromDay} /> – <Day view={view} day={request.toDay} />
              </>
            ),
          },
          { term: t('records.request.comments'), value: t('records.request.count', { count: props.total }) },
          {
            term: t('records.request.leftOut'),
            value: t('records.request.stretches', { count: redactions.length }),
          },
          { term: t('records.requests.state'), value: <RequestState view={view} request={request} /> },
          ...(request.note ? [{ term: t('records.requests.note'), value: <Bidi>{request.note}</Bidi> }] : []),
        ]}
      />
      {props.total > 0 && (
        <Form view={view} action={paths.workRecordsRelease.to(place)} label={t('records.request.release')}>
          <Heading level={2}>{t('records.request.release')}</Heading>
          <p>{t('records.request.releaseText')}</p>
          <Buttons>
            <Button>{t('records.request.releaseButton')}</Button>
          </Buttons>
        </Form>
      )}
      <Heading level={2}>{t('records.request.read')}</Heading>
      {comments.length === 0 && (
        <EmptyState level={3} title={t('records.request.none')} why={t('records.request.noneWhy')} />
      )}
      {comments.map((comment) => (
        <section>
          <Heading level={3} id={`comment-${comment.id}`}>
            {t('records.request.comment', { number: comment.number })}
          </Heading>
          <p class="hint">
            <Day view={view} day={comment.receivedOn} style="short" />
          </p>
          {comment.answers.map((answer) => (
            <AnswerPart
              {...props}
              comment={comment}
              answer={answer}
              own={redactions.filter((one) => one.answerId === answer.id)}
            />
          ))}
          {comment.answers.length === 0 && <p>{t('records.request.noAnswers')}</p>}
        </section>
      ))}
      <Pagination view={view} previous={props.previous} next={props.next} />
    </WorkLayout>
  )
}

function AnswerPart(
  props: RequestProps & {
    comment: RequestedComment
    answer: RequestedAnswer
    own: readonly RecordsRedaction[]
  },
) {
  const { view, agency, engagement, request, comment, answer, own, part } = props
  const { t } = view
  const place = {
    language: view.language,
    agency: agency.slug,
    engagement: engagement.slug,
    request: request.id,
  }
  const action = paths.workRecordsRedact.to(place)
  const moved = hasMoved(answer, own)
  const whole = own.some(isWhole)
  return (
    <div id={`answer-${answer.id}`}>
      <Heading level={4}>
        {answer.questionCode}: <Bidi>{answer.question}</Bidi>
      </Heading>
      {moved && (
        <Notice view={view} kind="warning" title={t('records.request.lookAgain')}>
          <p>{t('records.request.lookAgainText')}</p>
          <Form
            view={view}
            action={action}
            label={t('records.request.putBackAll', { number: comment.number, question: answer.questionCode })}
          >
            <HiddenField name="part" value={String(part)} />
            <HiddenField name="putBackAnswer" value={answer.id} />
            <Button kind="quiet">{t('records.request.startAnew')}</Button>
          </Form>
        </Notice>
      )}
      <blockquote class="quote" lang={comment.language} dir={directionOf(comment.language)}>
        <p>
          {piecesOf(answer.words, own).map((piece) => (piece.out ? <del>{piece.text}</del> : piece.text))}
        </p>
      </blockquote>
      {own.length > 0 && (
        <ul>
          {own.map((redaction) => {
            const { reason, ground } = readReason(redaction.reason)
            const what = isWhole(redaction)
              ? t('records.part.whole')
              : answer.words.slice(redaction.rangeStart, redaction.rangeEnd)
            return (
              <li>
                <Bidi>{what}</Bidi> <Tag>{t(`records.reason.${reason}`)}</Tag>{' '}
                {ground && <Bidi>{ground}</Bidi>}
                <Form view={view} action={action} label={t('records.request.putBackOf', { what })}>
                  <HiddenField name="part" value={String(part)} />
                  <HiddenField name="answerId" value={answer.id} />
                  <HiddenField name="putBack" value={redaction.id} />
                  <Button kind="quiet">{t('records.request.putBack')}</Button>
                </Form>
              </li>
            )
          })}
        </ul>
      )}
      {!whole && !moved && <LeaveOutForm {...props} action={action} />}
    </div>
  )
}
