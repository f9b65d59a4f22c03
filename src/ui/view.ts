import type { Language } from '../platform/i18n/language.ts'
import type { Translate } from '../platform/i18n/translate.ts'

/** What every page needs to know about its reader and its place; the first property of every page and many components. */
export type View = {
  t: Translate
  language: Language
  dir: 'ltr' | 'rtl'
  now: Date
  timeZone: string
  /** Lets our own style and script elements pass the content security policy; new for each answer. */
  nonce: string
  csrf: string
  /** The current address without the language prefix, such as `/at/riverbend`. */
  path: string
  viewer: { name: string } | undefined
  agency: { slug: string; name: string; brandColor: string | null } | undefined
  /** No speaker has reviewed this language yet; the layout says so. */
  draftLanguage: boolean
}
