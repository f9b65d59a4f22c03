import { escapeXml } from './xml-text.ts'

/** One entry of an Atom feed. The id never changes; `updated` moves when the words do. */
export type AtomEntry = {
  id: string
  title: string
  url: string
  updated: Date
  published?: Date
  summary?: string
  /** HTML that is already safe to show; it is carried escaped. */
  contentHtml?: string
  author?: string
  categories?: readonly string[]
  /** When the entry is not in the language of its feed. */
  language?: string
}

/** An Atom feed: `selfUrl` is where the feed lives, `pageUrl` the page it follows. */
export type AtomFeed = {
  id: string
  title: string
  subtitle?: string
  language: string
  author: string
  selfUrl: string
  pageUrl: string
  updated: Date
  entries: readonly AtomEntry[]
}

/** An Atom 1.0 document (RFC 4287). */
export function atomFeed(feed: AtomFeed): string {
  const lines = [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${escapeXml(feed.language)}">`,
    element('id', feed.id),
    element('title', feed.title),
    feed.subtitle ? element('subtitle', feed.subtitle) : '',
    element('updated', feed.updated.toISOString()),
    author(feed.author),
    link('self', feed.selfUrl, 'application/atom+xml'),
    link('alternate', feed.pageUrl, 'text/html'),
    ...feed.entries.map(entry),
    '</feed>',
  ]
  return `${lines.filter((line) => line !== '').join('\n')}\n`
}

function entry(entry: AtomEntry): string {
  const language = entry.language ? ` xml:lang="${escapeXml(entry.language)}"` : ''
  const lines = [
    `<entry${language}>`,
    element('id', entry.id),
    element('title', entry.title),
    link('alternate', entry.url, 'text/html'),
    element('updated', entry.updated.toISOString()),
    entry.published ? element('published', entry.published.toISOString()) : '',
    entry.author ? author(entry.author) : '',
    ...(entry.categories ?? []).map((term) => `<category term="${escapeXml(term)}"/>`),
    entry.summary ? element('summary', entry.summary) : '',
    entry.contentHtml ? `<content type="html">${escapeXml(entry.contentHtml)}</content>` : '',
    '</entry>',
  ]
  return lines.filter((line) => line !== '').join('\n')
}

function element(name: string, text: string): string {
  return `<${name}>${escapeXml(text)}</${name}>`
}

function author(name: string): string {
  return `<author>${element('name', name)}</author>`
}

function link(relation: 'self' | 'alternate', url: string, type: string): string {
  return `<link rel="${relation}" type="${type}" href="${escapeXml(url)}"/>`
}
