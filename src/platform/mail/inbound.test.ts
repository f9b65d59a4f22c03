import fc from 'fast-check'
import { createTransport } from 'nodemailer'
import { describe, expect, test } from 'vitest'
import { inboundLimits, parseInbound, type InboundMessage } from './inbound.ts'

const head = [
  'From: Ana Ruiz <ana@Example.NET>',
  'To: comments+a1b2@example.org',
  'Subject: Re: Los autobuses',
]

function mime(lines: string[], body: string | Buffer, headers = head): Buffer {
  return Buffer.concat([Buffer.from([...headers, ...lines, '', ''].join('\r\n')), Buffer.from(body)])
}

async function message(raw: Buffer | string): Promise<InboundMessage> {
  const parsed = await parseInbound(raw)
  if (parsed.outcome !== 'message') throw new Error(`${parsed.outcome}: ${parsed.detail}`)
  return parsed
}

const textOf = async (body: string, headers: string[] = []) =>
  (await message(mime(['Content-Type: text/plain; charset=utf-8', ...headers], body))).text

describe('a plain mail', () => {
  test('is read with its sender, recipients, ids, date and language', async () => {
    const headers = [
      'Message-ID: <m1@example.net>',
      'In-Reply-To: <n1@example.org>',
      'Date: Tue, 2 Mar 2027 09:15:00 -0800',
      'Cc: "Ben, O" <ben@example.net>, Team: c@example.net, d@example.net;',
      'Delivered-To: comments+a1b2@example.org',
      'Content-Language: es-MX',
      'Content-Type: text/plain; charset=utf-8',
    ]
    expect(await message(mime(headers, 'Hola.\r\n'))).toEqual({
      outcome: 'message',
      from: 'ana@example.net',
      fromName: 'Ana Ruiz',
      to: ['comments+a1b2@example.org', 'ben@example.net', 'c@example.net', 'd@example.net'],
      subject: 'Re: Los autobuses',
      text: 'Hola.',
      originalText: 'Hola.',
      truncated: false,
      charsetInDoubt: false,
      language: 'es-MX',
      messageId: '<m1@example.net>',
      inReplyTo: '<n1@example.org>',
      date: new Date('2027-03-02T17:15:00Z'),
      attachments: [],
      autoReply: false,
    })
  })

  test('may start with the envelope line of a mailbox file', async () => {
    const raw = Buffer.concat([
      Buffer.from('From ana@example.net Tue Mar  2 09:15:00 2027\n'),
      mime([], 'Hola.'),
    ])
    expect((await message(raw)).text).toBe('Hola.')
  })

  test('without headers that people can do without is read all the same', async () => {
    expect(await message('From: ana@example.net\n\nHi')).toMatchObject({
      subject: '',
      text: 'Hi',
      to: [],
      date: undefined,
      messageId: undefined,
    })
  })

  test('has its attachments listed, with file names that are only names', async () => {
    const composed = await createTransport({ streamTransport: true, buffer: true }).sendMail({
      from: 'ana@example.net',
      to: 'c@example.org',
      text: 'See the photo',
      attachments: [
        { filename: '../../etc/niño.png', content: Buffer.alloc(10), contentType: 'image/png' },
        { filename: 'old.eml', content: 'Subject: x\r\n\r\nsecret words', contentType: 'message/rfc822' },
      ],
    })
    const parsed = await message(composed.message as Buffer)
    expect(parsed.text).toBe('See the photo')
    expect(parsed.attachments.map(({ filename, type }) => ({ filename, type }))).toEqual([
      { filename: 'niño.png', type: 'image/png' },
      { filename: 'old.eml', type: 'message/rfc822' },
    ])
    expect(parsed.attachments[0]?.size).toBe(10)
  })
})

