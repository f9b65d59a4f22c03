import { paths } from '../../paths.ts'
import type { Typed } from '../../platform/http/typed.ts'
import { typedList, typedText } from '../../platform/http/typed.ts'
import {
  Bidi,
  Button,
  ButtonLink,
  Buttons,
  Checkboxes,
  DateTime,
  EmptyState,
  ErrorSummary,
  type Fault,
  Form,
  Notice,
  PageHead,
  Select,
  StatusTag,
  type Status,
  Table,
  TextField,
  type View,
  WorkLayout,
} from '../../ui/components.ts'
import type { Agency } from '../agencies/agency.ts'
import { agencyFrame } from '../agencies/agency-frame.ts'
import type { Seat } from '../agencies/permission.ts'
import {
  type ApiToken,
  longestTokenName,
  noExpiry,
  scopes,
  tokenLives,
  type TokenState,
  tokenState,
} from './api-token.ts'
import { webhookEvents } from './event.ts'
import type { Webhook } from './webhook.ts'

export const integrationNews = ['revoked'] as const
export type IntegrationNews = (typeof integrationNews)[number]

type Framed = { view: View; agency: Agency; seat: Seat | undefined }

export type IntegrationsProps = Framed & {
  tokens: readonly ApiToken[]
  webhooks: readonly Webhook[]
  /** The names of those who made the tokens, by id. */
  names: ReadonlyMap<string, string>
  typed?: Typed
  faults?: readonly Fault[]
  news?: IntegrationNews
  /** Where to confirm the sign-in; undefined when that is not needed. */
  confirmHref: string | undefined
  descriptionUrl: string
}

/** What other programs may do here: tokens for those who ask, webhooks for those who are told. */
export function IntegrationsPage(props: IntegrationsProps) {
  const { view, agency, faults, confirmHref } = props
  const { t } = view
  const title = t('integrations.title')
  return (
    <WorkLayout
      view={view}
      title={title}
      faulty={Boolean(faults?.length)}
      {...agencyFrame(view, agency, props.seat, 'integrations')}
      unlisted
    >
      <PageHead title={title} lead={t('integrations.lead', { agency: agency.name })} />
      <ErrorSummary view={view} faults={faults} />
      {props.news && (
        <Notice view={view} kind="success" live>
          <p>{t(`integrations.news.${props.news}`)}</p>
        </Notice>
      )}
      <p>
        {t('integrations.description')}{' '}
        <a href={paths.apiDescription.to({})} type="application/json">
          <bdi dir="ltr">{props.descriptionUrl}</bdi>
        </a>
      </p>
      {confirmHref && (
        <Notice view={view} title={t('integrations.confirmTitle')}>
          <p>{t('integrations.confirmText')}</p>
          <Buttons>
            <ButtonLink href={confirmHref}>{t('integrations.confirm')}</ButtonLink>
          </Buttons>
        </Notice>
      )}
      <Tokens {...props} />
      <Webhooks {...props} />
    </WorkLayout>
  )
}

const tokenMarks: Record<TokenState, Status> = { active: 'done', expired: 'late', revoked: 'withdrawn' }

function Tokens({ view, agency, tokens, names, typed = {}, faults, confirmHref }: IntegrationsProps) {
  const { t } = view
  const at = { language: view.language, agency: agency.slug }
  return (
    <>
      <h2>{t('integrations.tokens.title')}</h2>
      <p>{t('integrations.tokens.lead')}</p>
      {tokens.length === 0 ? (
        <EmptyState level={3} title={t('integrations.tokens.none')} why={t('integrations.tokens.noneWhy')} />
      ) : (
        <Table
          view={view}
          caption={t('integrations.tokens.title')}
          captionHidden
          columns={[
            { label: t('integrations.tokens.program') },
            { label: t('integrations.tokens.rights') },
            { label: t('integrations.tokens.madeBy') },
            { label: t('integrations.tokens.lastUsed') },
            { label: t('integrations.tokens.state') },
            { label: t('integrations.act'), quiet: true },
          ]}
          rows={tokens.map((token) => ({
            key: `token-${token.id}`,
            cells: [
              <Bidi>{token.name}</Bidi>,
              token.scopes.map((scope) => t(`integrations.scope.${scopeKeys[scope]}`)).join(' · '),
              <>
                <Bidi>{names.get(token.createdBy) ?? ''}</Bidi>{' '}
                <DateTime view={view} at={token.createdAt} style="short" />
              </>,
              token.lastUsedAt ? (
                <DateTime view={view} at={token.lastUsedAt} style="short" />
              ) : (
                t('integrations.tokens.never')
              ),
              <TokenStateCell view={view} token={token} />,
              tokenState(token, view.now) === 'active' && (
                <Form
                  view={view}
                  action={paths.workTokenRevoke.to({ ...at, token: token.id })}
                  label={t('integrations.tokens.revokeNamed', { name: token.name })}
                >
                  <Button kind="danger">{t('integrations.tokens.revoke')}</Button>
                </Form>
              ),
            ],
          }))}
        />
      )}
      {!confirmHref && (
        <Form view={view} action={paths.workTokens.to(at)} label={t('integrations.tokens.make')}>
          <h3>{t('integrations.tokens.make')}</h3>
          <TextField
            view={view}
            name="name"
            label={t('integrations.tokens.name')}
            hint={t('integrations.tokens.nameHint')}
            value={typedText(typed, 'name')}
            maxLength={longestTokenName}
            faults={faults}
            required
          />
          <Checkboxes
            view={view}
            name="scopes"
            label={t('integrations.tokens.may')}
            options={scopes.map((scope) => ({
              value: scope,
              label: t(`integrations.scope.${scopeKeys[scope]}`),
              hint: t(`integrations.scopeHint.${scopeKeys[scope]}`),
            }))}
            values={typedList(typed, 'scopes')}
            faults={faults}
            required
          />
          <Select
            view={view}
            name="life"
            label={t('integrations.tokens.life')}
            value={typedText(typed, 'life') || '365'}
            options={[
              ...tokenLives.map((days) => ({
                value: String(days),
                label: t('integrations.tokens.days', { days }),
              })),
              { value: noExpiry, label: t('integrations.tokens.noExpiry') },
            ]}
            faults={faults}
            required
          />
          <Buttons>
            <Button>{t('integrations.tokens.make')}</Button>
          </Buttons>
        </Form>
      )}
    </>
  )
}

