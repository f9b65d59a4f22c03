/** What is known about a mail besides its text. */
export type ReplyContext = {
  subject: string
  /** In-Reply-To or References is there. */ answersAnother: boolean
}

// Longer lines are text: nobody's mail program writes an introduction to a quotation that long.
const longestIntroduction = 400

/**
 * What the person wrote, without the quoted history and the signature that mail programs add. Careful: in doubt everything stays.
 * Forwarded mails, and answers written between the quoted lines, are left as they are, and so is a text of which nothing would remain.
 */
export function replyText(text: string, { subject, answersAnother }: ReplyContext): string {
  const lines = text.split('\n')
  if (isForward(subject) || lines.some((line) => forwardMark.test(line))) return text
  const isReply = answersAnother || /^\s*(?:re|rv|aw|sv|res|رد)\s*:/i.test(subject)
  const ownLines = withoutSignature(withoutQuote(withoutHistory(lines), isReply))
  const own = ownLines.join('\n').trim()
  return own === '' ? text : own
}

function isForward(subject: string): boolean {
  return /^\s*(?:fwd?|rv|reenv|tr|wg|إعادة توجيه)\s*:/i.test(subject)
}

const forwardMark =
  /^\s*(?:-{2,}\s*(?:Forwarded message|Mensaje reenviado|رسالة معاد توجيهها)|Begin forwarded message:|Inicio del mensaje reenviado:|بدء الرسالة المعاد توجيهها:)/i
const originalMark = /^\s*-{2,}\s*(?:Original Message|Mensaje original|الرسالة الأصلية)\s*-{2,}\s*$/i
const senderLine = /^\s*\*?(?:From|De|من)\s?:\*?\s/i
const otherHeaderLine =
  /^\s*\*?(?:Sent|Date|To|Cc|Subject|Enviado(?: el)?|Fecha|Para|CC|Asunto|تم الإرسال|التاريخ|تاريخ الإرسال|إلى|نسخة|الموضوع)\s?:\*?/i

/** Cuts where Outlook starts the earlier mail: a rule, then From, Sent, To, Subject. */
function withoutHistory(lines: string[]): string[] {
  for (const [i, line] of lines.entries()) {
    if (originalMark.test(line) || (senderLine.test(line) && startsHeaders(lines, i))) {
      let end = i
      while (end > 0 && /^\s*(?:[_-]{5,})?\s*$/.test(lines[end - 1] ?? '')) end--
      return lines.slice(0, end)
    }
    if (isIntroductionWithoutQuote(lines, i)) return lines.slice(0, i)
  }
  return lines
}

function startsHeaders(lines: string[], start: number): boolean {
  const following = lines.slice(start + 1, start + 9).filter((line) => line.trim() !== '')
  return following.slice(0, 5).filter((line) => otherHeaderLine.test(line)).length >= 2
}

const introductions = [
  /^On\s.{4,}\swrote:$/i,
  /^El\s.{4,}\sescribió:$/i,
  /^(?:في|بتاريخ|يوم)\s.{4,}(?:كتب|كتبت|كتابة|بواسطة).*:$/,
  /^Em\s.{4,}\sescreveu:$/i,
  /^Le\s.{4,}\sa écrit\s?:$/i,
]
const introductionBegin = /^(?:> ?)*[\u200e\u200f\u202a-\u202e\u2066-\u2069]*(?:On|El|Em|Le|في|بتاريخ|يوم)\s/i
const mailAddress = /[^\s<>@]@[^\s<>@]+\.[^\s<>@]/
const timeOfDay = /(?<!\d)[\d٠-٩]{1,2}[:.][\d٠-٩]{2}(?!\d)/

function introduction(text: string): boolean {
  return text.length <= longestIntroduction && introductions.some((pattern) => pattern.test(text))
}