describe('characters', () => {
  const spanish = 'El niño llegó tarde: ¿por qué?'
  const arabic = 'الحافلة تتأخر كل يوم، ونريد حلاً قريبًا.'
  const plain = (charset: string, encoding: string) => [
    `Content-Type: text/plain; charset=${charset}`,
    `Content-Transfer-Encoding: ${encoding}`,
  ]
  const latin1 = Buffer.from(spanish, 'latin1')
  // Windows-1256, a slice of it: enough for the words below.
  const arabic1256 = Buffer.from([
    0xc7, 0xe1, 0xcd, 0xc7, 0xdd, 0xe1, 0xc9, 0x20, 0xe3, 0xca, 0xc3, 0xce, 0xd1, 0xc9,
  ])

  test.each([
    ['UTF-8 8bit', mime(plain('utf-8', '8bit'), spanish), spanish, false],
    ['UTF-8 base64', mime(plain('utf-8', 'base64'), Buffer.from(arabic).toString('base64')), arabic, false],
    [
      'UTF-8 quoted-printable',
      mime(plain('utf-8', 'quoted-printable'), 'El ni=C3=B1o lleg=C3=B3 tar=\r\nde'),
      'El niño llegó tarde',
      false,
    ],
    ['Latin-1 8bit', mime(plain('iso-8859-1', '8bit'), latin1), spanish, false],
    [
      'Latin-1 quoted-printable',
      mime(plain('ISO-8859-1', 'quoted-printable'), 'El ni=F1o'),
      'El niño',
      false,
    ],
    ['Windows-1256 8bit', mime(plain('windows-1256', '8bit'), arabic1256), 'الحافلة متأخرة', false],
    ['Latin-1 that calls itself UTF-8', mime(plain('utf-8', '8bit'), latin1), spanish, true],
    ['Latin-1 that names no charset', mime(['Content-Type: text/plain'], latin1), spanish, true],
    ['Latin-1 without any content type', mime([], latin1), spanish, true],
    ['Windows-1256 that names no charset', mime([], arabic1256), 'الحافلة متأخرة', true],
    ['an unknown charset', mime(plain('x-nobody-knows', '8bit'), 'plain words'), 'plain words', false],
    ['an unknown encoding', mime(plain('utf-8', 'x-nobody-knows'), 'plain words'), 'plain words', false],
  ])('%s is read', async (_name, raw, text, charsetInDoubt) => {
    expect(await message(raw)).toMatchObject({ text, charsetInDoubt })
  })

  test('one cut character does not spoil the others', async () => {
    const cut = Buffer.concat([Buffer.from(spanish), Buffer.from([0xc3])])
    expect(await message(mime(plain('utf-8', '8bit'), cut))).toMatchObject({
      text: `${spanish}\ufffd`,
      charsetInDoubt: true,
    })
  })

  test('a raw 8-bit subject and name are read', async () => {
    const raw = Buffer.from('From: Íñigo <i@example.net>\r\nSubject: Qué día\r\n\r\nMañana', 'latin1')
    expect(await message(raw)).toMatchObject({ fromName: 'Íñigo', subject: 'Qué día', text: 'Mañana' })
  })

  test('encoded subjects and names are read', async () => {
    const headers = [
      'From: =?iso-8859-1?Q?Jos=E9_Mu=F1oz?= <jose@example.net>',
      'Subject: =?utf-8?B?2KfZhNit2KfZgdmE2Kk=?=',
    ]
    expect(await message(mime([], 'x', headers))).toMatchObject({
      fromName: 'José Muñoz',
      subject: 'الحافلة',
    })
  })

  test('nothing comes through that a database or a page refuses', async () => {
    const parsed = await message(mime(plain('utf-8', '8bit'), 'a\u0000b\u0007c\u2028d\r\n\r\n\r\n\r\n\r\ne'))
    expect(parsed.text).toBe('abc\nd\n\n\ne')
  })
})

