// Renews the parts of a conversation's report while people vote. Without it the page has a link that loads it again.

type Counted = { participants: number; votes: number; countedAt: string; spread: number }

const line = document.querySelector<HTMLElement>('[data-live-from]')
const fewestSeconds = 4
let timer: ReturnType<typeof setTimeout> | undefined
/** The newest count that we know of; the page says which one it was made from. */
let newest = line?.dataset['liveCounted'] ?? ''
let renewedAt = Date.now()

if (line && 'EventSource' in window) listen(line)

function listen(line: HTMLElement): void {
  const source = new EventSource(line.dataset['liveFrom'] ?? '')
  const note = line.querySelector<HTMLElement>('[data-live-note]')
  source.onopen = () => {
    line.classList.add('is-live')
    if (note) note.textContent = note.dataset['liveNote'] ?? ''
  }
  source.onerror = () => line.classList.remove('is-live')
  source.addEventListener('counted', (event) => {
    const counted = JSON.parse((event as MessageEvent<string>).data) as Counted // as: our own server wrote it
    // The first message mostly tells what the page shows already.
    if (counted.countedAt === newest) return
    newest = counted.countedAt
    plan(counted.spread)
  })
  addEventListener('pagehide', () => source.close())
  document.addEventListener('visibilitychange', () => {
    if (!document.hidden && missed) plan(0)
  })
}

let missed = false

function plan(spread: number): void {
  if (timer !== undefined) return
  if (document.hidden) {
    missed = true
    return
  }
  const rest = Math.max(0, renewedAt + fewestSeconds * 1000 - Date.now())
  timer = setTimeout(() => void renew(), rest + Math.random() * spread)
}

async function renew(): Promise<void> {
  timer = undefined
  missed = false
  renewedAt = Date.now()
  try {
    const answer = await fetch(location.pathname, { headers: { accept: 'text/html' } })
    if (!answer.ok) return
    const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html')
    for (const part of document.querySelectorAll<HTMLElement>('[data-live]')) replace(part, fresh)
    const now = document.querySelector('[data-live-now]')
    const then = fresh.querySelector('[data-live-now]')
    if (now && then) now.textContent = then.textContent
    const made = fresh.querySelector<HTMLElement>('[data-live-from]')?.dataset['liveCounted']
    // A page is shared among readers for a second, so this one may be from before the count.
    if (made !== undefined && made < newest) plan(0)
  } catch {
    // The network is away; the next count tries again.
  }
}

/** Leaves alone what someone is reading with the keyboard, and keeps open what was opened. */
function replace(part: HTMLElement, fresh: Document): void {
  const next = fresh.querySelector<HTMLElement>(`[data-live="${part.dataset['live']}"]`)
  if (!next || part.contains(document.activeElement) || part.innerHTML === next.innerHTML) return
  const open = [...part.querySelectorAll('details')].map((details) => details.open)
  for (const [i, details] of next.querySelectorAll('details').entries()) details.open = open[i] ?? false
  part.replaceChildren(...next.childNodes)
}
