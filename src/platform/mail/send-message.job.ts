import { sql } from 'kysely'
import { installation } from '../audit/audit.ts'
import type { Db } from '../db/database.ts'
import { enqueue } from '../jobs/enqueue.ts'
import type { Job } from '../jobs/jobs.ts'
import type { Services } from '../services.ts'
import { afterQuietHours, type QuietHours } from '../sms/quiet-hours.ts'
import type { OutgoingMail } from './mail.ts'
import {
  addUnreachable,
  findMessage,
  findUnreachable,
  type Message,
  saveMessageState,
} from './message.store.ts'
import { returnPathOf } from './return-path.ts'

/** Between these hours nobody is texted, in the agency's time zone (47 CFR 64.1200(c)(1) names 9 pm and 8 am). */
const quietHours: QuietHours = { from: '21:00', to: '08:00' }

/** A try that failed for now: thrown, so that the queue tries again later. */
export class NotSentYet extends Error {}

type Sender = { name: string; timeZone: string }

/** In whose name a message goes out. Read with plain SQL, because mail belongs to the platform and agencies stand above it. */
async function senderOf(db: Db, agencyId: string): Promise<Sender> {
  if (agencyId !== installation) {
    const { rows } = await sql<Sender>`select name, time_zone from agency where id = ${agencyId}`.execute(db)
    if (rows[0]) return rows[0]
  }
  return { name: 'Longtable', timeZone: 'UTC' }
}

async function sendMessage(
  services: Services,
  { agencyId, messageId }: { agencyId: string; messageId: string },
): Promise<void> {
  const { db } = services
  const message = await findMessage(db, agencyId, messageId)
  // A second run of the same job finds the message sent, and a message may have been erased meanwhile.
  if (message?.state !== 'waiting') return
  const unreachable =
    message.kind === 'code'
      ? undefined
      : await findUnreachable(db, agencyId, message.channel, message.toAddress)
  if (unreachable) {
    const problem =
      unreachable.reason === 'stopped'
        ? 'The reader asked us to stop writing to this address.'
        : 'Earlier messages to this address came back.'
    await saveMessageState(db, message, { state: 'refused', problem })
    return
  }
  await (message.channel === 'mail' ? sendMail(services, message) : sendText(services, message))
}

async function sendMail(services: Services, message: Message): Promise<void> {
  const { db, mail, config } = services
  if (!mail) return saveMessageState(db, message, { state: 'outbox' })
  const { name } = await senderOf(db, message.agencyId)
  const result = await mail.send(mailOf(message, name, config))
  if (result.outcome === 'sent') return markSent(services, message)
  await refuse(services, message, result)
  if (result.permanent && result.by === 'recipient') {
    await addUnreachable(
      db,
      { agencyId: message.agencyId, channel: 'mail', address: message.toAddress, reason: 'bounced' },
      services.now(),
    )
  }
}

function mailOf(message: Message, from: string, config: Services['config']): OutgoingMail {
  return {
    to: message.toAddress,
    from: { name: from, address: config.mailFrom },
    replyTo: message.replyTo ?? undefined,
    subject: message.subject,
    text: message.text,
    html: message.html,
    language: message.language,
    kind: message.kind,
    unsubscribeUrl: message.unsubscribeUrl ?? undefined,
    messageId: `<${message.id}@${new URL(config.baseUrl).hostname.replace(/[^a-z0-9.-]/gi, '')}>`,
    returnPath: config.inboundMail && returnPathOf(message.id, config.inboundMail.address),
  }
}

async function sendText(services: Services, message: Message): Promise<void> {
  const { db, sms } = services
  if (!sms) return saveMessageState(db, message, { state: 'outbox' })
  const { timeZone } = await senderOf(db, message.agencyId)
  const now = services.now()
  const earliest = message.kind === 'code' ? now : afterQuietHours(now, timeZone, quietHours)
  if (earliest > now) {
    await enqueue(
      db,
      'send-message',
      { agencyId: message.agencyId, messageId: message.id },
      { startAfter: earliest },
    )
    return
  }
  const result = await sms.send({ to: message.toAddress, body: message.text })
  if (result.outcome === 'sent') return markSent(services, message)
  if (result.optedOut) {
    await addUnreachable(
      db,
      { agencyId: message.agencyId, channel: 'sms', address: message.toAddress, reason: 'stopped' },
      now,
    )
  }
  // Nobody should be texted twice because a gateway forgot to answer.
  await refuse(services, message, {
    ...result,
    permanent: result.permanent || result.optedOut || result.uncertain,
  })
}

async function markSent({ db, now }: Services, message: Message): Promise<void> {
  await saveMessageState(db, message, {
    state: 'sent',
    attempts: message.attempts + 1,
    problem: '',
    sentAt: now(),
  })
}

async function refuse(
  { db }: Services,
  message: Message,
  { permanent, reason }: { permanent: boolean; reason: string },
): Promise<void> {
  const attempts = message.attempts + 1
  await saveMessageState(db, message, { state: permanent ? 'refused' : 'waiting', attempts, problem: reason })
  if (!permanent) throw new NotSentYet(`Message ${message.id} was not taken: ${reason}`)
}

/** Sends what stands in the outbox, as the agency, by mail or text; without a transport it stays there to be read. */
export const sendMessageJob: Job<Services, 'send-message'> = { name: 'send-message', run: sendMessage }
