import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { projectRoot } from '../../src/platform/root.ts'
import { processesOf, removeFolder, type Spawned, spawnProgram, temporaryFolder, waitFor } from './support.ts'

const port = 43_000 + (process.pid % 1000)
const address = `http://127.0.0.1:${port}`
const form = `${address}/en/at/riverbend/well-prepared-teacher/comment`

let folder: string
let env: Record<string, string>

beforeAll(() => {
  folder = temporaryFolder()
  env = {
    PORT: String(port),
    BASE_URL: address,
    LONGTABLE_DATA: join(folder, 'data'),
    LOG_LEVEL: 'error',
    TRUSTED_PROXIES: '1',
  }
})
afterAll(() => removeFolder(folder))

const start = (command: 'serve' | 'demo'): Spawned =>
  spawnProgram(process.execPath, [join(projectRoot, 'build/longtable.js'), command], env)

async function isReady(): Promise<boolean> {
  return fetch(`${address}/readyz`).then(
    (answer) => answer.ok,
    () => false,
  )
}

/** Waits until the program serves; what it said stands in the message when it does not. */
async function untilReady(program: Spawned): Promise<void> {
  await waitFor('the program to be ready', 60_000, isReady).catch((error: Error) => {
    throw new Error(`${error.message}. It said:\n${program.lines.join('\n')}`)
  })
}

/** Waits until no process works on the folder; what is left is named in the message. */
async function nothingLeft(folder: string): Promise<void> {
  await waitFor('every process to be gone', 15_000, () => processesOf(folder).length === 0).catch(() => {
    throw new Error(
      `Left over:\n${processesOf(folder)
        .map(({ pid, command }) => `${pid} ${command}`)
        .join('\n')}`,
    )
  })
}

/** Sends comments until the program is gone; every receipt that came back is kept. */
async function sendUntilGone(receipts: string[], stopped: () => boolean): Promise<void> {
  for (let failures = 0; !stopped() && failures < 3;) {
    const body = new URLSearchParams({
      'q-Q1': `Under fire ${randomUUID()}`,
      age: 'adult',
      idempotencyKey: randomUUID(),
      opened: String(Date.now() - 60_000),
    })
    try {
      const answer = await fetch(form, {
        method: 'POST',
        body,
        redirect: 'manual',
        headers: { 'x-forwarded-for': `10.0.${receipts.length % 250}.${Math.floor(Math.random() * 250)}` },
      })
      const code = /sent\/([0-9A-Z-]+)/.exec(answer.headers.get('location') ?? '')?.[1]
      if (answer.status === 303 && code) receipts.push(code)
      else failures++
    } catch {
      failures++
    }
  }
}

const postmaster = () => processesOf(folder).find(({ command }) => /\bpostgres\b.* -D /.test(command))?.pid
const run = (...args: string[]) =>
  spawnProgram(process.execPath, [join(projectRoot, 'build/longtable.js'), ...args], env)

describe('the whole product, killed thirty times while people send comments', () => {
  test('keeps every acknowledged comment with its receipt, leaves no orphan, and its audit log holds', async () => {
    const receipts: string[] = []
    let program = start('demo')
    await program.line(/ready/, 120_000)
    for (let round = 0; round < 30; round++) {
      await untilReady(program)
      let stopped = false
      const senders = Array.from({ length: 8 }, () => sendUntilGone(receipts, () => stopped))
      await sleep(150 + Math.random() * 350)
      const victim = (['program', 'database', 'both'] as const)[round % 3]!
      const database = postmaster()
      if (victim !== 'program' && database) process.kill(database, 'SIGKILL')
      if (victim !== 'database') {
        process.kill(program.pid, 'SIGKILL')
        await program.ended
        stopped = true
        await Promise.all(senders)
        await nothingLeft(folder)
        program = start('serve')
      } else {
        await sleep(300)
        stopped = true
        await Promise.all(senders)
      }
    }
    await untilReady(program)
    expect(receipts.length).toBeGreaterThan(300)
    const missing: string[] = []
    for (const code of receipts) {
      const answer = await fetch(`${address}/en/receipts/${code}`)
      await answer.arrayBuffer()
      if (answer.status !== 200) missing.push(code)
    }
    expect(missing).toEqual([])
    const audit = run('audit', 'verify')
    expect(await audit.ended).toBe(0)
    program.child.kill('SIGTERM')
    await program.ended
    await nothingLeft(folder)
    console.log(`${receipts.length} acknowledged comments over 30 kills: all there`)
  }, 600_000)

  test('a second start on the same folder says that the port is taken, and the first goes on', async () => {
    const first = start('serve')
    await waitFor('the program to be ready', 60_000, isReady)
    const second = start('serve')
    expect(await second.ended).toBe(2)
    expect(second.lines.join('\n')).toMatch(/in use/)
    expect(await isReady()).toBe(true)
    first.child.kill('SIGTERM')
    await first.ended
  }, 120_000)

  test('a backup taken while it runs comes back in another folder, audit log and all', async () => {
    const program = start('serve')
    await waitFor('the program to be ready', 60_000, isReady)
    const archive = join(folder, 'backup.tar.gz')
    expect(await run('backup', archive).ended).toBe(0)
    program.child.kill('SIGTERM')
    await program.ended
    const other = { ...env, LONGTABLE_DATA: join(folder, 'other') }
    const restored = spawnProgram(
      process.execPath,
      [join(projectRoot, 'build/longtable.js'), 'restore', archive],
      other,
    )
    expect(await restored.ended, restored.lines.join('\n')).toBe(0)
    const again = spawnProgram(
      process.execPath,
      [join(projectRoot, 'build/longtable.js'), 'restore', archive],
      other,
    )
    expect(await again.ended).toBe(2)
    const audit = spawnProgram(
      process.execPath,
      [join(projectRoot, 'build/longtable.js'), 'audit', 'verify'],
      other,
    )
    expect(await audit.ended).toBe(0)
  }, 180_000)
})
