import { languageNames, type Language } from '../../platform/i18n/language.ts'
import { type Typed, typedText } from '../../platform/http/typed.ts'
import { inLanguage, type Written } from '../../platform/i18n/written.ts'
import { type Fault, TextArea, TextField, type View } from '../../ui/components.ts'
import { languagesOf, writtenName } from './written-field.ts'

/** What an agency wrote, in the reader's language or in the one it was written in; a machine's or an old translation says so. */
export function InWords({ view, text }: { view: View; text: Written }) {
  const found = inLanguage(text, view.language)
  const label =
    found.status === 'machine' || found.status === 'stale'
      ? view.t(`themes.written.${found.status}`)
      : undefined
  return (
    <>
      <span lang={found.language === view.language ? undefined : found.language} dir="auto">
        {found.text}
      </span>
      {label && <small class="hint"> ({label})</small>}
    </>
  )
}

/** The language of a text when it is not the page's. */
export function foreignLanguage(view: View, language: string): string | undefined {
  return language === view.language ? undefined : language
}

type WrittenFieldsProps = {
  view: View
  name: string
  label: string
  hint?: string
  written: Written
  languages: readonly Language[]
  typed?: Typed
  faults?: readonly Fault[]
  required?: boolean
  /** More than one line. */
  rows?: number
  sourceStays?: boolean
}

/** One text in each language of the engagement, the source first; a translation that is older than its source says so. */
export function WrittenFields(props: WrittenFieldsProps) {
  const { view, name, written, languages, typed, faults, rows, sourceStays } = props
  return (
    <>
      {languagesOf(written, languages).map((language) => {
        const field = writtenName(name, language)
        const source = language === written.source
        if (source && sourceStays) return null
        const status = written.texts[language]?.status
        const marked =
          status === 'stale' || status === 'machine' ? view.t(`themes.written.${status}`) : undefined
        const hint = source ? props.hint : marked
        const shared = {
          view,
          name: field,
          label:
            languages.length > 1
              ? view.t('themes.written.label', { label: props.label, language: languageNames[language] })
              : props.label,
          hint,
          faults,
          required: source && props.required,
          lang: language,
          value: typed ? typedText(typed, field) : (written.texts[language]?.text ?? ''),
        }
        return rows === undefined ? <TextField {...shared} /> : <TextArea {...shared} rows={rows} />
      })}
    </>
  )
}
