type Tag = { name: string; closing: boolean; attributes: string }

const ignoredWithContent = new Set([
  'script',
  'style',
  'head',
  'title',
  'template',
  'svg',
  'math',
  'object',
  'select',
])
const paragraphs = new Set([
  'p',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'ul',
  'ol',
  'dl',
  'table',
  'pre',
  'blockquote',
])
const lines = new Set([
  ...[
    'div',
    'tr',
    'li',
    'dt',
    'dd',
    'section',
    'article',
    'header',
    'footer',
    'main',
    'aside',
    'nav',
    'address',
  ],
  ...['form', 'fieldset', 'figure', 'figcaption', 'caption', 'center', 'body', 'html'],
])

/**
 * The words of an HTML mail as plain text: quoted parts marked with >, list items with a dash, table cells apart, links written
 * out. Reads any input in time proportional to its length.
 */
export function htmlText(html: string): string {
  const out = new Lines()
  let link: { href: string; from: number } | undefined
  let preDepth = 0
  const neverClosed = new Set<string>()
  let at = 0
  while (at < html.length) {
    const open = html.indexOf('<', at)
    const end = open < 0 ? html.length : open
    if (end > at) out.words(decodeEntities(html.slice(at, end)), preDepth > 0)
    if (open < 0) break
    const { tag, next } = readTag(html, open)
    at = next
    if (!tag) {
      if (next === open + 1) out.words('<', preDepth > 0)
      continue
    }
    const { name, closing, attributes } = tag
    if (ignoredWithContent.has(name) && !closing) at = afterClosing(html, name, at, neverClosed)
    else if (name === 'br') out.newLine()
    else if (name === 'hr') out.rule()
    else if (name === 'img' && !closing) out.words(attribute(attributes, 'alt'), false)
    else if (name === 'td' || name === 'th') out.words(' ', false)
    else if (name === 'a') {
      if (link && out.length > link.from) out.words(writtenOut(link.href, out.since(link.from)), false)
      link = closing ? undefined : { href: attribute(attributes, 'href').trim(), from: out.length }
    }
    if (name === 'pre') preDepth = Math.max(0, preDepth + (closing ? -1 : 1))
    if (paragraphs.has(name)) out.paragraph()
    else if (lines.has(name)) out.endLine()
    if (name === 'blockquote') out.quote(closing ? -1 : 1)
    if (name === 'li' && !closing) out.words('- ', false)
  }
  return out.text()
}

/** Lines under construction, each with how deep it is quoted. */
class Lines {
  #done: string[] = []
  #line = ''
  // Asking a growing string for its end makes the engine copy all of it every time.
  #lastCharacter = ''
  #depth = 0
  #written = 0
  #recent = ''

  /** How many characters were written so far. */
  get length(): number {
    return this.#written
  }

  /** What was written since that length, as far as it is remembered. */
  since(length: number): string {
    return this.#recent.slice(Math.max(0, this.#recent.length - (this.#written - length)))
  }

