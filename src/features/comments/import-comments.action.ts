import { createHash } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import { recordAct } from '../../platform/audit/audit.store.ts'
import { inTransaction } from '../../platform/db/database.ts'
import { newId } from '../../platform/db/id.ts'
import { readTable } from '../../platform/documents/table-reader.ts'
import { addStoredFile, findStoredFile, removeStoredFile } from '../../platform/files/stored-file.store.ts'
import { enqueue } from '../../platform/jobs/enqueue.ts'
import type { Services } from '../../platform/services.ts'
import { newCode } from '../../platform/session/session.ts'
import { getAgency } from '../agencies/agency.store.ts'
import { instantIn } from '../engagements/agency-time.ts'
import { getEngagement } from '../engagements/engagement.store.ts'
import type { Engagement } from '../engagements/engagement.ts'
import { listAboutQuestions } from './about-question.store.ts'
import { type Comment, firstState } from './comment.ts'
import type { Asked } from './comment-form.ts'
import {
  addImport,
  addImportedComments,
  type BatchedComment,
  countBuiltOn,
  eraseImported,
  findImport,
  saveImport,
} from './comment-import.store.ts'
import { detectLanguage } from './detect-language.ts'
import { fingerprint } from './fingerprint.ts'
import {
  findPart,
  findUpload,
  putPart,
  putUpload,
  removeAllParts,
  removeOutcome,
  removeWords,
} from './import-draft.store.ts'
import type { ImportMapping } from './import-mapping.ts'
import { type ImportedRow, readImportRow, reportOf } from './import-rows.ts'
import { listQuestions } from './question.store.ts'
import { freeText } from './question.ts'
import { receiptLength } from './receipt.ts'
import { dayIn } from './response-promise.ts'
import { isUnderHold } from './staff-list.store.ts'

/** What an uploaded table belongs to, in the list of stored files. */
export const importFileKind = 'comment-import'
export const largestImport = 20 * 1024 * 1024

type FileJob = { agencyId: string; fileId: string }

declare module '../../platform/jobs/enqueue.ts' {
  interface Jobs {
    'read-import': FileJob
    'check-import': FileJob & { askId: string; mapping: ImportMapping }
    'commit-import': FileJob & { personId: string; mapping: ImportMapping; leaveOut: boolean }
  }
}

export type UploadImport =
  { outcome: 'uploaded'; fileId: string } | { outcome: 'empty' } | { outcome: 'too-large' }

