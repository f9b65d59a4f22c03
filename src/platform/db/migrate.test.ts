import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { testDatabase } from '../../../tests/support/database.ts'
import { migrate, MigrationRefused, pendingMigrations, readMigrations } from './migrate.ts'

const { pool, connection } = testDatabase({ empty: true })
let migrationsDir: string

beforeEach(() => {
  migrationsDir = mkdtempSync(join(tmpdir(), 'longtable-migrations-'))
  write('0001-people-exist.sql', 'create table person (id uuid primary key);\ncreate index on person (id);')
  write('0002-people-have-names.sql', 'alter table person add name text;')
})

afterEach(async () => {
  rmSync(migrationsDir, { recursive: true })
  await pool.query('drop table if exists person, schema_migration')
})

const write = (name: string, sql: string) => writeFileSync(join(migrationsDir, name), sql)

describe('migrations', () => {
  test('are applied in order, once', async () => {
    expect(await pendingMigrations(pool, { migrationsDir })).toHaveLength(2)
    const { applied } = await migrate(connection, { migrationsDir })
    expect(applied).toEqual(['0001-people-exist.sql', '0002-people-have-names.sql'])
    expect(await pendingMigrations(pool, { migrationsDir })).toEqual([])
    expect(await migrate(pool, { migrationsDir })).toEqual({ applied: [] })
    await pool.query('select id, name from person')
  })

  test('are applied once when several processes start together', async () => {
    const all = await Promise.all([1, 2, 3, 4].map(() => migrate(connection, { migrationsDir })))
    expect(all.flatMap(({ applied }) => applied).sort()).toEqual([
      '0001-people-exist.sql',
      '0002-people-have-names.sql',
    ])
  })

  test('leave nothing of a file that fails, and name its line', async () => {
    write('0003-broken.sql', 'alter table person add age int;\n\nalter table nobody add age int;')
    await expect(migrate(pool, { migrationsDir })).rejects.toThrow(/0003-broken\.sql.*nobody/s)
    expect(await pendingMigrations(pool, { migrationsDir })).toEqual(['0003-broken.sql'])
    await expect(pool.query('select age from person')).rejects.toThrow(/age/)
  })

  test('are refused when the database is newer than the program', async () => {
    write('0003-later.sql', 'select 1')
    await migrate(pool, { migrationsDir })
    rmSync(join(migrationsDir, '0003-later.sql'))
    await expect(migrate(pool, { migrationsDir })).rejects.toThrow(/newer than this program.*0003-later/)
    await expect(pendingMigrations(pool, { migrationsDir })).rejects.toBeInstanceOf(MigrationRefused)
  })

  test('are refused when an applied file has changed', async () => {
    await migrate(pool, { migrationsDir })
    write('0001-people-exist.sql', 'create table person (id text primary key);')
    await expect(migrate(pool, { migrationsDir })).rejects.toThrow(/0001-people-exist\.sql was changed/)
  })

  test('have numbers without gaps', () => {
    write('0004-gap.sql', 'select 1')
    expect(() => readMigrations(migrationsDir)).toThrow(/0003-/)
  })
})
