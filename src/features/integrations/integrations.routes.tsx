import type { Context } from 'hono'
import { z } from 'zod'
import { paths } from '../../paths.ts'
import { answerPage, seeOther } from '../../platform/http/answer.tsx'
import { readForm, readTyped, type Typed, typedText } from '../../platform/http/form.ts'
import { get, post, type Route } from '../../platform/http/route.ts'
import type { Fault } from '../../ui/components.ts'
import '../agencies/context.ts'
import { toMay } from '../agencies/permission.ts'
import { said } from '../agencies/said.ts'
import { listPeople } from '../people/person.store.ts'
import { isFresh } from '../people/sign-in.ts'
import { needsFreshSignIn, signedIn } from '../people/signed-in.ts'
import { urlProblem } from './address-guard.ts'
import { longestTokenName, noExpiry, scopes, tokenLives } from './api-token.ts'
import { listTokens } from './api-token.store.ts'
import { makeWebhook, switchWebhook, testWebhook } from './change-webhook.action.ts'
import { webhookEvents } from './event.ts'
import { integrationNews, IntegrationsPage } from './integrations.page.tsx'
import { makeToken } from './make-token.action.ts'
import { takeTokenBack } from './revoke-token.action.ts'
import { SecretPage } from './secret.page.tsx'
import { WebhookPage, webhookNews } from './webhook.page.tsx'
import { findWebhook, listDeliveries, listWebhooks } from './webhook.store.ts'

const need = toMay('manage integrations')

/** Tokens and webhooks of an agency. */
export const integrationPages: Route[] = [
  get(paths.workIntegrations, need, (c) => showIntegrations(c)),
  // Where a language is switched on the page that shows a secret.
  get(paths.workTokens, need, (c) => seeOther(c, paths.workIntegrations.to(at(c)))),
  get(paths.workWebhooks, need, (c) => seeOther(c, paths.workIntegrations.to(at(c)))),
  post(paths.workTokens, need, addToken),
  post(paths.workTokenRevoke, need, revoke),
  post(paths.workWebhooks, need, addWebhook),
  get(paths.workWebhook, need, showWebhook),
  post(paths.workWebhook, need, changeWebhook),
]

function at(c: Context) {
  return { language: c.get('language'), agency: c.get('agency').slug }
}

async function showIntegrations(
  c: Context,
  faulty?: { typed: Typed; faults: readonly Fault[] },
): Promise<Response> {
  const [db, agency] = [c.get('db'), c.get('agency')]
  const here = paths.workIntegrations.to(at(c))
  const tokens = await listTokens(db, agency.id)
  const people = await listPeople(db, [...new Set(tokens.map((token) => token.createdBy))])
  const fresh = isFresh(c.get('session'), c.get('now'))
  const page = (
    <IntegrationsPage
      view={c.get('view')}
      agency={agency}
      seat={c.get('seat')}
      tokens={tokens}
      webhooks={await listWebhooks(db, agency.id)}
      names={new Map(people.map((person) => [person.id, person.name]))}
      typed={faulty?.typed}
      faults={faulty?.faults}
      news={integrationNews.find((news) => news === c.req.query('told'))}
      confirmHref={
        fresh ? undefined : paths.signIn.to({ language: c.get('language') }, { next: here, confirm: 'yes' })
      }
      descriptionUrl={c.get('config').baseUrl + paths.apiDescription.to({})}
    />
  )
  return answerPage(c, page, faulty ? 422 : 200)
}

const asList = (value: unknown) => (value === undefined ? [] : Array.isArray(value) ? value : [value])

const TokenForm = z.object({
  name: z
    .string('integrations.faults.name')
    .trim()
    .min(1, 'integrations.faults.name')
    .max(longestTokenName, 'integrations.faults.nameLong'),
  scopes: z.preprocess(
    asList,
    z.array(z.enum(scopes, 'integrations.faults.scopes')).min(1, 'integrations.faults.scopes'),
  ),
  life: z.enum([...tokenLives.map(String), noExpiry], 'integrations.faults.life'),
})

