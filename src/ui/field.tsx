import type { Child } from 'hono/jsx'
import { dayInWords } from './date-time.tsx'
import { type Fault, faultOf, fieldId } from './fault.ts'
import { Hint } from './form.tsx'
import { Icon } from './icon.tsx'
import type { View } from './view.ts'

/** What all fields share. */
export type FieldProps = {
  view: View
  name: string
  label: string
  hint?: Child
  /** All faults of the form; the field finds its own. */
  faults?: readonly Fault[]
  /** Fields are optional unless they say otherwise, and optional ones say so in words. */
  required?: boolean
  /** For the browser to fill in what it knows. WCAG 1.3.5. */
  autocomplete?: string
  /** The label is the page's one question: shown as large as a heading. */
  large?: boolean
}

type Tied = { id: string; 'aria-describedby': string | undefined; 'aria-invalid': 'true' | undefined }

/**
 * Label above, hint, error, then the input.
 * WCAG 1.3.1, 3.3.2: a label tied by `for`. 3.3.1: the error in words with an icon, tied by `aria-describedby`, and
 * `aria-invalid`. 1.4.1: errors are not told by colour alone.
 */
export function Field({
  field,
  extraHint,
  children,
}: {
  field: FieldProps
  extraHint?: string
  children: (tied: Tied) => Child
}) {
  const id = fieldId(field.name)
  const fault = faultOf(field.faults, field.name)
  const described = [
    field.hint && `${id}-hint`,
    extraHint && `${id}-guide`,
    fault !== undefined && `${id}-fault`,
  ].filter(Boolean)
  return (
    <div class={fault === undefined ? 'field' : 'field field-faulty'}>
      <label for={id} class={field.large ? 'label label-large' : 'label'}>
        {field.label}
        {!field.required && <OptionalMark view={field.view} />}
      </label>
      {field.hint && <Hint id={`${id}-hint`}>{field.hint}</Hint>}
      {extraHint && <Hint id={`${id}-guide`}>{extraHint}</Hint>}
      {fault !== undefined && <FaultLine view={field.view} id={`${id}-fault`} message={fault} />}
      {children({
        id,
        'aria-describedby': described.length ? described.join(' ') : undefined,
        'aria-invalid': fault === undefined ? undefined : 'true',
      })}
    </div>
  )
}

/** "(optional)". Most of our questions may be skipped, so a star for the others would puzzle more than it helps. */
export function OptionalMark({ view }: { view: View }) {
  return <span class="optional"> ({view.t('ui.form.optional')})</span>
}

/** The error of one field, beside it. */
export function FaultLine({ view, id, message }: { view: View; id: string; message: string }) {
  return (
    <p class="fault" id={id}>
      <Icon name="error" />
      <span class="visually-hidden">{view.t('ui.form.fault')} </span>
      {message}
    </p>
  )
}

/** The renderer leaves out `false`, so the word is needed. */
const asWritten: Record<string, string> = { spellcheck: 'false', autocapitalize: 'none' }

export type TextFieldProps = FieldProps & {
  value?: string
  type?: 'text' | 'email' | 'tel' | 'url' | 'search' | 'time'
  inputmode?: 'numeric' | 'decimal' | 'email' | 'tel' | 'url'
  maxLength?: number
  /** The width tells how much is expected. */
  size?: 'short' | 'medium' | 'full'
  /** The language that is expected in the field, for spelling and for screen readers. */
  lang?: string
  /** Codes and addresses: no capitals, no spelling. */
  literal?: boolean
}

/** One line of text. `dir="auto"`, because people may write in another direction than the page (WCAG 1.3.2). */
export function TextField(props: TextFieldProps) {
  const { name, value = '', type = 'text', inputmode, maxLength, size = 'full', lang, literal } = props
  const leftToRight = type === 'email' || type === 'tel' || type === 'url' || literal
  return (
    <Field field={props}>
      {(tied) => (
        <input
          {...tied}
          class={`input input-${size}`}
          type={type}
          name={name}
          value={value}
          inputmode={inputmode}
          maxlength={maxLength}
          autocomplete={props.autocomplete}
          required={props.required}
          lang={lang}
          dir={leftToRight ? 'ltr' : type === 'time' ? undefined : 'auto'}
          {...(literal ? asWritten : {})}
        />
      )}
    </Field>
  )
}

export type TextAreaProps = FieldProps & {
  value?: string
  rows?: number
  /** Words that are usual; told as guidance, never enforced. */
  words?: { least?: number; most: number }
  /** The most characters we can keep; told beforehand. */
  maxLength?: number
  lang?: string
}

function lengthGuide({ view, words, maxLength }: TextAreaProps): string | undefined {
  if (words?.least !== undefined) return view.t('ui.form.words', { least: words.least, most: words.most })
  if (words) return view.t('ui.form.wordsMost', { most: words.most })
  if (maxLength !== undefined) return view.t('ui.form.characters', { count: maxLength })
  return undefined
}

/**
 * Several lines of text. No `maxlength` on the element: it would cut a pasted text without a word (WCAG 3.3.1); the
 * limit is told before, and the server says when it is passed.
 */
export function TextArea(props: TextAreaProps) {
  const { name, value = '', rows = 6, words, maxLength, lang } = props
  return (
    <Field field={props} extraHint={lengthGuide(props)}>
      {(tied) => (
        <textarea
          {...tied}
          class="input"
          name={name}
          rows={rows}
          required={props.required}
          autocomplete={props.autocomplete}
          lang={lang}
          dir="auto"
          data-words={words?.most}
          data-characters={maxLength}
        >
          {/* Browsers drop the first line break of a text area: without this one, a text that begins with an empty line
          would lose it each time the page is shown. */}
          {`\n${value}`}
        </textarea>
      )}
    </Field>
  )
}

/**
 * A day, as `2027-03-01`. The browser's own date field: our days are near ones that people look up in a calendar, and it
 * speaks the reader's order of day and month, opens the phone's picker, and takes typing. The example in the hint gives
 * the weekday, so that a slip shows. WCAG 3.3.2, 2.1.1.
 */
export function DateField(props: FieldProps & { value?: string; min?: string; max?: string }) {
  const { view, name, value = '', min, max } = props
  return (
    <Field field={props} extraHint={view.t('ui.form.date', { example: dayInWords(view, '2027-03-01') })}>
      {(tied) => (
        <input
          {...tied}
          class="input input-medium"
          type="date"
          name={name}
          value={value}
          min={min}
          max={max}
          autocomplete={props.autocomplete}
          required={props.required}
        />
      )}
    </Field>
  )
}

/** A file. What it may be and how large is told before (WCAG 3.3.2). The form needs `files`. */
export function FileField(
  props: FieldProps & {
    /** Endings or types for the chooser, such as `.csv,.xlsx`. */
    accept?: string
    /** The same for people: "CSV or Excel tables". */
    kinds: string
    /** The largest size for people: "20 MB". */
    size: string
    multiple?: boolean
  },
) {
  const { view, name, accept, kinds, size, multiple } = props
  return (
    <Field field={props} extraHint={view.t('ui.form.file', { kinds, size })}>
      {(tied) => (
        <input
          {...tied}
          class="input input-file"
          type="file"
          name={name}
          accept={accept}
          multiple={multiple}
          required={props.required}
        />
      )}
    </Field>
  )
}
