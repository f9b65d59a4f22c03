import PostalMime, { type Address, type Email } from 'postal-mime'
import { parseOwnAddress } from './address.ts'
import { looksMisread, withGuessedCharset } from './charset-rescue.ts'
import { htmlText } from './html-text.ts'
import { oneLine, plainText } from './plain-text.ts'
import { replyText } from './reply-text.ts'

export type InboundLimits = {
  /** Bytes of the whole mail. */
  bytes: number
  /** Bytes of all headers of all parts. */
  headerBytes: number
  /** How deep parts may lie in parts. */
  depth: number
  /** Lines of the whole mail; the parser takes about 10 µs for each, however short. */
  lines: number
  /** Lines that could part one piece from the next. */
  boundaryLines: number
  /** Characters of text that are kept; the rest is left out and said to be. */
  text: number
}

export const inboundLimits: InboundLimits = {
  bytes: 20 * 1024 * 1024,
  // Twenty megabytes of photographs in base64 are 280,000 lines.
  lines: 300_000,
  headerBytes: 128 * 1024,
  depth: 30,
  boundaryLines: 2000,
  text: 200_000,
}

export type InboundAttachment = { filename: string | undefined; type: string; size: number; inline: boolean }

export type InboundMessage = {
  outcome: 'message'
  from: string
  fromName: string
  /** Everyone it was sent to, by any header that says so: an engagement is found by its address. */
  to: string[]
  subject: string
  /** What the person wrote, without quoted history and signature. */
  text: string
  /** All of the text as it came. */
  originalText: string
  /** The text was longer than is kept. */
  truncated: boolean
  /** Some characters could not be read, or the charset had to be guessed: somebody should look. */
  charsetInDoubt: boolean
  /** As the sender's program claims it; mostly absent. */
  language: string | undefined
  messageId: string | undefined
  inReplyTo: string | undefined
  date: Date | undefined
  attachments: InboundAttachment[]
  /** Written by a program: never answer it, never count it as a person's word without a look. */
  autoReply: boolean
}

export type ParsedInbound =
  InboundMessage | { outcome: 'too-large'; detail: string } | { outcome: 'unreadable'; detail: string }

/**
 * Reads a mail as it came from the mail server (RFC 5322 bytes; pass a Buffer, a string has lost its charset already). Never throws.
 * The sender is what the mail claims: whether to believe it is for the mail server that passed it on to have checked.
 */
export async function parseInbound(
  raw: Buffer | string,
  limits: InboundLimits = inboundLimits,
): Promise<ParsedInbound> {
  const opened = await openMail(raw, limits)
  if (opened.outcome !== 'opened') return opened
  const first = opened.email
  if (!looksMisread(wordsOf(first))) return readMessage(first, limits)
  const rescued = await openMail(withGuessedCharset(opened.bytes, wordsOf(first)), limits)
  if (rescued.outcome !== 'opened' || looksMisread(wordsOf(rescued.email))) return readMessage(first, limits)
  const message = readMessage(rescued.email, limits)
  return message.outcome === 'message' ? { ...message, charsetInDoubt: true } : message
}

export type OpenedMail =
  | { outcome: 'opened'; email: Email; bytes: Buffer }
  | { outcome: 'too-large'; detail: string }
  | { outcome: 'unreadable'; detail: string }

/** Takes a mail apart into headers and parts, within the limits. */
export async function openMail(raw: Buffer | string, limits: InboundLimits): Promise<OpenedMail> {
  const size = Buffer.byteLength(raw)
  if (size > limits.bytes)
    return { outcome: 'too-large', detail: `${size} bytes; the limit is ${limits.bytes}` }
  const bytes = withoutEnvelopeLine(Buffer.from(raw))
  const lines = countOf(bytes, '\n', limits.lines)
  if (lines > limits.lines) return { outcome: 'too-large', detail: `more than ${limits.lines} lines` }
  // Each line that starts with two dashes could open a part. Base64 has none, and no comment has thousands.
  const boundaryLines = countOf(bytes, '\n--', limits.boundaryLines)
  if (boundaryLines > limits.boundaryLines)
    return { outcome: 'too-large', detail: `more than ${limits.boundaryLines} parts` }
  try {
    const email = await PostalMime.parse(bytes, {
      // A forwarded mail stays an attachment: its text is somebody else's, and mails in mails in mails are a known bomb.
      forceRfc822Attachments: true,
      maxNestingDepth: limits.depth,
      maxHeadersSize: limits.headerBytes,
    })
    return { outcome: 'opened', email, bytes }
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error)
    return { outcome: /^Maximum/.test(detail) ? 'too-large' : 'unreadable', detail }
  }
}

/** A pipe from the mail server puts "From sender date" first, as in a mailbox file; some put empty lines there. */
function withoutEnvelopeLine(bytes: Buffer): Buffer {
  const start =
    /^(?:[ \t]*\r?\n)*(?:From [^\r\n]*\r?\n)?/.exec(bytes.subarray(0, 2000).toString('latin1'))?.[0].length ??
    0
  return bytes.subarray(start)
}

function countOf(bytes: Buffer, sign: string, enough: number): number {
  let count = 0
  for (let at = bytes.indexOf(sign); at >= 0 && count <= enough; at = bytes.indexOf(sign, at + 1)) count++
  return count
}

