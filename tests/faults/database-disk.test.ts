import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { missingRows, query, ready, useSite, writeUntilGone } from './database-site.ts'
import { processesOf, removeFolder, temporaryFolder, tryCommand, waitFor } from './support.ts'

const site = useSite()
const reason = whyNoMount()

describe('a folder that cannot be used', () => {
  test.skipIf(reason !== undefined)(
    `mounted read-only is named with the ways on${reason ? ` (${reason})` : ''}`,
    async () => {
      mkdirSync(site.dataDir)
      tryCommand('mount', ['-t', 'tmpfs', '-o', 'size=100m', 'tmpfs', site.dataDir])
      const inside = join(site.dataDir, 'postgres')
      try {
        const first = site.keep(inside)
        await ready(first)
        first.kill('SIGTERM')
        await first.ended
        tryCommand('mount', ['-o', 'remount,ro', site.dataDir])
        const second = site.keep(inside)
        expect(await second.line(/^unavailable: /)).toMatch(
          /may not write to the database folder .*LONGTABLE_DATA/,
        )
        expect(await second.ended).toBe(3)
        const third = site.keep(join(site.dataDir, 'new'))
        expect(await third.line(/^unavailable: /)).toMatch(/mounted read-only/)
      } finally {
        tryCommand('umount', [site.dataDir])
      }
    },
  )

  test('that holds other things is left alone', async () => {
    mkdirSync(join(site.dataDir, 'photographs'), { recursive: true })
    const keeper = site.keep()
    expect(await keeper.line(/^unavailable: /)).toMatch(/holds files but no database/)
    expect(existsSync(join(site.dataDir, 'photographs'))).toBe(true)
  })
})

describe('a full disk', () => {
  test.skipIf(reason !== undefined)(
    `refuses rows until there is space; no acknowledged row is lost${reason ? ` (${reason})` : ''}`,
    async () => {
      mkdirSync(site.dataDir)
      const mounted = tryCommand('mount', ['-t', 'tmpfs', '-o', 'size=110m', 'tmpfs', site.dataDir])
      expect(mounted).toMatchObject({ worked: true })
      try {
        const keeper = site.keep(join(site.dataDir, 'postgres'))
        const { connection } = await ready(keeper)
        expect(keeper.lines.join('\n')).toMatch(/MiB are free on the disk/)
        await query(connection, 'create table written (n int primary key)')
        await query(connection, 'create table filling (bytes bytea)')
        await query(connection, `alter table filling alter bytes set storage external`)
        const writing = writeUntilGone(connection, 1)
        let refused = ''
        for (let round = 0; round < 400 && refused === ''; round++) {
          await query(connection, `insert into filling select convert_to(repeat('x', 500000), 'UTF8')`).catch(
            (error: Error) => {
              refused = error.message
            },
          )
        }
        expect(refused).not.toBe('')
        // The rows go on until there is no space for them either, which ends the server or refuses the row.
        const acknowledged = await Promise.race([writing, sleep(30_000).then(() => undefined)])
        const widened = tryCommand('mount', ['-o', 'remount,size=400m', site.dataDir])
        expect(widened).toMatchObject({ worked: true })
        const count = acknowledged ?? 1
        console.log(
          `full disk: ${refused}; ${count} rows acknowledged; the server ${keeper.lines.includes('state: down') ? 'stopped' : 'went on'}`,
        )
        const missing = await waitFor('the database to be back', 40_000, () =>
          missingRows(connection, count).catch(() => undefined),
        )
        expect(missing).toBe(0)
        await query(connection, 'insert into written values (-1)')
        keeper.kill('SIGTERM')
        expect(await keeper.ended).toBe(0)
      } finally {
        for (const { pid } of processesOf(site.dataDir)) process.kill(pid, 'SIGKILL')
        await sleep(300)
        tryCommand('umount', [site.dataDir])
      }
    },
  )
})

/** Why a small file system cannot be mounted here; undefined when it can. */
function whyNoMount(): string | undefined {
  const probe = temporaryFolder()
  const mounted = tryCommand('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', probe])
  if (mounted.worked) tryCommand('umount', [probe])
  removeFolder(probe)
  return mounted.worked ? undefined : `skipped, mounting is not permitted here: ${mounted.reason}`
}
