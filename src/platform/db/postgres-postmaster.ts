import { spawn } from 'node:child_process'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { driverOptions, sqlState, type Connection } from './database.ts'
import { clusterUser, isAlive, plainEnvironment, readPidFile, type PidFile } from './postgres-cluster.ts'
import { startGuardian, type Guardian } from './postgres-guardian.ts'
import { DatabaseUnavailable } from './postgres-unavailable.ts'
import { asUser, type RunUser } from './postgres-user.ts'

/** A running postmaster: ours to stop, or another process's. */
export type Postmaster = {
  pid: number
  socketDir: string
  guardian: Guardian | undefined
  gone: Promise<void>
  stopWatching(): void
}

export type RaiseContext = {
  dataDir: string
  socketDir: string
  binDir: string
  settings: string[]
  user: RunUser
  log: (level: 'info' | 'warn' | 'error', message: string) => void
  durable: boolean
  isStopping(): boolean
}

// What a start may say while a killed server's children are still leaving, or while another start is faster.
const passing =
  /shared memory block .* in use|lock file ".*" already exists|could not create lock file|is empty|Address already in use/

/** Adopts the living postmaster of the folder or starts one; tries again for `patience` ms while the obstacle may pass. */
export async function raisePostmaster(context: RaiseContext, patience: number): Promise<Postmaster> {
  const deadline = Date.now() + patience
  const longestRecovery = Date.now() + 600_000
  let silentSince: number | undefined
  for (let attempt = 0; ; attempt++) {
    if (context.isStopping()) throw new DatabaseUnavailable('The database was stopped while it started.')
    const there = readPidFile(context.dataDir)
    if (there && isAlive(there.pid)) {
      const answer = await adopt(context, there)
      if (answer === 'leaving' || answer === 'starting') {
        if (Date.now() > longestRecovery) {
          throw new DatabaseUnavailable(`The database in ${context.dataDir} runs, but takes no connections.`)
        }
        await sleep(50)
        continue
      }
      if (answer !== 'silent') return answer
      silentSince ??= Date.now()
      if (Date.now() - silentSince < 2_000) {
        await sleep(50)
        continue
      }
      // The number belongs to some other program by now, or not: PostgreSQL judges that itself.
    }
    const answer = await launch(context)
    if (typeof answer !== 'string') return answer
    if (!passing.test(answer) || Date.now() > deadline)
      throw new DatabaseUnavailable(startMessage(context, answer))
    await sleep(Math.min(50 * 2 ** attempt, 1_000))
  }
}

// What a server tells each connection while it starts or stops.
const ordinary =
  /due to administrator command|the database system is (starting up|shutting down|not yet accepting|in recovery)/

function startMessage({ dataDir, user }: RaiseContext, output: string): string {
  if (/No space left on device/.test(output)) {
    return `The disk that holds ${dataDir} is full; PostgreSQL does not start until there is space. Nothing that was saved is lost.`
  }
  if (/Permission denied|Read-only file system/.test(output)) {
    return `PostgreSQL may not write to ${dataDir} as the user ${user.name}: ${lastLine(output)}`
  }
  return `PostgreSQL does not start in ${dataDir}. It says:\n${output.trim() || '(nothing)'}`
}

const lastLine = (text: string) => text.trim().split('\n').at(-1) ?? ''

const ownerFile = (dataDir: string) => join(dataDir, 'longtable.owner')

/** Which process guards which postmaster, so that a second start knows whether to take over. */
function readOwner(dataDir: string): { node: number; guardian: number; postmaster: number } | undefined {
  try {
    const [node, guardian, postmaster] = readFileSync(ownerFile(dataDir), 'utf8').split(' ').map(Number)
    return { node: node ?? 0, guardian: guardian ?? 0, postmaster: postmaster ?? 0 }
  } catch {
    return undefined
  }
}

function writeOwner(dataDir: string, guardian: number, postmaster: number): void {
  try {
    // Removed first: root may have written the old one.
    rmSync(ownerFile(dataDir), { force: true })
    writeFileSync(ownerFile(dataDir), `${process.pid} ${guardian} ${postmaster}`)
  } catch {
    // A full disk. Without the file a second start only takes over the guarding too.
  }
}

async function adopt(
  { dataDir, durable, log }: RaiseContext,
  there: PidFile,
): Promise<Postmaster | 'starting' | 'leaving' | 'silent'> {
  if (there.socketDir === '') return 'silent'
  const connection = { socketDir: there.socketDir, database: 'postgres', user: clusterUser, port: there.port }
  try {
    await assertDurable(connection, durable)
  } catch (error) {
    if (error instanceof DatabaseUnavailable) throw error
    // 57P03: starting up, recovering or shutting down; 53300: too many connections, so surely alive.
    return sqlState(error)?.startsWith('5') ? 'starting' : 'silent'
  }
  const owner = readOwner(dataDir)
  const known = owner?.postmaster === there.pid ? owner : undefined
  if (known && isAlive(known.node)) {
    log('info', 'The database runs already, started by another process; using it.')
    return watched(there, dataDir, undefined)
  }
  // Its owner died a moment ago and its guardian is about to shut it down.
  if (known && isAlive(known.guardian)) return 'leaving'
  log('info', 'The database was left running; taking it over.')
  return watched(there, dataDir, guard(dataDir, there.pid))
}

