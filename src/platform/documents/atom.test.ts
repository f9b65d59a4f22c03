import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type AtomFeed, atomFeed } from './atom.ts'
import { legalXml } from './xml-text.ts'

const feed: AtomFeed = {
  id: 'urn:uuid:60a76c80-d399-11d9-b93c-0003939e0af6',
  title: 'What we heard & decided',
  language: 'es-US',
  author: 'Maple Valley',
  selfUrl: 'https://a.example/feed?x=1&y=2',
  pageUrl: 'https://a.example/',
  updated: new Date('2027-03-01T00:00:00Z'),
  entries: [],
}

function between(xml: string, name: string): string | undefined {
  return new RegExp(`<${name}>([^<]*)</${name}>`).exec(xml)?.[1]
}

function unescape(text: string): string {
  const named: Record<string, string> = { lt: '<', gt: '>', quot: '"', '#39': "'", amp: '&' }
  return text.replace(/&(lt|gt|quot|#39|amp);/g, (_, name: string) => named[name] ?? '')
}

test('a feed names itself, its page, its language and its author', () => {
  const xml = atomFeed(feed)
  expect(xml).toContain('<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="es-US">')
  expect(xml).toContain(
    '<link rel="self" type="application/atom+xml" href="https://a.example/feed?x=1&amp;y=2"/>',
  )
  expect(xml).toContain('<link rel="alternate" type="text/html" href="https://a.example/"/>')
  expect(xml).toContain('<title>What we heard &amp; decided</title>')
  expect(xml).toContain('<updated>2027-03-01T00:00:00.000Z</updated>')
})

test('an entry keeps its id and carries HTML escaped', () => {
  const entry = {
    id: 'urn:uuid:1',
    title: 'Decision',
    url: 'https://a.example/1',
    updated: feed.updated,
    contentHtml: '<p>Because &amp; so</p>',
    language: 'en',
  }
  const xml = atomFeed({ ...feed, entries: [entry] })
  expect(xml).toContain('<entry xml:lang="en">\n<id>urn:uuid:1</id>')
  expect(xml).toContain('<content type="html">&lt;p&gt;Because &amp;amp; so&lt;/p&gt;</content>')
})

test('any text is carried whole but for the characters that XML forbids', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (title) => {
      const written = between(atomFeed({ ...feed, title }), 'title') ?? ''
      expect(unescape(written)).toBe(legalXml(title))
      expect(written).toMatch(/^[\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]*$/u)
    }),
    { numRuns: 1000 },
  )
})
