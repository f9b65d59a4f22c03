import { paths } from '../../paths.ts'
import { languageNames } from '../../platform/i18n/language.ts'
import type { Message } from '../../platform/mail/message.store.ts'
import {
  Bidi,
  Button,
  Buttons,
  DateTime,
  DescriptionList,
  EmptyState,
  Form,
  Notice,
  PageHead,
  Pagination,
  Quote,
  StatusTag,
  type Status,
  Table,
  type View,
  WorkLayout,
} from '../../ui/components.ts'
import type { Agency } from './agency.ts'
import { agencyFrame } from './agency-frame.ts'
import type { Seat } from './permission.ts'

const marks: Record<Message['state'], Status> = {
  waiting: 'next',
  sent: 'done',
  refused: 'late',
  outbox: 'held',
}

function State({ view, state }: { view: View; state: Message['state'] }) {
  return <StatusTag view={view} status={marks[state]} label={view.t(`agencies.outbox.state.${state}`)} />
}

type Framed = { view: View; agency: Agency; seat: Seat | undefined }

/** Everything that goes out to people, newest first. */
export function OutboxPage(
  props: Framed & { messages: readonly Message[]; older: string | undefined; mails: boolean; texts: boolean },
) {
  const { view, agency, messages } = props
  const { t, language } = view
  const title = t('agencies.outbox.title')
  return (
    <WorkLayout view={view} title={title} {...agencyFrame(view, agency, props.seat, 'outbox')} unlisted>
      <PageHead title={title} lead={t('agencies.outbox.lead')} />
      {!props.mails && (
        <Notice view={view} kind="warning" title={t('agencies.outbox.noMailTitle')}>
          <p>{t('agencies.outbox.noMail')}</p>
        </Notice>
      )}
      {!props.texts && (
        <Notice view={view} title={t('agencies.outbox.noTextsTitle')}>
          <p>{t('agencies.outbox.noTexts')}</p>
        </Notice>
      )}
      {messages.length === 0 ? (
        <EmptyState title={t('agencies.outbox.none')} why={t('agencies.outbox.noneWhy')} />
      ) : (
        <Table
          view={view}
          caption={title}
          captionHidden
          columns={[
            { label: t('agencies.outbox.message') },
            { label: t('agencies.outbox.to') },
            { label: t('agencies.outbox.channel') },
            { label: t('agencies.outbox.when') },
            { label: t('agencies.outbox.stateLabel') },
          ]}
          rows={messages.map((message) => ({
            cells: [
              <a
                href={paths.workMessage.to({ language, agency: agency.slug, message: message.id })}
                lang={message.language}
                dir="auto"
              >
                {message.subject || message.text.slice(0, 60)}
              </a>,
              <Bidi>{message.toAddress}</Bidi>,
              t(`agencies.outbox.channels.${message.channel}`),
              <DateTime view={view} at={message.createdAt} />,
              <>
                <State view={view} state={message.state} />
                {message.problem && <p class="hint">{message.problem}</p>}
              </>,
            ],
          }))}
        />
      )}
      <Pagination view={view} next={props.older} />
    </WorkLayout>
  )
}

/** One message as its reader gets it, and what became of it. */
export function MessagePage(props: Framed & { message: Message; retried: boolean }) {
  const { view, agency, message } = props
  const { t, language } = view
  const title = message.subject || t('agencies.outbox.textMessage')
  const mayRetry = message.state === 'refused' || message.state === 'outbox'
  return (
    <WorkLayout view={view} title={title} {...agencyFrame(view, agency, props.seat, 'outbox')} unlisted>
      <PageHead
        title={title}
        lang={message.subject ? message.language : undefined}
        above={t(`agencies.outbox.channels.${message.channel}`)}
      />
      {props.retried && (
        <Notice view={view} kind="success" live>
          <p>{t('agencies.outbox.retried')}</p>
        </Notice>
      )}
      {message.problem && (
        <Notice
          view={view}
          kind={message.state === 'refused' ? 'error' : 'warning'}
          title={t(`agencies.outbox.problem.${message.state}`)}
        >
          <p lang="en">
            <Bidi>{message.problem}</Bidi>
          </p>
        </Notice>
      )}
      <DescriptionList
        items={[
          { term: t('agencies.outbox.to'), value: <Bidi>{message.toAddress}</Bidi> },
          { term: t('agencies.outbox.stateLabel'), value: <State view={view} state={message.state} /> },
          { term: t('agencies.outbox.language'), value: languageNames[message.language] },
          { term: t('agencies.outbox.when'), value: <DateTime view={view} at={message.createdAt} /> },
          ...(message.sentAt
            ? [{ term: t('agencies.outbox.sentAt'), value: <DateTime view={view} at={message.sentAt} /> }]
            : []),
          ...(message.unsubscribeUrl
            ? [{ term: t('agencies.outbox.stop'), value: t('agencies.outbox.stopText') }]
            : []),
        ]}
      />
      <h2>{t('agencies.outbox.text')}</h2>
      <Quote lang={message.language}>{message.text.trim()}</Quote>
      {mayRetry && (
        <Form
          view={view}
          action={paths.workMessageRetry.to({ language, agency: agency.slug, message: message.id })}
        >
          <Buttons>
            <Button>{t('agencies.outbox.retry')}</Button>
          </Buttons>
        </Form>
      )}
    </WorkLayout>
  )
}
