import { createHash } from 'node:crypto'
import { recordAct } from '../../platform/audit/audit.store.ts'
import { type Db, inTransaction } from '../../platform/db/database.ts'
import { csvStream } from '../../platform/documents/csv-writer.ts'
import type { Language } from '../../platform/i18n/language.ts'
import { speak } from '../../platform/i18n/speak.ts'
import { wordsIn } from '../../platform/i18n/written.ts'
import { dayInWords, instantInWords } from '../../ui/date-time.tsx'
import type { Agency } from '../agencies/agency.ts'
import { dayIn } from '../engagements/agency-time.ts'
import type { Engagement } from '../engagements/engagement.ts'
import { hasMoved, type RecordsRequest } from './records-request.ts'
import { listRedactions, listRequested, markReleased } from './records-request.store.ts'
import {
  columnsOf,
  hashManifest,
  logColumns,
  logRows,
  releaseColumns,
  releasedRows,
  type ReleaseWords,
} from './release-files.ts'
import { requestedComments } from './requested-comments.action.ts'

export type ReleasedFile = { path: string; content: Uint8Array }

export type ReleaseRequest =
  | { outcome: 'released'; files: ReleasedFile[] }
  /** Words have changed since something in them was left out; the first such comment has this number. */
  | { outcome: 'moved'; number: number }
  | { outcome: 'nothing-there' }

type Given = {
  agency: Agency
  engagement: Engagement
  request: RecordsRequest
  language: Language
  by: string
}

/** Makes the files that are handed over, and notes their hash in the audit log. What was left out is in none of them. */
export async function releaseRequest(db: Db, given: Given, now: Date): Promise<ReleaseRequest> {
  const { agency, request, language, by } = given
  return inTransaction(db, async (db): Promise<ReleaseRequest> => {
    const found = await listRequested(db, request, agency.timeZone)
    if (found.length === 0) return { outcome: 'nothing-there' }
    const comments = await requestedComments(db, agency, found, language)
    const redactions = await listRedactions(db, agency.id, request.id)
    const moved = comments.find((comment) => comment.answers.some((answer) => hasMoved(answer, redactions)))
    if (moved) return { outcome: 'moved', number: moved.number }
    const words = wordsOf(language)
    const rows = releasedRows(comments, redactions, words)
    const log = logRows(comments, redactions, words, (at) => dayIn(agency.timeZone, at))
    const tables = [
      { path: 'comments.csv', content: await bytesOf(csvStream(columnsOf(releaseColumns, words), rows)) },
      { path: 'left-out.csv', content: await bytesOf(csvStream(columnsOf(logColumns, words), log)) },
    ]
    const readme = readmeOf(
      given,
      { comments: comments.length, answers: rows.length, leftOut: log.length },
      now,
    )
    const files = [...tables, { path: 'README.txt', content: new TextEncoder().encode(readme) }]
    const manifest = new TextEncoder().encode(hashManifest(files))
    await markReleased(db, agency.id, request.id, now)
    await recordAct(
      db,
      {
        agencyId: agency.id,
        actorId: by,
        act: 'records released',
        subjectKind: 'records-request',
        subjectId: request.id,
        details: { comments: comments.length, left_out: log.length },
        contentHash: createHash('sha256').update(manifest).digest(),
      },
      now,
    )
    return { outcome: 'released', files: [...files, { path: 'SHA256SUMS', content: manifest }] }
  })
}

function wordsOf(language: Language): ReleaseWords {
  const t = speak(language)
  return {
    reason: (reason) => t(`records.reason.${reason}`),
    column: (name) => t(`records.column.${name}`),
    part: (whole) => t(whole ? 'records.part.whole' : 'records.part.some'),
  }
}

async function bytesOf(stream: ReadableStream<Uint8Array>): Promise<Uint8Array> {
  return new Uint8Array(await new Response(stream).arrayBuffer())
}

function readmeOf(
  { agency, engagement, request, language }: Given,
  count: { comments: number; answers: number; leftOut: number },
  now: Date,
): string {
  const t = speak(language)
  const view = { language, timeZone: agency.timeZone }
  const lines = [
    t('records.readme.title', { agency: agency.name, engagement: wordsIn(engagement.title, language) }),
    '',
    t('records.readme.askedBy', { name: request.askedBy }),
    t('records.readme.days', {
      from: dayInWords(view, request.fromDay),
      to: dayInWords(view, request.toDay),
    }),
    t('records.readme.made', { when: instantInWords(view, now) }),
    '',
    t('records.readme.comments', { comments: count.comments, answers: count.answers }),
    t('records.readme.leftOut', { count: count.leftOut }),
    t('records.readme.moderated'),
    t('records.readme.never'),
    t('records.readme.check'),
    '',
  ]
  return lines.join('\r\n')
}
