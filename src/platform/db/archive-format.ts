import { createHash } from 'node:crypto'
import pg from 'pg'
import { z } from 'zod'

// An archive is a gzipped tar: `tables/<schema>.<table>/<part>.copy` (PostgreSQL's COPY text format, the parts of one
// table following each other), then `files/<path>`, and last `manifest.json`, which says what must have been there.

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/)
const Count = z.number().int().nonnegative()

const ArchivedTable = z.object({
  schema: z.enum(['public', 'pgboss']),
  name: z.string().min(1),
  columns: z.array(z.string().min(1)),
  rows: Count,
  bytes: Count,
  sha256: Sha256,
})

const ArchivedFile = z.object({ path: z.string().min(1), size: Count, sha256: Sha256 })

/** What an archive holds, as its last entry tells. */
export const Manifest = z.object({
  format: z.literal('longtable-backup'),
  version: z.literal(1),
  madeAt: z.iso.datetime(),
  engine: z.string(),
  migrations: z.array(z.object({ name: z.string(), sha256: Sha256 })),
  tables: z.array(ArchivedTable),
  files: z.array(ArchivedFile),
})

export type Manifest = z.infer<typeof Manifest>
export type ArchivedTable = z.infer<typeof ArchivedTable>
export type ArchivedFile = z.infer<typeof ArchivedFile>

/** Folder of a table's parts within the archive. */
export const tableFolder = ({ schema, name }: Pick<ArchivedTable, 'schema' | 'name'>) =>
  `tables/${schema}.${name}/`

/** A table's name as SQL. */
export const quotedTable = ({ schema, name }: Pick<ArchivedTable, 'schema' | 'name'>) =>
  `${pg.escapeIdentifier(schema)}.${pg.escapeIdentifier(name)}`

export type TableShape = Pick<ArchivedTable, 'schema' | 'name' | 'columns'> & { order: string }

// Of pg-boss these are not content: its schema's own version, and statistics in tables that change by the day.
const leftOut = ['public.schema_migration', 'pgboss.version', 'pgboss.queue_stats']

/** The tables that a backup holds, in one fixed order, each with its columns and the SQL that orders its rows. */
export async function listTables(client: pg.ClientBase): Promise<TableShape[]> {
  const { rows } = await client.query<TableShape>(
    `select n.nspname as schema, c.relname as name, columns.names as columns, coalesce(key.columns, columns.ordering) as "order"
    from pg_class c
    join pg_namespace n on n.oid = c.relnamespace
    cross join lateral (
      select array_agg(a.attname::text order by a.attnum) as names,
        string_agg(quote_ident(a.attname) || '::text collate "C"', ', ' order by a.attnum) as ordering
      from pg_attribute a
      where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
    ) columns
    left join lateral (
      select string_agg(quote_ident(a.attname) || case when a.attcollation = 0 then '' else ' collate "C"' end, ', ' order by k.position) as columns
      from pg_index i
      cross join lateral unnest(i.indkey::int2[]) with ordinality as k (attnum, position)
      join pg_attribute a on a.attrelid = i.indrelid and a.attnum = k.attnum
      where i.indrelid = c.oid and i.indisprimary
    ) key on true
    where c.relkind in ('r', 'p') and not c.relispartition and columns.names is not null
      and n.nspname in ('public', 'pgboss') and n.nspname || '.' || c.relname <> all ($1)
      and not exists (select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
    order by n.nspname collate "C", c.relname collate "C"`,
    [leftOut],
  )
  return rows
}

/** The statement that reads a table in its fixed order. */
export function copyOutStatement(table: TableShape): string {
  const columns = table.columns.map((name) => pg.escapeIdentifier(name)).join(', ')
  return `copy (select ${columns} from ${quotedTable(table)} order by ${table.order}) to stdout`
}

/** The statement that fills a table. */
export function copyInStatement(table: Pick<ArchivedTable, 'schema' | 'name' | 'columns'>): string {
  return `copy ${quotedTable(table)} (${table.columns.map((name) => pg.escapeIdentifier(name)).join(', ')}) from stdin`
}

/** Makes values look the same whatever the server's own settings are; for the rest of the transaction. */
export async function useFixedFormats(client: pg.ClientBase): Promise<void> {
  const settings = {
    datestyle: 'ISO, YMD',
    intervalstyle: 'postgres',
    timezone: 'UTC',
    extra_float_digits: '1',
    bytea_output: 'hex',
    client_encoding: 'UTF8',
    statement_timeout: '0',
    lock_timeout: '0',
    idle_in_transaction_session_timeout: '0',
  }
  for (const [name, value] of Object.entries(settings)) {
    await client.query('select set_config($1, $2, true)', [name, value])
  }
}

/** Counts and hashes bytes as they pass. */
export function tally(): { add(chunk: Uint8Array): void; bytes: number; sha256(): string } {
  const hash = createHash('sha256')
  return {
    bytes: 0,
    add(chunk) {
      hash.update(chunk)
      this.bytes += chunk.length
    },
    sha256: () => hash.digest('hex'),
  }
}
