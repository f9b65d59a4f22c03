import type { Language } from '../../platform/i18n/language.ts'
import { inLanguage, type Written } from '../../platform/i18n/written.ts'
import type { View } from '../../ui/view.ts'

/** What an agency wrote, in the reader's language or the one it was written in; a machine's or an old translation says so. */
export function WrittenText({ view, text }: { view: View; text: Written }) {
  const found = inLanguage(text, view.language)
  const label =
    found.status === 'machine' || found.status === 'stale'
      ? view.t(`comments.written.${found.status}`)
      : undefined
  return (
    <>
      <span lang={langOf(view, found.language)} dir="auto">
        {found.text}
      </span>
      {label && <small class="hint"> ({label})</small>}
    </>
  )
}

/** The `lang` of a piece of a page; none when it is the page's own. */
export function langOf(view: View, language: Language | string): string | undefined {
  return language === view.language ? undefined : language
}
