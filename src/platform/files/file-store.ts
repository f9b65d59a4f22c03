import type { Readable } from 'node:stream'

/** Where uploaded files live. A key is a relative path that we make ourselves, never a name that somebody typed. */
export type FileStore = {
  /** Saves the whole content or nothing; an older file of the same key is replaced. */
  put(key: string, content: Uint8Array | Readable, about: { type: string }): Promise<void>
  get(key: string): Promise<Readable | undefined>
  /** Removing what is not there is no fault: a job may run twice. */
  remove(key: string): Promise<void>
  /** Every file whose key begins with the prefix, in no particular order; for backups. */
  list(prefix: string): AsyncIterable<{ key: string; size: number }>
}

const keyShape = /^[a-z0-9]([a-z0-9._-]*[a-z0-9_-])?(\/[a-z0-9]([a-z0-9._-]*[a-z0-9_-])?)*$/

/**
 * The key itself when it is safe as a path on any system and as an address: lower case, no hidden or parent folders.
 * Anything else is our own mistake and throws.
 */
export function checkedKey(key: string): string {
  if (key.length > 300 || key.includes('..') || !keyShape.test(key)) {
    throw new Error(`Not a file key: ${JSON.stringify(key.slice(0, 100))}`)
  }
  return key
}

/** The prefix itself when some key could begin with it; the empty prefix means every file. */
export function checkedPrefix(prefix: string): string {
  if (prefix === '') return prefix
  checkedKey(prefix.replace(/[/._-]$/, ''))
  return prefix
}
