import { request } from '@playwright/test'
import { execFileSync, spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

const root = join(import.meta.dirname, '../..')

/** Starts the program with the example district in a folder of its own, and ends it after the last journey. */
export default async function startProgram(): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'longtable-journeys-'))
  chmodSync(folder, 0o755)
  const port = 41_000 + (process.pid % 1000)
  // By name: a browser keeps passkeys for a name, never for a number.
  const address = `http://localhost:${port}`
  const env = {
    ...process.env,
    PORT: String(port),
    BASE_URL: address,
    LONGTABLE_DATA: join(folder, 'data'),
    LOG_LEVEL: 'error',
    TRUSTED_PROXIES: '1',
    LONGTABLE_DEVELOPMENT: '1',
    DATABASE_CONNECTIONS: '8',
  }
  const program = spawn(process.execPath, [join(root, 'build/longtable.js'), 'demo'], {
    cwd: folder,
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let output = ''
  program.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()))
  for (let waited = 0; !output.includes('ready'); waited += 200) {
    if (program.exitCode !== null || waited > 120_000)
      throw new Error(`The program did not start:\n${output}`)
    await sleep(200)
  }
  process.env.LONGTABLE_ADDRESS = address
  process.env.LONGTABLE_DATA = env.LONGTABLE_DATA
  process.env.LONGTABLE_SESSION = await beginSession(address)
  return async () => {
    program.kill('SIGTERM')
    await new Promise((resolve) =>
      program.exitCode === null ? program.once('exit', resolve) : resolve(undefined),
    )
    rmSync(folder, { recursive: true, force: true })
  }
}

const coordinator = 'celestina.prado@example.org'

/** Signs the coordinator in with a printed code, without a browser; gives the cookies of the session. */
export async function beginSession(address: string): Promise<string> {
  const code = execFileSync(
    process.execPath,
    [join(root, 'build/longtable.js'), 'person', 'code', coordinator],
    {
      env: { ...process.env, LOG_LEVEL: 'error' },
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    },
  )
  const visitor = await request.newContext({
    baseURL: address,
    extraHTTPHeaders: { 'x-forwarded-for': '10.0.0.1' },
  })
  const asked = await visitor.post('/en/sign-in', { form: { address: coordinator, next: '' } })
  const entered = await visitor.post(asked.url(), { form: { code: code.trim() } })
  const { cookies } = await visitor.storageState()
  await visitor.dispose()
  if (!cookies.some((cookie) => cookie.name.endsWith('longtable'))) {
    throw new Error(`Could not sign in: ${entered.status()} ${entered.url()}`)
  }
  return JSON.stringify(cookies)
}
