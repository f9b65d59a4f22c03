import fc from 'fast-check'
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { posterPdf } from './poster.ts'
import { samplePosters } from './poster.samples.ts'

const folder = mkdtempSync(join(tmpdir(), 'poster-'))
afterAll(() => rmSync(folder, { recursive: true }))
const poppler = spawnSync('pdfinfo', ['-v']).error === undefined

function poppled(program: string, args: string[], pdf: Uint8Array): string {
  const file = join(folder, 'poster.pdf')
  writeFileSync(file, pdf)
  // poppler complains about a flag of Typst's on standard error; the file is read all the same.
  return execFileSync(program, [...args, file, ...(program === 'pdftotext' ? ['-'] : [])], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  })
}

describe.each(['en', 'es', 'ar'] as const)('the poster in %s', (language) => {
  test('is one tagged letter page that says it is PDF/UA and names its language', async ({ skip }) => {
    const made = await posterPdf(samplePosters[language])
    if (made.outcome === 'no-font' && language === 'ar') skip('this machine has no Arabic font')
    if (made.outcome !== 'made') throw new Error(made.outcome)
    const bytes = Buffer.from(made.pdf).toString('latin1')
    expect(bytes).toContain('pdfuaid')
    expect(bytes).toMatch(new RegExp(`/Lang ?\\(${language}`))
    if (!poppler) return
    const info = poppled('pdfinfo', [], made.pdf)
    expect(info).toMatch(/Tagged: +yes/)
    expect(info).toMatch(/Pages: +1\n/)
    expect(info).toContain(samplePosters[language].title)
    expect(info).toMatch(/612 x 792 pts \(letter\)/)
    const structure = poppled('pdfinfo', ['-struct'], made.pdf)
    expect(structure.match(/\bH1\b/g)).toHaveLength(1)
    expect(structure.match(/\bH2\b/g)).toHaveLength(3)
    expect(structure).toContain('Figure')
    expect(structure.match(/\bLI\b/g)).toHaveLength(4)
    if (language !== 'ar')
      expect(poppled('pdftotext', [], made.pdf)).toContain(samplePosters[language].dates[3]?.when)
  })
})

describe('what people write', () => {
  const { en } = samplePosters

  test('cannot run as template code', async () => {
    const title = '#panic("no") $x$ *b* = h @ref <label> // \\ `raw` #read("/etc/passwd")'
    const made = await posterPdf({ ...en, title, dates: [{ when: '#pagebreak()', what: '#while true {}' }] })
    if (made.outcome !== 'made') throw new Error(made.outcome)
    if (poppler) expect(poppled('pdftotext', [], made.pdf)).toContain('#while true {}')
  })

  test('may hold an emoji, which is left out', async () => {
    expect((await posterPdf({ ...en, title: 'Come and talk \u{1FAF6}\u{1F3FD} to us' })).outcome).toBe('made')
  })

  test('is answered with the letters that no font has', async () => {
    // Cypro-Minoan was added to Unicode in 2021; a machine that has a font for it makes the poster.
    const made = await posterPdf({ ...en, title: 'Welcome \u{12F90}\u{12F91}' })
    expect(['made', 'no-font']).toContain(made.outcome)
    if (made.outcome === 'no-font') expect(made.characters).toBe('\u{12F90}\u{12F91}')
  })

  test('may be too long for a page', async () => {
    expect((await posterPdf({ ...en, purpose: 'We want to hear from you. '.repeat(300) })).outcome).toBe(
      'too-long',
    )
  })

  test('has an address of the web', async () => {
    expect((await posterPdf({ ...en, url: 'javascript:alert(1)' })).outcome).toBe('bad-address')
    expect((await posterPdf({ ...en, url: `https://a.example/${'x'.repeat(3000)}` })).outcome).toBe(
      'bad-address',
    )
  })

  test('makes a poster or gets an answer, whatever it is', async () => {
    const words = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 40 }),
      fc.string({ maxLength: 200 }),
      fc.constantFrom(
        '',
        '#',
        '\u202E',
        '\uFFFE',
        '\u{10FFFF}',
        '\0',
        '"}',
        '\\',
        '</w:t>',
        '\u200B',
        '\u0301',
      ),
    )
    const outcomes = ['made', 'no-font', 'too-long', 'bad-address', 'no-title']
    await fc.assert(
      fc.asyncProperty(words, words, words, words, fc.webUrl(), async (a, b, c, d, url) => {
        const dates = [{ when: c, what: a }]
        const poster = {
          ...en,
          agency: b,
          title: a,
          purpose: b,
          decision: c,
          dates,
          url,
          shortUrl: d,
          contact: d,
          language: a,
        }
        expect(outcomes).toContain((await posterPdf(poster)).outcome)
      }),
      { numRuns: 150 },
    )
  }, 60_000)
})
