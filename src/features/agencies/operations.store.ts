import { statfs } from 'node:fs/promises'
import { sql } from 'kysely'
import type { Db } from '../../platform/db/database.ts'

export type DatabaseFacts = {
  /** As PostgreSQL names itself: "18.4". */
  version: string
  bytes: number
  /** Transactions since the oldest row was frozen; PostgreSQL stops writing near two billion. */
  transactionAge: number
}

export async function databaseFacts(db: Db): Promise<DatabaseFacts> {
  const { rows } = await sql<DatabaseFacts>`
    select split_part(current_setting('server_version'), ' ', 1) as version,
      pg_database_size(current_database()) as bytes,
      age(datfrozenxid)::bigint as transaction_age
    from pg_database where datname = current_database()
  `.execute(db)
  return rows[0]!
}

export type DiskFacts = { freeBytes: number; totalBytes: number }

/** The disk that holds the data folder; undefined when it is not on this machine. */
export async function diskFacts(folder: string): Promise<DiskFacts | undefined> {
  try {
    const disk = await statfs(folder)
    return { freeBytes: disk.bavail * disk.bsize, totalBytes: disk.blocks * disk.bsize }
  } catch {
    return undefined
  }
}
