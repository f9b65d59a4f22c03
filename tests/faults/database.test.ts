import { existsSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { missingRows, query, ready, useSite, writeUntilGone } from './database-site.ts'
import { isRunning, processesOf, tryCommand, waitFor } from './support.ts'

const site = useSite()

describe('a killed program', () => {
  test('takes its database along within a moment, and loses no acknowledged row', async () => {
    const times: number[] = []
    let acknowledged = 0
    for (let round = 0; round < 5; round++) {
      const keeper = site.keep()
      const { postmaster, connection, adopted } = await ready(keeper)
      expect(adopted).toBe(false)
      if (round === 0) await query(connection, 'create table written (n int primary key)')
      expect(await missingRows(connection, acknowledged)).toBe(0)
      const writing = writeUntilGone(connection, acknowledged + 1)
      await sleep(200 + 50 * round)
      const killed = performance.now()
      keeper.kill('SIGKILL')
      await waitFor('the end of the postmaster', 5_000, () => !isRunning(postmaster))
      times.push(Math.round(performance.now() - killed))
      acknowledged = await writing
      await site.nothingLeft()
    }
    console.log(`postmaster gone after ${times.join(', ')} ms; ${acknowledged} rows acknowledged, none lost`)
    expect(acknowledged).toBeGreaterThan(5)
    // About 100 ms on an idle machine; a busy one must not fail the run.
    expect(Math.min(...times)).toBeLessThan(500)
    expect(Math.max(...times)).toBeLessThan(3_000)
  })

  test('can be started again at once, while its old database is still leaving', async () => {
    const first = site.keep()
    await ready(first)
    first.kill('SIGKILL')
    const second = site.keep()
    const { connection, adopted } = await ready(second)
    expect(adopted).toBe(false)
    await sleep(1_000)
    await waitFor('a usable database', 10_000, () =>
      query(connection, 'select 1').then(
        () => true,
        () => false,
      ),
    )
  })
})

describe('a killed database', () => {
  test('is started again, and every acknowledged row is there', async () => {
    const keeper = site.keep()
    const { connection } = await ready(keeper)
    await query(connection, 'create table written (n int primary key)')
    let acknowledged = 0
    for (let round = 0; round < 3; round++) {
      const before = Number(readFileSync(join(site.dataDir, 'postmaster.pid'), 'utf8').split('\n')[0])
      const writing = writeUntilGone(connection, acknowledged + 1)
      await sleep(300)
      process.kill(before, 'SIGKILL')
      acknowledged = await writing
      const missing = await waitFor('the database to be back', 20_000, () =>
        missingRows(connection, acknowledged).catch(() => undefined),
      )
      expect(missing).toBe(0)
      expect(Number(readFileSync(join(site.dataDir, 'postmaster.pid'), 'utf8').split('\n')[0])).not.toBe(
        before,
      )
    }
    expect(acknowledged).toBeGreaterThan(3)
    expect(keeper.lines).toContain('state: down')
    await waitFor(
      'three returns',
      5_000,
      () => keeper.lines.filter((line) => /The database is back/.test(line)).length === 3,
    )
    keeper.kill('SIGTERM')
    expect(await keeper.ended).toBe(0)
    await site.nothingLeft()
  })

  test('killed together with its program opens again with every acknowledged row', async () => {
    const first = site.keep()
    const { connection, postmaster } = await ready(first)
    await query(connection, 'create table written (n int primary key)')
    const writing = writeUntilGone(connection, 1)
    await sleep(300)
    process.kill(postmaster, 'SIGKILL')
    first.kill('SIGKILL')
    const acknowledged = await writing
    const second = site.keep()
    const again = await ready(second)
    expect(await missingRows(again.connection, acknowledged)).toBe(0)
  })

  test('whose guardian is killed gets a new one', async () => {
    const keeper = site.keep()
    const { postmaster } = await ready(keeper)
    const guardian = () =>
      processesOf(site.dataDir).find(({ command }) => command.includes('longtable-guardian'))
    const old = await waitFor('the guardian', 2_000, guardian)
    process.kill(old.pid, 'SIGKILL')
    await waitFor('a new guardian', 5_000, () => {
      const now = guardian()
      return now !== undefined && now.pid !== old.pid
    })
    keeper.kill('SIGKILL')
    await waitFor('the end of the postmaster', 5_000, () => !isRunning(postmaster))
  })
})

describe('two starts on one folder', () => {
  test('share one database, and the second leaves it running when it stops', async () => {
    const first = site.keep()
    const one = await ready(first)
    const second = site.keep()
    const two = await ready(second)
    expect(two).toEqual({ ...one, adopted: true })
    second.kill('SIGTERM')
    expect(await second.ended).toBe(0)
    expect(await query(one.connection, 'select 1 as one')).toEqual([{ one: 1 }])
    first.kill('SIGTERM')
    expect(await first.ended).toBe(0)
    await site.nothingLeft()
    expect(existsSync(join(site.dataDir, 'postmaster.pid'))).toBe(false)
  })

  test('at the same moment, on a folder that does not exist yet, share one database', async () => {
    const both = [site.keep(), site.keep()]
    const answers = await Promise.all(both.map(ready))
    expect(answers.map(({ adopted }) => adopted).sort()).toEqual([false, true])
    expect(answers[0]?.postmaster).toBe(answers[1]?.postmaster)
  })

  test('survive the end of the first: the second starts the database itself', async () => {
    const first = site.keep()
    await ready(first)
    const second = site.keep()
    const { connection, adopted } = await ready(second)
    expect(adopted).toBe(true)
    first.kill('SIGKILL')
    await second.line(/^state: down/)
    await second.line(/The database is back/)
    expect(await query(connection, 'select 1 as one')).toEqual([{ one: 1 }])
    second.kill('SIGTERM')
    expect(await second.ended).toBe(0)
    await site.nothingLeft()
  })
})

describe('a database left running', () => {
  test('by a program and a guardian that were both killed is taken over, and stopped by its new owner', async () => {
    const first = site.keep()
    const { postmaster } = await ready(first)
    const guardian = processesOf(site.dataDir).find(({ command }) => command.includes('longtable-guardian'))
    // Stopped first, so that the program cannot replace the guardian.
    first.kill('SIGSTOP')
    process.kill(guardian!.pid, 'SIGKILL')
    first.kill('SIGKILL')
    await first.ended
    expect(isRunning(postmaster)).toBe(true)
    const second = site.keep()
    expect(await ready(second)).toMatchObject({ adopted: false, postmaster })
    second.kill('SIGKILL')
    await waitFor('the end of the postmaster', 5_000, () => !isRunning(postmaster))
  })
})

describe('the terminal', () => {
  test('Ctrl-C reaches the program only, not the database', async () => {
    const keeper = site.keep()
    const { postmaster } = await ready(keeper)
    const group = (pid: number) => {
      const answer = tryCommand('ps', ['-o', 'pgid=', '-p', String(pid)])
      return answer.worked ? Number(answer.output) : undefined
    }
    expect(group(postmaster)).toBe(postmaster)
    expect(group(postmaster)).not.toBe(group(keeper.pid))
  })
})

describe('a long path', () => {
  test('gets its socket in a short folder', async () => {
    const long = join(site.folder, 'a-rather-long-name-for-a-folder-of-some-agency'.repeat(3), 'postgres')
    const keeper = site.keep(long)
    const { connection } = await ready(keeper)
    expect(await query(connection, 'select 1 as one')).toEqual([{ one: 1 }])
    keeper.kill('SIGTERM')
    expect(await keeper.ended).toBe(0)
    if (!('socketDir' in connection)) throw new Error('not a socket')
    expect(connection.socketDir.startsWith(tmpdir())).toBe(true)
    rmSync(connection.socketDir, { recursive: true })
  })
})