/** Some programs quote without marks. Then only an introduction with an address and a time is believed: people write "wrote:" too. */
function isIntroductionWithoutQuote(lines: string[], start: number): boolean {
  if (!introductionBegin.test(lines[start] ?? '')) return false
  for (let count = 1; count <= 3; count++) {
    const joined = introductionFrom(lines, start, start + count)
    if (!introduction(joined)) continue
    const next = lines.slice(start + count).find((line) => line.trim() !== '')
    return mailAddress.test(joined) && timeOfDay.test(joined) && !next?.startsWith('>')
  }
  return false
}

function introductionFrom(lines: string[], start: number, end: number): string {
  const joined = lines.slice(start, end).map((line) => line.replace(/^>+ ?/, '').trim())
  return joined.some((line) => line.length > longestIntroduction || line === '')
    ? ''
    : joined.join(' ').replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '')
}

/** Takes the one block of > lines out, with the line that introduces it; several blocks mean answers in between, and stay. */
function withoutQuote(lines: string[], isReply: boolean): string[] {
  const quoted = lines.flatMap((line, i) => (line.startsWith('>') ? [i] : []))
  const first = quoted[0]
  const last = quoted.at(-1)
  if (first === undefined || last === undefined) return lines
  const inBetween = lines.slice(first, last).some((line) => line.trim() !== '' && !line.startsWith('>'))
  if (inBetween) return lines
  const start = introductionStart(lines, first)
  const introduced = start < first || introducesItself(lines, first)
  const before = lines.slice(0, start)
  const after = lines.slice(last + 1)
  const wordsOnBothSides =
    before.some((line) => line.trim() !== '') && after.some((line) => line.trim() !== '')
  if (!introduced && (!isReply || wordsOnBothSides)) return lines
  return [...before, ...after]
}

function introductionStart(lines: string[], firstQuoted: number): number {
  let end = firstQuoted
  while (end > 0 && lines[end - 1]?.trim() === '') end--
  for (let start = end - 1; start >= 0 && start >= end - 3; start--) {
    const joined = introductionFrom(lines, start, end)
    if (introduction(joined) || foreignIntroduction(joined)) return start
  }
  return firstQuoted
}

/** In a language we do not list: a line that ends with a colon and has an address and a time in it. */
function foreignIntroduction(text: string): boolean {
  return /[:：]$/.test(text) && mailAddress.test(text) && timeOfDay.test(text)
}

/** Apple's mail program puts "On … wrote:" inside the quotation. */
function introducesItself(lines: string[], firstQuoted: number): boolean {
  return [1, 2, 3].some((count) => introduction(introductionFrom(lines, firstQuoted, firstQuoted + count)))
}

const device =
  'iPhone|iPad|Android|Samsung|Galaxy|Huawei|Xiaomi|Motorola|Pixel|Verizon|T-Mobile|BlackBerry|smartphone|mobile|phone|' +
  'teléfono|móvil|celular|dispositivo'
const deviceSignature = new RegExp(
  `^(?:(?:Sent from|Enviado desde) (?:(?:my|mi) (?:\\S+ ){0,3}(?:${device})|Yahoo|Outlook|Mail for|Correo para)` +
    '|(?:Get|Obtener|Obtén|الحصول على) Outlook|(?:أرسلت|أُرسلت|مرسل|مرسلة) من (?:ال)?(?:iPhone|iPad|جهاز|هاتف))',
  'i',
)
const longestSignature = 15

function withoutSignature(lines: string[]): string[] {
  const trimmed = withoutTrailingBlanks(lines)
  const dashes = trimmed.findLastIndex((line) => line === '-- ' || line === '--')
  const own = dashes > 0 && trimmed.length - dashes <= longestSignature ? trimmed.slice(0, dashes) : trimmed
  const end = withoutTrailingBlanks(own)
  const last = end.at(-1)?.trim() ?? ''
  return last.length <= 120 && deviceSignature.test(last) ? end.slice(0, -1) : end
}

function withoutTrailingBlanks(lines: string[]): string[] {
  return lines.slice(0, lines.findLastIndex((line) => line.trim() !== '') + 1)
}