async function addToken(c: Context): Promise<Response> {
  const stale = needsFreshSignIn(c, paths.workIntegrations.to(at(c)))
  if (stale) return stale
  const read = await readForm(c, TokenForm)
  if (read.outcome === 'faulty')
    return showIntegrations(c, { typed: read.typed, faults: said(c, read.faults) })
  const { name, scopes, life } = read.value
  const { secret } = await makeToken(
    c.get('db'),
    {
      agencyId: c.get('agency').id,
      name,
      scopes: [...new Set(scopes)],
      lifeDays: life === noExpiry ? undefined : Number(life),
      by: signedIn(c).id,
    },
    c.get('now'),
  )
  return answerSecret(c, 'token', name, secret, paths.workIntegrations.to(at(c)))
}

function answerSecret(
  c: Context,
  kind: 'token' | 'webhook',
  name: string,
  secret: string,
  onHref: string,
): Promise<Response> {
  return answerPage(
    c,
    <SecretPage
      view={c.get('view')}
      agency={c.get('agency')}
      seat={c.get('seat')}
      kind={kind}
      name={name}
      secret={secret}
      onHref={onHref}
    />,
  )
}

const uuid = z.uuid()

async function revoke(c: Context<object, typeof paths.workTokenRevoke.pattern>): Promise<Response> {
  // `:token` is a secret in other addresses, so the app lets any text through.
  const tokenId = uuid.safeParse(c.req.param('token'))
  if (!tokenId.success) return c.notFound()
  const given = { agencyId: c.get('agency').id, tokenId: tokenId.data, by: signedIn(c).id }
  const { outcome } = await takeTokenBack(c.get('db'), given, c.get('now'))
  if (outcome === 'not-there') return c.notFound()
  return seeOther(c, paths.workIntegrations.to(at(c), { told: 'revoked' }))
}

const WebhookForm = z.object({
  url: z.string('integrations.faults.url.unreadable').trim(),
  events: z.preprocess(
    asList,
    z.array(z.enum(webhookEvents, 'integrations.faults.events')).min(1, 'integrations.faults.events'),
  ),
})

async function addWebhook(c: Context): Promise<Response> {
  const stale = needsFreshSignIn(c, paths.workIntegrations.to(at(c)))
  if (stale) return stale
  const { development } = c.get('config')
  const Checked = WebhookForm.superRefine(({ url }, context) => {
    const problem = urlProblem(url, { development })
    if (problem)
      context.addIssue({ code: 'custom', path: ['url'], message: `integrations.faults.url.${problem}` })
  })
  const read = await readForm(c, Checked)
  if (read.outcome === 'faulty')
    return showIntegrations(c, { typed: read.typed, faults: said(c, read.faults) })
  const given = {
    agencyId: c.get('agency').id,
    url: new URL(read.value.url).href,
    events: [...new Set(read.value.events)],
    by: signedIn(c).id,
  }
  const { webhook } = await makeWebhook(c.get('db'), given, c.get('now'))
  return answerSecret(
    c,
    'webhook',
    webhook.url,
    webhook.secret,
    paths.workWebhook.to({ ...at(c), webhook: webhook.id }),
  )
}

async function showWebhook(c: Context<object, typeof paths.workWebhook.pattern>): Promise<Response> {
  const [db, agency] = [c.get('db'), c.get('agency')]
  const webhook = await findWebhook(db, agency.id, c.req.param('webhook'))
  if (!webhook) return c.notFound()
  const page = (
    <WebhookPage
      view={c.get('view')}
      agency={agency}
      seat={c.get('seat')}
      webhook={webhook}
      deliveries={await listDeliveries(db, agency.id, webhook.id)}
      news={webhookNews.find((news) => news === c.req.query('told'))}
    />
  )
  return answerPage(c, page)
}

async function changeWebhook(c: Context<object, typeof paths.workWebhook.pattern>): Promise<Response> {
  const [db, agency, now] = [c.get('db'), c.get('agency'), c.get('now')]
  const webhookId = c.req.param('webhook')
  if (!(await findWebhook(db, agency.id, webhookId))) return c.notFound()
  const act = typedText((await readTyped(c)).typed, 'act')
  const told = (news?: (typeof webhookNews)[number]) =>
    seeOther(c, paths.workWebhook.to({ ...at(c), webhook: webhookId }, { told: news }))
  if (act === 'test') {
    const { outcome } = await testWebhook(
      db,
      { agencyId: agency.id, agencySlug: agency.slug, webhookId },
      now,
    )
    return told(outcome === 'on-its-way' ? 'tested' : undefined)
  }
  if (act !== 'on' && act !== 'off') return told()
  await switchWebhook(db, { agencyId: agency.id, webhookId, on: act === 'on', by: signedIn(c).id }, now)
  return told(act)
}