/** A guardian for a postmaster, replaced should somebody kill it. */
function guard(dataDir: string, postmaster: number): Guardian {
  let dismissed = false
  const begin = (): Guardian => {
    const guardian = startGuardian(dataDir, () => {
      if (!dismissed && isAlive(postmaster)) inner = begin()
    })
    guardian.watch(postmaster)
    writeOwner(dataDir, guardian.pid, postmaster)
    return guardian
  }
  let inner = begin()
  return {
    get pid() {
      return inner.pid
    },
    watch: (pid) => inner.watch(pid),
    dismiss() {
      dismissed = true
      inner.dismiss()
    },
  }
}

/** A postmaster that is not our child: its end is seen by looking. */
function watched(there: PidFile, dataDir: string, guardian: Guardian | undefined): Postmaster {
  let timer: NodeJS.Timeout | undefined
  const gone = new Promise<void>((resolve) => {
    timer = setInterval(() => {
      if (isAlive(there.pid) && readPidFile(dataDir)?.pid === there.pid) return
      clearInterval(timer)
      guardian?.dismiss()
      resolve()
    }, 250)
    timer.unref()
  })
  return {
    pid: there.pid,
    socketDir: there.socketDir,
    guardian,
    gone,
    stopWatching: () => clearInterval(timer),
  }
}

/** Starts a postmaster and waits until it serves; gives what it said when it ended instead. */
async function launch(context: RaiseContext): Promise<Postmaster | string> {
  const { dataDir, socketDir, binDir, settings, user, log, durable } = context
  const child = spawn(join(binDir, 'postgres'), ['-D', dataDir, ...settings], {
    ...asUser(user),
    env: plainEnvironment(),
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  // Nothing is awaited before the guardian knows the number: a kill in between would leave the postmaster alone.
  const guardian = child.pid ? guard(dataDir, child.pid) : undefined
  const lastWords: string[] = []
  const lines = createInterface({ input: child.stderr })
  lines.on('line', (line) => {
    lastWords.push(line)
    if (lastWords.length > 20) lastWords.shift()
    if (/^(FATAL|PANIC|WARNING):/.test(line) && !ordinary.test(line)) log('warn', `postgres: ${line}`)
  })
  let ended = false
  const gone = new Promise<void>((resolve) => {
    const end = () => {
      ended = true
      guardian?.dismiss()
      resolve()
    }
    child.on('error', (error) => {
      lastWords.push(error.message)
      end()
    })
    // 'close' comes after its last words have been read; a backend that survives for a moment may hold it back.
    child.on('exit', () => void setTimeout(end, 300))
    child.on('close', end)
  })

  while (!ended) {
    if (context.isStopping()) child.kill('SIGINT')
    const file = readPidFile(dataDir)
    if (file?.pid === child.pid && file?.ready) {
      try {
        await assertDurable({ socketDir, database: 'postgres', user: clusterUser }, durable)
        child.unref()
        ;(child.stderr as typeof child.stderr & { unref?(): void }).unref?.() // as: a pipe is a socket in Node
        return { pid: child.pid!, socketDir, guardian, gone, stopWatching: () => undefined }
      } catch (error) {
        if (error instanceof DatabaseUnavailable) {
          child.kill('SIGINT')
          await gone
          throw error
        }
      }
    }
    await Promise.race([sleep(20), gone])
  }
  return lastWords.join('\n')
}

/** Asks the server itself whether what it acknowledges stays. */
async function assertDurable(connection: Connection, durable: boolean): Promise<void> {
  const { rows } = await withClient(connection, (client) =>
    client.query<Record<string, string>>(
      `select current_setting('fsync') as fsync, current_setting('synchronous_commit') as synchronous_commit,
              current_setting('full_page_writes') as full_page_writes, current_setting('data_checksums') as data_checksums`,
    ),
  )
  if (!durable) return
  const unsafe = Object.entries(rows[0] ?? {}).filter(([, value]) => value !== 'on')
  if (unsafe.length === 0) return
  throw new DatabaseUnavailable(
    `This database could lose what it has acknowledged: ${unsafe.map(([name, value]) => `${name} is ${value}`).join(', ')}.`,
  )
}

/** Opens one connection for `work` and closes it. */
export async function withClient<Answer>(
  connection: Connection,
  work: (client: pg.Client) => Promise<Answer>,
): Promise<Answer> {
  const client = new pg.Client({ ...driverOptions(connection), connectionTimeoutMillis: 5_000 })
  client.on('error', () => undefined)
  try {
    await client.connect()
    return await work(client)
  } finally {
    await client.end().catch(() => undefined)
  }
}

/** Shuts a postmaster of ours down and waits for it; lets go of another process's. */
export async function lowerPostmaster(postmaster: Postmaster, dataDir: string): Promise<void> {
  const { pid, guardian } = postmaster
  if (!guardian) return postmaster.stopWatching()
  // Fast shutdown: open transactions are rolled back, then a checkpoint is written.
  signal(pid, 'SIGINT')
  const impatient = setTimeout(() => signal(pid, 'SIGQUIT'), 30_000)
  // The event loop must not run empty while we wait: the postmaster's own handles do not hold it.
  const held = setInterval(() => undefined, 1_000)
  await postmaster.gone
  clearTimeout(impatient)
  clearInterval(held)
  guardian.dismiss()
  if (readOwner(dataDir)?.postmaster === pid) rmSync(ownerFile(dataDir), { force: true })
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name)
  } catch {
    // It is gone already.
  }
}
