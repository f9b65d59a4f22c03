import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { tmpdir } from 'node:os'
import { posterTemplate } from './poster-template.ts'
import { fitsQr, qrSvg } from './qr.ts'
import { legalXml } from './xml-text.ts'

/** The words and dates of a one-page poster in one language. `dates` are written out, `decision` is one sentence. */
export type Poster = {
  language: string
  dir: 'ltr' | 'rtl'
  agency: string
  title: string
  purpose: string
  decision: string
  dates: readonly { when: string; what: string }[]
  url: string
  /** The address as people type it. */
  shortUrl: string
  contact: string
  labels: {
    decision: string
    dates: string
    online: string
    scan: string
    qrAlt: string
    contact: string
    /** A last line in small type, such as who may take part without an account. */
    note?: string
  }
}

export type PosterPdf =
  | { outcome: 'made'; pdf: Uint8Array }
  /** No font on this machine has these characters. */
  | { outcome: 'no-font'; characters: string }
  | { outcome: 'too-long' }
  | { outcome: 'bad-address' }
  | { outcome: 'no-title' }

// From the size meant for a wall down to about 9 points, the least that people can read at arm's length.
const scales = [1.12, 1.05, 1, 0.92, 0.84, 0.77, 0.7]

let shared: NodeCompiler | undefined

/** One letter page as PDF/UA-1 (tagged, titled, with its language), its QR code drawn as vectors. */
export async function posterPdf(poster: Poster): Promise<PosterPdf> {
  if (!/^https?:\/\/[^\s]+$/i.test(poster.url) || !fitsQr(poster.url)) return { outcome: 'bad-address' }
  const first = setPoster(poster)
  if (first.outcome !== 'no-font') return first
  // A poster is not held up by an emoji; letters that cannot be shown are another matter.
  if (/[\p{L}\p{M}\p{N}]/u.test(first.characters)) return first
  const without = new Set(first.characters)
  return setPoster(
    everyText(poster, (text) => [...text].filter((character) => !without.has(character)).join('')),
  )
}

function setPoster(poster: Poster): PosterPdf {
  const clean = everyText(poster, printable)
  if (clean.title === '') return { outcome: 'no-title' }
  const data = JSON.stringify({
    ...clean,
    language: /^[a-z]{2,3}$/.exec(poster.language.split('-')[0]?.toLowerCase() ?? '')?.[0] ?? 'en',
    labels: { note: '', ...clean.labels },
    url: poster.url,
    qr: qrSvg(poster.url, { label: '' }),
  })
  const compiler = typst()
  try {
    for (const scale of scales) {
      const compiled = compiler.compile({
        mainFileContent: posterTemplate,
        inputs: { data, scale: String(scale) },
      })
      if (!compiled.result) {
        throw new Error(
          `The poster did not compile: ${JSON.stringify(compiled.takeError()?.shortDiagnostics)}`,
        )
      }
      if (compiled.result.numOfPages > 1) continue
      return { outcome: 'made', pdf: compiler.pdf(compiled.result, { pdfStandard: 'ua-1' }) }
    }
    return { outcome: 'too-long' }
  } catch (error) {
    const characters = missingCharacters(error)
    if (characters === '') throw error
    return { outcome: 'no-font', characters }
  } finally {
    compiler.evictCache(10)
  }
}

// Finding the machine's fonts takes half a second, so it happens once and not before it is needed.
function typst(): NodeCompiler {
  shared ??= NodeCompiler.create({ workspace: tmpdir() })
  return shared
}

/** PDF/UA forbids the box that stands for a missing glyph; Typst then names each piece of text that it could not set. */
function missingCharacters(error: unknown): string {
  if (!(error instanceof Error)) return ''
  const named = error.message.matchAll(/the text `(.+?)` could not be displayed with (?:any )?font/gs)
  const characters = new Set<string>()
  for (const [, rust = ''] of named) {
    for (const character of unescapeRust(rust)) characters.add(character)
  }
  return [...characters].join('')
}

/** The message is printed twice in Rust's debug form: `\"中\"`, `\"\\u{200b}\"`. */
function unescapeRust(text: string): string {
  return text
    .replace(/\\+u\{([0-9a-f]{1,6})\}/g, (_, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16)))
    .replace(/^\\?"|\\?"$/g, '')
}

/** Line ends and control characters have no place in a line of a poster. */
function printable(text: string): string {
  return legalXml(text)
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/[\p{Co}\p{Cn}]/gu, '')
    .trim()
}

function everyText(poster: Poster, change: (text: string) => string): Poster {
  const { labels } = poster
  return {
    ...poster,
    agency: change(poster.agency),
    title: change(poster.title),
    purpose: change(poster.purpose),
    decision: change(poster.decision),
    dates: poster.dates.map(({ when, what }) => ({ when: change(when), what: change(what) })),
    shortUrl: change(poster.shortUrl),
    contact: change(poster.contact),
    labels: {
      decision: change(labels.decision),
      dates: change(labels.dates),
      online: change(labels.online),
      scan: change(labels.scan),
      qrAlt: change(labels.qrAlt),
      contact: change(labels.contact),
      ...(labels.note !== undefined && { note: change(labels.note) }),
    },
  }
}
