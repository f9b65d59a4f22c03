/**
 * The coding workbench by keyboard. A code's key ticks or unticks it; words that are selected in the comment become its quote;
 * for or against follows right after the code with Tab. Enter saves and goes on, N skips.
 * Single keys can be switched off (WCAG 2.1.4); the choice is kept on this device.
 */

const bench = document.querySelector<HTMLElement>('[data-bench]')
const form = document.querySelector<HTMLFormElement>('#bench-form')
const bar = document.querySelector<HTMLElement>('[data-bench-keys]')
const kept = 'longtable-coding-keys'

function keysAreOn(): boolean {
  try {
    return localStorage.getItem(kept) !== 'off'
  } catch {
    return true
  }
}

function remember(on: boolean): void {
  try {
    localStorage.setItem(kept, on ? 'on' : 'off')
  } catch {
    // A browser that keeps nothing still codes; it asks again next time.
  }
}

/** The words selected inside one answer of the comment; empty when the selection leaves it. */
function selectedWords(): string {
  const selection = document.getSelection()
  if (!selection || selection.isCollapsed) return ''
  const answerOf = (node: Node | null) =>
    (node instanceof Element ? node : node?.parentElement)?.closest('[data-answer]')
  const answer = answerOf(selection.anchorNode)
  return answer && answer === answerOf(selection.focusNode) ? selection.toString().trim() : ''
}

function startBench(form: HTMLFormElement, bar: HTMLElement): void {
  let on = keysAreOn()
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'link-button'
  const said = document.createElement('span')
  said.setAttribute('role', 'status')
  const show = () => {
    button.textContent = (on ? bar.dataset.on : bar.dataset.off) ?? ''
    button.setAttribute('aria-pressed', String(on))
    bench?.classList.toggle('bench-with-keys', on)
  }
  button.addEventListener('click', () => {
    on = !on
    remember(on)
    show()
  })
  bar.append(button, ' ', said)
  show()

  const quote = (row: Element, words: string) => {
    const field = row.querySelector<HTMLInputElement>('.bench-more > input')
    if (!field || words === '') return
    field.value = words.replace(/\s+/g, ' ')
    said.textContent = bar.dataset.quoted ?? ''
  }

  document.addEventListener('keydown', (event) => {
    if (!on || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return
    const target = event.target instanceof HTMLElement ? event.target : document.body
    const typing = target.matches('textarea, select, input:not([type=checkbox], [type=radio])')
    if (event.key === 'Enter') {
      if (target.matches('textarea, a, button, summary')) return
      event.preventDefault()
      form.requestSubmit()
      return
    }
    if (typing || event.key.length !== 1) return
    if (event.key.toLowerCase() === 'n') {
      document.querySelector<HTMLAnchorElement>('[data-bench-skip]')?.click()
      return
    }
    const row = form.querySelector(`[data-key="${CSS.escape(event.key.toLowerCase())}"]`)
    const box = row?.querySelector<HTMLInputElement>('input[type=checkbox]')
    if (!row || !box) return
    event.preventDefault()
    const words = selectedWords()
    // With words selected the key gives the code and its quote, also when the code was ticked before.
    if (words !== '') box.checked = true
    else box.checked = !box.checked
    quote(row, words)
    box.focus()
  })

  // Ticking a box by mouse while words are selected takes them as its quote too.
  let lastWords = ''
  document.addEventListener('selectionchange', () => {
    const words = selectedWords()
    if (words !== '') lastWords = words
  })
  document.querySelector('.bench-words')?.addEventListener('pointerdown', () => {
    lastWords = ''
  })
  form.addEventListener('change', (event) => {
    const box = event.target
    if (!(box instanceof HTMLInputElement) || box.type !== 'checkbox' || !box.checked) return
    const row = box.closest('.bench-code')
    if (row && lastWords !== '') quote(row, lastWords)
    lastWords = ''
  })
}

if (form && bar) startBench(form, bar)
