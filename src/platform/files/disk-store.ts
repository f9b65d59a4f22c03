import { randomUUID } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { type FileHandle, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { checkedKey, checkedPrefix, type FileStore } from './file-store.ts'

const incomingFolder = '.incoming'
const abandonedAfter = 24 * 3600 * 1000

/**
 * Files in a folder of this machine. A file is written beside the others, forced to disk and then renamed, so that a
 * power cut leaves the old file or the new one, never half of one.
 */
export function diskStore(path: string): FileStore {
  const folder = resolve(path)
  let ready: Promise<void> | undefined

  async function put(key: string, content: Uint8Array | Readable): Promise<void> {
    const target = join(folder, checkedKey(key))
    ready ??= prepare(folder)
    await ready
    const incoming = join(folder, incomingFolder, randomUUID())
    try {
      const source = content instanceof Readable ? content : Readable.from([content])
      await pipeline(source, createWriteStream(incoming, { flags: 'wx', mode: 0o600, flush: true }))
      await mkdir(dirname(target), { recursive: true, mode: 0o700 })
      await rename(incoming, target)
    } catch (error) {
      await rm(incoming, { force: true })
      throw error
    }
    await syncFolders(folder, dirname(target))
  }

  async function get(key: string): Promise<Readable | undefined> {
    const file = join(folder, checkedKey(key))
    const handle = await openIfThere(file)
    if (!handle) return undefined
    if (!(await handle.stat()).isFile()) {
      await handle.close()
      return undefined
    }
    return createReadStream(file, { fd: handle })
  }

  async function remove(key: string): Promise<void> {
    await rm(join(folder, checkedKey(key)), { force: true })
  }

  return { put, get, remove, list: (prefix) => listFiles(folder, checkedPrefix(prefix)) }
}

/** Makes the folders and clears what writers left behind when they were killed. */
async function prepare(folder: string): Promise<void> {
  const incoming = join(folder, incomingFolder)
  await mkdir(incoming, { recursive: true, mode: 0o700 })
  for (const name of await readdir(incoming)) {
    const path = join(incoming, name)
    // Another process of ours may be writing here now.
    const age = await stat(path).then(
      (found) => Date.now() - found.mtimeMs,
      () => 0,
    )
    if (age > abandonedAfter) await rm(path, { force: true })
  }
}

/** A rename is on disk when its folder is; a new folder when the one above it is. */
async function syncFolders(top: string, bottom: string): Promise<void> {
  // Windows cannot open a folder, and its file systems log renames themselves.
  if (process.platform === 'win32') return
  for (let folder = bottom; folder.startsWith(top); folder = dirname(folder)) {
    const handle = await open(folder, 'r')
    try {
      await handle.sync()
    } finally {
      await handle.close()
    }
    if (folder === top || folder === dirname(folder)) return
  }
}

async function openIfThere(path: string): Promise<FileHandle | undefined> {
  try {
    return await open(path, 'r')
  } catch (error) {
    if (isMissing(error)) return undefined
    throw error
  }
}

function isMissing(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  return code === 'ENOENT' || code === 'ENOTDIR'
}

async function* listFiles(folder: string, prefix: string): AsyncGenerator<{ key: string; size: number }> {
  const waiting = ['']
  for (let inside = waiting.pop(); inside !== undefined; inside = waiting.pop()) {
    const entries = await readdir(join(folder, inside), { withFileTypes: true }).catch((error: unknown) => {
      if (isMissing(error)) return []
      throw error
    })
    for (const entry of entries) {
      if (entry.name.startsWith('.')) continue
      const key = inside === '' ? entry.name : `${inside}/${entry.name}`
      if (entry.isDirectory() && (key.startsWith(prefix) || prefix.startsWith(`${key}/`))) waiting.push(key)
      if (entry.isFile() && key.startsWith(prefix)) yield { key, size: (await stat(join(folder, key))).size }
    }
  }
}
