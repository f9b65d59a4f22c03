import { createHash, createPublicKey, createVerify, generateKeyPairSync } from 'node:crypto'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import fc from 'fast-check'
import PostalMime from 'postal-mime'
import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { mailFaults, type OutgoingMail } from './mail.ts'
import { openSmtp, smtpSettingFaults } from './smtp-transport.ts'

type Captured = { raw: Buffer; from: string; to: string[] }
type Refusal = { at: 'mail' | 'rcpt' | 'data'; code: number; text: string }

let captured: Captured[] = []
let refuse: Refusal | undefined
let url = ''

function smtpError({ code, text }: Refusal) {
  return Object.assign(new Error(text), { responseCode: code })
}

const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS', 'AUTH'],
  logger: false,
  onMailFrom: (_address, _session, callback) => callback(refuse?.at === 'mail' ? smtpError(refuse) : null),
  onRcptTo: (_address, _session, callback) => callback(refuse?.at === 'rcpt' ? smtpError(refuse) : null),
  onData(stream, session, callback) {
    const chunks: Buffer[] = []
    stream.on('data', (chunk: Buffer) => chunks.push(chunk))
    stream.on('end', () => {
      if (refuse?.at === 'data') return callback(smtpError(refuse))
      const { mailFrom, rcptTo } = session.envelope
      captured.push({
        raw: Buffer.concat(chunks),
        from: mailFrom ? mailFrom.address : '',
        to: rcptTo.map((to) => to.address),
      })
      callback(null, 'kept')
    })
  },
})

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  url = `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`
})
afterAll(() => new Promise<void>((resolve) => server.close(() => resolve())))
beforeEach(() => {
  captured = []
  refuse = undefined
})

const key = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  publicKeyEncoding: { type: 'spki', format: 'pem' },
})
const dkim = { domain: 'example.org', selector: 'table', privateKey: key.privateKey }

const mail: OutgoingMail = {
  to: 'ana@example.net',
  toName: 'Ana Ruiz, madre',
  from: { name: 'Distrito “Río”', address: 'hola@example.org' },
  replyTo: 'comments+a1@example.org',
  subject: 'Su comentario: qué pasó con él — y por qué',
  text: 'Gracias.\n\nEl consejo decidió: sí.\n',
  html: '<!doctype html><html lang="es"><body><p>Gracias.</p><p>El consejo decidió: sí.</p></body></html>',
  language: 'es',
  kind: 'list',
  unsubscribeUrl: 'https://example.org/es/stop/abc?x=1&y=2',
  messageId: '<01890-a1@example.org>',
  returnPath: 'bounces+01890@example.org',
}

async function sendOne(changes: Partial<OutgoingMail>, options: Parameters<typeof openSmtp>[1] = {}) {
  const smtp = openSmtp(url, options)
  try {
    return await smtp.send({ ...mail, ...changes })
  } finally {
    smtp.close()
  }
}

