import { languageNames, type Language } from '../../platform/i18n/language.ts'
import { inLanguage, type Written } from '../../platform/i18n/written.ts'
import { Notice, type View } from '../../ui/components.ts'

/** The `lang` of a piece of a page; none when it is the page's own (WCAG 3.1.2). */
export function langOf(view: View, language: Language): Language | undefined {
  return language === view.language ? undefined : language
}

/** What an agency wrote, paragraph by paragraph, in the reader's language or the one it has; a draft translation says so. */
export function Told({ view, text, class: name }: { view: View; text: Written; class?: string }) {
  const found = inLanguage(text, view.language)
  const note = found.status === 'machine' || found.status === 'stale' ? found.status : undefined
  return (
    <>
      {found.text
        .split(/\n{2,}/)
        .filter((paragraph) => paragraph.trim() !== '')
        .map((paragraph) => (
          <p class={name ? `told ${name}` : 'told'} lang={langOf(view, found.language)} dir="auto">
            {paragraph}
          </p>
        ))}
      {note && <p class="hint">{view.t(`engagements.translation.note.${note}`)}</p>}
    </>
  )
}

/** A short text of the agency inside a line. */
export function ToldInline({ view, text }: { view: View; text: Written }) {
  const found = inLanguage(text, view.language)
  return (
    <span lang={langOf(view, found.language)} dir="auto">
      {found.text}
    </span>
  )
}

/** Says once, at the top, that parts of a page stand there in another language. */
export function LanguageNotice({ view, source, parts }: { view: View; source: Language; parts: number }) {
  if (parts === 0) return null
  const names = { own: languageNames[view.language], other: languageNames[source] }
  return (
    <Notice view={view} title={view.t('engagements.translation.partlyTitle', names)}>
      <p>{view.t('engagements.translation.partly', names)}</p>
    </Notice>
  )
}