const scopeKeys = { read: 'read', 'comments:write': 'write' } as const

function TokenStateCell({ view, token }: { view: View; token: ApiToken }) {
  const { t } = view
  const state = tokenState(token, view.now)
  return (
    <>
      <StatusTag view={view} status={tokenMarks[state]} label={t(`integrations.tokens.states.${state}`)} />
      {state === 'active' && (
        <p class="hint">
          {token.expiresAt ? (
            <>
              {t('integrations.tokens.until')} <DateTime view={view} at={token.expiresAt} style="short" />
            </>
          ) : (
            t('integrations.tokens.noExpiry')
          )}
        </p>
      )}
    </>
  )
}

function Webhooks({ view, agency, webhooks, typed = {}, faults, confirmHref }: IntegrationsProps) {
  const { t } = view
  const at = { language: view.language, agency: agency.slug }
  return (
    <>
      <h2>{t('integrations.webhooks.title')}</h2>
      <p>{t('integrations.webhooks.lead')}</p>
      {webhooks.length === 0 ? (
        <EmptyState
          level={3}
          title={t('integrations.webhooks.none')}
          why={t('integrations.webhooks.noneWhy')}
        />
      ) : (
        <Table
          view={view}
          caption={t('integrations.webhooks.title')}
          captionHidden
          columns={[
            { label: t('integrations.webhooks.url') },
            { label: t('integrations.webhooks.hears') },
            { label: t('integrations.webhooks.state') },
          ]}
          rows={webhooks.map((webhook) => ({
            cells: [
              <a href={paths.workWebhook.to({ ...at, webhook: webhook.id })}>
                <bdi dir="ltr">{webhook.url}</bdi>
              </a>,
              webhook.events.map((event) => t(`integrations.event.${eventKeys[event]}`)).join(' · '),
              <WebhookState view={view} webhook={webhook} />,
            ],
          }))}
        />
      )}
      {!confirmHref && (
        <Form view={view} action={paths.workWebhooks.to(at)} label={t('integrations.webhooks.make')}>
          <h3>{t('integrations.webhooks.make')}</h3>
          <TextField
            view={view}
            name="url"
            type="url"
            label={t('integrations.webhooks.url')}
            hint={t('integrations.webhooks.urlHint')}
            value={typedText(typed, 'url')}
            faults={faults}
            autocomplete="off"
            required
          />
          <Checkboxes
            view={view}
            name="events"
            label={t('integrations.webhooks.events')}
            options={webhookEvents.map((event) => ({
              value: event,
              label: t(`integrations.event.${eventKeys[event]}`),
              hint: event,
            }))}
            values={typedList(typed, 'events')}
            faults={faults}
            required
          />
          <Buttons>
            <Button>{t('integrations.webhooks.make')}</Button>
          </Buttons>
        </Form>
      )}
    </>
  )
}

export const eventKeys = {
  'comment.received': 'comment',
  'decision.published': 'decision',
  'engagement.opened': 'engagement',
} as const

/** Whether a webhook is on, and why not. */
export function WebhookState({ view, webhook }: { view: View; webhook: Webhook }) {
  const { t } = view
  if (webhook.disabledAt === null)
    return <StatusTag view={view} status="done" label={t('integrations.webhooks.on')} />
  return (
    <>
      <StatusTag view={view} status="withdrawn" label={t('integrations.webhooks.off')} />
      <p class="hint">
        {t('integrations.webhooks.offWhy', { reason: webhook.disabledReason })}{' '}
        <DateTime view={view} at={webhook.disabledAt} style="short" />
      </p>
    </>
  )
}
