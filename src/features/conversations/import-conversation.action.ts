import { createHash } from 'node:crypto'
import { recordAct } from '../../platform/audit/audit.store.ts'
import { inTransaction } from '../../platform/db/database.ts'
import { newId } from '../../platform/db/id.ts'
import { readCsv } from '../../platform/documents/csv-reader.ts'
import { unpack, zipDirectory } from '../../platform/documents/zip-reader.ts'
import type { TableLimits } from '../../platform/documents/table-types.ts'
import { addStoredFile, findStoredFile, removeStoredFile } from '../../platform/files/stored-file.store.ts'
import { enqueue } from '../../platform/jobs/enqueue.ts'
import type { Services } from '../../platform/services.ts'
import { oneLine } from '../engagements/form-fields.ts'
import { getEngagement } from '../engagements/engagement.store.ts'
import type { Engagement } from '../engagements/engagement.ts'
import {
  type ArchiveReport,
  findArchive,
  putArchive,
  putArchivePart,
  removeArchive,
  removeArchivePart,
} from './conversation-import.store.ts'
import { conversationLimits } from './conversation-form.ts'
import { saveConversationResult } from './conversation-result.store.ts'
import { addConversation, findConversationById } from './conversation.store.ts'
import { freezeReport } from './freeze-report.action.ts'
import { importedRows, importedTexts, type ImportWish, logPieces, standingPieces } from './imported-rows.ts'
import { resultFromGroups } from './imported-result.ts'
import { readsColumn } from './open-data-columns.ts'
import { type OpenDataRows, readOpenData } from './open-data-reader.ts'
import { type OpenConversation, type OpenDataFile, openDataFile } from './open-data.ts'
import { addImported, addImportedLatest, addImportedVotes } from './open-data.store.ts'
import './recount-conversation.job.ts'

/** What an uploaded archive belongs to, in the list of stored files. */
export const archiveKind = 'conversation-import'
export const largestArchive = 19 * 1024 * 1024
/** What an archive may grow to; more would hold a small server up. */
const largestUnpacked = 80 * 1024 * 1024

const largestSummary = 256 * 1024

export type { ImportWish } from './imported-rows.ts'

type FileJob = { agencyId: string; fileId: string }

declare module '../../platform/jobs/enqueue.ts' {
  interface Jobs {
    'check-conversation-archive': FileJob
    'import-conversation': FileJob & { personId: string; wish: ImportWish }
  }
}

export type UploadArchive =
  { outcome: 'uploaded'; fileId: string } | { outcome: 'empty' } | { outcome: 'too-large' }

/** Takes an archive in and asks for it to be read in the background. */
export async function uploadArchive(
  { db, files }: Pick<Services, 'db' | 'files'>,
  {
    engagement,
    actorId,
    name,
    bytes,
  }: { engagement: Engagement; actorId: string; name: string; bytes: Uint8Array },
  now: Date,
): Promise<UploadArchive> {
  if (bytes.length === 0) return { outcome: 'empty' }
  if (bytes.length > largestArchive) return { outcome: 'too-large' }
  const { agencyId } = engagement
  const fileId = newId()
  await putArchive(files, fileId, bytes)
  await inTransaction(db, async (db) => {
    await addStoredFile(db, {
      agencyId,
      id: fileId,
      aboutKind: archiveKind,
      aboutId: engagement.id,
      name: oneLine(name.normalize('NFC').toWellFormed()).replace(/[/\\]/g, ' ').slice(0, 200) || 'archive',
      type: 'application/zip',
      size: bytes.length,
      sha256: createHash('sha256').update(bytes).digest(),
      isPublic: false,
      uploadedBy: actorId,
      createdAt: now,
    })
    await enqueue(db, 'check-conversation-archive', { agencyId, fileId })
    await recordAct(
      db,
      {
        agencyId,
        actorId,
        act: 'import file uploaded',
        subjectKind: 'import',
        subjectId: fileId,
        details: { engagement: engagement.slug, bytes: bytes.length },
      },
      now,
    )
  })
  return { outcome: 'uploaded', fileId }
}

const limits: TableLimits = {
  bytes: largestUnpacked,
  rows: 1_000_000,
  columns: 20_000,
  cellLength: 50_000,
  unpackedBytes: largestUnpacked,
}

type ReadArchive =
  | { outcome: 'read'; conversation: OpenConversation }
  | { outcome: 'refused'; report: Exclude<ArchiveReport, { state: 'ready' }> }

/** Unpacks an archive and reads its tables. */
export async function readArchive(bytes: Uint8Array): Promise<ReadArchive> {
  const unreadable = (problem: 'not-an-archive' | 'too-large' | 'damaged'): ReadArchive => ({
    outcome: 'refused',
    report: { state: 'unreadable', problem },
  })
  const packed = zipDirectory(bytes)
  if (!packed) return unreadable('not-an-archive')
  const wanted = new Map(
    packed.flatMap((file) => {
      const which = openDataFile(file.path)
      return which ? [[which, file] as const] : []
    }),
  )
  const size = [...wanted.values()].reduce((sum, file) => sum + file.size, 0)
  if (size > largestUnpacked) return unreadable('too-large')
  const rows: Partial<Record<OpenDataFile, OpenDataRows[OpenDataFile]>> = {}
  for (const [which, file] of wanted) {
    // What it holds follows from the other files.
    if (which === 'comment-groups.csv') continue
    const content = unpack(bytes, file)
    if (!content) return unreadable('damaged')
    // A few lines about the conversation; what is larger is something else.
    if (which === 'summary.csv' && content.length > largestSummary) continue
    const onlyColumns = which === 'summary.csv' ? undefined : (name: string) => readsColumn(which, name)
    const table = await readCsv(content, { ...limits, onlyColumns })
    if (table.outcome === 'table') rows[which] = table.rows
    else if (which !== 'summary.csv') {
      const { row, problem } = table.faults[0]!
      const fault = { file: which, row, problem: 'unreadable', detail: problem } as const
      return { outcome: 'refused', report: { state: 'faulty', faults: [fault], count: 1 } }
    }
  }
  const read = await readOpenData(rows)
  return read.outcome === 'read'
    ? read
    : { outcome: 'refused', report: { state: 'faulty', faults: read.faults, count: read.count } }
}

