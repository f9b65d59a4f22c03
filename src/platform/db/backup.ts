import { createWriteStream, type Dirent } from 'node:fs'
import { open, readdir, rename, rm, stat, type FileHandle } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import pg from 'pg'
import tar from 'tar-stream'
import {
  copyOutStatement,
  listTables,
  quotedTable,
  tableFolder,
  tally,
  useFixedFormats,
  type ArchivedFile,
  type ArchivedTable,
  type Manifest,
  type TableShape,
} from './archive-format.ts'
import { copyOut } from './copy-stream.ts'
import { driverOptions, type Connection } from './database.ts'

export type BackupOptions = {
  connection: Connection
  /** Where the archive goes; it must not exist yet. */
  archive: string
  /** The folder of uploaded files; a folder that does not exist counts as empty. */
  filesFolder?: string
  now?: Date
}

export type Backup =
  | { outcome: 'made'; manifest: Manifest; rows: number; bytes: number }
  | { outcome: 'refused'; message: string }

const partSize = 4 * 1024 * 1024

/**
 * Writes the database as it is at one moment, and the uploaded files, into one archive, while the program goes on
 * working. The archive appears under its name only when it is whole.
 */
export async function backup({
  connection,
  archive,
  filesFolder,
  now = new Date(),
}: BackupOptions): Promise<Backup> {
  if (await exists(archive))
    return { outcome: 'refused', message: `${archive} exists already; name a new file.` }
  const client = new pg.Client(driverOptions(connection))
  client.on('error', () => undefined)
  await client.connect()
  const half = `${archive}.half-${process.pid}`
  const pack = tar.pack()
  const target = createWriteStream(half, { flags: 'wx', mode: 0o600, flush: true })
  const writing = pipeline(Readable.from(pack), createGzip(), target)
  let unwritable: unknown
  writing.catch((error: Error) => {
    unwritable = error
    pack.destroy(error)
  })
  try {
    const manifest = await fill(pack, client, { filesFolder, now })
    await writing
    await rename(half, archive)
    const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0)
    return { outcome: 'made', manifest, rows, bytes: (await stat(archive)).size }
  } catch (error) {
    pack.destroy()
    await writing.catch(() => undefined)
    // A full disk is the reason, the broken stream only its consequence.
    throw unwritable instanceof Error && 'code' in unwritable && unwritable.code === 'ENOSPC'
      ? unwritable
      : error
  } finally {
    await rm(half, { force: true })
    await client.end().catch(() => undefined)
  }
}

async function fill(
  pack: tar.Pack,
  client: pg.Client,
  { filesFolder, now }: { filesFolder: string | undefined; now: Date },
): Promise<Manifest> {
  await client.query('begin isolation level repeatable read read only')
  await useFixedFormats(client)
  const { rows: engine } = await client.query<{ version: string }>(
    `select current_setting('server_version') as version`,
  )
  const tables = await listTables(client)
  // A migration must not change a table between the snapshot and its turn.
  for (const table of tables) await client.query(`lock table ${quotedTable(table)} in access share mode`)
  const { rows: migrations } = await client.query<Manifest['migrations'][number]>(
    'select name, sha256 from public.schema_migration order by name collate "C"',
  )
  const manifest: Manifest = {
    format: 'longtable-backup',
    version: 1,
    madeAt: now.toISOString(),
    engine: engine[0]?.version ?? '',
    migrations,
    tables: [],
    files: [],
  }
  for (const table of tables) manifest.tables.push(await addTable(pack, client, table, now))
  await client.query('commit')
  // The files come after the snapshot, so each that a row names is there, except what was erased meanwhile.
  if (filesFolder) {
    for (const path of await listFiles(filesFolder)) {
      const file = await addFile(pack, filesFolder, path)
      if (file) manifest.files.push(file)
    }
  }
  await addEntry(pack, { name: 'manifest.json', mtime: now }, Buffer.from(JSON.stringify(manifest, null, 1)))
  pack.finalize()
  return manifest
}

async function addTable(
  pack: tar.Pack,
  client: pg.Client,
  table: TableShape,
  mtime: Date,
): Promise<ArchivedTable> {
  const source = copyOut(client, copyOutStatement(table))
  const seen = tally()
  let part: Buffer[] = []
  let size = 0
  let parts = 0
  const writePart = async () => {
    const name = `${tableFolder(table)}${String(++parts).padStart(6, '0')}.copy`
    await addEntry(pack, { name, mtime }, Buffer.concat(part, size))
    part = []
    size = 0
  }
  for await (const chunk of source as AsyncIterable<Buffer>) {
    seen.add(chunk)
    part.push(chunk)
    size += chunk.length
    if (size >= partSize) await writePart()
  }
  if (size > 0) await writePart()
  const { schema, name, columns } = table
  return { schema, name, columns, rows: source.rows, bytes: seen.bytes, sha256: seen.sha256() }
}

function addEntry(
  pack: tar.Pack,
  header: Partial<tar.Header> & { name: string },
  content: Buffer,
): Promise<void> {
  return new Promise((resolve, reject) => {
    pack.entry(header, content, (error) => (error ? reject(error) : resolve()))
  })
}

/** The paths below a folder, with `/`, in one fixed order. */
export async function listFiles(folder: string): Promise<string[]> {
  const found: string[] = []
  const visit = async (inside: string) => {
    let entries: Dirent[]
    try {
      entries = await readdir(join(folder, inside), { withFileTypes: true })
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return // as: node:fs rejects with it
      throw error
    }
    for (const entry of entries) {
      const path = inside ? `${inside}/${entry.name}` : entry.name
      if (entry.isDirectory()) await visit(path)
      else if (entry.isFile()) found.push(path)
    }
  }
  await visit('')
  return found.sort()
}

async function addFile(pack: tar.Pack, folder: string, path: string): Promise<ArchivedFile | undefined> {
  let handle: FileHandle
  try {
    handle = await open(join(folder, path))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined // as: node:fs rejects with it
    throw error
  }
  try {
    const { size, mtime } = await handle.stat()
    const seen = tally()
    await new Promise<void>((resolve, reject) => {
      const sink = pack.entry({ name: `files/${path}`, size, mtime }, (error) =>
        error ? reject(error) : resolve(),
      )
      // A file that grows meanwhile is taken at the length that was announced; one that shrinks ends the backup.
      const source = handle.createReadStream({ end: Math.max(size - 1, 0), autoClose: false })
      send(source as AsyncIterable<Buffer>, sink, seen.add.bind(seen)).catch((error: Error) =>
        sink.destroy(error),
      )
    })
    return { path, size: seen.bytes, sha256: seen.sha256() }
  } finally {
    await handle.close()
  }
}

async function send(
  source: AsyncIterable<Buffer>,
  sink: NodeJS.WritableStream,
  onChunk: (chunk: Buffer) => void,
): Promise<void> {
  for await (const chunk of source) {
    onChunk(chunk)
    if (sink.write(chunk)) continue
    await new Promise<void>((resolve) => {
      const go = () => {
        sink.off('drain', go).off('close', go)
        resolve()
      }
      sink.on('drain', go).on('close', go)
    })
    if (!sink.writable) return
  }
  sink.end()
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  )
}
