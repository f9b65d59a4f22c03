import { execFileSync, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs'
import { tmpdir, userInfo } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { DatabaseUnavailable } from './postgres-unavailable.ts'
import type { PostgresBinaries } from './postgres-binaries.ts'

/** Whom PostgreSQL runs as. Without numbers: as the person who runs this process. */
export type RunUser = { name: string; uid?: number; gid?: number }

const isRoot = () => process.getuid?.() === 0

/**
 * PostgreSQL refuses to run as root, so root lends it another user that exists: the owner of the data folder, else
 * `postgres`, else `nobody`. No user is ever created.
 */
export function findRunUser(dataDir: string): RunUser {
  if (!isRoot()) return ourselves()
  const owner = existsSync(dataDir) ? statSync(dataDir) : undefined
  if (owner && owner.uid !== 0) {
    const name = lookUp(['-un', String(owner.uid)])
    if (name && name !== String(owner.uid)) return { name, uid: owner.uid, gid: owner.gid }
  }
  for (const name of ['postgres', 'nobody']) {
    const uid = Number(lookUp(['-u', name]))
    const gid = Number(lookUp(['-g', name]))
    if (uid > 0 && gid > 0) return { name, uid, gid }
  }
  throw new DatabaseUnavailable(
    [
      'PostgreSQL does not run as root, and this machine has neither a user named postgres nor one named nobody.',
      'Ways on:',
      '- Start the program as an ordinary user.',
      '- Use a PostgreSQL server: DATABASE_URL=postgres://user:password@host/database',
    ].join('\n'),
  )
}

function ourselves(): RunUser {
  try {
    return { name: userInfo().username }
  } catch {
    throw new DatabaseUnavailable(
      [
        `PostgreSQL cannot run as user number ${process.getuid?.()}, because this machine has no name for it (no line in /etc/passwd).`,
        'Ways on:',
        '- Start the program as a user that has a name (in a container: --user with a name, or a line in /etc/passwd).',
        '- Use a PostgreSQL server: DATABASE_URL=postgres://user:password@host/database',
      ].join('\n'),
    )
  }
}

function lookUp(args: string[]): string | undefined {
  try {
    return execFileSync('id', args, { stdio: ['ignore', 'pipe', 'ignore'] })
      .toString()
      .trim()
  } catch {
    return undefined
  }
}

/** The options by which `spawn` runs something as this user, from a folder that anybody may stand in. */
export function asUser({ uid, gid }: RunUser): { uid?: number; gid?: number; cwd: string } {
  return { cwd: '/', ...(uid === undefined ? {} : { uid, gid: gid! }) }
}

/** Whether a shell test such as `-w` (writable) or `-x` (may be entered, may be run) holds for this user. */
export function holdsFor(user: RunUser, test: '-w' | '-x', path: string): boolean {
  return (
    spawnSync('sh', ['-c', `test ${test} "$1"`, 'sh', path], { ...asUser(user), stdio: 'ignore' }).status ===
    0
  )
}

const sharedFolder = '/var/lib/longtable'

/**
 * The program may lie where the lent user cannot go, such as /root. Then the engine is copied once to a folder that is
 * open to all.
 */
export function reachableBinaries(
  binaries: Pick<PostgresBinaries, 'binDir' | 'version'>,
  user: RunUser,
): string {
  if (holdsFor(user, '-x', join(binaries.binDir, 'postgres'))) return binaries.binDir
  const native = dirname(resolve(binaries.binDir))
  const key = createHash('sha256').update(native).digest('hex').slice(0, 8)
  for (const folder of [sharedFolder, join(tmpdir(), 'longtable')]) {
    const copy = join(folder, `engine-${binaries.version}-${key}`)
    const bin = join(copy, 'bin')
    if (existsSync(bin) && lstatSync(copy).uid === 0 && holdsFor(user, '-x', join(bin, 'postgres')))
      return bin
    const half = `${copy}.${process.pid}`
    try {
      mkdirSync(folder, { recursive: true, mode: 0o755 })
      cpSync(native, half, { recursive: true, verbatimSymlinks: true })
      renameSync(half, copy)
    } catch {
      rmSync(half, { recursive: true, force: true })
    }
    if (existsSync(bin) && lstatSync(copy).uid === 0 && holdsFor(user, '-x', join(bin, 'postgres')))
      return bin
  }
  throw new DatabaseUnavailable(
    `The user ${user.name}, as whom PostgreSQL runs because root may not, cannot reach ${binaries.binDir}. ` +
      'Move the program to a folder that others may enter (such as /opt/longtable), or start it as an ordinary user.',
  )
}

/**
 * Where the database can really lie: the wanted folder, or, when the lent user cannot go there, a folder under
 * /var/lib/longtable to which the wanted path becomes a link.
 */
export function reachableDataDir(dataDir: string, user: RunUser): string {
  if (user.uid === undefined || lstatSync(dataDir, { throwIfNoEntry: false })?.isSymbolicLink())
    return dataDir
  let parent = dirname(dataDir)
  while (!existsSync(parent)) parent = dirname(parent)
  if (holdsFor(user, '-x', parent)) return dataDir
  if (existsSync(dataDir)) {
    throw new DatabaseUnavailable(
      `The user ${user.name}, as whom PostgreSQL runs because root may not, cannot reach ${dataDir}. ` +
        `Open the folders above it for passing through (chmod o+x ${parent}), or move it and set LONGTABLE_DATA.`,
    )
  }
  mkdirSync(dirname(dataDir), { recursive: true })
  mkdirSync(sharedFolder, { recursive: true, mode: 0o755 })
  // Not named after the wanted folder: who deletes that folder means to begin anew.
  const real = mkdtempSync(join(sharedFolder, 'data-'))
  chmodSync(real, 0o755)
  try {
    symlinkSync(join(real, 'postgres'), dataDir)
  } catch (error) {
    // Another start of the same moment was faster.
    rmSync(real, { recursive: true })
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error // as: node:fs throws it
  }
  return dataDir
}
