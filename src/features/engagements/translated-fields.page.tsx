import type { Child } from 'hono/jsx'
import { type Language, languageNames } from '../../platform/i18n/language.ts'
import type { Written } from '../../platform/i18n/written.ts'
import { type Typed, typedText } from '../../platform/http/typed.ts'
import { Checkbox, type Fault, Fieldset, TextArea, TextField, type View } from '../../ui/components.ts'
import { checkedField, longestText, textField } from './form-fields.ts'
import { type TranslationState, translationState } from './translations.ts'

/** A text of an agency as fields, one per language; used by every form that writes one. */
export function TranslatedFields(props: {
  view: View
  typed: Typed
  faults?: readonly Fault[]
  field: string
  legend: string
  hint?: Child
  /** What is saved; tells how each translation stands. */
  written: Written | undefined
  /** The source first. */
  shown: readonly Language[]
  oneLine?: boolean
  required?: boolean
  rows?: number
}) {
  const { view, typed, faults, field, written, shown } = props
  const { t } = view
  const source = shown[0]
  return (
    <Fieldset legend={props.legend} hint={props.hint} id={`fieldset-${field}`}>
      <div class="in-languages">
        {shown.map((language) => {
          const name = textField(field, language)
          const common = {
            view,
            name,
            faults,
            lang: language,
            label: languageNames[language],
            value: typedText(typed, name),
            hint:
              language === source
                ? undefined
                : t(`engagements.translation.status.${stateOf(written, language)}`),
            required: props.required && language === source,
          }
          return (
            <div class={language === source ? 'in-source' : undefined}>
              {props.oneLine ? (
                <TextField {...common} />
              ) : (
                <TextArea
                  {...common}
                  rows={props.rows ?? 5}
                  maxLength={language === source ? longestText : undefined}
                />
              )}
              {language !== source && typedText(typed, name) !== '' && (
                <Checkbox
                  view={view}
                  name={checkedField(field, language)}
                  label={t('engagements.translation.check', { language: languageNames[language] })}
                  checked={typedText(typed, checkedField(field, language)) === 'yes'}
                />
              )}
            </div>
          )
        })}
      </div>
    </Fieldset>
  )
}

function stateOf(written: Written | undefined, language: Language): TranslationState {
  return written ? translationState(written, language) : 'missing'
}
