import { sql } from 'kysely'
import { Readable } from 'node:stream'
import type { Db } from '../../platform/db/database.ts'
import { csvStream } from '../../platform/documents/csv-writer.ts'
import type { CellValue, Column } from '../../platform/documents/table-cell.ts'
import type { ZipEntry } from '../../platform/documents/zip-writer.ts'
import { safeFileName } from '../../platform/files/file-headers.ts'
import type { FileStore } from '../../platform/files/file-store.ts'
import '../../platform/files/stored-file.store.ts'
import type { Agency } from '../agencies/agency.ts'
import { findUpload } from '../comments/import-draft.store.ts'
import { columnInWords, type ExportedColumn, exportedTables, exportReadme } from './agency-export.ts'

type Row = Record<string, unknown>

/** The columns of every table in the database, with their types, in their order. */
export async function listColumns(db: Db): Promise<ExportedColumn[]> {
  const { rows } = await sql<{ table: string; column: string; type: string }>`
    select relname as table, attname as column, format_type(atttypid, atttypmod) as type
    from pg_attribute
    join pg_class on pg_class.oid = attrelid
    join pg_namespace on pg_namespace.oid = relnamespace
    where nspname = current_schema() and relkind in ('r', 'p') and attnum > 0 and not attisdropped
    order by relname, attnum
  `.execute(db)
  return rows.map(({ table, column, type }) => ({ table, name: column, type }))
}

async function primaryKey(db: Db, table: string): Promise<string[]> {
  const { rows } = await sql<{ column: string }>`
    select attname as column from pg_index
    join pg_attribute on attrelid = indrelid and attnum = any(indkey)
    where indrelid = ${table}::regclass and indisprimary
    order by array_position(indkey::int2[], attnum)
  `.execute(db)
  return rows.map((row) => row.column)
}

const batch = 1000

/** The rows of a table that belong to an agency, in the order of its key, a thousand at a time, as text. */
async function* rowsOf(
  db: Db,
  table: string,
  columns: readonly string[],
  agencyId: string,
): AsyncGenerator<Row> {
  const key = await primaryKey(db, table)
  const own = table === 'agency' ? 'id' : 'agency_id'
  const keyRow = sql`(${sql.join(key.map((column) => sql.ref(column)))})`
  let after: unknown[] | undefined
  for (;;) {
    const onwards = after ? sql`and ${keyRow} > (${sql.join(after)})` : sql``
    // to_jsonb: the columns keep their own names, and instants and numbers their full precision.
    const { rows } = await sql<{ row: Row }>`
      select to_jsonb(picked) as row from (
        select ${sql.join([...new Set([...columns, ...key])].map((column) => sql.ref(column)))} from ${sql.table(table)}
        where ${sql.ref(own)} = ${agencyId} ${onwards}
        order by ${sql.join(key.map((column) => sql.ref(column)))} limit ${batch}
      ) picked
    `.execute(db)
    for (const { row } of rows) yield row
    const last = rows.at(-1)?.row
    if (!last || rows.length < batch) return
    after = key.map((column) => last[column])
  }
}

function cellOf(value: unknown): CellValue {
  if (value === null || value === undefined) return ''
  if (typeof value === 'object') return JSON.stringify(value)
  return typeof value === 'number' || typeof value === 'boolean' ? value : String(value)
}

function csv(columns: readonly string[], rows: AsyncIterable<Row> | Iterable<Row>): Readable {
  const named: Column<Row>[] = columns.map((name) => ({ name, value: (row) => cellOf(row[name]) }))
  return Readable.fromWeb(csvStream(named, rows) as Parameters<typeof Readable.fromWeb>[0]) // as: bytes, in both typings
}

/**
 * Messages carry secrets in their words: receipt links, links that stop a mail, codes. Those are blacked out, because an
 * archive travels further than the outbox.
 */
async function* withoutSecrets(rows: AsyncIterable<Row>): AsyncGenerator<Row> {
  for await (const row of rows) {
    const text = row['kind'] === 'code' ? '████' : hideSecrets(String(row['text'] ?? ''))
    yield { ...row, text, subject: row['kind'] === 'code' ? '████' : row['subject'] }
  }
}

/** Links to receipts and to stopping or confirming, and receipt codes by themselves, as they stand in our mails. */
export function hideSecrets(text: string): string {
  return text
    .replace(/(\/(?:r|receipts|stop|confirm)\/)[^\s"'<>)]+/g, '$1████')
    .replace(/([?&](?:token|code|confirm)=)[^\s"'<>&)]+/g, '$1████')
    .replace(/\b[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}\b/g, '████')
}

/** The people that the tables of an agency speak of. */
async function listPeopleOf(db: Db, agencyId: string): Promise<Row[]> {
  const { rows } = await sql<{ row: Row }>`
    select to_jsonb(picked) as row from (
      select id, name, address, language, created_at, erased_at from person
      where id in (
        select person_id from membership where agency_id = ${agencyId}
        union select actor_id from audit_entry where agency_id = ${agencyId}
        union select person_id from comment where agency_id = ${agencyId}
        union select entered_by from comment where agency_id = ${agencyId}
        union select coder_id from reading where agency_id = ${agencyId}
      ) order by id
    ) picked
  `.execute(db)
  return rows.map(({ row }) => row)
}

/** Every file of the archive, made one after the other. `db` should be one snapshot, so that the tables fit together. */
export async function* agencyArchive(
  { db, files }: { db: Db; files: FileStore },
  agency: Agency,
  { baseUrl, now }: { baseUrl: string; now: Date },
): AsyncGenerator<ZipEntry> {
  const columns = Map.groupBy(await listColumns(db), (column) => column.table)
  const encode = (text: string) => new TextEncoder().encode(text)
  yield { path: 'README.txt', content: encode(exportReadme({ agency, now, baseUrl })) }
  const dictionary: Row[] = []
  for (const { name, about, without = [] } of exportedTables) {
    dictionary.push({ table: name, column: '', type: '', description: about })
    const kept = (columns.get(name) ?? []).filter((column) => !without.includes(column.name))
    for (const column of kept) {
      dictionary.push({
        table: name,
        column: column.name,
        type: column.type,
        description: columnInWords(column.name) ?? '',
      })
    }
    const names = kept.map((column) => column.name)
    const rows = rowsOf(db, name, names, agency.id)
    yield {
      path: `tables/${name}.csv`,
      content: csv(names, name === 'message' ? withoutSecrets(rows) : rows),
    }
  }
  yield { path: 'dictionary.csv', content: csv(['table', 'column', 'type', 'description'], dictionary) }
  yield {
    path: 'people.csv',
    content: csv(
      ['id', 'name', 'address', 'language', 'created_at', 'erased_at'],
      await listPeopleOf(db, agency.id),
    ),
  }
  yield* storedFiles({ db, files }, agency.id)
}

async function* storedFiles(
  { db, files }: { db: Db; files: FileStore },
  agencyId: string,
): AsyncGenerator<ZipEntry> {
  const stored = await db
    .selectFrom('storedFile')
    .select(['id', 'name'])
    .where('agencyId', '=', agencyId)
    .orderBy('id')
    .execute()
  for (const { id, name } of stored) {
    // The words of an imported table are forgotten once they are comments.
    const content = await findUpload(files, id)
    if (content) yield { path: `files/${id}-${safeFileName(name)}`, content }
  }
}
