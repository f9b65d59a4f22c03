import { HtmlValidate } from 'html-validate'
import { describe, expect, test } from 'vitest'
import { directionOf, draftLanguages, type Language, languages } from '../platform/i18n/language.ts'
import { speak } from '../platform/i18n/speak.ts'
import { assets } from './assets.ts'
import { CataloguePage, CatalogueReadingPage } from './catalogue.page.tsx'
import type { View } from './view.ts'

function viewIn(language: Language): View {
  return {
    t: speak(language),
    language,
    dir: directionOf(language),
    now: new Date('2027-03-05T18:30:00Z'),
    timeZone: 'America/Los_Angeles',
    nonce: 'n0nce',
    csrf: 'token',
    path: '/_catalogue',
    viewer: { name: 'Maria Delgado' },
    agency: { slug: 'riverbend', name: 'Riverbend Unified School District', brandColor: null },
    draftLanguage: draftLanguages.has(language),
  }
}

const pages = { catalogue: CataloguePage, reading: CatalogueReadingPage }
const validator = new HtmlValidate({
  extends: ['html-validate:recommended', 'html-validate:a11y'],
  rules: {
    // The doctype and void elements are written by the renderer.
    'doctype-style': 'off',
    'void-style': 'off',
    // Ticking several boxes of one name is what a group of checkboxes is for.
    'form-dup-name': ['error', { shared: ['radio', 'checkbox', 'button', 'submit', 'reset'] }],
    // A matter of taste in the source, not of what a browser or a reader meets.
    'no-trailing-whitespace': 'off',
    'long-title': 'off',
    'attribute-boolean-style': 'off',
    'attribute-empty-style': 'off',
    'no-inline-style': 'error',
  },
})

describe.each(languages)('the catalogue in %s', (language) => {
  const rendered = Object.entries(pages).map(
    ([name, Page]) => [name, String(<Page view={viewIn(language)} />)] as const,
  )

  test.each(rendered)('%s is valid HTML', async (_, html) => {
    const report = await validator.validateString(html)
    const found = report.results.flatMap((result) =>
      result.messages.map((m) => `${m.ruleId} ${m.line}:${m.column} ${m.message} ${m.selector}`),
    )
    expect(found).toEqual([])
  })

  test.each(rendered)('%s has one h1, one main, a language, a direction and a title', (_, html) => {
    expect(html.startsWith('<!DOCTYPE html><html')).toBe(true)
    expect(html).toContain(`<html lang="${language}" dir="${directionOf(language)}">`)
    expect(html.match(/<h1[ >]/g)).toHaveLength(1)
    expect(html.match(/<main[ >]/g)).toHaveLength(1)
    expect(/<title>(.+) – Riverbend Unified School District – Longtable<\/title>/.exec(html)).not.toBeNull()
  })

  test.each(rendered)('%s writes no id twice, and every reference finds its id', (_, html) => {
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]!)
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([])
    const wanted = [...html.matchAll(/ (?:for|aria-describedby|aria-labelledby)="([^"]+)"/g)].flatMap(
      (match) => match[1]!.split(' '),
    )
    expect(wanted.filter((id) => !ids.includes(id))).toEqual([])
    const targets = [...html.matchAll(/href="#([^"]+)"/g)].map((match) => match[1]!)
    expect(targets.filter((id) => !ids.includes(id))).toEqual([])
  })

  test.each(rendered)(
    '%s uses no style attribute, so that the content security policy can refuse them',
    (_, html) => {
      expect(html).not.toMatch(/ style=/)
    },
  )

  test.each(rendered)('%s shows words for every message key', (_, html) => {
    expect(html).not.toMatch(/\b(ui|app)\.[a-z]+\.[a-z]+/)
    expect(html).not.toContain('undefined')
  })
})

describe('the catalogue', () => {
  const html = String(<CataloguePage view={viewIn('en')} />)

  test('each input that people fill in has a label', () => {
    const labels = new Set([...html.matchAll(/<label for="([^"]+)"/g)].map((match) => match[1]))
    const inputs = [...html.matchAll(/<(?:input|select|textarea)[^>]*>/g)]
      .map((match) => match[0])
      .filter((tag) => !tag.includes('type="hidden"'))
    expect(inputs.length).toBeGreaterThan(15)
    expect(inputs.filter((tag) => !labels.has(/ id="([^"]+)"/.exec(tag)?.[1]))).toEqual([])
  })

  test('a fault is tied to its field and linked from the summary', () => {
    expect(html).toMatch(
      /<input id="field-email" aria-describedby="field-email-hint field-email-fault" aria-invalid="true"/,
    )
    expect(html).toContain('<a href="#field-email">')
    expect(html).toContain('<a href="#field-topics">')
    expect(html).toContain('value="ana.ruiz@"')
  })

  test('every form that posts carries the token', () => {
    const forms = html.match(/<form[^>]*method="post"[^>]*>/g)!.length
    expect(html.match(/name="csrf" value="token"/g)).toHaveLength(forms)
  })

  test('typed text comes back whole, with a first empty line and marks that look like markup', () => {
    expect(html).toContain('>\nMy daughter had four math teachers last year.\nA teacher')
  })

  test('a number that may not be shown is named', () => {
    expect(html.match(/fewer than 10/g)!.length).toBeGreaterThanOrEqual(4)
  })

  test('an agency’s own color is taken when it passes and left when it does not', () => {
    const view = viewIn('en')
    const paint = (brandColor: string) =>
      String(<CataloguePage view={{ ...view, agency: { slug: 'a', name: 'A', brandColor } }} />)
    expect(paint('#7F1D1D')).toContain(
      '<style nonce="n0nce">@media (prefers-color-scheme:light){:root{--pine:#7F1D1D',
    )
    expect(paint('#FFD200')).not.toContain('<style')
    expect(paint('red;}</style><script>')).not.toContain('<style')
  })
})

describe('the style sheet', () => {
  const css = assets.get('longtable.css')!

  test('it stays under 9 kB compressed', async () => {
    const { gzipSync } = await import('node:zlib')
    expect(gzipSync(css.body).length).toBeLessThan(9 * 1024)
  })

  test('it names no physical side, so that it serves both directions', () => {
    const physical =
      /(?:^|[;{])(?:margin|padding|border|inset)?-?(?:left|right|top|bottom)(?:-[a-z-]+)?:|(?:^|[;{])(?:min-|max-)?(?:width|height):|text-align:(?: )?(?:left|right)|float:/g
    expect(css.body.match(physical)).toBeNull()
  })

  test('it fetches nothing', () => {
    expect(css.body).not.toMatch(/url\(|@import/)
  })
})
