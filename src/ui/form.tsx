import type { Child } from 'hono/jsx'
import { type Fault, fieldId } from './fault.ts'
import { Icon, type IconName } from './icon.tsx'
import type { View } from './view.ts'

/** A value that travels with the form unseen. */
export function HiddenField({ name, value }: { name: string; value: string }) {
  return <input type="hidden" name={name} value={value} />
}

/**
 * A form that posts. `novalidate`, because the browser's own bubbles are brief, unstyled and in the browser's language:
 * our answer names every fault at once and stays (WCAG 3.3.1, 3.3.3).
 */
export function Form({
  view,
  action,
  children,
  id,
  method = 'post',
  files = false,
  idempotencyKey,
  label,
  draft,
}: {
  view: View
  action: string
  children: Child
  id?: string
  method?: 'post' | 'get'
  /** The form sends files. */
  files?: boolean
  /** A key made when the form was shown: a repeated send counts once. Field `idempotencyKey`. */
  idempotencyKey?: string
  label?: string
  /** Name under which a browser script may keep what is typed. */
  draft?: string
}) {
  return (
    <form
      id={id}
      method={method}
      action={action}
      enctype={files ? 'multipart/form-data' : undefined}
      aria-label={label}
      data-draft={draft}
      class="form"
      novalidate
    >
      {method === 'post' && <HiddenField name="csrf" value={view.csrf} />}
      {idempotencyKey && <HiddenField name="idempotencyKey" value={idempotencyKey} />}
      {children}
    </form>
  )
}

export type ButtonKind = 'primary' | 'quiet' | 'danger'

/**
 * A button says what it does ("Send my comment"), never "Submit".
 * WCAG 2.5.8: 44 px high. 2.5.3: its name is its visible words. 1.4.11: its edge is 3:1 or more.
 */
export function Button({
  children,
  kind = 'primary',
  name,
  value,
  icon,
  formaction,
  form,
  describedBy,
}: {
  children: Child
  kind?: ButtonKind
  name?: string
  value?: string
  icon?: IconName
  formaction?: string
  /** The id of the form it sends, when it stands outside. */
  form?: string
  describedBy?: string
}) {
  return (
    <button
      type="submit"
      class={`button button-${kind}`}
      name={name}
      value={value}
      formaction={formaction}
      form={form}
      aria-describedby={describedBy}
    >
      {icon && <Icon name={icon} />}
      {children}
    </button>
  )
}

/** A link that is the next act. It looks like a button and is a link, because it leads somewhere (WCAG 4.1.2). */
export function ButtonLink({
  href,
  children,
  kind = 'primary',
  icon,
}: {
  href: string
  children: Child
  kind?: ButtonKind
  icon?: IconName
}) {
  return (
    <a class={`button button-${kind}`} href={href}>
      {icon && <Icon name={icon} />}
      {children}
    </a>
  )
}

/** Buttons in a row; the main one first. */
export function Buttons({ children }: { children: Child }) {
  return <div class="buttons">{children}</div>
}

/**
 * Everything to put right, at the top, each a link to its field. Nothing is shown when there are no faults.
 * WCAG 3.3.1: errors in text. 3.3.3: each says how to put it right. 2.4.3: `autofocus` brings keyboard and reader here
 * on load without script; `role="alert"` has it read out.
 */
export function ErrorSummary({ view, faults }: { view: View; faults: readonly Fault[] | undefined }) {
  if (!faults?.length) return null
  return (
    <div class="error-summary" id="error-summary" role="alert" tabindex={-1} autofocus>
      <h2>
        <Icon name="error" />
        {view.t('ui.form.faults', { count: faults.length })}
      </h2>
      <p>{view.t('ui.form.kept')}</p>
      <ul>
        {faults.map((fault) => (
          <li>{fault.field ? <a href={`#${fieldId(fault.field)}`}>{fault.message}</a> : fault.message}</li>
        ))}
      </ul>
    </div>
  )
}

/** Several fields under one question. WCAG 1.3.1: the legend is read with each of them. */
export function Fieldset({
  legend,
  hint,
  children,
  id,
}: {
  legend: string
  hint?: Child
  children: Child
  /** With it, the hint is read together with the legend. */
  id?: string
}) {
  return (
    <fieldset class="fieldset" id={id} aria-describedby={hint && id ? `${id}-hint` : undefined}>
      <legend>{legend}</legend>
      {hint && <Hint id={id && `${id}-hint`}>{hint}</Hint>}
      {children}
    </fieldset>
  )
}

/** A sentence that helps before the mistake (WCAG 3.3.2). Give its id to `aria-describedby`. */
export function Hint({ id, children }: { id?: string; children: Child }) {
  return (
    <p class="hint" id={id}>
      {children}
    </p>
  )
}
