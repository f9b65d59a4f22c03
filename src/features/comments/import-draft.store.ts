import { buffer } from 'node:stream/consumers'
import type { Table, TableFaults, TableRow } from '../../platform/documents/table-types.ts'
import type { FileStore } from '../../platform/files/file-store.ts'
import type { ImportMapping } from './import-mapping.ts'
import type { ImportReport } from './import-rows.ts'

/** What is known of an uploaded table once it was read: its columns and first rows, or why it cannot be read. */
export type TableHead = (Omit<Table, 'rows'> & { rows: number; sample: string[][] }) | TableFaults

/** A dry run: asked for, or done. */
export type ImportCheck = { askId: string; mapping: ImportMapping; report?: ImportReport }

/** The bringing in: asked for, done, or refused with the reason. */
export type ImportOutcome =
  | { state: 'asked' }
  | { state: 'done'; comments: number; leftOut: number }
  | { state: 'refused'; reason: 'draft' | 'faulty' | 'gone' }

type Parts = { head: TableHead; rows: TableRow[]; check: ImportCheck; outcome: ImportOutcome }

function keyOf(fileId: string, part: keyof Parts | 'upload'): string {
  return `imports/${fileId}/${part}`
}

/** Keeps the bytes of an uploaded table until it is brought in. */
export async function putUpload(
  files: FileStore,
  fileId: string,
  bytes: Uint8Array,
  type: string,
): Promise<void> {
  await files.put(keyOf(fileId, 'upload'), bytes, { type })
}

export async function findUpload(files: FileStore, fileId: string): Promise<Buffer | undefined> {
  const stream = await files.get(keyOf(fileId, 'upload'))
  return stream && buffer(stream)
}

/** What an import is made of on its way, beside the upload: read once, used by the pages and the jobs. */
export async function putPart<Part extends keyof Parts>(
  files: FileStore,
  fileId: string,
  part: Part,
  content: Parts[Part],
): Promise<void> {
  await files.put(keyOf(fileId, part), Buffer.from(JSON.stringify(content)), { type: 'application/json' })
}

export async function findPart<Part extends keyof Parts>(
  files: FileStore,
  fileId: string,
  part: Part,
): Promise<Parts[Part] | undefined> {
  const stream = await files.get(keyOf(fileId, part))
  // Written by putPart and by nothing else.
  return stream && (JSON.parse((await buffer(stream)).toString('utf8')) as Parts[Part])
}

/** Forgets the uploaded words: they are comments now, where they can be redacted and erased, or they were given up. */
export async function removeWords(files: FileStore, fileId: string): Promise<void> {
  for (const part of ['upload', 'rows', 'check'] as const) await files.remove(keyOf(fileId, part))
  const head = await findPart(files, fileId, 'head')
  if (head?.outcome === 'table') await putPart(files, fileId, 'head', { ...head, sample: [] })
}

export async function removeAllParts(files: FileStore, fileId: string): Promise<void> {
  for (const part of ['upload', 'rows', 'check', 'head', 'outcome'] as const)
    await files.remove(keyOf(fileId, part))
}

/** Forgets how an earlier try ended, when another begins. */
export async function removeOutcome(files: FileStore, fileId: string): Promise<void> {
  await files.remove(keyOf(fileId, 'outcome'))
}
