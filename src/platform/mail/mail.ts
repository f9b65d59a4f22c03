import { parseAddress, parseOwnAddress } from './address.ts'

/**
 * What kind of mail this is. A 'list' mail is one the reader asked to follow and can stop with one click; a 'notice' is owed to
 * the person (an answer to their comment, a legally required letter) and carries no such link; a 'code' opens a door.
 */
export type MailKind = 'notice' | 'list' | 'code'

export type MailAttachment = { filename: string; contentType: string; content: Buffer | string }

export type OutgoingMail = {
  to: string
  toName?: string
  from: { name: string; address: string }
  replyTo?: string
  subject: string
  text: string
  html: string
  language: string
  kind: MailKind
  /** Where one POST stops this list for this reader; needed for kind 'list'. */
  unsubscribeUrl?: string
  /** With its angle brackets, the same on every retry, so that a mail sent twice is shown once. */
  messageId: string
  /** Where bounces go: an address that names this mail, such as bounces+TAG@host. */
  returnPath?: string
  attachments?: MailAttachment[]
}

/** What refused a mail: the reader's own address, this message, or the way to the mail server. Only the first says anything about the reader. */
export type RefusedBy = 'recipient' | 'message' | 'connection'

export type SendResult =
  | { outcome: 'sent'; response: string }
  | { outcome: 'refused'; permanent: boolean; by: RefusedBy; reason: string }

export type MailTransport = {
  send(mail: OutgoingMail): Promise<SendResult>
  /** Whether the mail server can be reached and lets us in; for the settings page. */
  verify(): Promise<{ ok: true } | { ok: false; reason: string }>
  close(): void
}

const subjectLimit = 400
const nameLimit = 200

/**
 * What keeps a mail from being sent at all; empty when nothing does. A line break in a header would let whoever wrote that
 * text add headers and recipients of their own, so none is ever repaired.
 */
export function mailFaults(mail: OutgoingMail): string[] {
  const faults: string[] = []
  const addresses = {
    to: mail.to,
    from: mail.from.address,
    'reply-to': mail.replyTo,
    'return-path': mail.returnPath,
  }
  for (const [field, address] of Object.entries(addresses)) {
    if (address === undefined) continue
    const parsed = field === 'to' ? parseAddress(address) : parseOwnAddress(address)
    if (!parsed.ok) faults.push(`${field} is not a mail address: ${parsed.fault}`)
    // An address is parsed where it is typed. Here it must already be in its final form.
    else if (parsed.address !== address) faults.push(`${field} is not in its plain form: ${parsed.address}`)
  }
  const lines = { subject: mail.subject, 'from name': mail.from.name, 'to name': mail.toName ?? '' }
  for (const [field, line] of Object.entries(lines)) {
    if (hasControlCharacter(line)) faults.push(`${field} contains a line break or control character`)
    if (line.length > (field === 'subject' ? subjectLimit : nameLimit)) faults.push(`${field} is too long`)
  }
  if (mail.subject.trim() === '') faults.push('subject is empty')
  if (mail.text.trim() === '') faults.push('the text part is empty')
  if (mail.html.trim() === '') faults.push('the HTML part is empty')
  if (!/^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i.test(mail.language)) faults.push('language is not a language tag')
  if (!/^<[\x21-\x3b\x3d\x3f\x41-\x7e]{1,200}@[a-z0-9.-]{1,253}>$/i.test(mail.messageId)) {
    faults.push('message id does not look like <unique@host>')
  }
  if (mail.kind === 'list' && mail.unsubscribeUrl === undefined)
    faults.push('a list mail needs an unsubscribe address')
  if (mail.unsubscribeUrl !== undefined && !isWebAddress(mail.unsubscribeUrl)) {
    faults.push('the unsubscribe address is not a web address')
  }
  for (const attachment of mail.attachments ?? []) {
    if (
      hasControlCharacter(attachment.filename) ||
      attachment.filename === '' ||
      attachment.filename.length > 200
    ) {
      faults.push('an attachment has a file name that cannot be sent')
    }
    if (!/^[a-z0-9.+-]+\/[a-z0-9.+-]+(?:; ?[a-z0-9-]+=[a-z0-9-]+)*$/i.test(attachment.contentType)) {
      faults.push('an attachment has no sound content type')
    }
  }
  return faults
}

function hasControlCharacter(text: string): boolean {
  // U+2028 and U+2029 end a line in some programs that show mail.
  return /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/.test(text)
}

function isWebAddress(text: string): boolean {
  if (text.length > 900 || !/^https?:\/\/[\x21-\x7e]+$/.test(text) || /[<>"]/.test(text)) return false
  return URL.canParse(text)
}
