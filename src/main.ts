import { serve } from '@hono/node-server'
import type { AddressInfo } from 'node:net'
import { createApp } from './app.tsx'
import type { Config } from './config.ts'
import { type ProgramDatabase, reachDatabase } from './database.ts'
import type { Log } from './platform/log/log.ts'
import type { Services } from './platform/services.ts'
import { routes } from './routes.ts'
import { openServices } from './services.ts'
import { startWorker } from './worker.ts'

export type Program = {
  /** Where the web answers; undefined for a worker alone. */
  address: string | undefined
  services: Services
  /** Takes no new request, lets the running ones end, then closes the database. */
  stop(): Promise<void>
}

export type Parts = { web: boolean; worker: boolean }

const starting = () =>
  new Response('Longtable is starting. Please try again in a moment.', {
    status: 503,
    headers: { 'retry-after': '2', 'content-type': 'text/plain; charset=utf-8' },
  })

/** The port is taken: said before the database is touched, so that a second start does no harm. */
export class PortTaken extends Error {
  override name = 'PortTaken'
}

/** Starts the parts of the program that are asked for, and answers when they are usable. */
export async function startProgram(
  config: Config,
  env: NodeJS.ProcessEnv,
  log: Log,
  parts: Parts,
): Promise<Program> {
  let answer: (request: Request, env: unknown) => Response | Promise<Response> = starting
  const listener = parts.web ? await listen(config, (request, env) => answer(request, env)) : undefined
  let database: ProgramDatabase | undefined
  try {
    database = await reachDatabase(config, env, log)
    const services = openServices(config, database, log)
    const app = parts.web ? createApp(services, routes) : undefined
    if (app) answer = app.fetch.bind(app)
    const worker = parts.worker ? await startWorker(services) : undefined
    const close = database.close
    return {
      address: listener?.address,
      services,
      async stop() {
        await listener?.stop()
        await worker?.stop()
        await close()
      },
    }
  } catch (error) {
    await listener?.stop()
    await database?.close()
    throw error
  }
}

async function listen(
  config: Config,
  fetch: (request: Request, env: unknown) => Response | Promise<Response>,
): Promise<{ address: string; stop(): Promise<void> }> {
  const server = serve({ fetch, hostname: config.host, port: config.port })
  await new Promise<void>((resolve, reject) => {
    server.once('listening', resolve)
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(
        error.code === 'EADDRINUSE'
          ? new PortTaken(`Port ${config.port} on ${config.host} is in use`)
          : error,
      )
    })
  })
  const { port } = server.address() as AddressInfo // as: it listens on TCP
  const address = config.port === 0 ? config.baseUrl.replace(/:0$/, `:${port}`) : config.baseUrl
  return {
    address,
    stop: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve())
        // Browsers keep idle connections open; those need not be waited for.
        if ('closeIdleConnections' in server) server.closeIdleConnections()
        setTimeout(() => 'closeAllConnections' in server && server.closeAllConnections(), 5_000).unref()
      }),
  }
}
