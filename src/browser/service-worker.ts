import { freshForm } from './on-device/fresh-form.ts'
import { keepWaiting, sendWaiting } from './on-device/waiting-comments.ts'

// Makes the comment form work without a network once it was opened, and nothing else: every other page goes its usual way.

type Lasting = Event & { waitUntil(work: Promise<unknown>): void }
type Fetching = Lasting & { request: Request; respondWith(answer: Promise<Response>): void }
type Told = Lasting & { data: { form?: string; parts?: string[] } | undefined }

// The types of the web page's scripts do not know workers; this is all that we use of one.
const worker = self as unknown as {
  addEventListener(kind: 'install' | 'activate' | 'sync', work: (event: Lasting) => void): void
  addEventListener(kind: 'fetch', work: (event: Fetching) => void): void
  addEventListener(kind: 'message', work: (event: Told) => void): void
  skipWaiting(): Promise<void>
  clients: { claim(): Promise<void>; matchAll(): Promise<{ postMessage(message: string): void }[]> }
  registration: { sync?: { register(tag: string): Promise<void> } }
}

const cacheName = 'longtable-form-1'
const formAddress = /^\/(en|es|ar)\/at\/[^/]+\/[^/]+\/comment$/

worker.addEventListener('install', (event) => event.waitUntil(worker.skipWaiting()))
worker.addEventListener('activate', (event) => event.waitUntil(takeOver()))
worker.addEventListener('message', (event) => {
  const { form, parts = [] } = event.data ?? {}
  if (form) event.waitUntil(keepForm(form, parts))
})
worker.addEventListener('sync', (event) => event.waitUntil(sendWaiting().then(tellPages)))
worker.addEventListener('fetch', (event) => {
  const { request } = event
  const address = new URL(request.url)
  if (address.origin !== location.origin) return
  if (request.method === 'GET' && address.pathname.startsWith('/assets/')) event.respondWith(part(request))
  if (request.mode !== 'navigate' || !formAddress.test(address.pathname)) return
  if (request.method === 'GET') event.respondWith(form(request))
  if (request.method === 'POST') event.respondWith(send(request))
})

async function takeOver(): Promise<void> {
  for (const name of await caches.keys()) if (name !== cacheName) await caches.delete(name)
  await worker.clients.claim()
}

/** Keeps the form as a stranger sees it, so that nobody's name or token stays on the device, with its style and scripts. */
async function keepForm(address: string, parts: string[]): Promise<void> {
  const cache = await caches.open(cacheName)
  const answer = await fetch(address, { credentials: 'omit' })
  if (!answer.ok || !(await answer.clone().text()).includes('id="comment-form"')) return
  await cache.put(address, answer)
  for (const url of parts) if (!(await cache.match(url))) await cache.add(url)
}

/** Parts have their content's hash in their address: the kept one is the right one. */
async function part(request: Request): Promise<Response> {
  return (await caches.match(request)) ?? fetch(request)
}

async function form(request: Request): Promise<Response> {
  try {
    return await fetch(request)
  } catch (failure) {
    const kept = await caches.match(request.url.replace(/#.*$/, ''), { cacheName })
    if (!kept) throw failure
    const headers = new Headers(kept.headers)
    headers.delete('content-encoding')
    headers.delete('content-length')
    return new Response(freshForm(await kept.text(), crypto.randomUUID(), Date.now()), { headers })
  }
}

/** Sends a form as usual; when that fails, the comment waits on the device and the form is shown again, empty. */
async function send(request: Request): Promise<Response> {
  const body = await request.clone().text()
  try {
    const answer = await fetch(request)
    if (answer.type === 'opaqueredirect' || answer.status < 502 || answer.status > 504) return answer
  } catch {
    // No network: it waits below.
  }
  const fields = new URLSearchParams(body)
  const key = fields.get('idempotencyKey') || crypto.randomUUID()
  fields.set('idempotencyKey', key)
  fields.delete('csrf')
  await keepWaiting({ key, action: request.url, body: fields.toString() })
  await worker.registration.sync?.register('send-comments').catch(() => undefined)
  return Response.redirect(`${request.url.replace(/#.*$/, '')}#kept`, 303)
}

async function tellPages(): Promise<void> {
  for (const page of await worker.clients.matchAll()) page.postMessage('sent')
}
