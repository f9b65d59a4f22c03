import type { Db } from '../db/database.ts'
import { newId } from '../db/id.ts'
import { enqueue } from '../jobs/enqueue.ts'
import type { Language } from '../i18n/language.ts'
import type { MailKind } from './mail.ts'

export type MessageState = 'waiting' | 'sent' | 'refused' | 'outbox'

type MessageTable = {
  agencyId: string
  id: string
  channel: 'mail' | 'sms'
  kind: MailKind
  toAddress: string
  language: Language
  subject: string
  text: string
  html: string
  unsubscribeUrl: string | null
  replyTo: string | null
  onceKey: string
  aboutKind: string
  aboutId: string | null
  state: MessageState
  attempts: number
  problem: string
  createdAt: Date
  sentAt: Date | null
}

type UnreachableAddressTable = {
  agencyId: string
  id: string
  channel: 'mail' | 'sms'
  address: string
  reason: 'stopped' | 'bounced'
  bounces: number
  since: Date
}

declare module '../db/database.ts' {
  interface Tables {
    message: MessageTable
    unreachableAddress: UnreachableAddressTable
  }
}

declare module '../jobs/enqueue.ts' {
  interface Jobs {
    'send-message': { agencyId: string; messageId: string }
  }
}

export type Message = MessageTable

export type NewMessage = {
  agencyId: string
  channel: 'mail' | 'sms'
  /** `notice`: owed to the person; `list`: asked for, with a one-click stop; `code`: opens a door. */
  kind: MailKind
  toAddress: string
  language: Language
  /** Empty for a text message. */
  subject: string
  text: string
  html?: string
  unsubscribeUrl?: string
  replyTo?: string
  /** What this message is about and to whom, in a word: a second message with the same key is not sent. */
  onceKey: string
  aboutKind: string
  aboutId?: string | null
}

/**
 * Puts a message in the outbox and asks for it to be sent, in the transaction of what it tells about.
 * False when the same message (by `onceKey`) was there already.
 */
export async function addMessage(db: Db, message: NewMessage, now: Date): Promise<boolean> {
  const id = newId()
  const added = await db
    .insertInto('message')
    .values({
      ...message,
      id,
      html: message.html ?? '',
      unsubscribeUrl: message.unsubscribeUrl ?? null,
      replyTo: message.replyTo ?? null,
      aboutId: message.aboutId ?? null,
      state: 'waiting',
      attempts: 0,
      problem: '',
      createdAt: now,
      sentAt: null,
    })
    .onConflict((conflict) => conflict.columns(['agencyId', 'onceKey']).doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!added) return false
  await enqueue(db, 'send-message', { agencyId: message.agencyId, messageId: id })
  return true
}

export async function findMessage(db: Db, agencyId: string, id: string): Promise<Message | undefined> {
  return db
    .selectFrom('message')
    .selectAll()
    .where('agencyId', '=', agencyId)
    .where('id', '=', id)
    .executeTakeFirst()
}

/** The newest messages of an agency; `before` continues a listing. */
export async function listMessages(
  db: Db,
  agencyId: string,
  { limit = 50, before }: { limit?: number; before?: Date } = {},
): Promise<Message[]> {
  let query = db.selectFrom('message').selectAll().where('agencyId', '=', agencyId)
  if (before) query = query.where('createdAt', '<', before)
  return query.orderBy('createdAt', 'desc').limit(limit).execute()
}

export async function saveMessageState(
  db: Db,
  message: Pick<Message, 'agencyId' | 'id'>,
  changes: Partial<Pick<Message, 'state' | 'attempts' | 'problem' | 'sentAt'>>,
): Promise<void> {
  await db
    .updateTable('message')
    .set(changes)
    .where('agencyId', '=', message.agencyId)
    .where('id', '=', message.id)
    .execute()
}

/** Why this address must not be written to, if it must not. */
export async function findUnreachable(
  db: Db,
  agencyId: string,
  channel: 'mail' | 'sms',
  address: string,
): Promise<UnreachableAddressTable | undefined> {
  return db
    .selectFrom('unreachableAddress')
    .selectAll()
    .where('agencyId', '=', agencyId)
    .where('channel', '=', channel)
    .where('address', '=', address.toLowerCase())
    .executeTakeFirst()
}

/** Notes that an address was stopped by its owner, or bounced once more. */
export async function addUnreachable(
  db: Db,
  {
    agencyId,
    channel,
    address,
    reason,
  }: Pick<UnreachableAddressTable, 'agencyId' | 'channel' | 'address' | 'reason'>,
  now: Date,
): Promise<void> {
  const bounces = reason === 'bounced' ? 1 : 0
  await db
    .insertInto('unreachableAddress')
    .values({ agencyId, id: newId(), channel, address: address.toLowerCase(), reason, bounces, since: now })
    .onConflict((conflict) =>
      conflict.columns(['agencyId', 'channel', 'address']).doUpdateSet((row) => ({
        reason,
        bounces: row('unreachableAddress.bounces', '+', bounces),
      })),
    )
    .execute()
}

export async function removeUnreachable(
  db: Db,
  agencyId: string,
  channel: 'mail' | 'sms',
  address: string,
): Promise<void> {
  await db
    .deleteFrom('unreachableAddress')
    .where('agencyId', '=', agencyId)
    .where('channel', '=', channel)
    .where('address', '=', address.toLowerCase())
    .execute()
}