function wordsOf(email: Email): string {
  const from = email.from?.name ?? ''
  return [
    from,
    email.subject,
    email.text,
    email.html === undefined ? '' : htmlText(email.html.slice(0, 100_000)),
  ].join('\n')
}

// The writer's own words stand first. What a mail carries along beyond this is history.
const longestHtml = 2_000_000
const longestSource = 500_000

function readMessage(email: Email, limits: InboundLimits): ParsedInbound {
  const sender = mailboxes(email.from)[0] ?? mailboxes(email.sender)[0]
  if (!sender) return { outcome: 'unreadable', detail: 'no sender with a sound mail address' }
  const subject = oneLine(email.subject ?? '', 300)
  const source = email.text?.trim() ? email.text : htmlText((email.html ?? '').slice(0, longestHtml))
  const whole = plainText(source.slice(0, longestSource))
  const references = messageIds(header(email, 'references'))
  const inReplyTo = messageIds(header(email, 'in-reply-to'))[0] ?? references.at(-1)
  const own = replyText(whole, { subject, answersAnother: inReplyTo !== undefined })
  return {
    outcome: 'message',
    from: sender.address,
    fromName: oneLine(sender.name, 200),
    to: recipients(email),
    subject,
    text: cut(own, limits.text),
    originalText: cut(whole, limits.text),
    truncated: own.length > limits.text || whole.length > limits.text || source.length > longestSource,
    charsetInDoubt: `${own}${subject}`.includes('\ufffd'),
    language: languageTag(header(email, 'content-language')),
    messageId: messageIds(header(email, 'message-id'))[0],
    inReplyTo,
    date: dateOf(header(email, 'date')),
    attachments: email.attachments.map((attachment) => ({
      filename: attachment.filename === null ? undefined : safeFilename(attachment.filename),
      type: oneLine(attachment.mimeType, 100),
      size:
        attachment.content instanceof ArrayBuffer
          ? attachment.content.byteLength
          : Buffer.byteLength(attachment.content),
      inline: attachment.disposition === 'inline' || attachment.related === true,
    })),
    autoReply: isAutomatic(email, sender.address),
  }
}

function cut(text: string, longest: number): string {
  return text.length <= longest ? text : plainText(text.slice(0, longest))
}

type Mailbox = { name: string; address: string }

function mailboxes(address: Address | undefined): Mailbox[] {
  if (!address) return []
  const members = address.group ?? [{ name: address.name, address: address.address ?? '' }]
  return members.flatMap(({ name, address }) => {
    const parsed = parseOwnAddress(address)
    return parsed.ok ? [{ name, address: parsed.address }] : []
  })
}

const mostRecipients = 100

function recipients(email: Email): string[] {
  const named = [...(email.to ?? []), ...(email.cc ?? [])].slice(0, mostRecipients).flatMap(mailboxes)
  const delivered = ['delivered-to', 'x-original-to', 'envelope-to', 'x-envelope-to'].flatMap((key) => {
    const parsed = parseOwnAddress((header(email, key) ?? '').replace(/^<|>$/g, ''))
    return parsed.ok ? [parsed.address] : []
  })
  return [...new Set([...delivered, ...named.map(({ address }) => address)])].slice(0, mostRecipients)
}

function header(email: Email, key: string): string | undefined {
  return email.headers.find((header) => header.key === key)?.value
}

function messageIds(value: string | undefined): string[] {
  return (value ?? '').slice(0, 20_000).match(/<[\x21-\x3b\x3d\x3f-\x7e]{1,250}>/g) ?? []
}

function languageTag(value: string | undefined): string | undefined {
  return /^\s*([a-z]{2,3}(?:-[a-z0-9]{2,8}){0,3})\s*(?:,|$)/i.exec(value ?? '')?.[1]
}

function dateOf(value: string | undefined): Date | undefined {
  const date = new Date((value ?? '').slice(0, 100))
  const year = date.getUTCFullYear()
  // PostgreSQL and people share a smaller idea of time than Date has.
  return year >= 1970 && year <= 2200 ? date : undefined
}

function safeFilename(name: string): string {
  const last =
    plainText(name)
      .split(/[/\\\n]/)
      .at(-1) ?? ''
  return oneLine(last.replace(/^\.+/, ''), 150) || 'attachment'
}

/** RFC 3834 and the older habits before it. */
function isAutomatic(email: Email, sender: string): boolean {
  const submitted = header(email, 'auto-submitted')?.trim().toLowerCase()
  if (submitted !== undefined && submitted !== '' && !/^no\b/.test(submitted)) return true
  if (/^\s*(?:bulk|junk|list|auto[_-]?reply)\b/i.test(header(email, 'precedence') ?? '')) return true
  if (['x-autoreply', 'x-autorespond', 'x-autoresponse'].some((key) => header(email, key) !== undefined))
    return true
  if (/^\s*<\s*>\s*$/.test(header(email, 'return-path') ?? '')) return true
  if (/^\s*multipart\/report\b/i.test(header(email, 'content-type') ?? '')) return true
  return /^(?:mailer-daemon|postmaster|no-?reply|do-?not-?reply)@/i.test(sender)
}