describe('the words of the person are kept and the history goes', () => {
  const answer = 'The bus is late every day.\n\nPlease add a second one.'
  const respuesta = 'El autobús llega tarde.\n\nPongan otro, por favor.'
  const arabicAnswer = 'الحافلة تتأخر كل يوم.'
  test.each([
    [
      'Gmail, English',
      answer,
      `${answer}\n\nOn Tue, Mar 2, 2027 at 9:15 AM River District <comments@example.org>\nwrote:\n\n> Thank you\n>\n> We read it.\n`,
    ],
    [
      'Gmail, Spanish',
      respuesta,
      `${respuesta}\n\nEl mar, 2 mar 2027 a las 9:15, Distrito Río (<comments@example.org>)\nescribió:\n\n> Gracias\n> \n> Lo leímos.`,
    ],
    [
      'Gmail, Arabic',
      arabicAnswer,
      `${arabicAnswer}\n\n\u202bفي الثلاثاء، 2 مارس 2027 في 9:15 ص تمت كتابة ما يلي بواسطة \u202aRiver\u202c\u200f <\u202acomments@example.org\u202c\u200f>:\u202c\n\n> شكرا لكم\n> قرأناه`,
    ],
    [
      'Apple, English',
      answer,
      `${answer}\n\nSent from my iPhone\n\n> On Mar 2, 2027, at 9:15 AM, River District <comments@example.org> wrote:\n> \n> Thank you\n`,
    ],
    [
      'Apple, Spanish',
      respuesta,
      `${respuesta}\n\nEnviado desde mi iPhone\n\n> El 2 mar 2027, a las 9:15, Distrito <comments@example.org> escribió:\n> \n> Gracias`,
    ],
    [
      'Apple Mail on a computer',
      answer,
      `${answer}\n\n> On Mar 2, 2027, at 9:15 AM, River <comments@example.org> wrote:\n> \n> Thank you`,
    ],
    [
      'Outlook, English',
      answer,
      `${answer}\n\n________________________________\nFrom: River District <comments@example.org>\nSent: Tuesday, March 2, 2027 9:15 AM\nTo: Ana Ruiz <ana@example.net>\nSubject: Your comment\n\nThank you\nWe read it.`,
    ],
    [
      'Outlook, Spanish',
      respuesta,
      `${respuesta}\n\nDe: Distrito <comments@example.org>\nEnviado el: martes, 2 de marzo de 2027 9:15\nPara: Ana Ruiz\nAsunto: Su comentario\n\nGracias`,
    ],
    [
      'Outlook with bold labels',
      answer,
      `${answer}\n\n*From:* River\n*Sent:* Tuesday\n*To:* Ana\n*Subject:* Your comment\n\nThank you`,
    ],
    [
      'Outlook, Arabic',
      arabicAnswer,
      `${arabicAnswer}\n\nمن: River <comments@example.org>\nتم الإرسال: الثلاثاء\nإلى: Ana\nالموضوع: تعليقك\n\nشكرا`,
    ],
    ['Outlook, older', answer, `${answer}\n\n-----Original Message-----\nFrom: River\nThank you`],
    [
      'Outlook, older, Spanish',
      respuesta,
      `${respuesta}\n\n-----Mensaje original-----\nDe: Distrito\nGracias`,
    ],
    [
      'Outlook for a phone',
      answer,
      `${answer}\n\nGet Outlook for iOS<https://aka.ms/o0ukef>\n________________________________\nFrom: River\nSent: Tuesday\nTo: Ana\n\nThank you`,
    ],
    [
      'Yahoo, without marks',
      answer,
      `${answer}\n\nOn Tuesday, March 2, 2027 at 09:15:00 AM PST, River <comments@example.org> wrote:\n\nThank you\nWe read it.`,
    ],
    [
      'a language we do not list',
      answer,
      `${answer}\n\nAm Di., 2. März 2027 um 09:15 Uhr schrieb River <comments@example.org>:\n\n> Danke`,
    ],
    [
      'the answer below the quotation',
      answer,
      `On Tue, Mar 2, 2027 at 9:15 AM River <c@example.org> wrote:\n> Thank you\n> We read it.\n\n${answer}`,
    ],
    ['a quotation without introduction in a reply', answer, `${answer}\n\n> Thank you\n> We read it.`],
    ['a signature', answer, `${answer}\n\n-- \nAna Ruiz\nPTA Lincoln`],
    [
      'a signature above the history',
      answer,
      `${answer}\n\n-- \nAna Ruiz\n\nOn Tue, Mar 2, 2027 at 9:15 AM River <c@example.org> wrote:\n> Thank you`,
    ],
  ])('%s', async (_name, own, body) => {
    const parsed = await message(mime(['Content-Type: text/plain; charset=utf-8'], body))
    expect(parsed.text).toBe(own)
    expect(parsed.originalText.length).toBeGreaterThan(own.length)
  })

  test.each([
    [
      'answers between the quoted lines',
      'On Tue, Mar 2, 2027 at 9:15 AM River <c@example.org> wrote:\n> Is the bus late?\nYes, every day.\n> Which one?\nNumber 7.',
    ],
    ['a person who wrote about writing', 'On Monday my son wrote:\nI hate the bus.\nThat hurt.'],
    ['a list that starts with From', 'From: our street to school it is 40 minutes.\nThat is too long.'],
    ['a last line that sounds like a device', 'Please answer.\n\nSent from my heart to the board.'],
    [
      'dashes far above the end',
      `First\n--\n${Array.from({ length: 20 }, (_, i) => `line ${i}`).join('\n')}`,
    ],
    ['nothing but history', '> Thank you\n> We read it.'],
    ['nothing but a header block', 'From: River\nSent: Tuesday\nTo: Ana\nSubject: Your comment\n\nThank you'],
    ['a time and an address in a sentence', 'Write to me at ana@example.net before 9:15.\nThank you'],
  ])('%s stays whole', async (_name, body) => {
    expect(await textOf(body)).toBe(body)
  })

  test('a forwarded mail stays whole, because the words that matter are in it', async () => {
    const body =
      'Please read this.\n\n---------- Forwarded message ---------\nFrom: Ben <b@example.net>\nDate: Mon\nSubject: Bus\nTo: Ana\n\nThe bus is late.'
    expect(await textOf(body)).toBe(body)
    const outlook = 'See below\n\nFrom: Ben\nSent: Monday\nTo: Ana\nSubject: Bus\n\nThe bus is late.'
    const headers = ['From: ana@example.net', 'Subject: FW: Bus']
    expect((await message(mime([], outlook, headers))).text).toBe(outlook)
  })

  test('a mark in a mail that answers nothing is the person’s own quotation', async () => {
    const body = 'The sign says:\n\n> No bus on Friday'
    expect((await message(mime([], body, ['From: ana@example.net', 'Subject: Bus']))).text).toBe(body)
  })
})

