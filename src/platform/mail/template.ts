export type Block =
  | { kind: 'paragraph'; text: string }
  | { kind: 'heading'; text: string }
  /** Words of a person; may be in another language than the mail. */
  | { kind: 'quote'; text: string; language?: string; by?: string }
  | { kind: 'button'; label: string; url: string }
  /** A code to type, such as the one for signing in. */
  | { kind: 'code'; code: string }
  | { kind: 'list'; items: string[] }
  | { kind: 'facts'; facts: { label: string; value: string }[] }

export type MailFooter = { lines: string[]; links?: { label: string; url: string }[] }

export type MailDocument = {
  language: string
  dir: 'ltr' | 'rtl'
  title: string
  /** The words that mail programs show beside the subject. */
  preheader?: string
  paragraphs: Block[]
  footer: MailFooter
}

/** The same mail as accessible HTML and as plain text. Every text is escaped; an address that is not http, https or mailto throws. */
export function mailDocument(mail: MailDocument): { html: string; text: string } {
  return { html: htmlOf(mail), text: textOf(mail) }
}

const serif = 'ui-serif,Charter,Georgia,serif'
const sans = 'system-ui,-apple-system,Segoe UI,Roboto,sans-serif'
const paper = '#FBF8F2'
const card = '#FFFFFF'
const ink = '#1E2422'
const quiet = '#55605B'
const line = '#857C6C'
const pine = '#0B5D4B'

// Mail programs that show mail in the dark and read style sheets get the dark colours; the others mix their own from the light ones.
const darkStyle =
  '@media (prefers-color-scheme:dark){.paper{background:#151A18!important}.card{background:#1E2522!important}' +
  '.ink{color:#EFEBE2!important}.quiet{color:#B3BBB4!important}.line{border-color:#77827B!important}' +
  '.pine{color:#7FD1B3!important}.button{background:#7FD1B3!important;color:#151A18!important}}'

function htmlOf({ language, dir, title, preheader, paragraphs, footer }: MailDocument): string {
  const start = dir === 'rtl' ? 'right' : 'left'
  const body = [
    `<h1 class="ink" style="margin:0 0 24px;font:600 27px/1.2 ${serif};color:${ink}">${escape(title)}</h1>`,
    ...paragraphs.map((block) => blockHtml(block, start)),
  ]
  const footing = [
    ...footer.lines.map((text) => `<p style="margin:0 0 8px">${broken(text)}</p>`),
    ...(footer.links ?? []).map(
      ({ label, url }) =>
        `<p style="margin:0 0 8px"><a class="pine" href="${address(url)}" style="color:${pine}">${escape(label)}</a></p>`,
    ),
  ]
  return [
    '<!DOCTYPE html>',
    `<html lang="${escape(language)}" dir="${dir}">`,
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="color-scheme" content="light dark">',
    `<title>${escape(title)}</title>`,
    `<style>${darkStyle}</style>`,
    '</head>',
    `<body class="paper" style="margin:0;padding:0;background:${paper}">`,
    ...(preheader
      ? [`<div style="display:none;max-height:0;overflow:hidden">${escape(preheader)}</div>`]
      : []),
    // Many mail programs drop the html element, and with it language and direction.
    `<div class="paper" lang="${escape(language)}" dir="${dir}" style="background:${paper};padding:24px 16px;text-align:${start}">`,
    `<main class="card ink" style="display:block;max-width:600px;margin:0 auto;padding:32px 24px;background:${card};border-radius:6px;font:18px/1.55 ${sans};color:${ink}">`,
    ...body,
    '</main>',
    `<footer class="quiet" style="max-width:600px;margin:24px auto 0;padding:0 24px;font:15px/1.5 ${sans};color:${quiet}">`,
    ...footing,
    '</footer>',
    '</div>',
    '</body>',
    '</html>',
    '',
  ].join('\n')
}

