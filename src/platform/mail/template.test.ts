import fc from 'fast-check'
import { HtmlValidate } from 'html-validate'
import { describe, expect, test } from 'vitest'
import { htmlText } from './html-text.ts'
import { mailDocument, type Block, type MailDocument } from './template.ts'

const mail: MailDocument = {
  language: 'es',
  dir: 'ltr',
  title: 'Qué pasó con su comentario',
  preheader: 'El consejo decidió.',
  paragraphs: [
    {
      kind: 'paragraph',
      text: 'Usted escribió sobre los autobuses. El consejo leyó su comentario con otros 41 y tomó una decisión.',
    },
    { kind: 'heading', text: 'Lo que usted dijo' },
    { kind: 'quote', text: 'The bus is <late> & slow.', language: 'en', by: 'Ana' },
    {
      kind: 'list',
      items: [
        'Un autobús más',
        'Una parada más cerca de la escuela, en la calle larga que todos conocen desde siempre',
      ],
    },
    {
      kind: 'facts',
      facts: [
        { label: 'Decisión', value: 'adoptado en parte' },
        { label: 'Fecha', value: 'martes, 2 de marzo de 2027' },
      ],
    },
    { kind: 'button', label: 'Lea las razones', url: 'https://example.org/es/decision/1?a=1&b=2' },
    { kind: 'code', code: 'K7QF-29XM' },
  ],
  footer: {
    lines: ['Distrito Río, 1 Main Street'],
    links: [{ label: 'Dejar de recibir', url: 'https://example.org/stop/x' }],
  },
}

describe('a mail document', () => {
  test('as text is wrapped at 76, with links written out', () => {
    expect(mailDocument(mail).text).toBe(`Qué pasó con su comentario

Usted escribió sobre los autobuses. El consejo leyó su comentario con otros
41 y tomó una decisión.


Lo que usted dijo

> The bus is <late> & slow.
Ana

* Un autobús más
* Una parada más cerca de la escuela, en la calle larga que todos conocen
  desde siempre

Decisión: adoptado en parte
Fecha: martes, 2 de marzo de 2027

Lea las razones:
https://example.org/es/decision/1?a=1&b=2

    K7QF-29XM

-- ${''}
Distrito Río, 1 Main Street
Dejar de recibir:
https://example.org/stop/x
`)
  })

  test('as HTML is valid, names its language and direction, and loads nothing from elsewhere', async () => {
    for (const [language, dir] of [
      ['es', 'ltr'],
      ['ar', 'rtl'],
    ] as const) {
      const { html } = mailDocument({ ...mail, language, dir })
      const rules = {
        extends: ['html-validate:recommended', 'html-validate:a11y'],
        rules: { 'no-inline-style': 'off' as const },
      }
      const report = await new HtmlValidate({ ...rules, elements: ['html5'] }).validateString(html)
      expect(report.results.flatMap(({ messages }) => messages.map(({ message }) => message))).toEqual([])
      expect(html).toContain(`<html lang="${language}" dir="${dir}">`)
      expect(html).toContain(dir === 'rtl' ? 'text-align:right' : 'text-align:left')
      expect(html).not.toMatch(/<img|<script|<link|@import|url\(/i)
      expect(html).toContain('<p lang="en" dir="auto"')
      expect(html).toContain('&lt;late&gt; &amp; slow')
      expect(html).toContain('href="https://example.org/es/decision/1?a=1&amp;b=2"')
    }
  })

  test('says the same in HTML as in text', () => {
    const { html, text } = mailDocument(mail)
    const words = htmlText(html)
    for (const said of [
      'Usted escribió sobre los autobuses.',
      'The bus is <late> & slow.',
      'adoptado en parte',
      'K7QF-29XM',
      'Distrito Río',
    ]) {
      expect(words).toContain(said)
      expect(text).toContain(said)
    }
  })

  test('refuses an address that a reader must not be sent to', () => {
    for (const url of [
      'javascript:alert(1)',
      '/relative',
      'https://a b',
      'https://a\nb',
      'data:text/html,x',
    ]) {
      expect(() => mailDocument({ ...mail, paragraphs: [{ kind: 'button', label: 'x', url }] })).toThrow(
        'Not an address',
      )
    }
  })

  test('lets no text become markup, and keeps lines of words within 76', () => {
    const words = fc.oneof(
      fc.string(),
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom('<script>', '"><img src=x>', "' onclick='", '</title>', '&lt;'),
    )
    const block: fc.Arbitrary<Block> = fc.oneof(
      words.map((text): Block => ({ kind: 'paragraph', text })),
      words.map((text): Block => ({ kind: 'heading', text })),
      fc.tuple(words, words).map(([text, by]): Block => ({ kind: 'quote', text, by, language: text })),
      words.map((code): Block => ({ kind: 'code', code })),
      words.map((label): Block => ({ kind: 'button', label, url: 'https://example.org/' })),
      fc.array(words).map((items): Block => ({ kind: 'list', items })),
      fc.tuple(words, words).map(([label, value]): Block => ({ kind: 'facts', facts: [{ label, value }] })),
    )
    const known = new Set(
      'html head meta title style body div main h1 h2 p blockquote a ul li dl dt dd footer br'.split(' '),
    )
    fc.assert(
      fc.property(words, fc.array(block), words, (title, paragraphs, line) => {
        const { html, text } = mailDocument({
          ...mail,
          title,
          preheader: title,
          paragraphs,
          footer: { lines: [line] },
        })
        for (const [, name] of html.matchAll(/<\/?([a-z0-9]+)/gi)) expect(known).toContain(name)
        expect(html).not.toMatch(/<[^>]* on[a-z]+=['"]/i)
        for (const line of text.split('\n')) {
          if (Array.from(line).length > 76) expect(line.trim().split(/[ \t]+/).length).toBeLessThanOrEqual(2)
        }
      }),
      { numRuns: 150 },
    )
  })
})
