import { createHash } from 'node:crypto'
import { buffer } from 'node:stream/consumers'
import { paths } from '../../paths.ts'
import { inTransaction } from '../../platform/db/database.ts'
import { newId } from '../../platform/db/id.ts'
import { speak } from '../../platform/i18n/speak.ts'
import { isLanguage } from '../../platform/i18n/language.ts'
import { wordsIn } from '../../platform/i18n/written.ts'
import { enqueue } from '../../platform/jobs/enqueue.ts'
import { type Bounce, parseBounce } from '../../platform/mail/bounce.ts'
import { type InboundMessage, parseInbound } from '../../platform/mail/inbound.ts'
import { addMessage } from '../../platform/mail/message.store.ts'
import { bouncedMessageId } from '../../platform/mail/return-path.ts'
import { takeBounce } from '../../platform/mail/take-bounce.ts'
import type { Services } from '../../platform/services.ts'
import { findAgency } from '../agencies/agency.store.ts'
import type { Agency } from '../agencies/agency.ts'
import { findEngagement } from '../engagements/engagement.store.ts'
import type { Engagement } from '../engagements/engagement.ts'
import { channelReplyMail, type MailReply } from './channel-reply.email.ts'
import { detectLanguage } from './detect-language.ts'
import { engagementOfAddress } from './inbound-address.ts'
import { listQuestions } from './question.store.ts'
import { answerLimits } from './question.ts'
import { languageForAuthor, sendComment } from './send-comment.action.ts'
import { looksLikeSpam } from './spam.ts'

declare module '../../platform/jobs/enqueue.ts' {
  interface Jobs {
    'receive-mail': { key: string }
  }
}

export type ReceiveMail =
  | { outcome: 'accepted'; commentId: string; receiptCode: string }
  | { outcome: 'repeated'; receiptCode: string }
  /** Not taken; its sender is told why. */
  | { outcome: 'refused'; reason: Exclude<MailReply, 'attachments'> }
  /** A delivery report about a mail of ours. */
  | { outcome: 'bounce' }
  /** Written by a program: never answered, never counted as a person's word. */
  | { outcome: 'automatic' }
  | { outcome: 'no-such-address' }
  | { outcome: 'too-large'; detail: string }
  | { outcome: 'unreadable'; detail: string }
  | { outcome: 'not-set-up' }

/** Keeps a mail as it came and asks for it to be read in the background: a hostile one may take seconds to take apart. */
export async function keepMail(
  { db, files }: Pick<Services, 'db' | 'files'>,
  raw: Uint8Array,
): Promise<void> {
  const key = `mail/${newId()}`
  await files.put(key, raw, { type: 'message/rfc822' })
  await inTransaction(db, (db) => enqueue(db, 'receive-mail', { key }))
}

/** Reads a kept mail and forgets it: what it said is a comment then. Run twice, the second run finds it gone or counts it once. */
export async function receiveKeptMail(
  services: Services,
  key: string,
  now: Date,
): Promise<ReceiveMail | undefined> {
  const stream = await services.files.get(key)
  if (!stream) return undefined
  const result = await receiveMail(services, await buffer(stream), now)
  await services.files.remove(key)
  return result
}

const perSender = { points: 20, seconds: 86_400 }

/** Takes a mail in: a delivery report is noted, a person's words become a comment of the engagement that it was sent to. */
export async function receiveMail(
  services: Pick<Services, 'db' | 'config' | 'limits'>,
  raw: Buffer,
  now: Date,
): Promise<ReceiveMail> {
  const { db, config, limits } = services
  if (!config.inboundMail) return { outcome: 'not-set-up' }
  const base = config.inboundMail.address
  const bounce = await parseBounce(raw)
  if (bounce) return noteBounce(services, raw, base, bounce, now)
  const message = await parseInbound(raw)
  if (message.outcome !== 'message') return message
  if (message.autoReply || message.from.toLowerCase() === config.mailFrom.toLowerCase())
    return { outcome: 'automatic' }
  const place = message.to
    .map((address) => engagementOfAddress(address, base))
    .find((found) => found !== undefined)
  const agency = place && (await findAgency(db, place.agency))
  const engagement = agency && (await findEngagement(db, agency.id, place.engagement))
  if (!agency || !engagement || engagement.status === 'draft') return { outcome: 'no-such-address' }
  const taken = await limits.take('mail-in', `${agency.id}:${message.from.toLowerCase()}`, perSender)
  return takeWords(services, { agency, engagement, message, raw, tooMany: taken.outcome === 'too-many' }, now)
}

type Taken = {
  agency: Agency
  engagement: Engagement
  message: InboundMessage
  raw: Buffer
  tooMany: boolean
}

