import { execFile, execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  chmodSync,
  chownSync,
  closeSync,
  existsSync,
  fsyncSync,
  lstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  readdirSync,
  readlinkSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { asUser, holdsFor, type RunUser } from './postgres-user.ts'
import { DatabaseUnavailable } from './postgres-unavailable.ts'

const run = promisify(execFile)

/** The database role that owns everything; only who may open the socket's folder can use it. */
export const clusterUser = 'longtable'

/** What the operating system passes on: no PG… variable of the person may change how the server works. */
export function plainEnvironment(): Record<string, string> {
  return {
    PATH: process.env.PATH ?? '/usr/bin:/bin',
    LC_MESSAGES: 'C',
    ...(process.env.TMPDIR ? { TMPDIR: process.env.TMPDIR } : {}),
  }
}

type Making = { dataDir: string; binDir: string; major: number; user: RunUser; sync: boolean }

/**
 * Makes the database folder unless it exists. It is made beside its place and moved there whole, so that a start that
 * is killed half-way leaves nothing that looks like a database, and of two first starts one wins.
 */
export async function ensureCluster(making: Making): Promise<{ made: boolean }> {
  const dataDir = followLink(making.dataDir)
  if (existsSync(join(dataDir, 'PG_VERSION'))) {
    takeOver(dataDir, making.user)
    return { made: false }
  }
  if (existsSync(dataDir) && readdirSync(dataDir).length > 0) {
    throw new DatabaseUnavailable(
      `The folder ${dataDir} holds files but no database. Empty it, or name another folder (LONGTABLE_DATA).`,
    )
  }
  const parent = dirname(dataDir)
  const half = join(parent, `${basename(dataDir)}.new-${process.pid}`)
  try {
    mkdirSync(parent, { recursive: true })
    removeAbandoned(parent, basename(dataDir))
    mkdirSync(half, { mode: 0o700 })
    if (making.user.uid !== undefined) chownSync(half, making.user.uid, making.user.gid!)
  } catch (error) {
    throw new DatabaseUnavailable(folderMessage(parent, error), { cause: error })
  }
  try {
    await initialize({ ...making, dataDir: half })
    renameSync(half, dataDir)
    if (making.sync) syncFolder(parent)
    return { made: true }
  } catch (error) {
    // Another start may have put its own folder there meanwhile.
    if (existsSync(join(dataDir, 'PG_VERSION'))) return { made: false }
    throw error
  } finally {
    rmSync(half, { recursive: true, force: true })
  }
}

async function initialize({ dataDir, binDir, major, user, sync }: Making): Promise<void> {
  const args = [
    `--pgdata=${dataDir}`,
    `--username=${clusterUser}`,
    '--auth=trust',
    '--encoding=UTF8',
    '--data-checksums',
    '--lc-messages=C',
    '--no-instructions',
    ...(sync ? [] : ['--no-sync']),
    // The builtin provider came with 17: no index depends on the versions of the system's libraries.
    ...(major >= 17 ? ['--locale-provider=builtin', '--builtin-locale=C.UTF-8'] : ['--locale-provider=libc']),
  ]
  const options = { ...asUser(user), env: plainEnvironment() }
  try {
    await run(join(binDir, 'initdb'), [...args, '--locale=C.UTF-8'], options)
  } catch (error) {
    const { stderr = '' } = error as { stderr?: string } // as: what execFile rejects with
    if (!/invalid locale name/.test(stderr))
      throw new DatabaseUnavailable(initializeMessage(dataDir, error), { cause: error })
    for (const name of readdirSync(dataDir)) rmSync(join(dataDir, name), { recursive: true })
    await run(join(binDir, 'initdb'), [...args, '--locale=C'], options)
  }
}

function initializeMessage(dataDir: string, error: unknown): string {
  const { stderr, message } = error as { stderr?: string; message: string } // as: what execFile rejects with
  const output = stderr?.trim() || message
  const reason = /No space left on device/.test(output) ? 'the disk is full' : output
  return `The database folder beside ${dataDir} could not be made: ${reason}`
}

function removeAbandoned(parent: string, name: string): void {
  for (const entry of readdirSync(parent)) {
    const pid = entry.startsWith(`${name}.new-`) ? Number(entry.slice(name.length + 5)) : 0
    if (pid > 0 && (pid === process.pid || !isAlive(pid))) {
      rmSync(join(parent, entry), { recursive: true, force: true })
    }
  }
}

/** Whether a process with this number exists, whoever owns it. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM' // as: process.kill rejects with it
  }
}

function followLink(path: string): string {
  return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink()
    ? resolve(dirname(path), readlinkSync(path))
    : path
}

/** PostgreSQL opens only a folder that its own user owns and nobody else may enter. */
function takeOver(dataDir: string, user: RunUser): void {
  if (user.uid !== undefined && statSync(dataDir).uid !== user.uid) {
    execFileSync('chown', ['-R', `${user.uid}:${user.gid}`, dataDir])
  }
  if (!holdsFor(user, '-w', dataDir) || !holdsFor(user, '-w', join(dataDir, 'PG_VERSION'))) {
    throw new DatabaseUnavailable(
      `The user ${user.name} may not write to the database folder ${dataDir}. ` +
        `Give the folder to that user (chown -R ${user.name} ${dataDir}; chmod -R u+rwX ${dataDir}), mount it for writing, or name another one (LONGTABLE_DATA).`,
    )
  }
}

function folderMessage(folder: string, error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException // as: what node:fs throws
  const reasons: Record<string, string> = {
    EACCES: 'this user may not write there',
    EROFS: 'it is mounted read-only',
    ENOSPC: 'the disk is full',
    ENOTDIR: 'a part of the path is a file',
  }
  return `No database can be made in ${folder}: ${reasons[code ?? ''] ?? message}. Name another folder (LONGTABLE_DATA), or use a server (DATABASE_URL).`
}

function syncFolder(folder: string): void {
  const handle = openSync(folder, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

// Linux allows 107 bytes for a socket's path, macOS 103.
const longestSocketPath = 103

/**
 * The folder of the Unix socket, entered by the database's user and root only: in the database folder, or, when that
 * path is too long for a socket, under the system's temporary folder.
 */
export function ensureSocketDir(dataDir: string, user: RunUser): string {
  const inside = join(dataDir, 'socket')
  const short = Buffer.byteLength(join(inside, '.s.PGSQL.5432.lock')) <= longestSocketPath
  const key = createHash('sha256').update(dataDir).digest('hex').slice(0, 16)
  const folder = short ? inside : join(tmpdir(), `longtable-${key}`)
  const owner = user.uid ?? process.getuid?.() ?? 0
  try {
    mkdirSync(folder, { mode: 0o700 })
    if (user.uid !== undefined) chownSync(folder, user.uid, user.gid!)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') {
      throw new DatabaseUnavailable(folderMessage(folder, error), { cause: error })
    }
  }
  const stat = lstatSync(folder)
  if (!stat.isDirectory() || stat.uid !== owner) {
    throw new DatabaseUnavailable(
      `The folder ${folder} for the database's socket belongs to somebody else. Remove it, or choose a shorter data folder (LONGTABLE_DATA).`,
    )
  }
  if ((stat.mode & 0o077) !== 0) chmodSync(folder, 0o700)
  return folder
}

/** What PostgreSQL writes of itself into the data folder while it runs. */
export type PidFile = { pid: number; socketDir: string; port: number; ready: boolean }

/** Reads postmaster.pid; undefined when there is none or it is still being written. Nothing here ever deletes it. */
export function readPidFile(dataDir: string): PidFile | undefined {
  const file = join(dataDir, 'postmaster.pid')
  let lines: string[]
  try {
    lines = readFileSync(file, 'utf8').split('\n')
  } catch {
    return undefined
  }
  const pid = Number(lines[0])
  if (!(pid > 0)) return undefined
  return {
    pid,
    port: Number(lines[3] ?? 5432),
    socketDir: lines[4] ?? '',
    ready: lines[7]?.trim() === 'ready',
  }
}

/** The settings of a server that loses nothing that it has acknowledged; given on the command line, which outranks every file. */
export function serverSettings(wish: {
  socketDir: string
  maxConnections: number
  durable: boolean
}): string[] {
  const settings: Record<string, string> = {
    listen_addresses: '',
    port: '5432',
    unix_socket_directories: wish.socketDir,
    unix_socket_permissions: '0700',
    ssl: 'off',
    max_connections: String(wish.maxConnections),
    shared_buffers: '128MB',
    max_wal_size: '512MB',
    fsync: wish.durable ? 'on' : 'off',
    synchronous_commit: wish.durable ? 'on' : 'off',
    full_page_writes: wish.durable ? 'on' : 'off',
    // Our queries are short; compiling one would take longer than running it.
    jit: 'off',
    timezone: 'UTC',
    log_timezone: 'UTC',
    logging_collector: 'off',
    log_destination: 'stderr',
    log_line_prefix: '',
    log_checkpoints: 'off',
    // Failed statements are the program's business, and their text can hold what people wrote.
    log_min_messages: 'log',
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
  }
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
}
