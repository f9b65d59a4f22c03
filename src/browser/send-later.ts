import { pluralOf } from './on-device/fresh-form.ts'
import {
  isOfMany,
  listReceipts,
  listWaiting,
  removeReceipt,
  removeWaiting,
  type SentReceipt,
  sendWaiting,
  type WaitingComment,
} from './on-device/waiting-comments.ts'

// Lets a form that was opened once work without a network, and shows what waits on this device until it has gone out.

const place = document.getElementById('on-this-device')
const status = place?.querySelector<HTMLElement>('[role=status]')

/** Receipts of this page's life; on a device of many they are nowhere else. */
const justSent = new Map<string, SentReceipt>()

if (place && status && 'serviceWorker' in navigator) void start(place, status)

async function start(place: HTMLElement, status: HTMLElement): Promise<void> {
  const send = async () => {
    for (const receipt of await sendWaiting()) justSent.set(receipt.code, receipt)
    await show(place, status, send)
  }
  addEventListener('online', () => void send())
  navigator.serviceWorker.addEventListener('message', () => void show(place, status, send))
  setInterval(() => void send(), 30_000)
  await navigator.serviceWorker.register('/service-worker.js').catch(() => undefined)
  await send()
  const { active } = await navigator.serviceWorker.ready
  if (!document.getElementById('comment-form') || location.hash) return
  const parts = [
    ...document.querySelectorAll<HTMLLinkElement | HTMLScriptElement>('link[rel=stylesheet], script[src]'),
  ]
  const form = location.pathname + (isOfMany(location.href) ? '?kiosk=1' : '')
  active?.postMessage({
    form: new URL(form, location.href).href,
    parts: parts.map((part) => (part instanceof HTMLLinkElement ? part.href : part.src)),
  })
}

async function show(place: HTMLElement, status: HTMLElement, send: () => Promise<void>): Promise<void> {
  const words = place.dataset
  const language = document.documentElement.lang
  const all = await listWaiting()
  const kept = words['kiosk'] ? [] : await listReceipts()
  const waiting = all.filter((comment) => !comment.refused)
  const faulty = all.filter((comment) => comment.refused === 'faulty')
  const closed = all.filter((comment) => comment.refused === 'closed')
  const parts: Node[] = []
  if (waiting.length > 0) {
    parts.push(
      line(pluralOf(words['waiting'] ?? '{}', language, waiting.length)),
      button(words['tryNow'], send),
    )
  }
  if (faulty.length > 0) {
    parts.push(line(pluralOf(words['refused'] ?? '{}', language, faulty.length)))
    const form = document.querySelector<HTMLFormElement>('#comment-form')
    if (form)
      parts.push(button(words['edit'], () => putBack(form, faulty[0]!).then(() => show(place, status, send))))
  }
  for (const comment of closed) {
    parts.push(line(words['closed'] ?? ''), line(spoken(comment)))
    parts.push(
      button(words['forget'], () => removeWaiting(comment.key).then(() => show(place, status, send))),
    )
  }
  for (const receipt of new Map([...kept.map((one) => [one.code, one] as const), ...justSent]).values()) {
    parts.push(
      sentLine(words, receipt),
      button(words['forget'], () => forgetReceipt(receipt).then(() => show(place, status, send))),
    )
  }
  status.replaceChildren(...parts)
  if (parts.length > 0) place.hidden = false
  else if (place.children.length === 1) place.hidden = true
}

async function forgetReceipt({ code }: SentReceipt): Promise<void> {
  justSent.delete(code)
  await removeReceipt(code)
}

function line(text: string): HTMLElement {
  const paragraph = document.createElement('p')
  paragraph.textContent = text
  paragraph.dir = 'auto'
  return paragraph
}

function sentLine(words: DOMStringMap, { code, href }: SentReceipt): HTMLElement {
  const paragraph = line(`${(words['sent'] ?? '#').replace('#', code.replace(/(.{4})(?=.)/g, '$1-'))} `)
  const link = document.createElement('a')
  link.href = href
  link.textContent = words['sentOpen'] ?? code
  paragraph.append(link)
  return paragraph
}

function button(label: string | undefined, act: () => Promise<void>): HTMLElement {
  const element = document.createElement('button')
  element.type = 'button'
  element.className = 'button button-quiet'
  element.textContent = label ?? ''
  element.addEventListener('click', () => void act())
  return element
}

/** The words of a comment that came too late, so that its author can copy them. */
function spoken(comment: WaitingComment): string {
  return [...new URLSearchParams(comment.body)]
    .filter(([field, value]) => field.startsWith('q-') && value !== '')
    .map(([, value]) => value)
    .join('\n\n')
}

/** Gives a comment that needs a change back to its author; its key stays, so that it still counts once. */
async function putBack(form: HTMLFormElement, comment: WaitingComment): Promise<void> {
  const fields = new URLSearchParams(comment.body)
  for (const element of form.elements) {
    if (!(
      element instanceof HTMLInputElement ||
      element instanceof HTMLTextAreaElement ||
      element instanceof HTMLSelectElement
    ))
      continue
    if (element.name === 'csrf' || element.name === '') continue
    const values = fields.getAll(element.name)
    if (element instanceof HTMLInputElement && /^(checkbox|radio)$/.test(element.type))
      element.checked = values.includes(element.value)
    else if (values[0] !== undefined) element.value = values[0]
  }
  await removeWaiting(comment.key)
  form.querySelector<HTMLElement>('textarea, input:not([type=hidden])')?.focus()
}
