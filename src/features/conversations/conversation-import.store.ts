import { buffer } from 'node:stream/consumers'
import type { FileStore } from '../../platform/files/file-store.ts'
import type { OpenDataFault } from './open-data-reader.ts'
import type { OpenSummary } from './open-data.ts'

/** What an archive holds, once it was read. */
export type ArchiveReport =
  | { state: 'unreadable'; problem: 'not-an-archive' | 'too-large' | 'damaged' }
  | { state: 'faulty'; faults: OpenDataFault[]; count: number }
  | {
      state: 'ready'
      topic: string
      statements: number
      rejected: number
      people: number
      votes: number
      /** When the first and the last vote were cast, in milliseconds since 1970; null without votes. */
      first: number | null
      last: number | null
      groups: number
    }

export type ArchiveProgress = { done: number; total: number }

/** Where the conversation came from, for its next export. */
export type ConversationOrigin = Pick<OpenSummary, 'url' | 'views'>

type Parts = { report: ArchiveReport; progress: ArchiveProgress; origin: ConversationOrigin }

function keyOf(fileId: string, part: keyof Parts | 'upload'): string {
  return `conversation-imports/${fileId}/${part}`
}

export async function putArchive(files: FileStore, fileId: string, bytes: Uint8Array): Promise<void> {
  await files.put(keyOf(fileId, 'upload'), bytes, { type: 'application/zip' })
}

export async function findArchive(files: FileStore, fileId: string): Promise<Buffer | undefined> {
  const stream = await files.get(keyOf(fileId, 'upload'))
  return stream && buffer(stream)
}

/** What is known of an archive on its way in, beside its bytes; the pages and the jobs read it. */
export async function putArchivePart<Part extends keyof Parts>(
  files: FileStore,
  fileId: string,
  part: Part,
  content: Parts[Part],
): Promise<void> {
  await files.put(keyOf(fileId, part), Buffer.from(JSON.stringify(content)), { type: 'application/json' })
}

export async function findArchivePart<Part extends keyof Parts>(
  files: FileStore,
  fileId: string,
  part: Part,
): Promise<Parts[Part] | undefined> {
  const stream = await files.get(keyOf(fileId, part))
  // Written by putArchivePart and by nothing else.
  return stream && (JSON.parse((await buffer(stream)).toString('utf8')) as Parts[Part])
}

export async function removeArchivePart(files: FileStore, fileId: string, part: keyof Parts): Promise<void> {
  await files.remove(keyOf(fileId, part))
}

/** Forgets what is no longer needed once the conversation is in; where it came from stays. */
export async function removeArchive(
  files: FileStore,
  fileId: string,
  { origin = false }: { origin?: boolean } = {},
): Promise<void> {
  const parts = ['upload', 'report', 'progress', ...(origin ? (['origin'] as const) : [])] as const
  for (const part of parts) await files.remove(keyOf(fileId, part))
}
