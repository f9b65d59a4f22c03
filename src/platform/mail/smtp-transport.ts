import { createPrivateKey } from 'node:crypto'
import { createTransport, type SendMailOptions } from 'nodemailer'
import { mailFaults, type MailTransport, type OutgoingMail, type RefusedBy, type SendResult } from './mail.ts'

export type DkimKey = { domain: string; selector: string; /** RSA, PEM */ privateKey: string }

/**
 * The headers that the signature covers, when they are there. Nodemailer's own list leaves out List-Unsubscribe-Post, and
 * RFC 8058 §4 lets a mail program offer one-click unsubscribing only when both list headers are signed.
 */
export const signedHeaders = [
  'From',
  'Sender',
  'Reply-To',
  'To',
  'Cc',
  'Subject',
  'Date',
  'Message-ID',
  'In-Reply-To',
  'References',
  'MIME-Version',
  'Content-Type',
  'Content-Transfer-Encoding',
  'Content-Language',
  'Auto-Submitted',
  'List-Unsubscribe',
  'List-Unsubscribe-Post',
] as const

const second = 1000
const timeouts = {
  connectionTimeout: 15 * second,
  greetingTimeout: 15 * second,
  dnsTimeout: 10 * second,
  socketTimeout: 60 * second,
}
const wholeSendTimeout = 120 * second

export type SmtpOptions = {
  dkim?: DkimKey
  /** Milliseconds for one mail from start to end. */ timeout?: number
}

/** What is wrong with the mail settings, in words for the administrator; empty when they can be used. */
export function smtpSettingFaults(smtpUrl: string, options: SmtpOptions = {}): string[] {
  const faults: string[] = []
  const url = URL.canParse(smtpUrl) ? new URL(smtpUrl) : undefined
  if (!url || !['smtp:', 'smtps:'].includes(url.protocol) || url.hostname === '') {
    faults.push('SMTP_URL must look like smtp://user:password@host:587 or smtps://user:password@host:465')
  }
  if (options.dkim) {
    if (!/^[a-z0-9.-]+$/i.test(options.dkim.domain)) faults.push('The DKIM domain is not a domain name')
    if (!/^[a-z0-9._-]+$/i.test(options.dkim.selector)) faults.push('The DKIM selector is not a name')
    // Nodemailer sends a mail unsigned, without a word, when it cannot use the key.
    if (!isRsaKey(options.dkim.privateKey)) faults.push('The DKIM key is not an RSA private key in PEM form')
  }
  return faults
}

function isRsaKey(pem: string): boolean {
  try {
    return createPrivateKey(pem).asymmetricKeyType === 'rsa'
  } catch {
    return false
  }
}

/**
 * Opens the way to a mail server. A password is sent only over TLS, except to this machine or with ?requireTLS=false in the address.
 * Throws when the settings cannot be used; smtpSettingFaults says why beforehand.
 */
export function openSmtp(smtpUrl: string, options: SmtpOptions = {}): MailTransport {
  const faults = smtpSettingFaults(smtpUrl, options)
  if (faults.length > 0) throw new Error(faults.join('. '))
  const url = new URL(smtpUrl)
  const transport = createTransport({
    pool: true,
    url: smtpUrl,
    maxConnections: 2,
    maxMessages: 100,
    // The outbox retries; a second try in here could send a mail twice without anybody knowing.
    maxRequeues: 0,
    requireTLS: url.protocol === 'smtp:' && url.username !== '' && !isThisMachine(url.hostname),
    disableFileAccess: true,
    disableUrlAccess: true,
    ...timeouts,
    ...(options.dkim && {
      dkim: {
        domainName: options.dkim.domain,
        keySelector: options.dkim.selector,
        privateKey: options.dkim.privateKey,
        headerFieldNames: signedHeaders.join(':'),
      },
    }),
  })

  return {
    async send(mail) {
      const faults = mailFaults(mail)
      if (faults.length > 0)
        return { outcome: 'refused', permanent: true, by: 'message', reason: faults.join('; ') }
      try {
        const signal = AbortSignal.timeout(options.timeout ?? wholeSendTimeout)
        const sent = await transport.sendMail({ ...composed(mail), signal })
        return { outcome: 'sent', response: sent.response }
      } catch (error) {
        return refusal(error)
      }
    },
    async verify() {
      try {
        await transport.verify()
        return { ok: true }
      } catch (error) {
        return { ok: false, reason: refusal(error).reason }
      }
    },
    close: () => transport.close(),
  }
}

function isThisMachine(hostname: string): boolean {
  return ['localhost', '127.0.0.1', '[::1]'].includes(hostname)
}

function composed(mail: OutgoingMail): SendMailOptions {
  return {
    from: mail.from,
    to: mail.toName ? { name: mail.toName, address: mail.to } : mail.to,
    replyTo: mail.replyTo,
    envelope: { from: mail.returnPath ?? mail.from.address, to: mail.to },
    subject: mail.subject,
    text: mail.text,
    html: mail.html,
    messageId: mail.messageId,
    attachments: mail.attachments,
    headers: {
      'Content-Language': mail.language,
      // RFC 3834: keeps out-of-office programs from answering us. Exchange wants its own word for it.
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'OOF, AutoReply',
      ...listHeaders(mail),
    },
  }
}

function listHeaders(mail: OutgoingMail): Record<string, string> {
  // A notice must reach its reader even after they stopped every list, so it never carries these.
  if (mail.kind !== 'list' || mail.unsubscribeUrl === undefined) return {}
  const header = { 'List-Unsubscribe': `<${mail.unsubscribeUrl}>` }
  // RFC 8058 §3.1 wants https; a trial on http still gets the older header.
  if (!mail.unsubscribeUrl.startsWith('https:')) return header
  return { ...header, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }
}

function refusal(error: unknown): Extract<SendResult, { outcome: 'refused' }> {
  const { code, command, responseCode, response, message } = asSmtpError(error)
  const by = refusedBy(code, command)
  // A 5xx to our password or at the greeting is about us, and passes once somebody mends the settings.
  const permanent = by !== 'connection' && responseCode !== undefined && responseCode >= 500
  const reason = (response ?? message).replace(/\s+/g, ' ').trim().slice(0, 500)
  return { outcome: 'refused', permanent, by, reason: code && !response ? `${code}: ${reason}` : reason }
}

function refusedBy(code: string | undefined, command: string | undefined): RefusedBy {
  if (command === 'RCPT TO') return 'recipient'
  if (code === 'EENVELOPE' || code === 'EMESSAGE') return 'message'
  return 'connection'
}

type SmtpError = {
  code?: string
  command?: string
  responseCode?: number
  response?: string
  message: string
}

function asSmtpError(error: unknown): SmtpError {
  if (!(error instanceof Error)) throw error
  const fields: Record<string, unknown> = { ...error }
  return {
    code: typeof fields.code === 'string' ? fields.code : undefined,
    command: typeof fields.command === 'string' ? fields.command : undefined,
    responseCode: typeof fields.responseCode === 'number' ? fields.responseCode : undefined,
    response: typeof fields.response === 'string' ? fields.response : undefined,
    message: error.message,
  }
}
