import type { MessageKey, Translate } from '../../platform/i18n/translate.ts'

/**
 * The words for one of several keys that do not all take the same values, such as the sentences for a list of problems. What a
 * message does not ask for it leaves out; that it gets what it asks for is tested for every key.
 */
export function sayOneOf(t: Translate, key: MessageKey, values: Record<string, string | number>): string {
  const say = t as unknown as (key: MessageKey, values: Record<string, string | number>) => string // as: a translator takes any values
  return say(key, values)
}
