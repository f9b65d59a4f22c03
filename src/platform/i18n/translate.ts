import { IntlMessageFormat } from 'intl-messageformat'
import type { Catalogue } from './catalogue.ts'
import { formatLocale, type Language } from './language.ts'
import type { MessageArguments } from './messages.generated.ts'

export type MessageKey = keyof MessageArguments
type Rest<Key extends MessageKey> = keyof MessageArguments[Key] extends never ? [] : [MessageArguments[Key]]

/** The words for a key in one language, filled in. Keys and their arguments come from the English catalogue. */
export type Translate = <Key extends MessageKey>(key: Key, ...values: Rest<Key>) => string

/**
 * The translator of one language. Messages are parsed when first used and kept. A message that is missing is an error
 * that the test run catches; a page shown to a person falls back to English rather than to nothing.
 */
export function translator(language: Language, catalogue: Catalogue, english: Catalogue): Translate {
  const parsed = new Map<string, IntlMessageFormat>()
  return (key, ...values) => {
    let message = parsed.get(key)
    if (!message) {
      const own = catalogue.get(key)
      const source = own ?? english.get(key)
      if (source === undefined) throw new Error(`No message ${key}`)
      message = new IntlMessageFormat(
        source,
        own === undefined ? 'en-US' : formatLocale(language),
        undefined,
        {
          ignoreTag: true,
        },
      )
      parsed.set(key, message)
    }
    return String(message.format(values[0] as Record<string, string | number>)) // as: the key's own argument type
  }
}
