import type { Hono } from 'hono'
import { buffer } from 'node:stream/consumers'
import { createApp } from '../../src/app.tsx'
import { type Config, readConfig } from '../../src/config.ts'
import type { Db } from '../../src/platform/db/database.ts'
import type { FileStore } from '../../src/platform/files/file-store.ts'
import { openRecent } from '../../src/platform/db/recent.ts'
import { openRateLimits } from '../../src/platform/http/rate-limit.ts'
import type { Route } from '../../src/platform/http/route.ts'
import { silentLog } from '../../src/platform/log/log.ts'
import type { Services } from '../../src/platform/services.ts'
import { csrfToken } from '../../src/platform/session/session.ts'
import { addSession } from '../../src/platform/session/session.store.ts'
import type { TestDatabase } from './database.ts'

/** A Wednesday, ten in the morning in Los Angeles. */
export const testNow = new Date('2027-03-03T18:00:00Z')

export function testConfig(changes: Partial<Config> = {}): Config {
  const read = readConfig(
    { LONGTABLE_DATA: '/nonexistent', BASE_URL: 'http://longtable.test', LOG_LEVEL: 'silent' },
    '/',
  )
  if (read.outcome !== 'ok') throw new Error(read.faults.join('\n'))
  return { ...read.config, ...changes }
}

/** Files kept in memory. */
export function memoryFiles(): FileStore {
  const kept = new Map<string, Uint8Array>()
  return {
    async put(key, content) {
      const bytes = content instanceof Uint8Array ? content : await buffer(content)
      kept.set(key, bytes)
    },
    async get(key) {
      const bytes = kept.get(key)
      return bytes && (await import('node:stream')).Readable.from([Buffer.from(bytes)])
    },
    async remove(key) {
      kept.delete(key)
    },
    async *list(prefix: string) {
      for (const [key, bytes] of kept) if (key.startsWith(prefix)) yield { key, size: bytes.length }
    },
  } as FileStore // as: only what the tests use
}

/** The services over a test database, with a fixed clock, no mail server and no gateway. */
export function testServices({ db, pool }: TestDatabase, changes: Partial<Services> = {}): Services {
  return {
    db,
    pool,
    config: testConfig(),
    log: silentLog,
    now: () => testNow,
    files: memoryFiles(),
    limits: openRateLimits(pool),
    recent: openRecent(0),
    mail: undefined,
    sms: undefined,
    ...changes,
  }
}

export type TestRequest = {
  /** Who is asking; their session is opened on the way and its form token sent along. */
  as?: string
  /** Fields of a posted form; a list is sent as repeated fields. Makes it a POST. */
  form?: Record<string, string | readonly string[] | File | Blob>
  method?: string
  headers?: Record<string, string>
  body?: BodyInit
}

export type TestApp = {
  app: Hono
  services: Services
  /** Asks for a page or sends a form, in process. Redirects are not followed. */
  request(address: string, request?: TestRequest): Promise<Response>
  /** The same, as text. */
  read(address: string, request?: TestRequest): Promise<string>
  /** Opens a session and gives its token. */
  signIn(personId: string): Promise<string>
}

export function testApp(
  database: TestDatabase,
  routes: readonly Route[],
  changes: Partial<Services> = {},
): TestApp {
  const services = testServices(database, changes)
  const app = createApp(services, routes)
  const tokens = new Map<string, string>()

  async function signIn(personId: string): Promise<string> {
    const known = tokens.get(personId)
    if (known) return known
    const { token } = await addSession(
      services.db,
      { personId, device: 'test', method: 'test', kind: 'staff' },
      services.now(),
    )
    tokens.set(personId, token)
    return token
  }

  async function request(
    address: string,
    { as, form, method, headers = {}, body }: TestRequest = {},
  ): Promise<Response> {
    const sent = new Headers({ host: 'longtable.test', ...headers })
    let content: BodyInit | undefined = body
    const token = as === undefined ? undefined : await signIn(as)
    if (token) sent.set('cookie', `longtable=${token}${headers['cookie'] ? `; ${headers['cookie']}` : ''}`)
    if (form) content = formBody({ ...(token ? { csrf: csrfToken(token) } : {}), ...form }, sent)
    return app.request(`http://longtable.test${address}`, {
      method: method ?? (content === undefined ? 'GET' : 'POST'),
      headers: sent,
      body: content,
    })
  }

  return {
    app,
    services,
    request,
    read: async (address, options) => (await request(address, options)).text(),
    signIn,
  }
}

function formBody(form: NonNullable<TestRequest['form']>, headers: Headers): BodyInit {
  const entries = Object.entries(form).flatMap(
    ([name, value]): [string, string | Blob][] =>
      Array.isArray(value) ? value.map((one: string) => [name, one]) : [[name, value as string | Blob]], // as: not a list
  )
  if (entries.some(([, value]) => typeof value !== 'string')) {
    const data = new FormData()
    for (const [name, value] of entries) data.append(name, value as string) // as: FormData takes a file as well; its types name the two apart
    return data
  }
  headers.set('content-type', 'application/x-www-form-urlencoded')
  return new URLSearchParams(entries as [string, string][]).toString() // as: files were ruled out above
}

export type { Db }
