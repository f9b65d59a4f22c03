/**
 * Votes without leaving the page: the answer of the server, a piece of the page, takes the place of the old one. Keys 1, 2, 3
 * answer from within the statement. When anything fails the form is sent as it would have been without script.
 */

const words = document.querySelector<HTMLElement>('[data-vote-said]')

function say(text: string): void {
  if (!words) return
  words.textContent = ''
  // Emptied first, so that the same words are read out again.
  setTimeout(() => (words.textContent = text), 50)
}

function textOf(selector: string, within: ParentNode = document): string {
  return within.querySelector(selector)?.textContent?.trim() ?? ''
}

/** The page as it is drawn before the piece arrived: the pressed button waits, so that nothing is sent twice. */
let sending = false

async function send(form: HTMLFormElement, button: HTMLButtonElement | null): Promise<void> {
  const fields = [...new FormData(form)].filter(
    (pair): pair is [string, string] => typeof pair[1] === 'string',
  )
  if (button?.name) fields.push([button.name, button.value])
  const answer = await fetch(form.action, {
    method: 'POST',
    headers: { 'x-longtable-part': '1' },
    body: new URLSearchParams(fields),
  })
  const html = await answer.text()
  if (!(answer.headers.get('content-type') ?? '').startsWith('text/html') || answer.status >= 500)
    throw new Error(String(answer.status))
  const piece = new DOMParser().parseFromString(html, 'text/html').body.firstElementChild
  const old = piece?.id ? document.getElementById(piece.id) : null
  if (!piece || !old) throw new Error('no such piece')
  old.replaceWith(piece)
  arrived(piece, button)
}

/** Focus and words for those who do not see the change: the next statement, or the row with the answer that now stands. */
function arrived(piece: Element, button: HTMLButtonElement | null): void {
  showKeys()
  if (piece.id === 'voting') {
    const heading = piece.querySelector<HTMLElement>('#vote-statement')
    heading?.focus({ preventScroll: true })
    const box = piece.getBoundingClientRect()
    if (box.top < 0 || box.top > innerHeight / 2) piece.scrollIntoView({ block: 'start' })
    say(textOf('#vote-progress', piece))
    return
  }
  const pressed = piece.querySelector<HTMLElement>('[aria-pressed=true]')
  const same = button && piece.querySelector<HTMLElement>(`[value="${CSS.escape(button.value)}"]`)
  const focus = same ?? pressed ?? piece.querySelector<HTMLElement>('button')
  focus?.focus({ preventScroll: true })
  say(textOf('[data-vote-stands]', piece))
}

document.addEventListener('submit', (event) => {
  const form = event.target
  if (!(form instanceof HTMLFormElement) || form.dataset['vote'] === undefined) return
  // A first vote in the list brings a code, which the whole page must show.
  if (form.classList.contains('vote-list') && form.elements.namedItem('join')) return
  event.preventDefault()
  if (sending) return
  sending = true
  const button = event.submitter instanceof HTMLButtonElement ? event.submitter : null
  form.setAttribute('aria-busy', 'true')
  send(form, button)
    .catch(() => {
      delete form.dataset['vote']
      form.requestSubmit(button)
    })
    .finally(() => {
      sending = false
      form.removeAttribute('aria-busy')
    })
})

const answers: Record<string, string> = { '1': 'agree', '2': 'disagree', '3': 'pass' }

document.addEventListener('keydown', (event) => {
  const answer = answers[event.key]
  if (!answer || event.repeat || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return
  // Only from within the part that they belong to (WCAG 2.1.4): elsewhere these keys are the reader's own.
  const at = event.target
  if (!(at instanceof HTMLElement) || at.matches('input, textarea, select')) return
  const button = at.closest('#voting')?.querySelector<HTMLButtonElement>(`.vote-form button[value=${answer}]`)
  if (!button) return
  event.preventDefault()
  button.click()
})

/** The hint about keys helps only where there is a keyboard and this script. */
function showKeys(): void {
  const hint = document.querySelector<HTMLElement>('[data-vote-keys]')
  if (hint && matchMedia('(hover: hover) and (pointer: fine)').matches) hint.hidden = false
}

showKeys()