describe('a mail of HTML only', () => {
  const html = async (body: string) => message(mime(['Content-Type: text/html; charset=utf-8'], body))

  test('becomes text with paragraphs, lists, links and accents', async () => {
    const parsed = await html(
      '<html><head><title>no</title><style>p{}</style></head><body><!-- no --><h1>El autob&uacute;s</h1><p>Llega   tarde&nbsp;&#8212; siempre.<br>Dos' +
        ' veces.</p><ul><li>Lunes</li><li>Martes</li></ul><table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>' +
        '<p>Ver <a href="https://example.org/plan">el plan</a> y <a href="https://example.org/x">https://example.org/x</a></p>' +
        '<script>alert("no")</script><p>1 &lt; 2 & 3</p><img alt="foto"></body></html>',
    )
    expect(parsed.text).toBe(
      [
        ...[
          'El autobús',
          '',
          'Llega tarde — siempre.',
          'Dos veces.',
          '',
          '- Lunes',
          '- Martes',
          '',
          'a b',
          'c',
          '',
        ],
        ...['Ver el plan (https://example.org/plan) y https://example.org/x', '', '1 < 2 & 3', '', 'foto'],
      ].join('\n'),
    )
  })

  test.each([
    [
      'Gmail',
      '<div dir="ltr">Late again.</div><br><div class="gmail_quote"><div dir="ltr" class="gmail_attr">On Tue, Mar 2, 2027 at 9:15 AM River &lt;<a href="mailto:c@example.org">c@example.org</a>&gt; wrote:<br></div><blockquote class="gmail_quote"><div>Thank you</div><blockquote>older</blockquote></blockquote></div>',
    ],
    [
      'Outlook',
      '<div class=WordSection1><p class=MsoNormal>Late again.<o:p></o:p></p><p class=MsoNormal><o:p>&nbsp;</o:p></p><div style="border-top:solid #E1E1E1 1.0pt"><p class=MsoNormal><b>From:</b> River &lt;c@example.org&gt; <br><b>Sent:</b> Tuesday<br><b>To:</b> Ana<br><b>Subject:</b> Your comment</p></div><p>Thank you</p></div>',
    ],
    [
      'Outlook on the web',
      '<div>Late again.</div><div id="appendonsend"></div><hr style="display:inline-block;width:98%"><div id="divRplyFwdMsg"><font><b>De:</b> Distrito<br><b>Enviado:</b> martes<br><b>Para:</b> Ana<br><b>Asunto:</b> Su comentario</font></div><div>Gracias</div>',
    ],
    [
      'Apple',
      '<html><body>Late again.<br><div><br><blockquote type="cite"><div>On Mar 2, 2027, at 9:15 AM, River &lt;c@example.org&gt; wrote:</div><br class="Apple-interchange-newline"><div>Thank you</div></blockquote></div></body></html>',
    ],
  ])('loses the history that %s adds', async (_name, body) => {
    expect((await html(body)).text).toBe('Late again.')
  })

  test('that is broken still gives its words', async () => {
    expect((await html('<p>One<div <b>two</p ><a href="x>three')).text).toContain('One')
    expect((await html('a < b and <3')).text).toBe('a < b and <3')
  })
})