/** Takes a table in and asks for it to be read in the background: a large workbook takes seconds. */
export async function uploadImport(
  { db, files }: Pick<Services, 'db' | 'files'>,
  {
    engagement,
    actorId,
    name,
    bytes,
  }: { engagement: Engagement; actorId: string; name: string; bytes: Uint8Array },
  now: Date,
): Promise<UploadImport> {
  if (bytes.length === 0) return { outcome: 'empty' }
  if (bytes.length > largestImport) return { outcome: 'too-large' }
  const agencyId = engagement.agencyId
  const fileId = newId()
  await putUpload(files, fileId, bytes, 'application/octet-stream')
  await inTransaction(db, async (db) => {
    await addStoredFile(db, {
      agencyId,
      id: fileId,
      aboutKind: importFileKind,
      aboutId: engagement.id,
      name: cleanName(name),
      type: 'application/octet-stream',
      size: bytes.length,
      sha256: createHash('sha256').update(bytes).digest(),
      isPublic: false,
      uploadedBy: actorId,
      createdAt: now,
    })
    await enqueue(db, 'read-import', { agencyId, fileId })
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

function cleanName(name: string): string {
  return (
    name
      .normalize('NFC')
      .toWellFormed()
      .replace(/[\u0000-\u001f\u007f/\\]/g, ' ')
      .trim()
      .slice(0, 200) || 'table'
  )
}

const sampleRows = 8

/** Reads an uploaded table and keeps its rows for the dry run. Reading twice gives the same. */
export async function readUploaded(
  { db, files }: Pick<Services, 'db' | 'files'>,
  { agencyId, fileId }: FileJob,
): Promise<void> {
  const file = await findStoredFile(db, agencyId, fileId)
  const bytes = file && (await findUpload(files, fileId))
  if (!file || !bytes) return
  const table = await readTable(bytes, file.name)
  if (table.outcome === 'fault') return putPart(files, fileId, 'head', table)
  const { rows, ...rest } = table
  await putPart(files, fileId, 'rows', rows)
  await putPart(files, fileId, 'head', {
    ...rest,
    rows: rows.length,
    sample: rows
      .slice(0, sampleRows)
      .map((row) => row.cells.map((cell) => cell.slice(0, 300).toWellFormed())),
  })
}

/** Asks for a dry run with this mapping. */
export async function askForCheck(
  { db, files }: Pick<Services, 'db' | 'files'>,
  { agencyId, fileId }: FileJob,
  mapping: ImportMapping,
): Promise<void> {
  const askId = newId()
  await removeOutcome(files, fileId)
  await putPart(files, fileId, 'check', { askId, mapping })
  await inTransaction(db, (db) => enqueue(db, 'check-import', { agencyId, fileId, askId, mapping }))
}

/** The dry run: every row is read as it would be, and nothing is kept but what it would come to. */
export async function checkImport(
  { db, files }: Pick<Services, 'db' | 'files'>,
  { agencyId, fileId, askId, mapping }: FileJob & { askId: string; mapping: ImportMapping },
  now: Date,
): Promise<void> {
  const file = await findStoredFile(db, agencyId, fileId)
  const rows = await findPart(files, fileId, 'rows')
  const asked = file && (await askedIn(db, agencyId, file.aboutId))
  // A later wish has overtaken this one.
  if (!file || !rows || !asked || (await findPart(files, fileId, 'check'))?.askId !== askId) return
  const today = dayIn((await getAgency(db, agencyId)).timeZone, now)
  const tally = reportOf()
  for (const [index, row] of rows.entries()) {
    const read = readImportRow(asked, mapping, row, today)
    if (read.outcome === 'row' && read.row.language === undefined)
      read.row.language = languageOf(read.row, mapping)
    tally.add(read)
    if (index % 500 === 499) await setImmediate()
  }
  await putPart(files, fileId, 'check', { askId, mapping, report: tally.report() })
}

async function askedIn(db: Services['db'], agencyId: string, engagementId: string): Promise<Asked> {
  const [questions, aboutQuestions] = await Promise.all([
    listQuestions(db, agencyId, engagementId),
    listAboutQuestions(db, agencyId, engagementId),
  ])
  return { questions, aboutQuestions }
}

function languageOf(row: ImportedRow, mapping: ImportMapping): string {
  return row.language ?? detectLanguage(freeText(row.answers), mapping.language)
}

/** Asks for the rows to be brought in. `leaveOut`: those that cannot be read stay out, otherwise one of them stops all. */
export async function askForCommit(
  { db, files }: Pick<Services, 'db' | 'files'>,
  { agencyId, fileId }: FileJob,
  { personId, mapping, leaveOut }: { personId: string; mapping: ImportMapping; leaveOut: boolean },
): Promise<void> {
  await putPart(files, fileId, 'outcome', { state: 'asked' })
  await inTransaction(db, (db) =>
    enqueue(db, 'commit-import', { agencyId, fileId, personId, mapping, leaveOut }),
  )
}

const batchSize = 1000

/** Brings every row in as a comment, in one transaction: all of them or none. Run twice, the second run finds it done. */
export async function commitImport(
  { db, files }: Pick<Services, 'db' | 'files'>,
  {
    agencyId,
    fileId,
    personId,
    mapping,
    leaveOut,
  }: FileJob & { personId: string; mapping: ImportMapping; leaveOut: boolean },
  now: Date,
): Promise<void> {
  const file = await findStoredFile(db, agencyId, fileId)
  if (!file) return
  if (await findImport(db, agencyId, fileId)) return removeWords(files, fileId)
  const rows = await findPart(files, fileId, 'rows')
  const [agency, engagement] = await Promise.all([
    getAgency(db, agencyId),
    getEngagement(db, agencyId, file.aboutId),
  ])
  if (!rows) return putPart(files, fileId, 'outcome', { state: 'refused', reason: 'gone' })
  if (engagement.status === 'draft')
    return putPart(files, fileId, 'outcome', { state: 'refused', reason: 'draft' })
  const asked = await askedIn(db, agencyId, engagement.id)
  const today = dayIn(agency.timeZone, now)
  const ready: ImportedRow[] = []
  let leftOut = 0
  for (const row of rows) {
    const read = readImportRow(asked, mapping, row, today)
    if (read.outcome === 'row') ready.push(read.row)
    else if (read.outcome === 'faulty') leftOut++
  }
  if (leftOut > 0 && !leaveOut)
    return putPart(files, fileId, 'outcome', { state: 'refused', reason: 'faulty' })
  const moments = new Map<string, Date>()
  const momentOf = (day: string) => {
    const moment = moments.get(day) ?? (day === today ? now : instantIn(agency.timeZone, day, '12:00'))
    moments.set(day, moment)
    return moment
  }
  const asComment = (row: ImportedRow): BatchedComment => ({
    comment: commentOf(
      row,
      {
        agencyId,
        engagement,
        mapping,
        fileId,
        fileName: file.name,
        personId,
        receivedAt: momentOf(row.receivedOn),
      },
      now,
    ),
    answers: row.answers,
    aboutYou: row.aboutYou,
  })
  await inTransaction(db, async (db) => {
    const opened = await addImport(db, {
      agencyId,
      id: fileId,
      engagementId: engagement.id,
      fileName: file.name,
      mapping,
      rows: ready.length,
      importedBy: personId,
      importedAt: now,
      undoneAt: null,
    })
    if (!opened) return
    for (let start = 0; start < ready.length; start += batchSize) {
      const added = await addImportedComments(
        db,
        agencyId,
        ready.slice(start, start + batchSize).map(asComment),
      )
      const expected = Math.min(batchSize, ready.length - start)
      if (added !== expected)
        throw new Error(`Only ${added} of ${expected} rows of import ${fileId} were kept`)
    }
    await recordAct(
      db,
      {
        agencyId,
        actorId: personId,
        act: 'comments imported',
        subjectKind: 'import',
        subjectId: fileId,
        details: { engagement: engagement.slug, comments: ready.length, leftOut },
        contentHash: file.sha256,
      },
      now,
    )
  })
  await putPart(files, fileId, 'outcome', { state: 'done', comments: ready.length, leftOut })
  await removeWords(files, fileId)
}

function commentOf(
  row: ImportedRow,
  from: {
    agencyId: string
    engagement: Engagement
    mapping: ImportMapping
    fileId: string
    fileName: string
    personId: string
    receivedAt: Date
  },
  now: Date,
): Comment {
  const text = freeText(row.answers)
  return {
    agencyId: from.agencyId,
    id: newId(now.getTime()),
    engagementId: from.engagement.id,
    receiptCode: newCode(receiptLength),
    channel: row.channel,
    language: languageOf(row, from.mapping),
    state: firstState(from.engagement.moderation, false),
    age: 'adult',
    guardianConsent: false,
    receivedAt: from.receivedAt,
    answeredAt: null,
    changedAt: now,
    version: 1,
    submissionKey: `import ${from.fileId} ${row.row}`,
    fingerprint: fingerprint(text),
    duplicateOf: null,
    importId: from.fileId,
    enteredBy: from.personId,
    enteredNote: '',
    personId: null,
    contactChannel: null,
    contactAddress: null,
    provenance: { file: from.fileName, row: row.row, ...(row.reference ? { reference: row.reference } : {}) },
  }
}

/** Forgets an upload that was not brought in. */
export async function giveUpImport(
  { db, files }: Pick<Services, 'db' | 'files'>,
  { agencyId, fileId }: FileJob,
): Promise<void> {
  if (await findImport(db, agencyId, fileId)) return
  await inTransaction(db, (db) => removeStoredFile(db, agencyId, fileId))
  await removeAllParts(files, fileId)
}

export type UndoImport =
  | { outcome: 'undone'; comments: number }
  | { outcome: 'not-there' }
  | { outcome: 'built-on'; comments: number }
  /** A hold stops deletion here. */
  | { outcome: 'held' }

/** Takes a whole import back, as long as nobody has coded or quoted any of it and no hold stands over it. */
export async function undoImport(
  { db }: Pick<Services, 'db'>,
  { engagement, importId, actorId }: { engagement: Engagement; importId: string; actorId: string },
  now: Date,
): Promise<UndoImport> {
  const agencyId = engagement.agencyId
  return inTransaction(db, async (db) => {
    const found = await findImport(db, agencyId, importId)
    if (!found || found.engagementId !== engagement.id || found.undoneAt !== null)
      return { outcome: 'not-there' }
    if (await isUnderHold(db, agencyId, engagement.id)) return { outcome: 'held' }
    const builtOn = await countBuiltOn(db, agencyId, importId)
    if (builtOn > 0) return { outcome: 'built-on', comments: builtOn }
    const comments = await eraseImported(db, agencyId, importId, actorId, now)
    await saveImport(db, agencyId, importId, { undoneAt: now })
    await recordAct(
      db,
      {
        agencyId,
        actorId,
        act: 'import undone',
        subjectKind: 'import',
        subjectId: importId,
        details: { engagement: engagement.slug, comments },
      },
      now,
    )
    return { outcome: 'undone', comments }
  })
}
