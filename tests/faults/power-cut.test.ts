import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { afterEach, expect, test } from 'vitest'
import { driverOptions, type Connection } from '../../src/platform/db/database.ts'
import {
  listProcesses,
  processesOf,
  removeFolder,
  spawnScript,
  temporaryFolder,
  tryCommand,
  waitFor,
  type Spawned,
} from './support.ts'

// The database lies on a file system within a file. Everything is stopped in mid-write and the file copied: it then
// holds what had reached the disk, and nothing that was only in memory, as after a power cut.

const reason = whyNoLoopMount()
const rounds = 3

let folder = ''
const mounted: string[] = []
const keepers: Spawned[] = []

afterEach(async () => {
  for (const keeper of keepers.splice(0)) keeper.kill('SIGKILL')
  for (const path of mounted.splice(0)) {
    await waitFor('the end of all processes', 20_000, () => processesOf(path).length === 0).catch(
      () => undefined,
    )
    if (!tryCommand('umount', [path]).worked) tryCommand('umount', ['-l', path])
  }
  if (folder) removeFolder(folder)
})

function mount(image: string, at: string): void {
  mkdirSync(at)
  const answer = tryCommand('mount', ['-o', 'loop', image, at])
  if (!answer.worked) throw new Error(answer.reason)
  mounted.push(at)
}

async function keep(
  dataDir: string,
): Promise<{ keeper: Spawned; connection: Connection; postmaster: number }> {
  const keeper = spawnScript('tests/faults/database-keeper.ts', [dataDir])
  keepers.push(keeper)
  return { keeper, ...JSON.parse((await keeper.line(/^ready: /)).slice('ready: '.length)) }
}

test.skipIf(reason !== undefined)(
  `after a power cut every acknowledged row is there${reason ? ` (skipped: ${reason})` : ''}`,
  async () => {
    folder = temporaryFolder()
    const image = join(folder, 'disk')
    expect(tryCommand('truncate', ['-s', '400M', image])).toMatchObject({ worked: true })
    expect(tryCommand('mkfs.ext4', ['-q', image])).toMatchObject({ worked: true })
    mount(image, join(folder, 'live'))
    const { connection, postmaster, keeper } = await keep(join(folder, 'live/postgres'))

    const client = new pg.Client(driverOptions(connection))
    client.on('error', () => undefined)
    await client.connect()
    await client.query('create table written (n int primary key, text text)')
    let acknowledged = 0
    let writing = true
    const writer = (async () => {
      while (writing) {
        await client.query(`insert into written values ($1, repeat('words ', 100))`, [acknowledged + 1])
        acknowledged++
      }
    })().catch(() => undefined)

    const cuts: { copy: string; acknowledged: number }[] = []
    for (let round = 0; round < rounds; round++) {
      await sleep(400 + 300 * round)
      const family = [keeper.pid, postmaster, ...childrenOf(postmaster)]
      for (const pid of family) process.kill(pid, 'SIGSTOP')
      await sleep(50)
      const copy = join(folder, `disk-${round}`)
      cuts.push({ copy, acknowledged })
      expect(tryCommand('cp', ['--sparse=always', image, copy])).toMatchObject({ worked: true })
      for (const pid of family) process.kill(pid, 'SIGCONT')
    }
    writing = false
    await writer
    await client.end()

    for (const [round, { copy, acknowledged }] of cuts.entries()) {
      const at = join(folder, `after-${round}`)
      mount(copy, at)
      const after = await keep(join(at, 'postgres'))
      const reader = new pg.Client(driverOptions(after.connection))
      await reader.connect()
      const { rows } = await reader.query('select count(*)::int as there from written where n <= $1', [
        acknowledged,
      ])
      await reader.end()
      expect(acknowledged).toBeGreaterThan(0)
      expect(rows).toEqual([{ there: acknowledged }])
      after.keeper.kill('SIGTERM')
      await after.keeper.ended
    }
    console.log(
      `power cuts after ${cuts.map((cut) => cut.acknowledged).join(', ')} acknowledged rows; none lost`,
    )
  },
)

function childrenOf(pid: number): number[] {
  return listProcesses()
    .filter(({ parent }) => parent === pid)
    .map((line) => line.pid)
}

function whyNoLoopMount(): string | undefined {
  if (process.platform !== 'linux') return 'loop devices are a matter of Linux'
  const probe = temporaryFolder()
  const image = join(probe, 'disk')
  try {
    for (const [command, ...args] of [
      ['truncate', '-s', '8M', image],
      ['mkfs.ext4', '-q', image],
      ['mount', '-o', 'loop', image, probe],
      ['umount', probe],
    ] as const) {
      const answer = tryCommand(command, args)
      if (!answer.worked) return `${command}: ${answer.reason}`
    }
    return undefined
  } finally {
    removeFolder(probe)
  }
}
