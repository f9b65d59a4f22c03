import { paths } from '../../paths.ts'
import {
  Button,
  Buttons,
  DateTime,
  DescriptionList,
  Details,
  EmptyState,
  Form,
  HiddenField,
  Notice,
  PageHead,
  StatusTag,
  type Status,
  Table,
  type View,
  WorkLayout,
} from '../../ui/components.ts'
import type { Agency } from '../agencies/agency.ts'
import { agencyFrame } from '../agencies/agency-frame.ts'
import type { Seat } from '../agencies/permission.ts'
import { eventKeys, WebhookState } from './integrations.page.tsx'
import { type Delivery, type DeliveryState, deliveryState, mostAttempts, type Webhook } from './webhook.ts'

export const webhookNews = ['tested', 'on', 'off'] as const
export type WebhookNews = (typeof webhookNews)[number]

const marks: Record<DeliveryState, Status> = {
  waiting: 'next',
  delivered: 'done',
  failing: 'late',
  'given-up': 'declined',
}

/** One webhook: where it leads, what it hears of, and what became of each delivery. */
export function WebhookPage(props: {
  view: View
  agency: Agency
  seat: Seat | undefined
  webhook: Webhook
  deliveries: readonly Delivery[]
  news?: WebhookNews
}) {
  const { view, agency, webhook, deliveries } = props
  const { t } = view
  const action = paths.workWebhook.to({ language: view.language, agency: agency.slug, webhook: webhook.id })
  const title = t('integrations.webhook.title', { host: new URL(webhook.url).host })
  const on = webhook.disabledAt === null
  return (
    <WorkLayout view={view} title={title} {...agencyFrame(view, agency, props.seat, 'integrations')} unlisted>
      <PageHead title={title} lead={t('integrations.webhook.lead')} />
      {props.news && (
        <Notice view={view} kind="success" live>
          <p>{t(`integrations.webhook.news.${props.news}`)}</p>
        </Notice>
      )}
      <DescriptionList
        items={[
          { term: t('integrations.webhooks.url'), value: <bdi dir="ltr">{webhook.url}</bdi> },
          {
            term: t('integrations.webhooks.hears'),
            value: webhook.events.map((event) => t(`integrations.event.${eventKeys[event]}`)).join(' · '),
          },
          { term: t('integrations.webhooks.state'), value: <WebhookState view={view} webhook={webhook} /> },
          {
            term: t('integrations.webhook.since'),
            value: <DateTime view={view} at={webhook.createdAt} style="day" />,
          },
        ]}
      />
      {on && (
        <Form view={view} action={action} label={t('integrations.webhook.test')}>
          <HiddenField name="act" value="test" />
          <Buttons>
            <Button>{t('integrations.webhook.test')}</Button>
          </Buttons>
        </Form>
      )}
      <Form
        view={view}
        action={action}
        label={t(on ? 'integrations.webhook.switchOff' : 'integrations.webhook.switchOn')}
      >
        <HiddenField name="act" value={on ? 'off' : 'on'} />
        <Buttons>
          <Button kind={on ? 'danger' : 'primary'}>
            {t(on ? 'integrations.webhook.switchOff' : 'integrations.webhook.switchOn')}
          </Button>
        </Buttons>
      </Form>
      <h2>{t('integrations.webhook.deliveries')}</h2>
      <p>{t('integrations.webhook.deliveriesLead', { attempts: mostAttempts })}</p>
      {deliveries.length === 0 ? (
        <EmptyState
          level={3}
          title={t('integrations.webhook.none')}
          why={t('integrations.webhook.noneWhy')}
        />
      ) : (
        <Table
          view={view}
          caption={t('integrations.webhook.deliveries')}
          captionHidden
          columns={[
            { label: t('integrations.webhook.when') },
            { label: t('integrations.webhook.event') },
            { label: t('integrations.webhook.outcome') },
            { label: t('integrations.webhook.content') },
          ]}
          rows={deliveries.map((delivery) => ({
            cells: [
              <DateTime view={view} at={delivery.createdAt} />,
              <code dir="ltr">{delivery.event}</code>,
              <Outcome view={view} delivery={delivery} />,
              <Details summary={t('integrations.webhook.show')}>
                <pre class="message-text" dir="ltr" tabindex={0}>
                  {delivery.body}
                </pre>
              </Details>,
            ],
          }))}
        />
      )}
    </WorkLayout>
  )
}

function Outcome({ view, delivery }: { view: View; delivery: Delivery }) {
  const { t } = view
  const state = deliveryState(delivery)
  return (
    <>
      <StatusTag view={view} status={marks[state]} label={t(`integrations.webhook.state.${state}`)} />
      {delivery.attempts > 0 && (
        <p class="hint">{t('integrations.webhook.attempts', { count: delivery.attempts })}</p>
      )}
      {delivery.problem && (
        <p class="hint" lang="en" dir="ltr">
          {delivery.problem}
        </p>
      )}
    </>
  )
}
