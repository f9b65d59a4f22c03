import { TextDecoder } from 'node:util'
import { parseAddress } from './address.ts'
import { inboundLimits, openMail, type InboundLimits } from './inbound.ts'
import { oneLine } from './plain-text.ts'

export type Bounce = {
  /** The address that could not be reached; the return path of the bounced mail names the mail more surely. */
  recipient: string
  /** As in RFC 3463: 5.1.1 is "no such mailbox", 4.2.2 "mailbox full, still trying". */
  status: string
  permanent: boolean
  originalMessageId: string | undefined
  /** What the other server said, for staff. */
  diagnostic: string | undefined
}

/** Reads a delivery report (RFC 3464). Undefined for everything else, and for reports of success. Never throws. */
export async function parseBounce(
  raw: Buffer | string,
  limits: InboundLimits = inboundLimits,
): Promise<Bounce | undefined> {
  const opened = await openMail(raw, limits)
  if (opened.outcome !== 'opened') return undefined
  const parts = opened.email.attachments.map(({ mimeType, content }) => ({ mimeType, text: textOf(content) }))
  const report = parts.find(({ mimeType }) => /^message\/(?:global-)?delivery-status$/.test(mimeType))
  if (!report) return undefined
  const returned = parts.find(({ mimeType }) =>
    /^(?:message\/(?:rfc822|global)|text\/rfc822-headers|message\/global-headers)$/.test(mimeType),
  )
  const failures = report.text
    .split(/\n[ \t]*\n/)
    .map(fieldsOf)
    .flatMap(failureOf)
  const failure = failures.find(({ permanent }) => permanent) ?? failures[0]
  return failure && { ...failure, originalMessageId: messageIdIn(returned?.text ?? '') }
}

type Fields = Map<string, string>

function failureOf(fields: Fields): Omit<Bounce, 'originalMessageId'>[] {
  const recipient = addressIn(fields.get('original-recipient')) ?? addressIn(fields.get('final-recipient'))
  const action = fields.get('action')?.toLowerCase()
  if (recipient === undefined || (action !== 'failed' && action !== 'delayed')) return []
  const failed = action === 'failed'
  const status =
    /\b[245]\.\d{1,3}\.\d{1,3}\b/.exec(fields.get('status') ?? '')?.[0] ?? (failed ? '5.0.0' : '4.0.0')
  const diagnostic = oneLine((fields.get('diagnostic-code') ?? '').replace(/^\s*[a-z0-9-]+\s*;\s*/i, ''), 500)
  return [
    { recipient, status, permanent: failed && status.startsWith('5'), diagnostic: diagnostic || undefined },
  ]
}

/** "rfc822; ana@example.org", with or without angle brackets. */
function addressIn(value: string | undefined): string | undefined {
  const typed = (value ?? '').slice((value ?? '').indexOf(';') + 1).trim()
  const parsed = parseAddress(typed.replace(/^<|>$/g, ''))
  return parsed.ok ? parsed.address : undefined
}

function messageIdIn(headers: string): string | undefined {
  const end = /\n[ \t]*\n/.exec(headers)?.index ?? headers.length
  const value = fieldsOf(headers.slice(0, end)).get('message-id') ?? ''
  return /<[\x21-\x3b\x3d\x3f-\x7e]{1,250}>/.exec(value)?.[0]
}

function fieldsOf(block: string): Fields {
  const fields: Fields = new Map()
  let current = ''
  for (const line of block.slice(0, 100_000).split('\n')) {
    const start = /^([!-9;-~]{1,80}):(.*)$/.exec(line)
    if (start) {
      current = (start[1] ?? '').toLowerCase()
      if (fields.has(current)) current = ''
      else fields.set(current, (start[2] ?? '').trim())
    } else if (current !== '' && /^[ \t]/.test(line)) {
      fields.set(current, `${fields.get(current) ?? ''} ${line.trim()}`)
    }
  }
  return fields
}

function textOf(content: ArrayBuffer | Uint8Array | string): string {
  const text = typeof content === 'string' ? content : new TextDecoder().decode(content)
  return text.slice(0, 1_000_000).replace(/\r\n?/g, '\n')
}
