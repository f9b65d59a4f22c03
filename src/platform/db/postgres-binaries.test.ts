import { chmodSync, existsSync, mkdirSync, mkdtempSync, readlinkSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { findPostgres, linkLibraries, majorOf } from './postgres-binaries.ts'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'longtable-engines-'))
})

afterEach(() => rmSync(folder, { recursive: true }))

/** A folder with programs that say they are this version. */
function engine(version: string): string {
  const bin = join(folder, `bin-${version}`)
  mkdirSync(bin)
  for (const program of ['postgres', 'initdb']) {
    writeFileSync(join(bin, program), `#!/bin/sh\necho "${program} (PostgreSQL) ${version}"\n`)
    chmodSync(join(bin, program), 0o755)
  }
  return bin
}

function dataMadeBy(major: number): string {
  const dataDir = join(folder, 'data')
  mkdirSync(dataDir)
  writeFileSync(join(dataDir, 'PG_VERSION'), `${major}\n`)
  return dataDir
}

describe('the engine', () => {
  test('comes with the program', async () => {
    const found = await findPostgres({ env: {} })
    expect(found).toMatchObject({ outcome: 'found', source: 'package', major: expect.any(Number) })
  })

  test('is the one that the setting names', async () => {
    const binDir = engine('17.6')
    const found = await findPostgres({ env: { LONGTABLE_POSTGRES_BIN: binDir } })
    expect(found).toEqual({ outcome: 'found', source: 'setting', binDir, major: 17, version: '17.6' })
  })

  test('is the one that made the data folder', async () => {
    const binDir = engine('97.1')
    const found = await findPostgres({ env: { PATH: binDir }, dataDir: dataMadeBy(97) })
    expect(found).toMatchObject({ outcome: 'found', source: 'system', binDir, major: 97 })
  })

  test('of another version than the data folder is refused with the ways on', async () => {
    const found = await findPostgres({
      env: { LONGTABLE_POSTGRES_BIN: engine('17.6') },
      dataDir: dataMadeBy(16),
    })
    if (found.outcome === 'found') throw new Error('found')
    expect(found.outcome).toBe('wrong-version')
    expect(found.message).toMatch(
      /made by PostgreSQL 16.*apt-get install postgresql-16.*LONGTABLE_POSTGRES_BIN=.*longtable backup/s,
    )
  })

  test('that is wanted in a version that is not there names the command which installs it', async () => {
    const found = await findPostgres({ env: {}, major: 98 })
    expect(found).toMatchObject({
      outcome: 'wrong-version',
      message: expect.stringContaining('apt-get install postgresql-98'),
    })
  })

  test.each([
    ['an empty folder', () => folder, /no program named postgres/],
    ['a version that is too old', () => engine('14.9'), /14\.9 is older than 15/],
    ['a version that is not released', () => engine('devel'), /no release version/],
  ])('is missing in %s, and one message tells the ways on', async (_, binDir, reason) => {
    const found = await findPostgres({ env: { LONGTABLE_POSTGRES_BIN: binDir() } })
    if (found.outcome === 'found') throw new Error('found')
    expect(found.message).toMatch(reason)
    expect(found.message).toMatch(
      /npm ci.*apt-get install postgresql.*LONGTABLE_POSTGRES_BIN=.*DATABASE_URL=/s,
    )
  })

  test('that does not run here is missing, with the reason', async () => {
    const binDir = engine('18.4')
    writeFileSync(join(binDir, 'postgres'), '#!/bin/sh\necho "libicu is not there" >&2\nexit 127\n')
    const found = await findPostgres({ env: { LONGTABLE_POSTGRES_BIN: binDir } })
    expect(found).toMatchObject({
      outcome: 'missing',
      message: expect.stringContaining('libicu is not there'),
    })
  })
})

describe('the libraries of the package', () => {
  test('get their links, once, without the package’s install script', () => {
    const native = join(folder, 'native')
    mkdirSync(join(native, 'lib'), { recursive: true })
    writeFileSync(join(native, 'lib/libpq.so.5.18'), '')
    const links = [{ source: 'native/lib/libpq.so.5.18', target: 'native/lib/libpq.so.5' }]
    writeFileSync(join(native, 'pg-symlinks.json'), JSON.stringify(links))
    linkLibraries(native)
    linkLibraries(native)
    expect(readlinkSync(join(native, 'lib/libpq.so.5'))).toBe('libpq.so.5.18')
    expect(existsSync(join(native, 'lib/libpq.so.5'))).toBe(true)
  })
})

test('a folder without a database has no version', () => {
  expect(majorOf(folder)).toBeUndefined()
})