  words(text: string, preformatted: boolean): void {
    const parts = preformatted ? text.split('\n') : [text.replace(/[ \t\r\n\f\u00a0]+/g, ' ')]
    parts.forEach((part, i) => {
      if (i > 0) this.newLine()
      const piece =
        !preformatted && (this.#line === '' || this.#lastCharacter === ' ') ? part.replace(/^ /, '') : part
      if (piece === '') return
      this.#line += piece
      this.#lastCharacter = piece.at(-1) ?? ''
      this.#written += piece.length
      this.#recent = (this.#recent + piece).slice(-500)
    })
  }

  newLine(): void {
    const mark = '>'.repeat(this.#depth)
    const line = this.#line.trimEnd()
    this.#done.push(mark === '' ? line : line === '' ? mark : `${mark} ${line}`)
    this.#line = ''
  }

  endLine(): void {
    if (this.#line.trim() !== '') this.newLine()
    else this.#line = ''
  }

  paragraph(): void {
    this.endLine()
    const last = this.#done.at(-1)
    if (last !== undefined && last.replaceAll('>', '') !== '') this.newLine()
  }

  rule(): void {
    this.endLine()
    this.#line = '-'.repeat(20)
    this.newLine()
  }

  quote(step: 1 | -1): void {
    this.#depth = Math.min(9, Math.max(0, this.#depth + step))
  }

  text(): string {
    this.endLine()
    return this.#done.join('\n').trim()
  }
}

/** The tag that starts here, and where reading goes on; no tag for comments, declarations and a bare less-than sign. */
function readTag(html: string, open: number): { tag?: Tag; next: number } {
  if (html.startsWith('<!--', open)) {
    const close = html.indexOf('-->', open + 4)
    return { next: close < 0 ? html.length : close + 3 }
  }
  const nameStart = html[open + 1] === '/' ? open + 2 : open + 1
  const name = /^[a-z][a-z0-9:-]{0,40}/i.exec(html.slice(nameStart, nameStart + 42))?.[0]
  const declaration = html[open + 1] === '!' || html[open + 1] === '?'
  if (name === undefined && !declaration) return { tag: undefined, next: open + 1 }
  const close = endOfTag(html, nameStart)
  if (name === undefined) return { next: close }
  const attributes = html.slice(nameStart + name.length, Math.min(close, nameStart + 1000))
  return { tag: { name: name.toLowerCase(), closing: nameStart === open + 2, attributes }, next: close }
}

// A longer tag is broken markup; reading goes on behind this many characters.
const longestTag = 20_000

function endOfTag(html: string, from: number): number {
  let quote = ''
  const limit = Math.min(html.length, from + longestTag)
  for (let at = from; at < limit; at++) {
    const char = html[at] ?? ''
    if (quote !== '') {
      if (char === quote) quote = ''
    } else if (char === '>') return at + 1
    else if ((char === '"' || char === "'") && html[at - 1] === '=') quote = char
  }
  const plain = html.indexOf('>', from)
  return plain < 0 || plain > limit ? limit : plain + 1
}

function afterClosing(html: string, name: string, from: number, neverClosed: Set<string>): number {
  if (neverClosed.has(name)) return from
  const closing = new RegExp(`</${name}(?![a-z0-9-])`, 'gi')
  closing.lastIndex = from
  const found = closing.exec(html)
  if (!found) {
    neverClosed.add(name)
    return name === 'script' || name === 'style' ? html.length : from
  }
  const close = html.indexOf('>', found.index)
  return close < 0 ? html.length : close + 1
}

function attribute(attributes: string, name: string): string {
  const found = new RegExp(`\\s${name}\\s{0,5}=\\s{0,5}(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, 'i').exec(
    attributes,
  )
  return decodeEntities(found?.[1] ?? found?.[2] ?? found?.[3] ?? '')
}

function writtenOut(href: string, words: string): string {
  const worthwhile = /^https?:\/\//i.test(href) && href.length <= 300 && !/\s/.test(href)
  const bare = (address: string) => address.replace(/^https?:\/\//i, '').replace(/\/$/, '')
  return worthwhile && words.trim() !== '' && !words.includes(bare(href)) ? ` (${href})` : ''
}

const latin1Names =
  'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para ' +
  'middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute ' +
  'Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute ' +
  'THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ' +
  'ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml'
const namedCharacters = new Map<string, string>([
  ...latin1Names.split(' ').map((name, i): [string, string] => [name, String.fromCharCode(160 + i)]),
  ...Object.entries({
    amp: '&',
    lt: '<',
    gt: '>',
    quot: '"',
    apos: "'",
    euro: '€',
    hellip: '…',
    bull: '•',
    trade: '™',
  }),
  ...Object.entries({
    lsquo: '‘',
    rsquo: '’',
    sbquo: '‚',
    ldquo: '“',
    rdquo: '”',
    bdquo: '„',
    lsaquo: '‹',
    rsaquo: '›',
  }),
  ...Object.entries({
    ndash: '–',
    mdash: '—',
    ensp: ' ',
    emsp: ' ',
    thinsp: ' ',
    zwnj: '\u200c',
    zwj: '\u200d',
  }),
  ...Object.entries({
    lrm: '\u200e',
    rlm: '\u200f',
    larr: '←',
    rarr: '→',
    OElig: 'Œ',
    oelig: 'œ',
    Scaron: 'Š',
    scaron: 'š',
  }),
])

function decodeEntities(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(
    /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z][a-z0-9]{1,10}));?/gi,
    (whole, decimal, hex, name) => {
      if (typeof name === 'string') return namedCharacters.get(name) ?? whole
      const code = decimal ? Number(decimal) : Number.parseInt(hex, 16)
      const readable = code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff)
      return readable ? String.fromCodePoint(code) : '\ufffd'
    },
  )
}
