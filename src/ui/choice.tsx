import type { Child } from 'hono/jsx'
import { faultOf, fieldId } from './fault.ts'
import { FaultLine, Field, type FieldProps, OptionalMark } from './field.tsx'
import { Hint } from './form.tsx'

export type Option = { value: string; label: string; hint?: string; lang?: string; disabled?: boolean }

/** A list that opens: only for many short answers; a few stand better as radios. WCAG 3.2.2: choosing changes nothing. */
export function Select(props: FieldProps & { options: readonly Option[]; value?: string }) {
  const { view, name, options, value } = props
  return (
    <Field field={props}>
      {(tied) => (
        <select
          {...tied}
          class="input"
          name={name}
          required={props.required}
          autocomplete={props.autocomplete}
        >
          <option value="" selected={value === undefined || value === ''}>
            {view.t('ui.form.choose')}
          </option>
          {options.map((option) => (
            <option
              value={option.value}
              lang={option.lang}
              disabled={option.disabled}
              selected={value !== '' && option.value === value}
            >
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}

type GroupProps = FieldProps & { options: readonly Option[]; across?: boolean }

/** WCAG 1.3.1: the question is the legend of a fieldset. 2.5.8: the whole row is the target, 44 px high. */
function Group({ field, children, note }: { field: GroupProps; children: Child; note?: string }) {
  const id = fieldId(field.name)
  const fault = faultOf(field.faults, field.name)
  const described = [
    note && `${id}-guide`,
    field.hint && `${id}-hint`,
    fault !== undefined && `${id}-fault`,
  ].filter(Boolean)
  return (
    // A box around, because the mark of a fault would begin only below the legend of the fieldset itself.
    <div class={fault === undefined ? 'field' : 'field field-faulty'}>
      <fieldset class="choices" aria-describedby={described.join(' ') || undefined}>
        <legend class={field.large ? 'label label-large' : 'label'}>
          {field.label}
          {!field.required && <OptionalMark view={field.view} />}
        </legend>
        {field.hint && <Hint id={`${id}-hint`}>{field.hint}</Hint>}
        {note && <Hint id={`${id}-guide`}>{note}</Hint>}
        {fault !== undefined && <FaultLine view={field.view} id={`${id}-fault`} message={fault} />}
        <div class={field.across ? 'options options-across' : 'options'}>{children}</div>
      </fieldset>
    </div>
  )
}

function Choice({
  type,
  field,
  option,
  index,
  checked,
}: {
  type: 'radio' | 'checkbox'
  field: GroupProps
  option: Option
  index: number
  checked: boolean
}) {
  // The first one carries the field's own id, so that the error summary's link lands on something to act on.
  const id = index === 0 ? fieldId(field.name) : `${fieldId(field.name)}-${index + 1}`
  return (
    <div class="option">
      <input
        type={type}
        id={id}
        name={field.name}
        value={option.value}
        checked={checked}
        disabled={option.disabled}
        required={type === 'radio' && field.required}
        aria-describedby={option.hint ? `${id}-more` : undefined}
      />
      <label for={id} lang={option.lang}>
        {option.label}
      </label>
      {option.hint && <Hint id={`${id}-more`}>{option.hint}</Hint>}
    </div>
  )
}

/** One answer of a few. `across` puts short answers, such as a scale from 1 to 5, in one line. */
export function Radios(props: GroupProps & { value?: string }) {
  return (
    <Group field={props}>
      {props.options.map((option, index) => (
        <Choice
          type="radio"
          field={props}
          option={option}
          index={index}
          checked={option.value === props.value}
        />
      ))}
    </Group>
  )
}

/** Any number of answers. */
export function Checkboxes(props: GroupProps & { values?: readonly string[] }) {
  return (
    <Group field={props} note={props.view.t('ui.form.choices')}>
      {props.options.map((option, index) => (
        <Choice
          type="checkbox"
          field={props}
          option={option}
          index={index}
          checked={props.values?.includes(option.value) ?? false}
        />
      ))}
    </Group>
  )
}

/** One yes that stands alone, such as a consent. Sends `yes` when ticked. */
export function Checkbox(props: FieldProps & { checked?: boolean }) {
  const id = fieldId(props.name)
  const fault = faultOf(props.faults, props.name)
  const described = [props.hint && `${id}-hint`, fault !== undefined && `${id}-fault`]
    .filter(Boolean)
    .join(' ')
  return (
    <div class={fault === undefined ? 'field' : 'field field-faulty'}>
      {fault !== undefined && <FaultLine view={props.view} id={`${id}-fault`} message={fault} />}
      <div class="option">
        <input
          type="checkbox"
          id={id}
          name={props.name}
          value="yes"
          checked={props.checked}
          required={props.required}
          aria-describedby={described || undefined}
          aria-invalid={fault === undefined ? undefined : 'true'}
        />
        <label for={id}>{props.label}</label>
        {props.hint && <Hint id={`${id}-hint`}>{props.hint}</Hint>}
      </div>
    </div>
  )
}