describe('a sent mail', () => {
  test('arrives as text and HTML with its names, language, envelope and message id', async () => {
    expect(await sendOne({})).toEqual({ outcome: 'sent', response: expect.stringMatching(/^250/) })
    const [{ raw, from, to }] = captured as [Captured]
    expect({ from, to }).toEqual({ from: 'bounces+01890@example.org', to: ['ana@example.net'] })
    expect(raw.every((byte) => byte < 128)).toBe(true)
    expect(
      raw
        .toString('latin1')
        .split('\r\n')
        .every((line) => line.length <= 998),
    ).toBe(true)

    const read = await PostalMime.parse(raw)
    expect(read.from).toEqual({ name: 'Distrito “Río”', address: 'hola@example.org' })
    expect(read.to).toEqual([{ name: 'Ana Ruiz, madre', address: 'ana@example.net' }])
    expect(read.replyTo?.[0]?.address).toBe('comments+a1@example.org')
    expect(read.subject).toBe(mail.subject)
    expect(read.messageId).toBe('<01890-a1@example.org>')
    expect(read.text?.trim()).toBe(mail.text.trim())
    expect(read.html?.trim()).toBe(mail.html)
    expect(header(read, 'content-type')).toMatch(/^multipart\/alternative/)
    expect(header(read, 'content-language')).toBe('es')
    expect(header(read, 'auto-submitted')).toBe('auto-generated')
    // Nothing that tells us who opened the mail.
    expect(raw.toString('latin1')).not.toMatch(/<img|disposition-notification/i)
  })

  test('carries its attachments', async () => {
    const attachments = [
      { filename: 'reunión.ics', contentType: 'text/calendar; method=PUBLISH', content: 'BEGIN:VCALENDAR' },
    ]
    await sendOne({ attachments })
    const read = await PostalMime.parse(captured[0]?.raw ?? '')
    expect(
      read.attachments.map(({ filename, mimeType, method }) => ({ filename, mimeType, method })),
    ).toEqual([{ filename: 'reunión.ics', mimeType: 'text/calendar', method: 'PUBLISH' }])
  })

  test('goes out by one connection after another mail did', async () => {
    const smtp = openSmtp(url)
    const messageIds = ['<1@example.org>', '<2@example.org>', '<3@example.org>']
    for (const messageId of messageIds) expect((await smtp.send({ ...mail, messageId })).outcome).toBe('sent')
    smtp.close()
    expect(captured).toHaveLength(3)
  })
})