describe('a mail with text and HTML', () => {
  test('is read from its text', async () => {
    const composed = await createTransport({ streamTransport: true, buffer: true }).sendMail({
      from: 'ana@example.net',
      to: 'c@example.org',
      text: 'From the text',
      html: '<p>From the HTML</p>',
    })
    expect((await message(composed.message as Buffer)).text).toBe('From the text')
  })
})

describe('a program that answers by itself is known', () => {
  test.each([
    ['Auto-Submitted: auto-replied', true],
    ['Auto-Submitted: auto-generated (vacation)', true],
    ['Auto-Submitted: no', false],
    ['Precedence: bulk', true],
    ['Precedence: auto_reply', true],
    ['Precedence: first-class', false],
    ['X-Autoreply: yes', true],
    ['X-Autorespond: away', true],
    ['Return-Path: <>', true],
    ['Return-Path: <ana@example.net>', false],
    ['Content-Type: multipart/report; boundary=x', true],
    ['X-Other: yes', false],
  ])('%s: %j', async (line, autoReply) => {
    expect((await message(mime([line], 'I am away'))).autoReply).toBe(autoReply)
  })

  test('by its sender', async () => {
    expect((await message('From: MAILER-DAEMON@example.net\n\nx')).autoReply).toBe(true)
    expect((await message('From: no-reply@example.net\n\nx')).autoReply).toBe(true)
  })
})

describe('hostile mail', () => {
  const nested = (depth: number) => {
    const lines: string[] = []
    for (let i = 0; i < depth; i++) lines.push(`Content-Type: multipart/mixed; boundary=b${i}`, '', `--b${i}`)
    return Buffer.from(['From: a@example.net', ...lines, '', 'x'].join('\r\n'))
  }

  test.each([
    ['too many bytes', Buffer.alloc(inboundLimits.bytes + 1, 'a'), 'too-large'],
    ['parts in parts in parts', nested(200), 'too-large'],
    [
      'thousands of parts',
      mime(['Content-Type: multipart/mixed; boundary=b'], '--b\r\n\r\nx\r\n'.repeat(3000)),
      'too-large',
    ],
    [
      'headers without end',
      Buffer.from(`From: a@example.net\r\n${'X: yyyyyyyyyyyyyyyyyyyy\r\n'.repeat(10_000)}\r\nx`),
      'too-large',
    ],
    ['hundreds of thousands of lines', mime([], 'x\n'.repeat(300_001)), 'too-large'],
    ['nothing', Buffer.alloc(0), 'unreadable'],
    ['no sender', Buffer.from('Subject: x\r\n\r\nx'), 'unreadable'],
    ['a sender that is no address', Buffer.from('From: nobody\r\n\r\nx'), 'unreadable'],
  ])('%s is turned away', async (_name, raw, outcome) => {
    expect((await parseInbound(raw)).outcome).toBe(outcome)
  })

  test('text beyond the limit is left out and said to be', async () => {
    const parsed = await message(mime([], `${'word '.repeat(100_000)}end`))
    expect(parsed.truncated).toBe(true)
    expect(parsed.text.length).toBeLessThanOrEqual(inboundLimits.text)
  })

  async function cpuTime(body: string, type: string): Promise<number> {
    const raw = mime([`Content-Type: ${type}`], body)
    const before = process.threadCpuUsage()
    await parseInbound(raw)
    const used = process.threadCpuUsage(before)
    return (used.user + used.system) / 1000
  }

  test.each([
    ['unclosed tags', 'text/html', '<a'],
    ['unclosed tags with quotes', 'text/html', '<a href="'],
    ['unclosed comments', 'text/html', '<!--'],
    ['unclosed pictures', 'text/html', '<svg>'],
    ['tiny tags on one line', 'text/html', 'x<b>'],
    ['deep quotations', 'text/html', '<blockquote>x'],
    ['ampersands', 'text/html', '&'],
    ['long attributes', 'text/html', `<a ${'href="'.repeat(300)}>x</a>`],
    ['introductions', 'text/plain', 'On a wrote\n'],
    ['marks', 'text/plain', '> \n\n'],
    ['one long line', 'text/plain', 'On wrote: '],
    ['senders', 'text/plain', 'From: x\n'],
    ['spaces', 'text/plain', ' '],
    ['rules', 'text/plain', '_____\n'],
    ['dashes', 'text/plain', '_'],
  ])('four times as much of %s takes about four times as long, not sixteen', async (_name, type, piece) => {
    const count = Math.ceil(20_000 / piece.length)
    const once = Math.max(25, await cpuTime(piece.repeat(count), type))
    expect(await cpuTime(piece.repeat(count * 4), type)).toBeLessThan(once * 12)
  })
})

