import type { Context } from 'hono'
import { paths } from '../../paths.ts'
import { answerPage, seeOther } from '../../platform/http/answer.tsx'
import { get, post, type Route } from '../../platform/http/route.ts'
import { findMessage, listMessages } from '../../platform/mail/message.store.ts'
import { MessagePage, OutboxPage } from './outbox.page.tsx'
import { toMay } from './permission.ts'
import { retryMessage } from './retry-message.action.ts'
import './context.ts'

/** What an agency sends to people. */
export const outboxRoutes: Route[] = [
  get(paths.workOutbox, toMay('see the outbox'), showOutbox),
  get(paths.workMessage, toMay('see the outbox'), showMessage),
  post(paths.workMessageRetry, toMay('see the outbox'), retry),
]

const perPage = 50

async function showOutbox(c: Context): Promise<Response> {
  const agency = c.get('agency')
  const asked = new Date(c.req.query('before') ?? '')
  const before = Number.isNaN(asked.getTime()) ? undefined : asked
  const found = await listMessages(c.get('db'), agency.id, { limit: perPage + 1, before })
  const messages = found.slice(0, perPage)
  const last = messages.at(-1)
  const at = { language: c.get('language'), agency: agency.slug }
  const { mail, sms } = c.get('services')
  const page = (
    <OutboxPage
      view={c.get('view')}
      agency={agency}
      seat={c.get('seat')}
      messages={messages}
      older={
        found.length > perPage && last
          ? paths.workOutbox.to(at, { before: last.createdAt.toISOString() })
          : undefined
      }
      mails={mail !== undefined}
      texts={sms !== undefined}
    />
  )
  return answerPage(c, page)
}

async function showMessage(c: Context<object, typeof paths.workMessage.pattern>): Promise<Response> {
  const agency = c.get('agency')
  const message = await findMessage(c.get('db'), agency.id, c.req.param('message'))
  if (!message) return c.notFound()
  const retried = c.req.query('told') === 'retried'
  return answerPage(
    c,
    <MessagePage
      view={c.get('view')}
      agency={agency}
      seat={c.get('seat')}
      message={message}
      retried={retried}
    />,
  )
}

async function retry(c: Context<object, typeof paths.workMessageRetry.pattern>): Promise<Response> {
  const agency = c.get('agency')
  const messageId = c.req.param('message')
  const by = c.get('seat')!.personId // the route's need guarantees a seat
  const { outcome } = await retryMessage(c.get('db'), { agencyId: agency.id, messageId, by }, c.get('now'))
  if (outcome === 'not-there') return c.notFound()
  const told = outcome === 'waiting' ? 'retried' : undefined
  return seeOther(
    c,
    paths.workMessage.to({ language: c.get('language'), agency: agency.slug, message: messageId }, { told }),
  )
}