/** Reads an uploaded archive and says what is in it, or which rows do not fit. Reading twice gives the same. */
export async function checkArchive(
  { db, files }: Pick<Services, 'db' | 'files'>,
  { agencyId, fileId }: FileJob,
): Promise<void> {
  const file = await findStoredFile(db, agencyId, fileId)
  const bytes = file && (await findArchive(files, fileId))
  if (!bytes) return
  const read = await readArchive(bytes)
  if (read.outcome === 'refused') return putArchivePart(files, fileId, 'report', read.report)
  const { summary, statements, participants, votes } = read.conversation
  let [first, last] = [Infinity, -Infinity]
  for (const at of votes.at) {
    first = Math.min(first, at)
    last = Math.max(last, at)
  }
  await putArchivePart(files, fileId, 'report', {
    state: 'ready',
    topic: oneLine(summary.topic).slice(0, conversationLimits.question),
    statements: statements.length,
    rejected: statements.filter(({ moderated }) => moderated === -1).length,
    people: participants.length,
    votes: votes.at.length,
    first: Number.isFinite(first) ? first : null,
    last: Number.isFinite(last) ? last : null,
    groups: new Set(participants.flatMap(({ group }) => group ?? [])).size,
  })
}

/** Asks for an archive to be brought in. */
export async function askToImport(
  { db, files }: Pick<Services, 'db' | 'files'>,
  { agencyId, fileId }: FileJob,
  { personId, wish }: { personId: string; wish: ImportWish },
): Promise<void> {
  await putArchivePart(files, fileId, 'progress', { done: 0, total: 0 })
  await inTransaction(db, (db) => enqueue(db, 'import-conversation', { agencyId, fileId, personId, wish }))
}

/**
 * Brings an archive in as a new conversation, all of it or nothing; its id is that of the file, so that a second run finds it
 * done. People and statements keep their numbers, votes their times.
 */
export async function importConversation(
  { db, files }: Pick<Services, 'db' | 'files'>,
  { agencyId, fileId, personId, wish }: FileJob & { personId: string; wish: ImportWish },
  now: Date,
): Promise<void> {
  const file = await findStoredFile(db, agencyId, fileId)
  if (!file) return
  if (await findConversationById(db, agencyId, fileId)) return removeArchive(files, fileId)
  const bytes = await findArchive(files, fileId)
  if (!bytes) return
  const read = await readArchive(bytes)
  if (read.outcome === 'refused') {
    await removeArchivePart(files, fileId, 'progress')
    return putArchivePart(files, fileId, 'report', read.report)
  }
  const engagement = await getEngagement(db, agencyId, file.aboutId)
  const { conversation: open } = read
  const { url, views } = open.summary
  await putArchivePart(files, fileId, 'origin', { url, views })
  const rows = importedRows(open, { agencyId, conversationId: fileId, personId, wish, now })
  const total = open.votes.at.length
  await inTransaction(db, async (db) => {
    const added = await addConversation(db, {
      agencyId,
      id: fileId,
      engagementId: engagement.id,
      status: wish.over ? 'closed' : 'draft',
      ...importedTexts(open, wish),
      whoAdds: wish.over ? 'staff' : 'voters',
      statementLength: 300,
      moderation: 'before',
      moderationPolicy: engagement.moderationPolicy,
      resultsShown: 'after-voting',
      opensAt: null,
      closesAt: null,
      closedAt: wish.over ? now : null,
      embedOrigins: [],
      version: 1,
      createdBy: personId,
      createdAt: now,
      changedAt: now,
    })
    if (!added) return
    await addImported(db, rows)
    const place = { agencyId, conversationId: fileId }
    for (const [done, some] of logPieces(open, rows)) {
      await addImportedVotes(db, place, some, now)
      await putArchivePart(files, fileId, 'progress', { done, total })
    }
    for (const some of standingPieces(open, rows)) await addImportedLatest(db, place, some)
    const result = resultFromGroups(open, {
      ...place,
      statementId: (number) => rows.statementId.get(number)!,
      voterId: (number) => rows.voterId.get(number)!,
    })
    if (result) await saveConversationResult(db, result)
    if (wish.over) await freezeReport(db, { ...place, by: personId }, now)
    else await enqueue(db, 'recount-conversation', place)
    await recordAct(
      db,
      {
        agencyId,
        actorId: personId,
        act: 'conversation imported',
        subjectKind: 'conversation',
        subjectId: fileId,
        details: {
          engagement: engagement.slug,
          statements: open.statements.length,
          people: open.participants.length,
          votes: total,
        },
        contentHash: file.sha256,
      },
      now,
    )
  })
  await removeArchive(files, fileId)
}

/** Forgets an upload that was not brought in. */
export async function giveUpArchive(
  { db, files }: Pick<Services, 'db' | 'files'>,
  { agencyId, fileId }: FileJob,
): Promise<void> {
  if (await findConversationById(db, agencyId, fileId)) return
  await inTransaction(db, (db) => removeStoredFile(db, agencyId, fileId))
  await removeArchive(files, fileId, { origin: true })
}
