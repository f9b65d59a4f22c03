import { afterAll, beforeAll, inject } from 'vitest'
import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { driverOptions, openDatabase, type Connection, type Db } from '../../src/platform/db/database.ts'
import type {} from './global-setup.ts'

export type TestDatabase = { db: Db; pool: pg.Pool; connection: Connection }

/**
 * A database of its own for this test file, with the schema and no rows. Call it at the top of the file; it is made
 * before the first test and dropped after the last. `empty` leaves the schema out too.
 */
export function testDatabase({ empty = false }: { empty?: boolean } = {}): TestDatabase {
  const { template, ...server } = inject('testServer')
  const name = `test_${randomBytes(6).toString('hex')}`
  const connection: Connection = { socketDir: server.socketDir, user: server.user, database: name }
  const { db, pool, close } = openDatabase(connection, 5)
  const administer = async (sql: string) => {
    const client = new pg.Client(driverOptions({ ...connection, database: 'postgres' }))
    await client.connect()
    await client.query(sql).finally(() => client.end())
  }
  beforeAll(() => administer(`create database ${name} template ${empty ? 'template0' : template}`))
  afterAll(async () => {
    await close()
    await administer(`drop database if exists ${name} with (force)`)
  })
  return { db, pool, connection }
}