describe('any input', () => {
  const small = {
    ...inboundLimits,
    bytes: 5000,
    headerBytes: 1000,
    depth: 5,
    lines: 200,
    boundaryLines: 20,
    text: 500,
  }
  const pieces = fc.constantFrom(
    ...[
      'From: a@b.org',
      'From: "x',
      'To: c+1@d.org',
      'Subject: =?utf-8?Q?=E9?=',
      'Subject: Re: x',
      'Date: 99',
      '',
      '',
      ' fold',
    ],
    ...[
      'Content-Type: multipart/mixed; boundary="b"',
      'Content-Type: text/html',
      'Content-Type: text/plain; charset=latin9',
    ],
    ...[
      'Content-Transfer-Encoding: base64',
      'Content-Transfer-Encoding: quoted-printable',
      '--b',
      '--b--',
      '--',
      '-- ',
    ],
    ...[
      '> quoted',
      'On Tue, Mar 2, 2027 at 9:15 AM x <a@b.org> wrote:',
      'De: x',
      'Enviado: y',
      'Para: z',
      '<p>a<blockquote>',
      '=E9=',
      'ñ',
    ],
    ...[
      'Auto-Submitted: auto-replied',
      'Return-Path: <>',
      'Message-ID: <a@b>',
      '\u0000',
      '\ud800',
      'Content-Type: message/rfc822',
    ],
  )
  const mails = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.uint8Array({ maxLength: 2000 }).map((bytes) => Buffer.from(bytes)),
    fc
      .array(
        fc.oneof({ weight: 6, arbitrary: pieces }, { weight: 1, arbitrary: fc.string({ unit: 'binary' }) }),
        { maxLength: 40 },
      )
      .map((lines) => lines.join('\r\n')),
    fc
      .tuple(fc.array(pieces), fc.uint8Array({ maxLength: 300 }))
      .map(([lines, body]) =>
        Buffer.concat([Buffer.from(['From: a@b.org', ...lines, '', ''].join('\n')), Buffer.from(body)]),
      ),
  )

  test('gets an answer, and every text in it can be stored', async () => {
    await fc.assert(
      fc.asyncProperty(mails, async (raw) => {
        const parsed = await parseInbound(raw, small)
        if (parsed.outcome !== 'message') {
          expect(parsed.detail).not.toBe('')
          return
        }
        const { text, originalText, subject, fromName } = parsed
        for (const words of [text, originalText, subject, fromName]) {
          expect(words.isWellFormed()).toBe(true)
          expect(words).not.toMatch(/[\u0000-\u0008\u000e-\u001f\r]/)
        }
        for (const words of [subject, fromName]) expect(words).not.toContain('\n')
        expect(text.length).toBeLessThanOrEqual(small.text)
        expect(text === '').toBe(originalText === '')
        expect(parsed.from).toMatch(/^[\x21-\x7e]+@[\x21-\x7e]+$/)
      }),
      { numRuns: 600 },
    )
  }, 30_000)
})

test('a long subject is cut between characters', async () => {
  const subject = `Subject: ${'a'.repeat(298)}😀 and more`
  const parsed = await message(mime([], 'x', ['From: ana@example.net', subject]))
  expect(parsed.subject).toBe(`${'a'.repeat(298)}…`)
})
