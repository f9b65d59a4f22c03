/** Fields that belong to one showing of a form and to no draft. */
export const fieldsOfTheShowing: ReadonlySet<string> = new Set([
  'csrf',
  'idempotencyKey',
  'opened',
  'website',
])

/**
 * A form from the cache as if it had just been shown: with a key and a moment of its own. Without that, the second person at
 * the same device would send the first one's key, and their comment would count as a repetition.
 */
export function freshForm(html: string, key: string, shownAt: number): string {
  return html
    .replace(/(name="idempotencyKey" value=")[^"]*/g, `$1${key}`)
    .replace(/(name="opened" value=")[^"]*/g, `$1${shownAt}`)
}

/** The sentence for a number, out of a language's plural forms; `#` stands for the number. */
export function pluralOf(forms: string, language: string, count: number): string {
  const sentences = JSON.parse(forms) as Record<string, string> // as: the page wrote it
  const sentence = sentences[new Intl.PluralRules(language).select(count)] ?? sentences['other'] ?? ''
  return sentence.replace('#', String(count))
}
