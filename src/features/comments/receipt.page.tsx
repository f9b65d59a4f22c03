import type { Child } from 'hono/jsx'
import { paths } from '../../paths.ts'
import { wordsIn } from '../../platform/i18n/written.ts'
import {
  Bidi,
  Button,
  ButtonLink,
  Buttons,
  DateTime,
  dayInWords,
  DescriptionList,
  Form,
  Heading,
  instantInWords,
  Layout,
  Notice,
  PageHead,
  Quote,
  Thread,
  type ThreadNode,
  type View,
} from '../../ui/components.ts'
import { mayCorrect, mayWithdraw } from './comment.ts'
import type { CommentAct, CommentEvent } from './comment-event.ts'
import { answerInWords, isEmptyAnswer } from './question.ts'
import { type HeldReceipt, shownReceipt } from './receipt.ts'
import { clockState, dayIn, promisedDay } from './response-promise.ts'
import { langOf, WrittenText } from './written-text.page.tsx'

/**
 * A station of the thread above the comment: a theme, a decision, being told, and what came of it. The decisions feature
 * knows them and hands them in; `detail` is the reason or whatever else belongs to it.
 */
export type ThreadPart = ThreadNode & { detail?: Child }

/** What was just done, told once on arriving. */
export const receiptDeeds = ['corrected', 'correctedWaiting', 'withdrawn', 'erased'] as const
export type ReceiptDeed = (typeof receiptDeeds)[number]

export type ReceiptPageProps = HeldReceipt & {
  view: View
  thread: readonly ThreadPart[]
  /** Whether staff have read and coded it. */
  read: boolean
  deed?: ReceiptDeed
}

/** The page of a receipt: the comment's way along the thread, what was done with it, and what its holder may do. */
export function ReceiptPage(props: ReceiptPageProps) {
  const { view, agency, engagement, comment, thread, deed } = props
  const { t } = view
  const gone = comment.state === 'erased'
  return (
    <Layout view={view} title={t('comments.receipt.title')} unlisted>
      {deed && <Notice view={view} kind="success" title={t(`comments.receipt.done.${deed}`)} live />}
      <PageHead
        above={
          <>
            {t('comments.receipt.above', { code: shownReceipt(comment.receiptCode) })} ·{' '}
            <WrittenText view={view} text={engagement.title} />
          </>
        }
        title={t('comments.receipt.title')}
        lead={t('comments.receipt.lead', {
          agency: agency.name,
          when: instantInWords(view, comment.receivedAt),
        })}
      />
      <Heading level={2}>{t('comments.receipt.way')}</Heading>
      <Thread view={view} nodes={wayOf(props)} label={t('comments.receipt.way')} />
      <DescriptionList
        items={[
          { term: t('comments.receipt.stateTitle'), value: t(`comments.receipt.state.${comment.state}`) },
          ...(gone ? [] : [{ term: t('comments.receipt.promise'), value: promiseWords(props) }]),
        ]}
      />
      <Heading level={2}>{t('comments.receipt.cameOf')}</Heading>
      {thread.some((part) => part.detail) ? (
        thread.filter((part) => part.detail).map((part) => <Station view={view} part={part} />)
      ) : (
        <p>{t('comments.receipt.nothingYet')}</p>
      )}
      {!gone && <WhatYouWrote {...props} />}
      <WhatWasDone {...props} />
      <YourRights {...props} />
    </Layout>
  )
}

/** The stations of a comment; those that are still ahead are shown too, so that its author knows what to expect. */
export function wayOf({
  view,
  comment,
  thread,
  read,
}: Pick<ReceiptPageProps, 'view' | 'comment' | 'thread' | 'read'>): ThreadNode[] {
  const { t } = view
  const day = (at: Date) => instantInWords(view, at, 'short')
  const received: ThreadNode = {
    kind: 'comment',
    label: t('comments.receipt.received'),
    state: 'reached',
    when: day(comment.receivedAt),
  }
  if (comment.state === 'withdrawn' || comment.state === 'erased') {
    return [
      received,
      { kind: 'comment', label: t(`ui.state.withdrawn`), state: 'stopped', when: day(comment.changedAt) },
    ]
  }
  const known = read || thread.length > 0
  const ahead: ThreadNode[] = [
    { kind: 'theme', label: t('comments.receipt.themes'), state: 'ahead' },
    { kind: 'decision', label: t('comments.receipt.decided'), state: 'ahead' },
    { kind: 'told', label: t('comments.receipt.told'), state: 'ahead' },
  ]
  const reached = new Set(thread.map((part) => part.kind))
  return [
    received,
    { kind: 'comment', label: t('comments.receipt.read'), state: known ? 'reached' : 'now' },
    ...thread.map(({ detail: _, ...node }) => node),
    ...ahead.filter((node) => !reached.has(node.kind)),
  ]
}

function Station({ view, part }: { view: View; part: ThreadPart }) {
  return (
    <section class="station">
      <Heading level={3} lang={part.lang}>
        {view.t(`ui.thread.kind.${part.kind}`)}
        {part.label && `: ${part.label}`}
      </Heading>
      {part.detail}
    </section>
  )
}

function promiseWords({ view, agency, engagement, comment }: ReceiptPageProps): string {
  const { t } = view
  const received = dayIn(agency.timeZone, comment.receivedAt)
  const answered = comment.answeredAt && dayIn(agency.timeZone, comment.answeredAt)
  if (answered)
    return t('comments.receipt.promiseKept', { agency: agency.name, day: dayInWords(view, answered) })
  const day = dayInWords(view, promisedDay(comment, engagement, agency.timeZone))
  const late =
    clockState(received, null, engagement.responseDays, dayIn(agency.timeZone, view.now)) === 'late'
  return late
    ? t('comments.receipt.promiseLate', {
        agency: agency.name,
        day,
        name: engagement.contactName,
        address: engagement.contactAddress,
      })
    : t('comments.receipt.promiseRunning', { agency: agency.name, day })
}