function blockHtml(block: Block, start: 'left' | 'right'): string {
  switch (block.kind) {
    case 'paragraph':
      return `<p style="margin:0 0 16px">${broken(block.text)}</p>`
    case 'heading':
      return `<h2 class="ink" style="margin:32px 0 12px;font:600 21px/1.25 ${serif};color:${ink}">${escape(block.text)}</h2>`
    case 'quote': {
      const language = block.language ? ` lang="${escape(block.language)}"` : ''
      const by = block.by
        ? `<p class="quiet" style="margin:8px 0 0;color:${quiet}">${escape(block.by)}</p>`
        : ''
      const style = `margin:0 0 16px;padding:0 16px;border:0 solid ${line};border-${start}-width:4px`
      return `<blockquote class="line" style="${style}"><p${language} dir="auto" style="margin:0">${broken(block.text)}</p>${by}</blockquote>`
    }
    case 'button': {
      const style = `display:inline-block;padding:12px 24px;background:${pine};border-radius:6px;color:#FFFFFF;font-weight:600;text-decoration:none`
      return `<p style="margin:24px 0"><a class="button" href="${address(block.url)}" style="${style}">${escape(block.label)}</a></p>`
    }
    case 'code': {
      const style = `margin:24px 0;font:600 34px/1.3 ui-monospace,Menlo,Consolas,monospace;letter-spacing:4px;color:${ink}`
      return `<p class="ink" dir="ltr" style="${style};text-align:${start}">${escape(block.code)}</p>`
    }
    case 'list': {
      const items = block.items.map((item) => `<li style="margin:0 0 8px">${broken(item)}</li>`)
      return `<ul style="margin:0 0 16px;padding:0;padding-${start}:24px">${items.join('')}</ul>`
    }
    case 'facts': {
      const facts = block.facts.map(
        ({ label, value }) =>
          `<dt class="quiet" style="color:${quiet}">${escape(label)}</dt>` +
          `<dd dir="auto" style="margin:0 0 12px;text-align:${start}">${broken(value)}</dd>`,
      )
      return `<dl style="margin:0 0 16px">${facts.join('')}</dl>`
    }
  }
}

function escape(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')
}

function broken(text: string): string {
  return escape(text).replace(/\r\n|[\r\n]/g, '<br>')
}

function address(url: string): string {
  return escape(checked(url))
}

function checked(url: string): string {
  if (!/^(?:https?:\/\/|mailto:)[^\s\p{Cc}]+$/iu.test(url))
    throw new Error(`Not an address for a mail: ${JSON.stringify(url)}`)
  return url
}

const width = 76

function textOf({ title, paragraphs, footer }: MailDocument): string {
  const footing = [...footer.lines.map((line) => wrapped(line)), ...(footer.links ?? []).map(linkText)]
  return [
    wrapped(title),
    '',
    ...paragraphs.flatMap((block) => [blockText(block), '']),
    '-- ',
    ...footing,
    '',
  ].join('\n')
}

function blockText(block: Block): string {
  switch (block.kind) {
    case 'paragraph':
      return wrapped(block.text)
    case 'heading':
      return `\n${wrapped(block.text)}`
    case 'quote':
      return [wrapped(block.text, '> '), ...(block.by ? [wrapped(block.by)] : [])].join('\n')
    case 'button':
      return linkText(block)
    case 'code':
      return `    ${block.code}`
    case 'list':
      return block.items.map((item) => wrapped(item, '* ', '  ')).join('\n')
    case 'facts':
      return block.facts.map(({ label, value }) => wrapped(`${label}: ${value}`, '', '  ')).join('\n')
  }
}

function linkText({ label, url }: { label: string; url: string }): string {
  return `${wrapped(`${label}:`)}\n${checked(url)}`
}

/** Breaks between words so that no line is longer than 76 characters; a longer word, such as an address, stays whole. */
function wrapped(text: string, first = '', following = first): string {
  const out: string[] = []
  let prefix = first
  for (const paragraph of text.split(/\r\n|[\r\n]/)) {
    let line = ''
    for (const word of paragraph.split(/[ \t]+/)) {
      if (line !== '' && Array.from(`${prefix}${line} ${word}`).length > width) {
        out.push(prefix + line)
        prefix = following
        line = word
      } else line = line === '' ? word : `${line} ${word}`
    }
    out.push((prefix + line).trimEnd())
    prefix = following
  }
  return out.join('\n')
}