async function takeWords(
  services: Pick<Services, 'db' | 'config' | 'limits'>,
  taken: Taken,
  now: Date,
): Promise<ReceiveMail> {
  const { agency, engagement, message, raw } = taken
  const { db } = services
  const question = (await listQuestions(db, agency.id, engagement.id)).find((one) => one.kind === 'text')
  const text = message.text.trim() || message.subject.trim()
  if (!question) return refuse(services, taken, 'noQuestion', now)
  if (text === '') return refuse(services, taken, 'empty', now)
  if (message.truncated || text.length > answerLimits.characters)
    return refuse(services, taken, 'tooLong', now)
  const attachments = message.attachments.filter((attachment) => !attachment.inline).length
  const claimed = message.language?.slice(0, 2).toLowerCase()
  const sent = await sendComment(
    services,
    {
      agency,
      engagement,
      channel: 'mail',
      answers: [{ questionId: question.id, text, choices: null, number: null }],
      contact: { channel: 'mail', address: message.from },
      // Only what the words themselves do not tell: programs claim the language of their menus.
      language: detectLanguage(
        text,
        claimed && isLanguage(claimed) ? claimed : (agency.languages[0] ?? 'en'),
      ),
      submissionKey: `${engagement.id} mail ${keyOf(message, raw)}`,
      provenance: {
        ...(message.messageId ? { messageId: message.messageId } : {}),
        ...(attachments > 0 ? { attachments } : {}),
        ...(message.charsetInDoubt ? { charsetInDoubt: true } : {}),
      },
      spamSuspect: taken.tooMany || looksLikeSpam({ trap: '', opened: '', text }, now),
      // Whose address stands in a mail may not have sent it.
      receiptStaysAway: taken.tooMany,
    },
    now,
  )
  switch (sent.outcome) {
    case 'accepted':
    case 'repeated':
      // Also after a repeat: the first time may have been cut short between the comment and this mail; it goes out once.
      if (attachments > 0) await reply(services, taken, 'attachments', now, sent.commentId)
      return sent.outcome === 'accepted'
        ? { outcome: 'accepted', commentId: sent.commentId, receiptCode: sent.receiptCode }
        : { outcome: 'repeated', receiptCode: sent.receiptCode }
    case 'closed':
      return refuse(services, taken, 'closed', now)
    case 'not-allowed':
      return refuse(services, taken, sent.reason === 'empty' ? 'empty' : 'notAllowed', now)
  }
}

/** What makes this mail itself, however often it is delivered. */
function keyOf({ messageId, from }: InboundMessage, raw: Buffer): string {
  const hash = createHash('sha256')
  return (messageId ? hash.update(`${from.toLowerCase()} ${messageId}`) : hash.update(raw))
    .digest('hex')
    .slice(0, 40)
}

async function refuse(
  services: Pick<Services, 'db' | 'config' | 'limits'>,
  taken: Taken,
  reason: Exclude<MailReply, 'attachments'>,
  now: Date,
): Promise<ReceiveMail> {
  await reply(services, taken, reason, now)
  return { outcome: 'refused', reason }
}

const repliesPerSender = { points: 3, seconds: 86_400 }

/** Writes back, once for each mail and a few times a day: a forged sender must not be flooded through us. */
async function reply(
  { db, config, limits }: Pick<Services, 'db' | 'config' | 'limits'>,
  { agency, engagement, message, raw }: Taken,
  kind: MailReply,
  now: Date,
  /** What the reply is about, where there is one: it goes when that comment is erased. */
  commentId?: string,
): Promise<void> {
  const allowed = await limits.take(
    'mail-reply',
    `${agency.id}:${message.from.toLowerCase()}`,
    repliesPerSender,
  )
  if (allowed.outcome === 'too-many') return
  const language = languageForAuthor(agency, detectLanguage(message.text, agency.languages[0] ?? 'en'))
  const words = channelReplyMail({
    t: speak(language),
    language,
    reply: kind,
    agencyName: agency.name,
    engagementTitle: wordsIn(engagement.title, language),
    contactName: engagement.contactName,
    contactAddress: engagement.contactAddress,
    url: config.baseUrl + paths.hub.to({ language, agency: agency.slug, engagement: engagement.slug }),
  })
  await inTransaction(db, (db) =>
    addMessage(
      db,
      {
        agencyId: agency.id,
        channel: 'mail',
        kind: 'notice',
        toAddress: message.from,
        language,
        ...words,
        replyTo: engagement.contactAddress || undefined,
        onceKey: `mail-reply:${kind}:${keyOf(message, raw)}`,
        aboutKind: commentId === undefined ? 'engagement' : 'comment',
        aboutId: commentId ?? engagement.id,
      },
      now,
    ),
  )
}

const longestHeader = 64 * 1024

/** Which of our mails came back: the address that it was returned to names it, else the id that the report quotes. */
async function noteBounce(
  { db }: Pick<Services, 'db'>,
  raw: Buffer,
  base: string,
  bounce: Bounce,
  now: Date,
): Promise<ReceiveMail> {
  const start = raw.subarray(0, longestHeader).toString('latin1')
  const header = start.slice(0, /\r?\n\r?\n/.exec(start)?.index ?? start.length)
  const addresses = header.match(/[a-z0-9._-]+\+bounce-[0-9a-f]{32}@[a-z0-9.-]+/gi) ?? []
  const quoted = /^<([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})@/.exec(bounce.originalMessageId ?? '')?.[1]
  const id =
    addresses.map((address) => bouncedMessageId(address, base)).find((found) => found !== undefined) ?? quoted
  if (id) await takeBounce(db, id, bounce, now)
  return { outcome: 'bounce' }
}
