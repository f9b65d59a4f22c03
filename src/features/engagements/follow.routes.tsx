import type { Context } from 'hono'
import { paths } from '../../paths.ts'
import { answerPage, seeOther } from '../../platform/http/answer.tsx'
import { readTyped, typedText } from '../../platform/http/form.ts'
import { get, post, type Route } from '../../platform/http/route.ts'
import { parseAddress } from '../../platform/mail/address.ts'
import { hashToken } from '../../platform/session/session.ts'
import type { Fault } from '../../ui/components.ts'
import { getAgency } from '../agencies/agency.store.ts'
import { getEngagement } from './engagement.store.ts'
import { askToFollow, confirmFollow, stopFollowing } from './follow-engagement.action.ts'
import { findFollowToStop } from './follow.store.ts'
import {
  FollowAskedPage,
  FollowConfirmedPage,
  FollowConfirmPage,
  FollowPage,
  FollowStoppedPage,
  FollowStopPage,
} from './follow.page.tsx'
import { followAllowances } from './follow.ts'

/** Following by mail without an account: ask, confirm, stop. */
export const followRoutes: Route[] = [
  get(paths.follow, 'anyone', (c) => {
    if (c.req.query('asked') === undefined) return answerPage(c, <FollowPage {...placeOf(c)} />)
    return answerPage(c, <FollowAskedPage {...placeOf(c)} mails={c.get('services').mail !== undefined} />)
  }),
  post(paths.follow, 'anyone', ask),
  get(paths.followConfirm, 'anyone', (c) => {
    if (c.req.query('done') !== undefined)
      return answerPage(c, <FollowConfirmedPage {...placeOf(c)} outcome="following" />)
    return answerPage(
      c,
      <FollowConfirmPage {...placeOf(c)} token={(c.req.query('token') ?? '').slice(0, 200)} />,
    )
  }),
  post(paths.followConfirm, 'anyone', confirm),
  get(paths.followStop, 'anyone', showStop),
  // Mail programs press this button for the reader, from their own servers (RFC 8058): the secret in the address is the proof.
  post(paths.followStop, 'signed', stop),
]

function placeOf(c: Context) {
  return { view: c.get('view'), agency: c.get('agency'), engagement: c.get('engagement') }
}

function addressOf(c: Context) {
  return { language: c.get('language'), agency: c.get('agency').slug, engagement: c.get('engagement').slug }
}

async function ask(c: Context): Promise<Response> {
  const { typed } = await readTyped(c)
  const text = typedText(typed, 'address').slice(0, 400)
  const t = c.get('t')
  const refuse = (message: string, status: 422 | 429) => {
    const faults: Fault[] = [{ field: 'address', message }]
    return answerPage(c, <FollowPage {...placeOf(c)} address={text} faults={faults} />, status)
  }
  const parsed = parseAddress(text)
  if (!parsed.ok) return refuse(t('engagements.faults.address'), 422)
  const { limits } = c.get('services')
  const keys = [
    await limits.take('follow-network', c.get('network'), followAllowances.byNetwork),
    // By hash, so that the table of limits does not become a list of addresses.
    await limits.take(
      'follow-address',
      hashToken(parsed.address.toLowerCase()).toString('hex'),
      followAllowances.byAddress,
    ),
  ]
  const wait = Math.max(0, ...keys.map((taken) => (taken.outcome === 'ok' ? 0 : taken.seconds)))
  if (wait > 0) {
    c.header('retry-after', String(wait))
    return refuse(t('engagements.follow.tooMany', { minutes: Math.ceil(wait / 60) }), 429)
  }
  const { agency, engagement } = placeOf(c)
  const wish = {
    agency,
    engagement,
    address: parsed.address,
    language: c.get('language'),
    baseUrl: c.get('config').baseUrl,
  }
  await askToFollow(c.get('db'), wish, c.get('now'))
  return seeOther(c, paths.follow.to(addressOf(c), { asked: 'yes' }))
}

async function confirm(c: Context): Promise<Response> {
  const { typed } = await readTyped(c)
  const { agency, engagement } = placeOf(c)
  const secret = {
    agencyId: agency.id,
    engagementId: engagement.id,
    token: typedText(typed, 'token').slice(0, 200),
  }
  const { outcome } = await confirmFollow(c.get('db'), secret, c.get('now'))
  if (outcome === 'following') return seeOther(c, paths.followConfirm.to(addressOf(c), { done: 'yes' }))
  return answerPage(c, <FollowConfirmedPage {...placeOf(c)} outcome={outcome} />, 410)
}

async function showStop(c: Context<object, typeof paths.followStop.pattern>): Promise<Response> {
  const token = c.req.param('token')
  const follow = await findFollowToStop(c.get('db'), token)
  const about = follow && (await getEngagement(c.get('db'), follow.agencyId, follow.engagementId))
  return answerPage(c, <FollowStopPage view={c.get('view')} token={token} about={about} />)
}

async function stop(c: Context<object, typeof paths.followStop.pattern>): Promise<Response> {
  const db = c.get('db')
  const follow = await stopFollowing(db, c.req.param('token'), c.get('now'))
  const hubHref = follow && (await hubOf(c, follow.agencyId, follow.engagementId))
  // An answer and no redirect: RFC 8058 §3.2 wants it so, and stopping twice does no harm.
  return answerPage(c, <FollowStoppedPage view={c.get('view')} hubHref={hubHref} />)
}

async function hubOf(c: Context, agencyId: string, engagementId: string): Promise<string> {
  const [agency, engagement] = [
    await getAgency(c.get('db'), agencyId),
    await getEngagement(c.get('db'), agencyId, engagementId),
  ]
  return paths.hub.to({ language: c.get('language'), agency: agency.slug, engagement: engagement.slug })
}