describe('unsubscribing', () => {
  test('a list mail offers one click, and the signature covers both headers', async () => {
    await sendOne({}, { dkim })
    const read = await PostalMime.parse(captured[0]?.raw ?? '')
    expect(header(read, 'list-unsubscribe')).toBe('<https://example.org/es/stop/abc?x=1&y=2>')
    expect(header(read, 'list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click')
    const covered = signedNames(captured[0]?.raw ?? Buffer.alloc(0))
    expect(covered).toEqual(
      expect.arrayContaining(['from', 'to', 'subject', 'date', 'message-id', 'content-language']),
    )
    expect(covered).toEqual(expect.arrayContaining(['list-unsubscribe', 'list-unsubscribe-post']))
  })

  test.each(['notice', 'code'] as const)('a %s offers none, even when an address is given', async (kind) => {
    await sendOne({ kind }, { dkim })
    const raw = captured[0]?.raw ?? Buffer.alloc(0)
    expect(raw.toString('latin1')).not.toMatch(/^list-unsubscribe/im)
    expect(signedNames(raw)).not.toContain('list-unsubscribe')
  })

  test('a very long address stays in one piece', async () => {
    const unsubscribeUrl = `https://example.org/stop/${'x'.repeat(300)}`
    await sendOne({ unsubscribeUrl }, { dkim })
    const raw = captured[0]?.raw ?? Buffer.alloc(0)
    expect(header(await PostalMime.parse(raw), 'list-unsubscribe')?.replace(/\s/g, '')).toBe(
      `<${unsubscribeUrl}>`,
    )
    expect(signatureHolds(raw, key.publicKey)).toBe(true)
  })

  test('without https there is an address but no one-click promise', async () => {
    await sendOne({ unsubscribeUrl: 'http://127.0.0.1:4000/stop/abc' })
    const raw = captured[0]?.raw.toString('latin1')
    expect(raw).toMatch(/^List-Unsubscribe: <http:/im)
    expect(raw).not.toMatch(/List-Unsubscribe-Post/i)
  })
})

describe('the DKIM signature', () => {
  test('holds when checked by the rules of RFC 6376, and breaks when a signed header changes', async () => {
    await sendOne({}, { dkim })
    const raw = captured[0]?.raw ?? Buffer.alloc(0)
    expect(signatureHolds(raw, key.publicKey)).toBe(true)
    const changed = Buffer.from(raw.toString('latin1').replace('One-Click', 'Two-Click'), 'latin1')
    expect(signatureHolds(changed, key.publicKey)).toBe(false)
  })

  test('a key that could not sign is refused when mail is set up', () => {
    const curve = generateKeyPairSync('ed25519')
      .privateKey.export({ type: 'pkcs8', format: 'pem' })
      .toString()
    for (const privateKey of ['', 'nonsense', curve]) {
      expect(smtpSettingFaults(url, { dkim: { ...dkim, privateKey } })).toEqual([
        'The DKIM key is not an RSA private key in PEM form',
      ])
      expect(() => openSmtp(url, { dkim: { ...dkim, privateKey } })).toThrow('DKIM key')
    }
    for (const bad of ['', 'mail.example.org', 'http://mail.example.org', 'smtp://']) {
      expect(smtpSettingFaults(bad)).toHaveLength(1)
    }
  })
})

describe('a refusal', () => {
  test.each([
    [{ at: 'rcpt', code: 550, text: '5.1.1 No such person' }, true, 'recipient'],
    [{ at: 'rcpt', code: 450, text: '4.2.1 Try later' }, false, 'recipient'],
    [{ at: 'mail', code: 553, text: '5.7.1 Sender not allowed' }, true, 'message'],
    [{ at: 'data', code: 552, text: '5.3.4 Too big' }, true, 'message'],
    [{ at: 'data', code: 451, text: '4.3.0 Busy' }, false, 'message'],
  ] as const)('%j is told with its permanence %j and its source %s', async (refusal, permanent, by) => {
    refuse = refusal
    expect(await sendOne({})).toEqual({
      outcome: 'refused',
      permanent,
      by,
      reason: expect.stringContaining(refusal.text),
    })
  })

  test('a server that is not there is worth another try', async () => {
    const smtp = openSmtp('smtp://127.0.0.1:1')
    expect(await smtp.send(mail)).toMatchObject({ outcome: 'refused', permanent: false, by: 'connection' })
    expect(await smtp.verify()).toMatchObject({ ok: false })
    smtp.close()
  })

  test('a server that never says a word is given up in time', async () => {
    const mute = createServer(() => {})
    await new Promise<void>((resolve) => mute.listen(0, '127.0.0.1', resolve))
    const smtp = openSmtp(`smtp://127.0.0.1:${(mute.address() as AddressInfo).port}`, { timeout: 200 })
    expect(await smtp.send(mail)).toMatchObject({ outcome: 'refused', permanent: false, by: 'connection' })
    smtp.close()
    mute.close()
  })

  test('a password is not sent over a line that is not encrypted', async () => {
    const smtp = openSmtp(url.replace('smtp://127.0.0.1', 'smtp://user:secret@127.0.0.2'))
    const result = await smtp.send(mail)
    expect(result).toMatchObject({ outcome: 'refused', by: 'connection' })
    expect(JSON.stringify(result)).not.toContain('secret')
    smtp.close()
  })

  test('verifying a server that answers says so', async () => {
    const smtp = openSmtp(url)
    expect(await smtp.verify()).toEqual({ ok: true })
    smtp.close()
  })
})

describe('header injection', () => {
  const evil = 'Hello\r\nBcc: victim@example.com'
  test.each([
    ['subject', { subject: evil }],
    ['to', { to: `ana@example.net\r\nBcc: victim@example.com` }],
    ['to with a second address', { to: 'ana@example.net,victim@example.com' }],
    ['to name', { toName: 'Ana\nBcc: victim@example.com' }],
    ['from name', { from: { name: 'A\rB', address: 'hola@example.org' } }],
    ['from address', { from: { name: 'A', address: 'hola@example.org\n' } }],
    ['reply-to', { replyTo: 'a@example.org\r\nX: y' }],
    ['return path', { returnPath: 'a@example.org> SIZE=1' }],
    ['message id', { messageId: '<a@b>\r\nX: y' }],
    ['language', { language: 'es\r\nX: y' }],
    ['unsubscribe address', { unsubscribeUrl: 'https://example.org/\r\nX: y' }],
    ['unsubscribe scheme', { unsubscribeUrl: 'javascript:alert(1)' }],
    ['list without unsubscribe address', { unsubscribeUrl: undefined }],
    ['attachment name', { attachments: [{ filename: 'a\r\nb', contentType: 'text/plain', content: '' }] }],
    ['attachment type', { attachments: [{ filename: 'a', contentType: 'text/plain\r\nX: y', content: '' }] }],
    ['line separator', { subject: 'a\u2028b' }],
  ] as [string, Partial<OutgoingMail>][])(
    'through the %s is refused before anything is sent',
    async (_name, changes) => {
      expect(await sendOne(changes)).toMatchObject({ outcome: 'refused', permanent: true, by: 'message' })
      expect(captured).toEqual([])
    },
  )

  test('whatever passes the check leaves exactly the headers that were meant', async () => {
    const smtp = openSmtp(url)
    const anyLine = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.string({ unit: 'grapheme', maxLength: 60 }),
    )
    await fc.assert(
      fc.asyncProperty(anyLine, anyLine, async (subject, toName) => {
        captured = []
        const tried = { ...mail, subject, toName }
        const result = await smtp.send(tried)
        expect(result.outcome === 'sent').toBe(mailFaults(tried).length === 0)
        if (result.outcome !== 'sent') return
        const read = await PostalMime.parse(captured[0]?.raw ?? '')
        expect(captured[0]?.to).toEqual(['ana@example.net'])
        expect(read.to).toHaveLength(1)
        expect(new Set(read.headers.map(({ key }) => key))).toEqual(
          new Set(
            [
              ...[
                'from',
                'to',
                'reply-to',
                'subject',
                'message-id',
                'date',
                'mime-version',
                'content-type',
                'received',
              ],
              ...['content-language', 'auto-submitted', 'x-auto-response-suppress'],
              ...['list-unsubscribe', 'list-unsubscribe-post'],
            ].filter((key) => read.headers.some((header) => header.key === key)),
          ),
        )
        expect(read.headers.filter(({ key }) => key === 'subject')).toHaveLength(1)
      }),
      { numRuns: 60 },
    )
    smtp.close()
  })
})

