import { fieldsOfTheShowing } from './on-device/fresh-form.ts'

// Keeps what is typed into a form on this device until it is sent, so that a closed tab or a dead battery loses nothing.

type Draft = { fields: [string, string][]; savedAt: number }

const prefix = 'longtable-draft:'
const longestMilliseconds = 24 * 60 * 60 * 1000

const form = document.querySelector<HTMLFormElement>('form[data-draft]')
const sent = document.querySelector<HTMLElement>('[data-draft-sent]')?.dataset['draftSent']

if (sent === '*') forgetAll()
else if (sent) forget(sent)
if (form) keep(form, form.dataset['draft'] ?? '')

function forget(name: string): void {
  localStorage.removeItem(prefix + name)
}

function forgetAll(): void {
  for (const name of Object.keys(localStorage)) if (name.startsWith(prefix)) localStorage.removeItem(name)
}

function keep(form: HTMLFormElement, name: string): void {
  // The service worker has just put this comment aside to be sent later: the form is for the next one.
  if (location.hash === '#kept') {
    forget(name)
    history.replaceState(null, '', location.pathname + location.search)
  } else if (!document.querySelector('.error-summary') && isUntouched(form)) restore(form, name)
  let timer: ReturnType<typeof setTimeout> | undefined
  form.addEventListener('input', () => {
    clearTimeout(timer)
    timer = setTimeout(() => save(form, name), 400)
  })
  addEventListener('pagehide', () => {
    if (timer !== undefined) save(form, name)
  })
  keepOnServer(form)
}

function typedIn(form: HTMLFormElement): [string, string][] {
  return [...new FormData(form)].filter(
    (pair): pair is [string, string] => typeof pair[1] === 'string' && !fieldsOfTheShowing.has(pair[0]),
  )
}

function isUntouched(form: HTMLFormElement): boolean {
  return [...form.querySelectorAll('textarea')].every((area) => area.value.trim() === '')
}

function save(form: HTMLFormElement, name: string): void {
  const fields = typedIn(form)
  // Nothing of a child under 13 is kept.
  if (fields.some(([field, value]) => field === 'age' && value === 'under-13')) return forget(name)
  try {
    localStorage.setItem(prefix + name, JSON.stringify({ fields, savedAt: Date.now() } satisfies Draft))
  } catch {
    // The device is full or forbids it; the form itself still works.
  }
}

function read(name: string): Draft | undefined {
  try {
    const draft = JSON.parse(localStorage.getItem(prefix + name) ?? 'null') as Draft | null // as: written by save
    if (draft && Date.now() - draft.savedAt < longestMilliseconds) return draft
    forget(name)
  } catch {
    forget(name)
  }
  return undefined
}

function restore(form: HTMLFormElement, name: string): void {
  const draft = read(name)
  if (!draft) return
  fill(form, draft.fields)
  if (!isUntouched(form)) sayRestored(form, name)
}

function fill(form: HTMLFormElement, fields: readonly [string, string][]): void {
  for (const element of form.elements) {
    if (!(
      element instanceof HTMLInputElement ||
      element instanceof HTMLTextAreaElement ||
      element instanceof HTMLSelectElement
    ))
      continue
    if (fieldsOfTheShowing.has(element.name)) continue
    const values = fields.filter(([field]) => field === element.name).map(([, value]) => value)
    if (values.length === 0) continue
    if (element instanceof HTMLInputElement && /^(checkbox|radio)$/.test(element.type))
      element.checked = values.includes(element.value)
    else element.value = values[0] ?? ''
  }
}

function sayRestored(form: HTMLFormElement, name: string): void {
  const place = document.getElementById('on-this-device')
  if (!place) return
  const words = document.createElement('p')
  words.textContent = `${place.dataset['draftRestored']} `
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'button button-quiet'
  button.textContent = place.dataset['draftForget'] ?? ''
  button.addEventListener('click', () => {
    form.reset()
    forget(name)
    words.remove()
    button.remove()
    if (!place.querySelector('[role=status]')?.hasChildNodes()) place.hidden = true
    form.querySelector('textarea')?.focus()
  })
  place.append(words, button)
  place.hidden = false
}

/** Whoever is signed in has a button to save on the server; this presses it quietly every half minute of typing. */
function keepOnServer(form: HTMLFormElement): void {
  const button = form.querySelector<HTMLButtonElement>('button[formaction]')
  if (!button) return
  let waiting: ReturnType<typeof setTimeout> | undefined
  form.addEventListener('input', () => {
    waiting ??= setTimeout(() => {
      waiting = undefined
      const body = new URLSearchParams(
        [...new FormData(form)].filter((pair): pair is [string, string] => typeof pair[1] === 'string'),
      )
      void fetch(button.formAction, { method: 'POST', headers: { accept: 'application/json' }, body }).catch(
        () => undefined,
      )
    }, 30_000)
  })
}
