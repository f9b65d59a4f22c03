const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Text ready for an XML element or attribute: escaped, without the characters that XML 1.0 forbids (section 2.2). */
export function escapeXml(text: string): string {
  return legalXml(text).replace(/[&<>"']/g, (character) => entities[character] ?? '')
}

/** The same text without the characters that XML 1.0 forbids; one pasted control character would break a whole document. */
export function legalXml(text: string): string {
  return text.toWellFormed().replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '')
}