function WhatYouWrote({ view, comment, questions, answers, aboutQuestions, aboutYou }: ReceiptPageProps) {
  const { t, language } = view
  const asked = new Map(questions.map((question) => [question.id, question]))
  const about = new Map(aboutQuestions.map((question) => [question.id, question]))
  const said = aboutYou.map((one) => {
    const question = about.get(one.aboutQuestionId)
    const option = question?.options.find((candidate) => candidate.id === one.value)
    return {
      term: question ? wordsIn(question.prompt, language) : '',
      value: option ? wordsIn(option.label, language) : one.value,
    }
  })
  return (
    <section>
      <Heading level={2}>{t('comments.receipt.yours')}</Heading>
      {answers.map((answer) => {
        const question = asked.get(answer.questionId)
        if (!question || isEmptyAnswer(answer)) return null
        return (
          <Quote
            lang={answer.text === null ? undefined : langOf(view, comment.language)}
            author={wordsIn(question.prompt, language)}
            note={answer.redacted ? t('comments.receipt.redacted') : undefined}
          >
            {answerInWords(question, answer, language)}
          </Quote>
        )
      })}
      <DescriptionList
        items={[{ term: t('comments.receipt.by'), value: t(`comments.channel.${comment.channel}`) }]}
      />
      {said.length > 0 && (
        <>
          <Heading level={3}>{t('comments.receipt.aboutYou')}</Heading>
          <DescriptionList items={said} />
        </>
      )}
    </section>
  )
}

const actWords = { 'not-duplicate': 'notDuplicate' } as const satisfies Partial<Record<CommentAct, string>>

/** What was done with a comment, as its author is told. */
export function actInWords({ t }: View, act: CommentAct, agency: string): string {
  if (act === 'answered') return t('comments.acts.answered', { agency })
  return t(`comments.acts.${act === 'not-duplicate' ? actWords[act] : act}`)
}

function WhatWasDone({
  view,
  agency,
  events,
}: {
  view: View
  agency: { name: string }
  events: readonly CommentEvent[]
}) {
  if (events.length === 0) return null
  const { t } = view
  return (
    <section>
      <Heading level={2}>{t('comments.receipt.happened')}</Heading>
      <ol>
        {events.map((event) => (
          <li>
            {actInWords(view, event.act, agency.name)} (<DateTime view={view} at={event.at} style="day" />)
            {event.reason && (
              <>
                . <span dir="auto">{t('comments.receipt.reason', { reason: event.reason })}</span>
              </>
            )}
          </li>
        ))}
      </ol>
    </section>
  )
}

function YourRights({ view, agency, engagement, comment }: ReceiptPageProps) {
  const { t, language } = view
  const code = comment.receiptCode
  const here = { language, code }
  return (
    <section>
      <Heading level={2}>{t('comments.receipt.yourRights')}</Heading>
      <p>{t('comments.receipt.keepSecret')}</p>
      <Buttons>
        {mayCorrect(comment) && (
          <ButtonLink href={paths.receiptCorrect.to(here)}>{t('comments.receipt.correct')}</ButtonLink>
        )}
        {mayWithdraw(comment) && (
          <ButtonLink kind="quiet" href={paths.receiptWithdraw.to(here)}>
            {t('comments.receipt.withdraw')}
          </ButtonLink>
        )}
        {comment.state !== 'erased' && (
          <ButtonLink kind="quiet" href={paths.receiptErase.to(here)}>
            {t('comments.receipt.erase')}
          </ButtonLink>
        )}
      </Buttons>
      <ul>
        <li>
          <a href={paths.receiptData.to(here)}>{t('comments.receipt.dataJson')}</a>
        </li>
        <li>
          <a href={paths.receiptData.to(here, { as: 'csv' })}>{t('comments.receipt.dataCsv')}</a>
        </li>
        <li>
          <a href={paths.comment.to({ language, agency: agency.slug, engagement: engagement.slug })}>
            {t('comments.receipt.anew')}
          </a>
        </li>
      </ul>
      <p>
        <Bidi>
          {t('comments.receipt.contact', {
            name: engagement.contactName,
            address: engagement.contactAddress,
          })}
        </Bidi>
      </p>
    </section>
  )
}

/** Asks once more before something that cannot be undone; the safe way out is a link. */
export function ConfirmPage({
  view,
  receipt,
  act,
}: {
  view: View
  receipt: HeldReceipt
  act: 'withdraw' | 'erase'
}) {
  const { t, language } = view
  const code = receipt.comment.receiptCode
  const address = { withdraw: paths.receiptWithdraw, erase: paths.receiptErase }[act]
  return (
    <Layout view={view} title={t(`comments.${act}.title`)} unlisted>
      <PageHead
        above={t('comments.receipt.short', { code: shownReceipt(code) })}
        title={t(`comments.${act}.title`)}
        lead={t(`comments.${act}.text`)}
      />
      <Form view={view} action={address.to({ language, code })} label={t(`comments.${act}.title`)}>
        <Buttons>
          <Button kind="danger">{t(`comments.${act}.yes`)}</Button>
          <ButtonLink kind="quiet" href={paths.receipt.to({ language, code })}>
            {t(`comments.${act}.no`)}
          </ButtonLink>
        </Buttons>
      </Form>
    </Layout>
  )
}
