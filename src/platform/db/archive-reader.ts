import { createReadStream, type ReadStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import tar from 'tar-stream'
import { Manifest, tableFolder, tally } from './archive-format.ts'

/** A restore that will not be done; the message says why, and nothing was changed. */
export class Refused extends Error {
  override name = 'Refused'
}

export type ArchiveEntry = { header: { name: string } } & AsyncIterable<Buffer>

/** Reads a whole archive and compares everything in it with its manifest; throws what is wrong. */
export async function verifyArchive(archive: string): Promise<Manifest> {
  const tables = new Map<string, ReturnType<typeof tally>>()
  const files = new Map<string, ReturnType<typeof tally>>()
  let manifestText: Buffer[] | undefined
  const damaged = (what: string) =>
    new Refused(`${archive} is damaged or not a backup: ${what}. Nothing was changed.`)
  try {
    for await (const entry of entriesOf(archive)) {
      const name = entry.header.name
      const into = placeOf(name)
      if (into === undefined) throw damaged(`unexpected entry ${name}`)
      if (into.kind === 'manifest') {
        manifestText = []
        for await (const chunk of entry) manifestText.push(chunk)
        continue
      }
      const group = into.kind === 'table' ? tables : files
      const seen = group.get(into.key) ?? tally()
      group.set(into.key, seen)
      for await (const chunk of entry) seen.add(chunk)
    }
  } catch (error) {
    if (error instanceof Refused) throw error
    const { code, message } = error as NodeJS.ErrnoException // as: node:fs and node:zlib reject with it
    if (code === 'ENOENT') throw new Refused(`${archive} does not exist.`)
    throw damaged(message)
  }
  if (!manifestText) throw damaged('it ends early')
  const parsed = Manifest.safeParse(jsonOrUndefined(Buffer.concat(manifestText).toString('utf8')))
  if (!parsed.success) throw damaged(`its manifest is not understood (${parsed.error.issues[0]?.message})`)
  const manifest = parsed.data
  const nothing = () => tally()
  for (const table of manifest.tables) {
    const key = tableFolder(table)
    const seen = tables.get(key) ?? nothing()
    if (seen.bytes !== table.bytes || seen.sha256() !== table.sha256)
      throw damaged(`the rows of ${table.name} differ from its manifest`)
    tables.delete(key)
  }
  for (const file of manifest.files) {
    const seen = files.get(file.path)
    if (seen?.bytes !== file.size || seen.sha256() !== file.sha256)
      throw damaged(`the file ${file.path} differs from its manifest`)
    files.delete(file.path)
  }
  const stray = [...tables.keys(), ...files.keys()][0]
  if (stray !== undefined) throw damaged(`${stray} is not in its manifest`)
  return manifest
}

function jsonOrUndefined(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

type Place = { kind: 'manifest' } | { kind: 'table' | 'file'; key: string }

/** What an entry's name means; undefined for a name that no backup writes, such as one that leads out of the folder. */
export function placeOf(name: string): Place | undefined {
  if (name === 'manifest.json') return { kind: 'manifest' }
  const table = /^(tables\/(?:public|pgboss)\.[^/]+\/)\d{6,}\.copy$/.exec(name)?.[1]
  if (table) return { kind: 'table', key: table }
  if (!name.startsWith('files/') || /[\\\0]/.test(name)) return undefined
  const path = name.slice('files/'.length)
  const parts = path.split('/')
  if (parts.some((part) => part === '' || part === '.' || part === '..')) return undefined
  return { kind: 'file', key: path }
}

/** The entries of an archive, one after the other. */
export async function* entriesOf(archive: string): AsyncGenerator<ArchiveEntry> {
  const extract = tar.extract()
  const source: ReadStream = createReadStream(archive)
  let failure: Error | undefined
  const reading = pipeline(source, createGunzip(), extract).catch((error: Error) => {
    failure = error
    extract.destroy(error)
  })
  try {
    for await (const entry of extract) yield entry as ArchiveEntry // as: a stream of bytes, typed more widely
  } finally {
    source.destroy()
    await reading
  }
  if (failure && (failure as NodeJS.ErrnoException).code !== 'ERR_STREAM_PREMATURE_CLOSE') throw failure
}