function header(read: { headers: { key: string; value: string }[] }, key: string): string | undefined {
  return read.headers.find((header) => header.key === key)?.value
}

function headerFields(raw: Buffer): string[] {
  const text = raw.toString('latin1')
  return text.slice(0, text.indexOf('\r\n\r\n')).split(/\r\n(?![ \t])/)
}

function relaxed(field: string): string {
  const colon = field.indexOf(':')
  const value = field
    .slice(colon + 1)
    .replace(/\r\n/g, '')
    .replace(/[ \t]+/g, ' ')
  return `${field.slice(0, colon).trim().toLowerCase()}:${value.trim()}`
}

function dkimTags(raw: Buffer): { field: string; tags: Map<string, string> } {
  const field = headerFields(raw).find((line) => /^dkim-signature:/i.test(line)) ?? ''
  const tags = new Map<string, string>()
  for (const part of field.slice(field.indexOf(':') + 1).split(';')) {
    const equals = part.indexOf('=')
    tags.set(part.slice(0, equals).trim(), part.slice(equals + 1).replace(/\s/g, ''))
  }
  return { field, tags }
}

function signedNames(raw: Buffer): string[] {
  return dkimTags(raw).tags.get('h')?.split(':') ?? []
}

/** RFC 6376 §6 for rsa-sha256 with relaxed/relaxed, written here so that the signer does not check itself. */
function signatureHolds(raw: Buffer, publicKey: string): boolean {
  const { field, tags } = dkimTags(raw)
  const text = raw.toString('latin1')
  const body = text
    .slice(text.indexOf('\r\n\r\n') + 4)
    .replace(/[ \t]+(?=\r\n)/g, '')
    .replace(/[ \t]+/g, ' ')
    .replace(/(?:\r\n)*$/, '\r\n')
  const bodyHash = createHash('sha256').update(body, 'latin1').digest('base64')
  if (bodyHash !== tags.get('bh')) return false
  const fields = headerFields(raw)
  const signed = signedNames(raw).map((name) => {
    const line = fields.findLast((field) => field.slice(0, field.indexOf(':')).trim().toLowerCase() === name)
    return line === undefined ? '' : `${relaxed(line)}\r\n`
  })
  const own = relaxed(field.replace(/(;\s*b=)[\s\S]*$/, '$1'))
  return createVerify('RSA-SHA256')
    .update(signed.join('') + own, 'latin1')
    .verify(createPublicKey(publicKey), tags.get('b') ?? '', 'base64')
}
